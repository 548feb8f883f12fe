// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/realtime/channel_client.h"

#include "services/realtime/channel_machine.h"
#include "services/realtime/socket_compat.h"

#include <QLoggingCategory>
#include <QTimer>
#include <QWebSocket>

namespace bolt {

namespace {

Q_LOGGING_CATEGORY(lcChannel, "bolt.channel", QtWarningMsg)

/// The server's reason for a close, else the socket's own words. A socket without an error would say "Unknown error".
QString wordsOf(const QWebSocket &socket)
{
    const bool failed = socket.error() != QAbstractSocket::UnknownSocketError;
    return socket.closeReason().isEmpty() && failed ? socket.errorString() : socket.closeReason();
}

} // namespace

struct ChannelClient::Private
{
    Private(ChannelClient *owner, ChannelSettings settings, const Clock &c, std::function<double()> random)
        : q(owner)
        , clock(c)
        , machine(std::move(settings), std::move(random))
        , timer(owner)
    {
    }

    ChannelClient *q;
    const Clock &clock;
    ChannelMachine machine;
    wire::FrameDecoder decoder;
    QTimer timer;
    Micros wakesAt{0}; ///< while the timer runs
    QWebSocket *socket = nullptr;
    bool draining = false;

    Moment now() const { return {clock.monotonic(), clock.now()}; }
    void drain();
    void act(const ChannelMachine::Output &output);
    void open(const QUrl &url);
    void drop(bool politely, const QString &reason);
    void lost(QWebSocket *which, const QString &text);
    void receive(const QString &text);
};

void ChannelClient::Private::drain()
{
    // A slot of the consumer may call back into the machine: what comes of that is done by the loop that runs already
    // (bug 38).
    if (draining)
        return;
    draining = true;
    for (auto outputs = machine.take(); !outputs.empty(); outputs = machine.take()) {
        for (const auto &output : outputs)
            act(output);
    }
    draining = false;
    const auto next = machine.nextDeadline();
    if (!next) {
        timer.stop();
        return;
    }
    // Each message moves the deadline on. A timer that is due earlier stays and looks then: thousands of messages a
    // second would set it anew otherwise.
    if (timer.isActive() && wakesAt <= *next)
        return;
    const Micros now = clock.monotonic();
    const auto left = std::max(std::chrono::ceil<Millis>(*next - now), Millis(0));
    wakesAt = now + left;
    timer.start(left);
}

void ChannelClient::Private::act(const ChannelMachine::Output &output)
{
    using M = ChannelMachine;
    if (const auto *change = std::get_if<M::Change>(&output))
        Q_EMIT q->change(change->payload);
    else if (const auto *send = std::get_if<M::SendText>(&output)) {
        if (socket)
            socket->sendTextMessage(QString::fromUtf8(send->text));
    } else if (const auto *ping = std::get_if<M::SendPing>(&output)) {
        if (socket)
            socket->ping(ping->payload);
    } else if (const auto *opening = std::get_if<M::OpenSocket>(&output))
        open(opening->url);
    else if (const auto *closing = std::get_if<M::CloseSocket>(&output))
        drop(true, closing->reason);
    else if (std::holds_alternative<M::AbortSocket>(output))
        drop(false, {});
    else if (std::holds_alternative<M::StatusChanged>(output))
        Q_EMIT q->statusChanged(machine.status());
    else if (const auto *live = std::get_if<M::Live>(&output))
        Q_EMIT q->live(live->again);
    else if (const auto *interrupted = std::get_if<M::Interrupted>(&output))
        Q_EMIT q->interrupted(interrupted->reason);
    else if (std::holds_alternative<M::Garbled>(output))
        Q_EMIT q->garbled();
    else if (const auto *wanted = std::get_if<M::TokenWanted>(&output))
        Q_EMIT q->tokenWanted(wanted->forced);
}

void ChannelClient::Private::open(const QUrl &url)
{
    drop(false, {});
    auto *fresh = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, q);
    socket = fresh;
    fresh->setMaxAllowedIncomingMessageSize(wire::maxFrameBytes);
    fresh->setMaxAllowedIncomingFrameSize(wire::maxFrameBytes);
    QObject::connect(fresh, &QWebSocket::connected, q, [this] {
        machine.socketOpened(now());
        drain();
    });
    QObject::connect(fresh, &QWebSocket::textMessageReceived, q, [this](const QString &text) { receive(text); });
    QObject::connect(fresh, &QWebSocket::binaryMessageReceived, q, [this](const QByteArray &bytes) {
        machine.received(bytes.size(), now()); // broadcasts of others; the desk listens to none
        drain();
    });
    // A large message may take longer than an answer should: its parts are answers, too.
    QObject::connect(fresh, &QWebSocket::textFrameReceived, q, [this](const QString &, bool last) {
        if (last)
            return;
        machine.received(0, now());
        drain();
    });
    QObject::connect(fresh, &QWebSocket::pong, q, [this](quint64, const QByteArray &payload) {
        machine.pong(payload, now());
        drain();
    });
    // Whichever comes first: `error` fires twice, `disconnected` also without a connection (contracts/supabase.md
    // §1.1).
    QObject::connect(fresh, &QWebSocket::disconnected, q, [this, fresh] { lost(fresh, wordsOf(*fresh)); });
    connectSocketError(fresh, q, [this, fresh](QAbstractSocket::SocketError) { lost(fresh, fresh->errorString()); });
    fresh->open(url);
}

