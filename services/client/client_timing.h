// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/realtime/channel_client.h"
#include "services/sync/engine/rules.h"

namespace bolt {

/// All waits divided by `haste`; bounds that are no waits (overlap, page sizes) stay.
inline sync::SyncTiming hastened(sync::SyncTiming t, int haste)
{
    for (Micros *wait : {&t.confirmAfter, &t.deltaEvery, &t.pollAfter, &t.pollEvery, &t.pollMost, &t.reconcileEvery,
                         &t.dirtyDebounce, &t.retryFirst, &t.retryMax, &t.deniedEvery, &t.deafAfter, &t.restoreRest})
        *wait /= haste;
    for (Micros *wait : {&t.quietEvery, &t.countEvery, &t.countSettle, &t.deafMemory})
        *wait /= haste;
    for (int *share : {&t.pollShare, &t.countShare}) // of times that no haste shortens
        *share = std::max(1, *share / haste);
    for (Micros *deadline : {&t.deafAfter, &t.countSettle}) // what a loaded machine can keep
        *deadline = std::max<Micros>(Millis(1500), *deadline);
    return t;
}

/// Deadlines are never shorter than what a loaded machine can keep, or a link that works is taken for a dead one.
inline ChannelTiming hastened(ChannelTiming t, int haste)
{
    for (Millis *wait : {&t.backoffFirst, &t.backoffMax, &t.rateFirst, &t.rateMax, &t.deniedEvery, &t.dropRest,
                         &t.restoreEvery, &t.stableAfter})
        *wait = std::max(Millis(10), *wait / haste);
    t.heartbeatEvery = std::max(Millis(1000), t.heartbeatEvery / haste);
    for (Millis *deadline : {&t.connectDeadline, &t.joinDeadline, &t.liveDeadline, &t.heartbeatDeadline})
        *deadline = std::max(Millis(2000), *deadline / haste);
    return t; // the ping's waits stay: they are what is shown to a person
}

/// How long an HTTP answer is waited for.
inline Millis hastenedAnswer(int haste) { return std::max(Millis(3000), Millis(30'000) / haste); }

} // namespace bolt
