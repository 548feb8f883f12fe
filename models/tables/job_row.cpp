// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_row.h"

#include <limits>

namespace bolt {

namespace {

constexpr quint64 bit(JobRow::Field field) { return quint64(1) << field; }

constexpr int firstCount = JobRow::ApprovedField;

/// -1, 0, 1; what is unknown comes last whatever the direction, so it is asked before the direction is.
template<class T>
int compare(const T &a, const T &b)
{
    return a < b ? -1 : (b < a ? 1 : 0);
}

int compareText(const QString &a, const QString &b) { return QString::compare(a, b, Qt::CaseInsensitive); }

template<class T>
int compareKnown(bool knownA, bool knownB, const T &a, const T &b, bool descending)
{
    if (knownA != knownB)
        return knownA ? -1 : 1;
    const int order = knownA ? compare(a, b) : 0;
    return descending ? -order : order;
}

int compareKnownText(const QString &a, const QString &b, bool descending)
{
    if (a.isEmpty() != b.isEmpty())
        return b.isEmpty() ? -1 : 1;
    const int order = compareText(a, b);
    return descending ? -order : order;
}

double share(const JobRow &row)
{
    return row.job.directoriesTotal > 0 ? double(row.done()) / row.job.directoriesTotal : 0;
}

/// By urgency; among equals whoever waits longer, or stands further ahead.
int compareWhy(const JobStanding &a, const JobStanding &b, bool descending)
{
    if (const int order = compare(urgency(a.kind), urgency(b.kind)))
        return descending ? -order : order;
    if (const int order = compareKnown(a.since.has_value(), b.since.has_value(), a.since, b.since, descending))
        return order;
    return compareKnown(a.place > 0, b.place > 0, a.place, b.place, descending);
}

int compareBy(const JobRow &a, const JobRow &b, JobSort sort, bool descending)
{
    const auto number = [descending](auto x, auto y) { return compareKnown(true, true, x, y, descending); };
    switch (sort) {
    case JobSort::Due:
        return compareKnown(a.due().has_value(), b.due().has_value(), a.due().value_or(Instant()),
                            b.due().value_or(Instant()), descending);
    case JobSort::Customer:
        return compareKnownText(a.customer, b.customer, descending);
    case JobSort::Package:
        return compareKnownText(a.packageName, b.packageName, descending);
    case JobSort::State:
        return number(int(a.job.state), int(b.job.state));
    case JobSort::Progress:
        return number(share(a), share(b));
    case JobSort::Done:
        return number(a.done(), b.done());
    case JobSort::Failed:
        return number(a.failedCount(), b.failedCount());
    case JobSort::Why:
        return compareWhy(a.standing, b.standing, descending);
    case JobSort::Rate:
        return compareKnown(a.standing.perMinute.has_value(), b.standing.perMinute.has_value(), a.standing.perMinute,
                            b.standing.perMinute, descending);
    case JobSort::Eta:
        return compareKnown(a.standing.range.high >= 0, b.standing.range.high >= 0, a.standing.range.high,
                            b.standing.range.high, descending);
    case JobSort::Worker:
        return compareKnownText(a.job.worker.toString(), b.job.worker.toString(), descending);
    case JobSort::Priority:
        return number(a.job.priorityScore, b.job.priorityScore);
    }
    return 0;
}

} // namespace

int JobRow::done() const
{
    return countsComplete ? counts[JobCounts::Approved] + counts[JobCounts::Submitted] : job.directoriesCompleted;
}

int JobRow::failedCount() const
{
    return countsComplete ? counts[JobCounts::Failed] + counts[JobCounts::Manual] : job.directoriesFailed;
}

QVariant JobRow::value(Field field) const
{
    switch (field) {
    case JobIdField:
        return job.id.toString();
    case CustomerField:
        return customer;
    case PackageIdField:
        return job.package.toString();
    case PackageNameField:
        return packageName;
    case StateField:
        return int(job.state);
    case StateWordField:
        return saidWord(job.state, job.stateWord);
    case ApprovedField:
    case SubmittedField:
    case FailedField:
    case RetryingField:
    case ManualField:
    case InFlightField:
    case WaitingField:
    case SkippedField:
    case OtherField:
        return counts.by[size_t(field - firstCount)];
    case CountsCompleteField:
        return countsComplete;
    case TotalField:
        return job.directoriesTotal;
    case DoneField:
        return done();
    case FailedCountField:
        return failedCount();
    case StandingField:
        return int(standing.kind);
    case WhyField:
        return why;
    case RateField:
        return standing.perMinute.value_or(std::numeric_limits<double>::quiet_NaN());
    case LeftKindField:
        return int(standing.left);
    case LeftField:
        return left;
    case DueField:
        return millisOrZero(due());
    case WorkerField:
        return job.worker.toString();
    case PendingVerbField:
        return pendingVerb;
    case RefusedField:
        return refused;
    case OddField:
        return odd();
    case GoneField:
        return gone;
    case SlaLeftField:
    case FreshField:
    case FieldCount:
        break;
    }
    return {};
}

QVariantMap JobRow::odd() const
{
    if (job.odd.empty() && customerOdd.empty())
        return {};
    using namespace Qt::StringLiterals;
    // Where the table shows a column of the job.
    static constexpr std::pair<QLatin1StringView, QLatin1StringView> places[] = {
        {"customer_id"_L1, "customer"_L1},
        {"package_type"_L1, "package"_L1},
        {"directories_total"_L1, "progress"_L1},
        {"directories_completed"_L1, "progress"_L1},
        {"directories_failed"_L1, "failed"_L1},
        {"status"_L1, "now"_L1},
        {"due_at"_L1, "sla"_L1},
        {"worker_id"_L1, "worker"_L1}};
    QVariantMap cells;
    for (const auto &[column, place] : places) {
        const OddCell *cell = job.odd.find(column);
        if (cell && cell->isWrong())
            cells.insert(place, oddWords(*cell));
    }
    const OddCell *name = customerOdd.find("company_name"_L1);
    QStringList all;
    if (name && name->isWrong()) {
        cells.insert(u"customer"_s, oddWords(*name));
        all << oddWords(OddCells({*name}));
    }
    if (const QString words = oddWords(job.odd); !words.isEmpty())
        all << words;
    if (!all.isEmpty())
        cells.insert(u"all"_s, all.join(u'\n'));
    return cells;
}

quint64 JobRow::difference(const JobRow &a, const JobRow &b)
{
    quint64 fields = 0;
    const auto note = [&fields](bool equal, Field field) { fields |= equal ? 0 : bit(field); };
    note(a.job.id == b.job.id, JobIdField);
    note(a.customer == b.customer, CustomerField);
    note(a.job.package == b.job.package, PackageIdField);
    note(a.packageName == b.packageName, PackageNameField);
    note(a.job.state == b.job.state, StateField);
    note(a.job.state == b.job.state && a.job.stateWord == b.job.stateWord, StateWordField);
    for (int i = 0; i < JobCounts::BucketCount; ++i)
        note(a.counts.by[size_t(i)] == b.counts.by[size_t(i)], Field(firstCount + i));
    note(a.countsComplete == b.countsComplete, CountsCompleteField);
    note(a.job.directoriesTotal == b.job.directoriesTotal, TotalField);
    note(a.done() == b.done(), DoneField);
    note(a.failedCount() == b.failedCount(), FailedCountField);
    note(a.standing.kind == b.standing.kind, StandingField);
    note(a.why == b.why, WhyField);
    note(a.standing.perMinute == b.standing.perMinute, RateField);
    note(a.standing.left == b.standing.left, LeftKindField);
    note(a.left == b.left, LeftField);
    note(a.due() == b.due(), DueField);
    note(a.due() == b.due(), SlaLeftField);
    note(a.job.worker == b.job.worker, WorkerField);
    note(a.pendingVerb == b.pendingVerb, PendingVerbField);
    note(a.refused == b.refused, RefusedField);
    note(a.job.odd == b.job.odd && a.customerOdd == b.customerOdd, OddField);
    note(a.gone == b.gone, GoneField);
    return fields;
}

std::optional<JobSort> jobSort(QStringView key)
{
    struct Entry
    {
        QStringView key;
        JobSort sort;
    };
    static constexpr Entry entries[] = {
        {u"due", JobSort::Due},         {u"sla", JobSort::Due},          {u"customer", JobSort::Customer},
        {u"package", JobSort::Package}, {u"state", JobSort::State},      {u"progress", JobSort::Progress},
        {u"done", JobSort::Done},       {u"failed", JobSort::Failed},    {u"why", JobSort::Why},
        {u"now", JobSort::Why},         {u"rate", JobSort::Rate},        {u"eta", JobSort::Eta},
        {u"worker", JobSort::Worker},   {u"priority", JobSort::Priority}};
    for (const Entry &entry : entries) {
        if (entry.key == key)
            return entry.sort;
    }
    return {};
}

bool sortsBefore(const JobRow &a, const JobRow &b, JobSort sort, bool descending)
{
    if (const int order = compareBy(a, b, sort, descending))
        return order < 0;
    if (a.job.createdAt != b.job.createdAt)
        return a.job.createdAt < b.job.createdAt;
    return a.job.id < b.job.id;
}

} // namespace bolt
