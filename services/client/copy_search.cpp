// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/client/copy_search.h"

#include "services/client/store_search.h"
#include "services/replica/replica_search.h"

#include <QPromise>

namespace bolt {

CopySearch::CopySearch(const Store &store)
    : m_store(store)
{
}

CopySearch::~CopySearch() = default;

void CopySearch::setFile(const QString &file)
{
    m_onDisk.reset();
    if (!file.isEmpty())
        m_onDisk = std::make_unique<ReplicaSearch>(file);
}

QFuture<Result<std::vector<SearchHit>>> CopySearch::find(const QString &text)
{
    if (m_onDisk)
        return m_onDisk->find(text);
    QPromise<Result<std::vector<SearchHit>>> promise;
    promise.start();
    promise.addResult(searchStore(m_store, text));
    promise.finish();
    return promise.future();
}

} // namespace bolt
