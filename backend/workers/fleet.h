// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/workers/fleet_options.h"
#include "backend/workers/shop.h"
#include "backend/workers/worker.h"
#include "backend/workers/worker_client.h"

#include <QObject>
#include <QTimer>
#include <map>
#include <memory>

namespace bolt::workers {

/// All the workers of one program: hands out turns so that the rate holds, replaces the vanished, and carries the
/// directories' later answers home.
class Fleet final : public QObject
{
    Q_OBJECT
public:
    Fleet(const FleetOptions &options, QByteArray token);
    ~Fleet() override;

    struct Tally
    {
        qint64 claimed = 0;
        qint64 succeeded = 0;
        qint64 failed = 0;
        qint64 approved = 0;
        qint64 rejected = 0;
        qint64 vanished = 0;
        qint64 bought = 0; ///< packages
        bool operator==(const Tally &) const = default;
    };
    const Tally &tally() const { return m_tally; }
    void start();
    /// Signs off; `stopped` follows within 2 s, whatever the backend does.
    void stop();

Q_SIGNALS:
    void changed();
    void stopped();
    void refused(const QString &message);

private:
    struct Seat
    {
        int number = 0;
        int generation = 0;
        qint64 restsUntil = 0; ///< of m_clock
        std::unique_ptr<Worker> worker;
    };
    struct Listing
    {
        QString submission;
        bool approves = true;
        QString worker;
        QString directory;
    };

    void hire(Seat &seat);
    void giveTurns();
    void settled(Seat &seat, const QString &code, const Listing &listing);
    void vanished(Seat &seat);
    void hearEditors();

    FleetOptions m_options;
    Worker::Habits m_habits;
    Luck m_luck;
    WorkerClient m_client;
    Shop m_shop;
    std::vector<std::unique_ptr<Seat>> m_seats;
    std::multimap<qint64, Listing> m_listings; ///< by when the directory will have decided
    size_t m_next = 0;
    double m_turns = 0; ///< that may be given now
    qint64 m_turnsAt = 0;
    QElapsedTimer m_clock;
    QTimer m_pace;
    QTimer m_editors;
    Tally m_tally;
    bool m_stopping = false;
};

} // namespace bolt::workers
