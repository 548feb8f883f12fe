// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QString>
#include <optional>

namespace bolt {

/// Why the link is not live, or was not: one of a fixed set, whose words stand in the catalogues, and what the server
/// or a library said of it, which is quoted and never translated.
struct LinkReason
{
    enum Kind : quint8 {
        None,
        Stopped,
        NotSignedIn,
        SignedOut,
        OtherSession,
        NoToken,
        NoTokenInTime,
        TokenRefused,
        NotConnected,
        NoAnswer,
        Closed,
        ChannelClosed,
        ChannelCrashed,
        JoinRefused,
        JoinPartial,
        JoinUnanswered,
        Unconfirmed,
        Unpublished, ///< since `since`
        TableRefused,
        HeartbeatUnanswered,
        Reported, ///< by the channel's system
        ClockJumped,
        NetworkBack,
        AskedFor,
        LooksAgain,
        NoTicks,
        NoChanges,
        MayTellAgain,
        Unproven,
        Unreadable,
        PageWithoutEnd,
        SetBack,
        TooSlow,
        OtherRole,
        Unticked
    };
    Kind kind = None;
    QString said = {}; ///< in the words of the server or of a library, or a code of theirs; empty: nothing was
    std::optional<Instant> since = {};

    bool empty() const { return kind == None; }
    bool operator==(const LinkReason &) const = default;
};

/// A reason of the past.
struct PastReason
{
    Instant at;
    LinkReason why;
    bool operator==(const PastReason &) const = default;
};

/// For a person, in the language of the desk: a sentence of ours and then, quoted, what was said. Empty for None.
QString linkWords(const LinkReason &why);
/// The same in English, for bug reports and for programs that have no language.
QString plainWords(const LinkReason &why);

} // namespace bolt
