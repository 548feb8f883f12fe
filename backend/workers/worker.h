// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/workers/chaos.h"
#include "backend/workers/luck.h"
#include "backend/workers/temper.h"
#include "backend/workers/worker_client.h"
#include "models/domain/instant.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <optional>

namespace bolt::workers {

/// One simulated robot: claims a submission when it is told to, works on it for a while, reports how it went, and sends
/// heartbeats all the time.
class Worker final : public QObject
{
    Q_OBJECT
public:
    struct Habits
    {
        quint64 seed = 1;
        double errors = 1;
        Chaos chaos;
        Millis meanDuration{6'000};
    };
    Worker(QString id, Habits habits, WorkerClient &client);

    const QString &id() const { return m_id; }
    bool idle() const { return m_phase == Phase::Idle; }
    /// Asks for one submission; `rested` or `settled` follows.
    void takeOne();
    /// Tells the backend that no more is to come; what is in hand is left to the stall rule.
    void signOff(std::function<void()> then);

Q_SIGNALS:
    /// Nothing to do, or no answer; worth waiting for `ms`.
    void rested(int ms);
    /// The queue had nothing for us.
    void foundNothing();
    /// A submission at `directory` is done: the failure's code, or nothing. With a listing still to be judged:
    /// `awaits`.
    void settled(const QString &code, const QString &directory, const QString &awaits, bool approves);
    /// Dead without a word: nothing more will come from this one.
    void vanished();
    /// The backend does not take our token.
    void refused(const QString &message);

private:
    enum class Phase { Idle, Claiming, Working, Gone };
    struct Task
    {
        QString submission;
        QString job;
        QString directory;
        int attempt = 1;
        Temper::Verdict verdict;
        bool approves = true;
        Millis duration{0};
    };

    void claimed(const WorkerClient::Answer &answer);
    void begin(const QJsonObject &claim);
    void fillIn();
    void finish();
    QJsonObject outcome();
    /// Sends an event until an answer comes that settles it; `then` hears whether the backend took it.
    void report(QJsonObject event, std::function<void(bool)> then, int tries = 0);
    void beat();
    void settle();

    QString m_id;
    Habits m_habits;
    Luck m_luck;
    WorkerClient &m_client;
    Phase m_phase = Phase::Idle;
    std::optional<Task> m_task;
    QElapsedTimer m_clock;
    QTimer m_work;
    QTimer m_heartbeat;
};

} // namespace bolt::workers
