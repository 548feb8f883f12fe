// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/database.h"

#include "backend/db/database_impl.h"
#include "backend/db/migrations.h"
#include "backend/db/sql_functions.h"

#include <QFile>

#include <algorithm>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace bolt::backend {

namespace {

// Dynamic queries of REST clients must not grow the cache without end.
constexpr size_t maxIdleStatements = 256;
constexpr size_t longestIdleStatement = 16 * 1024;
// How often SQLite looks at the deadline, in instructions of its machine: about every 0.1 ms.
constexpr int deadlineStride = 4000;

const auto diskFull = "53100"_L1;

Error internalError(const char16_t *code, const QString &detail)
{
    return {Error::Kind::Internal, QString::fromUtf16(code), u"The database could not do this."_s, detail};
}

} // namespace

// ---- Impl ----

Database::Impl::~Impl()
{
    dropIdle();
    sqlite3_close_v2(handle);
}

sqlite3_stmt *Database::Impl::lease(std::string_view sql)
{
    if (const auto found = idle.find(sql); found != idle.end() && !found->second.empty()) {
        sqlite3_stmt *statement = found->second.back();
        found->second.pop_back();
        --idleCount;
        return statement;
    }
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
        SQLITE_OK)
        poisonWith(sqlError(handle));
    return statement;
}

void Database::Impl::giveBack(sqlite3_stmt *statement)
{
    const std::string_view sql = sqlite3_sql(statement);
    if (sql.size() > longestIdleStatement) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (idleCount >= maxIdleStatements)
        dropIdle();
    auto found = idle.find(sql);
    if (found == idle.end())
        found = idle.emplace(std::string(sql), std::vector<sqlite3_stmt *>()).first;
    found->second.push_back(statement);
    ++idleCount;
}

void Database::Impl::dropIdle()
{
    for (auto &[sql, statements] : idle) {
        for (sqlite3_stmt *statement : statements)
            sqlite3_finalize(statement);
    }
    idle.clear();
    idleCount = 0;
}

void Database::Impl::poisonWith(Error error)
{
    if (!poison)
        poison = std::move(error);
}

bool Database::Impl::mayShow(size_t bytes)
{
    ++rowsShown;
    bytesShown += qint64(bytes);
    return (bounds.rows == 0 || rowsShown <= bounds.rows) && (bounds.bytes == 0 || bytesShown <= bounds.bytes);
}

Outcome Database::Impl::exec(const char *sql)
{
    if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqlError(handle);
    return Done{};
}

// ---- opening ----

