// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/replica_file.h"

#include "services/replica/outbox_json.h"
#include "services/replica/record_sql.h"
#include "services/replica/storage_error.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <atomic>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

/// Of a table whose rows are the other share as well all are read: what the first one gave is known by then.
QString whereOf(ReplicaFile::Share share)
{
    // The words of isActive(JobState).
    return share == ReplicaFile::Share::OfActiveJobs ? u" WHERE submission_queue_id IN (SELECT id FROM jobs WHERE "
                                                       "status IN ('pending','in_progress','paused'))"_s
                                                     : QString();
}

/// More than these are not single rows: the file is given up.
constexpr qsizetype mostSpoilt = 100;

Error damaged(const QString &how) { return {Error::Kind::Storage, u"11"_s, how, {}, 0}; }

constexpr std::array<QLatin1StringView, tableCount> tableNames{
    RecordTraits<Package>::name,     RecordTraits<Customer>::name, RecordTraits<Directory>::name,
    RecordTraits<Worker>::name,      RecordTraits<Job>::name,      RecordTraits<Submission>::name,
    RecordTraits<EndedAttempt>::name};

/// Of the attempts all are shown: their window is the server's to keep.
template<class R>
bool isBefore(const R &r, std::optional<Instant> since)
{
    return !std::is_same_v<R, EndedAttempt> && since && isMadeBefore(r, *since);
}

} // namespace

ReplicaFile::ReplicaFile(QString path, QString identity)
    : m_path(std::move(path))
    , m_identity(std::move(identity))
    , m_activity([this](const QString &sql) -> QSqlQuery & { return prepared(sql); })
{
    // A connection's name is global to the process and belongs to one thread.
    static std::atomic<int> count{0};
    m_name = u"replica-%1"_s.arg(++count);
}

ReplicaFile::~ReplicaFile() { close(); }

void ReplicaFile::close()
{
    m_reading.reset();
    m_statements.clear();
    if (!m_db.isValid())
        return;
    m_db.close();
    m_db = {};
    QSqlDatabase::removeDatabase(m_name);
}

Outcome ReplicaFile::run(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        return storageError(query.lastError());
    return Done{};
}

Result<qint64> ReplicaFile::number(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql) || !query.next())
        return storageError(query.lastError());
    return query.value(0).toLongLong();
}

Outcome ReplicaFile::exec(QSqlQuery &query)
{
    if (!query.exec())
        return storageError(query.lastError());
    return Done{};
}

QSqlQuery &ReplicaFile::prepared(const QString &sql)
{
    auto &statement = m_statements[sql];
    if (!statement) {
        statement = std::make_shared<QSqlQuery>(m_db);
        statement->setForwardOnly(true);
        statement->prepare(sql);
    }
    return *statement;
}

Outcome ReplicaFile::transaction(const std::function<Outcome()> &body)
{
    if (const auto begun = run(u"BEGIN IMMEDIATE"_s); !begun.ok())
        return begun;
    auto done = body();
    if (done.ok())
        done = run(u"COMMIT"_s);
    if (!done.ok())
        run(u"ROLLBACK"_s).ok();
    return done;
}

Outcome ReplicaFile::write(std::span<const SharedParcel> parcels, bool withCursors)
{
    m_activity.begin();
    m_last = LastSaid(parcels);
    return transaction([&]() -> Outcome {
        for (const SharedParcel &parcel : parcels) {
            if (const auto done = writeParcel(*parcel, withCursors); !done.ok())
                return done;
        }
        return Done{};
    });
}

Outcome ReplicaFile::write(const Parcel &parcel, bool withCursors)
{
    const SharedParcel alone(SharedParcel(), &parcel);
    return write({&alone, 1}, withCursors);
}

