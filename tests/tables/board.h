// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/store/store.h"
#include "tests/tables/fake_gateway.h"
#include "tests/tables/manual_ticker.h"

namespace bolt::test {

template<class Id>
Id numbered(int n)
{
    return Id(QUuid(quint32(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}
inline JobId job(int n) { return numbered<JobId>(n); }
inline SubmissionId submission(int n) { return numbered<SubmissionId>(n); }
inline CustomerId customer(int n) { return numbered<CustomerId>(n); }
inline DirectoryId directory(int n) { return numbered<DirectoryId>(n); }

inline const Instant noon = *parseInstant(u"2026-08-21T12:00:00+00:00");

/// A store, a clock that stands still and a ticker that waits: what every table stands on.
struct Board
{
    Store store;
    FixedClock clock{noon};
    ManualTicker ticker;
    FakeGateway gateway;

    Job makeJob(int n, JobState state = JobState::InProgress) const
    {
        Job j;
        j.id = job(n);
        j.customer = customer(n);
        j.package = PackageId(QStringLiteral("growth"));
        j.state = state;
        j.createdAt = clock.now() - std::chrono::hours(2) + Seconds(n);
        j.startedAt = clock.now() - std::chrono::hours(1);
        j.dueAt = clock.now() + std::chrono::hours(24) + Seconds(n);
        j.updatedAt = clock.now();
        return j;
    }
    Submission makeSubmission(int n, int ofJob, SubmissionState state = SubmissionState::Pending) const
    {
        Submission s;
        s.id = submission(n);
        s.job = job(ofJob);
        s.customer = customer(ofJob);
        s.directory = directory(n % 10);
        s.state = state;
        s.attempt = 1;
        s.maxAttempts = 4;
        s.createdAt = clock.now() - std::chrono::hours(2);
        s.updatedAt = clock.now();
        return s;
    }
    EndedAttempt makeAttempt(int n, AttemptOutcome outcome, Instant at, const QString &code = {}) const
    {
        EndedAttempt a;
        a.id = numbered<AttemptId>(n);
        a.submission = submission(n);
        a.job = job(1 + n % 40);
        a.customer = customer(1 + n % 40);
        a.directory = directory(n % 10);
        a.attempt = 1;
        a.endedAt = a.updatedAt = at;
        a.outcome = outcome;
        a.code = code;
        return a;
    }
    void settle(Submission &s, SubmissionState state, Instant at, const QString &code = {}) const
    {
        s.state = state;
        s.updatedAt = at;
        s.lastErrorCode = code;
        if (state == SubmissionState::Submitted || state == SubmissionState::Approved)
            s.submittedAt = at;
        if (state == SubmissionState::Failed || state == SubmissionState::Rejected)
            s.failedAt = at;
    }
    /// What the server writes beside a submission whose attempt ended so.
    EndedAttempt attemptOf(int n, const Submission &s, AttemptOutcome outcome, Instant at) const
    {
        EndedAttempt a = makeAttempt(n, outcome, at, s.lastErrorCode);
        a.submission = s.id;
        a.job = s.job;
        a.customer = s.customer;
        a.directory = s.directory;
        return a;
    }
    template<class R>
    void put(const R &record, bool snapshot = false)
    {
        Delta delta;
        delta.of<R>().upserts.push_back(record);
        delta.snapshot = snapshot;
        store.apply(delta);
    }
    template<class R>
    void put(std::vector<R> records, bool snapshot = false)
    {
        Delta delta;
        delta.of<R>().upserts = std::move(records);
        delta.snapshot = snapshot;
        store.apply(delta);
    }
    template<class R>
    void drop(const decltype(R::id) &id)
    {
        Delta delta;
        delta.of<R>().removals.push_back(id);
        store.apply(delta);
    }
    /// The package every job has, ten directories, and a customer for each job number up to `customers`.
    void furnish(int customers = 20)
    {
        Delta delta;
        delta.snapshot = true;
        Package p;
        p.id = PackageId(QStringLiteral("growth"));
        p.name = QStringLiteral("Growth");
        p.concurrency = 2;
        p.maxAttempts = 4;
        p.slaHours = 120;
        delta.packages.upserts.push_back(p);
        for (int n = 0; n < 10; ++n) {
            Directory d;
            d.id = directory(n);
            d.name = QStringLiteral("dir%1.example").arg(n);
            delta.directories.upserts.push_back(d);
        }
        for (int n = 0; n < customers; ++n) {
            Customer c;
            c.id = customer(n);
            c.companyName = QStringLiteral("Customer %1").arg(n, 3, 10, QLatin1Char('0'));
            c.email = QStringLiteral("c%1@example.com").arg(n);
            delta.customers.upserts.push_back(c);
        }
        store.apply(delta);
    }
};

} // namespace bolt::test
