// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/search.h"
#include "models/store/store.h"

#include <memory>

namespace bolt {

class ReplicaSearch;

/// Looks through the copy on disk by its index; where nothing is kept on disk, through the store. Main thread. The
/// store outlives it.
class CopySearch final : public Search
{
public:
    explicit CopySearch(const Store &store);
    ~CopySearch() override;

    /// Which copy it is from now on; empty: none on disk. Waits for a question that is being answered, so that the file
    /// may be deleted afterwards.
    void setFile(const QString &file);
    QFuture<Result<std::vector<SearchHit>>> find(const QString &text) override;

private:
    const Store &m_store;
    std::unique_ptr<ReplicaSearch> m_onDisk;
};

} // namespace bolt
