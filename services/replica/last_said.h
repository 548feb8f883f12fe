// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/replica/parcel.h"

#include <QHash>
#include <span>
#include <tuple>

namespace bolt {

/// Which delta of a batch is the last to speak of a row: only that one need be written. Deltas are counted as they are
/// written: state and news of the first parcel, of the second, and so on.
class LastSaid
{
public:
    LastSaid() = default;
    explicit LastSaid(std::span<const SharedParcel> parcels)
    {
        if (parcels.size() < 2)
            return;
        for (const SharedParcel &parcel : parcels) {
            for (const Delta *delta : {&parcel->state, &parcel->news}) {
                learn(*delta);
                ++m_now;
            }
        }
        m_now = 0;
    }
    /// To the next delta.
    void next() { ++m_now; }
    template<class Key>
    bool is(const Key &key) const
    {
        return std::get<Last<Key>>(m_last).value(key, m_now) == m_now;
    }

private:
    template<class Key>
    using Last = QHash<Key, int>;
    void learn(const Delta &delta)
    {
        const auto all = [this]<class R>(const TableDelta<R> &table) {
            auto &last = std::get<Last<decltype(R::id)>>(m_last);
            for (const R &row : table.upserts)
                last.insert(row.id, m_now);
            for (const auto &key : table.removals)
                last.insert(key, m_now);
        };
        all(delta.packages);
        all(delta.customers);
        all(delta.directories);
        all(delta.workers);
        all(delta.jobs);
        all(delta.submissions);
        all(delta.attempts);
    }

    std::tuple<Last<PackageId>, Last<CustomerId>, Last<DirectoryId>, Last<WorkerId>, Last<JobId>, Last<SubmissionId>,
               Last<AttemptId>>
        m_last;
    int m_now = 0;
};

} // namespace bolt