Outcome ReplicaFile::writeParcel(const Parcel &parcel, bool withCursors)
{
    for (const Delta *delta : {&parcel.state, &parcel.news}) {
        if (const auto done = writeDelta(*delta); !done.ok())
            return done;
        m_last.next();
    }
    for (const TableCursor &cursor : parcel.cursors) {
        if (!withCursors)
            break;
        QSqlQuery &q = prepared(upsertSql<TableCursor>());
        bindRow(q, cursor);
        if (const auto done = exec(q); !done.ok())
            return done;
    }
    return Done{};
}

Outcome ReplicaFile::writeDelta(const Delta &delta)
{
    if (delta.reset) {
        for (const auto name : tableNames) {
            if (const auto done = run(u"DELETE FROM %1"_s.arg(name)); !done.ok())
                return done;
        }
        if (const auto done = run(u"DELETE FROM cursors"_s); !done.ok())
            return done;
        if (const auto done = forgetNames(); !done.ok())
            return done;
        m_activity.begin();
    }
    Outcome done = Done{};
    const auto next = [&](const auto &table) {
        if (done.ok())
            done = writeTable(table, !delta.snapshot);
    };
    next(delta.packages);
    next(delta.customers);
    next(delta.directories);
    next(delta.workers);
    next(delta.jobs);
    next(delta.submissions);
    next(delta.attempts);
    return done;
}

template<class R>
Outcome ReplicaFile::writeTable(const TableDelta<R> &delta, bool news)
{
    if (!delta.removals.empty()) {
        QSqlQuery &remove = prepared(u"DELETE FROM %1 WHERE id=?"_s.arg(RecordTraits<R>::name));
        for (const auto &id : delta.removals) {
            remove.bindValue(0, SqlWriter::variant(id));
            if (const auto done = exec(remove); !done.ok())
                return done;
            if (const auto done = unindex(id); !done.ok())
                return done;
            m_activity.settle(id);
        }
    }
    if (delta.upserts.empty())
        return Done{};
    QSqlQuery &upsert = prepared(upsertSql<R>());
    QSqlQuery *const update = news ? updateOf<R>() : nullptr;
    for (const R &row : delta.upserts) {
        if (const auto noted = news ? m_activity.note(row) : Outcome(Done{}); !noted.ok())
            return noted;
        if (!m_last.is(row.id)) {
            m_activity.passOver(row);
            continue;
        }
        auto done = update ? put(*update, row) : Outcome(Done{});
        if (done.ok() && (!update || update->numRowsAffected() == 0))
            done = put(upsert, row);
        if (done.ok())
            done = index(row);
        if (!done.ok())
            return done;
        m_activity.settle(row.id);
    }
    return Done{};
}

template<class R>
Outcome ReplicaFile::put(QSqlQuery &query, const R &row)
{
    bindRow(query, row);
    return exec(query);
}

/// For a row whose indexed columns stay as they are, as nearly all do: who replaces a row takes it out of each index
/// and puts it in again. Nothing where a table has no index but its key.
template<class R>
QSqlQuery *ReplicaFile::updateOf()
{
    auto &sql = m_updates[size_t(RecordTraits<R>::table)];
    if (sql.isNull()) {
        QSqlQuery &columns =
            prepared(u"SELECT DISTINCT i.name FROM pragma_index_list(?) l, pragma_index_info(l.name) i "
                     "WHERE l.origin='c'"_s);
        columns.bindValue(0, QString(RecordTraits<R>::name));
        QStringList indexed;
        exec(columns).ok(); // without them rows are replaced, as dear as that is
        while (columns.next())
            indexed << columns.value(0).toString();
        columns.finish();
        sql = indexed.isEmpty() ? u""_s : updateSql<R>(indexed);
    }
    return sql.isEmpty() ? nullptr : &prepared(sql);
}

Result<std::vector<TableCursor>> ReplicaFile::cursors()
{
    QSqlQuery &q = prepared(selectSql<TableCursor>());
    if (const auto done = exec(q); !done.ok())
        return done.error();
    std::vector<TableCursor> all;
    while (q.next()) {
        if (TableCursor c; readRow(q, c)) // otherwise its table is read again
            all.push_back(c);
    }
    q.finish();
    return all;
}

