// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/mailbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <utility>

namespace bolt {

SyncMailbox::SyncMailbox(OnParcel onParcel, OnHealth onHealth, QObject *parent)
    : QObject(parent)
    , m_onParcel(std::move(onParcel))
    , m_onHealth(std::move(onHealth))
{
}

bool SyncMailbox::isTaken() const
{
    const std::lock_guard lock(m_mutex);
    return m_parcels.empty();
}

void SyncMailbox::post(SharedParcel parcel)
{
    {
        const std::lock_guard lock(m_mutex);
        m_parcels.push_back(std::move(parcel));
    }
    wake();
}

void SyncMailbox::tell(LinkHealth health)
{
    {
        const std::lock_guard lock(m_mutex);
        m_health = std::move(health);
    }
    wake();
}

void SyncMailbox::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_awake, true))
            return;
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void SyncMailbox::drain()
{
    std::vector<SharedParcel> parcels;
    std::optional<LinkHealth> health;
    {
        const std::lock_guard lock(m_mutex);
        parcels.swap(m_parcels);
        health = std::exchange(m_health, std::nullopt);
        m_awake = false;
    }
    for (const SharedParcel &parcel : parcels)
        m_onParcel(*parcel);
    if (health)
        m_onHealth(*health);
}

} // namespace bolt
