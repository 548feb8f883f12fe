// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/realtime/channel_machine.h"

#include <QUrlQuery>
#include <algorithm>
#include <initializer_list>

namespace bolt {

namespace {

/// How long at most nothing looks at the clocks: a machine that slept is noticed within this.
constexpr Micros lookEvery = Seconds(5);

QString sentence(const char *text) { return QString::fromLatin1(text); }

} // namespace

ChannelMachine::ChannelMachine(ChannelSettings settings, std::function<double()> random)
    : m_settings(std::move(settings))
    , m_random(std::move(random))
{
    // The same binding twice gets the same id twice, which breaks dispatch elsewhere (bug 21).
    std::vector<ChannelBinding> unique;
    for (auto &binding : m_settings.bindings) {
        if (std::find(unique.begin(), unique.end(), binding) == unique.end())
            unique.push_back(std::move(binding));
    }
    m_settings.bindings = std::move(unique);
}

std::vector<ChannelMachine::Output> ChannelMachine::take() { return std::exchange(m_outputs, {}); }

void ChannelMachine::setPhase(LinkPhase phase, const QString &reason, Moment now)
{
    if (m_status.phase != phase)
        m_status.since = now.wall;
    m_status.phase = phase;
    if (!reason.isEmpty())
        m_status.reason = reason;
    if (!m_retryAt)
        m_status.nextTry.reset();
    put(StatusChanged{});
}

void ChannelMachine::interrupt(const QString &reason)
{
    m_stableAt.reset();
    if (std::exchange(m_toldLive, false))
        put(Interrupted{reason});
}

void ChannelMachine::start(Moment now)
{
    if (m_wanted)
        return;
    m_wanted = true;
    m_lastTick = now;
    m_attempts = m_rateAttempts = m_badTokens = m_joinTimeouts = 0;
    proceed(now);
}

void ChannelMachine::stop(Moment now)
{
    if (!m_wanted)
        return;
    m_wanted = false;
    leave();
    dropSocket(true, sentence("stopped"));
    interrupt(sentence("stopped"));
    m_stage = Stage::Idle;
    m_retryAt.reset();
    m_tokenBy.reset();
    setPhase(LinkPhase::Offline, sentence("stopped"), now);
}

void ChannelMachine::setToken(const wire::AccessToken &token, Moment now)
{
    const bool other = !m_token.isNull() && token.generation != m_token.generation;
    const bool renewed = token.jwt != m_token.jwt;
    m_token = token;
    m_tokenLife = token.expiresAt - now.wall;
    if (renewed)
        m_tokenAsked = false;
    if (!m_wanted)
        return;
    if (token.isNull() || other) {
        // Another person's rows must not come through this socket (I10).
        leave();
        dropSocket(true, sentence("signed out"));
        interrupt(sentence(token.isNull() ? "signed out" : "another session"));
        m_attempts = m_badTokens = 0;
        m_stage = Stage::Idle;
        m_retryAt.reset();
        proceed(now);
    } else if (m_stage == Stage::SignedOut) {
        if (token.jwt != m_refusedJwt) {
            m_badTokens = 0;
            m_stage = Stage::Idle;
            proceed(now);
        }
    } else if (m_stage == Stage::TokenWait) {
        m_tokenBy.reset();
        m_stage = Stage::Idle;
        if (token.jwt == m_refusedJwt)
            fail(ChannelTrouble::Transient, sentence("no other token could be had"), now);
        else if (std::exchange(m_forcedAsk, false) && m_attempts > 1)
            retryIn(backoff(m_settings.timing.backoffFirst, m_settings.timing.backoffMax, m_attempts - 1),
                    LinkPhase::Joining, {},
                    now); // a server that refuses every new token must not be hammered with them
        else
            proceed(now);
    } else if (renewed && std::exchange(m_tokenMissing, false) && m_retryAt) {
        proceed(now);
    } else if (renewed && (m_stage == Stage::AwaitLive || m_stage == Stage::Live)) {
        m_sentJwt = token.jwt;
        push("access_token",
             "{\"access_token\":" + wire::jsonString({token.jwt.constData(), size_t(token.jwt.size())}).toStdString() +
                 "}");
    }
}

void ChannelMachine::tokenFailed(const QString &reason, Moment now)
{
    m_tokenAsked = false;
    if (!m_wanted || m_stage != Stage::TokenWait)
        return; // the present one serves until the server says otherwise
    m_tokenBy.reset();
    // Not signed out: that is what a null token says. The way to the sign-in server may just be down.
    fail(ChannelTrouble::Transient, reason, now);
    m_tokenMissing = true;
}

void ChannelMachine::wake(const QString &reason, Moment now)
{
    m_lastTick = now;
    if (!m_wanted || m_stage == Stage::SignedOut)
        return;
    interrupt(reason);
    dropSocket(false, reason);
    m_stage = Stage::Idle;
    m_retryAt.reset();
    m_attempts = 0;
    proceed(now);
}

void ChannelMachine::rejoin(const QString &reason, Moment now)
{
    if (!m_wanted || m_socket != Socket::Open || (m_stage != Stage::Live && m_stage != Stage::AwaitLive))
        return; // a join is under way or planned already
    interrupt(reason);
    m_status.reason = reason;
    m_stage = Stage::Idle;
    proceed(now);
}

void ChannelMachine::retryNow(Moment now)
{
    if (!m_wanted || !m_retryAt)
        return;
    m_retryAt.reset();
    proceed(now);
}

Micros ChannelMachine::tokenAhead() const
{
    // A token that was born short-lived is fresh for three quarters of its life, or every join would wait for another.
    return std::min<Micros>(m_settings.timing.tokenAhead, m_tokenLife / 4);
}

bool ChannelMachine::tokenIsFresh(Moment now) const
{
    return m_token.expiresAt - now.wall > tokenAhead() && m_token.jwt != m_refusedJwt;
}

void ChannelMachine::askForToken(bool forced, Moment now)
{
    m_stage = Stage::TokenWait;
    m_forcedAsk = forced;
    m_tokenAsked = true;
    m_tokenBy = now.monotonic + m_settings.timing.tokenDeadline;
    put(TokenWanted{forced});
}

void ChannelMachine::proceed(Moment now)
{
    m_tokenMissing = false;
    m_retryAt.reset();
    m_status.nextTry.reset();
    if (m_token.isNull()) {
        m_stage = Stage::SignedOut;
        setPhase(LinkPhase::SignedOut, sentence("not signed in"), now);
        return;
    }
    // Token first, then socket, then join: bugs 4, 5 and 6.
    if (!tokenIsFresh(now)) {
        askForToken(m_token.jwt == m_refusedJwt, now);
        setPhase(m_socket == Socket::Open ? LinkPhase::Joining : LinkPhase::Connecting, {}, now);
        return;
    }
    if (m_socket == Socket::Open) {
        join(now);
        return;
    }
    m_stage = Stage::Idle;
    if (m_socket == Socket::Opening)
        return;
    m_socket = Socket::Opening;
    m_connectBy = now.monotonic + m_settings.timing.connectDeadline;
    QUrl url = m_settings.url;
    url.setQuery(QStringLiteral("apikey=%1&vsn=2.0.0")
                     .arg(QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(m_settings.apiKey)))));
    put(OpenSocket{url});
    setPhase(LinkPhase::Connecting, {}, now);
}

