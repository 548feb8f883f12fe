// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace bolt::sync {

/// Why a table is in doubt: T1 to T14 of contracts/supabase.md §4.5.
enum class Trigger : quint8 {
    FirstLive = 1,
    SocketReopened,
    Rejoined,
    ChannelError,
    SubscribedAgain,
    SystemError,
    ClaimsChanged,
    LateTick,
    DegradedTable, ///< 401 and 400 events: something changed, nothing says what
    Wake,
    Overflow, ///< a buffer over its bound, or a change that could not be read
    Switch,
    SchemaChanged,
    Refresh
};

} // namespace bolt::sync
