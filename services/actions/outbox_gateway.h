// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/ports/action_gateway.h"
#include "services/replica/outbox_store.h"
#include "services/wire/row.h"

#include <functional>
#include <memory>

namespace bolt {

class Connector;
class HttpClient;

/// Carries actions out, each exactly once (the server knows the key). Main thread.
///
/// An intent is in the outbox before it is sent. Two actions on the same target are sent in the order in which they
/// were asked for, the second after the first has settled. No answer, or a 5xx: nothing is known, so the same key is
/// asked again (Unknown). 401, 429 and "not connected": nothing happened, so it waits and may be taken back. Anything
/// else is the server's refusal and stays, with its words, until a person dismisses it. What was surely not sent for
/// 24 h is Expired, unless it was renewed; what may have been done never is.
///
/// A hold ends by time or by a person, and all of a bulk action's parts at once; that it ended is on disk before the
/// first byte leaves. A start finds what was held held, and counts anew: nobody may have seen the old count.
///
/// A bulk action is its parts: all of them are in the outbox before the first is sent, with their keys; the next one is
/// sent when the last has settled. That it is paused or given up is written at each part.
class OutboxGateway final : public ActionGateway
{
    Q_OBJECT
public:
    struct Settings
    {
        Micros retryFirst = Seconds(1);
        Micros retryMax = Seconds(60);
        int atOnce = 4;
        /// Submissions in one part of a bulk action: far below the server's 10,000, and few enough for one fetch of the
        /// rows that were touched. A pause takes hold after as many.
        size_t partSize = 50;
        Millis hold{0};                 ///< of what is submitted, see ActionStatus::hold
        std::function<double()> random; ///< [0, 1), full jitter
    };

    /// `http` is in main, its bearer is the session's. Both outlive this object, as does the connector.
    OutboxGateway(HttpClient &http, const Connector &connector, const Clock &clock, Settings settings,
                  QObject *parent = nullptr);
    ~OutboxGateway() override;

    ActionId submit(Command command) override;
    bool cancel(ActionId id) override;
    void retryNow(ActionId id) override;
    bool renew(ActionId id) override;
    void dismiss(ActionId id) override;
    std::vector<ActionStatus> actions() const override;

    BulkId submitBulk(BulkCommand command) override;
    void pauseBulk(BulkId id) override;
    void resumeBulk(BulkId id) override;
    void abortBulk(BulkId id) override;
    void retryBulkNow(BulkId id) override;
    bool renewBulk(BulkId id) override;
    void dismissBulk(BulkId id) override;
    std::vector<BulkStatus> bulks() const override;

    /// Another account: shows the actions of its outbox and goes on with them. Null: none; what is submitted is
    /// refused. Answers still on their way are those of the old account and are dropped (its outbox holds them as
    /// sent).
    void setStore(OutboxStore *store);
    /// Signed in and wanted. Closed: nothing is sent, everything waits.
    void setOpen(bool open);
    /// The server is there. Without it holds do not run; what is due is still tried.
    void setLinked(bool linked);
    /// Ends all holds, as before the program ends.
    void sendHeld();
    /// Something is on its way, or could be sent at once.
    bool isBusy() const;
    /// The network is back: no more waiting for the next try.
    void kick();

Q_SIGNALS:
    /// Rows an answer carried, or the targets of an action that was applied: they have changed at the server.
    void touched(const std::vector<bolt::wire::Key> &keys);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bolt
