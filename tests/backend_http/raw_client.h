// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpSocket>

namespace bolt::tests {

/// A peer that says exactly what it is told to, byte by byte.
class RawClient
{
public:
    /// `from`: one of the addresses of this machine.
    explicit RawClient(quint16 port, const QHostAddress &from = {})
    {
        if (!from.isNull())
            m_socket.bind(from);
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_socket.waitForConnected(5000);
    }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) {
        }
    }

    /// Everything until the peer closes, or `ms` have passed.
    QByteArray readAll(int ms = 8000)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < ms && m_socket.state() == QAbstractSocket::ConnectedState)
            m_socket.waitForReadyRead(int(std::max<qint64>(1, ms - timer.elapsed())));
        m_closed = m_socket.state() != QAbstractSocket::ConnectedState;
        return m_seen + m_socket.readAll();
    }

    /// Until `part` was received (it is kept), or `ms` have passed.
    bool waitFor(const QByteArray &part, int ms = 5000)
    {
        QElapsedTimer timer;
        timer.start();
        while (!m_seen.contains(part) && timer.elapsed() < ms) {
            if (m_socket.bytesAvailable() == 0)
                m_socket.waitForReadyRead(50);
            m_seen += m_socket.readAll();
            if (m_socket.state() != QAbstractSocket::ConnectedState && m_socket.bytesAvailable() == 0)
                break;
        }
        return m_seen.contains(part);
    }

    void forget() { m_seen.clear(); }
    const QByteArray &seen() const { return m_seen; }
    bool wasClosed() const { return m_closed; }
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_seen;
    bool m_closed = false;
};

} // namespace bolt::tests
