// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"

#include <QFuture>
#include <vector>

namespace bolt {

/// What a put came to where the disk did not take it: the intent lives as long as the program, and the work goes on.
inline Error inMemoryOnly() { return {Error::Kind::Storage, QStringLiteral("in_memory"), {}, {}, 0}; }
inline bool isInMemoryOnly(const Outcome &put)
{
    return !put.ok() && put.error().code == QLatin1StringView("in_memory");
}

/// Where intents rest before they are sent. Main thread; answers arrive there, in the order of the calls.
class OutboxStore
{
public:
    virtual ~OutboxStore() = default;
    /// Oldest first.
    virtual QFuture<Result<std::vector<ActionStatus>>> load() = 0;
    /// Writes or replaces one. Settled once it would survive a power cut (or, without a disk, at once), or as
    /// inMemoryOnly().
    virtual QFuture<Outcome> put(const ActionStatus &status) = 0;
    virtual QFuture<Outcome> remove(const ActionId &id) = 0;
    /// All of them or none: the parts of a bulk action are frozen, held and given up together.
    virtual QFuture<Outcome> putAll(const std::vector<ActionStatus> &all) = 0;
    virtual QFuture<Outcome> removeAll(const std::vector<ActionId> &ids) = 0;
};

/// Without a replica: intents live as long as the program. Also in tests.
class MemoryOutbox final : public OutboxStore
{
public:
    QFuture<Result<std::vector<ActionStatus>>> load() override;
    QFuture<Outcome> put(const ActionStatus &status) override;
    QFuture<Outcome> remove(const ActionId &id) override;
    QFuture<Outcome> putAll(const std::vector<ActionStatus> &all) override;
    QFuture<Outcome> removeAll(const std::vector<ActionId> &ids) override;

private:
    std::vector<ActionStatus> m_kept;
};

} // namespace bolt
