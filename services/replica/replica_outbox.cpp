// SPDX-License-Identifier: GPL-3.0-or-later
// What a person asked for, in the file.
#include "services/replica/outbox_json.h"
#include "services/replica/record_sql.h"
#include "services/replica/replica_file.h"
#include "services/replica/storage_error.h"

#include <QSqlRecord>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

qint64 sumOf(const ActionId &id, const QString &body)
{
    RowSum sum("outbox"_L1);
    sum.add(id);
    sum.add(body);
    return sum.value();
}

} // namespace

Result<std::vector<ActionStatus>> ReplicaFile::actions()
{
    Salvage read;
    if (const auto done = readActions(Order::OldestFirst, read); !done.ok())
        return done.error();
    m_damage.actions += int(read.spoilt.size());
    // Said once: what nobody can read helps nobody.
    const auto gone = transaction([&]() -> Outcome {
        for (const QVariant &position : std::as_const(read.spoilt)) {
            if (const auto done = erase(u"DELETE FROM outbox WHERE position=?"_s, {position}); !done.ok())
                return done.error();
        }
        return Done{};
    });
    return gone.ok() ? Result<std::vector<ActionStatus>>(std::move(read.actions)) : gone.error();
}

/// As far as it goes: `into` holds what was read before an error.
Outcome ReplicaFile::readActions(Order order, Salvage &into)
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    // A file from before there were sums has none.
    if (!query.exec(u"SELECT position, id, body, %1 FROM outbox ORDER BY position %2"_s.arg(
            m_db.record(u"outbox"_s).contains(u"sum"_s) ? u"sum"_s : u"NULL"_s,
            order == Order::OldestFirst ? u"ASC"_s : u"DESC"_s)))
        return storageError(query.lastError());
    while (query.next()) {
        const QString body = query.value(2).toString();
        const ActionId id(QUuid::fromRfc4122(query.value(1).toByteArray()));
        auto action = actionFromBody(body.toUtf8());
        const bool good = query.value(3).isNull() || query.value(3) == QVariant(sumOf(id, body));
        if (good && action && action->id == id)
            into.actions.push_back(std::move(*action));
        else
            into.spoilt << query.value(0);
    }
    return query.lastError().isValid() ? Outcome(storageError(query.lastError())) : Outcome(Done{});
}

Outcome ReplicaFile::putActions(const std::vector<ActionStatus> &all)
{
    // An intent must survive a power cut; a row of the copy need not, the server has it.
    if (const auto done = run(u"PRAGMA synchronous=FULL"_s); !done.ok())
        return done;
    const auto done = transaction([&]() -> Outcome {
        QSqlQuery &q = prepared(u"INSERT INTO outbox (id, body, sum) VALUES (?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
                                "body=excluded.body, sum=excluded.sum"_s);
        for (const ActionStatus &status : all) {
            q.bindValue(0, SqlWriter::variant(status.id));
            const QString body = QString::fromUtf8(outboxBody(status));
            q.bindValue(1, body);
            q.bindValue(2, sumOf(status.id, body));
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

} // namespace bolt
