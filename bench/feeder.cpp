// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/feeder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

namespace bolt::bench {

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
QByteArray compact(const QJsonArray &array) { return QJsonDocument(array).toJson(QJsonDocument::Compact); }

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// Nobody checks its signature here; the client reads its times and role.
QByteArray grant()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QString user = u"00000000-0000-4000-8000-000000000001"_s;
    const QJsonObject meta{{u"role"_s, u"admin"_s}};
    const QJsonObject claims{{u"sub"_s, user},          {u"role"_s, u"authenticated"_s},
                             {u"app_metadata"_s, meta}, {u"email"_s, u"bench@boltdesk.test"_s},
                             {u"iat"_s, now},           {u"exp"_s, now + 3600}};
    const QByteArray jwt =
        base64Url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + '.' + base64Url(compact(claims)) + ".AAAA";
    return compact(QJsonObject{{u"access_token"_s, QString::fromLatin1(jwt)},
                               {u"token_type"_s, u"bearer"_s},
                               {u"expires_in"_s, 3600},
                               {u"expires_at"_s, now + 3600},
                               {u"refresh_token"_s, u"bench"_s},
                               {u"user"_s, QJsonObject{{u"id"_s, user},
                                                       {u"email"_s, u"bench@boltdesk.test"_s},
                                                       {u"role"_s, u"authenticated"_s},
                                                       {u"app_metadata"_s, meta}}}});
}

void writeText(QTcpSocket *socket, const QByteArray &text)
{
    QByteArray frame(1, char(0x81));
    if (text.size() < 126) {
        frame += char(text.size());
    } else {
        frame += char(126);
        frame += char(text.size() >> 8);
        frame += char(text.size() & 0xFF);
    }
    socket->write(frame + text);
}

QByteArray headerValue(const QByteArray &head, const QByteArray &lowerName)
{
    for (const QByteArray &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == lowerName)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

Feeder::Feeder(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                if (m_live == socket)
                    m_live = nullptr;
                socket->deleteLater();
            });
        }
    });
    connect(&m_pace, &QTimer::timeout, this, &Feeder::onPace);
    m_pace.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (m_live)
            m_live->write(m_board->tick());
    });
    auto *input = new QSocketNotifier(0, QSocketNotifier::Read, this);
    connect(input, &QSocketNotifier::activated, this, &Feeder::onCommand);
}

bool Feeder::start()
{
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        return false;
    std::cout << m_server.serverPort() << std::endl;
    return true;
}

void Feeder::onCommand()
{
    std::string line;
    if (!std::getline(std::cin, line)) {
        QCoreApplication::quit(); // whoever started us is gone
        return;
    }
    const auto words = QByteArray::fromStdString(line).split(' ');
    if (words.value(0) == "prepare") {
        m_plan.events = words.value(1).toInt();
        m_plan.rows = words.value(2).toInt();
        m_plan.firstVersion = words.value(3).toLongLong();
        m_stream = streamBytes(m_plan);
        std::cout << "prepared " << m_stream.size() << std::endl;
    } else if (words.value(0) == "go" && m_live) {
        m_live->write(m_stream);
    } else if (words.value(0) == "board" && m_live) {
        beginBoard(words.value(1).toInt(), words.value(2).toInt());
    } else if (words.value(0) == "pace" && m_board) {
        m_rate = words.value(1).toLongLong();
        m_sent = 0;
        m_paced.start();
        if (m_rate > 0)
            m_pace.start(10);
        else
            m_pace.stop();
    }
}

void Feeder::beginBoard(int jobs, int each)
{
    BoardBytes::Plan plan;
    plan.jobs = jobs;
    plan.each = each;
    plan.topic = m_plan.topic;
    plan.bindings = m_bindings;
    m_board = std::make_unique<BoardBytes>(std::move(plan));
    m_live->write(m_board->rows());
    m_tick.start(5000); // more often than the period a client expects
}

void Feeder::onPace()
{
    const qint64 due = m_paced.elapsed() * m_rate / 1000 - m_sent;
    if (due <= 0 || !m_live)
        return;
    m_live->write(m_board->changes(int(due)));
    m_sent += due;
}

