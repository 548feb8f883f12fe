// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/realtime/channel_values.h"

#include <array>
#include <optional>

namespace bolt {

/// Both clocks at one moment. Deadlines live on the monotonic one; token expiry and sleep show on the wall clock.
struct Moment
{
    Micros monotonic{0};
    Instant wall;
};

/// Does anybody answer at the other end? Asks by a ping when nothing came for `pingAfter`, and calls the link silent
/// when nothing at all comes within max(`pongWithin`, 4 × the usual round trip) of it. Whatever arrives is an answer
/// and ends the silence; only the pong to the ping that is out measures the round trip. Pure: no socket, no clock.
class SilenceWatch
{
public:
    explicit SilenceWatch(const ChannelTiming &timing)
        : m_pingAfter(timing.pingAfter)
        , m_pongWithin(timing.pongWithin)
    {
    }

    enum class Probe : quint8 {
        None,
        Ping, ///< send a ping with payload()
        Beat  ///< send a heartbeat: this server does not answer pings
    };

    /// The channel is live. `joinTook` stands in for the round trip until one was measured.
    Probe begin(Moment now, Micros joinTook);
    /// The channel is live no more: nothing is asked, nothing is silent.
    void end();
    /// True when it ended a silence.
    bool heard(Moment now);
    /// What the ping took, if it is the one that is out.
    std::optional<Micros> pong(const QByteArray &payload, Moment now);
    /// The answer to a heartbeat sent at `sent`.
    void beatAnswered(Micros sent, Moment now);
    /// Call it at nextDeadline(); `silentSince()` may have changed.
    Probe tick(Moment now);

    std::optional<Micros> nextDeadline() const;
    QByteArray payload() const { return QByteArray::number(m_ping); }
    /// When the last was heard of a link that is silent now.
    std::optional<Instant> silentSince() const;
    /// Three of four of the last answers came within it; at most `longest`.
    Micros usualRoundTrip() const;

    static constexpr Micros longest = Millis(2500); ///< nobody waits for more than four times this

private:
    Probe ask(Moment now);
    void measured(Micros sent, Micros now);

    Micros m_pingAfter;
    Micros m_pongWithin;
    bool m_watching = false;
    bool m_silent = false;
    bool m_patient = false; ///< the deadline was put off once
    bool m_pingless = false;
    Moment m_heard;
    quint64 m_ping = 0;
    std::optional<Micros> m_pingSent; ///< of the ping that has no pong yet
    std::optional<Micros> m_askAt, m_answerBy;
    std::optional<Micros> m_silentUntil; ///< when the last silence ended
    std::optional<Micros> m_lateAt;      ///< when the last answer came that was passed over as late
    Micros m_firstGuess{0};
    std::array<Micros, 9> m_took{};
    size_t m_count = 0; ///< measured ever
};

} // namespace bolt
