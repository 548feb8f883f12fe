// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/action_gateway.h"

#include <algorithm>

namespace bolt::test {

/// An outbox whose answers the test gives.
class FakeGateway final : public ActionGateway
{
public:
    ActionId submit(Command command) override
    {
        ActionStatus status;
        status.id = ActionId(QUuid(quint32(++m_count), 0, 0, 0xac, 0, 0, 0, 0, 0, 0, 0));
        status.command = std::move(command);
        m_rows.push_back(status);
        Q_EMIT changed(status);
        return status.id;
    }
    bool cancel(ActionId id) override
    {
        ActionStatus *row = find(id);
        if (!row || row->phase != ActionStatus::Phase::Waiting)
            return false;
        row->phase = ActionStatus::Phase::Cancelled;
        Q_EMIT changed(*row);
        return true;
    }
    void retryNow(ActionId id) override { retried.push_back(id); }
    void dismiss(ActionId id) override
    {
        m_rows.erase(std::remove_if(m_rows.begin(), m_rows.end(), [&](const auto &row) { return row.id == id; }),
                     m_rows.end());
        Q_EMIT removed(id);
    }
    std::vector<ActionStatus> actions() const override { return m_rows; }

    void settle(ActionId id, ActionStatus::Phase phase, int applied = 1, std::vector<Rejection> rejected = {},
                std::optional<Error> error = {})
    {
        ActionStatus *row = find(id);
        row->phase = phase;
        row->applied = applied;
        row->rejected = std::move(rejected);
        row->error = std::move(error);
        Q_EMIT changed(*row);
    }
    /// Another account's outbox.
    void forgetAll() { m_rows.clear(); }

    std::vector<ActionId> retried;

private:
    ActionStatus *find(ActionId id)
    {
        const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto &row) { return row.id == id; });
        return it == m_rows.end() ? nullptr : &*it;
    }
    std::vector<ActionStatus> m_rows;
    int m_count = 0;
};

} // namespace bolt::test
