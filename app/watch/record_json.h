// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QJsonObject>
#include <map>

namespace bolt {

/// A table's name in contracts/domain.md.
QString tableName(Table table);
std::optional<Table> tableFromName(QStringView name);

/// A record by the column names of contracts/domain.md; times in ISO 8601 with microseconds, big integers exact.
QJsonObject toJson(const Package &record);
QJsonObject toJson(const Customer &record);
QJsonObject toJson(const Directory &record);
QJsonObject toJson(const Worker &record);
QJsonObject toJson(const Job &record);
QJsonObject toJson(const Submission &record);
QJsonObject toJson(const EndedAttempt &record);

/// What the store lets pass, kept for the dump.
using HeldAttempts = std::map<AttemptId, EndedAttempt>;

/// The whole store by table, each sorted by id: equal stores give equal bytes.
QByteArray dumpOf(const Store &store, const HeldAttempts &attempts, const std::vector<Table> &tables);

} // namespace bolt
