// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>
#include <functional>

/// A realtime server in this process: keeps what was sent, answers by `onFrame` (by default as a healthy server does).
class FakeRealtime : public QObject
{
public:
    FakeRealtime()
        : m_server(QStringLiteral("fake"), QWebSocketServer::NonSecureMode)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            socket = m_server.nextPendingConnection();
            socket->setParent(this);
            requests << socket->requestUrl();
            auto *mine = socket.data();
            connect(mine, &QWebSocket::textMessageReceived, this, [this, mine](const QString &text) {
                const auto frame = QJsonDocument::fromJson(text.toUtf8()).array();
                frames << frame;
                if (onFrame)
                    onFrame(mine, frame);
                else
                    healthy(mine, frame);
            });
        });
    }

    QUrl url() const
    {
        return QUrl(QStringLiteral("ws://127.0.0.1:%1/realtime/v1/websocket").arg(m_server.serverPort()));
    }

    void healthy(QWebSocket *to, const QJsonArray &frame)
    {
        const auto event = frame.at(3).toString();
        if (event == u"heartbeat") {
            reply(to, frame, {});
        } else if (event == u"phx_join") {
            joinRef = frame.at(0).toString();
            QJsonArray bindings;
            const auto asked = frame.at(4)[u"config"][u"postgres_changes"].toArray();
            for (const auto &one : asked) {
                auto binding = one.toObject();
                binding.insert(u"id", bindings.size() + 1);
                bindings << binding;
            }
            reply(to, frame, {{QStringLiteral("postgres_changes"), bindings}});
            send(to, QJsonArray{joinRef, QJsonValue(), frame.at(2), QStringLiteral("system"),
                                QJsonObject{{QStringLiteral("status"), QStringLiteral("ok")},
                                            {QStringLiteral("message"), QStringLiteral("Subscribed to PostgreSQL")},
                                            {QStringLiteral("extension"), QStringLiteral("postgres_changes")}}});
        }
    }
    static void reply(QWebSocket *to, const QJsonArray &frame, const QJsonObject &response)
    {
        send(to, QJsonArray{frame.at(0), frame.at(1), frame.at(2), QStringLiteral("phx_reply"),
                            QJsonObject{{QStringLiteral("status"), QStringLiteral("ok")},
                                        {QStringLiteral("response"), response}}});
    }
    static void send(QWebSocket *to, const QJsonArray &frame)
    {
        to->sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
    }
    int count(QStringView event) const
    {
        return int(std::count_if(frames.begin(), frames.end(),
                                 [&](const QJsonArray &f) { return f.at(3).toString() == event; }));
    }

    /// Nothing is read any more, pings neither; the sockets stay open, as those of a stopped process do.
    void setFrozen(bool frozen)
    {
        for (auto *socketBelow : m_server.findChildren<QTcpSocket *>()) {
            socketBelow->blockSignals(frozen);
            if (!frozen && socketBelow->bytesAvailable() > 0)
                QMetaObject::invokeMethod(socketBelow, &QIODevice::readyRead);
        }
    }

    QPointer<QWebSocket> socket; ///< the newest
    QList<QUrl> requests;
    QList<QJsonArray> frames;
    QString joinRef;
    std::function<void(QWebSocket *, const QJsonArray &)> onFrame;

private:
    QWebSocketServer m_server;
};
