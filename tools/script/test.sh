# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=tools/script/lint.sh
source tools/script/lint.sh

test_usage() {
    cat <<'TXT'
./boltdesk test [--long] [--filter REGEX]

Installs what is missing, builds the preset 'ci', and runs everything: the tests, those with threads under ThreadSanitizer, a minute of each fuzzer, and the lint. The last line counts: 'N passed, N failed'. Exit 0 only when nothing failed.

  --filter REGEX   only the tests whose name matches, without sanitizers, fuzzers and lint
  --long           ten minutes of load, 10,000 fault schedules, 2,000 client crashes, and all tests under AddressSanitizer
TXT
}

PASSED=0 FAILED=0 SKIPPED=0

command_test() {
    local long='' filter=''
    while [ $# -gt 0 ]; do
        case $1 in
            -h | --help) test_usage && return ;;
            --long) long=1 ;;
            --filter)
                [ $# -ge 2 ] || bad_usage "--filter takes a regular expression"
                filter=$2 && shift
                ;;
            *) bad_usage "test does not know '$1'" ;;
        esac
        shift
    done
    [ -z "$long" ] || export BOLT_LOAD_SECONDS=600 BOLT_CHAOS_SCHEDULES=10000 BOLT_CRASHES=2000
    setup build run test lint package
    build ci
    stage_tests ci ${filter:+-R "$filter"}
    if [ -z "$filter" ]; then
        stage_labelled tsan tsan
        stage_labelled fuzz fuzz
        stage_lint
        [ -z "$long" ] || stage_asan
    fi
    verdict
}

# stage_tests PRESET CTEST_OPTIONS...: all tests of one build, counted by ctest itself.
stage_tests() {
    local preset=$1 report=build/$1/ctest.xml
    shift
    say "Testing ($preset)"
    rm -f "$report"
    (cd "build/$preset" && ctest --output-on-failure --no-tests=error -j "$(jobs_at_once)" \
        --output-junit ctest.xml "$@") || true
    tally_junit "$report" "$preset"
}

# stage_labelled PRESET LABEL: builds and runs only what carries the label. A test and its target have one name.
stage_labelled() {
    local preset=$1 label=$2 names
    configure "$preset"
    names=$(cd "build/$preset" && ctest -N -L "^$label\$" | sed -n 's/^ *Test *#[0-9]*: //p')
    [ -n "$names" ] || return 0
    # shellcheck disable=SC2086 # one word a target
    build "$preset" $names
    stage_tests "$preset" -L "^$label\$"
}

# The usual amounts, and fewer clients at once: with the sanitizer the one server has work for a third of them.
stage_asan() {
    unset BOLT_LOAD_SECONDS BOLT_CRASHES
    export BOLT_CHAOS_SCHEDULES=100 BOLT_CHAOS_AT_ONCE=10
    build asan
    stage_tests asan
}

# Each check of the lint counts as one test.
stage_lint() {
    lint_everything || true
    PASSED=$((PASSED + LINT_PASSED))
    FAILED=$((FAILED + LINT_FAILED))
    SKIPPED=$((SKIPPED + LINT_SKIPPED))
}

# tally_junit FILE NAME: adds the counts of ctest's report; a report that is not there is a failure.
tally_junit() {
    local tests failures skipped disabled
    if [ ! -s "$1" ]; then
        say "ctest left no report for $2"
        FAILED=$((FAILED + 1))
        return
    fi
    tests=$(junit_count "$1" tests)
    failures=$(junit_count "$1" failures)
    skipped=$(junit_count "$1" skipped)
    disabled=$(junit_count "$1" disabled)
    PASSED=$((PASSED + tests - failures - skipped - disabled))
    FAILED=$((FAILED + failures))
    SKIPPED=$((SKIPPED + skipped + disabled))
}

junit_count() {
    local n
    n=$(sed -n "1,/<testcase/s/.*[[:space:]]$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1)
    printf '%s\n' "${n:-0}"
}

jobs_at_once() { getconf _NPROCESSORS_ONLN; }

verdict() {
    local skipped=''
    [ "$SKIPPED" -eq 0 ] || skipped=", $SKIPPED skipped"
    printf '%s passed, %s failed%s\n' "$PASSED" "$FAILED" "$skipped"
    [ "$FAILED" -eq 0 ]
}
