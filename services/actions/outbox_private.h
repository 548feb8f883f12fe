// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/actions/outbox_gateway.h"
#include "services/connectors/connector.h"

#include <QTimer>

namespace bolt {

/// Shared by outbox_gateway.cpp (what is asked), outbox_bulk.cpp (of many things) and outbox_sending.cpp (what is
/// done).
struct OutboxGateway::Private
{
    struct Action
    {
        ActionStatus status;
        bool stored = false; ///< on disk: may be sent
        bool sending = false;
        std::optional<Micros> notBefore; ///< monotonic
        std::optional<Micros> dueAt;     ///< monotonic; the hold's end, nothing while it does not run

        void letGo()
        {
            status.hold = {};
            status.heldUntil.reset();
            dueAt.reset();
        }
    };

    Private(OutboxGateway *owner, HttpClient &h, const Connector &c, const Clock &k, Settings s)
        : q(owner)
        , http(h)
        , connector(c)
        , clock(k)
        , settings(std::move(s))
    {
    }

    Action *find(const ActionId &id);
    /// Writes what is new, then calls back for what was written in time.
    void begin(std::vector<Action> fresh);
    void tellAsked(const std::vector<Action> &fresh);
    void stored(const std::vector<ActionId> &ids, const Outcome &outcome);
    void load();
    void take(const std::vector<ActionStatus> &kept);

    std::vector<Action *> partsOf(const BulkId &id);
    /// Calls `change` with each action; those for which it says true are written together and told.
    bool changeAll(const std::function<bool(Action &)> &change);
    bool changeParts(const BulkId &id, const std::function<bool(Action &)> &change);
    void restartHold(Action &action) const;
    void restartHolds();
    void tellBulk(const ActionStatus &part);
    bool giveAnotherDay(Action &action) const;

    void keep(Action &action);
    void pump();
    void pumpAt(Instant now, Micros monotonic);
    bool isStopped(const Action &action) const;
    /// False when the connector does not know how; it is refused then.
    bool send(Action &action);
    void sendStored(const ActionId &id, const wire::Request &request, const Outcome &written);
    void answered(const ActionId &id, const Result<wire::Answer> &answer);
    void unanswered(Action &action, const Error &error);
    void settle(Action &action, const Receipt &receipt);
    void refuse(Action &action, Error error);
    void again(Action &action, Error error);
    void expire(Action &action);

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
    bool linked = true;
};

} // namespace bolt
