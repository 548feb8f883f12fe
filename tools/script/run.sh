# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later

run_usage() {
    cat <<'TXT'
./boltdesk run [OPTIONS OF THE DESK]

Installs what is missing (saying what and why), builds the preset 'release', and starts the desk, signed in on its embedded
backend with a simulated worker fleet, or on the workspace that you stay signed in to, from its copy on disk first. Options go to
the desk; these are the ones most asked for:

  --url URL --anon-key KEY    sign in to a Supabase project instead
  --embedded                  the embedded backend in any case
  --scale demo|ref|xl         size of the embedded backend's past
  --theme dark|light          --language CODE          --size WxH
  --for SECONDS               stop by itself

All of them: ./boltdesk run -- --help. Without a display the desk runs offscreen for 20 s, prints what it sees, and writes
pictures of its pages to build/shots/.
TXT
}

command_run() {
    case ${1:-} in
        -h | --help) run_usage && return ;;
        --) shift ;;
    esac
    setup build run
    build release
    if has_display; then
        exec "$(program release boltdesk)" "$@"
    fi
    run_without_display "$@"
}

run_without_display() {
    case " $* " in *' --help '* | *' -h '* | *' --version '* | *' -v '*)
        QT_QPA_PLATFORM=offscreen exec "$(program release boltdesk)" "$@" ;;
    esac
    local seconds=(--for 20) size=(--size 1440x900)
    case " $* " in *' --for'*) seconds=() ;; esac
    case " $* " in *' --size'*) size=() ;; esac
    say "No display here (DISPLAY and WAYLAND_DISPLAY are empty): the desk works offscreen for 20 s and tells what it sees"
    mkdir -p build/shots
    offscreen "$(program release boltdesk)" ${seconds[@]+"${seconds[@]}"} ${size[@]+"${size[@]}"} \
        --summary --shots build/shots "$@"
    say "Pictures of the pages:" build/shots/*.png
}

# The same picture on every machine: no GPU, no session, one font scale. Qt refuses a locale that is not UTF-8 with six lines of
# its own, where a bare machine has none set.
offscreen() {
    local words=()
    [ "$(locale charmap 2>/dev/null)" = UTF-8 ] || words=(LC_ALL=C.UTF-8)
    env ${words[@]+"${words[@]}"} QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software \
        XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(runtime_folder)}" "$@"
}

runtime_folder() {
    mkdir -p build/runtime && chmod 700 build/runtime && printf '%s/build/runtime\n' "$TOP"
}
