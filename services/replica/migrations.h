// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QStringList>
#include <vector>

namespace bolt {

/// The numbered files of resources/sql/replica, in order. A file that was released is never changed.
Result<std::vector<QByteArray>> replicaMigrations();
/// The statements of one file. Our files have no semicolon inside a statement.
QStringList statementsOf(const QByteArray &text);

} // namespace bolt
