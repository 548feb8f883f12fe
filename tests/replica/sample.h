// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "services/replica/parcel.h"

/// Records with every column set, and with every nullable one empty.
namespace sample {

using namespace bolt;

template<class I>
I id(uint n)
{
    return I(QUuid(n, 7, 0x4abc, 0x80, 1, 2, 3, 4, 5, 6, 7));
}

inline Instant at(qint64 us) { return Instant(Micros(1'700'000'000'123'456 + us)); }

inline Delta everything()
{
    Delta d;
    Package p;
    p.id = PackageId(QStringLiteral("growth"));
    p.name = QStringLiteral("Growth ’quoted’");
    p.priceCents = 7999;
    p.currency = QStringLiteral("USD");
    p.directoryLimit = 100;
    p.maxDirectoryTier = 2;
    p.priority = 3;
    p.slaHours = 120;
    p.concurrency = 2;
    p.maxAttempts = 4;
    p.updatedAt = at(1);
    p.version = 9'007'199'254'740'993; // over 2^53
    Package unlimited = p;
    unlimited.id = PackageId(QStringLiteral("enterprise"));
    unlimited.directoryLimit.reset();
    d.packages.upserts = {p, unlimited};

    Customer c;
    c.id = id<CustomerId>(1);
    c.companyName = QStringLiteral("Zürich & Söhne 🥨");
    c.email = QStringLiteral("a@b.c");
    c.website = QStringLiteral("https://example.org");
    c.package = p.id;
    c.directoriesUsed = 12;
    c.status = QStringLiteral("active");
    c.createdAt = at(2);
    c.updatedAt = at(3);
    c.version = 2;
    d.customers.upserts = {c};

    Directory dir;
    dir.id = id<DirectoryId>(1);
    dir.name = QStringLiteral("Hot Frog");
    dir.category = QStringLiteral("general");
    dir.daScore = 55;
    dir.priorityTier = 2;
    dir.active = false;
    dir.circuit = CircuitState::HalfOpen;
    dir.circuitOpenUntil = at(4);
    dir.updatedAt = at(5);
    dir.version = 3;
    d.directories.upserts = {dir};

    Worker w;
    w.id = WorkerId(QStringLiteral("w-3"));
    w.state = WorkerState::Draining;
    w.softwareVersion = QStringLiteral("1.2");
    w.currentSubmission = id<SubmissionId>(1);
    w.heartbeatAt = at(6);
    w.processed = 4;
    w.failed = 1;
    w.updatedAt = at(7);
    w.version = 4;
    d.workers.upserts = {w};

    Job j;
    j.id = id<JobId>(1);
    j.customer = c.id;
    j.package = p.id;
    j.state = JobState::InProgress;
    j.priorityScore = -0.125;
    j.priorityOverride = 2;
    j.directoriesTotal = 100;
    j.directoriesCompleted = 40;
    j.directoriesFailed = 3;
    j.progress = 43;
    j.currentDirectory = QStringLiteral("Hot Frog");
    j.worker = w.id;
    j.dueAt = at(8);
    j.startedAt = at(9);
    j.completedAt = at(10);
    j.pausedBy = QStringLiteral("a.brandt@boltdesk.test");
    j.pausedAt = at(16);
    j.reopenedBy = QStringLiteral("c.weiss@boltdesk.test");
    j.createdAt = at(11);
    j.updatedAt = at(12);
    j.version = 5;
    Job bare;
    bare.id = id<JobId>(2);
    bare.state = JobState::Unknown;
    bare.stateWord = QStringLiteral("frozen");
    bare.createdAt = at(13);
    bare.updatedAt = at(14);
    d.jobs.upserts = {j, bare};

    Submission s;
    s.id = id<SubmissionId>(1);
    s.job = j.id;
    s.customer = c.id;
    s.directory = dir.id;
    s.state = SubmissionState::NeedsVerification;
    s.attempt = 2;
    s.maxAttempts = 4;
    s.lastErrorCode = QStringLiteral("CAPTCHA");
    s.nextRetryAt = at(15);
    s.successProbability = 0.75F;
    s.processingMs = 1234;
    s.submittedAt = at(16);
    s.approvedAt = at(17);
    s.failedAt = at(18);
    s.createdAt = at(19);
    s.updatedAt = at(20);
    s.version = 6;
    Submission plain;
    plain.id = id<SubmissionId>(2);
    plain.job = j.id;
    plain.state = SubmissionState::Unknown;
    plain.stateWord = QStringLiteral("teleported");
    plain.createdAt = at(21);
    plain.updatedAt = at(22);
    d.submissions.upserts = {s, plain};

    EndedAttempt a;
    a.id = id<AttemptId>(1);
    a.submission = s.id;
    a.job = j.id;
    a.customer = c.id;
    a.directory = dir.id;
    a.attempt = 2;
    a.endedAt = at(23);
    a.ms = 1234;
    a.outcome = AttemptOutcome::FailedForGood;
    a.code = QStringLiteral("TIMEOUT");
    a.updatedAt = at(24);
    a.version = 7;
    EndedAttempt odd;
    odd.id = id<AttemptId>(2);
    odd.submission = s.id;
    odd.outcomeWord = QStringLiteral("evaporated");
    odd.endedAt = odd.updatedAt = at(25);
    d.attempts.upserts = {a, odd};
    return d;
}

inline ActionStatus action(uint n)
{
    ActionStatus a;
    a.id = id<ActionId>(n);
    a.command.verb = Command::Verb::RetrySubmissions;
    a.command.submissions = {id<SubmissionId>(n), id<SubmissionId>(n + 1)};
    a.phase = ActionStatus::Phase::Unknown;
    a.applied = 1;
    a.rejected = {{QStringLiteral("x"), QStringLiteral("state"), QStringLiteral("It is approved already.")}};
    a.error = Error{Error::Kind::Network, QStringLiteral("timeout"), QStringLiteral("No answer."), {}, 0};
    a.tries = 3;
    a.createdAt = at(n);
    a.settledAt = at(n + 1);
    return a;
}

} // namespace sample
