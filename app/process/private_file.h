// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace bolt {

/// Nothing is at `path`, or an ordinary file, which may be replaced. A device, a pipe, a link and a folder stay what
/// they are.
Outcome mayBeReplaced(const QString &path);

/// Appears complete or not at all, and at no moment may others read it.
Outcome writePrivately(const QString &path, const QByteArray &text);

} // namespace bolt
