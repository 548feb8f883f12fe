# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later

lint_usage() {
    cat <<'TXT'
./boltdesk lint [--all | CHECK...]

Checks that the tree keeps its own rules. Checks: format, rules, script, metadata, qml, tidy. Without a name: all of them.

  --all    clang-tidy on every file instead of the rooms of tools/lint/tidy-rooms.txt and what was changed
TXT
}

LINT_PASSED=0 LINT_FAILED=0 LINT_SKIPPED=0
LINT_WHOLE_TREE=
LINT_CHECKS=(format rules script metadata qml tidy)

command_lint() {
    local checks=()
    while [ $# -gt 0 ]; do
        case $1 in
            -h | --help) lint_usage && return ;;
            --all) LINT_WHOLE_TREE=1 ;;
            *) in_list "$1" "${LINT_CHECKS[@]}" || bad_usage "lint does not know '$1'"; checks+=("$1") ;;
        esac
        shift
    done
    setup build lint
    lint_everything ${checks[@]+"${checks[@]}"} || true
    printf '%s passed, %s failed' "$LINT_PASSED" "$LINT_FAILED"
    [ "$LINT_SKIPPED" -eq 0 ] || printf ', %s skipped' "$LINT_SKIPPED"
    printf '\n'
    [ "$LINT_FAILED" -eq 0 ]
}

lint_everything() {
    local check
    [ $# -gt 0 ] || set -- "${LINT_CHECKS[@]}"
    for check in "$@"; do
        "lint_$check"
    done
    [ "$LINT_FAILED" -eq 0 ]
}

# judge NAME COMMAND...: passes when the command succeeds; what it printed is shown when it does not.
judge() {
    local name=$1 words
    shift
    if words=$("$@" 2>&1); then
        LINT_PASSED=$((LINT_PASSED + 1))
        say "lint $name: ok"
    else
        LINT_FAILED=$((LINT_FAILED + 1))
        say "lint $name: FAILED"
        printf '%s\n' "$words" | head -n 60 >&2
    fi
}

skip() {
    LINT_SKIPPED=$((LINT_SKIPPED + 1))
    say "lint $1: skipped, $2"
}

tree_files() { git ls-files --cached --others --exclude-standard -- "$@" | while read -r f; do [ ! -f "$f" ] || printf '%s\n' "$f"; done; }

# ---- format: one version, because two versions disagree
lint_format() {
    if have clang-format-14; then
        judge format check_format
    else
        skip format "clang-format 14 is not to be had on this system"
    fi
}

check_format() {
    tree_files '*.cpp' '*.h' | xargs -r clang-format-14 --dry-run --Werror
}

# ---- rules: each file in tools/lint/rules must find nothing
lint_rules() {
    local rule
    for rule in tools/lint/rules/*; do
        judge "rule ${rule##*/}" check_rule "$rule"
    done
}

check_rule() {
    local offences
    offences=$(lint_rule "$1")
    [ -n "$offences" ] || return 0
    sed -n '/^# Why:/,/^[^#]/{/^#/s/^# //p}' "$1"
    printf '%s\n' "$offences"
    return 1
}

# lint_rule FILE: what one rule objects to in the current folder's tree.
lint_rule() {
    (
        set +e
        # shellcheck source=tools/lint/find.sh
        source "$TOP/tools/lint/find.sh"
        # shellcheck source=/dev/null
        source "$TOP/$1"
    )
}

# ---- script
lint_script() {
    judge script shellcheck -x boltdesk .ci/run tools/script/*.sh tools/lint/find.sh tools/lint/rules/*
}

# ---- metadata of the desktop
lint_metadata() {
    judge desktop-file desktop-file-validate resources/desktop/*.desktop
    # There is no page of the desk's own to name yet; from version 1 on that is a warning.
    local mild=()
    case $(appstreamcli --version 2>/dev/null) in *' 0.'*) ;; *) mild=(--override=url-homepage-missing=info) ;; esac
    judge metainfo appstreamcli validate --no-net ${mild[@]+"${mild[@]}"} resources/desktop/*.metainfo.xml
}

# ---- qml: warnings are errors
lint_qml() {
    configure ci
    judge qml cmake --build --preset ci --target all_qmllint
}

# ---- tidy
lint_tidy() {
    have clang-tidy || {
        skip tidy "clang-tidy is not to be had on this system"
        return
    }
    # Each file by itself, which the joined sources of the other presets are not.
    configure dev
    judge tidy check_tidy
}

check_tidy() {
    local files
    files=$(files_to_tidy | sort -u)
    [ -n "$files" ] || return 0
    local status=0
    printf '%s\n' "$files" | xargs -P "$(getconf _NPROCESSORS_ONLN)" -n 4 clang-tidy --quiet -p build/dev \
        >build/tidy.log 2>&1 || status=1
    grep -vE '^[0-9]+ warnings? |^Suppressed|^Use -header-filter' build/tidy.log || true
    return $status
}

files_to_tidy() {
    if [ -n "$LINT_WHOLE_TREE" ]; then
        tree_files 'models/**.cpp' 'services/**.cpp' 'backend/**.cpp' 'qml/**.cpp' 'app/**.cpp'
        return
    fi
    local room
    grep -v '^#' tools/lint/tidy-rooms.txt | while read -r room; do tree_files "$room*.cpp"; done
    changed_files | grep -E '^(models|services|backend|qml|app)/.*\.cpp$' || true
}

# What differs from the main branch, committed or not; nothing on the main branch itself.
changed_files() {
    local base
    base=$(git merge-base HEAD origin/main 2>/dev/null) || base=HEAD
    git diff --name-only --diff-filter=d "$base" -- 2>/dev/null || true
}
