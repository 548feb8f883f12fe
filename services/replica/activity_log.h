// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"
#include "models/domain/result.h"

#include <QHash>
#include <QSqlQuery>
#include <functional>
#include <tuple>
#include <vector>

namespace bolt {

/// The activity of a replica file: what each row of a batch changes is noted before the row itself is written, in the
/// batch's transaction. For the thread of the file.
class ActivityLog
{
    template<class Key>
    using States = QHash<Key, QString>;
    /// Of rows that were passed over.
    struct Ahead
    {
        std::tuple<States<PackageId>, States<CustomerId>, States<DirectoryId>, States<WorkerId>, States<JobId>,
                   States<SubmissionId>, States<AttemptId>>
            states;
        QHash<JobId, WorkerId> workers;
    };

public:
    /// A prepared statement of the file's connection, kept by its text.
    using Prepare = std::function<QSqlQuery &(const QString &sql)>;
    explicit ActivityLog(Prepare prepare)
        : m_prepare(std::move(prepare))
    {
    }

    /// What was passed over is in the file, or will never be.
    void begin() { m_ahead = {}; }

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
    /// A row is not written, since a later one of the batch replaces it: what that one changes is told from this one.
    void passOver(const Submission &row);
    void passOver(const Job &row);
    void passOver(const Worker &row);
    void passOver(const Directory &row);
    template<class R>
    void passOver(const R &)
    {
    }
    /// The row was written or removed: the file knows better.
    template<class Key>
    void settle(const Key &key)
    {
        std::get<States<Key>>(m_ahead.states).remove(key);
        if constexpr (std::is_same_v<Key, JobId>)
            m_ahead.workers.remove(key);
    }

    /// Newest first.
    Result<std::vector<Activity>> latest(int limit);
    /// At most `limit` entries older than `since`; answers how many went.
    Result<int> trim(Instant since, int limit);
    /// The same for those beyond the newest `most`.
    Result<int> trim(int most, int limit);

private:
    /// Nothing when the row is not known; its state's word otherwise.
    template<class Key>
    Result<std::optional<QString>> stateOf(const QString &sql, const Key &key);
    Outcome put(const Activity &entry);
    Result<WorkerId> workerOf(const JobId &job);

    Prepare m_prepare;
    Ahead m_ahead;
};

} // namespace bolt
