// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/pages/desk_fixture.h"

namespace bolt::test {

/// What goes wrong on a fixture's desk, in exact numbers.
struct Trouble
{
    int late = 0;  ///< jobs that missed their SLA
    int close = 0; ///< jobs that are due in less than four hours, and paused
    int shut = 0;  ///< directories, at most as many as there are
    bool fleetGone = false;
};

inline void makeTrouble(DeskFixture &f, const Trouble &trouble)
{
    using namespace std::chrono_literals;
    Delta delta;
    // Nothing is wrong with what is there already …
    for (Job job : f.store.jobs().rows()) {
        job.dueAt = f.clock.now() + 720h;
        if (job.state == JobState::InProgress)
            job.state = JobState::Paused; // paused, it cannot be stuck
        delta.jobs.upserts.push_back(job);
    }
    int shut = trouble.shut;
    for (Directory directory : f.store.directories().rows()) {
        directory.circuit = shut > 0 ? CircuitState::Open : CircuitState::Closed;
        directory.circuitOpenUntil.reset();
        if (shut-- > 0)
            directory.circuitOpenUntil = f.clock.now() + std::chrono::minutes(3 + shut);
        delta.directories.upserts.push_back(directory);
    }
    for (Worker worker : f.store.workers().rows()) {
        worker.state = trouble.fleetGone ? WorkerState::Offline : WorkerState::Online;
        worker.heartbeatAt =
            f.clock.now() - (trouble.fleetGone ? Seconds(300 + int(delta.workers.upserts.size())) : 2s);
        delta.workers.upserts.push_back(worker);
    }
    // … but with these.
    for (int n = 0; n < trouble.late + trouble.close; ++n) {
        const bool late = n < trouble.late;
        Customer customer;
        customer.id = CustomerId(QUuid(quint32(7000 + n), 1, 0, 0, 0, 0, 0, 0, 0, 0, 2));
        customer.companyName =
            n % 7 == 3 ? QStringLiteral("مطعم الياسمين %1").arg(n) : QStringLiteral("Quarry Photography %1").arg(n);
        delta.customers.upserts.push_back(customer);
        Job job;
        job.id = JobId(QUuid(quint32(7000 + n), 1, 0, 0, 0, 0, 0, 0, 0, 0, 3));
        job.customer = customer.id;
        job.package = PackageId(QStringLiteral("growth"));
        job.state = JobState::Paused;
        job.createdAt = job.startedAt.emplace(f.clock.now() - 100h);
        job.dueAt =
            late ? f.clock.now() - std::chrono::minutes(7 + 97 * n) : f.clock.now() + std::chrono::minutes(20 + n);
        job.directoriesTotal = 5;
        job.updatedAt = f.clock.now();
        for (int i = 0; i < 5; ++i) {
            Submission s;
            s.id = SubmissionId(QUuid(quint32(7000 + n), quint16(i + 1), 0, 0, 0, 0, 0, 0, 0, 0, 5));
            s.job = job.id;
            s.customer = customer.id;
            s.directory = f.store.directories().rows()[size_t(n + i) % 60].id;
            s.state = i < 2 ? SubmissionState::Approved : SubmissionState::Pending;
            s.createdAt = job.createdAt;
            s.updatedAt = f.clock.now() - 90h;
            if (i < 2)
                s.submittedAt = s.approvedAt = s.updatedAt;
            delta.submissions.upserts.push_back(s);
        }
        delta.jobs.upserts.push_back(job);
    }
    delta.snapshot = true;
    f.store.apply(delta);
    for (int second = 0; second < 6; ++second)
        f.ticker.tick();
}

} // namespace bolt::test
