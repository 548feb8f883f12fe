// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/realtime/silence_watch.h"

#include <algorithm>
#include <utility>

namespace bolt {

namespace {

/// A timer that fires later than this was held back: the answer may lie unread in the socket, so it is read first.
constexpr Micros heldBack = Millis(100);
/// Late answers further apart than this have nothing to do with each other.
constexpr Micros forgotten = Seconds(10);

} // namespace

SilenceWatch::Probe SilenceWatch::begin(Moment now, Micros joinTook)
{
    end();
    m_watching = true;
    m_heard = now;
    m_firstGuess = joinTook;
    return ask(now); // at once: it measures the round trip
}

void SilenceWatch::end()
{
    m_watching = m_silent = false;
    m_pingSent.reset();
    m_askAt.reset();
    m_answerBy.reset();
}

SilenceWatch::Probe SilenceWatch::ask(Moment now)
{
    m_askAt.reset();
    m_patient = false;
    m_answerBy = now.monotonic + std::max(m_pongWithin, 4 * usualRoundTrip());
    if (m_pingless)
        return Probe::Beat;
    ++m_ping;
    m_pingSent = now.monotonic;
    return Probe::Ping;
}

bool SilenceWatch::heard(Moment now)
{
    if (!m_watching)
        return false;
    m_heard = now;
    m_answerBy.reset();
    m_askAt = now.monotonic + m_pingAfter;
    if (m_silent)
        m_silentUntil = now.monotonic;
    return std::exchange(m_silent, false);
}

std::optional<Micros> SilenceWatch::pong(const QByteArray &payload, Moment now)
{
    m_pingless = false;
    if (!m_pingSent || payload != this->payload())
        return {};
    const Micros sent = *std::exchange(m_pingSent, std::nullopt);
    measured(sent, now.monotonic);
    return now.monotonic - sent;
}

void SilenceWatch::beatAnswered(Micros sent, Moment now)
{
    // Answers come in the order of the questions: a ping from before the heartbeat would have been answered by now.
    if (m_pingSent && *m_pingSent <= sent) {
        m_pingless = true;
        m_pingSent.reset();
    }
    measured(sent, now.monotonic);
}

void SilenceWatch::measured(Micros sent, Micros now)
{
    if (m_silentUntil && sent < *m_silentUntil) {
        // A server that stood still answers late once; a way that is slow, again and again.
        const bool again = m_lateAt && sent >= *m_lateAt && now - *m_lateAt <= forgotten;
        m_lateAt = now;
        if (!again)
            return;
    }
    m_took[m_count++ % m_took.size()] = now - sent;
}

SilenceWatch::Probe SilenceWatch::tick(Moment now)
{
    if (m_askAt && *m_askAt <= now.monotonic)
        return ask(now);
    if (m_answerBy && *m_answerBy <= now.monotonic) {
        if (!m_patient && now.monotonic - *m_answerBy > heldBack) {
            m_patient = true;
            m_answerBy = now.monotonic + heldBack;
        } else {
            m_answerBy.reset();
            m_silent = true;
        }
    }
    return Probe::None;
}

std::optional<Micros> SilenceWatch::nextDeadline() const { return m_askAt ? m_askAt : m_answerBy; }

std::optional<Instant> SilenceWatch::silentSince() const
{
    return m_silent ? std::optional(m_heard.wall) : std::nullopt;
}

Micros SilenceWatch::usualRoundTrip() const
{
    if (m_count == 0)
        return std::min(m_firstGuess, longest);
    auto took = m_took;
    const auto end = took.begin() + std::ptrdiff_t(std::min(m_count, took.size()));
    // Not the median: of a link that is fast and slow by turns the slow answers are the usual ones.
    const auto usual = took.begin() + (end - took.begin()) * 3 / 4;
    std::nth_element(took.begin(), usual, end);
    return std::min(*usual, longest);
}

} // namespace bolt
