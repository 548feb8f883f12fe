// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

namespace bolt::workers {

/// The next byte of stdin, past any buffering, so that a line and the end can be told apart; nothing at the end.
std::optional<char> nextByteOfStdin();

/// Calls `then` once, on a thread of its own, when stdin ends. The thread is never joined: nothing wakes a blocked
/// read.
void whenStdinEnds(std::function<void()> then);

} // namespace bolt::workers
