// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/replica_file.h"

#include "services/replica/migrations.h"
#include "services/replica/outbox_json.h"
#include "services/replica/record_sql.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <algorithm>
#include <atomic>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

Error storage(const QSqlError &error)
{
    return {Error::Kind::Storage, error.nativeErrorCode(), error.databaseText(), error.driverText(), 0};
}

/// Primary result codes of SQLite.
int sqliteCode(const Error &error) { return error.code.toInt() & 0xFF; }

/// Busy, locked, read-only, input/output, full, cannot open: nothing is wrong with what is in the file.
bool isOfTheDisk(const Error &error)
{
    constexpr std::array codes{5, 6, 8, 10, 13, 14};
    return std::find(codes.begin(), codes.end(), sqliteCode(error)) != codes.end();
}

QString whereOf(ReplicaFile::Share share)
{
    // The words of isActive(JobState). A null parent is in neither list of SQL's three-valued logic.
    static const QString active = u"(SELECT id FROM jobs WHERE status IN ('pending','in_progress','paused'))"_s;
    switch (share) {
    case ReplicaFile::Share::All:
        break;
    case ReplicaFile::Share::OfActiveJobs:
        return u" WHERE submission_queue_id IN "_s + active;
    case ReplicaFile::Share::Others:
        return u" WHERE submission_queue_id IS NULL OR submission_queue_id NOT IN "_s + active;
    }
    return {};
}

/// Of the attempts all are shown: their window is the server's to keep.
template<class R>
bool isBefore(const R &r, std::optional<Instant> since)
{
    return !std::is_same_v<R, EndedAttempt> && since && isMadeBefore(r, *since);
}

} // namespace

bool isBrokenFile(const Error &error)
{
    const int code = sqliteCode(error);
    return error.kind == Error::Kind::Storage && (code == 11 || code == 26); // malformed, no database
}

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

Outcome ReplicaFile::open(const QString &date)
{
    const auto first = openOnce();
    if (first.ok())
        return first;
    if (isOfTheDisk(first.error())) {
        close(); // the file is good, and another start may have it
        return first;
    }
    return beginAnew(date, first.error());
}

Outcome ReplicaFile::beginAnew(const QString &date, const Error &why)
{
    // What a person asked for outlives a broken copy of what the server knows anyway.
    std::vector<ActionStatus> salvaged;
    m_reading.reset();
    if (m_db.isOpen() && why.code != u"identity"_s) {
        if (auto read = actions(); read.ok())
            salvaged = std::move(read).value();
    }
    setAside(date, why.message, salvaged);
    const auto second = openOnce();
    if (!second.ok())
        return second;
    return putActions(salvaged);
}

Outcome ReplicaFile::openOnce()
{
    m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_db.setDatabaseName(m_path);
    m_db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!m_db.open())
        return storage(m_db.lastError());
    if (m_path != u":memory:"_s)
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    for (const QString &pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s,
                                  u"PRAGMA cache_size=-16000"_s, u"PRAGMA temp_store=MEMORY"_s}) {
        if (const auto done = run(pragma); !done.ok())
            return done;
    }
    if (const auto migrated = migrate(); !migrated.ok())
        return migrated;
    if (const auto known = checkIdentity(); !known.ok())
        return known;
    return foldNames();
}

Outcome ReplicaFile::migrate()
{
    QSqlQuery query(m_db);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return storage(query.lastError());
    const int held = query.value(0).toInt();
    query.finish();
    const auto texts = replicaMigrations();
    if (!texts.ok())
        return texts.error();
    if (held > int(texts->size()))
        return Error{Error::Kind::Storage, u"newer"_s, u"it was written by a newer BoltDesk"_s, {}, 0};
    for (int next = held; next < int(texts->size()); ++next) {
        const auto done = transaction([&]() -> Outcome {
            for (const QString &statement : statementsOf((*texts)[size_t(next)])) {
                if (const auto ran = run(statement); !ran.ok())
                    return ran;
            }
            return run(u"PRAGMA user_version=%1"_s.arg(next + 1));
        });
        if (!done.ok())
            return done;
    }
    return Done{};
}

Outcome ReplicaFile::checkIdentity()
{
    QSqlQuery &read = prepared(u"SELECT value FROM about WHERE name='identity'"_s);
    if (const auto done = exec(read); !done.ok())
        return done;
    const bool known = read.next();
    const QString whose = known ? read.value(0).toString() : QString();
    read.finish();
    if (known && whose != m_identity)
        return Error{Error::Kind::Storage, u"identity"_s, u"it belongs to another account"_s, {}, 0};
    if (known)
        return Done{};
    QSqlQuery &write = prepared(u"INSERT INTO about (name, value) VALUES ('identity', ?)"_s);
    write.bindValue(0, m_identity);
    return exec(write);
}

void ReplicaFile::setAside(const QString &date, const QString &why, const std::vector<ActionStatus> &salvaged)
{
    close();
    const QString aside = m_path + u".aside-"_s + date;
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile::remove(aside + suffix);
        QFile::rename(m_path + suffix, aside + suffix);
    }
    m_notice = u"The local copy was set aside as %1 (%2). It is read again from the server."_s.arg(
        QFileInfo(aside).fileName(), why);
    if (!salvaged.empty())
        m_notice += u" %1 actions were carried over."_s.arg(salvaged.size());
}

