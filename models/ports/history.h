// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/records.h"
#include "models/domain/result.h"

#include <QFuture>
#include <vector>

namespace bolt {

/// What is fetched when a person looks, not kept for each row. Main thread; answers arrive there.
class History
{
public:
    virtual ~History() = default;
    /// All attempts of one submission, newest first.
    virtual QFuture<Result<std::vector<Attempt>>> attempts(SubmissionId id) = 0;
};

} // namespace bolt
