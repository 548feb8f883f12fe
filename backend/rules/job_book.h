// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/rules, and for seeding.

#include "backend/db/database.h"
#include "models/domain/states.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace bolt::backend {

/// What the rules need to know of a job.
struct JobRow
{
    std::string id;
    std::string customerId;
    JobState state = JobState::Unknown;
    std::string status; ///< the state's word
    int progress = 0;
};

/// What else changes when a job is brought up to date. What is not set stays.
struct JobEdit
{
    std::optional<JobState> state;
    std::optional<std::string> currentDirectory; ///< empty: none
    std::optional<std::string> workerId;
    std::string pausedBy;   ///< who pauses it; kept in `metadata.pause` until the job is no longer paused
    std::string reopenedBy; ///< who reopens it; in `metadata.reopened` until it ends again
};

/// The jobs as the rules write them; within the running write transaction.
class JobBook
{
public:
    explicit JobBook(Database &db)
        : m_db(db)
    {
    }

    std::optional<JobRow> find(const std::string &jobId);
    /// Counts the job's submissions anew, ages its priority, applies `edit`, and ends the job when nothing is left to
    /// do: `completed` when at least half of its directories took it, else `failed`; staff may reopen both. When it was
    /// completed first stays: no later action moves a figure of a closed day. One UPDATE, none when nothing differs.
    JobRow refresh(const std::string &jobId, const JobEdit &edit = {});
    /// Nothing gives the job back to its package's priority.
    void setPriority(const std::string &jobId, std::optional<int> priority);
    /// Writes the aged priority of active jobs that have drifted by 0.05 and more, 200 at most; how many.
    int agePriorities();
    /// `coalesce(priority_override, package priority) − hours waiting / sla_hours`, three decimals.
    static std::string score(int priority, Micros waiting, int slaHours);

    /// What somebody outside says of a job, without what only the server says: who paused it, who reopened it.
    static nlohmann::json withoutDeeds(nlohmann::json metadata);

private:
    Database &m_db;
};

} // namespace bolt::backend