Outcome ReplicaFile::run(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        return storage(query.lastError());
    return Done{};
}

Outcome ReplicaFile::exec(QSqlQuery &query)
{
    if (!query.exec())
        return storage(query.lastError());
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
        QSqlQuery &q =
            prepared(u"INSERT OR REPLACE INTO cursors (name, watermark, complete, as_of) VALUES (?, ?, ?, ?)"_s);
        q.bindValue(0, int(cursor.table));
        q.bindValue(1, SqlWriter::variant(cursor.watermark));
        q.bindValue(2, cursor.complete ? 1 : 0);
        q.bindValue(3, SqlWriter::variant(cursor.asOf));
        if (const auto done = exec(q); !done.ok())
            return done;
    }
    return Done{};
}

Outcome ReplicaFile::writeDelta(const Delta &delta)
{
    if (delta.reset) {
        for (const auto name : {"packages"_L1, "customers"_L1, "directories"_L1, "workers"_L1, "jobs"_L1,
                                "directory_submissions"_L1, "submission_attempts"_L1, "cursors"_L1}) {
            if (const auto done = run(u"DELETE FROM %1"_s.arg(name)); !done.ok())
                return done;
        }
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
    SqlWriter writer(query, placeholdersOf<R>());
    RecordTraits<R>::visit(row, writer);
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
    QSqlQuery &q = prepared(u"SELECT name, watermark, complete, as_of FROM cursors"_s);
    if (const auto done = exec(q); !done.ok())
        return done.error();
    std::vector<TableCursor> all;
    while (q.next()) {
        TableCursor c;
        c.table = Table(q.value(0).toInt());
        if (!q.value(1).isNull())
            c.watermark = fromMicros(q.value(1).toLongLong());
        c.complete = q.value(2).toInt() != 0;
        if (!q.value(3).isNull())
            c.asOf = fromMicros(q.value(3).toLongLong());
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
        return loadTable<Submission>(limit, since, last, whereOf(share));
    case Table::Attempts:
        return loadTable<EndedAttempt>(limit, since, last);
    }
    last = true;
    return SharedParcel(std::make_shared<Parcel>());
}

template<class R>
Result<SharedParcel> ReplicaFile::loadTable(size_t limit, std::optional<Instant> since, bool &last,
                                            const QString &where)
{
    if (!m_reading) {
        m_reading = std::make_shared<QSqlQuery>(m_db);
        m_reading->setForwardOnly(true);
        if (!m_reading->exec(selectSql<R>() + where)) {
            const Error error = storage(m_reading->lastError());
            m_reading.reset();
            return error;
        }
    }
    auto parcel = std::make_shared<Parcel>();
    parcel->state.snapshot = true;
    auto &rows = parcel->state.of<R>().upserts;
    last = false;
    while (rows.size() < limit) {
        if (!m_reading->next()) {
            const QSqlError error = m_reading->lastError();
            m_reading.reset();
            if (error.isValid())
                return storage(error);
            last = true;
            break;
        }
        R row;
        SqlReader reader(*m_reading);
        RecordTraits<R>::visit(row, reader);
        // Without a key it is nobody's row; the server's comes with the next reconciliation.
        if (!row.id.isNull() && !isBefore(row, since))
            rows.push_back(std::move(row));
    }
    return SharedParcel(parcel);
}

Result<std::vector<ActionStatus>> ReplicaFile::actions()
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT body FROM outbox ORDER BY position"_s))
        return storage(query.lastError());
    std::vector<ActionStatus> all;
    while (query.next()) {
        if (auto action = actionFromBody(query.value(0).toString().toUtf8()))
            all.push_back(std::move(*action));
    }
    return all;
}

Outcome ReplicaFile::putActions(const std::vector<ActionStatus> &all)
{
    // An intent must survive a power cut; a row of the copy need not, the server has it.
    if (const auto done = run(u"PRAGMA synchronous=FULL"_s); !done.ok())
        return done;
    const auto done = transaction([&]() -> Outcome {
        QSqlQuery &q =
            prepared(u"INSERT INTO outbox (id, body) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET body=excluded.body"_s);
        for (const ActionStatus &status : all) {
            q.bindValue(0, SqlWriter::variant(status.id));
            q.bindValue(1, QString::fromUtf8(outboxBody(status)));
            if (const auto put = exec(q); !put.ok())
                return put;
        }
        return Done{};
    });
    run(u"PRAGMA synchronous=NORMAL"_s).ok();
    return done;
}

Outcome ReplicaFile::removeActions(const std::vector<ActionId> &ids)
{
    return transaction([&]() -> Outcome {
        QSqlQuery &q = prepared(u"DELETE FROM outbox WHERE id=?"_s);
        for (const ActionId &id : ids) {
            q.bindValue(0, SqlWriter::variant(id));
            if (const auto gone = exec(q); !gone.ok())
                return gone;
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