void ChannelMachine::join(Moment now)
{
    m_joinRef = QByteArray::number(++m_lastRef);
    m_stage = Stage::Joining;
    m_systemOkCame = false;
    m_liveBy.reset();
    m_joinBy = now.monotonic + m_settings.timing.joinDeadline;
    ++m_status.joins;
    // Made now: a payload kept from earlier would carry an old token (bugs 4, 8, 10).
    m_sentJwt = m_token.jwt;
    const auto text = [](const QByteArray &bytes) { return std::string_view(bytes.constData(), size_t(bytes.size())); };
    const QByteArray payload = joinPayload();
    put(SendText{
        wire::encodeFrame(text(m_joinRef), text(m_joinRef), text(m_settings.topic), "phx_join", text(payload))});
    setPhase(LinkPhase::Joining, {}, now);
}

void ChannelMachine::push(std::string_view event, std::string_view payload)
{
    const QByteArray ref = QByteArray::number(++m_lastRef);
    const auto text = [](const QByteArray &bytes) { return std::string_view(bytes.constData(), size_t(bytes.size())); };
    put(SendText{wire::encodeFrame(text(m_joinRef), text(ref), text(m_settings.topic), event, payload)});
}

void ChannelMachine::leave()
{
    if (m_socket == Socket::Open && !m_joinRef.isEmpty())
        push("phx_leave", "{}");
    m_joinRef.clear();
    m_joinBy.reset();
    m_liveBy.reset();
}

void ChannelMachine::dropSocket(bool politely, const QString &reason)
{
    if (m_socket != Socket::None) {
        if (politely)
            put(CloseSocket{reason});
        else
            put(AbortSocket{});
    }
    // All that was under way on it has failed (bug 44); nothing of it may be taken over by the next one (bug 16).
    m_socket = Socket::None;
    m_joinRef.clear();
    m_beatRef.clear();
    m_connectBy.reset();
    m_joinBy.reset();
    m_liveBy.reset();
    m_beatAt.reset();
    m_beatBy.reset();
}

