// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/seed/job_history.h"

#include "backend/db/json_row.h"
#include "backend/rules/job_book.h"
#include "backend/seed/calendar.h"
#include "models/domain/error_code.h"

#include <algorithm>
#include <array>

namespace bolt::backend {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Micros loggedFor = hours(36);

ErrorClass classOf(const std::string &code) { return errorClass(QString::fromStdString(code)); }

Micros scaled(Micros span, double by) { return Micros(qint64(double(span.count()) * by)); }

} // namespace

/// How one job went, and what has been counted of it so far.
struct JobHistory::Course
{
    Fate fate = Fate::Completed;
    const SeedTerms *terms = nullptr;
    Instant createdAt;
    Instant startedAt;
    Instant endedAt;    ///< of an active job: now
    double reached = 1; ///< the share of its directories that had their turn
    int total = 0;
    int completed = 0;
    int failed = 0;
    std::string lastSite;

    bool isActive() const { return fate >= Fate::Pending; }
};

/// What became of one submission.
struct JobHistory::Outcome
{
    struct End ///< a row of submission_attempts
    {
        const char *outcome;
        int attempt = 0;
        Instant at;
        std::optional<int> ms; ///< none: a verdict
        std::string code;
    };
    const char *status = "pending";
    int attempt = 0;
    Instant at; ///< of its last change
    std::optional<Instant> submittedAt;
    std::optional<Instant> approvedAt;
    std::optional<Instant> failedAt;
    std::optional<Instant> nextRetryAt;
    std::optional<int> processingMs;
    std::string lastCode;
    std::string errors; ///< entries of error_log, without their brackets
    std::string listing = "{}";
    std::vector<End> ends; ///< in the order of time

    void end(const char *outcome, std::optional<int> ms = {}, std::string code = {})
    {
        ends.push_back({outcome, attempt, at, ms, std::move(code)});
    }

    void addError(const std::string &code, const std::string &message)
    {
        errors += errors.empty() ? "{\"at\":" : ",{\"at\":";
        appendJsonInstant(errors, at);
        errors += ",\"attempt\":" + std::to_string(attempt) + ",\"code\":\"" + code + "\",\"message\":";
        appendJsonString(errors, message);
        errors += ",\"details\":{}}";
        lastCode = code;
    }
};

void JobHistory::writeEnded(const SeedJob &job)
{
    constexpr std::array shares{0.9, 0.05, 0.05};
    Course course;
    course.fate = Fate(m_picks.weighted(shares));
    course.terms = m_business.customers[job.customer].terms;
    const Micros sla = hours(course.terms->slaHours);
    const Instant latest = m_now - hours(20);
    course.createdAt = busyMoment(m_picks, m_now - seededPast, latest - hours(6));
    course.startedAt = course.createdAt + m_picks.between(minutes(2), hours(3));
    // Most are in time; about one in eight is late.
    const Micros span = scaled(sla, m_picks.chance(0.12) ? m_picks.between(1.0, 1.3) : m_picks.between(0.2, 0.95));
    course.endedAt = std::clamp(course.createdAt + span, course.startedAt + hours(1), latest);
    course.reached = course.fate == Fate::Cancelled ? m_picks.between(0.1, 0.7) : 1;
    write(job, course);
}

void JobHistory::writeActive(const SeedJob &job)
{
    constexpr std::array shares{0.28, 0.6, 0.12};
    Course course;
    course.fate = Fate(size_t(Fate::Pending) + m_picks.weighted(shares));
    course.terms = m_business.customers[job.customer].terms;
    const Micros sla = hours(course.terms->slaHours);
    // What has not begun is young; of the others a few are overdue.
    const double age = course.fate == Fate::Pending ? m_picks.between(0.005, 0.25) : m_picks.between(0.05, 1.08);
    course.createdAt = m_now - scaled(sla, age);
    course.startedAt = course.createdAt + scaled(m_now - course.createdAt, m_picks.between(0.02, 0.1));
    course.endedAt = m_now - Seconds(m_picks.between(20, 900));
    course.reached = course.fate == Fate::Pending ? 0 : m_picks.between(0.08, 0.88);
    write(job, course);
}

