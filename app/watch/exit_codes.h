// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace bolt {

/// How boltdesk-watch ended, in one number. Where several things went wrong it is the first of them in this order.
enum class WatchEnd : int {
    Done = 0,
    Usage = 2,
    SignIn = 3,
    Unreachable = 4,
    NotPermitted = 5,
    Action = 6,
    Output = 7,
    Copy = 8
};

struct WatchEndWords
{
    WatchEnd end;
    const char *words;
};

/// What `--help` says of them. README.md says the same, which tests/watch/command_line_test.py checks.
inline constexpr std::array watchEnds{
    WatchEndWords{WatchEnd::Done, "done"},
    WatchEndWords{WatchEnd::Usage, "wrong usage, or a workspace that is not remembered"},
    WatchEndWords{WatchEnd::SignIn, "the sign-in was refused, is no longer kept, or was lost on the way"},
    WatchEndWords{WatchEnd::Unreachable, "the server, or the live state that was waited for, was not reached"},
    WatchEndWords{WatchEnd::NotPermitted, "not permitted, or a table of the dump was not read to its end"},
    WatchEndWords{WatchEnd::Action, "an action was refused, in part too, has expired, or is not finished"},
    WatchEndWords{WatchEnd::Output, "standard output or the dump was not written"},
    WatchEndWords{WatchEnd::Copy, "the local copy was damaged, set aside, or could not be written"},
};

} // namespace bolt
