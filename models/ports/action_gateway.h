// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bulk.h"

#include <QObject>
#include <vector>

namespace bolt {

/// The door through which every admin action leaves the inside. Main thread.
///
/// `submit` returns at once with the action's id; the intent is on disk (or, without a replica, in memory) before
/// anything is sent. What becomes of it is told by `changed`, never earlier than the server's answer.
///
/// Where a person acts it is held first (ActionStatus::hold): taken back meanwhile, it was never sent. While the link
/// is away it stays held, and the hold begins when the link is back.
///
/// A bulk action is frozen when it is asked for: its ids, their order, its parts and each part's key. Its parts are
/// actions like any other (ActionStatus::bulk names what they belong to) and keep the order per target with them; they
/// are sent one after the other.
class ActionGateway : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual ActionId submit(Command command) = 0;
    /// Takes back what was not sent yet; false when it was.
    virtual bool cancel(ActionId id) = 0;
    /// Sends a waiting action now instead of after its hold or at its next try.
    virtual void retryNow(ActionId id) = 0;
    /// Another actionLifetime from now, also for one that has expired. False when it may have been sent: the server
    /// need not know its key any longer, and it could be done twice.
    virtual bool renew(ActionId id) = 0;
    /// Forgets a settled one.
    virtual void dismiss(ActionId id) = 0;
    /// Oldest first, the parts of bulk actions among them; settled ones stay until dismissed, refused ones for good.
    virtual std::vector<ActionStatus> actions() const = 0;

    /// An id twice is one thing. Null when nothing is named; then nothing happened.
    virtual BulkId submitBulk(BulkCommand command) = 0;
    /// Nothing more of it is sent; the part in flight comes to its end. Survives a restart.
    virtual void pauseBulk(BulkId id) = 0;
    virtual void resumeBulk(BulkId id) = 0;
    /// What is not sent yet never will be. The part in flight comes to its end; not sent after all, it is taken back.
    virtual void abortBulk(BulkId id) = 0;
    /// Sends now what is held or waits for its next try.
    virtual void retryBulkNow(BulkId id) = 0;
    /// renew() for all of it that may be; false when there is none.
    virtual bool renewBulk(BulkId id) = 0;
    /// Forgets a settled one.
    virtual void dismissBulk(BulkId id) = 0;
    /// Oldest first.
    virtual std::vector<BulkStatus> bulks() const = 0;

Q_SIGNALS:
    void changed(const bolt::ActionStatus &status);
    /// The intent is where `submit` says it is before anything is sent; also for what an earlier run left.
    void kept(const bolt::ActionId &id);
    /// Instead of it: the intent would not outlive the program.
    void notOnDisk(const bolt::ActionId &id);
    void removed(const bolt::ActionId &id);
    /// After the `changed` of its parts, once for all that changed together.
    void bulkChanged(const bolt::BulkStatus &status);
    void bulkRemoved(const bolt::BulkId &id);
};

} // namespace bolt
