# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later

bench_usage() {
    cat <<'TXT'
./boltdesk bench [OPTIONS OF boltdesk-bench]

CPU time of one realtime event from the socket to the store's signal, at saturation, beside two floors measured in the same
run: reading the same socket only, and simdjson over the same bytes.

  --events N        events in one repetition (default 100000)
  --repetitions N   default 5
  --start           instead: milliseconds until a desk has something to show, from its copy on disk while the server is gone, beside
                    an empty one that reads everything from a server on this machine; measured in one run
  --screen          instead: CPU of the whole desk with its window, without and with its copy on disk, while a board of 200 jobs changes at a
                    steady rate; under Xvfb where there is no display
  --rates LIST      with --screen: changes a second (default 0,30,100,500,1000,5000; 0 is silence)
  --seconds N       with --screen: of one measurement (default 10)
  --store           instead: CPU time of a row in the store, beside a hash table of the same rows
  --scale SCALE     with --start: demo, or ref for 500,000 submissions (default); with --screen: a server of this size on which nothing
                    happens, instead of the board
  --crowded         instead: how long others wait for the backend while one caller asks for trees of tables and guesses passwords
  --json            one JSON object instead of the table
TXT
}

command_bench() {
    case ${1:-} in
        -h | --help) bench_usage && return ;;
        --) shift ;;
    esac
    setup build run
    case " $* " in *' --screen '*) bench_screen "$@" && return ;; esac
    build ci boltdesk-bench boltdesk-server
    case " $* " in *' --crowded '*) exec env BOLT_SERVER="$(program ci boltdesk-server)" python3 bench/crowded.py ;; esac
    exec env QT_QPA_PLATFORM=offscreen "$(program ci boltdesk-bench)" "$@"
}

# What staff get is measured, so QML is compiled ahead of time.
bench_screen() {
    setup build run test
    build release boltdesk
    build ci boltdesk-bench boltdesk-server
    local bench
    bench=$(program ci boltdesk-bench)
    ln -sf "$(program release boltdesk)" "$(dirname "$bench")/boltdesk"
    if has_display; then
        "$bench" "$@"
    else
        xvfb-run -a -s '-screen 0 1600x1000x24' "$bench" "$@"
    fi
}
