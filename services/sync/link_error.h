// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link_reason.h"
#include "services/wire/exchange.h"

namespace bolt {

/// Why `what` came to be: where nobody answered that alone, else what the answer said. Sentences of ours are no quotes.
inline LinkReason reasonFor(LinkReason::Kind what, const Error &error)
{
    const QString said = wire::saidIn(error);
    if (!said.isEmpty() || error.kind != Error::Kind::Network)
        return {what, said};
    const bool late = error.code == QLatin1StringView("timeout");
    return {late ? LinkReason::NoAnswer : LinkReason::NotConnected, error.detail.simplified()};
}

} // namespace bolt
