// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/board_bytes.h"
#include "bench/stream_bytes.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <memory>

namespace bolt::bench {

/// The other end of the socket, in a process of its own so that its CPU time is not ours: as much of a Supabase server
/// as a client needs to be signed in and live on empty tables, and then realtime frames as fast as they are taken.
///
/// Its standard input takes lines: `prepare EVENTS ROWS FIRST_VERSION` (answers `prepared BYTES`) and `go` (writes the
/// frames to the live channel); `board JOBS EACH` (fills the channel with a board's rows), `pace RATE` (so many changes
/// of it a second; 0 ends them). `live` on its standard output: a channel was joined. A connection whose first line is
/// `RAW` gets the prepared bytes at once and nothing else. The first line of its standard output is the port.
class Feeder final : public QObject
{
    Q_OBJECT
public:
    explicit Feeder(QObject *parent = nullptr);
    bool start();

private:
    void onCommand();
    void onBytes(QTcpSocket *socket);
    /// False until a whole request is there.
    bool answerHttp(QTcpSocket *socket, QByteArray &pending);
    void upgrade(QTcpSocket *socket, const QByteArray &head);
    void readFrames(QTcpSocket *socket, QByteArray &pending);
    void answerMessage(QTcpSocket *socket, const QByteArray &text);
    void beginBoard(int jobs, int each);
    void onPace();

    QTcpServer m_server;
    QTcpSocket *m_live = nullptr;
    StreamPlan m_plan;
    QByteArray m_stream;
    QHash<QByteArray, qint64> m_bindings; ///< by table
    std::unique_ptr<BoardBytes> m_board;
    QTimer m_pace, m_tick;
    QElapsedTimer m_paced;
    qint64 m_rate = 0, m_sent = 0;
};

int runFeeder(int argc, char **argv);

} // namespace bolt::bench
