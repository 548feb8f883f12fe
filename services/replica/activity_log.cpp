// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/activity_log.h"

#include "services/replica/record_sql.h"

#include <QSqlError>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

Error logError(const QSqlQuery &query)
{
    const QSqlError e = query.lastError();
    return {Error::Kind::Storage, e.nativeErrorCode(), e.databaseText(), e.driverText(), 0};
}

template<class State>
QString saidWord(State state, const QString &word)
{
    return state == State::Unknown ? word : wordOf(state);
}

Activity activityFrom(const QSqlQuery &q)
{
    const auto uuid = [&q](int column) { return QUuid::fromRfc4122(q.value(column).toByteArray()); };
    Activity a;
    a.at = fromMicros(q.value(0).toLongLong());
    a.table = Table(q.value(1).toInt());
    a.submission = SubmissionId(uuid(2));
    a.job = JobId(uuid(3));
    a.customer = CustomerId(uuid(4));
    a.directory = DirectoryId(uuid(5));
    a.worker = WorkerId(q.value(6).toString());
    a.was = q.value(7).toString();
    a.became = q.value(8).toString();
    a.code = q.value(9).toString();
    a.attempt = q.value(10).toInt();
    a.maxAttempts = q.value(11).toInt();
    if (!q.value(12).isNull())
        a.until = fromMicros(q.value(12).toLongLong());
    a.done = q.value(13).toInt();
    a.total = q.value(14).toInt();
    return a;
}

} // namespace

void ActivityLog::passOver(const Submission &row)
{
    std::get<States<SubmissionId>>(m_ahead.states).insert(row.id, saidWord(row.state, row.stateWord));
}

void ActivityLog::passOver(const Job &row)
{
    std::get<States<JobId>>(m_ahead.states).insert(row.id, saidWord(row.state, row.stateWord));
    m_ahead.workers.insert(row.id, row.worker);
}

void ActivityLog::passOver(const Worker &row)
{
    std::get<States<WorkerId>>(m_ahead.states).insert(row.id, wordOf(row.state));
}

void ActivityLog::passOver(const Directory &row)
{
    std::get<States<DirectoryId>>(m_ahead.states).insert(row.id, wordOf(row.circuit));
}

template<class Key>
Result<std::optional<QString>> ActivityLog::stateOf(const QString &sql, const Key &key)
{
    const auto &ahead = std::get<States<Key>>(m_ahead.states);
    if (const auto it = ahead.constFind(key); it != ahead.cend())
        return std::optional<QString>(*it);
    QSqlQuery &q = m_prepare(sql);
    q.bindValue(u":id"_s, SqlWriter::variant(key));
    if (!q.exec())
        return logError(q);
    std::optional<QString> word;
    if (q.next())
        word = q.value(0).toString();
    q.finish();
    return word;
}

Outcome ActivityLog::put(const Activity &a)
{
    static const QStringList placeholders =
        u":at :of :submission :job :customer :directory :worker :by :was :became :code :attempt :max :until :done "
        ":total"_s.split(u' ');
    static const QString sql =
        u"INSERT INTO activity (at, of, submission, job, customer, directory, worker, was, became, code, attempt, "
        "max_attempts, until, done, total) VALUES (:at,:of,:submission,:job,:customer,:directory,coalesce(:worker,"
        "(SELECT worker_id FROM jobs WHERE id=:by)),:was,:became,:code,:attempt,:max,:until,:done,:total)"_s;
    QSqlQuery &q = m_prepare(sql);
    SqlWriter writer(q, placeholders);
    const auto bind = [&](const QVariant &value) { writer.bind(value); };
    bind(toMicros(a.at));
    bind(int(a.table));
    bind(SqlWriter::variant(a.submission));
    bind(SqlWriter::variant(a.job));
    bind(SqlWriter::variant(a.customer));
    bind(SqlWriter::variant(a.directory));
    const auto ahead = m_ahead.workers.constFind(a.job);
    const bool inFile = a.worker.isNull() && ahead == m_ahead.workers.cend();
    bind(SqlWriter::variant(a.worker.isNull() && !inFile ? *ahead : a.worker));
    bind(SqlWriter::variant(inFile ? a.job : JobId()));
    bind(a.was);
    bind(a.became);
    bind(a.code);
    bind(a.attempt);
    bind(a.maxAttempts);
    bind(SqlWriter::variant(a.until));
    bind(a.done);
    bind(a.total);
    if (!q.exec())
        return logError(q);
    return Done{};
}

