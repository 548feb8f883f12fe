// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/actions/outbox_gateway.h"

#include "models/ports/when_done.h"
#include "services/actions/outbox_private.h"

#include <QSet>
#include <algorithm>

namespace bolt {

using Phase = ActionStatus::Phase;

OutboxGateway::OutboxGateway(HttpClient &http, const Connector &connector, const Clock &clock, Settings settings,
                             QObject *parent)
    : ActionGateway(parent)
    , d(std::make_unique<Private>(this, http, connector, clock, std::move(settings)))
{
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->pump(); });
}

OutboxGateway::~OutboxGateway() = default;

ActionId OutboxGateway::submit(Command command)
{
    Private::Action action;
    action.status.id = ActionId(QUuid::createUuid());
    action.status.command = std::move(command);
    action.status.createdAt = d->clock.now();
    action.status.hold = d->settings.hold;
    const ActionId id = action.status.id;
    d->begin({std::move(action)});
    return id;
}

bool OutboxGateway::cancel(ActionId id)
{
    Private::Action *action = d->find(id);
    if (!action || action->sending || action->status.phase != Phase::Waiting)
        return false;
    action->status.phase = Phase::Cancelled;
    action->letGo();
    d->keep(*action);
    d->pump();
    return true;
}

void OutboxGateway::retryNow(ActionId id)
{
    Private::Action *action = d->find(id);
    if (!action)
        return;
    action->notBefore.reset();
    if (isHeld(action->status)) {
        action->letGo();
        d->keep(*action);
    }
    d->pump();
}

bool OutboxGateway::renew(ActionId id)
{
    Private::Action *action = d->find(id);
    if (!action || !d->giveAnotherDay(*action))
        return false;
    d->keep(*action);
    d->pump();
    return true;
}

void OutboxGateway::dismiss(ActionId id)
{
    const Private::Action *action = d->find(id);
    if (!action || !isSettled(action->status.phase) || action->status.bulk)
        return;
    if (d->store)
        d->store->remove(id);
    std::erase_if(d->actions, [&id](const auto &a) { return a.status.id == id; });
    Q_EMIT removed(id);
}

std::vector<ActionStatus> OutboxGateway::actions() const
{
    std::vector<ActionStatus> all;
    all.reserve(d->actions.size());
    for (const auto &action : d->actions)
        all.push_back(action.status);
    return all;
}

void OutboxGateway::setStore(OutboxStore *store)
{
    ++d->generation;
    d->store = store;
    const auto bulk = bulks();
    const auto gone = std::exchange(d->actions, {});
    for (const auto &action : gone)
        Q_EMIT removed(action.status.id);
    for (const BulkStatus &status : bulk)
        Q_EMIT bulkRemoved(status.id);
    if (store)
        d->load();
}

void OutboxGateway::setOpen(bool open)
{
    if (std::exchange(d->open, open) != open)
        d->restartHolds();
    d->pump();
}

void OutboxGateway::setLinked(bool linked)
{
    if (std::exchange(d->linked, linked) == linked)
        return;
    d->restartHolds();
    d->pump();
}

void OutboxGateway::sendHeld()
{
    d->changeAll([](Private::Action &action) {
        const bool held = isHeld(action.status);
        action.letGo();
        return held;
    });
    d->pump();
}

bool OutboxGateway::isBusy() const
{
    return d->open && std::any_of(d->actions.begin(), d->actions.end(), [this](const Private::Action &a) {
               const bool ready = !isSettled(a.status.phase) && !isHeld(a.status) && !a.notBefore && !d->isStopped(a);
               return a.sending || ready;
           });
}

void OutboxGateway::kick()
{
    for (auto &action : d->actions)
        action.notBefore.reset();
    d->pump();
}

OutboxGateway::Private::Action *OutboxGateway::Private::find(const ActionId &id)
{
    const auto it = std::find_if(actions.begin(), actions.end(), [&](const Action &a) { return a.status.id == id; });
    return it == actions.end() ? nullptr : &*it;
}

void OutboxGateway::Private::begin(std::vector<Action> fresh)
{
    std::vector<ActionStatus> all;
    std::vector<ActionId> ids;
    if (!store)
        tellAsked(fresh);
    for (Action &action : fresh) {
        restartHold(action);
        if (!store) {
            action.letGo();
            action.status.phase = Phase::Refused;
            action.status.error =
                Error{Error::Kind::Unauthorized, QStringLiteral("signed_out"), tr("Sign in first."), {}, 0};
        }
        all.push_back(action.status);
        ids.push_back(action.status.id);
        actions.push_back(std::move(action));
    }
    if (store)
        whenDone(store->putAll(all), q, [this, ids, of = generation](const Outcome &outcome) {
            if (of == generation)
                stored(ids, outcome);
        });
    for (const ActionStatus &status : all)
        Q_EMIT q->changed(status);
    tellBulk(all.front());
}