void ChannelClient::Private::drop(bool politely, const QString &reason)
{
    if (!socket)
        return;
    auto *old = std::exchange(socket, nullptr);
    old->disconnect(q);
    if (politely)
        old->close(QWebSocketProtocol::CloseCodeNormal, reason);
    else
        old->abort();
    old->deleteLater();
}

void ChannelClient::Private::lost(QWebSocket *which, const QString &text)
{
    if (which != socket)
        return;
    const int code = which->closeCode();
    const int status = which->isValid() ? 0 : statusInErrorString(text);
    drop(false, {});
    machine.socketClosed(code, status, text, now());
    drain();
}

void ChannelClient::Private::receive(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const auto at = now();
    machine.received(bytes.size(), at);
    const auto frame = decoder.decode({bytes.constData(), static_cast<size_t>(bytes.size())});
    if (frame.ok())
        machine.frame(*frame, at);
    else {
        if (machine.status().garbage == 0) // once: the count says the rest, and what it held may be anybody's data
            qCWarning(lcChannel) << "a frame could not be read:" << frame.error().detail << bytes.size() << "bytes";
        machine.garbage(bytes.contains("postgres_changes"));
    }
    drain();
}

ChannelClient::ChannelClient(ChannelSettings settings, const Clock &clock, std::function<double()> random,
                             QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(settings), clock, std::move(random)))
{
    d->timer.setSingleShot(true);
    d->timer.setTimerType(Qt::PreciseTimer);
    connect(&d->timer, &QTimer::timeout, this, [this] {
        d->machine.tick(d->now());
        d->drain();
    });
}

ChannelClient::~ChannelClient() { d->drop(false, {}); }

const ChannelStatus &ChannelClient::status() const { return d->machine.status(); }

void ChannelClient::start()
{
    d->machine.start(d->now());
    d->drain();
}

void ChannelClient::stop()
{
    d->machine.stop(d->now());
    d->drain();
}

void ChannelClient::setToken(const wire::AccessToken &token)
{
    d->machine.setToken(token, d->now());
    d->drain();
}

void ChannelClient::tokenFailed(const LinkReason &reason)
{
    d->machine.tokenFailed(reason, d->now());
    d->drain();
}

void ChannelClient::wake(const LinkReason &reason)
{
    d->machine.wake(reason, d->now());
    d->drain();
}

void ChannelClient::rejoin(const LinkReason &reason)
{
    d->machine.rejoin(reason, d->now());
    d->drain();
}

void ChannelClient::retryNow()
{
    d->machine.retryNow(d->now());
    d->drain();
}

} // namespace bolt
