// SPDX-License-Identifier: GPL-3.0-or-later
// Any values in the rows of a copy on disk: read or refused, and what was read comes back the same when it is written.
#include "services/replica/record_sql.h"
#include "services/replica/replica_file.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>
#include <fuzzer/FuzzedDataProvider.h>

namespace {

using namespace bolt;
using namespace Qt::StringLiterals;

[[noreturn]] void broken(const char *what, const QString &detail)
{
    std::fprintf(stderr, "%s: %s\n", what, qPrintable(detail));
    std::abort();
}

/// One strange row is no reason to refuse the others.
template<class T>
void mustAnswer(const char *what, const Result<T> &answer)
{
    if (!answer)
        broken(what, answer.error().message);
}

QVariant anyValue(FuzzedDataProvider &bytes)
{
    switch (bytes.ConsumeIntegralInRange(0, 4)) {
    case 0:
        return {};
    case 1:
        return bytes.ConsumeIntegral<qint64>();
    case 2:
        return bytes.ConsumeFloatingPoint<double>();
    case 3:
        return QString::fromStdString(bytes.ConsumeRandomLengthString(80));
    default:
        return QByteArray::fromStdString(bytes.ConsumeRandomLengthString(20));
    }
}

/// One file, and a second connection to it that writes what no program of ours would.
class Copy
{
public:
    Copy()
    {
        const QString path = m_folder.filePath(u"a.replica"_s);
        m_file = std::make_unique<ReplicaFile>(path, u"me"_s);
        if (const Outcome opened = m_file->open(u"d"_s); !opened)
            broken("open", opened.error().message);
        m_stranger = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"stranger"_s);
        m_stranger.setDatabaseName(path);
        if (!m_stranger.open() || !run(u"PRAGMA synchronous=OFF"_s))
            broken("stranger", m_stranger.lastError().text());
    }

    bool run(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery query(m_stranger);
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        return query.exec();
    }

    /// False when the file itself takes no such row.
    bool put(const QString &table, const QStringList &columns, FuzzedDataProvider &bytes)
    {
        QVariantList values;
        for (qsizetype i = 0; i < columns.size(); ++i)
            values << anyValue(bytes);
        const QStringList marks(columns.size(), u"?"_s);
        return run(u"DELETE FROM %1"_s.arg(table)) &&
               run(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u','), marks.join(u',')), values);
    }

    template<class R>
    void tryRow(Table table, FuzzedDataProvider &bytes)
    {
        if (!put(QString(RecordTraits<R>::name), columnsOf<R>(), bytes))
            return;
        read<R>(table); // left out, since its sum is none
        const R strange = unchecked<R>();
        if (strange.id.isNull())
            return;
        const auto once = writtenAndRead<R>(table, {strange});
        if (once.size() != 1)
            broken("a row that was written is not read", QString(RecordTraits<R>::name));
        // SQLite reads the two characters that are none (U+FFFE, U+FFFF) as U+FFFD, so that only the second time
        // counts.
        if (writtenAndRead(table, once) != once)
            broken("another row came back", QString(RecordTraits<R>::name));
    }

    void tryActions(FuzzedDataProvider &bytes)
    {
        const QByteArray id(16, '\1');
        if (run(u"DELETE FROM outbox"_s) && run(u"INSERT INTO outbox (id, body) VALUES (?, ?)"_s,
                                                {id, QByteArray::fromStdString(bytes.ConsumeRemainingBytesAsString())}))
            mustAnswer("actions", m_file->actions());
    }

    void tryOthers(FuzzedDataProvider &bytes)
    {
        if (put(u"cursors"_s, {u"name"_s, u"watermark"_s, u"complete"_s, u"as_of"_s, u"sum"_s}, bytes))
            mustAnswer("cursors", m_file->cursors());
        if (put(u"activity"_s,
                {u"at"_s, u"of"_s, u"submission"_s, u"job"_s, u"customer"_s, u"directory"_s, u"worker"_s, u"was"_s,
                 u"became"_s, u"code"_s, u"attempt"_s, u"max_attempts"_s, u"until"_s, u"done"_s, u"total"_s, u"sum"_s},
                bytes))
            mustAnswer("activity", m_file->latestActivity(10));
    }

private:
    template<class R>
    R unchecked()
    {
        QSqlQuery query(m_stranger);
        R row;
        if (query.exec(selectSql<R>()) && query.next())
            readRow(query, row); // whatever its sum
        return row;
    }
    template<class R>
    std::vector<R> writtenAndRead(Table table, const std::vector<R> &rows)
    {
        Parcel parcel;
        parcel.state.of<R>().upserts = rows;
        if (!run(u"DELETE FROM %1"_s.arg(QString(RecordTraits<R>::name))))
            broken("delete", m_stranger.lastError().text());
        if (const Outcome written = m_file->write(parcel, false); !written)
            broken("write", written.error().message);
        return read<R>(table);
    }
    template<class R>
    std::vector<R> read(Table table)
    {
        std::vector<R> rows;
        for (bool last = false; !last;) {
            const auto chunk = m_file->load(table, 10, {}, last);
            if (!chunk)
                broken("load", chunk.error().message);
            Delta state = (*chunk)->state;
            const auto &more = state.of<R>().upserts;
            rows.insert(rows.end(), more.begin(), more.end());
        }
        return rows;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ReplicaFile> m_file;
    QSqlDatabase m_stranger;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz_replica";
    static char *argv[] = {name, nullptr};
    static QCoreApplication app(argc, argv);
    static Copy copy;
    FuzzedDataProvider bytes(data, size);
    switch (bytes.ConsumeIntegralInRange(0, 8)) {
    case 0:
        copy.tryRow<Package>(Table::Packages, bytes);
        break;
    case 1:
        copy.tryRow<Customer>(Table::Customers, bytes);
        break;
    case 2:
        copy.tryRow<Directory>(Table::Directories, bytes);
        break;
    case 3:
        copy.tryRow<Worker>(Table::Workers, bytes);
        break;
    case 4:
        copy.tryRow<Job>(Table::Jobs, bytes);
        break;
    case 5:
        copy.tryRow<Submission>(Table::Submissions, bytes);
        break;
    case 6:
        copy.tryActions(bytes);
        break;
    case 8:
        copy.tryRow<EndedAttempt>(Table::Attempts, bytes);
        break;
    default:
        copy.tryOthers(bytes);
    }
    return 0;
}