Database::Database(const Clock &clock, Randomness &random)
    : m_clock(clock)
    , m_random(random)
    , m(std::make_unique<Impl>(clock))
{
}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const std::string &path, const Clock &clock, Randomness &random)
{
    const QString name = QString::fromStdString(path);
    const bool inMemory = path == ":memory:";
    if (!inMemory && !QFile::exists(name)) {
        // The file holds password hashes: its journal files take over these permissions.
        QFile file(name);
        if (file.open(QIODevice::WriteOnly))
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    std::unique_ptr<Database> db(new Database(clock, random));
    const int code =
        sqlite3_open_v2(path.c_str(), &db->m->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK)
        return openError(db->m->handle, code, name);
    sqlite3_extended_result_codes(db->m->handle, 1);
    if (Outcome ready = db->prepareConnection(name); !ready)
        return ready.error();
    if (Outcome ready = db->migrate(name); !ready)
        return ready.error();
    if (Outcome captured = db->setCapture(true); !captured)
        return damagedError(name, captured.error().detail);
    if (Outcome whole = db->checkSequence(name); !whole)
        return whole.error();
    return db;
}

Outcome Database::prepareConnection(const QString &name)
{
    // Exclusive: the version and commit sequences are kept here in memory, so nobody else may write.
    // NORMAL: in WAL mode a killed process loses nothing; a power cut may lose the last commits, never consistency.
    const char *pragmas[] = {"PRAGMA locking_mode = EXCLUSIVE",      "PRAGMA journal_mode = WAL",
                             "PRAGMA synchronous = NORMAL",          "PRAGMA foreign_keys = ON",
                             "PRAGMA temp_store = MEMORY",           "PRAGMA cache_size = -65536",
                             "BEGIN IMMEDIATE; PRAGMA user_version", "COMMIT"};
    for (const char *pragma : pragmas) {
        const int code = sqlite3_exec(m->handle, pragma, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            return openError(m->handle, code, name);
    }
    return registerFunctions(*m, m_random);
}

Outcome Database::migrate(const QString &name)
{
    Result<std::vector<QByteArray>> all = migrations();
    if (!all)
        return all.error();
    const auto number = [&](std::string_view sql) {
        Statement statement = prepare(sql);
        return statement.next() ? statement.integer(0) : 0;
    };
    const qint64 seen = number("PRAGMA user_version");
    const bool empty = number("SELECT count(*) FROM sqlite_schema") == 0;
    if (m->poison)
        return damagedError(name, m->poison->detail);
    if (!empty && number("PRAGMA application_id") != applicationId)
        return Error{Error::Kind::Storage,
                     u"foreign_database"_s,
                     u"The database %1 belongs to another program."_s.arg(name),
                     {}};
    if (seen > qint64(all->size()))
        return Error{Error::Kind::Storage,
                     u"newer_database"_s,
                     u"The database %1 was written by a newer version of this program."_s.arg(name),
                     {}};
    if (seen < 0 || empty != (seen == 0))
        return damagedError(name, u"its version is %1"_s.arg(seen));
    // Ours has none. One under a name of ours could run for ever, so that it is known before anything is read; any
    // other is the operator's.
    for (Statement view = prepare("SELECT name FROM sqlite_schema WHERE type = 'view'"); view.next();) {
        if (makesName(*all, view.view(0)))
            return viewInTheWay(name, QString::fromStdString(view.text(0)));
    }
    if (Outcome whole = empty ? Outcome(Done{}) : loadSequences(name); !whole)
        return whole;
    for (qint64 i = seen; i < qint64(all->size()); ++i) {
        Outcome applied = write([&]() -> Outcome {
            const std::string head = "PRAGMA application_id = " + std::to_string(applicationId) +
                                     "; PRAGMA user_version = " + std::to_string(i + 1) + ";";
            return m->exec(((*all)[size_t(i)] + head.c_str()).constData());
        });
        if (!applied)
            return applied.error().code == diskFull ? applied : damagedError(name, applied.error().detail);
    }
    return Done{};
}

/// Of a file that holds the only truth nothing is guessed, and nothing is written into one that is not whole.
Outcome Database::loadSequences(const QString &name)
{
    Statement check = prepare("PRAGMA quick_check(1)");
    const std::string found = check.next() ? check.text(0) : std::string();
    if (found != "ok")
        return damagedError(name, found.empty() && m->poison ? m->poison->detail : QString::fromStdString(found));
    Statement statement = prepare("SELECT version_seq, commit_seq FROM backend_state");
    const bool there = statement.next();
    m->sequence.last = m->sequence.stored = statement.integer(0);
    m_commitSeq = statement.integer(1);
    // What is counted up by one for each change never comes near the end.
    constexpr qint64 most = qint64(1) << 62;
    if (!there || m->sequence.last < 0 || m->sequence.last > most || m_commitSeq < 0 || m_commitSeq > most)
        return damagedError(name, u"its counters are wrong"_s);
    return Done{};
}

/// A sequence that fell behind would hand out versions that were had already.
Outcome Database::checkSequence(const QString &name)
{
    for (const TableDef &table : schema().tables()) {
        if (!table.versioned)
            continue;
        Statement newest = prepare("SELECT max(version) FROM \"" + table.name + '"');
        if (!newest.next() || newest.integer(0) > m->sequence.last)
            return damagedError(name, m->poison ? m->poison->detail : u"its counters are behind its rows"_s);
    }
    return Done{};
}

// ---- transactions ----

Instant Database::now() const { return m->depth > 0 ? m->now : m_clock.now(); }

Outcome Database::begin(Mode mode, const ReadBounds &bounds)
{
    if (m->telling)
        return internalError(u"XX000", u"a commit listener used the database"_s);
    if (m->depth > 0) {
        if (mode == Mode::Write && !m->writing)
            return internalError(u"XX000", u"write within read"_s);
        if (mode == Mode::Write) {
            if (Outcome marked = m->exec("SAVEPOINT nested"); !marked)
                return marked;
            m->marks.push_back(m->capture.size());
        }
        ++m->depth;
        return Done{};
    }
    m->poison.reset();
    if (Outcome begun = m->exec(mode == Mode::Write ? "BEGIN IMMEDIATE" : "BEGIN"); !begun)
        return begun;
    m->depth = 1;
    m->writing = mode == Mode::Write;
    m->now = m_clock.now();
    m->sequence.atBegin = m->sequence.last;
    m->bounds = bounds;
    m->rowsShown = m->bytesShown = 0;
    if (bounds.time > Micros(0)) {
        m->deadline = m_clock.monotonic() + bounds.time;
        const auto late = [](void *data) { return static_cast<const Impl *>(data)->isLate() ? 1 : 0; };
        sqlite3_progress_handler(m->handle, deadlineStride, late, m.get());
    }
    return Done{};
}

Outcome Database::end(Mode mode, bool keep)
{
    if (m->depth > 1) {
        --m->depth;
        return mode == Mode::Write ? endNested(keep) : Outcome(Done{});
    }
    sqlite3_progress_handler(m->handle, 0, nullptr, nullptr);
    Outcome outcome = Done{};
    if (m->poison)
        outcome = *m->poison;
    std::optional<Commit> commit;
    if (outcome.ok() && keep && m->writing) {
        commit = seal();
        outcome = m->poison ? Outcome(*m->poison) : m->exec("COMMIT");
    } else if (outcome.ok()) {
        outcome = m->exec(m->writing ? "ROLLBACK" : "COMMIT");
    }
    const bool kept = commit.has_value() && outcome.ok();
    if (!outcome && !sqlite3_get_autocommit(m->handle))
        (void)m->exec("ROLLBACK");
    settle(kept);
    if (kept && !commit->changes.empty())
        tell(*commit);
    return outcome;
}

Outcome Database::endNested(bool keep)
{
    const size_t mark = m->marks.back();
    m->marks.pop_back();
    // SQLite may have rolled back everything by itself (disk full): then the outer transaction must fail, too.
    if (sqlite3_get_autocommit(m->handle))
        return *m->poison;
    const std::optional<Error> failure = m->poison;
    if (failure || !keep) {
        m->poison.reset();
        m->capture.truncate(mark);
        if (Outcome undone = m->exec("ROLLBACK TO nested"); !undone)
            m->poisonWith(undone.error());
    }
    if (Outcome released = m->exec("RELEASE nested"); !released)
        m->poisonWith(released.error());
    if (failure)
        return *failure;
    return Done{};
}

/// The commit as it will be told, and its numbers written down within it.
Commit Database::seal()
{
    Commit commit;
    commit.changes = m->capture.take();
    commit.seq = m_commitSeq + (commit.changes.empty() ? 0 : 1);
    commit.at = std::max(m->lastCommitAt, m_clock.now());
    if (commit.seq != m_commitSeq || m->sequence.last != m->sequence.stored)
        run("UPDATE backend_state SET version_seq = ?, commit_seq = ?", m->sequence.last, commit.seq);
    return commit;
}

void Database::settle(bool kept)
{
    if (kept) {
        m->sequence.stored = m->sequence.last;
    } else {
        m->capture.truncate(0);
        m->sequence.last = m->sequence.atBegin;
    }
    m->marks.clear();
    m->poison.reset();
    m->depth = 0;
    m->writing = false;
}

void Database::tell(const Commit &commit)
{
    m_commitSeq = commit.seq;
    m->lastCommitAt = commit.at;
    m->telling = true;
    const auto listeners = m->listeners; // one may take itself off
    for (const auto &[number, listener] : listeners)
        listener(commit);
    m->telling = false;
}

// ---- statements ----

Statement Database::prepare(std::string_view sql) { return Statement(*this, m->poison ? nullptr : m->lease(sql)); }

qint64 Database::finish(Statement &statement)
{
    while (statement.next()) {
    }
    return m->poison ? 0 : sqlite3_changes64(m->handle);
}

Outcome Database::execute(const std::string &sql) { return m->exec(sql.c_str()); }

int Database::addListener(CommitListener listener)
{
    m->listeners.emplace_back(++m->listenerCount, std::move(listener));
    return m->listenerCount;
}

void Database::removeListener(int number)
{
    auto &all = m->listeners;
    all.erase(std::remove_if(all.begin(), all.end(), [&](const auto &entry) { return entry.first == number; }),
              all.end());
}

Outcome Database::setCapture(bool on)
{
    if (m->depth > 0)
        return internalError(u"XX000", u"setCapture within a transaction"_s);
    // Some eighty statements, which are no transactions each.
    Outcome done = m->exec(("BEGIN;" + Capture::triggersSql(on) + "COMMIT").c_str());
    if (!done)
        (void)m->exec("ROLLBACK");
    return done;
}

std::string Database::engineName() { return std::string("sqlite ") + sqlite3_libversion(); }

qint64 Database::sizeInBytes()
{
    Statement statement = prepare("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
    return statement.next() ? statement.integer(0) : 0;
}

} // namespace bolt::backend
