# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What every house rule is made of. A rule is a program that prints the lines it objects to, and nothing when the house is in
# order; the comment after 'Why:' in its file is shown to whoever breaks it. It looks at the files that git knows or would add.

# The texts that prove the rules can fail are no offence.
NOT_LOOKED_AT=(':!tests/lint' ':!tools/lint' ':!docs')

# find_lines PERL_REGEX PATHSPEC...
find_lines() {
    local pattern=$1
    shift
    git grep --untracked -InP -e "$pattern" -- "$@" "${NOT_LOOKED_AT[@]}" || true
}

# code_lines PERL_REGEX PATHSPEC...: as find_lines, but not in comments that fill a line.
code_lines() { find_lines "$@" | grep -vP '^[^:]+:\d+:\s*(//|\*|/\*|# )' || true; }

# list_files PATHSPEC...
list_files() { git ls-files --cached --others --exclude-standard -- "$@" "${NOT_LOOKED_AT[@]}"; }
