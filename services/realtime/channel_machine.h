// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/realtime/channel_classes.h"
#include "services/realtime/channel_values.h"
#include "services/realtime/silence_watch.h"
#include "services/wire/frame.h"
#include "services/wire/token.h"

#include <functional>
#include <variant>
#include <vector>

class QJsonObject;

namespace bolt {

/// The channel without a socket and without a clock: inputs with their moment go in, commands and events come out of
/// take(). Source: contracts/supabase.md §1.4 to §1.13, and the client bugs of §5.
class ChannelMachine
{
public:
    // Commands for whoever has a socket
    struct OpenSocket
    {
        QUrl url;
    };
    struct CloseSocket
    {
        QString reason;
    };
    struct AbortSocket
    {
    }; ///< it may be half open: no close handshake
    struct SendText
    {
        QByteArray text;
    };
    struct SendPing
    {
        QByteArray payload;
    };
    // Events for the consumer
    struct StatusChanged
    {
    };
    struct Live
    {
        bool again = false;
    };
    struct Interrupted
    {
        LinkReason reason;
    };
    struct Change
    {
        QByteArray payload;
    };
    struct Garbled
    {
    };
    struct TokenWanted
    {
        bool forced = false;
    };
    using Output = std::variant<OpenSocket, CloseSocket, AbortSocket, SendText, SendPing, StatusChanged, Live,
                                Interrupted, Change, Garbled, TokenWanted>;

    ChannelMachine(ChannelSettings settings, std::function<double()> random);

    void start(Moment now);
    void stop(Moment now);
    void setToken(const wire::AccessToken &token, Moment now);
    void tokenFailed(const LinkReason &reason, Moment now);
    void wake(const LinkReason &reason, Moment now);
    void rejoin(const LinkReason &reason, Moment now);
    /// Not after the wait: now. A socket that is silent is given up for another one.
    void retryNow(Moment now);

    void socketOpened(Moment now);
    /// The socket is gone, for whatever reason, or never came to be (`httpStatus` of a refused upgrade, 0: none).
    void socketClosed(int closeCode, int httpStatus, const QString &reason, Moment now);
    void frame(const wire::FrameView &frame, Moment now);
    void garbage(bool looksLikeChange);
    /// Something came, whatever it is: somebody is there.
    void received(qsizetype bytes, Moment now);
    void pong(const QByteArray &payload, Moment now);
    /// Time passed: call it at nextDeadline().
    void tick(Moment now);
    /// Nothing: nothing to wait for.
    std::optional<Micros> nextDeadline() const;

    /// What happened since the last call, in order.
    std::vector<Output> take();
    const ChannelStatus &status() const { return m_status; }

private:
    enum class Socket : quint8 { None, Opening, Open };
    enum class Stage : quint8 {
        Idle,      ///< nothing under way but perhaps a retry
        TokenWait, ///< a fresh token was asked for, before connecting or joining
        Joining,
        AwaitLive,
        Live,
        SignedOut ///< waits for setToken()
    };
    using Deadline = std::optional<Micros>;

    void put(Output output) { m_outputs.push_back(std::move(output)); }
    void setPhase(LinkPhase phase, const LinkReason &reason, Moment now);
    void interrupt(const LinkReason &reason);
    /// Token, then socket, then join: whatever of it is missing next.
    void proceed(Moment now);
    Micros tokenAhead() const;
    bool tokenIsFresh(Moment now) const;
    void askForToken(bool forced, Moment now);
    void join(Moment now);
    void leave();
    void dropSocket(bool politely, const LinkReason &reason);
    void fail(ChannelTrouble trouble, const LinkReason &reason, Moment now);
    void retryIn(Micros delay, LinkPhase phase, const LinkReason &reason, Moment now);
    Micros backoff(int attempt) const;
    Micros longBackoff();
    void push(std::string_view event, std::string_view payload);
    void beat(Moment now);
    void probe(SilenceWatch::Probe how, Moment now);
    void noteSilence();
    void joinTimedOut(Moment now);
    bool sleptSince(Moment now);
    bool dropBinding(const QString &reason, Moment now);
    bool mayRestore(Moment now) const;
    void restoreBindings();
    LinkReason waiting(Moment now, const QString &said);
    void becomeLive(Moment now);

    bool isStale(const wire::FrameView &frame) const;
    void reply(const wire::FrameView &frame, Moment now);
    void joined(const QJsonObject &response, Moment now);
    void system(const QJsonObject &payload, Moment now);
    QByteArray joinPayload() const;

    ChannelSettings m_settings;
    std::function<double()> m_random;
    std::vector<Output> m_outputs;
    ChannelStatus m_status;

    bool m_wanted = false;
    bool m_toldLive = false;
    bool m_systemOkCame = false; ///< before the reply to the join
    Socket m_socket = Socket::None;
    Stage m_stage = Stage::Idle;

    wire::AccessToken m_token;
    Micros m_tokenLife{0}; ///< what was left of it when it came
    QByteArray m_sentJwt;  ///< the one the server has for this channel
    bool m_tokenAsked = false;
    bool m_tokenMissing = false; ///< with another one the retry that runs need not be waited for
    QByteArray m_refusedJwt;     ///< called bad by the server: not to be used again
    int m_badTokens = 0;         ///< in a row, without being live in between
    int m_expired = 0;           ///< the same, without having been live for long

    quint64 m_lastRef = 0;
    QByteArray m_joinRef;
    QByteArray m_beatRef;
    Micros m_beatSent{0};
    Micros m_joinSent{0};
    Micros m_joinTook{0};
    SilenceWatch m_silence;

    int m_attempts = 0;
    int m_rateAttempts = 0;
    int m_joinTimeouts = 0;
    Moment m_lastTick;

    Deadline m_connectBy, m_joinBy, m_liveBy, m_tokenBy, m_beatAt, m_beatBy, m_retryAt, m_stableAt;
    std::optional<Instant> m_waitsSince; ///< for the subscription, over all joins
    Micros m_droppedAt{0};               ///< the last binding
    int m_restores = 0;
    Deadline m_restoreAt;
};

} // namespace bolt
