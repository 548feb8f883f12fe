// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/records.h"
#include "models/store/store.h"
#include "models/tables/job_standing.h"

#include <QVariant>

namespace bolt {

/// One row of the table of active jobs, as plain values: the table can stand still while the store moves on.
struct JobRow
{
    /// The roles, in the order of their names in roleNames().
    enum Field : int {
        JobIdField,
        CustomerField,
        PackageIdField,
        PackageNameField,
        StateField,
        StateWordField,
        ApprovedField,
        SubmittedField,
        FailedField,
        RetryingField,
        ManualField,
        InFlightField,
        WaitingField,
        SkippedField,
        OtherField,
        CountsCompleteField,
        TotalField,
        DoneField,
        FailedCountField,
        StandingField,
        WhyField,
        RateField,
        LeftKindField,
        LeftField,
        SlaLeftField,
        DueField,
        WorkerField,
        PendingVerbField,
        RefusedField,
        OddField,
        FreshField,
        GoneField,
        FieldCount
    };

    Job job;
    QString customer;
    QString packageName;
    JobCounts counts;
    bool countsComplete = false;
    JobStanding standing;
    QString why; ///< the standing in words, as the cells show it
    QString left;
    QString pendingVerb;
    QString refused;
    OddCells customerOdd;
    bool gone = false;

    int done() const;
    int failedCount() const;
    /// By when it has to be done. Of a job that was done once nothing: what is said of that time stands, though it was
    /// reopened.
    std::optional<Instant> due() const { return job.completedAt ? std::nullopt : job.dueAt; }
    /// Everything but freshness and what is left of the SLA, which the table knows.
    QVariant value(Field field) const;
    /// Of the cells that need a mark what is the matter, by the name of the table's column, and under `all` every one
    /// of them. Nearly always empty.
    QVariantMap odd() const;
    /// The fields that differ, as bits.
    static quint64 difference(const JobRow &a, const JobRow &b);
};

/// What the table can be sorted by. `Due` is the default: who is due first.
enum class JobSort : quint8 { Due, Customer, Package, State, Progress, Done, Failed, Why, Rate, Eta, Worker, Priority };

/// `due` (also `sla`), `customer`, `package`, `state`, `progress`, `done`, `failed`, `why` (also `now`), `rate`, `eta`,
/// `worker`, `priority`.
std::optional<JobSort> jobSort(QStringView key);
/// A total order: ties go to the older job, then to the id. What is unknown sorts last in both directions.
bool sortsBefore(const JobRow &a, const JobRow &b, JobSort sort, bool descending);

} // namespace bolt
