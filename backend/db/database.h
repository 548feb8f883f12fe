// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/commit.h"
#include "backend/db/randomness.h"
#include "backend/db/statement.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"

#include <memory>
#include <string>
#include <type_traits>
#include <vector>

namespace bolt::backend {

/// What one transaction may cost; zero: no bound.
struct ReadBounds
{
    Micros time{0};   ///< of all its statements; then 57014
    qint64 rows = 0;  ///< rendered by row_json, nested ones too; then 54000
    qint64 bytes = 0; ///< of what row_json rendered; then 54000
};

/// The backend's SQLite database: one connection, used by one thread (the backend thread), the only process on its
/// file.
///
/// Everything runs inside `write` or `read`. A statement that fails poisons its transaction: what follows does nothing,
/// and `write`/`read` rolls back and answers that error, so the code in between needs no check per statement.
/// Error.code is then the SQLSTATE PostgreSQL would give: 23505 unique, 23503 foreign key, 23502 not null, 23514 check,
/// 57014 out of time, 54000 too much, 54001 too complex, XX000 anything else.
///
/// SQL functions beside SQLite's own: `next_version()`; `touched(updated_at)` = max(now, old + 1 µs); `now_us()` = the
/// transaction's time; `new_uuid()`; `instant_us('2026-08-21T12:00:00Z')`; `row_json('a:int4,b:timestamptz,c:jsonb', x,
/// y, z)` = one JSON object with these keys, the values rendered by their types (a nested row_json is a jsonb);
/// `json_list(x)` aggregates JSON texts to an array in the order of its rows, `[]` for none; `is_like(text, pattern,
/// no_case)` as LikePattern of like.h, and it looks at the time of the transaction itself, for it may take long;
/// `to_number('int4', x)` = what the text x says, also as int8 or numeric, else 22P02 or 22003; `to_rounded` likewise
/// of a number that may have a fraction.
class Database
{
public:
    /// `path` of a file, or ":memory:". The file is made readable for its owner only. Errors (all of kind Storage):
    /// code `cannot_open`, `in_use`, `not_a_database`, `foreign_database`, `newer_database`, `damaged_database`. Clock
    /// and randomness must outlive it.
    static Result<std::unique_ptr<Database>> open(const std::string &path, const Clock &clock, Randomness &random);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// One IMMEDIATE transaction. `fn` gives some Result<T>; its error, or any failed statement, rolls everything back.
    /// Within another write it is a savepoint: it rolls back alone, and commits with the outer one.
    template<class Fn>
    std::invoke_result_t<Fn> write(Fn &&fn)
    {
        return transact(Mode::Write, {}, fn);
    }

    /// The same for somebody who is not trusted with the time of all others.
    template<class Fn>
    std::invoke_result_t<Fn> write(Fn &&fn, const ReadBounds &bounds)
    {
        return transact(Mode::Write, bounds, fn);
    }

    /// One read snapshot.
    template<class Fn>
    std::invoke_result_t<Fn> read(Fn &&fn, const ReadBounds &bounds = {})
    {
        return transact(Mode::Read, bounds, fn);
    }

    /// A statement with its parameters bound, not stepped yet. `sql` is cached by its text: bind values, never paste
    /// them.
    template<class... Args>
    Statement query(std::string_view sql, const Args &...args)
    {
        Statement statement = prepare(sql);
        (statement.bind(args), ...);
        return statement;
    }
    /// Runs to the end; the number of rows changed.
    template<class... Args>
    qint64 run(std::string_view sql, const Args &...args)
    {
        Statement statement = query(sql, args...);
        return finish(statement);
    }
    Statement prepare(std::string_view sql);

    /// The running transaction's one time; outside of one, the clock's.
    Instant now() const;
    const Clock &clock() const { return m_clock; }
    Randomness &random() { return m_random; }

    /// Of the last commit that changed something published; 0 before the first.
    qint64 commitSeq() const { return m_commitSeq; }
    /// Listeners are called in the order they were added; the number takes one off again.
    int addListener(CommitListener listener);
    void removeListener(int number);

    /// While false, changes are neither captured nor checked for their version. For seeding an empty database only; no
    /// transaction may be open.
    Outcome setCapture(bool on);
    /// Several statements without parameters, each its own transaction unless one is open. For migrations and tests.
    Outcome execute(const std::string &sql);
    /// "sqlite 3.40.1"
    static std::string engineName();
    /// Bytes of the database without its journal.
    qint64 sizeInBytes();

    struct Impl; ///< inside backend/db only

private:
    friend class Statement;
    enum class Mode { Read, Write };

    /// Rolls back if the work between `begin` and `close` threw.
    class Transaction
    {
    public:
        Transaction(Database &db, Mode mode)
            : m_db(db)
            , m_mode(mode)
        {
        }
        ~Transaction()
        {
            if (m_open)
                (void)m_db.end(m_mode, false);
        }
        Outcome close(bool keep)
        {
            m_open = false;
            return m_db.end(m_mode, keep);
        }

    private:
        Database &m_db;
        Mode m_mode;
        bool m_open = true;
    };

    Database(const Clock &clock, Randomness &random);
    Outcome prepareConnection(const QString &name);
    Outcome migrate(const QString &name);
    Outcome loadSequences(const QString &name);
    Outcome checkSequence(const QString &name);

    Outcome begin(Mode mode, const ReadBounds &bounds);
    /// Commits when `keep`, else rolls back; answers the poison, if any.
    Outcome end(Mode mode, bool keep);
    Outcome endNested(bool keep);
    Commit seal();
    void settle(bool kept);
    void tell(const Commit &commit);
    qint64 finish(Statement &statement);

    template<class Fn>
    std::invoke_result_t<Fn> transact(Mode mode, const ReadBounds &bounds, Fn &fn)
    {
        if (Outcome begun = begin(mode, bounds); !begun)
            return begun.error();
        Transaction transaction(*this, mode);
        auto result = fn();
        if (Outcome ended = transaction.close(result.ok()); !ended)
            return ended.error();
        return result;
    }

    const Clock &m_clock;
    Randomness &m_random;
    qint64 m_commitSeq = 0;
    std::unique_ptr<Impl> m;
};

} // namespace bolt::backend
