# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Configure and build by a preset of CMakePresets.json; nothing here knows a compiler flag.

# build PRESET [TARGET...]
build() {
    local preset=$1 started=$SECONDS
    shift
    configure "$preset"
    local targets=()
    [ $# -eq 0 ] || targets=(--target "$@")
    say "Building ($preset)${1:+: $*}"
    if [ -t 2 ]; then
        cmake --build --preset "$preset" ${targets[@]+"${targets[@]}"} >&2 || die "the build failed"
    else
        build_quietly "$preset" ${targets[@]+"${targets[@]}"}
    fi
    say "Built in $((SECONDS - started)) s"
}

# ninja says itself when the build's own files changed, so a tree is configured once.
configure() {
    local preset=$1 log=build/$1.configure.log
    [ ! -e "build/$preset/build.ninja" ] || return 0
    mkdir -p build
    say "Configuring ($preset)"
    cmake --preset "$preset" >"$log" 2>&1 || {
        cat "$log" >&2
        forget_setup
        die "CMake could not configure the preset '$preset'"
    }
}

# Without a terminal: a sign of life each minute, and only the failing part when it fails.
build_quietly() {
    local preset=$1 log=build/$1.build.log pid
    shift
    cmake --build --preset "$preset" "$@" >"$log" 2>&1 &
    pid=$!
    (while sleep 60 >/dev/null 2>&1 && kill -0 "$pid" 2>/dev/null; do say "… $(tail -n 1 "$log" | cut -c1-60)"; done) &
    local watcher=$! status=0
    wait "$pid" || status=$?
    kill "$watcher" 2>/dev/null || true
    wait "$watcher" 2>/dev/null || true
    [ $status -eq 0 ] || {
        grep -A 40 -m 3 -E '^FAILED|error:' "$log" >&2 || tail -n 40 "$log" >&2
        die "the build failed; all of its words are in $log"
    }
}

# program PRESET NAME: the built program.
program() { printf '%s/build/%s/bin/%s\n' "$TOP" "$1" "$2"; }
