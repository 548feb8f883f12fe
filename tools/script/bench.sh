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
  --store           instead: CPU time of a row in the store, beside a hash table of the same rows
  --scale SCALE     with --start: demo, or ref for 500,000 submissions (default)
  --json            one JSON object instead of the table
TXT
}

command_bench() {
    case ${1:-} in
        -h | --help) bench_usage && return ;;
        --) shift ;;
    esac
    setup build run
    build ci boltdesk-bench boltdesk-server
    exec env QT_QPA_PLATFORM=offscreen "$(program ci boltdesk-bench)" "$@"
}
