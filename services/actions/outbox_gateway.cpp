// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/actions/outbox_gateway.h"

#include "models/ports/when_done.h"
#include "services/actions/targets.h"
#include "services/connectors/connector.h"
#include "services/http/http_client.h"

#include <QPointer>
#include <QTimer>
#include <algorithm>

namespace bolt {

using Phase = ActionStatus::Phase;

struct OutboxGateway::Private
{
    struct Action
    {
        ActionStatus status;
        Targets targets;
        bool stored = false; ///< on disk: may be sent
        bool sending = false;
        bool inDoubt = false;            ///< one try was left without an answer
        std::optional<Micros> notBefore; ///< monotonic
    };

    Private(OutboxGateway *owner, HttpClient &h, const Connector &c, const Clock &k, Settings s)
        : q(owner)
        , http(h)
        , connector(c)
        , clock(k)
        , settings(std::move(s))
    {
    }

    Action *find(const ActionId &id)
    {
        const auto it =
            std::find_if(actions.begin(), actions.end(), [&](const Action &a) { return a.status.id == id; });
        return it == actions.end() ? nullptr : &*it;
    }
    void keep(Action &action);
    void pump();
    bool isBlocked(size_t index) const;
    void send(Action &action);
    void answered(const ActionId &id, const Result<wire::Answer> &answer);
    void settle(Action &action, const Receipt &receipt);
    void refuse(Action &action, Error error);
    void again(Action &action, Error error);
    void expire(Action &action);
    void load();

    OutboxGateway *q;
    HttpClient &http;
    const Connector &connector;
    const Clock &clock;
    Settings settings;
    OutboxStore *store = nullptr;
    std::vector<Action> actions;
    QTimer timer;
    quint64 generation = 0;
    bool open = false;
};

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
    action.targets = targetsOf(action.status.command);
    const ActionId id = action.status.id;
    d->actions.push_back(std::move(action));
    Private::Action &kept = d->actions.back();
    if (!d->store) {
        d->refuse(kept, {Error::Kind::Unauthorized, QStringLiteral("signed_out"), tr("Sign in first."), {}, 0});
        return id;
    }
    const quint64 generation = d->generation;
    whenDone(d->store->put(kept.status), this, [this, id, generation](const Outcome &outcome) {
        Private::Action *written = generation == d->generation ? d->find(id) : nullptr;
        if (!written || isSettled(written->status.phase))
            return;
        if (!outcome.ok())
            return d->refuse(*written, outcome.error()); // without its record it could be done twice, or be lost
        written->stored = true;
        d->pump();
    });
    Q_EMIT changed(kept.status);
    return id;
}

bool OutboxGateway::cancel(ActionId id)
{
    Private::Action *action = d->find(id);
    if (!action || action->sending || action->status.phase != Phase::Waiting)
        return false;
    action->status.phase = Phase::Cancelled;
    d->keep(*action);
    d->pump();
    return true;
}

void OutboxGateway::retryNow(ActionId id)
{
    if (Private::Action *action = d->find(id)) {
        action->notBefore.reset();
        d->pump();
    }
}

void OutboxGateway::dismiss(ActionId id)
{
    const Private::Action *action = d->find(id);
    if (!action || !isSettled(action->status.phase))
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
    const auto gone = std::exchange(d->actions, {});
    for (const auto &action : gone)
        Q_EMIT removed(action.status.id);
    if (store)
        d->load();
}

void OutboxGateway::setOpen(bool open)
{
    d->open = open;
    d->pump();
}

void OutboxGateway::kick()
{
    for (auto &action : d->actions)
        action.notBefore.reset();
    d->pump();
}

