// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <deque>
#include <functional>
#include <vector>

/// An HTTP server that answers as it is told, or not at all. Loopback, any free port.
class ScriptedServer final : public QObject
{
public:
    struct Asked
    {
        QByteArray method, path, key, body;
    };
    struct Reply
    {
        int status = 200;
        QByteArray headers, body;
        bool drop = false; ///< close without an answer: whether it was done is not known
        bool hang = false;
    };

    ScriptedServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    void close() { m_server.close(); }

    /// Decides instead of what follows, where it is set.
    std::function<Reply(const Asked &)> decide;
    /// The next replies, in order; then `usual`.
    std::deque<Reply> next;
    Reply usual{200, {}, R"({"applied":1,"rejected":[]})"};
    std::vector<Asked> asked;
    std::vector<QTcpSocket *> hanging;

    static void answer(QTcpSocket *socket, const Reply &reply)
    {
        socket->write("HTTP/1.1 " + QByteArray::number(reply.status) + " X\r\nContent-Type: application/json\r\n" +
                      reply.headers + "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n" +
                      reply.body);
    }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &held = m_held[socket];
        held += socket->readAll();
        const auto end = held.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Asked a;
        qsizetype length = 0;
        const auto lines = held.left(end).split('\n');
        a.method = lines[0].split(' ').value(0);
        a.path = lines[0].split(' ').value(1);
        for (const QByteArray &line : lines) {
            const QByteArray name = line.left(line.indexOf(':')).trimmed().toLower();
            const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
            if (name == "content-length")
                length = value.toLongLong();
            if (name == "idempotency-key")
                a.key = value;
        }
        if (held.size() < end + 4 + length)
            return;
        a.body = held.mid(end + 4, length);
        held.clear();
        asked.push_back(a);
        Reply reply = usual;
        if (decide) {
            reply = decide(a);
        } else if (!next.empty()) {
            reply = next.front();
            next.pop_front();
        }
        if (reply.hang)
            hanging.push_back(socket);
        else if (reply.drop)
            socket->abort();
        else
            answer(socket, reply);
    }

    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_held;
};
