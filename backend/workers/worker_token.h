// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace bolt::workers {

/// The token of a file: the whole text, or `worker_token` of a ready file of boltdesk-server.
Result<QByteArray> tokenOfFile(const QString &path);
/// The first line of stdin; blocks until it is there. Reads no byte beyond it.
Result<QByteArray> tokenOfStdin();

} // namespace bolt::workers
