// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

namespace bolt::sync {

/// The rules of contracts/supabase.md §4 as switches that the compiler sees. The desk always uses FullRules; the tests
/// compile the engine once with each switch turned and expect to catch it.
struct FullRules
{
    static constexpr bool versions = true;          ///< M2, M4: an older version never replaces a newer one
    static constexpr bool tombstones = true;        ///< M4: an answer older than a removal does not resurrect
    static constexpr bool missingIsRemoved = false; ///< M5 without its test of what was seen meanwhile
    static constexpr bool mergeTruncated = false;   ///< M3 ignored
    static constexpr bool snapshotBeforeLive =
        false;                                ///< §4.5: what is read before "Subscribed to PostgreSQL" is a base
    static constexpr bool antiEntropy = true; ///< §4.5 steps 6 and 7, and the resync triggers
};

/// Waits and bounds. Times are durations on the monotonic clock but for `overlap`, which is server time.
struct SyncTiming
{
    Micros confirmAfter = Seconds(10); ///< §4.5 step 6
    Micros deltaEvery = Seconds(60);   ///< §4.5 step 7
    Micros quietEvery = Seconds(20);   ///< the same while nothing comes that proves the stream
    Micros proofAge = Seconds(30);     ///< §4.6, I11: so old may be what "live" rests on
    Micros countEvery = Seconds(30);   ///< how many rows there are
    Micros countSettle = Seconds(3);   ///< the stream may be so far behind the answer
    int countShare = 60;               ///< and not before so many times as long as the server counted
    Micros reconcileEvery = Seconds(20 * 60);
    Micros pollAfter = Seconds(5);            ///< without a stream for so long: the tables are read all the same
    Micros pollEvery = Seconds(20);           ///< from the end of a pass to the next where no stream tells, at least
    int pollShare = 10;                       ///< and at least so many times as long as the pass took, …
    Micros pollMost = Seconds(50);            ///< … up to so long: what it shows is seen within 90 s
    Micros overlap = Seconds(5 * 60);         ///< §4.7: at least the longest write transaction of the server
    Micros overlapSingleWriter = Seconds(10); ///< servers with a commit sequence (L2)
    Micros dirtyDebounce = Millis(100);
    Micros degradedEvery = Seconds(10); ///< after the passes that unreadable changes ordered, before the next
    Micros retryFirst = Millis(500);
    Micros retryMax = Seconds(30);
    Micros deniedEvery = Seconds(60);
    int stuckAfter = 3; ///< so often a page failed in a row: other tables wait for it no longer
    Micros tombstoneKeep = Seconds(5 * 60);
    Micros deafAfter = Seconds(30);      ///< §4.6, L_max
    Micros deafMemory = Seconds(5 * 60); ///< deaf again within it: polled, and tried again after it
    double tickPeriods = 2.5;            ///< §4.6
    Micros restoreRest = Seconds(10 * 60);
    int pageSize = 1000;
    int pageSizeMin = 50; ///< where even that is too large, the page tells the keys, and rows come down to one by one
    int idsPerFetch = 70;
    size_t dirtyCap = 20'000;
    size_t tombstoneCap = 200'000;
    size_t suspectCap = 1'000;
};

} // namespace bolt::sync
