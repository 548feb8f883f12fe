// SPDX-License-Identifier: GPL-3.0-or-later
// What the server says: contracts/supabase.md §1.6 and §1.7.
#include "services/realtime/channel_machine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bolt {

namespace {

constexpr qsizetype maxReason = 500;

bool is(std::string_view view, const QByteArray &bytes)
{
    return view == std::string_view(bytes.constData(), static_cast<size_t>(bytes.size()));
}

QJsonObject objectOf(std::string_view json)
{
    return QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size()))).object();
}

} // namespace

QByteArray ChannelMachine::joinPayload() const
{
    QJsonArray bindings;
    for (const auto &binding : m_settings.bindings) {
        bindings << QJsonObject{{QStringLiteral("event"), QString::fromUtf8(binding.event)},
                                {QStringLiteral("schema"), QString::fromUtf8(binding.schema)},
                                {QStringLiteral("table"), QString::fromUtf8(binding.table)}};
    }
    const QJsonObject config{
        {QStringLiteral("broadcast"), QJsonObject{{QStringLiteral("ack"), false}, {QStringLiteral("self"), false}}},
        {QStringLiteral("presence"),
         QJsonObject{{QStringLiteral("key"), QString()}, {QStringLiteral("enabled"), false}}},
        {QStringLiteral("postgres_changes"), bindings},
        {QStringLiteral("private"), false}};
    return QJsonDocument(QJsonObject{{QStringLiteral("config"), config},
                                     {QStringLiteral("access_token"), QString::fromUtf8(m_token.jwt)}})
        .toJson(QJsonDocument::Compact);
}

bool ChannelMachine::isStale(const wire::FrameView &frame) const
{
    if (frame.joinRef)
        return m_joinRef.isEmpty() || !is(*frame.joinRef, m_joinRef);
    // vsn 1 has no join_ref: these two carry it as ref.
    if (frame.event == "phx_close" || frame.event == "phx_error")
        return frame.ref && !is(*frame.ref, m_joinRef);
    // Fan-out carries neither. Between two joins nothing is current.
    return m_joinRef.isEmpty() && frame.event != "phx_reply";
}

void ChannelMachine::garbage(bool looksLikeChange)
{
    ++m_status.garbage;
    if (looksLikeChange && m_wanted && m_socket == Socket::Open)
        put(Garbled{});
}

void ChannelMachine::frame(const wire::FrameView &frame, Moment now)
{
    if (!m_wanted || m_socket != Socket::Open)
        return;
    received(0, now);
    if (frame.topic == "phoenix") {
        // Only the answer to this very heartbeat ends its wait: traffic proves nothing of our way out (bugs 16, 17).
        if (frame.event == "phx_reply" && frame.ref && !m_beatRef.isEmpty() && is(*frame.ref, m_beatRef)) {
            m_beatRef.clear();
            m_beatBy.reset();
            m_silence.beatAnswered(m_beatSent, now);
            m_status.latencyMs =
                static_cast<int>(std::chrono::duration_cast<Millis>(now.monotonic - m_beatSent).count());
            m_status.latencyAt = now.wall;
            put(StatusChanged{});
        }
        return;
    }
    if (!is(frame.topic, m_settings.topic))
        return;
    if (isStale(frame)) {
        ++m_status.stale; // bugs 12, 13
        return;
    }
    if (frame.event == "postgres_changes")
        put(Change{QByteArray(frame.payload.data(), static_cast<qsizetype>(frame.payload.size()))});
    else if (frame.event == "phx_reply")
        reply(frame, now);
    else if (frame.event == "system")
        system(objectOf(frame.payload), now);
    else if (frame.event == "phx_close") // it is how token expiry ends: proceed() looks at the token first (bug 7)
        fail(ChannelTrouble::Transient, {LinkReason::ChannelClosed}, now);
    else if (frame.event == "phx_error")
        fail(ChannelTrouble::Transient, {LinkReason::ChannelCrashed}, now);
}

void ChannelMachine::reply(const wire::FrameView &frame, Moment now)
{
    // A late answer to a join that was given up has another ref (bug 14); answers to leave and pushes are of no
    // interest.
    if (m_stage != Stage::Joining || !frame.ref || !is(*frame.ref, m_joinRef))
        return;
    m_joinBy.reset();
    m_joinTimeouts = 0;
    m_joinTook = now.monotonic - m_joinSent;
    const auto payload = objectOf(frame.payload);
    const auto response = payload.value(u"response");
    if (payload.value(u"status").toString() == QLatin1StringView("ok")) {
        joined(response.toObject(), now);
        return;
    }
    const QString reason =
        (response.isString() ? response.toString() : response.toObject().value(u"reason").toString()).left(maxReason);
    if (!dropBinding(reason, now))
        fail(troubleOf(reason), {LinkReason::JoinRefused, reason}, now);
}

