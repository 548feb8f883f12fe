// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/replica/outbox_store.h"

#include <algorithm>

namespace bolt {

namespace {

template<class T>
QFuture<T> settled(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace

QFuture<Result<std::vector<ActionStatus>>> MemoryOutbox::load()
{
    return settled(Result<std::vector<ActionStatus>>(m_kept));
}

QFuture<Outcome> MemoryOutbox::put(const ActionStatus &status)
{
    const auto it = std::find_if(m_kept.begin(), m_kept.end(), [&](const auto &kept) { return kept.id == status.id; });
    if (it == m_kept.end())
        m_kept.push_back(status);
    else
        *it = status;
    return settled(Outcome(Done{}));
}

QFuture<Outcome> MemoryOutbox::remove(const ActionId &id)
{
    std::erase_if(m_kept, [&id](const auto &kept) { return kept.id == id; });
    return settled(Outcome(Done{}));
}

QFuture<Outcome> MemoryOutbox::putAll(const std::vector<ActionStatus> &all)
{
    for (const ActionStatus &status : all)
        put(status);
    return settled(Outcome(Done{}));
}

QFuture<Outcome> MemoryOutbox::removeAll(const std::vector<ActionId> &ids)
{
    for (const ActionId &id : ids)
        remove(id);
    return settled(Outcome(Done{}));
}

} // namespace bolt
