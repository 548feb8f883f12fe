// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"

namespace bolt {

/// How a person is asked before something is done.
enum class Confirmation : quint8 {
    None,      ///< at once: it is one thing, and it can be undone
    Preview,   ///< what it acts on is shown
    TypeCount, ///< and how many it is must be typed
    TypeName   ///< and where it happens must be typed
};

inline constexpr int mostWithoutTyping = 25;
inline constexpr int mostByCount = 500;

/// By how much it reaches: `things` are submissions where submissions are acted on, else jobs. A cancelled job does not
/// come back, so that even one is counted.
constexpr Confirmation confirmationFor(Command::Verb verb, int things)
{
    if (things > mostByCount)
        return Confirmation::TypeName;
    if (things > mostWithoutTyping || verb == Command::Verb::CancelJob)
        return Confirmation::TypeCount;
    return things > 1 ? Confirmation::Preview : Confirmation::None;
}

} // namespace bolt
