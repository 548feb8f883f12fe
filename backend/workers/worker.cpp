// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/workers/worker.h"

#include <QJsonArray>
#include <cmath>

namespace bolt::workers {
namespace {

using namespace Qt::StringLiterals;

/// A worker silent for 90 s is taken for dead (contracts/domain.md, Stalls); three beats fit into that.
constexpr int heartbeatMs = 25'000;

} // namespace

Worker::Worker(QString id, Habits habits, WorkerClient &client)
    : m_id(std::move(id))
    , m_habits(habits)
    , m_luck(Luck(habits.seed).of(m_id.toStdString()))
    , m_client(client)
{
    m_work.setSingleShot(true);
    m_heartbeat.setInterval(heartbeatMs);
    connect(&m_heartbeat, &QTimer::timeout, this, &Worker::beat);
    m_heartbeat.start();
    beat();
}

void Worker::beat()
{
    if (m_phase == Phase::Gone)
        return;
    const QJsonObject body{
        {u"worker_id"_s, m_id}, {u"version"_s, QLatin1StringView(BOLT_VERSION)}, {u"status"_s, u"online"_s}};
    m_client.post(u"heartbeat", body, this, [this](const WorkerClient::Answer &answer) {
        if (answer.status == 401 || answer.status == 403)
            Q_EMIT refused(answer.message);
    });
}

void Worker::takeOne()
{
    m_phase = Phase::Claiming;
    const QJsonObject body{{u"worker_id"_s, m_id}, {u"version"_s, QLatin1StringView(BOLT_VERSION)}, {u"limit"_s, 1}};
    // A lost answer here means a submission that nobody works on: the stall rule brings it back.
    m_client.post(
        u"claim", body, this, [this](const WorkerClient::Answer &answer) { claimed(answer); },
        m_luck.chance(m_habits.chaos.lost));
}

void Worker::claimed(const WorkerClient::Answer &answer)
{
    if (m_phase != Phase::Claiming)
        return;
    const QJsonArray claims = answer.body.value("claims"_L1).toArray();
    if (!answer.ok() || claims.isEmpty()) {
        m_phase = Phase::Idle;
        if (answer.ok())
            Q_EMIT foundNothing();
        if (answer.status == 401 || answer.status == 403)
            Q_EMIT refused(answer.message);
        else
            Q_EMIT rested(answer.retryAfter > 0 ? answer.retryAfter * 1000 : int(m_luck.between(800, 2500)));
        return;
    }
    begin(claims.first().toObject());
}

void Worker::begin(const QJsonObject &claim)
{
    m_phase = Phase::Working;
    Task task;
    task.submission = claim.value("submission_id"_L1).toString();
    task.job = claim.value("job_id"_L1).toString();
    task.directory = claim.value("directory"_L1)["name"_L1].toString();
    task.attempt = claim.value("attempt"_L1).toInt(1);
    const Temper temper(task.directory, Luck(m_habits.seed), m_habits.errors);
    task.verdict = temper.verdict(task.submission, task.attempt);
    task.approves = temper.approves(task.submission);
    const double spread = std::exp(m_luck.between(-0.5, 0.5)) * (m_luck.chance(m_habits.chaos.slow) ? 10 : 1);
    task.duration = Millis(qint64(double(m_habits.meanDuration.count()) * temper.slowness() * spread));
    m_task = task;
    m_clock.start();

    if (m_luck.chance(m_habits.chaos.vanish)) {
        m_phase = Phase::Gone;
        m_heartbeat.stop();
        Q_EMIT vanished();
        return;
    }
    report({{u"event"_s, u"job_started"_s}, {u"job_id"_s, task.job}}, [](bool) {});
    report({{u"event"_s, u"submission_started"_s}, {u"submission_id"_s, task.submission}}, [this](bool taken) {
        if (!taken)
            return settle();
        m_work.disconnect();
        connect(&m_work, &QTimer::timeout, this, &Worker::fillIn);
        m_work.start(std::chrono::duration_cast<Millis>(m_task->duration * 0.4));
    });
}

void Worker::fillIn()
{
    report({{u"event"_s, u"directory_progress"_s},
            {u"submission_id"_s, m_task->submission},
            {u"message"_s, u"Filling in the form of %1."_s.arg(m_task->directory)}},
           [](bool) {});
    m_work.disconnect();
    connect(&m_work, &QTimer::timeout, this, &Worker::finish);
    m_work.start(std::chrono::duration_cast<Millis>(m_task->duration * 0.6));
}

QJsonObject Worker::outcome()
{
    QJsonObject event{{u"submission_id"_s, m_task->submission},
                      {u"attempt"_s, m_task->attempt},
                      {u"processing_ms"_s, int(m_clock.elapsed())}};
    const Temper::Verdict &verdict = m_task->verdict;
    if (verdict.code.isEmpty()) {
        event.insert(u"event"_s, u"submission_success"_s);
        event.insert(u"approved"_s, verdict.listedAtOnce);
        event.insert(u"listing_data"_s, QJsonObject{{u"reference"_s, m_task->submission.left(8).toUpper()}});
    } else {
        event.insert(u"event"_s, u"submission_failed"_s);
        event.insert(u"code"_s, verdict.code);
        event.insert(u"message"_s, verdict.message);
        event.insert(u"details"_s, QJsonObject{{u"step"_s, verdict.step}});
    }
    return event;
}

void Worker::finish()
{
    const QJsonObject event = outcome();
    if (m_luck.chance(m_habits.chaos.duplicate))
        report(event, [](bool) {});
    report(event, [this](bool) { settle(); });
}

void Worker::report(QJsonObject event, std::function<void(bool)> then, int tries)
{
    event.insert(u"worker_id"_s, m_id);
    const bool lose = m_luck.chance(m_habits.chaos.lost);
    m_client.post(
        u"update-progress", event, this,
        [this, event, then = std::move(then), tries](const WorkerClient::Answer &answer) {
            if (m_phase == Phase::Gone)
                return;
            if (!answer.comeBack() || tries >= 8)
                return then(answer.ok());
            const int delay = answer.retryAfter > 0 ? answer.retryAfter * 1000 : std::min(250 << tries, 15'000);
            QTimer::singleShot(delay, this, [this, event, then, tries] { report(event, then, tries + 1); });
        },
        lose);
}

void Worker::settle()
{
    const Task task = *m_task;
    m_task.reset();
    m_phase = Phase::Idle;
    // Also when the report was not taken: a repeat is refused when the first one had arrived.
    const bool awaits = task.verdict.code.isEmpty() && !task.verdict.listedAtOnce;
    Q_EMIT settled(task.verdict.code, task.directory, awaits ? task.submission : QString(), task.approves);
}

void Worker::signOff(std::function<void()> then)
{
    m_work.stop();
    m_heartbeat.stop();
    m_phase = Phase::Gone;
    const QJsonObject body{
        {u"worker_id"_s, m_id}, {u"version"_s, QLatin1StringView(BOLT_VERSION)}, {u"status"_s, u"offline"_s}};
    m_client.post(u"heartbeat", body, this, [then = std::move(then)](const WorkerClient::Answer &) { then(); });
}

} // namespace bolt::workers