void JobHistory::write(const SeedJob &job, Course course)
{
    SeedCustomer &customer = m_business.customers[job.customer];
    course.total = job.submissions;
    // Its counters are known last, yet the job's row comes first, as a purchase writes it.
    std::vector<std::pair<SeedSite *, Outcome>> outcomes;
    outcomes.reserve(size_t(job.submissions));
    int skipped = customer.given;
    const int turns = std::min(int(course.reached * course.total), course.isActive() ? course.total - 1 : course.total);
    for (const size_t index : m_business.byAuthority) {
        SeedSite &site = m_business.sites[index];
        if (site.tier > course.terms->maxTier || skipped-- > 0)
            continue;
        const auto turn = int(outcomes.size());
        if (turn == course.total)
            break;
        Outcome outcome;
        outcome.at = course.createdAt;
        if (turn < turns) {
            const double share = (turn + m_picks.unit()) / turns;
            outcome = attemptAll(course, site, course.startedAt + scaled(course.endedAt - course.startedAt, share));
            course.lastSite = site.name;
        } else if (course.fate == Fate::Cancelled) {
            outcome.status = "skipped";
            outcome.at = course.endedAt;
        }
        const std::string_view status = outcome.status;
        course.completed += status == "submitted" || status == "approved";
        course.failed += status == "rejected" || status == "skipped" || (status == "failed" && !outcome.nextRetryAt);
        outcomes.emplace_back(&site, std::move(outcome));
    }
    customer.given += course.total;
    writeJob(job, course);
    for (const auto &[site, outcome] : outcomes)
        writeSubmission(job, course, *site, outcome);
}

/// Attempts until one is the last. A retry that would lie in the future is left waiting.
JobHistory::Outcome JobHistory::attemptAll(const Course &course, SeedSite &site, Instant begin)
{
    Outcome outcome;
    outcome.at = begin;
    while (!attemptOnce(course, site, outcome)) {
        const Instant next = outcome.at + m_picks.between(minutes(1), minutes(45));
        if (next >= course.endedAt) {
            if (course.isActive() && next > m_now)
                outcome.nextRetryAt = next;
            break;
        }
        outcome.at = next;
    }
    if (outcome.status == std::string_view("failed") && !outcome.nextRetryAt)
        outcome.ends.back().outcome = "failed_for_good";
    settle(course, site, outcome);
    return outcome;
}

/// True when nothing comes after it by itself.
bool JobHistory::attemptOnce(const Course &course, SeedSite &site, Outcome &outcome)
{
    ++outcome.attempt;
    outcome.processingMs = site.profile.processingMs(m_picks);
    const bool badData = course.fate == Fate::BadData && m_picks.chance(0.72);
    const bool failed = badData || m_picks.chance(site.profile.failureRate());
    if (!failed) {
        site.remember(false);
        outcome.status = "submitted";
        outcome.submittedAt = outcome.at;
        outcome.end("submitted", outcome.processingMs);
        return true;
    }
    const std::string code = badData ? "VALIDATION" : site.profile.errorCode(m_picks);
    outcome.addError(code, errorMessage(m_picks, code, site.name));
    const bool manual = classOf(code) == ErrorClass::Manual;
    outcome.end(manual ? "needs_verification" : "failed", outcome.processingMs, code);
    if (manual) {
        // A person has solved it since, unless it is recent.
        const bool solved = !course.isActive() || m_picks.chance(0.4);
        outcome.status = solved ? "submitted" : "needs_verification";
        if (solved) {
            outcome.submittedAt = outcome.at;
            outcome.end("submitted");
        }
        return true;
    }
    site.remember(true);
    outcome.status = "failed";
    return !retriesByItself(classOf(code)) || outcome.attempt >= course.terms->maxAttempts;
}

/// What the directory, or staff, did afterwards.
void JobHistory::settle(const Course &course, const SeedSite &site, Outcome &outcome)
{
    const std::string_view status = outcome.status;
    if (status == "submitted") {
        const Instant answered = outcome.at + m_picks.between(minutes(30), hours(24 * 9));
        const double luck = m_picks.unit();
        if (answered >= m_now || luck > 0.9)
            return;
        outcome.at = answered;
        if (luck < 0.85) {
            outcome.status = "approved";
            outcome.approvedAt = answered;
            outcome.end("approved");
            outcome.listing =
                "{\"url\":\"" + site.website + "/listing/" + std::to_string(m_picks.between(10000, 999999)) + "\"}";
        } else {
            outcome.status = "rejected";
            outcome.addError("REJECTED", errorMessage(m_picks, "REJECTED", site.name));
            outcome.end("rejected", {}, "REJECTED");
        }
    } else if (status == "failed") {
        if (!course.isActive() && m_picks.chance(0.12))
            outcome.status = "skipped";
        else
            outcome.failedAt = outcome.at;
    }
}

