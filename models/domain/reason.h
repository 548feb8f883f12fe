// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"

namespace bolt {

/// Why something failed, for a sentence that ends in it: the words it came with on one line, else what its kind means.
/// Never empty.
QString reasonOf(const Error &error);
QString reasonOf(const Rejection &rejection);

/// The same of words that a server or a library gave, which may be empty or blank: then `otherwise`.
QString reasonOf(const QString &words, const QString &otherwise);

} // namespace bolt
