// SPDX-License-Identifier: GPL-3.0-or-later
// What is sent when, and what the answer makes of it.
#include "models/ports/when_done.h"
#include "services/actions/outbox_private.h"
#include "services/actions/targets.h"
#include "services/http/http_client.h"

#include <QSet>
#include <algorithm>

namespace bolt {

using Phase = ActionStatus::Phase;

/// A part in doubt is asked again also while a person stopped the rest: whether it was done must come out.
bool OutboxGateway::Private::isStopped(const Action &action) const
{
    const auto &bulk = action.status.bulk;
    return bulk && bulk->wish != BulkPart::Wish::Go && !action.status.inDoubt;
}

void OutboxGateway::Private::pump() { pumpAt(clock.now(), clock.monotonic()); }

void OutboxGateway::Private::pumpAt(Instant now, Micros monotonic)
{
    changeAll([monotonic](Action &action) {
        const bool due = action.dueAt && monotonic >= *action.dueAt;
        if (due)
            action.letGo();
        return due;
    });
    std::optional<Micros> next;
    const auto soonest = [&next](Micros wait) { next = next ? std::min(*next, wait) : wait; };
    Targets before;       // of what is asked for earlier and not settled
    QSet<BulkId> running; // parts of one are sent one after the other
    auto sending = std::count_if(actions.begin(), actions.end(), [](const Action &a) { return a.sending; });
    for (size_t i = 0; i < actions.size(); ++i) {
        Action &action = actions[i];
        if (isSettled(action.status.phase))
            continue;
        // What may have been done is asked about until the server says, whatever the clock was set to meanwhile.
        const auto left = action.status.inDoubt ? std::nullopt : std::optional(expiryOf(action.status) - now);
        if (left && *left < Micros(0) && action.stored && !action.sending) {
            expire(action);
            continue;
        }
        const auto &bulk = action.status.bulk;
        const bool blocked = before.meets(action.status.command) || (bulk && running.contains(bulk->id));
        before.add(action.status.command);
        if (bulk)
            running.insert(bulk->id);
        if (action.sending || !action.stored)
            continue;
        if (left)
            soonest(*left + Micros(1));
        if (action.dueAt)
            soonest(*action.dueAt - monotonic);
        if (!open || blocked || isHeld(action.status) || isStopped(action) || sending >= settings.atOnce)
            continue;
        if (action.notBefore && monotonic < *action.notBefore) {
            soonest(*action.notBefore - monotonic);
            continue;
        }
        ++sending;
        if (!send(action))
            soonest(Micros(0)); // refused here and now: what stood behind it may go
    }
    if (next)
        timer.start(std::chrono::ceil<Millis>(*next));
    else
        timer.stop();
}

bool OutboxGateway::Private::send(Action &action)
{
    const auto request = connector.action(action.status.id, action.status.command);
    if (!request.ok()) {
        refuse(action, request.error());
        return false;
    }
    action.sending = true;
    action.status.phase = Phase::Sending;
    action.status.nextTryAt.reset();
    ++action.status.tries;
    // `Sending` is on disk before the first byte leaves, or a crash would take a sent action for an unsent one that may
    // be cancelled.
    const ActionStatus told = action.status;
    whenDone(store->put(told), q, [this, id = told.id, request = *request, of = generation](const Outcome &written) {
        if (of == generation)
            sendStored(id, request, written);
    });
    Q_EMIT q->changed(told);
    tellBulk(told);
    return true;
}

void OutboxGateway::Private::sendStored(const ActionId &id, const wire::Request &request, const Outcome &written)
{
    Action *ready = find(id);
    if (!ready)
        return;
    if (!written.ok() && !isInMemoryOnly(written)) {
        ready->sending = false;
        unanswered(*ready, written.error());
        return pump();
    }
    whenDone(http.send(request).answer, q, [this, id, of = generation](const Result<wire::Answer> &answer) {
        if (of == generation)
            answered(id, answer);
    });
}

void OutboxGateway::Private::answered(const ActionId &id, const Result<wire::Answer> &answer)
{
    Action *action = find(id);
    if (!action)
        return;
    action->sending = false;
    action->status.inDoubt |= answer.ok() && answer->sentTwice;
    const Result<Receipt> receipt =
        answer.ok() ? connector.readReceipt(action->status.command, *answer) : Result<Receipt>(answer.error());
    if (receipt.ok()) {
        settle(*action, *receipt);
    } else {
        // Surely not done this time; done before only if an earlier try was left without an answer.
        const bool unsent = receipt.error().kind == Error::Kind::RateLimit ||
                            receipt.error().kind == Error::Kind::Unauthorized || receipt.error().code == u"unreached";
        switch (receipt.error().kind) {
        case Error::Kind::RateLimit:
        case Error::Kind::Unauthorized:
        case Error::Kind::Network:
        case Error::Kind::Server:
        case Error::Kind::Cancelled:
        case Error::Kind::TooLarge:
            action->status.inDoubt |= !unsent;
            unanswered(*action, receipt.error());
            break;
        case Error::Kind::Forbidden:
            // Who may not act is refused before the key is looked up: that says nothing of what an earlier try did.
            if (action->status.inDoubt)
                unanswered(*action, receipt.error());
            else
                refuse(*action, receipt.error());
            break;
        default:
            refuse(*action, receipt.error());
        }
    }
    pump();
}

/// To be tried again, unless it surely was not done and the whole of which it is a part was given up meanwhile.
void OutboxGateway::Private::unanswered(Action &action, const Error &error)
{
    action.status.phase = action.status.inDoubt ? Phase::Unknown : Phase::Waiting;
    const auto &bulk = action.status.bulk;
    if (action.status.inDoubt || !bulk || bulk->wish != BulkPart::Wish::Abort)
        return again(action, error);
    action.status.phase = Phase::Cancelled;
    keep(action);
}

void OutboxGateway::Private::settle(Action &action, const Receipt &receipt)
{
    action.status.inDoubt = false;
    action.status.applied = receipt.applied;
    action.status.rejected = receipt.rejected;
    action.status.error.reset();
    action.status.phase = receipt.rejected.empty() ? Phase::Applied
                          : receipt.applied > 0    ? Phase::PartlyApplied
                                                   : Phase::Refused;
    if (action.status.phase == Phase::Refused)
        action.status.error =
            Error{Error::Kind::Conflict, receipt.rejected.front().code, receipt.rejected.front().message, {}, 0};
    std::vector<wire::Key> keys = keysOf(action.status.command);
    for (const wire::Row &row : receipt.rows) {
        if (row.key)
            keys.push_back(*row.key);
    }
    keep(action);
    Q_EMIT q->touched(keys);
}

void OutboxGateway::Private::refuse(Action &action, Error error)
{
    action.status.inDoubt = false;
    action.status.phase = Phase::Refused;
    action.letGo();
    action.status.error = std::move(error);
    keep(action);
}

void OutboxGateway::Private::again(Action &action, Error error)
{
    const int doublings = std::min(std::max(action.status.tries - 1, 0), 16);
    const Micros most = std::min(settings.retryFirst * (1 << doublings), settings.retryMax);
    const double luck = settings.random ? settings.random() : 1;
    const Micros wait = std::max(Micros(qint64(double(most.count()) * luck)), Micros(Millis(error.retryAfterMs)));
    action.notBefore = clock.monotonic() + wait;
    action.status.nextTryAt = clock.now() + wait;
    action.status.error = std::move(error);
    keep(action);
}

void OutboxGateway::Private::expire(Action &action)
{
    action.status.phase = Phase::Expired;
    action.letGo();
    keep(action);
}

} // namespace bolt
