# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Words for the person at the terminal. Progress goes to standard error, so that results can be piped.

say() { printf '%s\n' "== $*" >&2; }

die() {
    printf 'boltdesk: %s\n' "$*" >&2
    exit 1
}

# One clear line and exit 2, as every program of the project does.
bad_usage() {
    printf "boltdesk: %s; './boltdesk help' lists the commands\n" "$*" >&2
    exit 2
}

have() { command -v "$1" >/dev/null 2>&1; }

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; }

# in_list WORD WORD...: is the first among the others?
in_list() {
    local wanted=$1 word
    shift
    for word in "$@"; do
        [ "$word" != "$wanted" ] || return 0
    done
    return 1
}
