// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/seed only.

#include "backend/seed/business.h"

namespace bolt::backend {

/// A line of the activity log, kept until all are known and can be written in the order of time.
struct SeedLog
{
    Instant at;
    std::string jobId;
    std::string submissionId;
    std::string customerId;
    const char *level = "INFO";
    std::string message;
};

/// What became of the jobs: writes each with its submissions, as the rules would have left them.
class JobHistory
{
public:
    /// `attemptIds`: a stream of its own, so that a seed means the same world as before attempts had rows.
    JobHistory(Database &db, Picks &picks, Picks &attemptIds, SeedBusiness &business, Instant now)
        : m_db(db)
        , m_picks(picks)
        , m_attemptIds(attemptIds)
        , m_business(business)
        , m_now(now)
    {
    }

    void writeEnded(const SeedJob &job);
    void writeActive(const SeedJob &job);

    std::vector<SeedLog> &logs() { return m_logs; }

private:
    enum class Fate : quint8 { Completed, BadData, Cancelled, Pending, InProgress, Paused };
    struct Course;
    struct Outcome;

    void write(const SeedJob &job, Course course);
    Outcome attemptAll(const Course &course, SeedSite &site, Instant begin);
    bool attemptOnce(const Course &course, SeedSite &site, Outcome &outcome);
    void settle(const Course &course, const SeedSite &site, Outcome &outcome);
    void writeSubmission(const SeedJob &job, const Course &course, const SeedSite &site, const Outcome &outcome);
    static std::string metadataOf(const Course &course);
    void writeJob(const SeedJob &job, const Course &course);
    void log(Instant at, const SeedJob &job, const std::string &submissionId, const char *level, std::string message);

    Database &m_db;
    Picks &m_picks;
    Picks &m_attemptIds;
    SeedBusiness &m_business;
    Instant m_now;
    std::vector<SeedLog> m_logs;
};

} // namespace bolt::backend
