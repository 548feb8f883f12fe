# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later

prove_usage() {
    cat <<'TXT'
./boltdesk prove NAME [OPTIONS]

What only great numbers show, run until it is shown, and written down in docs/proofs/NAME.md. A run that was ended goes on with --resume.

  chaos     10,000 schedules of faults between clients and a server, each switch of a wrong server at a natural pace first
  crash     200 clients that are killed (-9) ten times each and started again from their file
  damage    2,000 damaged copies and databases that programs are started with

  --schedules N   how many in all
  --seed S        begin with this one (default 0)
  --at-once N     so many servers, each with its own clients (default: one a core)
  --resume        run again what failed, and go on where the page ends; without it everything begins anew

Each schedule is one seed, and a seed is always the same schedule. The last line counts. Exit 0 only when all passed, and some were run.
TXT
}

command_prove() {
    case ${1:-} in
        -h | --help) prove_usage && return ;;
        chaos | crash | damage) ;;
        '') bad_usage "prove takes a name: chaos, crash or damage" ;;
        *) bad_usage "prove does not know '$1'" ;;
    esac
    local name=$1 argument number=''
    shift
    for argument in "$@"; do
        if [ -n "$number" ]; then
            [[ $argument =~ ^[0-9]+$ ]] || bad_usage "$number takes a number"
            number=''
        elif [ "$argument" = --schedules ] || [ "$argument" = --seed ] || [ "$argument" = --at-once ]; then
            number=$argument
        elif [ "$argument" != --resume ]; then
            bad_usage "prove does not know '$argument'"
        fi
    done
    [ -z "$number" ] || bad_usage "$number takes a number"
    setup build run test
    build ci boltdesk-server boltdesk-watch
    exec env BOLT_SERVER="$(program ci boltdesk-server)" BOLT_WATCH="$(program ci boltdesk-watch)" LC_ALL=C.UTF-8 \
        python3 tests/watch/prove.py "$name" "$@"
}
