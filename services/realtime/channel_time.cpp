// SPDX-License-Identifier: GPL-3.0-or-later
// What the channel does because time passes.
#include "services/realtime/channel_machine.h"

#include <algorithm>

namespace bolt {

namespace {

/// How long at most nothing looks at the clocks: a machine that slept is noticed within this.
constexpr Micros lookEvery = Seconds(5);

} // namespace

/// 1, 2, 4 … s, half as long to half as long again: two clients never keep step, and none comes at once or far too
/// late.
Micros ChannelMachine::backoff(int attempt) const
{
    const auto &timing = m_settings.timing;
    const Micros step = std::min<Micros>(timing.backoffMax, timing.backoffFirst * (qint64(1) << std::min(attempt, 20)));
    const auto spread = Micros(qint64((0.5 + m_random()) * double(step.count())));
    return std::min<Micros>(timing.backoffMax, spread);
}

/// Never before the first step, and spread over the rest.
Micros ChannelMachine::longBackoff()
{
    const auto &timing = m_settings.timing;
    const auto step = std::min<Micros>(timing.rateMax - timing.rateFirst,
                                       timing.rateFirst * (qint64(1) << std::min(m_rateAttempts++, 20)));
    return timing.rateFirst + Micros(qint64(m_random() * double(step.count())));
}

void ChannelMachine::retryIn(Micros delay, LinkPhase phase, const LinkReason &reason, Moment now)
{
    const auto at = now.monotonic + delay;
    m_retryAt = m_retryAt ? std::max(*m_retryAt, at) : at;
    m_status.nextTry = now.wall + (*m_retryAt - now.monotonic);
    setPhase(phase, reason, now);
}

void ChannelMachine::joinTimedOut(Moment now)
{
    // The server may have joined late: tell it that this one is over (contracts/supabase.md §1.9).
    leave();
    if (++m_joinTimeouts >= 2) {
        dropSocket(false, {}); // the socket only looks open (bug 19)
        m_joinTimeouts = 0;
    }
    fail(ChannelTrouble::Transient, {LinkReason::JoinUnanswered}, now);
}

void ChannelMachine::beat(Moment now)
{
    m_beatRef = QByteArray::number(++m_lastRef); // never null: bug 15
    m_beatSent = now.monotonic;
    m_beatAt = now.monotonic + m_settings.timing.heartbeatEvery;
    m_beatBy = now.monotonic + m_settings.timing.heartbeatDeadline;
    put(SendText{
        wire::encodeFrame({}, {m_beatRef.constData(), size_t(m_beatRef.size())}, "phoenix", "heartbeat", "{}")});
}

void ChannelMachine::received(qsizetype bytes, Moment now)
{
    m_status.bytesIn += bytes;
    m_status.heardAt = now.wall;
    if (m_silence.heard(now))
        noteSilence();
}

void ChannelMachine::pong(const QByteArray &payload, Moment now)
{
    received(0, now);
    if (const auto took = m_silence.pong(payload, now)) {
        m_status.latencyMs = static_cast<int>(std::chrono::duration_cast<Millis>(*took).count());
        m_status.latencyAt = now.wall;
        put(StatusChanged{});
    }
}

void ChannelMachine::noteSilence()
{
    const auto since = m_silence.silentSince();
    if (std::exchange(m_status.silentSince, since) != since)
        put(StatusChanged{});
}

void ChannelMachine::probe(SilenceWatch::Probe how, Moment now)
{
    if (how == SilenceWatch::Probe::Ping)
        put(SendPing{m_silence.payload()});
    else if (how == SilenceWatch::Probe::Beat && m_beatRef.isEmpty())
        beat(now);
}

bool ChannelMachine::sleptSince(Moment now)
{
    const auto last = std::exchange(m_lastTick, now);
    const auto gap = (now.wall - last.wall) - (now.monotonic - last.monotonic);
    return (gap < Micros(0) ? -gap : gap) > m_settings.timing.lateBy;
}

void ChannelMachine::tick(Moment now)
{
    if (!m_wanted)
        return;
    const bool late = m_lastTick.monotonic + lookEvery + m_settings.timing.lateBy < now.monotonic;
    if (sleptSince(now)) {
        wake({LinkReason::ClockJumped}, now);
        return;
    }
    // Timers that were held back say nothing of the socket, a probe does (bug 18).
    if (late && m_socket == Socket::Open) {
        m_beatBy.reset();
        beat(now);
        return;
    }
    const auto due = [&](Deadline &deadline) {
        if (!deadline || *deadline > now.monotonic)
            return false;
        deadline.reset();
        return true;
    };
    if (due(m_connectBy)) {
        dropSocket(false, {});
        fail(ChannelTrouble::Transient, {LinkReason::NoAnswer}, now);
    }
    if (due(m_beatBy)) {
        dropSocket(false, {});
        fail(ChannelTrouble::Transient, {LinkReason::HeartbeatUnanswered}, now);
    }
    if (due(m_joinBy))
        joinTimedOut(now);
    if (due(m_liveBy))
        fail(ChannelTrouble::Transient, {LinkReason::Unconfirmed}, now);
    if (due(m_tokenBy) && m_stage == Stage::TokenWait)
        fail(ChannelTrouble::Transient, {LinkReason::NoTokenInTime}, now);
    if (due(m_stableAt))
        m_attempts = m_rateAttempts = m_expired = 0;
    if (m_socket == Socket::Open && due(m_beatAt) && !m_beatBy)
        beat(now);
    if (due(m_retryAt))
        proceed(now);
    if (due(m_restoreAt))
        rejoin({LinkReason::LooksAgain}, now);
    probe(m_silence.tick(now), now);
    noteSilence();
    if (!m_tokenAsked && (m_stage == Stage::Live || m_stage == Stage::AwaitLive) && !tokenIsFresh(now)) {
        m_tokenAsked = true; // once a token: the answer is setToken(), which pushes it
        put(TokenWanted{false});
    }
}

std::optional<Micros> ChannelMachine::nextDeadline() const
{
    if (!m_wanted)
        return {};
    Micros next = m_lastTick.monotonic + lookEvery;
    next = std::min(next, m_silence.nextDeadline().value_or(next));
    if (!m_tokenAsked && (m_stage == Stage::Live || m_stage == Stage::AwaitLive)) {
        const auto left = m_token.expiresAt - tokenAhead() - m_lastTick.wall;
        next = std::min(next, m_lastTick.monotonic + std::max<Micros>(left, Micros(0)));
    }
    for (const auto &deadline :
         {m_connectBy, m_joinBy, m_liveBy, m_tokenBy, m_beatAt, m_beatBy, m_retryAt, m_stableAt, m_restoreAt}) {
        if (deadline)
            next = std::min(next, *deadline);
    }
    return next;
}

} // namespace bolt
