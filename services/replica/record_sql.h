// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/replica/record_columns.h"

#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

namespace bolt {

/// Binds a record's members to the statement, in column order.
class SqlWriter
{
public:
    explicit SqlWriter(QSqlQuery &query)
        : m_query(query)
    {
    }

    template<class T>
    void operator()(const char *, const T &value)
    {
        m_query.bindValue(m_at++, variant(value));
    }
    template<class S>
    void state(const char *, S value)
    {
        m_query.bindValue(m_at++, wordOf(value));
    }
    template<class S>
    void state(const char *, S value, const QString &word)
    {
        m_query.bindValue(m_at++, value == S::Unknown ? word : wordOf(value));
    }

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
    static QVariant variant(Instant at) { return toMicros(at); }
    static QVariant variant(bool value) { return value ? 1 : 0; }
    static QVariant variant(int value) { return value; }
    static QVariant variant(qint64 value) { return value; }
    static QVariant variant(double value) { return value; }
    static QVariant variant(float value) { return double(value); }
    static QVariant variant(const QString &value) { return value; }
    template<class T>
    static QVariant variant(const std::optional<T> &value)
    {
        return value ? variant(*value) : QVariant();
    }

private:
    QSqlQuery &m_query;
    int m_at = 0;
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
    void state(const char *, CircuitState &value) { value = circuitState(text()); }
    void state(const char *, WorkerState &value) { value = workerState(text()); }
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
    static void read(const QVariant &v, bool &value) { value = v.toInt() != 0; }
    static void read(const QVariant &v, int &value) { value = v.toInt(); }
    static void read(const QVariant &v, qint64 &value) { value = v.toLongLong(); }
    static void read(const QVariant &v, double &value) { value = v.toDouble(); }
    static void read(const QVariant &v, float &value) { value = float(v.toDouble()); }
    static void read(const QVariant &v, QString &value) { value = v.toString(); }
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
};

template<class R>
QStringList columnsOf()
{
    R row;
    ColumnNames v;
    RecordTraits<R>::visit(row, v);
    return v.names;
}

template<class R>
QString upsertSql()
{
    const QStringList names = columnsOf<R>();
    const QStringList marks(names.size(), QStringLiteral("?"));
    return QStringLiteral("INSERT OR REPLACE INTO %1 (%2) VALUES (%3)")
        .arg(RecordTraits<R>::name, names.join(u','), marks.join(u','));
}

template<class R>
QString selectSql()
{
    return QStringLiteral("SELECT %1 FROM %2").arg(columnsOf<R>().join(u','), RecordTraits<R>::name);
}

} // namespace bolt
