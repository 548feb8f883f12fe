// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/replica_search.h"

#include "services/replica/search_words.h"

#include <QFile>
#include <QPromise>
#include <QSqlDatabase>
#include <QSqlError>
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

Error searchError(const QSqlError &e)
{
    return {Error::Kind::Storage, e.nativeErrorCode(), e.databaseText(), e.driverText(), 0};
}

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
            return searchError(m_db.lastError());
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
        return add(SearchHit::Kind::Customer,
                   u"SELECT ref, company_name, email, '', '', NULL FROM names JOIN customers ON id=ref WHERE %1 "
                   "ORDER BY company_name COLLATE NOCASE, ref"_s.arg(words.where()),
                   words.values(ofCustomers));
    }
    Outcome directories(const SearchWords &words)
    {
        return add(SearchHit::Kind::Directory,
                   u"SELECT ref, name, website, '', '', NULL FROM names JOIN directories ON id=ref WHERE %1 "
                   "ORDER BY name COLLATE NOCASE, ref"_s.arg(words.where()),
                   words.values(ofDirectories));
    }
    Outcome jobs(const SearchWords &words)
    {
        return add(SearchHit::Kind::Job,
                   u"SELECT j.id, c.company_name, coalesce(p.name, j.package_type), j.status, '', j.created_at "
                   "FROM jobs j JOIN customers c ON c.id=j.customer_id LEFT JOIN packages p ON p.id=j.package_type "
                   "WHERE j.customer_id IN (SELECT ref FROM names WHERE %1) ORDER BY j.created_at DESC, j.id"_s.arg(
                       words.where()),
                   words.values(ofCustomers));
    }
    /// Of the first directories only: a word that is in the name of each would have all submissions sorted.
    Outcome submissions(const SearchWords &words)
    {
        const QString found = u"SELECT ref FROM (SELECT ref FROM names JOIN directories ON id=ref WHERE %1 "
                              "ORDER BY name COLLATE NOCASE, ref LIMIT ?)"_s.arg(words.where());
        QString which = u"s.directory_id IN (%1)"_s.arg(found);
        QVariantList values = words.values(ofDirectories) << m_most;
        if (!words.code().isEmpty()) {
            // No letter of a code is greater than '_'.
            which += u" OR (s.last_error_code <> '' AND s.last_error_code >= ? AND s.last_error_code < ?)"_s;
            values << words.code() << words.code() + u'a';
        }
        return add(SearchHit::Kind::Submission,
                   u"SELECT s.id, d.name, c.company_name, s.status, s.last_error_code, s.updated_at "
                   "FROM directory_submissions s LEFT JOIN directories d ON d.id=s.directory_id "
                   "LEFT JOIN customers c ON c.id=s.customer_id WHERE %1 ORDER BY s.updated_at DESC, s.id"_s.arg(which),
                   values);
    }
    Outcome add(SearchHit::Kind kind, const QString &sql, const QVariantList &values)
    {
        QSqlQuery q(m_db);
        q.setForwardOnly(true);
        if (!q.prepare(sql + u" LIMIT ?"_s))
            return searchError(q.lastError());
        for (const QVariant &value : values)
            q.addBindValue(value);
        q.addBindValue(m_most);
        if (!q.exec())
            return searchError(q.lastError());
        while (q.next()) {
            SearchHit hit;
            hit.kind = kind;
            hit.id = QUuid::fromRfc4122(q.value(0).toByteArray());
            hit.name = q.value(1).toString();
            hit.about = q.value(2).toString();
            hit.state = q.value(3).toString();
            hit.code = q.value(4).toString();
            if (!q.value(5).isNull())
                hit.at = fromMicros(q.value(5).toLongLong());
            m_hits.push_back(std::move(hit));
        }
        return q.lastError().isValid() ? Outcome(searchError(q.lastError())) : Outcome(Done{});
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