void OutboxGateway::Private::load()
{
    whenDone(store->load(), q, [this, of = generation](const Result<std::vector<ActionStatus>> &loaded) {
        if (of != generation || !loaded.ok())
            return;
        std::vector<Action> before;
        for (const ActionStatus &status : *loaded) {
            if (find(status.id))
                continue; // submitted meanwhile
            Action action;
            action.status = status;
            action.targets = targetsOf(status.command);
            action.stored = true;
            if (status.phase == Phase::Sending)
                action.status.phase = Phase::Unknown; // it may have arrived; the key tells
            action.inDoubt = action.status.phase == Phase::Unknown;
            action.status.nextTryAt.reset();
            before.push_back(std::move(action));
        }
        std::vector<ActionStatus> told;
        for (const Action &action : before)
            told.push_back(action.status);
        actions.insert(actions.begin(), std::make_move_iterator(before.begin()), std::make_move_iterator(before.end()));
        for (const ActionStatus &status : told)
            Q_EMIT q->changed(status);
        pump();
    });
}

/// On disk first, then on screen; a state that could not be written only costs another question to the server.
void OutboxGateway::Private::keep(Action &action)
{
    if (store)
        store->put(action.status);
    Q_EMIT q->changed(ActionStatus(action.status));
}

bool OutboxGateway::Private::isBlocked(size_t index) const
{
    for (size_t i = 0; i < index; ++i) {
        if (!isSettled(actions[i].status.phase) && actions[i].targets.meets(actions[index].targets))
            return true;
    }
    return false;
}

void OutboxGateway::Private::pump()
{
    const Micros now = clock.monotonic();
    std::optional<Micros> next;
    auto sending = std::count_if(actions.begin(), actions.end(), [](const Action &a) { return a.sending; });
    for (size_t i = 0; i < actions.size(); ++i) {
        Action &action = actions[i];
        if (isSettled(action.status.phase) || action.sending || !action.stored)
            continue;
        if (clock.now() - action.status.createdAt > settings.expireAfter) {
            expire(action);
            continue;
        }
        if (!open || sending >= settings.atOnce || isBlocked(i))
            continue;
        if (action.notBefore && now < *action.notBefore) {
            next = next ? std::min(*next, *action.notBefore) : *action.notBefore;
            continue;
        }
        ++sending;
        send(action);
    }
    if (next)
        timer.start(std::chrono::ceil<Millis>(*next - now));
}

void OutboxGateway::Private::send(Action &action)
{
    const auto request = connector.action(action.status.id, action.status.command);
    if (!request.ok())
        return refuse(action, request.error());
    action.sending = true;
    action.status.phase = Phase::Sending;
    action.status.nextTryAt.reset();
    ++action.status.tries;
    // `Sending` is on disk before the first byte leaves, or a crash would take a sent action for an unsent one that may
    // be cancelled.
    const ActionId id = action.status.id;
    whenDone(store->put(action.status), q, [this, id, request = *request, of = generation](const Outcome &written) {
        Action *ready = of == generation ? find(id) : nullptr;
        if (!ready)
            return;
        if (!written.ok()) {
            ready->sending = false;
            return again(*ready, written.error());
        }
        whenDone(http.send(request).answer, q, [this, id, of](const Result<wire::Answer> &answer) {
            if (of == generation)
                answered(id, answer);
        });
    });
    Q_EMIT q->changed(ActionStatus(action.status));
}

void OutboxGateway::Private::answered(const ActionId &id, const Result<wire::Answer> &answer)
{
    Action *action = find(id);
    if (!action)
        return;
    action->sending = false;
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
            action->inDoubt |= !unsent;
            action->status.phase = action->inDoubt ? Phase::Unknown : Phase::Waiting;
            again(*action, receipt.error());
            break;
        default:
            refuse(*action, receipt.error());
        }
    }
    pump();
}

void OutboxGateway::Private::settle(Action &action, const Receipt &receipt)
{
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
    action.status.phase = Phase::Refused;
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
    if (action.status.phase == Phase::Sending)
        action.status.phase = action.inDoubt ? Phase::Unknown : Phase::Waiting;
    keep(action);
}

void OutboxGateway::Private::expire(Action &action)
{
    action.status.phase = Phase::Expired;
    keep(action);
}

} // namespace bolt