/// Or the refusal that follows would pass for one of the past.
void OutboxGateway::Private::tellAsked(const std::vector<Action> &fresh)
{
    std::vector<const ActionStatus *> asked;
    for (const Action &action : fresh) {
        asked.push_back(&action.status);
        Q_EMIT q->changed(action.status);
    }
    if (asked.front()->bulk)
        Q_EMIT q->bulkChanged(bulkOf(asked));
}

void OutboxGateway::Private::stored(const std::vector<ActionId> &ids, const Outcome &outcome)
{
    for (const ActionId &id : ids) {
        Action *written = find(id);
        if (!written || isSettled(written->status.phase))
            continue;
        written->stored = outcome.ok() || isInMemoryOnly(outcome);
        if (outcome.ok())
            Q_EMIT q->kept(id);
        else if (written->stored)
            Q_EMIT q->notOnDisk(id);
        else
            refuse(*written, outcome.error()); // without its record it could be done twice, or be lost
    }
    pump();
}

void OutboxGateway::Private::load()
{
    whenDone(store->load(), q, [this, of = generation](const Result<std::vector<ActionStatus>> &loaded) {
        if (of == generation && loaded.ok())
            take(*loaded);
    });
}

void OutboxGateway::Private::take(const std::vector<ActionStatus> &kept)
{
    std::vector<Action> before;
    for (const ActionStatus &status : kept) {
        if (find(status.id))
            continue; // submitted meanwhile
        Action action;
        action.status = status;
        action.stored = true;
        if (status.phase == Phase::Sending)
            action.status.phase = Phase::Unknown; // it may have arrived; the key tells
        action.status.inDoubt |= action.status.phase == Phase::Unknown;
        if (status.phase == Phase::Waiting && status.bulk && status.bulk->wish == BulkPart::Wish::Abort)
            action.status.phase = Phase::Cancelled;
        action.status.nextTryAt.reset();
        restartHold(action);
        before.push_back(std::move(action));
    }
    std::vector<ActionStatus> told;
    for (const Action &action : before)
        told.push_back(action.status);
    actions.insert(actions.begin(), std::make_move_iterator(before.begin()), std::make_move_iterator(before.end()));
    for (const ActionStatus &status : told) {
        Q_EMIT q->changed(status);
        Q_EMIT q->kept(status.id);
    }
    for (const BulkStatus &bulk : q->bulks())
        Q_EMIT q->bulkChanged(bulk);
    pump();
}

/// Runs only while what it holds back could be sent.
void OutboxGateway::Private::restartHold(Action &action) const
{
    if (isSettled(action.status.phase))
        action.letGo();
    if (!isHeld(action.status))
        return;
    action.dueAt.reset();
    action.status.heldUntil.reset();
    if (!open || !linked)
        return;
    action.dueAt = clock.monotonic() + action.status.hold;
    action.status.heldUntil = clock.now() + action.status.hold;
}

void OutboxGateway::Private::restartHolds()
{
    changeAll([this](Action &action) {
        restartHold(action);
        return isHeld(action.status);
    });
}

bool OutboxGateway::Private::changeAll(const std::function<bool(Action &)> &change)
{
    std::vector<ActionStatus> all;
    for (Action &action : actions) {
        if (change(action))
            all.push_back(action.status);
    }
    if (all.empty())
        return false;
    if (store)
        store->putAll(all);
    QSet<BulkId> told;
    for (const ActionStatus &status : all)
        Q_EMIT q->changed(status);
    for (const ActionStatus &status : all) {
        if (status.bulk && !told.contains(status.bulk->id)) {
            told.insert(status.bulk->id);
            tellBulk(status);
        }
    }
    return true;
}

/// On disk first, then on screen; a state that could not be written only costs another question to the server.
void OutboxGateway::Private::keep(Action &action)
{
    if (!isSettled(action.status.phase))
        action.status.settledAt.reset();
    else if (!action.status.settledAt)
        action.status.settledAt = clock.now();
    if (store)
        store->put(action.status);
    const ActionStatus told = action.status; // whoever hears it may submit more, and the list moves
    Q_EMIT q->changed(told);
    tellBulk(told);
}

} // namespace bolt
