// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/search.h"

#include <memory>

namespace bolt {

/// Looks through a copy on disk by connections that can only read, in a thread of its own: neither the desk nor the
/// writing of what arrives waits for it. Each question sees what was written when it was begun, in the file that then
/// stood at the path. Made and used on main.
class ReplicaSearch final : public Search
{
public:
    explicit ReplicaSearch(const QString &file, int mostOfAKind = 20);
    /// Waits for the question that is being answered; what was not begun is cancelled.
    ~ReplicaSearch() override;

    /// One question is answered at a time, and only the newest one waits. Error Storage when the file cannot be read.
    QFuture<Result<std::vector<SearchHit>>> find(const QString &text) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bolt
