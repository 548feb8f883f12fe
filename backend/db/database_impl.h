// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/db only.

#include "backend/db/capture.h"
#include "backend/db/database.h"
#include "backend/db/sql_error.h"

#include <optional>
#include <unordered_map>

struct sqlite3;

namespace bolt::backend {

struct Database::Impl
{
    struct TextHash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    explicit Impl(const Clock &c)
        : clock(c)
        , capture(sequence)
    {
    }
    ~Impl();

    sqlite3_stmt *lease(std::string_view sql);
    void giveBack(sqlite3_stmt *statement);
    void dropIdle();
    /// Keeps the first failure only: the ones after it are its consequences.
    void poisonWith(Error error);
    bool isLate() const { return bounds.time > Micros(0) && clock.monotonic() >= deadline; }
    /// Counts a row that was rendered; false when the transaction has had its share.
    bool mayShow(size_t bytes);
    Outcome exec(const char *sql);

    const Clock &clock;
    sqlite3 *handle = nullptr;
    std::unordered_map<std::string, std::vector<sqlite3_stmt *>, TextHash, std::equal_to<>> idle;
    size_t idleCount = 0;

    // The running transaction.
    int depth = 0;
    bool writing = false;
    bool telling = false; ///< listeners are being called
    Instant now;
    std::optional<Error> poison;
    std::vector<size_t> marks; ///< per open savepoint: how much had been captured
    Micros deadline{0};        ///< monotonic; of a transaction that has one
    ReadBounds bounds;
    qint64 rowsShown = 0;
    qint64 bytesShown = 0;

    VersionSequence sequence;
    Capture capture;
    Instant lastCommitAt;
    std::vector<std::pair<int, CommitListener>> listeners;
    int listenerCount = 0;
};

} // namespace bolt::backend
