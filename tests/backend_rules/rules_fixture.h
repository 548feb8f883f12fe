// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/database.h"
#include "backend/rules/onboarding.h"
#include "backend/rules/work_queue.h"

#include <QByteArray>

namespace bolt::backend {

/// A database in memory with a fixed clock, and the few steps that every test of a rule begins with.
struct RulesFixture
{
    FixedClock clock{fromMicros(1'790'000'000'000'000)};
    SeededRandomness random{42};
    std::unique_ptr<Database> db = Database::open(":memory:", clock, random).value();
    std::vector<Commit> commits;
    int customers = 0;

    RulesFixture()
    {
        db->addListener([this](const Commit &commit) { commits.push_back(commit); });
    }

    bool exec(std::string_view sql)
    {
        const Outcome outcome = db->write([&]() -> Outcome {
            db->run(sql);
            return Done{};
        });
        if (!outcome)
            qWarning("%s", qPrintable(outcome.error().detail));
        return outcome.ok();
    }
    qint64 number(std::string_view sql) const
    {
        Statement row = db->query(sql);
        return row.next() ? row.integer(0) : -1;
    }
    QByteArray text(std::string_view sql) const
    {
        Statement row = db->query(sql);
        return row.next() ? QByteArray::fromStdString(row.text(0)) : QByteArray("no row");
    }
    /// `count` directories d0, d1, …; the first has the highest da_score.
    void addDirectories(int count, int tier = 1)
    {
        for (int i = 0; i < count; ++i) {
            const std::string id = "t" + std::to_string(tier) + "-d" + std::to_string(i);
            exec("INSERT INTO directories (id, name, da_score, priority_tier) VALUES ('" + id + "', 'Site " + id +
                 "', " + std::to_string(90 - i % 90) + ", " + std::to_string(tier) + ")");
        }
    }
    std::string addCustomer(const std::string &package = "starter")
    {
        Onboarding::Registration registration;
        registration.email = "c" + std::to_string(++customers) + "@firm.example";
        registration.companyName = "Firm " + std::to_string(customers);
        registration.website = "https://firm.example";
        registration.packageId = package;
        return Onboarding(*db).registerCustomer(registration).value();
    }
    std::string addJob(const std::string &package = "starter")
    {
        return Onboarding(*db).submit({addCustomer(package), {}}).value().jobId;
    }
    std::vector<WorkQueue::Claim> claim(const std::string &worker, int limit = 1)
    {
        return WorkQueue(*db).claim(worker, "1.0", limit).value();
    }
    /// What w1 reports.
    static WorkQueue::Event event(const char *type, const std::string &job, const std::string &submission = {})
    {
        WorkQueue::Event made;
        made.type = type;
        made.workerId = "w1";
        made.jobId = job;
        made.submissionId = submission;
        made.message = "filling the form";
        return made;
    }
    Result<WorkQueue::Progress> fail(const std::string &worker, const std::string &submission, const std::string &code)
    {
        WorkQueue::Event event;
        event.type = "submission_failed";
        event.workerId = worker;
        event.submissionId = submission;
        event.code = code;
        event.message = "it went wrong";
        return WorkQueue(*db).report(event);
    }
    Result<WorkQueue::Progress> succeed(const std::string &worker, const std::string &submission, bool approved = false)
    {
        WorkQueue::Event event;
        event.type = "submission_success";
        event.workerId = worker;
        event.submissionId = submission;
        event.processingMs = 1234;
        event.listingData = {{"url", "https://site.example/1"}};
        event.approved = approved;
        return WorkQueue(*db).report(event);
    }
    /// The directory's answer, as w1 brings it.
    Result<WorkQueue::Progress> judge(const std::string &submission, bool approved, const std::string &message = {})
    {
        WorkQueue::Event event;
        event.type = "directory_progress";
        event.workerId = "w1";
        event.submissionId = submission;
        event.approved = approved;
        event.message = message;
        event.listingData = {{"listing_id", "7"}};
        return WorkQueue(*db).directoryAnswer(event);
    }
    QByteArray status(const std::string &submission) const
    {
        return text("SELECT status FROM directory_submissions WHERE id = '" + submission + "'");
    }
    QByteArray jobStatus(const std::string &job) const
    {
        return text("SELECT status FROM jobs WHERE id = '" + job + "'");
    }
};

} // namespace bolt::backend
