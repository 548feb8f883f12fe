// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace bolt::bench {

/// Why there is nothing to report, in words.
inline Error benchError(const QString &message)
{
    return {Error::Kind::Internal, QStringLiteral("bench"), message, {}, 0};
}

} // namespace bolt::bench
