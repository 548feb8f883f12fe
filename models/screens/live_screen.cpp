// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/live_screen.h"

#include "models/tables/alert_rules.h"
#include "models/tables/alerts_model.h"
#include "models/tables/feed_writer.h"
#include "models/tables/figures.h"
#include "models/tables/job_facts.h"
#include "models/tables/job_why.h"
#include "models/tables/jobs_view.h"
#include "models/tables/open_work.h"
#include "models/tables/workers_model.h"

#include <algorithm>

namespace bolt {

namespace {

constexpr int alertsEverySeconds = 5;
constexpr int sampleEverySeconds = 60;
/// What time alone moves, moves on the same whole seconds: the rows' rates (JobFacts), figures, alerts. One frame for
/// all.
using Beat = std::chrono::duration<qint64, std::ratio<10>>;

template<class R>
int rowsIn(const TableChange<R> &change)
{
    return int(change.inserted.size() + change.updated.size() + change.removed.size());
}

int rowsIn(const Changed &c)
{
    return rowsIn(c.packages) + rowsIn(c.customers) + rowsIn(c.directories) + rowsIn(c.workers) + rowsIn(c.jobs) +
           rowsIn(c.submissions) + int(c.attempts.size() + c.attemptsGone.size());
}

bool isLive(const TableHealth &table) { return table.complete && table.phase == LinkPhase::Live; }

} // namespace

LiveScreen::LiveScreen(const Store &store, Link &link, const PendingMarks &marks, JobFacts &facts, const Clock &wall,
                       const Clock &data, Ticker &ticker, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_link(link)
    , m_facts(facts)
    , m_ticker(ticker)
    , m_ledger(std::make_unique<OutcomeLedger>(data))
    , m_figures(std::make_unique<Figures>(store, *m_ledger, facts))
    , m_work(std::make_unique<OpenWork>(store))
    , m_tiles(new TilesModel(this))
    , m_jobs(new JobsView(store, facts, marks, ticker, this))
    , m_why(new JobWhy(store, facts, ticker, this))
    , m_feed(new FeedModel(store, ticker, this))
    , m_alerts(new AlertsModel(this))
    , m_workers(new WorkersModel(store, facts, ticker, this))
    , m_writer(std::make_unique<FeedWriter>(store, wall, *m_feed))
{
    connect(&store, &Store::changed, this, &LiveScreen::onChanged);
    connect(&link, &Link::healthChanged, this, &LiveScreen::onHealth);
    connect(&ticker, &Ticker::second, this, &LiveScreen::onSecond);
    connect(&ticker, &Ticker::frame, this, &LiveScreen::onFrame);
    onHealth();
    showFigures();
}

LiveScreen::~LiveScreen() = default;

void LiveScreen::onChanged(const Changed &changed)
{
    m_ledger->apply(changed);
    m_figures->apply(changed);
    m_work->apply(changed);
    m_writer->write(changed);
    m_looksDue = 2;
    m_figuresDue = true;
    if (!m_frozen)
        return;
    m_waiting += rowsIn(changed);
    m_waitingDirty = true;
    m_ticker.requestFrame();
}

void LiveScreen::onFrame()
{
    if (std::exchange(m_waitingDirty, false))
        Q_EMIT waitingChangesChanged();
}

void LiveScreen::onSecond()
{
    m_ledger->age();
    ++m_seconds;
    if (m_seconds % sampleEverySeconds == 1 && isAnswering(m_link.health()))
        m_figures->sample(m_figures->compute(m_link.health()));
    if (m_frozen)
        return;
    if (isHeld(Table::Jobs, m_store.jobs().size()) && isHeld(Table::Submissions, m_store.submissions().size()))
        m_writer->tellPast();
    const qint64 now = std::chrono::floor<Beat>(m_facts.now()).time_since_epoch().count();
    const bool beat = std::exchange(m_beat, now) != now;
    if (std::exchange(m_figuresDue, false) || beat) {
        showFigures();
        Q_EMIT figuresChanged();
    }
    const bool rowsCame = m_looksDue > 0 || !m_alerts->known();
    if (beat || (rowsCame && m_seconds - m_alertsAt >= alertsEverySeconds)) {
        m_alertsAt = m_seconds;
        showAlerts();
    }
}

/// Everything of the table that the copy has is in the store.
bool LiveScreen::isHeld(Table table, size_t rows) const
{
    const TableHealth &health = m_link.health().tables[size_t(table)];
    return health.complete && health.rows > 0 && qint64(rows) >= health.rows;
}

void LiveScreen::showAlerts()
{
    // Before the first copy nothing is known, and nothing known is not the same as nothing wrong.
    const auto &tables = m_link.health().tables;
    if (!tables[size_t(Table::Jobs)].complete || !tables[size_t(Table::Submissions)].complete)
        return;
    // While no server answers, what was wrong stands as everything else does; but a copy may still come from the disk.
    if (m_looksDue == 0 && m_alerts->known() && !m_answering)
        return;
    m_looksDue = std::max(0, m_looksDue - 1);
    const TableHealth &workers = tables[size_t(Table::Workers)];
    const bool workersKnown =
        m_answering && (isLive(workers) || (workers.complete && workers.phase == LinkPhase::Polling));
    m_alerts->setAlerts(findAlerts({m_store, *m_ledger, m_facts, *m_jobs, *m_work, workersKnown}), workersKnown,
                        m_facts.now());
}

QStringList LiveScreen::jobsAt(const QString &directoryId) const
{
    QStringList ids;
    for (const JobId &id : m_work->jobsAt(DirectoryId::parse(directoryId)))
        ids.append(id.toString());
    return ids;
}

QStringList LiveScreen::jobsOf(const QString &customerId) const
{
    const CustomerId customer = CustomerId::parse(customerId);
    QStringList ids;
    for (const JobId &id : m_store.activeJobs()) {
        if (m_store.jobs().find(id)->customer == customer)
            ids.append(id.toString());
    }
    ids.sort();
    return ids;
}

QString LiveScreen::newestJobOf(const QString &customerId) const
{
    const CustomerId customer = CustomerId::parse(customerId);
    const Job *newest = nullptr;
    for (const Job &job : m_store.jobs().rows()) {
        if (job.customer == customer && (!newest || newest->createdAt < job.createdAt))
            newest = &job;
    }
    return newest ? newest->id.toString() : QString();
}

void LiveScreen::showFigures()
{
    TilesModel::Tiles tiles = m_figures->compute(m_link.health());
    for (Tile &tile : tiles) {
        if (tile.live && !m_frozen)
            tile.asOf.reset(); // now
    }
    m_tiles->setTiles(tiles);
}

void LiveScreen::onHealth()
{
    const auto &tables = m_link.health().tables;
    const TableHealth &jobs = tables[size_t(Table::Jobs)];
    m_jobs->setBusy(!jobs.complete && m_store.jobs().size() == 0);
    const TableHealth &outcomes = tables[size_t(Table::Attempts)];
    m_facts.setEndsKnown(outcomes.complete && !outcomes.absent);
    const TableHealth &workers = tables[size_t(Table::Workers)];
    m_facts.setWorkersListed(workers.complete && !workers.absent);
    const bool silent = m_link.health().silentSince.has_value();
    m_jobs->setFresh(!silent && isLive(jobs) && isLive(tables[size_t(Table::Submissions)]));
    std::array<bool, tableCount> whole{};
    for (size_t i = 0; i < tables.size(); ++i)
        whole[i] = tables[i].complete && !tables[i].absent;
    const bool known = std::exchange(m_whole, whole) == whole;
    m_figuresDue = m_figuresDue || !known;
    // At once: what stands is what the mark says, and what goes on is of now.
    std::array<bool, tableCount> live{};
    for (size_t i = 0; i < tables.size(); ++i)
        live[i] = isFresh(m_link.health(), Table(i));
    const bool answering = isAnswering(m_link.health());
    const bool stood = std::exchange(m_answering, answering) == answering;
    if (std::exchange(m_live, live) == live && stood)
        return;
    if (!stood)
        m_ledger->setStanding(!answering);
    if (!m_frozen)
        return showFigures();
    // What stands says so when it grows old.
    TilesModel::Tiles standing;
    const TilesModel::Tiles now = m_figures->compute(m_link.health());
    for (size_t i = 0; i < standing.size(); ++i) {
        standing[i] = m_tiles->tile(TilesModel::Key(i));
        standing[i].live = now[i].live;
    }
    m_tiles->setTiles(standing);
}

void LiveScreen::setFrozen(bool frozen)
{
    if (frozen == m_frozen)
        return;
    m_frozen = frozen;
    m_waiting = 0;
    m_jobs->setFrozen(frozen);
    m_why->setFrozen(frozen);
    m_feed->setFrozen(frozen);
    showFigures();
    if (!frozen) {
        showAlerts();
        Q_EMIT figuresChanged();
    }
    Q_EMIT frozenChanged();
    Q_EMIT waitingChangesChanged();
}

int LiveScreen::needPerson() const { return m_figures->needPerson(); }

int LiveScreen::openCircuits() const
{
    const auto rows = m_store.directories().rows();
    return int(
        std::count_if(rows.begin(), rows.end(), [](const Directory &d) { return d.circuit == CircuitState::Open; }));
}

int LiveScreen::activeJobs() const { return int(m_store.activeJobs().size()); }

void LiveScreen::tell(const ActionStatus &status) { m_writer->writeAction(status); }

void LiveScreen::tell(const BulkStatus &status) { m_writer->writeBulk(status); }

void LiveScreen::recall(const ActionStatus &status) { m_writer->recallAction(status); }

void LiveScreen::recall(const BulkStatus &status) { m_writer->recallBulk(status); }

void LiveScreen::openJob(const QString &id) { Q_EMIT jobWanted(id); }

void LiveScreen::clear()
{
    setFrozen(false);
    m_ledger->clear();
    m_figures->clear();
    m_work->clear();
    m_writer->clear();
    m_jobs->clear();
    m_why->setJobId({});
    m_feed->clear();
    m_alerts->clear();
    showFigures();
}

} // namespace bolt
