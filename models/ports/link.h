// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/records.h"
#include "models/ports/link_reason.h"

#include <QObject>
#include <QStringList>
#include <array>
#include <optional>
#include <vector>

namespace bolt {

/// Phases of contracts/supabase.md §4.5, for the whole link and for each table.
enum class LinkPhase : quint8 {
    Offline,
    Connecting,
    Joining,
    AwaitLive,
    CatchUp,
    Live,
    SignedOut,
    Denied,
    Polling ///< no stream tells of it, so it is read again and again: as old as the last pass
};

struct TableHealth
{
    LinkPhase phase = LinkPhase::Offline;
    bool complete = false;       ///< the whole window was fetched at least once
    qint64 rows = 0;             ///< held here
    qint64 expected = -1;        ///< the server's count when the scan began; -1: unknown
    std::optional<Instant> asOf; ///< the data is at least as new as this (server answer or live proof)
    qint64 unreadable = 0;       ///< rows of the server that are none: without a key, or no objects
    QString unreadableFirst{};   ///< which, and what is the matter, in the server's words
    bool absent = false;         ///< the server has no such table: what rests on it is unknown
    bool unpublished = false;    ///< the server does not let the stream tell of it
    LinkReason trouble = {};     ///< why it cannot be read
    bool operator==(const TableHealth &) const = default;

    /// Of how many the rows held are a part, about; nothing when that is unknown or when no more are left to fetch. The
    /// count is of the past: rows that came since are held, too, and nobody holds 24 of 0.
    std::optional<qint64> ofAbout() const
    {
        return complete || expected <= rows ? std::nullopt : std::optional(expected);
    }
};

/// What the server lacks for the desk to follow it well, in the server's own words, and the SQL that mends it, if any.
struct SetupLack
{
    QString problem;
    QString mend;
    bool operator==(const SetupLack &) const = default;
};

/// All that is known of the connection and of the age of the data; a value, published at most a few times a second.
struct LinkHealth
{
    LinkPhase phase = LinkPhase::Offline;
    bool unproven = false;            ///< nothing is known to be missing, but nothing proves it any more (CatchUp)
    LinkReason reason;                ///< why it is not live
    std::optional<Instant> since;     ///< when this phase began
    std::optional<Instant> nextTry;   ///< of the stream, while waiting for it
    std::optional<Seconds> pollEvery; ///< how long what is polled rests between two passes, at most
    std::optional<Instant> asOf;      ///< age of the oldest table shown
    std::optional<Instant> lastEventAt;
    std::optional<Instant> lastTickAt;
    std::optional<int> latencyMs;     ///< round trip of the last question that was answered
    std::optional<Instant> latencyAt; ///< when that answer came
    /// The server was asked and does not answer: when anything last came. The phase says what it was until then.
    std::optional<Instant> silentSince;
    double eventsPerSecond = 0;
    qint64 events = 0;
    qint64 reconnects = 0;
    qint64 catchUps = 0;
    qint64 dirtyFetches = 0;
    qint64 degraded = 0; ///< 413, 401, 400 and incomplete events
    qint64 garbage = 0;  ///< frames that were no frames
    qint64 dropped = 0;  ///< events older than what is known
    qint64 bytesIn = 0;
    QStringList subscriptions;
    std::vector<PastReason> recentReasons; ///< newest first, at most 10
    std::array<TableHealth, tableCount> tables;
    /// What a person asked to see of the rows before `keptSince`. Troubled: it is tried again by itself.
    enum class Older : quint8 { Idle, Loading, Troubled };
    Older older = Older::Idle;
    LinkReason olderTrouble;
    std::optional<Instant> keptSince; ///< jobs and submissions made before it are not held here; nothing: all are
    bool atLimit = false;             ///< no more submissions are kept than are held: nothing older can be had
    bool uncheckable = false;         ///< the server cannot say what it lacks
    qint64 replicaBytes = -1;         ///< -1: no replica
    QString replicaNotice;            ///< said once: set aside, disk full, not saved
    std::vector<SetupLack> lacks;     ///< asked at sign-in
    bool operator==(const LinkHealth &) const = default;
};

/// Live, and somebody is there: what is derived from the data and the present holds.
inline bool isLive(const LinkHealth &health) { return health.phase == LinkPhase::Live && !health.silentSince; }

/// Somebody is there, and all is known as of now or of the last pass.
inline bool isAnswering(const LinkHealth &health)
{
    return isLive(health) || (health.phase == LinkPhase::Polling && !health.silentSince);
}

/// What rests on this table alone is the server's truth within the watchdogs' reach.
inline bool isFresh(const LinkHealth &health, Table table)
{
    const TableHealth &state = health.tables[size_t(table)];
    const bool goesWithout = state.absent && state.phase != LinkPhase::Denied; // nothing will make it newer
    return isLive(health) && (goesWithout || (state.complete && state.phase == LinkPhase::Live));
}

/// So is all that is shown.
inline bool isFresh(const LinkHealth &health)
{
    for (size_t i = 0; i < tableCount; ++i) {
        if (!isFresh(health, Table(i)))
            return false;
    }
    return true;
}

/// The live link to a workspace as the inside sees it. Main thread; the work happens elsewhere.
class Link : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual const LinkHealth &health() const = 0;
    /// T14: a person asks for a fresh copy.
    virtual void refresh() = 0;
    /// Older jobs and submissions than `keptSince`, as far as a step reaches, until this session ends. Nothing happens
    /// while they are on their way, at the limit, or without a server.
    virtual void loadOlder() = 0;
    /// The copy on this computer, and the actions in it that were not sent, go when this session ends.
    virtual void wipeCopy() = 0;

Q_SIGNALS:
    void healthChanged();
};

} // namespace bolt
