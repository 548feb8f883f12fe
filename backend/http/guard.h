// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace bolt::backend {

/// Runs what answers a request or hears a message. False: it threw, which the log tells; out of the loop's hands it
/// would end the process.
bool runGuarded(const std::function<void()> &call);

} // namespace bolt::backend
