// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/reason.h"
#include "models/ports/link_reason.h"

namespace bolt {

/// Why `what` came to be: where nobody answered that alone, else what the answer said.
inline LinkReason reasonFor(LinkReason::Kind what, const Error &error)
{
    if (error.code.isEmpty() && error.message.isEmpty()) // no error: nobody said anything
        return {what, {}};
    if (error.kind != Error::Kind::Network)
        return {what, reasonOf(error)};
    const bool late = error.code == QLatin1StringView("timeout");
    return {late ? LinkReason::NoAnswer : LinkReason::NotConnected, error.detail.simplified()};
}

} // namespace bolt
