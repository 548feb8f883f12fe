// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"
#include "models/domain/records.h"
#include "services/replica/parcel.h"

#include <QLatin1StringView>

namespace bolt {

/// One list of columns for each record, for writing, reading and the statements: `v(name, member…)` in the order of
/// resources/sql/replica. R is the record, const when it is written. The key comes first.
template<class R, class V>
void visitPackage(R &r, V &v)
{
    v("id", r.id);
    v("name", r.name);
    v("price_cents", r.priceCents);
    v("currency", r.currency);
    v("directory_limit", r.directoryLimit);
    v("max_directory_tier", r.maxDirectoryTier);
    v("priority", r.priority);
    v("sla_hours", r.slaHours);
    v("concurrency", r.concurrency);
    v("max_attempts", r.maxAttempts);
    v("updated_at", r.updatedAt);
    v("version", r.version);
    v("odd", r.odd);
}

template<class R, class V>
void visitCustomer(R &r, V &v)
{
    v("id", r.id);
    v("company_name", r.companyName);
    v("email", r.email);
    v("website", r.website);
    v("package_id", r.package);
    v("directories_used", r.directoriesUsed);
    v("status", r.status);
    v("created_at", r.createdAt);
    v("updated_at", r.updatedAt);
    v("version", r.version);
    v("odd", r.odd);
}

template<class R, class V>
void visitDirectory(R &r, V &v)
{
    v("id", r.id);
    v("name", r.name);
    v("website", r.website);
    v("category", r.category);
    v("da_score", r.daScore);
    v("priority_tier", r.priorityTier);
    v("is_active", r.active);
    v.state("circuit_state", r.circuit, r.circuitWord);
    v("circuit_open_until", r.circuitOpenUntil);
    v("updated_at", r.updatedAt);
    v("version", r.version);
    v("odd", r.odd);
}

template<class R, class V>
void visitWorker(R &r, V &v)
{
    v("id", r.id);
    v.state("status", r.state, r.stateWord);
    v("software_version", r.softwareVersion);
    v("current_submission_id", r.currentSubmission);
    v("heartbeat_at", r.heartbeatAt);
    v("processed", r.processed);
    v("failed", r.failed);
    v("updated_at", r.updatedAt);
    v("version", r.version);
    v("odd", r.odd);
}

template<class R, class V>
void visitJob(R &r, V &v)
{
    v("id", r.id);
    v("customer_id", r.customer);
    v("package_type", r.package);
    v.state("status", r.state, r.stateWord);
    v("priority_score", r.priorityScore);
    v("priority_override", r.priorityOverride);
    v("directories_total", r.directoriesTotal);
    v("directories_completed", r.directoriesCompleted);
    v("directories_failed", r.directoriesFailed);
    v("progress", r.progress);
    v("current_directory", r.currentDirectory);
    v("worker_id", r.worker);
    v("due_at", r.dueAt);
    v("started_at", r.startedAt);
    v("completed_at", r.completedAt);
    v("created_at", r.createdAt);
    v("updated_at", r.updatedAt);
    v("version", r.version);
    v("paused_by", r.pausedBy);
    v("paused_at", r.pausedAt);
    v("odd", r.odd);
    v("reopened_by", r.reopenedBy);
}

template<class R, class V>
void visitSubmission(R &r, V &v)
{
    v("id", r.id);
    v("submission_queue_id", r.job);
    v("customer_id", r.customer);
    v("directory_id", r.directory);
    v.state("status", r.state, r.stateWord);
    v("attempt", r.attempt);
    v("max_attempts", r.maxAttempts);
    v("last_error_code", r.lastErrorCode);
    v("next_retry_at", r.nextRetryAt);
    v("success_probability", r.successProbability);
    v("processing_ms", r.processingMs);
    v("submitted_at", r.submittedAt);
    v("approved_at", r.approvedAt);
    v("failed_at", r.failedAt);
    v("created_at", r.createdAt);
    v("updated_at", r.updatedAt);
    v("version", r.version);
    v("odd", r.odd);
}

template<class R, class V>
void visitEndedAttempt(R &r, V &v)
{
    v("id", r.id);
    v("submission_id", r.submission);
    v("job_id", r.job);
    v("customer_id", r.customer);
    v("directory_id", r.directory);
    v("attempt", r.attempt);
    v("ended_at", r.endedAt);
    v("ms", r.ms);
    v.state("outcome", r.outcome, r.outcomeWord);
    v("code", r.code);
    v("updated_at", r.updatedAt);
    v("version", r.version);
    v("odd", r.odd);
}

template<class R, class V>
void visitActivity(R &r, V &v)
{
    v.time("at", r.at);
    v("of", r.table);
    v("submission", r.submission);
    v("job", r.job);
    v("customer", r.customer);
    v("directory", r.directory);
    v("worker", r.worker);
    v("was", r.was);
    v("became", r.became);
    v("code", r.code);
    v("attempt", r.attempt);
    v("max_attempts", r.maxAttempts);
    v("until", r.until);
    v("done", r.done);
    v("total", r.total);
}

template<class R, class V>
void visitCursor(R &r, V &v)
{
    v("name", r.table);
    v("watermark", r.watermark);
    v("complete", r.complete);
    v("as_of", r.asOf);
}

template<class R>
struct RecordTraits;

#define BOLT_RECORD_TRAITS(Type, Which, Name)                                                                          \
    template<>                                                                                                         \
    struct RecordTraits<Type>                                                                                          \
    {                                                                                                                  \
        static constexpr Table table = Table::Which;                                                                   \
        static constexpr QLatin1StringView name{Name};                                                                 \
        template<class R, class V>                                                                                     \
        static void visit(R &r, V &v)                                                                                  \
        {                                                                                                              \
            visit##Type(r, v);                                                                                         \
        }                                                                                                              \
    }

BOLT_RECORD_TRAITS(Package, Packages, "packages");
BOLT_RECORD_TRAITS(Customer, Customers, "customers");
BOLT_RECORD_TRAITS(Directory, Directories, "directories");
BOLT_RECORD_TRAITS(Worker, Workers, "workers");
BOLT_RECORD_TRAITS(Job, Jobs, "jobs");
BOLT_RECORD_TRAITS(Submission, Submissions, "directory_submissions");
BOLT_RECORD_TRAITS(EndedAttempt, Attempts, "submission_attempts");

#undef BOLT_RECORD_TRAITS

/// No tables of the server's.
template<>
struct RecordTraits<Activity>
{
    static constexpr QLatin1StringView name{"activity"};
    template<class R, class V>
    static void visit(R &r, V &v)
    {
        visitActivity(r, v);
    }
};

template<>
struct RecordTraits<TableCursor>
{
    static constexpr QLatin1StringView name{"cursors"};
    template<class R, class V>
    static void visit(R &r, V &v)
    {
        visitCursor(r, v);
    }
};

} // namespace bolt
