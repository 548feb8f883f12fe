// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/records.h"

namespace bolt {

/// One change of state that the desk saw come in, as it is kept on disk: enough to be read as a sentence later, with
/// ids where a name may change. States are the words of contracts/domain.md as they came.
struct Activity
{
    Instant at;                    ///< of the row, by the server's clock
    Table table = Table::Packages; ///< whose state: a submission's, a job's, a worker's, a directory's circuit
    SubmissionId submission;
    JobId job;
    CustomerId customer;
    DirectoryId directory;
    WorkerId worker;
    QString was; ///< empty: the row was new here
    QString became;
    QString code;
    int attempt = 0;
    int maxAttempts = 0;
    std::optional<Instant> until; ///< next try, or how long a circuit stays open
    int done = 0;                 ///< of a job's submissions
    int total = 0;
    bool operator==(const Activity &) const = default;
};

} // namespace bolt
