// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"
#include "models/domain/result.h"

#include <QSqlQuery>
#include <functional>
#include <vector>

namespace bolt {

/// The activity of a replica file: what each row of a batch changes is noted before the row itself is written, in the
/// batch's transaction. For the thread of the file.
class ActivityLog
{
public:
    /// A prepared statement of the file's connection, kept by its text.
    using Prepare = std::function<QSqlQuery &(const QString &sql)>;
    /// More than these are not kept, however short the time was.
    static constexpr int most = 100'000;

    explicit ActivityLog(Prepare prepare)
        : m_prepare(std::move(prepare))
    {
    }

    /// Nothing is noted where the state stays.
    Outcome note(const Submission &row);
    Outcome note(const Job &row);
    Outcome note(const Worker &row);
    Outcome note(const Directory &row);
    /// Their changes are no news.
    Outcome note(const Package &) { return Done{}; }
    Outcome note(const Customer &) { return Done{}; }
    /// The submission's own change tells of it.
    Outcome note(const EndedAttempt &) { return Done{}; }

    /// Newest first.
    Result<std::vector<Activity>> latest(int limit);
    /// At most `limit` entries older than `since`, or beyond `most`; answers how many went.
    Result<int> trim(std::optional<Instant> since, int limit);

private:
    /// Nothing when the row is not known; its state's word otherwise.
    Result<std::optional<QString>> stateOf(const QString &sql, const QVariant &key);
    Outcome put(const Activity &entry);

    Prepare m_prepare;
};

} // namespace bolt
