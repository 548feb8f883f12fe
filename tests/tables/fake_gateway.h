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
        status.createdAt = now;
        holdBack(status);
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
        row->hold = {};
        Q_EMIT changed(ActionStatus(*row));
        return true;
    }
    void retryNow(ActionId id) override
    {
        retried.push_back(id);
        if (ActionStatus *row = find(id); row && isHeld(*row)) {
            row->hold = {};
            Q_EMIT changed(ActionStatus(*row));
        }
    }
    void dismiss(ActionId id) override
    {
        m_rows.erase(std::remove_if(m_rows.begin(), m_rows.end(), [&](const auto &row) { return row.id == id; }),
                     m_rows.end());
        Q_EMIT removed(id);
    }
    std::vector<ActionStatus> actions() const override { return m_rows; }
    bool renew(ActionId id) override
    {
        ActionStatus *row = find(id);
        if (!row || row->inDoubt || row->phase != ActionStatus::Phase::Expired)
            return false;
        row->phase = ActionStatus::Phase::Waiting;
        Q_EMIT changed(*row);
        return true;
    }
    /// A part a thing.
    BulkId submitBulk(BulkCommand command) override
    {
        const BulkId id(QUuid(quint32(++m_count), 1, 0, 0xac, 0, 0, 0, 0, 0, 0, 0));
        for (const JobId &job : command.jobs)
            addPart(id, command).job = job;
        for (const SubmissionId &submission : command.submissions)
            addPart(id, command).submissions = {submission};
        changeParts(id, [](ActionStatus &) {});
        return id;
    }
    void pauseBulk(BulkId id) override { wish(id, BulkPart::Wish::Hold); }
    void resumeBulk(BulkId id) override { wish(id, BulkPart::Wish::Go); }
    void abortBulk(BulkId id) override
    {
        changeParts(id, [](ActionStatus &part) {
            if (part.phase == ActionStatus::Phase::Waiting)
                part.phase = ActionStatus::Phase::Cancelled;
            part.hold = {};
        });
    }
    void retryBulkNow(BulkId id) override
    {
        retriedBulks.push_back(id);
        changeParts(id, [](ActionStatus &part) { part.hold = {}; });
    }
    bool renewBulk(BulkId id) override
    {
        renewedBulks.push_back(id);
        return true;
    }
    void dismissBulk(BulkId id) override
    {
        std::erase_if(m_rows, [&](const auto &row) { return row.bulk && row.bulk->id == id; });
        Q_EMIT bulkRemoved(id);
    }
    std::vector<BulkStatus> bulks() const override
    {
        std::vector<BulkStatus> all;
        for (const auto &row : m_rows) {
            if (row.bulk && (all.empty() || all.back().id != row.bulk->id))
                all.push_back(bulk(row.bulk->id));
        }
        return all;
    }
    BulkStatus bulk(BulkId id) const
    {
        std::vector<const ActionStatus *> parts;
        for (const auto &row : m_rows) {
            if (row.bulk && row.bulk->id == id)
                parts.push_back(&row);
        }
        return bulkOf(parts);
    }
    /// The next part that waits.
    void settlePart(BulkId id, ActionStatus::Phase phase, std::optional<Error> error = {})
    {
        for (auto &row : m_rows) {
            if (!row.bulk || row.bulk->id != id || isSettled(row.phase))
                continue;
            row.phase = phase;
            row.applied = 1;
            row.error = std::move(error);
            Q_EMIT changed(ActionStatus(row));
            Q_EMIT bulkChanged(bulk(id));
            return;
        }
    }

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
    /// What the disk had, as it comes some time after the start.
    void load(const std::vector<ActionStatus> &kept)
    {
        m_rows.insert(m_rows.begin(), kept.begin(), kept.end());
        for (const ActionStatus &row : kept)
            Q_EMIT changed(row);
        for (const BulkStatus &whole : bulks())
            Q_EMIT bulkChanged(whole);
    }
    /// Another account's outbox.
    void forgetAll() { m_rows.clear(); }

    Instant now;
    Millis hold{0}; ///< of what is submitted from now on
    std::vector<ActionId> retried;
    std::vector<BulkId> retriedBulks, renewedBulks;

private:
    void holdBack(ActionStatus &status) const
    {
        status.hold = hold;
        if (isHeld(status))
            status.heldUntil = now + hold;
    }
    Command &addPart(const BulkId &id, const BulkCommand &of)
    {
        ActionStatus part;
        part.id = ActionId(QUuid(quint32(++m_count), 0, 0, 0xac, 0, 0, 0, 0, 0, 0, 0));
        part.bulk = BulkPart{id, BulkPart::Wish::Go};
        part.command.verb = of.verb;
        part.createdAt = now;
        holdBack(part);
        part.command.priorityOverride = of.priorityOverride;
        m_rows.push_back(part);
        return m_rows.back().command;
    }
    template<class Change>
    void changeParts(BulkId id, Change change)
    {
        std::vector<ActionStatus> told;
        for (auto &row : m_rows) {
            if (!row.bulk || row.bulk->id != id)
                continue;
            change(row);
            told.push_back(row);
        }
        for (const ActionStatus &part : told)
            Q_EMIT changed(part);
        Q_EMIT bulkChanged(bulk(id));
    }
    void wish(BulkId id, BulkPart::Wish wish)
    {
        changeParts(id, [wish](ActionStatus &part) { part.bulk->wish = wish; });
    }
    ActionStatus *find(ActionId id)
    {
        const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto &row) { return row.id == id; });
        return it == m_rows.end() ? nullptr : &*it;
    }
    std::vector<ActionStatus> m_rows;
    int m_count = 0;
};

} // namespace bolt::test
