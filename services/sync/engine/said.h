// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QString>
#include <optional>
#include <vector>

namespace bolt::sync {

/// What one source said about one key. R is a record with `id`, `version` and `updatedAt`.
template<class R>
struct Said
{
    using Key = decltype(R::id);
    Key key{};
    std::optional<R> record;       ///< nothing: removed, doubtful, or only the version was asked for
    std::optional<qint64> version; ///< nothing: the server has none (L0), or a hard delete
    /// Where there is no version: of the record, and of a row without one its updated_at. Equal, nothing changed.
    /// 0: none.
    qint64 digest = 0;
    std::optional<qint64> seq; ///< L2: the event's commit, or the commit an answer's snapshot stands on
    bool removed = false;
    bool odd = false;      ///< some of its cells could not be read: asked for again by and by
    bool doubtful = false; ///< M3: truncated, incomplete or unreadable; nothing of it may be merged
};

/// Rows of answers that are none: without a key, or no objects.
struct Unreadable
{
    qint64 rows = 0;
    QString first; ///< which, and what is the matter
    bool operator==(const Unreadable &) const = default;
};

enum class PassKind : quint8 {
    Scan,     ///< all rows by primary key
    Delta,    ///< rows whose updated_at is not below the watermark, less an overlap
    Reconcile ///< (id, version) of all rows by primary key
};

/// A request that the engine wants to be sent. `id` is never used twice; an answer to an unknown id changes nothing
/// (I10).
template<class R>
struct Ask
{
    using Key = decltype(R::id);
    enum class What : quint8 { Scan, Versions, Delta, Ids, Count };
    quint64 id = 0;
    What what = What::Scan;
    std::optional<Key> after;
    std::optional<Instant> since;
    std::optional<Instant> afterAt;
    std::vector<Key> ids;
    int limit = 0;
    bool first = false; ///< first page of a pass: worth asking for the total
    bool bare = false;  ///< of a page: keys, versions and times alone
};

template<class R>
struct AskAnswer
{
    using Key = decltype(R::id);
    std::vector<Said<R>> rows;
    Unreadable unreadable;         ///< but those that the next page shows again
    std::optional<Key> last;       ///< key of the last row received that tells where the next page begins
    std::optional<Instant> lastAt; ///< its updated_at
    std::optional<Instant> newest; ///< highest updated_at in this page
    std::optional<Instant> at;     ///< the server's clock when it answered
    std::optional<qint64> seq;
    std::optional<qint64> total;
    std::optional<qint64> sum; ///< with a count: over the versions, where the server computes it
    bool atEnd = false;        ///< no page follows
};

/// Why an ask has no answer.
enum class AskFailure : quint8 {
    Again,    ///< network, 5xx, 429
    TooSlow,  ///< statement timeout: ask for less
    TooLarge, ///< more than one answer may hold: ask for fewer rows
    NoWayOn,  ///< the page says nothing of where the next one begins: as rarely as what is denied
    Denied    ///< the role may not, or there is no such table: not faster than once a minute
};

} // namespace bolt::sync
