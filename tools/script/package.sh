# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later

package_usage() {
    cat <<'TXT'
./boltdesk package

Builds the preset 'release' and makes a Debian package of it in build/package/. Install it with
  sudo apt install ./build/package/boltdesk_*.deb
TXT
}

command_package() {
    case ${1:-} in
        -h | --help) package_usage && return ;;
        ?*) bad_usage "package takes no arguments" ;;
    esac
    setup build run package
    build release
    make_package release
}

# make_package PRESET: the package of a build that is there.
make_package() {
    have dpkg-shlibdeps || die "packages are made on Debian and Ubuntu"
    mkdir -p build/package
    rm -f build/package/*.deb
    (cd "build/$1" && cpack -G DEB -B "$TOP/build/package" >"$TOP/build/package/cpack.log" 2>&1) || {
        tail -n 20 build/package/cpack.log >&2
        die "CPack could not make the package"
    }
    rm -rf build/package/_CPack_Packages
    printf '%s\n' build/package/*.deb
}
