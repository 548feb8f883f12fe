// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/record_json.h"

#include "services/replica/record_columns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <array>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array names{
    "packages"_L1,           "customers"_L1, "directories"_L1, "workers"_L1, "jobs"_L1, "directory_submissions"_L1,
    "submission_attempts"_L1};

/// Takes a record's columns; what is empty is null.
struct JsonWriter
{
    QJsonObject row;

    template<class T>
    void operator()(const char *name, const T &value)
    {
        row.insert(QLatin1StringView(name), json(value));
    }
    /// With what came instead.
    void operator()(const char *name, const OddCells &cells)
    {
        if (cells.empty())
            return;
        QJsonObject odd;
        for (const OddCell &cell : cells.all())
            odd.insert(cell.column, QJsonObject{{u"why"_s, wordOf(cell.why)}, {u"text"_s, cell.text}});
        row.insert(QLatin1StringView(name), odd);
    }
    template<class State>
    void state(const char *name, State state, const QString &word)
    {
        row.insert(QLatin1StringView(name), saidWord(state, word));
    }

private:
    template<class T>
    static QJsonValue json(const T &value)
    {
        return value;
    }
    static QJsonValue json(Instant at) { return at == Instant() ? QJsonValue() : formatInstant(at); }
    template<class T>
    static QJsonValue json(const std::optional<T> &value)
    {
        return value ? json(*value) : QJsonValue();
    }
    template<class Tag>
    static QJsonValue json(const Id<Tag> &id)
    {
        return id.isNull() ? QJsonValue() : id.toString();
    }
    template<class Tag>
    static QJsonValue json(const TextId<Tag> &id)
    {
        return id.isNull() ? QJsonValue() : id.toString();
    }
};

template<class R>
using Sorted = std::vector<std::pair<QString, const R *>>;

template<class R>
void add(QJsonObject &all, Table table, Sorted<R> sorted)
{
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QJsonArray list;
    for (const auto &[id, row] : sorted)
        list.append(toJson(*row));
    all.insert(tableName(table), list);
}

template<class R>
void add(QJsonObject &all, Table table, const RecordTable<R> &rows)
{
    Sorted<R> sorted;
    sorted.reserve(rows.size());
    for (const R &row : rows.rows())
        sorted.emplace_back(row.id.toString(), &row);
    add(all, table, std::move(sorted));
}

} // namespace

QString tableName(Table table) { return names[size_t(table)]; }

std::optional<Table> tableFromName(QStringView name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == names[i])
            return Table(i);
    }
    return {};
}

template<class R>
QJsonObject toJson(const R &record)
{
    JsonWriter writer;
    RecordTraits<R>::visit(record, writer);
    return writer.row;
}
template QJsonObject toJson(const Package &);
template QJsonObject toJson(const Customer &);
template QJsonObject toJson(const Directory &);
template QJsonObject toJson(const Worker &);
template QJsonObject toJson(const Job &);
template QJsonObject toJson(const Submission &);
template QJsonObject toJson(const EndedAttempt &);

QByteArray dumpOf(const Store &store, const HeldAttempts &attempts, const std::vector<Table> &tables)
{
    QJsonObject all;
    Sorted<EndedAttempt> ended;
    ended.reserve(attempts.size());
    for (const auto &[id, attempt] : attempts)
        ended.emplace_back(id.toString(), &attempt);
    for (const Table table : tables) {
        switch (table) {
        case Table::Packages:
            add(all, table, store.packages());
            break;
        case Table::Customers:
            add(all, table, store.customers());
            break;
        case Table::Directories:
            add(all, table, store.directories());
            break;
        case Table::Workers:
            add(all, table, store.workers());
            break;
        case Table::Jobs:
            add(all, table, store.jobs());
            break;
        case Table::Submissions:
            add(all, table, store.submissions());
            break;
        case Table::Attempts:
            add(all, table, ended);
            break;
        }
    }
    return QJsonDocument(all).toJson(QJsonDocument::Indented);
}

} // namespace bolt