Outcome ActivityLog::note(const Submission &row)
{
    const auto before = stateOf(u"SELECT status FROM directory_submissions WHERE id=:id"_s, row.id);
    if (!before)
        return before.error();
    Activity a;
    a.became = saidWord(row.state, row.stateWord);
    if (*before == a.became)
        return Done{};
    a.at = row.updatedAt;
    a.table = Table::Submissions;
    a.submission = row.id;
    a.job = row.job;
    a.customer = row.customer;
    a.directory = row.directory;
    a.was = before->value_or(QString());
    a.code = row.lastErrorCode;
    a.attempt = row.attempt;
    a.maxAttempts = row.maxAttempts;
    a.until = row.nextRetryAt;
    return put(a);
}

Outcome ActivityLog::note(const Job &row)
{
    const auto before = stateOf(u"SELECT status FROM jobs WHERE id=:id"_s, row.id);
    if (!before)
        return before.error();
    Activity a;
    a.became = saidWord(row.state, row.stateWord);
    if (*before == a.became)
        return Done{};
    a.at = row.updatedAt;
    a.table = Table::Jobs;
    a.job = row.id;
    a.customer = row.customer;
    a.worker = row.worker;
    a.was = before->value_or(QString());
    a.done = row.directoriesCompleted;
    a.total = row.directoriesTotal;
    return put(a);
}

Outcome ActivityLog::note(const Worker &row)
{
    const auto before = stateOf(u"SELECT status FROM workers WHERE id=:id"_s, row.id);
    if (!before)
        return before.error();
    Activity a;
    a.became = wordOf(row.state);
    if (*before == a.became)
        return Done{};
    a.at = row.updatedAt;
    a.table = Table::Workers;
    a.worker = row.id;
    a.was = before->value_or(QString());
    return put(a);
}

Outcome ActivityLog::note(const Directory &row)
{
    const auto before = stateOf(u"SELECT circuit_state FROM directories WHERE id=:id"_s, row.id);
    if (!before)
        return before.error();
    Activity a;
    a.became = wordOf(row.circuit);
    if (!*before || **before == a.became) // a directory that is new is no news of its circuit
        return Done{};
    a.at = row.updatedAt;
    a.table = Table::Directories;
    a.directory = row.id;
    a.was = before->value_or(QString());
    a.until = row.circuitOpenUntil;
    return put(a);
}

Result<std::vector<Activity>> ActivityLog::latest(int limit)
{
    QSqlQuery &q =
        m_prepare(u"SELECT at, of, submission, job, customer, directory, worker, was, became, code, attempt, "
                  "max_attempts, until, done, total FROM activity ORDER BY n DESC LIMIT ?"_s);
    q.bindValue(0, limit);
    if (!q.exec())
        return logError(q);
    std::vector<Activity> all;
    while (q.next())
        all.push_back(activityFrom(q));
    q.finish();
    return all;
}

/// The table is in the order of arrival, which is nearly that of time: what is too old stands at its beginning.
Result<int> ActivityLog::trim(std::optional<Instant> since, int limit)
{
    QSqlQuery &q =
        m_prepare(u"DELETE FROM activity WHERE n IN (SELECT n FROM activity ORDER BY n LIMIT ?) AND (at < ? OR n "
                  "<= (SELECT max(n) FROM activity) - ?)"_s);
    q.bindValue(0, limit);
    q.bindValue(1, since ? toMicros(*since) : std::numeric_limits<qint64>::min());
    q.bindValue(2, most);
    if (!q.exec())
        return logError(q);
    return q.numRowsAffected();
}

} // namespace bolt
