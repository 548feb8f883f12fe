# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=tools/script/run.sh
source tools/script/run.sh

shots_usage() {
    cat <<'TXT'
./boltdesk shots

Starts the desk offscreen on a fresh embedded backend and takes the pictures that the README shows: each page, dark and light
at 1440x900, and in German at 1024x640. They land in docs/screenshots/.
TXT
}

command_shots() {
    case ${1:-} in
        -h | --help) shots_usage && return ;;
        ?*) bad_usage "shots takes no arguments" ;;
    esac
    setup build run
    build release
    take_shots '' --size 1440x900
    take_shots -small-de --theme dark --size 1024x640 --language de
    say "Pictures in docs/screenshots/:" docs/screenshots/*.png
}

# take_shots SUFFIX OPTIONS...: the desk names its pictures page-theme.png
take_shots() {
    local suffix=$1 folder=build/shots/readme$1 picture
    shift
    rm -rf "$folder"
    mkdir -p "$folder" docs/screenshots
    offscreen "$(program release boltdesk)" --embedded --forgetful --database :memory: --for 40 --shots "$folder" "$@" >&2
    for picture in "$folder"/*.png; do
        cp "$picture" "docs/screenshots/$(basename "$picture" .png)$suffix.png"
    done
}
