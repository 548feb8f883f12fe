// SPDX-License-Identifier: GPL-3.0-or-later
// The names by which a copy is searched, as folded text.
#include "models/domain/fold.h"
#include "services/replica/record_sql.h"
#include "services/replica/replica_file.h"
#include "services/replica/search_words.h"

#include <QSqlError>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

constexpr int customerKind = 1, directoryKind = 2;

} // namespace

Outcome ReplicaFile::index(const Customer &row)
{
    return indexName(customerKind, SqlWriter::variant(row.id), searchedText(row));
}

Outcome ReplicaFile::index(const Directory &row)
{
    return indexName(directoryKind, SqlWriter::variant(row.id), searchedText(row));
}

Outcome ReplicaFile::unindex(const CustomerId &id) { return indexName(customerKind, SqlWriter::variant(id), {}); }

Outcome ReplicaFile::unindex(const DirectoryId &id) { return indexName(directoryKind, SqlWriter::variant(id), {}); }

/// An index of external content is told what it forgets, in the words it was told (FTS5, "External Content Tables").
Outcome ReplicaFile::indexName(int kind, const QVariant &ref, const QString &text)
{
    QSqlQuery &held = prepared(u"SELECT n, text FROM names WHERE kind=? AND ref=?"_s);
    held.bindValue(0, kind);
    held.bindValue(1, ref);
    if (const auto done = exec(held); !done.ok())
        return done;
    const bool known = held.next();
    const qint64 n = known ? held.value(0).toLongLong() : 0;
    const QString before = known ? held.value(1).toString() : QString();
    held.finish();
    if (known ? before == text : text.isEmpty())
        return Done{};
    Result<int> done = 0;
    if (known) {
        done = erase(u"INSERT INTO names_index (names_index, rowid, text) VALUES ('delete', ?, ?)"_s, {n, before});
        if (done.ok())
            done = text.isEmpty() ? erase(u"DELETE FROM names WHERE n=?"_s, {n})
                                  : erase(u"UPDATE names SET text=? WHERE n=?"_s, {text, n});
    } else {
        done = erase(u"INSERT INTO names (kind, ref, text) VALUES (?, ?, ?)"_s, {kind, ref, text});
    }
    if (done.ok() && !text.isEmpty())
        done = erase(u"INSERT INTO names_index (rowid, text) SELECT n, text FROM names WHERE kind=? AND ref=?"_s,
                     {kind, ref});
    return done.ok() ? Outcome(Done{}) : Outcome(done.error());
}

Outcome ReplicaFile::forgetNames()
{
    if (const auto done = run(u"DELETE FROM names"_s); !done.ok())
        return done;
    return run(u"INSERT INTO names_index (names_index) VALUES ('rebuild')"_s);
}

/// A copy whose names were written by other rules, or by none, is folded once; all of it or nothing.
Outcome ReplicaFile::foldNames()
{
    const QString rules = QString::number(foldingVersion);
    QSqlQuery &held = prepared(u"SELECT value FROM about WHERE name='folding'"_s);
    if (const auto done = exec(held); !done.ok())
        return done;
    const bool same = held.next() && held.value(0).toString() == rules;
    held.finish();
    if (same)
        return Done{};
    return transaction([&]() -> Outcome {
        qint64 last = 0;
        Result<int> many = 1;
        while (many.ok() && *many > 0)
            many = foldSome(last);
        if (!many.ok())
            return many.error();
        if (const auto done = run(u"INSERT INTO names_index (names_index) VALUES ('rebuild')"_s); !done.ok())
            return done;
        const auto kept = erase(u"INSERT OR REPLACE INTO about (name, value) VALUES ('folding', ?)"_s, {rules});
        return kept.ok() ? Outcome(Done{}) : Outcome(kept.error());
    });
}

/// Some names after the one numbered `last`, which it moves; answers how many. From the records: what was written of
/// them may have been cut.
Result<int> ReplicaFile::foldSome(qint64 &last)
{
    QSqlQuery &some = prepared(u"SELECT n, kind, coalesce(company_name, name, ''), coalesce(email, d.website, ''), "
                               "coalesce(c.website, category, '') FROM names "
                               "LEFT JOIN customers c ON kind=1 AND c.id=ref "
                               "LEFT JOIN directories d ON kind=2 AND d.id=ref WHERE n>? ORDER BY n LIMIT 1000"_s);
    some.bindValue(0, last);
    if (const auto done = exec(some); !done.ok())
        return done.error();
    std::vector<std::pair<qint64, QString>> texts;
    while (some.next()) {
        last = some.value(0).toLongLong();
        Customer customer;
        Directory directory;
        const bool isCustomer = some.value(1).toInt() == customerKind;
        (isCustomer ? customer.companyName : directory.name) = some.value(2).toString();
        (isCustomer ? customer.email : directory.website) = some.value(3).toString();
        (isCustomer ? customer.website : directory.category) = some.value(4).toString();
        texts.emplace_back(last, isCustomer ? searchedText(customer) : searchedText(directory));
    }
    some.finish();
    for (const auto &[n, text] : texts) {
        if (const auto done = erase(u"UPDATE names SET text=? WHERE n=?"_s, {text, n}); !done.ok())
            return done.error();
    }
    return int(texts.size());
}

} // namespace bolt
