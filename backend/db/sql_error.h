// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

struct sqlite3;

namespace bolt::backend {

/// What the connection's last call ran into, in PostgreSQL's codes (see Database). `detail` holds SQLite's words.
Error sqlError(sqlite3 *handle);
/// The same while opening a file, in the words of Database::open; `path` is for people.
Error openError(sqlite3 *handle, int code, const QString &path);
/// What is in the file is wrong: how, in a few words.
Error damagedError(const QString &path, const QString &how);
/// The same of a view that has the name of a table or an index of ours.
Error viewInTheWay(const QString &path, const QString &view);

} // namespace bolt::backend
