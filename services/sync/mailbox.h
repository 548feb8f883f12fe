// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link.h"
#include "services/replica/parcel.h"

#include <QObject>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace bolt {

/// The only way of data from the wire thread to main: one slot and one wake event. While main has not taken the last
/// parcel the next one grows in the wire thread, merged by id, so a slow frame makes batches bigger, never more
/// numerous. Lives in main; post(), tell() and isTaken() may be called from the wire thread.
class SyncMailbox final : public QObject
{
    Q_OBJECT
public:
    using OnParcel = std::function<void(const Parcel &)>;
    using OnHealth = std::function<void(const LinkHealth &)>;

    SyncMailbox(OnParcel onParcel, OnHealth onHealth, QObject *parent = nullptr);

    /// Has main taken the last parcel?
    bool isTaken() const;
    /// Usually only when isTaken(); the last parcels of a stop may queue up.
    void post(SharedParcel parcel);
    /// The last one wins.
    void tell(LinkHealth health);
    /// Hands over at once what is waiting; main thread. Part of the stop order.
    void drain();

protected:
    void customEvent(QEvent *) override { drain(); }

private:
    void wake();

    OnParcel m_onParcel;
    OnHealth m_onHealth;
    mutable std::mutex m_mutex;
    std::vector<SharedParcel> m_parcels;
    std::optional<LinkHealth> m_health;
    bool m_awake = false; ///< an event is on its way
};

} // namespace bolt
