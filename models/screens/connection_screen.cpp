// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/connection_screen.h"

#include "models/domain/clock.h"
#include "models/domain/time_words.h"
#include "models/ports/action_gateway.h"
#include "models/screens/diagnostics_text.h"
#include "models/tables/table_health_model.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace bolt {

static_assert(int(ConnectionScreen::Polling) == int(LinkPhase::Polling));

namespace {

/// Without what goes on while nothing happens.
LinkHealth stateOf(LinkHealth health)
{
    const LinkHealth none;
    health.asOf = none.asOf;
    health.latencyMs = none.latencyMs;
    health.latencyAt = none.latencyAt;
    health.lastEventAt = none.lastEventAt;
    health.lastTickAt = none.lastTickAt;
    health.eventsPerSecond = none.eventsPerSecond;
    health.events = health.reconnects = health.catchUps = health.dirtyFetches = 0;
    health.degraded = health.garbage = health.dropped = health.bytesIn = health.replicaBytes = 0;
    for (TableHealth &table : health.tables)
        table.asOf.reset();
    return health;
}

} // namespace

ConnectionScreen::ConnectionScreen(Link &link, const ActionGateway &actions, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_actions(actions)
    , m_clock(clock)
    , m_tables(new TableHealthModel(this))
{
    connect(&link, &Link::healthChanged, this, &ConnectionScreen::take);
    take();
}

void ConnectionScreen::take()
{
    if (m_shown == m_link.health())
        return;
    const LinkHealth before = std::exchange(m_shown, m_link.health());
    m_tables->setTables(m_shown.tables);
    if (stateOf(before) != stateOf(m_shown))
        Q_EMIT changed();
    Q_EMIT counted();
    const int usual = m_usualLatencyMs, latest = latencyMs();
    if (usual == latest || (usual >= 0 && latest >= 0 && std::abs(latest - usual) <= std::max(5, usual / 4)))
        return;
    m_usualLatencyMs = latest;
    Q_EMIT usualLatencyChanged();
}

double ConnectionScreen::sinceMs() const { return millisOrZero(m_shown.since); }

double ConnectionScreen::retryAtMs() const { return millisOrZero(m_shown.nextTry); }

double ConnectionScreen::asOfMs() const { return millisOrZero(m_shown.asOf); }

double ConnectionScreen::latencyAtMs() const { return millisOrZero(m_shown.latencyAt); }

double ConnectionScreen::silentSinceMs() const { return millisOrZero(m_shown.silentSince); }

double ConnectionScreen::lastEventMs() const { return millisOrZero(m_shown.lastEventAt); }

double ConnectionScreen::lastTickMs() const { return millisOrZero(m_shown.lastTickAt); }

bool ConnectionScreen::fresh() const { return isFresh(m_shown); }

int ConnectionScreen::unreadable() const
{
    qint64 rows = 0;
    for (const TableHealth &table : m_shown.tables)
        rows += table.unreadable;
    return int(rows);
}

double ConnectionScreen::submissionsHeld() const { return double(m_shown.tables[size_t(Table::Submissions)].rows); }

QStringList ConnectionScreen::lacks() const
{
    QStringList all;
    for (const SetupLack &lack : m_shown.lacks)
        all << lack.problem;
    return all;
}

QStringList ConnectionScreen::mends() const
{
    QStringList all;
    for (const SetupLack &lack : m_shown.lacks)
        all << lack.mend;
    return all;
}

double ConnectionScreen::keptSinceMs() const
{
    const bool whole =
        m_shown.tables[size_t(Table::Jobs)].complete && m_shown.tables[size_t(Table::Submissions)].complete;
    return whole ? millisOrZero(m_shown.keptSince) : 0;
}

ConnectionScreen::Older ConnectionScreen::older() const
{
    if (m_shown.older != LinkHealth::Older::Idle)
        return m_shown.older == LinkHealth::Older::Loading ? Loading : Troubled;
    if (m_shown.atLimit)
        return AtLimit;
    const LinkPhase at = m_shown.phase;
    return at == LinkPhase::Live || at == LinkPhase::Polling || at == LinkPhase::CatchUp ? CanLoad : NoServer;
}

QStringList ConnectionScreen::recentReasons() const
{
    QStringList all;
    for (const PastReason &past : m_shown.recentReasons)
        all << momentWords(past.at, m_clock.now()) + u' ' + linkWords(past.why);
    return all;
}

/// While the rest is live.
QStringList ConnectionScreen::apart(LinkPhase which) const
{
    QStringList names;
    for (int row = 0; row < tableCount && phase() == Live; ++row) {
        if (m_shown.tables[size_t(row)].phase == which)
            names << TableHealthModel::nameOf(Table(row));
    }
    return names;
}

void ConnectionScreen::loadOlder()
{
    if (older() == CanLoad)
        m_link.loadOlder();
}

void ConnectionScreen::setDrawnBy(const QString &words)
{
    if (words == std::exchange(m_drawnBy, words))
        return;
    Q_EMIT drawnByChanged();
}

void ConnectionScreen::refresh() { m_link.refresh(); }

QString ConnectionScreen::diagnosticsText() const
{
    return bolt::diagnosticsText(m_shown, m_actions.actions(), m_clock.now(), m_drawnBy);
}

} // namespace bolt
