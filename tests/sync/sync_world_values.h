// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/sync/engine/sync_engine.h"

#include <QStringList>
#include <deque>
#include <map>
#include <random>
#include <set>

/// A server, a lossy stream and a slow REST door in virtual time, around the real engine: the generator of
/// contracts/supabase.md §4.9. A run is a plan (a list of moments) plus a seed for what happens within each, so a
/// failing plan shrinks by leaving moments out.
namespace world {

using namespace bolt;
using namespace bolt::sync;

inline constexpr Micros unit = Millis(100); ///< one step of virtual time

template<int Tag>
struct Row
{
    int id = 0;
    qint64 version = 0;
    Instant updatedAt;
    int value = 0;
    bool operator==(const Row &) const = default;
};

enum class Level { L0, L1, L2 };

struct Moment
{
    enum What {
        Commit,
        SocketLost,
        Deaf,
        SecondOk,
        ChannelError,
        Crash,
        Forget,
        RestTrouble,
        StreamDown,  ///< for long, while REST is up
        Unpublished, ///< the stream tells of one table no more, or of all again
        Random_Count,
        DeletionLost = Random_Count,
        LeavesSight,  ///< of a policy: no event, no tombstone, nothing
        ComesInSight, ///< and back, as it was
        DeafForGood,  ///< no event any more, whatever is joined again; ticks may go on
        What_Count
    };
    What what = Commit;
    int at = 0;
    unsigned seed = 0;
};
inline const char *const momentNames[] = {
    "commit",       "socket lost", "deaf",        "second ok",     "channel error", "crash",          "forget",
    "rest trouble", "stream down", "unpublished", "deletion lost", "leaves sight",  "comes in sight", "deaf for good"};

struct Plan
{
    unsigned seed = 0;
    Level level = Level::L1;
    bool loss = false;
    bool softDeletes = false;
    bool updatedAt = true; ///< at L0 every other plan goes without
    int keys = 6;
    int cap = 50;
    int liveAt = 0;
    int pollAfter = 0; ///< steps without a stream after which the tables are polled
    int quietAt = 0;
    std::vector<Moment> moments;
    bool ticks = false;
    bool faults = false; ///< of the second measurement (contracts/supabase.md §8), by the clock of the desk
};

inline Plan makePlan(unsigned seed, Level level, bool loss)
{
    std::mt19937 r(seed * 2654435761u + unsigned(level) * 97 + loss);
    const auto below = [&r](int n) { return int(r() % unsigned(n)); };
    Plan p{seed,
           level,
           loss,
           below(3) == 0,
           level != Level::L0 || seed % 2 == 0,
           std::array{6, 12, 40}[size_t(below(3))],
           std::array{2, 3, 50}[size_t(below(3))],
           below(30),
           std::array{3, 1000}[seed % 2],
           10 + below(110),
           {},
           loss};
    const int percent = std::array{10, 30, 60}[size_t(below(3))];
    for (int t = -below(20); t < 0; ++t)
        p.moments.push_back({Moment::Commit, 0, unsigned(r())});
    for (int t = 1; t < p.quietAt; ++t) {
        if (below(100) < percent)
            p.moments.push_back({Moment::Commit, t, unsigned(r())});
        if (loss && below(100) < 2)
            p.moments.push_back({Moment::What(1 + below(Moment::Random_Count - 1)), t, unsigned(r())});
    }
    return p;
}

/// A minute of changes in which the stream tells lies by silence, and no other trouble.
inline Plan makeFaultPlan(unsigned seed, Level level, bool ticks)
{
    std::mt19937 r(seed * 2654435761u + unsigned(level) * 97 + ticks + 7);
    const auto below = [&r](int n) { return int(r() % unsigned(n)); };
    Plan p = makePlan(seed, level, false);
    p.moments.clear();
    p.ticks = ticks;
    p.faults = true;
    p.pollAfter = 1000;
    p.quietAt = 100 + below(600);
    const int percent = std::array{1, 4, 15}[size_t(below(3))];
    const int deafAt = below(2) ? below(p.quietAt) : -1;
    for (int t = 0; t < p.quietAt; ++t) {
        if (t == deafAt)
            p.moments.push_back({Moment::DeafForGood, t, unsigned(r())});
        if (t < 20 || below(100) < percent)
            p.moments.push_back({Moment::Commit, t, unsigned(r())});
        if (below(200) == 0)
            p.moments.push_back({Moment::What(Moment::DeletionLost + below(3)), t, unsigned(r())});
    }
    return p;
}

inline QString describe(const Plan &plan)
{
    QStringList lines;
    lines << QStringLiteral("seed %1, level L%2, %3, %4 deletes, %5 keys, page cap %6, live at %7, polled after %8")
                 .arg(plan.seed)
                 .arg(int(plan.level))
                 .arg(plan.loss ? QStringLiteral("loss") : QStringLiteral("no loss"),
                      plan.softDeletes ? QStringLiteral("soft") : QStringLiteral("hard"))
                 .arg(plan.keys)
                 .arg(plan.cap)
                 .arg(plan.liveAt)
                 .arg(plan.pollAfter);
    for (const Moment &m : plan.moments)
        lines << QStringLiteral("  at %1: %2 (seed %3)")
                     .arg(m.at)
                     .arg(QLatin1StringView(momentNames[m.what]))
                     .arg(m.seed);
    return lines.join(u'\n');
}

template<class R>
struct Server
{
    struct Kept
    {
        R row;
        bool deleted = false;
        qint64 seq = 0;
    };
    struct Event
    {
        int at = 0;
        Said<R> said;
        bool keyless = false; ///< a 401 or 400 event: something changed, nothing says what
    };
    std::map<int, Kept> rows;
    std::map<int, Kept> unseen; ///< out of a policy's sight
    std::map<int, std::set<std::pair<qint64, int>>> history;
};

/// One table of the client's side: what the store would hold, and the checks of each accepted change.
template<class R>
struct Copy
{
    struct Removed
    {
        int step = 0;
        qint64 version = 0;
        bool byEvent = false;
    };
    std::map<int, R> rows;
    std::map<int, Removed> removed;
};

template<class R>
struct Flight
{
    Ask<R> ask;
    int sentStep = 0;
    int snapAt = 0;
    int arriveAt = 0;
    std::optional<AskAnswer<R>> answer;
    std::optional<AskFailure> failure;
    bool old = false; ///< of an earlier generation: its answer must change nothing (I10)
};

} // namespace world
