// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/live_link.h"

#include <utility>

namespace bolt {

void LiveLink::setHealth(LinkHealth health)
{
    health.replicaBytes = m_health.replicaBytes;
    health.replicaNotice = m_health.replicaNotice;
    health.atLimit = m_health.atLimit;
    health.lacks = m_health.lacks;
    health.uncheckable = m_health.uncheckable;
    if (health == m_health)
        return;
    m_health = std::move(health);
    Q_EMIT healthChanged();
}

void LiveLink::setAtLimit(bool at)
{
    if (std::exchange(m_health.atLimit, at) != at)
        Q_EMIT healthChanged();
}

void LiveLink::setReplica(qint64 bytes, const QString &notice)
{
    if (m_health.replicaBytes == bytes && m_health.replicaNotice == notice)
        return;
    m_health.replicaBytes = bytes;
    m_health.replicaNotice = notice;
    Q_EMIT healthChanged();
}

void LiveLink::setLacks(std::vector<SetupLack> lacks, bool uncheckable)
{
    if (m_health.lacks == lacks && m_health.uncheckable == uncheckable)
        return;
    m_health.lacks = std::move(lacks);
    m_health.uncheckable = uncheckable;
    Q_EMIT healthChanged();
}

} // namespace bolt
