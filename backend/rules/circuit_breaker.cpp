// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/circuit_breaker.h"

#include "backend/rules/processing_log.h"

#include <algorithm>
#include <bit>

namespace bolt::backend {

namespace {

constexpr int window = 20;
constexpr int openAfterInRow = 5;
constexpr Micros firstOpening = std::chrono::minutes(15);
constexpr Micros longestOpening = std::chrono::hours(4);

struct Health
{
    quint32 recent = 0; ///< a bit an outcome, the newest lowest, 1 = failed
    int samples = 0;
    int failuresInRow = 0;
    int timesOpened = 0;

    void add(bool failed)
    {
        recent = ((recent << 1) | quint32(failed)) & ((1U << window) - 1);
        samples = std::min(samples + 1, window);
        failuresInRow = failed ? failuresInRow + 1 : 0;
    }
    bool isBad() const
    {
        return failuresInRow >= openAfterInRow || (samples == window && 2 * std::popcount(recent) >= window);
    }
    Micros opening() const { return std::min(longestOpening, firstOpening * (1 << std::min(timesOpened, 5))); }
};

Health loadHealth(Database &db, const std::string &directoryId)
{
    Statement row = db.query("SELECT recent, samples, failures_in_row, times_opened FROM directory_health"
                             " WHERE directory_id = ?",
                             directoryId);
    if (!row.next())
        return {};
    return {quint32(row.integer(0)), int(row.integer(1)), int(row.integer(2)), int(row.integer(3))};
}

void store(Database &db, const std::string &directoryId, const Health &health)
{
    db.run(
        "INSERT INTO directory_health (directory_id, recent, samples, failures_in_row, times_opened)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (directory_id) DO UPDATE SET recent = excluded.recent,"
        " samples = excluded.samples, failures_in_row = excluded.failures_in_row, times_opened = excluded.times_opened",
        directoryId, qint64(health.recent), health.samples, health.failuresInRow, health.timesOpened);
}

struct Directory
{
    std::string state;
    std::string name;
};

Directory directory(Database &db, const std::string &id)
{
    Statement row = db.query("SELECT circuit_state, name FROM directories WHERE id = ?", id);
    return row.next() ? Directory{row.text(0), row.text(1)} : Directory{};
}

void setState(Database &db, const std::string &id, std::string_view state, std::optional<Instant> until)
{
    db.run("UPDATE directories SET circuit_state = ?, circuit_open_until = ?, version = next_version(),"
           " updated_at = touched(updated_at) WHERE id = ?",
           state, until, id);
}

void open(Database &db, const std::string &id, const Directory &site, Health &health)
{
    const Instant until = db.now() + health.opening();
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(health.opening()).count();
    ++health.timesOpened;
    setState(db, id, "open", until);
    LogLine line;
    line.level = "WARNING";
    line.source = "backend";
    line.message = "Circuit of " + site.name + " opened for " + std::to_string(minutes) + " min";
    line.details = {{"directory_id", id}, {"failures_in_row", health.failuresInRow}};
    appendLog(db, line);
}

} // namespace

void CircuitBreaker::record(const std::string &directoryId, bool failed)
{
    const Directory site = directory(m_db, directoryId);
    Health health = loadHealth(m_db, directoryId);
    health.add(failed);
    if (site.state == "half_open") {
        // The probe decides alone.
        if (failed) {
            open(m_db, directoryId, site, health);
        } else {
            setState(m_db, directoryId, "closed", {});
            health = {};
        }
    } else if (failed && site.state == "closed" && health.isBad()) {
        open(m_db, directoryId, site, health);
    }
    store(m_db, directoryId, health);
}

bool CircuitBreaker::close(const std::string &directoryId)
{
    if (directory(m_db, directoryId).state == "closed")
        return false;
    setState(m_db, directoryId, "closed", {});
    store(m_db, directoryId, {});
    return true;
}

int CircuitBreaker::halfOpenDue()
{
    return int(m_db.run(
        "UPDATE directories SET circuit_state = 'half_open', circuit_open_until = NULL,"
        " version = next_version(), updated_at = touched(updated_at)"
        " WHERE circuit_state = 'open' AND circuit_state <> 'closed' AND coalesce(circuit_open_until, 0) <= now_us()"));
}

} // namespace bolt::backend
