// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/figures.h"

#include "backend/rules/rule_errors.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <unordered_map>

namespace bolt::backend {

namespace {

constexpr Micros longestRange = std::chrono::hours(24 * 400);
constexpr Micros throughputWindow = std::chrono::minutes(5);

Instant startOfDay(const QDate &date, const QTimeZone &zone)
{
    // The first valid moment of the day: a change of the clocks may leave out midnight.
    return Instant(Millis(date.startOfDay(zone).toMSecsSinceEpoch()));
}

/// Days that touch [from, to), oldest first. A day may have 23 or 25 hours.
std::vector<AnalyticsFigures::Day> daysOf(Instant from, Instant to, const QTimeZone &zone)
{
    std::vector<AnalyticsFigures::Day> days;
    QDate date = QDateTime::fromMSecsSinceEpoch(toMillis(from), zone).date();
    for (Instant start = startOfDay(date, zone); start < to; date = date.addDays(1), start = startOfDay(date, zone)) {
        if (startOfDay(date.addDays(1), zone) > from) {
            AnalyticsFigures::Day day;
            day.start = start;
            days.push_back(day);
        }
    }
    return days;
}

AnalyticsFigures::Day &dayOf(std::vector<AnalyticsFigures::Day> &days, Instant at)
{
    const auto after = std::upper_bound(days.begin(), days.end(), at,
                                        [](Instant moment, const auto &day) { return moment < day.start; });
    return *std::prev(after);
}

struct Tally
{
    int failed = 0;
    int attempted = 0;
};

/// Looked up by a view: of millions of outcomes none is copied.
struct TextHash
{
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

using Tallies = std::unordered_map<std::string, Tally, TextHash, std::equal_to<>>;

/// Answered from the index `outcomes_by_end` alone, in its order; its condition stands here word for word.
void countOutcomes(Database &db, AnalyticsFigures &figures, Tallies &tallies)
{
    Statement row = db.query("SELECT ended_at, outcome <> 'submitted', directory_id FROM submission_attempts"
                             " WHERE outcome IN ('submitted', 'rejected', 'failed_for_good')"
                             " AND ended_at >= ? AND ended_at < ? ORDER BY ended_at",
                             figures.from, figures.to);
    auto day = figures.days.begin();
    while (row.next()) {
        const Instant at = fromMicros(row.integer(0));
        while (std::next(day) != figures.days.end() && std::next(day)->start <= at)
            ++day;
        const bool failed = row.integer(1) != 0;
        day->succeeded += !failed;
        ++day->attempted;
        const std::string_view id = row.view(2);
        auto tally = tallies.find(id);
        if (tally == tallies.end())
            tally = tallies.emplace(std::string(id), Tally()).first;
        tally->second.failed += failed;
        ++tally->second.attempted;
    }
}

void countJobs(Database &db, AnalyticsFigures &figures)
{
    Statement row = db.query("SELECT completed_at FROM jobs WHERE completed_at IS NOT NULL AND completed_at >= ?"
                             " AND completed_at < ?",
                             figures.from, figures.to);
    while (row.next())
        ++dayOf(figures.days, fromMicros(row.integer(0))).jobsCompleted;
}

/// Highest error rate first; equal ones: more attempts, then by id, so that the order is always the same.
void rankDirectories(Database &db, AnalyticsFigures &figures, const Tallies &tallies, int top)
{
    for (const auto &[id, tally] : tallies) {
        if (tally.attempted >= figures.minAttempts)
            figures.directories.push_back({id, {}, tally.failed, tally.attempted});
    }
    std::sort(figures.directories.begin(), figures.directories.end(), [](const auto &a, const auto &b) {
        const qint64 left = qint64(a.failed) * b.attempted;
        const qint64 right = qint64(b.failed) * a.attempted;
        if (left != right)
            return left > right;
        if (a.attempted != b.attempted)
            return a.attempted > b.attempted;
        return a.directoryId < b.directoryId;
    });
    if (top >= 0 && figures.directories.size() > size_t(top))
        figures.directories.resize(size_t(top));
    for (auto &directory : figures.directories) {
        Statement row = db.query("SELECT name FROM directories WHERE id = ?", directory.directoryId);
        if (row.next())
            directory.name = row.text(0);
    }
}

qint64 number(Database &db, std::string_view sql)
{
    Statement row = db.query(sql);
    return row.next() ? row.integer(0) : 0;
}

/// Counts by status, in the order of `words`, also those that are 0.
std::vector<QueueFigures::Count> countsOf(Database &db, std::string_view sql, std::initializer_list<const char *> words)
{
    std::vector<QueueFigures::Count> counts;
    for (const char *word : words)
        counts.push_back({word, 0});
    Statement row = db.query(sql);
    while (row.next()) {
        for (auto &entry : counts) {
            if (entry.status == row.view(0))
                entry.count = int(row.integer(1));
        }
    }
    return counts;
}

} // namespace

Result<AnalyticsFigures> Figures::analytics(const Query &query)
{
    const QTimeZone zone(query.zone);
    if (!zone.isValid())
        return invalid("bad_zone", "The time zone is unknown.");
    if (query.from >= query.to || query.to - query.from > longestRange)
        return invalid("bad_range", "The range must end after it begins and span at most 400 days.");
    return m_db.read([&]() -> Result<AnalyticsFigures> {
        AnalyticsFigures figures;
        figures.from = query.from;
        figures.to = query.to;
        figures.asOf = m_db.now();
        figures.minAttempts = query.minAttempts;
        figures.days = daysOf(query.from, query.to, zone);
        Tallies tallies;
        countOutcomes(m_db, figures, tallies);
        countJobs(m_db, figures);
        rankDirectories(m_db, figures, tallies, query.topDirectories);
        return figures;
    });
}

Result<QueueFigures> Figures::queue()
{
    return m_db.read([&]() -> Result<QueueFigures> {
        QueueFigures figures;
        figures.jobs = countsOf(m_db, "SELECT status, count(*) FROM jobs WHERE deleted_at IS NULL GROUP BY status",
                                {"pending", "in_progress", "paused", "completed", "failed", "cancelled"});
        figures.submissions = countsOf(
            m_db,
            "SELECT s.status, count(*) FROM jobs j JOIN directory_submissions s ON s.submission_queue_id = j.id"
            " WHERE j.status IN ('pending', 'in_progress', 'paused') GROUP BY s.status",
            {"pending", "submitting", "submitted", "approved", "rejected", "failed", "skipped", "needs_verification"});
        figures.queueDepth =
            int(number(m_db, "SELECT count(*) FROM jobs j JOIN directory_submissions s ON s.submission_queue_id = j.id"
                             " AND s.status = 'pending' WHERE j.status IN ('pending', 'in_progress')"));
        figures.inFlight = int(number(m_db, "SELECT count(*) FROM submission_claims"));
        figures.workersOnline = int(number(m_db, "SELECT count(*) FROM workers WHERE status <> 'offline'"));
        figures.circuitsOpen = int(number(m_db, "SELECT count(*) FROM directories WHERE circuit_state <> 'closed'"));
        const Instant since = m_db.now() - throughputWindow;
        Statement settled = m_db.query("SELECT count(*) FROM submission_attempts WHERE ended_at >= ?"
                                       " AND outcome IN ('submitted', 'rejected', 'failed_for_good')",
                                       since);
        if (settled.next())
            figures.throughputPerMinute = double(settled.integer(0)) / 5.0;
        return figures;
    });
}

} // namespace bolt::backend
