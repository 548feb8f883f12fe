// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/activity_log.h"

#include "services/replica/record_sql.h"
#include "services/replica/storage_error.h"

#include <QSqlRecord>

namespace bolt {

using namespace Qt::StringLiterals;

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
    std::get<States<WorkerId>>(m_ahead.states).insert(row.id, saidWord(row.state, row.stateWord));
}

void ActivityLog::passOver(const Directory &row)
{
    std::get<States<DirectoryId>>(m_ahead.states).insert(row.id, saidWord(row.circuit, row.circuitWord));
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
        return storageError(q.lastError());
    std::optional<QString> word;
    if (q.next())
        word = q.value(0).toString();
    q.finish();
    return word;
}

Outcome ActivityLog::put(const Activity &a)
{
    QSqlQuery &q = m_prepare(upsertSql<Activity>());
    bindRow(q, a);
    if (!q.exec())
        return storageError(q.lastError());
    return Done{};
}

/// Who works on a job, as of the row that the batch has come to.
Result<WorkerId> ActivityLog::workerOf(const JobId &job)
{
    if (const auto it = m_ahead.workers.constFind(job); it != m_ahead.workers.cend())
        return *it;
    QSqlQuery &q = m_prepare(u"SELECT worker_id FROM jobs WHERE id=:id"_s);
    q.bindValue(u":id"_s, SqlWriter::variant(job));
    if (!q.exec())
        return storageError(q.lastError());
    const WorkerId worker(q.next() ? q.value(0).toString() : QString());
    q.finish();
    return worker;
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
    const auto worker = workerOf(row.job);
    if (!worker)
        return worker.error();
    a.worker = *worker;
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
    const auto worker = row.worker.isNull() ? workerOf(row.id) : Result<WorkerId>(row.worker);
    if (!worker)
        return worker.error();
    a.worker = *worker;
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
    a.became = saidWord(row.state, row.stateWord);
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
    a.became = saidWord(row.circuit, row.circuitWord);
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
        m_prepare(u"SELECT %1, n FROM activity ORDER BY n DESC LIMIT ?"_s.arg(columnsOf<Activity>().join(u',')));
    q.bindValue(0, limit);
    if (!q.exec())
        return storageError(q.lastError());
    std::vector<Activity> all;
    QVariantList spoilt;
    while (q.next()) {
        Activity a;
        SqlReader reader(q);
        RecordTraits<Activity>::visit(a, reader);
        const auto sum = reader.sum(); // nothing in an entry from before there were sums
        if (!sum || *sum == sumOf(a))
            all.push_back(std::move(a));
        else
            spoilt << q.value(q.record().count() - 1);
    }
    q.finish();
    // Nobody has them any more, so they are not worth a word.
    QSqlQuery &forget = m_prepare(u"DELETE FROM activity WHERE n=?"_s);
    for (const QVariant &n : std::as_const(spoilt)) {
        forget.bindValue(0, n);
        if (!forget.exec())
            return storageError(forget.lastError());
    }
    return all;
}

/// The table is in the order of arrival, which is nearly that of time: what is too old stands at its beginning.
Result<int> ActivityLog::trim(Instant since, int limit)
{
    QSqlQuery &q =
        m_prepare(u"DELETE FROM activity WHERE n IN (SELECT n FROM activity ORDER BY n LIMIT ?) AND at < ?"_s);
    q.bindValue(0, limit);
    q.bindValue(1, toMicros(since));
    if (!q.exec())
        return storageError(q.lastError());
    return q.numRowsAffected();
}

Result<int> ActivityLog::trim(int most, int limit)
{
    QSqlQuery &q = m_prepare(u"DELETE FROM activity WHERE n IN (SELECT n FROM activity WHERE n <= (SELECT max(n) FROM "
                             "activity) - ? ORDER BY n LIMIT ?)"_s);
    q.bindValue(0, most);
    q.bindValue(1, limit);
    if (!q.exec())
        return storageError(q.lastError());
    return q.numRowsAffected();
}

} // namespace bolt