std::string JobHistory::metadataOf(const Course &course)
{
    if (course.fate != Fate::Paused)
        return R"({"source":"web"})";
    std::string text = R"({"source":"web","pause":{"by":"manager@boltdesk.test","at":)";
    appendJsonInstant(text, course.endedAt);
    return text + "}}";
}

void JobHistory::writeJob(const SeedJob &job, const Course &course)
{
    const bool most = 2 * course.completed >= course.total; // the rule of JobBook::refresh
    const char *words[] = {
        most ? "completed" : "failed", most ? "completed" : "failed", "cancelled", "pending", "in_progress", "paused"};
    const std::string status = words[size_t(course.fate)];
    const bool completed = status == "completed";
    const std::optional<Instant> started =
        course.fate == Fate::Pending ? std::nullopt : std::optional(course.startedAt);
    const std::optional<std::string> current =
        course.fate == Fate::InProgress && !course.lastSite.empty() ? std::optional(course.lastSite) : std::nullopt;
    const std::string &customerId = m_business.customers[job.customer].id;
    m_db.run("INSERT INTO jobs (id, customer_id, package_type, status, priority_score, directories_total, "
             "directories_completed,"
             " directories_failed, progress, current_directory, due_at, started_at, completed_at, metadata, created_at,"
             " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
             job.id, customerId, course.terms->packageId, status,
             JobBook::score(course.terms->priority, (course.isActive() ? m_now : course.startedAt) - course.createdAt,
                            course.terms->slaHours),
             course.total, course.completed, course.failed, 100 * (course.completed + course.failed) / course.total,
             current, course.createdAt + hours(course.terms->slaHours), started,
             completed ? std::optional(course.endedAt) : std::nullopt, metadataOf(course), course.createdAt,
             started ? course.endedAt : course.createdAt);
    log(course.createdAt, job, {}, "INFO", "Job queued with " + std::to_string(course.total) + " directories");
    if (!course.isActive())
        log(course.endedAt, job, {}, completed ? "SUCCESS" : "WARNING", "Job " + status);
}

void JobHistory::writeSubmission(const SeedJob &job, const Course &course, const SeedSite &site, const Outcome &outcome)
{
    const std::string id = m_picks.uuid();
    const double predicted = site.profile.predicted(m_picks);
    m_db.run(
        "INSERT INTO directory_submissions (id, submission_queue_id, customer_id, directory_id, status, attempt,"
        " max_attempts, next_retry_at, success_probability, processing_ms, last_error_code, error_log, listing_data,"
        " submitted_at, approved_at, failed_at, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, job.id, m_business.customers[job.customer].id, site.id, outcome.status, outcome.attempt,
        course.terms->maxAttempts, outcome.nextRetryAt, predicted, outcome.processingMs,
        outcome.lastCode.empty() ? std::nullopt : std::optional(outcome.lastCode), '[' + outcome.errors + ']',
        outcome.listing, outcome.submittedAt, outcome.approvedAt, outcome.failedAt, course.createdAt, outcome.at);
    for (const Outcome::End &end : outcome.ends) {
        m_db.run("INSERT INTO submission_attempts (id, submission_id, job_id, customer_id, directory_id, package_type,"
                 " directory_tier, attempt, started_at, ended_at, ms, outcome, code, predicted, created_at, updated_at)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 m_attemptIds.uuid(), id, job.id, m_business.customers[job.customer].id, site.id,
                 course.terms->packageId, site.tier, end.attempt,
                 end.ms ? std::optional(end.at - Millis(*end.ms)) : std::nullopt, end.at, end.ms, end.outcome,
                 end.code.empty() ? std::nullopt : std::optional(end.code), predicted, end.at, end.at);
    }
    if (outcome.submittedAt)
        log(*outcome.submittedAt, job, id, "SUCCESS", "Submitted to " + site.name);
    if (outcome.failedAt)
        log(*outcome.failedAt, job, id, outcome.nextRetryAt ? "WARNING" : "ERROR", site.name + ": " + outcome.lastCode);
    if (outcome.approvedAt)
        log(*outcome.approvedAt, job, id, "SUCCESS", site.name + " approved the listing");
}

void JobHistory::log(Instant at, const SeedJob &job, const std::string &submissionId, const char *level,
                     std::string message)
{
    if (at > m_now - loggedFor)
        m_logs.push_back({at, job.id, submissionId, m_business.customers[job.customer].id, level, std::move(message)});
}

} // namespace bolt::backend
