// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk actions: what is done to all parts of one.
#include "services/actions/freeze.h"
#include "services/actions/outbox_private.h"

#include <QSet>
#include <algorithm>

namespace bolt {

using Phase = ActionStatus::Phase;
using Wish = BulkPart::Wish;

BulkId OutboxGateway::submitBulk(BulkCommand command)
{
    const BulkId id(QUuid::createUuid());
    std::vector<Private::Action> parts;
    for (ActionStatus &part : freeze(command, id, d->clock.now(), std::max(d->settings.partSize, size_t(1)),
                                     [] { return ActionId(QUuid::createUuid()); })) {
        Private::Action action;
        action.status = std::move(part);
        action.status.hold = d->settings.hold;
        parts.push_back(std::move(action));
    }
    if (parts.empty())
        return {};
    d->begin(std::move(parts));
    return id;
}

void OutboxGateway::pauseBulk(BulkId id)
{
    d->changeParts(id, [](Private::Action &part) {
        if (isSettled(part.status.phase) || part.status.bulk->wish != Wish::Go)
            return false;
        part.status.bulk->wish = Wish::Hold;
        return true;
    });
}

void OutboxGateway::resumeBulk(BulkId id)
{
    d->changeParts(id, [](Private::Action &part) {
        if (isSettled(part.status.phase) || part.status.bulk->wish != Wish::Hold)
            return false;
        part.status.bulk->wish = Wish::Go;
        part.notBefore.reset();
        part.status.nextTryAt.reset();
        return true;
    });
    d->pump();
}

void OutboxGateway::abortBulk(BulkId id)
{
    d->changeParts(id, [](Private::Action &part) {
        if (isSettled(part.status.phase))
            return false;
        part.status.bulk->wish = Wish::Abort;
        if (!part.sending && part.status.phase == Phase::Waiting) {
            part.status.phase = Phase::Cancelled;
            part.status.nextTryAt.reset();
            part.letGo();
        }
        return true;
    });
    d->pump();
}

void OutboxGateway::retryBulkNow(BulkId id)
{
    d->changeParts(id, [](Private::Action &part) {
        const bool held = isHeld(part.status);
        part.notBefore.reset();
        part.letGo();
        return held;
    });
    d->pump();
}

bool OutboxGateway::renewBulk(BulkId id)
{
    const bool any = d->changeParts(id, [this](Private::Action &part) { return d->giveAnotherDay(part); });
    d->pump();
    return any;
}

void OutboxGateway::dismissBulk(BulkId id)
{
    std::vector<ActionId> ids;
    for (const Private::Action *part : d->partsOf(id)) {
        if (!isSettled(part->status.phase))
            return;
        ids.push_back(part->status.id);
    }
    if (ids.empty())
        return;
    if (d->store)
        d->store->removeAll(ids);
    std::erase_if(d->actions, [&id](const auto &a) { return a.status.bulk && a.status.bulk->id == id; });
    for (const ActionId &gone : ids)
        Q_EMIT removed(gone);
    Q_EMIT bulkRemoved(id);
}

std::vector<BulkStatus> OutboxGateway::bulks() const
{
    std::vector<BulkStatus> all;
    QSet<BulkId> seen;
    for (const auto &action : d->actions) {
        if (!action.status.bulk || seen.contains(action.status.bulk->id))
            continue;
        seen.insert(action.status.bulk->id);
        std::vector<const ActionStatus *> parts;
        for (const Private::Action *part : d->partsOf(action.status.bulk->id))
            parts.push_back(&part->status);
        all.push_back(bulkOf(parts));
    }
    return all;
}

std::vector<OutboxGateway::Private::Action *> OutboxGateway::Private::partsOf(const BulkId &id)
{
    std::vector<Action *> parts;
    for (Action &action : actions) {
        if (action.status.bulk && action.status.bulk->id == id)
            parts.push_back(&action);
    }
    return parts;
}

bool OutboxGateway::Private::changeParts(const BulkId &id, const std::function<bool(Action &)> &change)
{
    return changeAll(
        [&](Action &action) { return action.status.bulk && action.status.bulk->id == id && change(action); });
}

void OutboxGateway::Private::tellBulk(const ActionStatus &part)
{
    if (!part.bulk)
        return;
    std::vector<const ActionStatus *> parts;
    for (const Action *action : partsOf(part.bulk->id))
        parts.push_back(&action->status);
    if (!parts.empty())
        Q_EMIT q->bulkChanged(bulkOf(parts));
}

bool OutboxGateway::Private::giveAnotherDay(Action &action) const
{
    const Phase phase = action.status.phase;
    const bool givenUp = action.status.bulk && action.status.bulk->wish == BulkPart::Wish::Abort;
    if (givenUp || action.status.inDoubt || action.sending || (phase != Phase::Waiting && phase != Phase::Expired))
        return false;
    action.status.renewedAt = clock.now();
    action.status.phase = Phase::Waiting;
    action.notBefore.reset();
    return true;
}

} // namespace bolt