void Feeder::onBytes(QTcpSocket *socket)
{
    QByteArray pending = socket->property("pending").toByteArray() + socket->readAll();
    if (pending.startsWith("RAW\n")) {
        pending.clear();
        socket->write(m_stream);
        socket->disconnectFromHost();
    } else if (socket == m_live) {
        readFrames(socket, pending);
    } else {
        while (answerHttp(socket, pending)) {
        }
    }
    socket->setProperty("pending", pending);
}

bool Feeder::answerHttp(QTcpSocket *socket, QByteArray &pending)
{
    const auto end = pending.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArray head = pending.left(end);
    const auto length = headerValue(head, "content-length").toLongLong();
    if (pending.size() < end + 4 + length)
        return false;
    pending.remove(0, end + 4 + length);

    const QByteArray target = head.split(' ').value(1);
    if (headerValue(head, "upgrade").toLower() == "websocket") {
        upgrade(socket, head);
        return false;
    }
    const QByteArray body = target.startsWith("/auth/v1/token") ? grant() : QByteArray("[]");
    QByteArray answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Range: */0\r\nDate: " +
        QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1() +
        "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    if (!head.startsWith("HEAD "))
        answer += body;
    socket->write(answer);
    return true;
}

void Feeder::upgrade(QTcpSocket *socket, const QByteArray &head)
{
    const QByteArray key = headerValue(head, "sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    socket->write(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
        QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n");
    m_live = socket;
}

/// Frames of a client are masked; ours are short and never in parts.
void Feeder::readFrames(QTcpSocket *socket, QByteArray &pending)
{
    while (pending.size() >= 6) {
        const auto *data = reinterpret_cast<const uchar *>(pending.constData());
        qsizetype length = data[1] & 0x7F, at = 2;
        if (length == 126) {
            length = data[2] << 8 | data[3];
            at = 4;
        }
        if (pending.size() < at + 4 + length)
            return;
        const QByteArray mask = pending.mid(at, 4);
        QByteArray text = pending.mid(at + 4, length);
        for (qsizetype i = 0; i < text.size(); ++i)
            text[i] = char(text[i] ^ mask[i % 4]);
        const bool isText = (data[0] & 0x0F) == 1;
        pending.remove(0, at + 4 + length);
        if (isText)
            answerMessage(socket, text);
    }
}

void Feeder::answerMessage(QTcpSocket *socket, const QByteArray &text)
{
    const QJsonArray message = QJsonDocument::fromJson(text).array();
    const QString event = message.at(3).toString();
    QJsonObject response;
    if (event == u"phx_join"_s) {
        QJsonArray bindings =
            message.at(4).toObject().value(u"config"_s).toObject().value(u"postgres_changes"_s).toArray();
        for (int i = 0; i < bindings.size(); ++i) {
            QJsonObject binding = bindings.at(i).toObject();
            const QString table = binding.value(u"table"_s).toString();
            m_bindings.insert(table.toUtf8(), i + 1);
            if (table == u"directory_submissions"_s)
                m_plan.binding = i + 1;
            binding.insert(u"id"_s, i + 1);
            bindings.replace(i, binding);
        }
        response.insert(u"postgres_changes"_s, bindings);
        m_plan.topic = message.at(2).toString().toUtf8();
    } else if (event != u"heartbeat"_s && event != u"phx_leave"_s) {
        return;
    }
    writeText(socket, compact(QJsonArray{message.at(0), message.at(1), message.at(2), u"phx_reply"_s,
                                         QJsonObject{{u"status"_s, u"ok"_s}, {u"response"_s, response}}}));
    if (event == u"phx_join"_s) {
        writeText(socket,
                  compact(QJsonArray{message.at(0), QJsonValue(), message.at(2), u"system"_s,
                                     QJsonObject{{u"message"_s, u"Subscribed to PostgreSQL"_s},
                                                 {u"status"_s, u"ok"_s},
                                                 {u"extension"_s, u"postgres_changes"_s},
                                                 {u"channel"_s, QString::fromUtf8(m_plan.topic).section(u':', 1)}}}));
        std::cout << "live" << std::endl;
    }
}

int runFeeder(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Feeder feeder;
    if (!feeder.start()) {
        std::fputs("boltdesk-bench: the feeder could not listen\n", stderr);
        return 1;
    }
    return QCoreApplication::exec();
}

} // namespace bolt::bench
