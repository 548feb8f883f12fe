// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/delta.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <array>
#include <span>

namespace bolt {

/// Submissions of one job by what they mean to the person who watches it. Buckets are disjoint and sum to all
/// submissions of the job that are known here.
struct JobCounts
{
    enum Bucket : quint8 {
        Approved,
        Submitted,
        Failed,   ///< failed without another try by itself, rejected
        Retrying, ///< failed, and will be tried again by itself
        Manual,   ///< needs a person: needs_verification, or failed with an error of class manual
        InFlight,
        Waiting, ///< pending
        Skipped,
        Other, ///< a state this version does not know
        BucketCount
    };
    std::array<int, BucketCount> by{};

    int total() const;
    int operator[](Bucket b) const { return by[b]; }
    bool operator==(const JobCounts &) const = default;
};

JobCounts::Bucket bucketOf(const Submission &submission);

/// A submission that moved from one state to another, in the order of arrival.
struct Transition
{
    SubmissionId id;
    SubmissionState from = SubmissionState::Unknown;
    SubmissionState to = SubmissionState::Unknown;
    bool isNew = false;
};

template<class R>
struct TableChange
{
    std::vector<decltype(R::id)> inserted, updated, removed;
    bool empty() const { return inserted.empty() && updated.empty() && removed.empty(); }
};

/// What one apply() did; emitted once a batch.
struct Changed
{
    TableChange<Package> packages;
    TableChange<Customer> customers;
    TableChange<Directory> directories;
    TableChange<Worker> workers;
    TableChange<Job> jobs;
    TableChange<Submission> submissions;
    /// Ended attempts pass through, and only what was made of them is kept (OutcomeLedger). One may come again.
    std::vector<EndedAttempt> attempts;
    std::vector<AttemptId> attemptsGone;
    std::vector<Transition> transitions; ///< empty for snapshots
    std::vector<Activity> activity;      ///< from disk, newest first; happened before everything else that was told
    std::vector<JobId> touchedJobs;      ///< jobs whose row or whose counts changed; no duplicates
    bool snapshot = false;
    bool reset = false;
};

/// One table: dense rows beside a hash from id to position. Positions change on removal; keep ids, never positions.
template<class R>
class RecordTable
{
public:
    using Key = decltype(R::id);
    const R *find(const Key &id) const
    {
        const auto it = m_at.constFind(id);
        return it == m_at.cend() ? nullptr : &m_rows[*it];
    }
    std::span<const R> rows() const { return m_rows; }
    size_t size() const { return m_rows.size(); }

private:
    friend class Store;
    friend class StoreWriter;
    std::vector<R> m_rows;
    QHash<Key, quint32> m_at;
};

/// The one truth in memory. Main thread. apply() is the only writer; readers take `const Store &`.
/// Children whose parent is not here yet are kept: counts exist for a job id before its row does.
class Store final : public QObject
{
    Q_OBJECT
public:
    explicit Store(QObject *parent = nullptr);

    void apply(const Delta &delta);

    const RecordTable<Package> &packages() const { return m_packages; }
    const RecordTable<Customer> &customers() const { return m_customers; }
    const RecordTable<Directory> &directories() const { return m_directories; }
    const RecordTable<Worker> &workers() const { return m_workers; }
    const RecordTable<Job> &jobs() const { return m_jobs; }
    const RecordTable<Submission> &submissions() const { return m_submissions; }

    /// O(1); all zero for a job without known submissions.
    JobCounts counts(JobId job) const;
    /// Ids of a job's submissions in a stable order (as first seen).
    std::span<const SubmissionId> submissionsOf(JobId job) const;
    /// Those that are watched (isActive), a few of all jobs: nobody scans the rest to find them.
    const QSet<JobId> &activeJobs() const { return m_active; }

Q_SIGNALS:
    void changed(const bolt::Changed &changed);

private:
    friend class StoreWriter;
    RecordTable<Package> m_packages;
    RecordTable<Customer> m_customers;
    RecordTable<Directory> m_directories;
    RecordTable<Worker> m_workers;
    RecordTable<Job> m_jobs;
    RecordTable<Submission> m_submissions;
    QHash<JobId, JobCounts> m_counts;
    QHash<JobId, std::vector<SubmissionId>> m_ofJob;
    QSet<JobId> m_active;
};

} // namespace bolt