void ChannelMachine::joined(const QJsonObject &response, Moment now)
{
    // Fewer than were asked for means that some changes would never come. More, other keys, another order: no matter
    // (bug 20).
    if (response.value(u"postgres_changes").toArray().size() < static_cast<qsizetype>(m_settings.bindings.size())) {
        leave();
        fail(ChannelTrouble::Transient, {LinkReason::JoinPartial}, now);
        return;
    }
    m_stage = Stage::AwaitLive;
    m_liveBy = now.monotonic + m_settings.timing.liveDeadline;
    setPhase(LinkPhase::AwaitLive, waiting(now, {}), now);
    if (m_sentJwt != m_token.jwt) { // replaced while the join was under way
        m_sentJwt = m_token.jwt;
        push("access_token", "{\"access_token\":" +
                                 wire::jsonString({m_token.jwt.constData(), size_t(m_token.jwt.size())}).toStdString() +
                                 "}");
    }
    if (m_systemOkCame)
        becomeLive(now);
}

void ChannelMachine::becomeLive(Moment now)
{
    m_stage = Stage::Live;
    m_liveBy.reset();
    m_badTokens = 0;
    m_refusedJwt.clear();
    m_toldLive = true;
    m_waitsSince.reset();
    if (m_status.dropped.empty())
        m_restores = 0;
    m_stableAt = now.monotonic + m_settings.timing.stableAfter;
    setPhase(LinkPhase::Live, {}, now);
    put(Live{false});
    probe(m_silence.begin(now, m_joinTook), now);
    if (m_beatRef.isEmpty())
        beat(now); // the first one at once: it measures the round trip
}

void ChannelMachine::system(const QJsonObject &payload, Moment now)
{
    const QString message = payload.value(u"message").toString().left(maxReason);
    const bool ofChanges = payload.value(u"extension").toString() == QLatin1StringView("postgres_changes");
    if (payload.value(u"status").toString() == QLatin1StringView("ok")) {
        if (!ofChanges) {
            m_status.reason = {LinkReason::Reported, message}; // "Server requested disconnect": the close follows
            return;
        }
        // An ok reply to the join is not live yet; this is (bug 1).
        if (m_stage == Stage::Joining)
            m_systemOkCame = true;
        else if (m_stage == Stage::AwaitLive)
            becomeLive(now);
        else if (m_stage == Stage::Live && mayRestore(now)) // what is published may have changed
            rejoin({LinkReason::Reported, message}, now);
        else if (m_stage == Stage::Live)
            put(Live{true}); // a possible gap: T5
        return;
    }
    // The channel looks joined and is deaf (bug 2), or phx_close follows and is stale by then.
    if (dropBinding(message, now))
        return;
    const bool unpublished = troubleOf(message) == ChannelTrouble::Denied && !tableInReason(message).isEmpty();
    fail(troubleOf(message), unpublished ? waiting(now, message) : LinkReason{LinkReason::Reported, message}, now);
}

/// Each table stands for itself: the channel goes without the one that is refused.
bool ChannelMachine::dropBinding(const QString &reason, Moment now)
{
    const auto table = tableInReason(reason);
    auto &bindings = m_settings.bindings;
    const auto at = std::find_if(bindings.begin(), bindings.end(), [&](const auto &b) { return b.table == table; });
    if (at == bindings.end() || bindings.size() == 1 || troubleOf(reason) != ChannelTrouble::Denied)
        return false;
    const auto &timing = m_settings.timing;
    const bool rejoins = !at->optional;
    m_status.dropped.push_back({std::move(*at), reason});
    bindings.erase(at);
    m_droppedAt = now.monotonic;
    if (rejoins)
        m_restoreAt = now.monotonic + std::min(timing.restoreEvery, timing.dropRest * (m_restores == 0   ? 1
                                                                                       : m_restores == 1 ? 10
                                                                                                         : 1000));
    m_status.reason = {LinkReason::TableRefused, reason};
    interrupt(m_status.reason);
    m_stage = Stage::Idle;
    proceed(now);
    return true;
}

bool ChannelMachine::mayRestore(Moment now) const
{
    return !m_status.dropped.empty() && now.monotonic >= m_droppedAt + m_settings.timing.dropRest;
}

/// What was refused may be there by now: it is part of the next join.
void ChannelMachine::restoreBindings()
{
    m_restoreAt.reset();
    ++m_restores;
    for (DroppedBinding &one : std::exchange(m_status.dropped, {}))
        m_settings.bindings.push_back(std::move(one.binding));
}

LinkReason ChannelMachine::waiting(Moment now, const QString &said)
{
    if (!m_waitsSince)
        m_waitsSince = now.wall;
    return {LinkReason::Unpublished, said, m_waitsSince};
}

} // namespace bolt
