# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what needs.txt names and this machine lacks, after saying what and why. Nothing is looked up twice: a stamp in
# build/ remembers that this list was met on this release of the system.

NEEDS=tools/script/needs.txt

# setup GROUP...
setup() {
    local stamp
    stamp=build/.setup/$(setup_key "$@")
    [ ! -e "$stamp" ] || return 0
    if have apt-get; then
        setup_by_apt "$@"
    elif have brew; then
        setup_by_brew "$@"
    else
        setup_by_hand "$@"
    fi
    mkdir -p "${stamp%/*}"
    : >"$stamp"
}

# When a build cannot be configured, what was found before may be gone.
forget_setup() { rm -rf build/.setup; }

setup_key() {
    { printf '%s ' "$@"; cat "$NEEDS" tools/script/setup.sh; uname -s; [ ! -r /etc/os-release ] || cat /etc/os-release; } |
        cksum | tr ' ' -
}

# needs_of GROUP...: the lines of the list, one need a line, without comments.
needs_of() {
    local group rest
    while read -r group rest; do
        case $group in '' | '#'*) continue ;; esac
        ! in_list "$group" "$@" || printf '%s\n' "$rest"
    done <"$NEEDS"
}

# ---- Debian and Ubuntu

setup_by_apt() {
    local missing
    missing=$(missing_by_apt "$@")
    [ -n "$missing" ] || return 0
    say "This machine lacks what the desk is made of. To be installed by apt:"
    apt_get update -qq || say "apt could not refresh its lists; going on with the old ones"
    local packages=() names why name
    while IFS=$'\t' read -r names why; do
        name=$(apt_name "$names") || die "apt knows none of '$names' (needed because: $why); see $NEEDS"
        printf '   %-34s %s\n' "$name" "$why" >&2
        packages+=("$name")
    done <<<"$missing"
    apt_get install -y -qq --no-install-recommends "${packages[@]}" >build/setup.log 2>&1 || {
        tail -n 20 build/setup.log >&2
        die "apt could not install these packages; its words are in build/setup.log"
    }
}

# Each unmet need as 'names<TAB>why'.
missing_by_apt() {
    local names program why
    needs_of "$@" | while read -r names _ program why; do
        met_by_apt "$names" "$program" || printf '%s\t%s\n' "$names" "$why"
    done
}

met_by_apt() {
    [ "$2" = - ] || ! have "$2" || return 0
    local name
    for name in ${1//|/ }; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" != installed ] || return 0
    done
    return 1
}

# The first of 'a|b' that this release of the system has.
apt_name() {
    local name policy
    for name in ${1//|/ }; do
        # Not by a pipe into `grep -q`: it ends at the first match, and apt-cache, still writing, would count as failed.
        policy=$(apt-cache policy "$name" 2>/dev/null) || continue
        case $policy in *'Candidate: (none)'*) ;; *'Candidate: '*)
            printf '%s\n' "$name"
            return 0
            ;;
        esac
    done
    return 1
}

apt_get() {
    local as=()
    if [ "$(id -u)" -ne 0 ]; then
        have sudo || die "installing needs root: run as root, or install sudo"
        as=(sudo)
        [ -t 0 ] && [ -z "${CI:-}" ] || as=(sudo -n)
    fi
    mkdir -p build
    ${as[@]+"${as[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get "$@" </dev/null
}

# ---- macOS

setup_by_brew() {
    local names formula why missing=()
    while read -r names formula _ why; do
        [ "$formula" != - ] || continue
        brew list --versions "$formula" >/dev/null 2>&1 || {
            printf '   %-34s %s\n' "$formula" "$why" >&2
            missing+=("$formula")
        }
    done < <(needs_of "$@")
    [ ${#missing[@]} -eq 0 ] || {
        say "To be installed by Homebrew: ${missing[*]}"
        brew install "${missing[@]}" || die "Homebrew could not install these formulae"
    }
}

# ---- anything else

setup_by_hand() {
    [ -z "${BOLTDESK_NO_INSTALL:-}" ] || return 0
    say "No apt and no Homebrew here. Please install, by this system's own names (these are Debian's):"
    local names why
    needs_of "$@" | while read -r names _ _ why; do
        printf '   %-34s %s\n' "${names%%|*}" "$why" >&2
    done
    die "then run the same command again with BOLTDESK_NO_INSTALL=1"
}
