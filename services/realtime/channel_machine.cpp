// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/realtime/channel_machine.h"

#include <QUrlQuery>
#include <algorithm>
#include <initializer_list>

namespace bolt {

ChannelMachine::ChannelMachine(ChannelSettings settings, std::function<double()> random)
    : m_settings(std::move(settings))
    , m_random(std::move(random))
    , m_silence(m_settings.timing)
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

void ChannelMachine::setPhase(LinkPhase phase, const LinkReason &reason, Moment now)
{
    if (m_status.phase != phase)
        m_status.since = now.wall;
    m_status.phase = phase;
    if (!reason.empty())
        m_status.reason = reason;
    if (!m_retryAt)
        m_status.nextTry.reset();
    put(StatusChanged{});
}

void ChannelMachine::interrupt(const LinkReason &reason)
{
    m_stableAt.reset();
    m_silence.end();
    noteSilence();
    if (std::exchange(m_toldLive, false))
        put(Interrupted{reason});
}

void ChannelMachine::start(Moment now)
{
    if (m_wanted)
        return;
    m_wanted = true;
    m_lastTick = now;
    m_attempts = m_rateAttempts = m_badTokens = m_expired = m_joinTimeouts = 0;
    proceed(now);
}

void ChannelMachine::stop(Moment now)
{
    if (!m_wanted)
        return;
    m_wanted = false;
    leave();
    dropSocket(true, {LinkReason::Stopped});
    interrupt({LinkReason::Stopped});
    m_stage = Stage::Idle;
    m_retryAt.reset();
    m_tokenBy.reset();
    m_waitsSince.reset();
    setPhase(LinkPhase::Offline, {LinkReason::Stopped}, now);
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
        dropSocket(true, {LinkReason::SignedOut});
        interrupt({token.isNull() ? LinkReason::SignedOut : LinkReason::OtherSession});
        m_attempts = m_badTokens = m_expired = 0;
        m_stage = Stage::Idle;
        m_retryAt.reset();
        proceed(now);
    } else if (m_stage == Stage::TokenWait) {
        m_tokenBy.reset();
        m_stage = Stage::Idle;
        if (token.jwt == m_refusedJwt)
            fail(ChannelTrouble::Transient, {LinkReason::TokenRefused}, now);
        else
            proceed(now);
    } else if (m_stage == Stage::SignedOut || (renewed && std::exchange(m_tokenMissing, false) && m_retryAt)) {
        proceed(now);
    } else if (renewed && (m_stage == Stage::AwaitLive || m_stage == Stage::Live)) {
        m_sentJwt = token.jwt;
        push("access_token",
             "{\"access_token\":" + wire::jsonString({token.jwt.constData(), size_t(token.jwt.size())}).toStdString() +
                 "}");
    }
}

void ChannelMachine::tokenFailed(const LinkReason &reason, Moment now)
{
    m_tokenAsked = false;
    if (!m_wanted || m_stage != Stage::TokenWait)
        return; // the present one serves until the server says otherwise
    m_tokenBy.reset();
    // Not signed out: that is what a null token says. The way to the sign-in server may just be down.
    fail(ChannelTrouble::Transient, reason, now);
    m_tokenMissing = true;
}

void ChannelMachine::wake(const LinkReason &reason, Moment now)
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

void ChannelMachine::rejoin(const LinkReason &reason, Moment now)
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
    if (m_wanted && m_status.silentSince) {
        wake({LinkReason::NoAnswer}, now);
        return;
    }
    if (m_wanted && m_stage == Stage::Live && !m_status.dropped.empty()) {
        m_droppedAt = now.monotonic - m_settings.timing.dropRest; // who asks may know better
        rejoin({LinkReason::AskedFor}, now);
        return;
    }
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
        setPhase(LinkPhase::SignedOut, {LinkReason::NotSignedIn}, now);
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
    if (mayRestore(now))
        restoreBindings();
    m_joinRef = QByteArray::number(++m_lastRef);
    m_stage = Stage::Joining;
    m_systemOkCame = false;
    m_liveBy.reset();
    m_joinBy = now.monotonic + m_settings.timing.joinDeadline;
    m_joinSent = now.monotonic;
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

void ChannelMachine::dropSocket(bool politely, const LinkReason &reason)
{
    if (m_socket != Socket::None) {
        if (politely)
            put(CloseSocket{plainWords(reason)});
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

void ChannelMachine::fail(ChannelTrouble trouble, const LinkReason &reason, Moment now)
{
    const auto &timing = m_settings.timing;
    interrupt(reason);
    m_joinRef.clear();
    m_joinBy.reset();
    m_liveBy.reset();
    m_stage = Stage::Idle;
    const LinkPhase trying = m_socket == Socket::Open ? LinkPhase::Joining : LinkPhase::Offline;
    // A fresh token did not help: no other one is burnt, and whatever is wrong there may be mended.
    const bool refused = trouble == ChannelTrouble::TokenBad && m_badTokens++ > 0;
    switch (refused ? ChannelTrouble::Denied : trouble) {
    case ChannelTrouble::TokenExpired:
    case ChannelTrouble::TokenBad:
        m_refusedJwt = m_token.jwt;
        m_status.reason = reason;
        // A server whose clock is wrong calls every token expired: new ones are not burnt as fast as they come.
        if (trouble == ChannelTrouble::TokenExpired && m_expired++ > 0)
            retryIn(longBackoff(), trying, reason, now);
        else
            proceed(now);
        return;
    case ChannelTrouble::Denied:
        retryIn(timing.deniedEvery, LinkPhase::Denied, reason, now);
        m_tokenMissing = refused;
        return;
    case ChannelTrouble::RateLimited:
        retryIn(longBackoff(), trying, reason, now);
        return;
    case ChannelTrouble::Transient:
        retryIn(backoff(m_attempts++), trying, reason, now);
        return;
    }
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
    dropSocket(false, {});
    m_outputs.pop_back(); // it is gone already: nothing to abort
    if (!m_wanted)
        return;
    const bool waiting = m_retryAt.has_value() || m_stage == Stage::TokenWait;
    const LinkReason why = never ? whyNotConnected(httpStatus, reason) : whyClosed(closeCode, reason);
    const auto trouble = never ? troubleOfStatus(httpStatus) : troubleOfClose(closeCode);
    if (waiting && trouble == ChannelTrouble::Transient) {
        interrupt(why); // the wait for the token, or the longer one that a refusal asked for, goes on
        setPhase(m_status.phase == LinkPhase::Denied ? LinkPhase::Denied : LinkPhase::Offline, {}, now);
        return;
    }
    fail(trouble, why, now);
}

} // namespace bolt