void ChannelMachine::fail(ChannelTrouble trouble, const QString &reason, Moment now)
{
    const auto &timing = m_settings.timing;
    interrupt(reason);
    m_joinRef.clear();
    m_joinBy.reset();
    m_liveBy.reset();
    m_stage = Stage::Idle;
    const LinkPhase trying = m_socket == Socket::Open ? LinkPhase::Joining : LinkPhase::Offline;
    switch (trouble) {
    case ChannelTrouble::TokenExpired:
    case ChannelTrouble::TokenBad:
        if (trouble == ChannelTrouble::TokenBad && ++m_badTokens > 1) {
            m_stage = Stage::SignedOut;
            m_refusedJwt = m_token.jwt;
            dropSocket(true, reason);
            setPhase(LinkPhase::SignedOut, reason, now);
            return;
        }
        ++m_attempts;
        m_refusedJwt = m_token.jwt;
        m_status.reason = reason;
        proceed(now);
        return;
    case ChannelTrouble::Denied:
        retryIn(timing.deniedEvery, LinkPhase::Denied, reason, now);
        return;
    case ChannelTrouble::RateLimited:
        // Never before the first step, and spread over the rest.
        retryIn(timing.rateFirst + backoff(timing.rateFirst, timing.rateMax - timing.rateFirst, m_rateAttempts++),
                trying, reason, now);
        return;
    case ChannelTrouble::Transient:
        retryIn(backoff(timing.backoffFirst, timing.backoffMax, m_attempts++), trying, reason, now);
        return;
    }
}

Micros ChannelMachine::backoff(Millis first, Millis cap, int attempt) const
{
    const auto step = std::min<Millis>(cap, first * (qint64(1) << std::min(attempt, 20)));
    return Micros(static_cast<qint64>(m_random() * double(std::chrono::duration_cast<Micros>(step).count())));
}

void ChannelMachine::retryIn(Micros delay, LinkPhase phase, const QString &reason, Moment now)
{
    const auto at = now.monotonic + delay;
    m_retryAt = m_retryAt ? std::max(*m_retryAt, at) : at;
    m_status.nextTry = now.wall + (*m_retryAt - now.monotonic);
    setPhase(phase, reason, now);
}

void ChannelMachine::socketOpened(Moment now)
{
    if (m_socket != Socket::Opening)
        return;
    m_socket = Socket::Open;
    m_connectBy.reset();
    m_joinTimeouts = 0;
    m_beatRef.clear();
    m_beatBy.reset();
    m_beatAt = now.monotonic + m_settings.timing.heartbeatEvery;
    ++m_status.connects;
    proceed(now);
}

void ChannelMachine::socketClosed(int closeCode, int httpStatus, const QString &reason, Moment now)
{
    if (m_socket == Socket::None)
        return; // we dropped it ourselves; what its code says is of no interest (bug 42)
    const bool never = m_socket == Socket::Opening;
    dropSocket(false, reason);
    m_outputs.pop_back(); // it is gone already: nothing to abort
    if (!m_wanted)
        return;
    const bool waiting = m_retryAt.has_value() || m_stage == Stage::TokenWait;
    const QString text = never ? sentence("connecting failed: %1").arg(reason)
                               : sentence("socket closed: %1 %2").arg(closeCode).arg(reason).trimmed();
    auto trouble = never ? troubleOfStatus(httpStatus) : troubleOfClose(closeCode);
    if (trouble == ChannelTrouble::TokenBad && m_badTokens > 0)
        trouble = ChannelTrouble::Denied; // a fresh token did not help: it is the workspace's key that is refused
    if (waiting && trouble == ChannelTrouble::Transient) {
        interrupt(text); // the wait for the token, or the longer one that a refusal asked for, goes on
        setPhase(m_status.phase == LinkPhase::Denied ? LinkPhase::Denied : LinkPhase::Offline, {}, now);
        return;
    }
    fail(trouble, text, now);
}

void ChannelMachine::joinTimedOut(Moment now)
{
    // The server may have joined late: tell it that this one is over (contracts/supabase.md §1.9).
    leave();
    if (++m_joinTimeouts >= 2) {
        dropSocket(false, {}); // the socket only looks open (bug 19)
        m_joinTimeouts = 0;
    }
    fail(ChannelTrouble::Transient, sentence("the join was not answered"), now);
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
        wake(sentence("the clock jumped"), now);
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
        fail(ChannelTrouble::Transient, sentence("the server did not answer"), now);
    }
    if (due(m_beatBy)) {
        dropSocket(false, {});
        fail(ChannelTrouble::Transient, sentence("the heartbeat was not answered"), now);
    }
    if (due(m_joinBy))
        joinTimedOut(now);
    if (due(m_liveBy))
        fail(ChannelTrouble::Transient, sentence("the server did not confirm the subscription"), now);
    if (due(m_tokenBy) && m_stage == Stage::TokenWait)
        fail(ChannelTrouble::Transient, sentence("no fresh token could be had in time"), now);
    if (due(m_stableAt))
        m_attempts = m_rateAttempts = 0;
    if (m_socket == Socket::Open && due(m_beatAt) && !m_beatBy)
        beat(now);
    if (due(m_retryAt))
        proceed(now);
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
    if (!m_tokenAsked && (m_stage == Stage::Live || m_stage == Stage::AwaitLive)) {
        const auto left = m_token.expiresAt - tokenAhead() - m_lastTick.wall;
        next = std::min(next, m_lastTick.monotonic + std::max<Micros>(left, Micros(0)));
    }
    for (const auto &deadline :
         {m_connectBy, m_joinBy, m_liveBy, m_tokenBy, m_beatAt, m_beatBy, m_retryAt, m_stableAt}) {
        if (deadline)
            next = std::min(next, *deadline);
    }
    return next;
}

} // namespace bolt
