// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QJsonObject>
#include <map>

namespace bolt {

/// A table's name in contracts/domain.md.
QString tableName(Table table);
std::optional<Table> tableFromName(QStringView name);

/// A record by the column names of contracts/domain.md; times in ISO 8601 with microseconds, big integers exact. What
/// could not be read, or not exactly, is under `odd`, and a time that was not is null.
template<class R>
QJsonObject toJson(const R &record);

/// What the store lets pass, kept for the dump.
using HeldAttempts = std::map<AttemptId, EndedAttempt>;

/// The whole store by table, each sorted by id: equal stores give equal bytes.
QByteArray dumpOf(const Store &store, const HeldAttempts &attempts, const std::vector<Table> &tables);

} // namespace bolt
