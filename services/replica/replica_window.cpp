// SPDX-License-Identifier: GPL-3.0-or-later
// How far back a file reaches. The names it is searched by are in replica_names.cpp.
#include "services/replica/record_sql.h"
#include "services/replica/replica_file.h"
#include "services/replica/storage_error.h"

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

/// Of 4 KiB each. A step with so many takes about a millisecond.
constexpr int pagesAtOnce = 64, sparePages = 256;

qint64 sumOfSince(const QString &value)
{
    RowSum sum("about"_L1);
    sum.add(u"since"_s);
    sum.add(value);
    return sum.value();
}

} // namespace

Result<int> ReplicaFile::erase(const QString &sql, const QVariantList &values)
{
    QSqlQuery &q = prepared(sql);
    for (int i = 0; i < values.size(); ++i)
        q.bindValue(i, values[i]);
    if (!q.exec())
        return storageError(q.lastError());
    return q.numRowsAffected();
}

Result<int> ReplicaFile::trim(std::optional<Instant> since, int limit)
{
    int gone = 0;
    if (!since)
        return gone;
    const auto done = transaction([&]() -> Outcome {
        for (const auto name : {"directory_submissions"_L1, "jobs"_L1}) {
            const auto some =
                erase(u"DELETE FROM %1 WHERE id IN (SELECT id FROM %1 WHERE created_at < ? LIMIT ?)"_s.arg(name),
                      {SqlWriter::variant(*since), limit});
            if (!some.ok())
                return some.error();
            gone += *some;
        }
        const auto old = m_activity.trim(*since, limit);
        if (!old.ok())
            return old.error();
        gone += *old;
        return Done{};
    });
    return done.ok() ? Result<int>(gone) : Result<int>(done.error());
}

Result<int> ReplicaFile::tidy(int mostActivity, int limit)
{
    const auto old = m_activity.trim(mostActivity, limit);
    if (!old.ok() || *old > 0)
        return old;
    const auto before = number(u"PRAGMA freelist_count"_s);
    if (!before.ok() || *before <= sparePages)
        return before.ok() ? Result<int>(0) : Result<int>(before.error());
    // One page each: Qt takes the first step only of a statement that has no columns.
    const auto given = transaction([&]() -> Outcome {
        for (qint64 n = std::min<qint64>(*before - sparePages, pagesAtOnce); n > 0; --n) {
            QSqlQuery &page = prepared(u"PRAGMA incremental_vacuum(1)"_s);
            if (const auto done = exec(page); !done.ok())
                return done;
            page.finish();
        }
        return Done{};
    });
    if (!given.ok())
        return given.error();
    const auto after = number(u"PRAGMA freelist_count"_s);
    return after.ok() ? Result<int>(int(*before - *after)) : Result<int>(after.error());
}

Result<std::optional<Instant>> ReplicaFile::keptSince()
{
    QSqlQuery &q = prepared(u"SELECT value, sum FROM about WHERE name='since'"_s);
    if (const auto done = exec(q); !done.ok())
        return done.error();
    std::optional<Instant> since;
    // A wrong one would take rows away.
    if (q.next() && q.value(1) == QVariant(sumOfSince(q.value(0).toString())))
        since = fromMicros(q.value(0).toLongLong());
    q.finish();
    return since;
}

Result<std::optional<Instant>> ReplicaFile::narrow(size_t most)
{
    QSqlQuery &count = prepared(u"SELECT count(*) FROM directory_submissions"_s);
    if (const auto done = exec(count); !done.ok())
        return done.error();
    const size_t held = count.next() ? size_t(count.value(0).toLongLong()) : 0;
    count.finish();
    // With some room, or each new row would move the window.
    if (held <= most + most / 20)
        return std::optional<Instant>();
    QSqlQuery &nth =
        prepared(u"SELECT created_at FROM directory_submissions ORDER BY created_at DESC LIMIT 1 OFFSET ?"_s);
    nth.bindValue(0, qint64(most));
    if (const auto done = exec(nth); !done.ok())
        return done.error();
    const bool found = nth.next();
    const Instant since = found ? fromMicros(nth.value(0).toLongLong() + 1) : Instant();
    nth.finish();
    if (!found)
        return std::optional<Instant>();
    QSqlQuery &keep = prepared(u"INSERT OR REPLACE INTO about (name, value, sum) VALUES ('since', ?, ?)"_s);
    const QString value = QString::number(toMicros(since));
    keep.bindValue(0, value);
    keep.bindValue(1, sumOfSince(value));
    if (const auto done = exec(keep); !done.ok())
        return done.error();
    return std::optional<Instant>(since);
}

} // namespace bolt
