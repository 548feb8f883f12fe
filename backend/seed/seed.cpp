// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/seed/seed.h"

#include "backend/seed/extras.h"

using namespace Qt::StringLiterals;

namespace bolt::backend {

namespace {

/// Fast ways for an empty database, taken back at the end.
class BulkMode
{
public:
    explicit BulkMode(Database &db)
        : m_db(db)
    {
        m_ready = db.setCapture(false);
        // All keys are made here and refer to what was just written; a test checks them.
        if (m_ready.ok())
            m_ready = db.execute("PRAGMA foreign_keys = OFF; PRAGMA cache_size = -262144");
    }
    ~BulkMode()
    {
        (void)m_db.execute("PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536");
        (void)m_db.setCapture(true);
    }
    BulkMode(const BulkMode &) = delete;
    BulkMode &operator=(const BulkMode &) = delete;
    const Outcome &ready() const { return m_ready; }

private:
    Database &m_db;
    Outcome m_ready = Done{};
};

/// Indexes of the big tables that are cheaper to build at the end than to keep while it is filled.
std::vector<std::string> dropIndexes(Database &db)
{
    std::vector<std::string> names;
    std::vector<std::string> definitions;
    {
        Statement row = db.query("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
                                 " AND tbl_name IN ('directory_submissions', 'submission_attempts') ORDER BY name");
        while (row.next()) {
            names.push_back(row.text(0));
            definitions.push_back(row.text(1));
        }
    }
    for (const std::string &name : names)
        db.run("DROP INDEX \"" + name + '"');
    return definitions;
}

Outcome writeJobs(JobHistory &history, const SeedBusiness &business, const SeedSize &size, const SeedProgress &progress)
{
    const size_t activeEvery = business.jobs.size() / size_t(size.activeJobs);
    const size_t reportEvery = std::max<size_t>(1, business.jobs.size() / 100);
    // What follows the jobs takes about a fifth of the time.
    constexpr double shareOfJobs = 0.8;
    for (size_t i = 0; i < business.jobs.size(); ++i) {
        if (progress && i % reportEvery == 0 && !progress(shareOfJobs * double(i) / double(business.jobs.size())))
            return Error{Error::Kind::Cancelled, u"cancelled"_s, u"Seeding was stopped."_s, {}};
        if (i % activeEvery == activeEvery - 1)
            history.writeActive(business.jobs[i]);
        else
            history.writeEnded(business.jobs[i]);
    }
    return Done{};
}

Result<SeedCounts> fill(Database &db, const SeedPlan &plan, const SeedProgress &progress)
{
    if (db.query("SELECT 1 FROM customers LIMIT 1").next())
        return Error{Error::Kind::Conflict, u"not_empty"_s, u"The database has customers already."_s, {}};
    const SeedSize size = sizeOf(plan.scale);
    const std::vector<std::string> indexes = dropIndexes(db);
    Picks picks(plan.seed);
    SeedBusiness business = makeBusiness(db, picks, size, plan.now);
    Picks attemptIds(plan.seed ^ 0xA77E3975);
    JobHistory history(db, picks, attemptIds, business, plan.now);
    if (Outcome written = writeJobs(history, business, size, progress); !written)
        return written.error();
    SeedCounts counts{size.customers, size.directories, size.jobs, 0, 0};
    for (const SeedJob &job : business.jobs)
        counts.submissions += job.submissions;
    counts.logs = writeLogs(db, std::move(history.logs()), size.logs);
    writeCircuits(db, picks, business, plan.now);
    writeNotes(db, picks, business, plan.now);
    for (const std::string &definition : indexes)
        db.run(definition);
    db.run("ANALYZE");
    if (progress)
        (void)progress(1);
    return counts;
}

} // namespace

std::optional<SeedPlan::Scale> SeedPlan::scaleFromWord(std::string_view word)
{
    if (word == "demo")
        return Scale::Demo;
    if (word == "ref")
        return Scale::Reference;
    if (word == "xl")
        return Scale::Large;
    return {};
}

Result<SeedCounts> seedDatabase(Database &db, const SeedPlan &plan, const SeedProgress &progress)
{
    const BulkMode bulk(db);
    if (!bulk.ready())
        return bulk.ready().error();
    return db.write([&] { return fill(db, plan, progress); });
}

} // namespace bolt::backend
