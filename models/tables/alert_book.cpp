// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/alert_book.h"

#include <QSet>
#include <algorithm>

namespace bolt {

namespace {

int floorOf(AlertKind kind)
{
    switch (kind) {
    case AlertKind::NoWorkers:
        return 100;
    case AlertKind::SlaMissed:
        return 60;
    case AlertKind::Stalled:
        return 15;
    default:
        return 5;
    }
}

bool isOfWorkers(AlertKind kind) { return kind == AlertKind::NoWorkers || kind == AlertKind::WorkerLost; }

} // namespace

bool AlertBook::isWorse(const Alert &alert, const Mark &mark)
{
    return alert.severity > mark.severity ||
           (alert.weight > 0 && alert.weight >= 2 * std::max(mark.weight, floorOf(alert.kind)));
}

void AlertBook::update(std::vector<Alert> alerts, bool workersKnown)
{
    m_alerts = std::move(alerts);
    if (m_dismissed.isEmpty())
        return;
    QHash<QString, Mark> still;
    for (const Alert &alert : m_alerts) {
        const auto mark = m_dismissed.constFind(alert.key);
        if (mark != m_dismissed.cend() && !isWorse(alert, *mark))
            still.insert(alert.key, *mark);
    }
    for (auto it = m_dismissed.cbegin(); it != m_dismissed.cend() && !workersKnown; ++it) {
        if (isOfWorkers(it->kind))
            still.insert(it.key(), *it);
    }
    m_dismissed = std::move(still);
}

void AlertBook::dismiss(const QStringList &keys)
{
    const QSet<QString> wanted(keys.begin(), keys.end());
    for (const Alert &alert : m_alerts) {
        if (wanted.contains(alert.key) && !m_dismissed.contains(alert.key))
            m_dismissed.insert(alert.key, {alert.kind, alert.severity, alert.weight});
    }
}

void AlertBook::restore(const QStringList &keys)
{
    for (const QString &key : keys)
        m_dismissed.remove(key);
}

void AlertBook::clear()
{
    m_alerts.clear();
    m_dismissed.clear();
}

int AlertBook::dismissedCount() const
{
    return m_dismissed.isEmpty() ? 0 : int(std::count_if(m_alerts.begin(), m_alerts.end(), [this](const Alert &a) {
        return isDismissed(a.key);
    }));
}

std::vector<const Alert *> AlertBook::ofKind(AlertKind kind, bool dismissed) const
{
    std::vector<const Alert *> of;
    for (const Alert &alert : m_alerts) {
        if (alert.kind == kind && isDismissed(alert.key) == dismissed)
            of.push_back(&alert);
    }
    return of;
}

} // namespace bolt
