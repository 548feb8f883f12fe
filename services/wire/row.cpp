// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/row.h"

namespace bolt::wire {

Key keyOf(const Record &record)
{
    return std::visit([](const auto &r) { return Key(r.id); }, record);
}

qint64 versionOf(const Record &record)
{
    return std::visit([](const auto &r) { return r.version; }, record);
}

Instant updatedAtOf(const Record &record)
{
    return std::visit([](const auto &r) { return r.updatedAt; }, record);
}

QString keyText(const Key &key)
{
    return std::visit([](const auto &id) { return id.isNull() ? QString() : id.toString(); }, key);
}

std::optional<Key> keyFromText(Table table, QStringView text)
{
    const auto unlessNull = [&]<class K>(K id) -> std::optional<Key> {
        if (id.isNull())
            return {};
        return Key(std::move(id));
    };
    switch (table) {
    case Table::Packages:
        return unlessNull(PackageId(text.toString()));
    case Table::Customers:
        return unlessNull(CustomerId::parse(text));
    case Table::Directories:
        return unlessNull(DirectoryId::parse(text));
    case Table::Workers:
        return unlessNull(WorkerId(text.toString()));
    case Table::Jobs:
        return unlessNull(JobId::parse(text));
    case Table::Submissions:
        return unlessNull(SubmissionId::parse(text));
    case Table::Attempts:
        return unlessNull(AttemptId::parse(text));
    }
    return {};
}

} // namespace bolt::wire

namespace bolt {

size_t qHash(const wire::Key &key, size_t seed)
{
    return std::visit([&](const auto &id) { return qHash(id, seed ^ (key.index() * 0x9E3779B97F4A7C15ull)); }, key);
}

} // namespace bolt
