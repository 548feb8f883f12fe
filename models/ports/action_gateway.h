// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"

#include <QObject>
#include <vector>

namespace bolt {

/// The door through which every admin action leaves the inside. Main thread.
///
/// `submit` returns at once with the action's id; the intent is on disk (or, without a replica, in memory) before
/// anything is sent. What becomes of it is told by `changed`, never earlier than the server's answer.
class ActionGateway : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual ActionId submit(Command command) = 0;
    /// Takes back what was not sent yet; false when it was.
    virtual bool cancel(ActionId id) = 0;
    /// Sends a waiting action now instead of at its next try.
    virtual void retryNow(ActionId id) = 0;
    /// Forgets a settled one.
    virtual void dismiss(ActionId id) = 0;
    /// Oldest first; settled ones stay until dismissed, refused ones for good.
    virtual std::vector<ActionStatus> actions() const = 0;

Q_SIGNALS:
    void changed(const bolt::ActionStatus &status);
    void removed(const bolt::ActionId &id);
};

} // namespace bolt
