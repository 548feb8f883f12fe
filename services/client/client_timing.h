// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/realtime/channel_client.h"
#include "services/sync/engine/rules.h"

namespace bolt {

/// All waits divided by `haste`; bounds that are no waits (overlap, page sizes) stay.
inline sync::SyncTiming hastened(sync::SyncTiming t, int haste)
{
    for (Micros *wait : {&t.confirmAfter, &t.deltaEvery, &t.reconcileEvery, &t.dirtyDebounce, &t.retryFirst,
                         &t.retryMax, &t.deniedEvery, &t.deafAfter, &t.restoreRest})
        *wait /= haste;
    return t;
}

inline ChannelTiming hastened(ChannelTiming t, int haste)
{
    for (Millis *wait :
         {&t.connectDeadline, &t.joinDeadline, &t.liveDeadline, &t.backoffFirst, &t.backoffMax, &t.rateFirst,
          &t.rateMax, &t.deniedEvery, &t.stableAfter, &t.heartbeatEvery, &t.heartbeatDeadline})
        *wait = std::max(Millis(10), *wait / haste);
    return t;
}

} // namespace bolt
