// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/replica_search.h"

#include "services/replica/record_sql.h"
#include "services/replica/search_words.h"
#include "services/replica/storage_error.h"

#include <QFile>
#include <QPromise>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>
#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>

namespace bolt {

using namespace Qt::StringLiterals;
using Hits = std::vector<SearchHit>;

namespace {

/// names.kind
constexpr int ofCustomers = 1, ofDirectories = 2;

/// One connection for one question: what is set aside or wiped in between is not held open, and not read again.
class Reader
{
public:
    explicit Reader(const QString &file)
    {
        static std::atomic<int> count{0};
        m_name = u"search-%1"_s.arg(++count);
        m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        m_db.setDatabaseName(file);
        m_db.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s);
    }
    ~Reader()
    {
        m_db.close();
        m_db = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    Result<Hits> find(const QString &text, int most)
    {
        if (!QFile::exists(m_db.databaseName()))
            return Error{Error::Kind::NotFound, u"no_copy"_s, u"there is no copy on this computer"_s, {}, 0};
        if (!m_db.open())
            return storageError(m_db.lastError());
        const SearchWords words(text);
        m_most = most;
        if (words.empty())
            return Hits();
        Outcome done = customers(words);
        if (done)
            done = directories(words);
        if (done)
            done = jobs(words);
        if (done)
            done = submissions(words);
        return done ? Result<Hits>(std::move(m_hits)) : Result<Hits>(done.error());
    }

private:
    Outcome customers(const SearchWords &words)
    {
        return find<Customer>(u"SELECT ref FROM names JOIN customers ON id=ref WHERE %1 "
                              "ORDER BY company_name COLLATE NOCASE, ref"_s.arg(words.where()),
                              words.values(ofCustomers), [](SearchHit &hit, const Customer &c) {
                                  hit.kind = SearchHit::Kind::Customer;
                                  hit.name = c.companyName;
                                  hit.about = c.email;
                              });
    }
    Outcome directories(const SearchWords &words)
    {
        return find<Directory>(
            u"SELECT ref FROM names JOIN directories ON id=ref WHERE %1 ORDER BY name COLLATE NOCASE, ref"_s.arg(
                words.where()),
            words.values(ofDirectories), [](SearchHit &hit, const Directory &d) {
                hit.kind = SearchHit::Kind::Directory;
                hit.name = d.name;
                hit.about = d.website;
            });
    }
    Outcome jobs(const SearchWords &words)
    {
        return find<Job>(u"SELECT id FROM jobs WHERE customer_id IN (SELECT ref FROM names WHERE %1) "
                         "ORDER BY created_at DESC, id"_s.arg(words.where()),
                         words.values(ofCustomers), [this](SearchHit &hit, const Job &j) {
                             hit.kind = SearchHit::Kind::Job;
                             hit.name = nameOf<Customer>(j.customer);
                             const QString package = nameOf<Package>(j.package);
                             hit.about = package.isEmpty() ? j.package.toString() : package;
                             hit.state = saidWord(j.state, j.stateWord);
                             hit.at = j.createdAt;
                         });
    }
    /// Of the first directories only: a word that is in the name of each would have all submissions sorted.
    Outcome submissions(const SearchWords &words)
    {
        const QString found = u"SELECT ref FROM (SELECT ref FROM names JOIN directories ON id=ref WHERE %1 "
                              "ORDER BY name COLLATE NOCASE, ref LIMIT ?)"_s.arg(words.where());
        QString which = u"directory_id IN (%1)"_s.arg(found);
        QVariantList values = words.values(ofDirectories) << m_most;
        if (!words.code().isEmpty()) {
            // No letter of a code is greater than '_'.
            which += u" OR (last_error_code <> '' AND last_error_code >= ? AND last_error_code < ?)"_s;
            values << words.code() << words.code() + u'a';
        }
        return find<Submission>(
            u"SELECT id FROM directory_submissions WHERE %1 ORDER BY updated_at DESC, id"_s.arg(which), values,
            [this](SearchHit &hit, const Submission &s) {
                hit.kind = SearchHit::Kind::Submission;
                hit.name = nameOf<Directory>(s.directory);
                hit.about = nameOf<Customer>(s.customer);
                hit.state = saidWord(s.state, s.stateWord);
                hit.code = s.lastErrorCode;
                hit.at = s.updatedAt;
            });
    }
    /// The statement answers keys. Rows that are not what was written are no hits.
    template<class R, class Tell>
    Outcome find(const QString &sql, const QVariantList &values, const Tell &tell)
    {
        QSqlQuery q(m_db);
        q.setForwardOnly(true);
        if (!q.prepare(sql + u" LIMIT ?"_s))
            return storageError(q.lastError());
        for (const QVariant &value : values)
            q.addBindValue(value);
        q.addBindValue(m_most);
        if (!q.exec())
            return storageError(q.lastError());
        while (q.next()) {
            const auto row = read<R>(q.value(0));
            if (!row)
                continue;
            SearchHit hit;
            hit.id = row->id.uuid();
            tell(hit, *row);
            if (!hit.name.isEmpty() || std::is_same_v<R, Submission>) // what is found by a name has one
                m_hits.push_back(std::move(hit));
        }
        return q.lastError().isValid() ? Outcome(storageError(q.lastError())) : Outcome(Done{});
    }
    template<class R>
    std::optional<R> read(const QVariant &key)
    {
        QSqlQuery q(m_db);
        q.setForwardOnly(true);
        R row;
        q.prepare(selectSql<R>() + u" WHERE id=?"_s);
        q.addBindValue(key);
        return q.exec() && q.next() && readRow(q, row) ? std::optional(std::move(row)) : std::nullopt;
    }
    /// Empty where it is not known.
    template<class R, class Key>
    QString nameOf(const Key &key)
    {
        const auto row = read<R>(SqlWriter::variant(key));
        if (!row)
            return {};
        if constexpr (std::is_same_v<R, Customer>)
            return row->companyName;
        else
            return row->name;
    }

    QString m_name;
    QSqlDatabase m_db;
    Hits m_hits;
    int m_most = 0;
};

struct Question
{
    QString text;
    QPromise<Result<Hits>> promise;
};

} // namespace

struct ReplicaSearch::Private
{
    void run()
    {
        std::unique_lock lock(mutex);
        while (true) {
            wake.wait(lock, [this] { return closing || next; });
            if (closing)
                return;
            const std::unique_ptr<Question> now = std::move(next);
            lock.unlock();
            now->promise.addResult(Reader(file).find(now->text, most));
            now->promise.finish();
            lock.lock();
        }
    }
    /// A promise that goes unfinished cancels its future.
    void ask(std::unique_ptr<Question> question)
    {
        {
            const std::lock_guard lock(mutex);
            std::swap(next, question);
        }
        wake.notify_one();
    }

    QString file;
    int most = 0;
    std::mutex mutex;
    std::condition_variable wake;
    std::unique_ptr<Question> next;
    bool closing = false;
    std::promise<void> ended;
    std::unique_ptr<QThread> thread;
};

ReplicaSearch::ReplicaSearch(const QString &file, int mostOfAKind)
    : d(std::make_unique<Private>())
{
    d->file = file;
    d->most = mostOfAKind;
    d->thread.reset(QThread::create([p = d.get()] {
        p->run();
        p->ended.set_value();
    }));
    d->thread->setObjectName(u"search"_s);
    d->thread->start();
}

ReplicaSearch::~ReplicaSearch()
{
    {
        const std::lock_guard lock(d->mutex);
        d->closing = true;
    }
    d->wake.notify_one();
    d->ended.get_future().wait(); // all that the thread wrote is seen here; QThread::wait() may find it gone already
    d->thread->wait();
}

QFuture<Result<Hits>> ReplicaSearch::find(const QString &text)
{
    auto question = std::make_unique<Question>();
    question->text = text;
    question->promise.start();
    const auto future = question->promise.future();
    d->ask(std::move(question));
    return future;
}

} // namespace bolt
