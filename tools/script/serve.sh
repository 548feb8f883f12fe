# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later

serve_usage() {
    cat <<'TXT'
./boltdesk serve [OPTIONS OF boltdesk-server]

The embedded backend alone: Supabase-compatible /auth/v1, /rest/v1 and /realtime/v1, and /api, on one loopback port. Without
options: a demo with its four demo users, in build/serve.sqlite; build/serve.json then tells its address and keys.

  --listen HOST:PORT    --database sqlite:FILE|sqlite::memory:    --demo    --seed N    --scale demo|ref|xl    --ready-file FILE

Ctrl+C drains and ends it. A worker fleet for it: build/release/bin/boltdesk-workers --help.
TXT
}

command_serve() {
    case ${1:-} in
        -h | --help) serve_usage && return ;;
        --) shift ;;
    esac
    setup build
    build release boltdesk-server boltdesk-workers
    [ $# -gt 0 ] || set -- --listen 127.0.0.1:0 --database "sqlite:$TOP/build/serve.sqlite" --demo --ready-file "$TOP/build/serve.json"
    exec "$(program release boltdesk-server)" "$@"
}
