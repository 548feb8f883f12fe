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
        What_Count
    };
    What what = Commit;
    int at = 0;
    unsigned seed = 0;
};
inline const char *const momentNames[] = {"commit", "socket lost", "deaf",         "second ok",   "channel error",
                                          "crash",  "forget",      "rest trouble", "stream down", "unpublished"};

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
           {}};
    const int percent = std::array{10, 30, 60}[size_t(below(3))];
    for (int t = -below(20); t < 0; ++t)
        p.moments.push_back({Moment::Commit, 0, unsigned(r())});
    for (int t = 1; t < p.quietAt; ++t) {
        if (below(100) < percent)
            p.moments.push_back({Moment::Commit, t, unsigned(r())});
        if (loss && below(100) < 2)
            p.moments.push_back({Moment::What(1 + below(Moment::What_Count - 1)), t, unsigned(r())});
    }
    return p;
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
