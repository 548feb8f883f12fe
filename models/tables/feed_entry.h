// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

namespace bolt {

/// One thing that happened, or several of a kind told in one line. It keeps ids; names are looked up when the row is
/// read, so that a renamed customer reads right. Of several it names the last.
struct FeedEntry
{
    int kind = 0; ///< FeedModel::Kind
    Instant at;   ///< by the row that told it; of several, the first's: a line that grows does not move
    SubmissionId submission;
    JobId job;
    CustomerId customer;
    DirectoryId directory;
    QString code;
    int attempt = 0;
    int maxAttempts = 0;
    std::optional<Instant> until;
    QString actor; ///< worker; of a reopened job who reopened it
    int n1 = 0;
    int n2 = 0;
    QString text; ///< a state's or an action's word, or `reopened`
    qint64 sequence = 0;

    Instant last;        ///< of several
    int count = 1;       ///< things told
    int jobs = 1;        ///< different ones
    int directories = 1; ///< different ones, where directories are told of
    bool wide = false;   ///< of its kind and code, not of one job or directory
};

} // namespace bolt
