// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/workers/fleet.h"

#include <algorithm>

namespace bolt::workers {
namespace {

using namespace Qt::StringLiterals;

/// A mean that keeps the workers about four fifths busy at the asked rate, within what looks like work.
Millis meanDuration(const FleetOptions &options)
{
    const double ms = 0.8 * 60'000.0 * options.workers / options.rate;
    return Millis(qint64(std::clamp(ms, 20.0, 45'000.0)));
}

} // namespace

Fleet::Fleet(const FleetOptions &options, QByteArray token)
    : m_options(options)
    , m_habits{options.seed, options.errors, Chaos::ofLevel(options.chaos), meanDuration(options)}
    , m_luck(Luck(options.seed).of("fleet"))
    , m_client(options.url, std::move(token))
    , m_shop(m_client, m_luck.of("shop"))
{
    connect(&m_shop, &Shop::bought, this, [this] {
        ++m_tally.bought;
        Q_EMIT changed();
    });
    connect(&m_pace, &QTimer::timeout, this, &Fleet::giveTurns);
    connect(&m_editors, &QTimer::timeout, this, &Fleet::hearEditors);
}

Fleet::~Fleet() = default;

void Fleet::start()
{
    m_clock.start();
    for (int i = 0; i < m_options.workers; ++i) {
        m_seats.push_back(std::make_unique<Seat>());
        m_seats.back()->number = i + 1;
        hire(*m_seats.back());
    }
    m_turns = 1;
    m_pace.start(int(std::clamp(60'000.0 / m_options.rate / 2, 5.0, 1000.0)));
    m_editors.start(500);
    giveTurns();
}

void Fleet::hire(Seat &seat)
{
    ++seat.generation;
    // The seed is in the name, so that two fleets on one backend are not taken for one.
    QString id = u"sim-%1-%2"_s.arg(m_options.seed).arg(seat.number, 2, 10, QChar(u'0'));
    if (seat.generation > 1)
        id += u"-%1"_s.arg(seat.generation);
    seat.worker = std::make_unique<Worker>(id, m_habits, m_client);
    seat.restsUntil = 0;
    Worker *worker = seat.worker.get();
    connect(worker, &Worker::rested, this, [this, &seat](int ms) { seat.restsUntil = m_clock.elapsed() + ms; });
    connect(worker, &Worker::foundNothing, this, [this] {
        if (m_options.keepBusy && !m_stopping)
            m_shop.letIn();
    });
    connect(worker, &Worker::settled, this,
            [this, &seat](const QString &code, const QString &directory, const QString &awaits, bool approves) {
                settled(seat, code, {awaits, approves, seat.worker->id(), directory});
            });
    connect(worker, &Worker::vanished, this, [this, &seat] { vanished(seat); });
    connect(worker, &Worker::refused, this, &Fleet::refused);
}

void Fleet::giveTurns()
{
    if (m_stopping)
        return;
    const qint64 now = m_clock.elapsed();
    const double perMs = m_options.rate / 60'000.0;
    // Turns that nobody could take are not saved up for a burst.
    m_turns = std::min(m_turns + double(now - m_turnsAt) * perMs, std::max(1.0, perMs * 250));
    m_turnsAt = now;
    for (size_t tried = 0; tried < m_seats.size() && m_turns >= 1; ++tried) {
        Seat &seat = *m_seats[m_next++ % m_seats.size()];
        if (!seat.worker->idle() || seat.restsUntil > now)
            continue;
        m_turns -= 1;
        seat.worker->takeOne();
    }
}

void Fleet::settled(Seat &seat, const QString &code, const Listing &listing)
{
    ++m_tally.claimed;
    ++(code.isEmpty() ? m_tally.succeeded : m_tally.failed);
    seat.restsUntil = 0;
    if (!listing.submission.isEmpty()) {
        // Editors take their time; in the simulation three to ten times as long as the robot.
        const double wait = double(m_habits.meanDuration.count()) * m_luck.between(3, 10);
        m_listings.emplace(m_clock.elapsed() + qint64(wait), listing);
    }
    Q_EMIT changed();
}

void Fleet::vanished(Seat &seat)
{
    ++m_tally.vanished;
    Q_EMIT changed();
    // Somebody restarts the machine later, under another name.
    QTimer::singleShot(int(m_luck.between(5'000, 30'000)), this, [this, &seat] {
        if (!m_stopping)
            hire(seat);
    });
}

void Fleet::hearEditors()
{
    const auto end = m_listings.upper_bound(m_clock.elapsed());
    for (auto it = m_listings.begin(); it != end && !m_stopping; it = m_listings.erase(it)) {
        const Listing listing = it->second;
        const QJsonObject event{{u"event"_s, u"directory_progress"_s},
                                {u"worker_id"_s, listing.worker},
                                {u"submission_id"_s, listing.submission},
                                {u"outcome"_s, listing.approves ? u"approved"_s : u"rejected"_s},
                                {u"message"_s, (listing.approves ? u"%1 shows the listing."_s
                                                                 : u"The editors of %1 declined the listing."_s)
                                                   .arg(listing.directory)}};
        m_client.post(u"update-progress", event, this, [this, listing](const WorkerClient::Answer &answer) {
            if (answer.comeBack())
                m_listings.emplace(m_clock.elapsed() + 5'000, listing);
            if (!answer.ok())
                return;
            ++(listing.approves ? m_tally.approved : m_tally.rejected);
            Q_EMIT changed();
        });
    }
}

void Fleet::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_pace.stop();
    m_editors.stop();
    QTimer::singleShot(2'000, this, &Fleet::stopped);
    auto left = std::make_shared<int>(int(m_seats.size()));
    for (const auto &seat : m_seats)
        seat->worker->signOff([this, left] {
            if (--*left == 0)
                Q_EMIT stopped();
        });
}

} // namespace bolt::workers