Result<SharedParcel> ReplicaFile::load(Table table, size_t limit, std::optional<Instant> since, bool &last, Share share)
{
    switch (table) {
    case Table::Packages:
        return loadTable<Package>(limit, since, last);
    case Table::Customers:
        return loadTable<Customer>(limit, since, last);
    case Table::Directories:
        return loadTable<Directory>(limit, since, last);
    case Table::Workers:
        return loadTable<Worker>(limit, since, last);
    case Table::Jobs:
        return loadTable<Job>(limit, since, last);
    case Table::Submissions:
        return loadTable<Submission>(limit, since, last, share);
    case Table::Attempts:
        return loadTable<EndedAttempt>(limit, since, last);
    }
    last = true;
    return SharedParcel(std::make_shared<Parcel>());
}

template<class R>
Result<SharedParcel> ReplicaFile::loadTable(size_t limit, std::optional<Instant> since, bool &last, Share share)
{
    if (!m_reading) {
        m_reading = std::make_shared<QSqlQuery>(m_db);
        m_reading->setForwardOnly(true);
        if (!m_reading->exec(selectSql<R>() + whereOf(share))) {
            const Error error = storageError(m_reading->lastError());
            m_reading.reset();
            return error;
        }
    }
    auto parcel = std::make_shared<Parcel>();
    parcel->state.snapshot = true;
    auto &rows = parcel->state.of<R>().upserts;
    Spoilt &spoilt = m_spoilt[size_t(RecordTraits<R>::table)];
    last = false;
    while (rows.size() < limit) {
        if (!m_reading->next()) {
            const QSqlError error = m_reading->lastError();
            m_reading.reset();
            if (error.isValid())
                return storageError(error);
            last = true;
            break;
        }
        R row;
        const bool good = readRow(*m_reading, row) && !row.id.isNull();
        if constexpr (std::is_same_v<R, Submission>) {
            // By the table and not by its index: a row that the index lost is one of the others.
            if (share == Share::OfActiveJobs)
                m_handed.insert(row.id);
            else if (share == Share::Others && m_handed.remove(row.id))
                continue;
        }
        ++spoilt.read;
        if (!good && spoilt.keys.size() <= mostSpoilt)
            spoilt.keys << m_reading->value(0);
        else if (good && !isBefore(row, since))
            rows.push_back(std::move(row));
    }
    return SharedParcel(parcel);
}

Outcome ReplicaFile::mend()
{
    m_handed.clear();
    const auto spoilt = std::exchange(m_spoilt, {});
    return transaction([&]() -> Outcome {
        for (int table = 0; table < tableCount; ++table) {
            const auto &[keys, read] = spoilt[size_t(table)];
            // Where nearly nothing is right, it is not rows that are wrong.
            if (keys.size() > mostSpoilt || (read > 1 && 2 * keys.size() > read))
                return damaged(CopyWords::tr("many of its rows are damaged"));
            for (const QVariant &key : keys) {
                const auto gone = erase(u"DELETE FROM %1 WHERE id IS ?"_s.arg(tableNames[size_t(table)]), {key});
                if (!gone.ok())
                    return gone.error();
                if (*gone != 1) // it is not where its key says
                    return damaged(CopyWords::tr("its rows are out of order"));
            }
            if (keys.isEmpty())
                continue;
            m_damage.rows += int(keys.size());
            if (const auto done = erase(u"DELETE FROM cursors WHERE name=?"_s, {table}); !done.ok())
                return done.error();
        }
        return Done{};
    });
}

qint64 ReplicaFile::bytes() const { return QFileInfo(m_path).size() + QFileInfo(m_path + u"-wal"_s).size(); }

void ReplicaFile::removeFiles(const QString &path)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix);
}

} // namespace bolt
