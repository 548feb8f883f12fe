// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/replica/record_columns.h"
#include "services/replica/row_sum.h"

#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

namespace bolt {

/// Binds a record's members to the placeholders of its columns, wherever those stand in the statement. By name: for a
/// number, QSqlQuery puts a name together each time, which costs more than what SQLite does with the value.
class SqlWriter
{
public:
    SqlWriter(QSqlQuery &query, const QStringList &placeholders)
        : m_query(query)
        , m_placeholders(placeholders)
    {
    }

    template<class T>
    void operator()(const char *, const T &value)
    {
        bind(variant(value));
    }
    template<class S>
    void state(const char *, S value, const QString &word)
    {
        bind(saidWord(value, word));
    }
    /// One that is never null.
    void time(const char *, Instant at) { bind(toMicros(at)); }
    void bind(const QVariant &value) { m_query.bindValue(m_placeholders[m_at++], value); }

    template<class Tag>
    static QVariant variant(const Id<Tag> &id)
    {
        return id.isNull() ? QVariant() : QVariant(id.uuid().toRfc4122());
    }
    template<class Tag>
    static QVariant variant(const TextId<Tag> &id)
    {
        return id.isNull() ? QVariant() : QVariant(id.toString());
    }
    /// A time that could not be read is nothing here, or every comparison would take it for the oldest.
    static QVariant variant(Instant at) { return at == Instant() ? QVariant() : QVariant(toMicros(at)); }
    static QVariant variant(const OddCells &odd) { return odd.empty() ? QVariant() : QVariant(odd.toText()); }
    static QVariant variant(Table value) { return int(value); }
    static QVariant variant(bool value) { return value ? 1 : 0; }
    static QVariant variant(int value) { return value; }
    static QVariant variant(qint64 value) { return value; }
    static QVariant variant(double value) { return value; }
    static QVariant variant(float value) { return double(value); }
    static QVariant variant(const QString &value) { return RowSum::kept(value); }
    static QVariant variant(const std::optional<Instant> &at) { return at ? QVariant(toMicros(*at)) : QVariant(); }
    template<class T>
    static QVariant variant(const std::optional<T> &value)
    {
        return value ? variant(*value) : QVariant();
    }

private:
    QSqlQuery &m_query;
    const QStringList &m_placeholders;
    qsizetype m_at = 0;
};

/// Fills a record from the current row of the statement.
class SqlReader
{
public:
    explicit SqlReader(const QSqlQuery &query)
        : m_query(query)
    {
    }

    template<class T>
    void operator()(const char *, T &value)
    {
        read(m_query.value(m_at++), value);
    }
    /// The last column. Nothing in a row from before there were sums.
    std::optional<qint64> sum()
    {
        std::optional<qint64> sum;
        read(m_query.value(m_at++), sum);
        return sum;
    }
    void time(const char *, Instant &at) { at = fromMicros(m_query.value(m_at++).toLongLong()); }
    void state(const char *, CircuitState &value, QString &word) { known(value = circuitState(text()), word); }
    void state(const char *, WorkerState &value, QString &word) { known(value = workerState(text()), word); }
    void state(const char *, JobState &value, QString &word) { known(value = jobState(text()), word); }
    void state(const char *, AttemptOutcome &value, QString &word) { known(value = attemptOutcome(text()), word); }
    void state(const char *, SubmissionState &value, QString &word) { known(value = submissionState(text()), word); }

private:
    QString text() { return m_word = m_query.value(m_at++).toString(); }
    template<class S>
    void known(S state, QString &word)
    {
        word = state == S::Unknown ? m_word : QString();
    }
    template<class Tag>
    static void read(const QVariant &v, Id<Tag> &id)
    {
        id = v.isNull() ? Id<Tag>() : Id<Tag>(QUuid::fromRfc4122(v.toByteArray()));
    }
    template<class Tag>
    static void read(const QVariant &v, TextId<Tag> &id)
    {
        id = TextId<Tag>(v.toString());
    }
    static void read(const QVariant &v, Instant &at) { at = fromMicros(v.toLongLong()); }
    static void read(const QVariant &v, Table &value)
    {
        const uint number = v.toUInt();
        value = number < uint(tableCount) ? Table(number) : Table::Packages;
    }
    static void read(const QVariant &v, bool &value) { value = v.toInt() != 0; }
    static void read(const QVariant &v, int &value) { value = v.toInt(); }
    static void read(const QVariant &v, qint64 &value) { value = v.toLongLong(); }
    static void read(const QVariant &v, double &value) { value = v.toDouble(); }
    static void read(const QVariant &v, float &value) { value = float(v.toDouble()); }
    static void read(const QVariant &v, QString &value) { value = v.toString(); }
    static void read(const QVariant &v, OddCells &odd) { odd = OddCells::fromText(v.toString()); }
    template<class T>
    static void read(const QVariant &v, std::optional<T> &value)
    {
        if (v.isNull())
            return value.reset();
        T inner{};
        read(v, inner);
        value = inner;
    }

    const QSqlQuery &m_query;
    QString m_word;
    int m_at = 0;
};

struct ColumnNames
{
    QStringList names;
    template<class... T>
    void operator()(const char *name, T &&...)
    {
        names << QLatin1StringView(name);
    }
    template<class... T>
    void state(const char *name, T &&...)
    {
        names << QLatin1StringView(name);
    }
    void time(const char *name, Instant) { names << QLatin1StringView(name); }
};

/// The sum comes last.
template<class R>
QStringList columnsOf()
{
    R row;
    ColumnNames v;
    RecordTraits<R>::visit(row, v);
    return v.names << QStringLiteral("sum");
}

inline QStringList placeholdersOf(const QStringList &columns)
{
    QStringList all;
    for (const QString &column : columns)
        all << u':' + column;
    return all;
}

template<class R>
const QStringList &placeholdersOf()
{
    static const QStringList all = placeholdersOf(columnsOf<R>());
    return all;
}

template<class R>
QString upsertSql()
{
    return QStringLiteral("INSERT OR REPLACE INTO %1 (%2) VALUES (%3)")
        .arg(RecordTraits<R>::name, columnsOf<R>().join(u','), placeholdersOf<R>().join(u','));
}

/// Changes a row, by its key, whose columns named in `kept` are as they are given; none otherwise.
template<class R>
QString updateSql(const QStringList &kept)
{
    QStringList changed, same;
    for (const QString &name : columnsOf<R>()) {
        if (name == QStringLiteral("id"))
            same << name + QStringLiteral("=:") + name;
        else if (kept.contains(name))
            same << name + QStringLiteral(" IS :") + name;
        else
            changed << name + QStringLiteral("=:") + name;
    }
    return QStringLiteral("UPDATE %1 SET %2 WHERE %3")
        .arg(RecordTraits<R>::name, changed.join(u','), same.join(QStringLiteral(" AND ")));
}

/// All columns, in their order.
template<class R>
void bindRow(QSqlQuery &query, const R &row)
{
    SqlWriter writer(query, placeholdersOf<R>());
    RecordTraits<R>::visit(row, writer);
    writer.bind(sumOf(row));
}

/// Of the current row of a selectSql(); false where it is not what was written.
template<class R>
bool readRow(const QSqlQuery &query, R &row)
{
    SqlReader reader(query);
    RecordTraits<R>::visit(row, reader);
    return reader.sum() == sumOf(row);
}

template<class R>
QString selectSql()
{
    return QStringLiteral("SELECT %1 FROM %2").arg(columnsOf<R>().join(u','), RecordTraits<R>::name);
}

} // namespace bolt
