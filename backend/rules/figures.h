// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"

#include <QByteArray>
#include <string>
#include <vector>

namespace bolt::backend {

/// Figures of contracts/domain.md, "Metrics". A day is a day of the zone asked for. What counts is the outcomes in
/// `submission_attempts`, which nobody can change: no later action moves a figure of a closed day.
struct AnalyticsFigures
{
    struct Day
    {
        Instant start;
        int jobsCompleted = 0;
        int succeeded = 0; ///< outcomes `submitted` of the day
        int attempted = 0; ///< all outcomes of the day: submitted, rejected, failed with no retry left
    };
    struct DirectoryErrors
    {
        std::string directoryId;
        std::string name;
        int failed = 0; ///< outcomes that are not `submitted`
        int attempted = 0;
    };
    Instant from;
    Instant to; ///< half open
    Instant asOf;
    std::vector<Day> days; ///< without gaps, oldest first; the first and last may be cut by from and to
    std::vector<DirectoryErrors> directories; ///< highest error rate first
    int minAttempts = 0;
};

struct QueueFigures
{
    struct Count
    {
        std::string status;
        int count = 0;
    };
    std::vector<Count> jobs;        ///< by status, all words, also 0
    std::vector<Count> submissions; ///< of active jobs only, by status
    int queueDepth = 0;             ///< pending submissions of jobs that may be worked on
    int inFlight = 0;               ///< claimed by workers
    int workersOnline = 0;
    int circuitsOpen = 0;
    double throughputPerMinute = 0; ///< outcomes of the last 5 min
};

class Figures
{
public:
    explicit Figures(Database &db)
        : m_db(db)
    {
    }

    struct Query
    {
        Instant from;
        Instant to;
        QByteArray zone = "UTC"; ///< IANA id
        int minAttempts = 20;
        int topDirectories = 10;
    };
    /// Errors: Invalid `bad_range` (empty or over 400 days), `bad_zone`.
    Result<AnalyticsFigures> analytics(const Query &query);
    Result<QueueFigures> queue();

private:
    Database &m_db;
};

} // namespace bolt::backend
