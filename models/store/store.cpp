// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"

#include "models/domain/error_code.h"

#include <algorithm>
#include <numeric>

namespace bolt {

namespace {

/// Growing a big table moves every row and re-inserts every key, which would freeze the window once. Past this many
/// rows the room for a whole window is taken in one step; untouched pages cost address space only.
constexpr size_t growthFrom = 16'384;
constexpr size_t windowRows = size_t(1) << 20;

bool willRetryByItself(const Submission &s)
{
    return s.attempt < s.maxAttempts &&
           (s.nextRetryAt || retryIsUnread(s) || retriesByItself(errorClass(s.lastErrorCode)));
}

/// Jobs touched by one batch: neighbours in a batch mostly share their job, so the last one is asked first.
class TouchedJobs
{
public:
    explicit TouchedJobs(std::vector<JobId> &out)
        : m_out(out)
    {
    }
    void add(const JobId &job)
    {
        if (job == m_last && !m_out.empty())
            return;
        m_last = job;
        const auto before = m_known.size();
        m_known.insert(job);
        if (m_known.size() != before)
            m_out.push_back(job);
    }

private:
    std::vector<JobId> &m_out;
    QSet<JobId> m_known;
    JobId m_last;
};

} // namespace

int JobCounts::total() const { return std::accumulate(by.begin(), by.end(), 0); }

JobCounts::Bucket bucketOf(const Submission &submission)
{
    switch (submission.state) {
    case SubmissionState::Approved:
        return JobCounts::Approved;
    case SubmissionState::Submitted:
        return JobCounts::Submitted;
    case SubmissionState::Rejected:
        return JobCounts::Failed;
    case SubmissionState::Failed:
        if (errorClass(submission.lastErrorCode) == ErrorClass::Manual)
            return JobCounts::Manual;
        return willRetryByItself(submission) ? JobCounts::Retrying : JobCounts::Failed;
    case SubmissionState::NeedsVerification:
        return JobCounts::Manual;
    case SubmissionState::Submitting:
        return JobCounts::InFlight;
    case SubmissionState::Pending:
        return JobCounts::Waiting;
    case SubmissionState::Skipped:
        return JobCounts::Skipped;
    case SubmissionState::Unknown:
        break;
    }
    return JobCounts::Other;
}

/// The writing half of a table. It tells its listener of each row before and after, so that what is derived stays in
/// step.
class StoreWriter
{
public:
    StoreWriter(Store &store, const Delta &delta, Changed &changed)
        : m_store(store)
        , m_delta(delta)
        , m_changed(changed)
        , m_touched(changed.touchedJobs)
    {
    }

    void run()
    {
        m_changed.snapshot = m_delta.snapshot;
        m_changed.activity = m_delta.activity;
        if (m_delta.reset)
            clear();
        table(m_store.m_packages, m_delta.packages, m_changed.packages);
        table(m_store.m_customers, m_delta.customers, m_changed.customers);
        table(m_store.m_directories, m_delta.directories, m_changed.directories);
        table(m_store.m_workers, m_delta.workers, m_changed.workers);
        table(m_store.m_jobs, m_delta.jobs, m_changed.jobs);
        table(m_store.m_submissions, m_delta.submissions, m_changed.submissions);
        m_changed.attempts = m_delta.attempts.upserts;
        m_changed.attemptsGone = m_delta.attempts.removals;
    }

    static bool anything(const Changed &c)
    {
        return c.reset || !c.activity.empty() || !c.packages.empty() || !c.customers.empty() ||
               !c.directories.empty() || !c.workers.empty() || !c.jobs.empty() || !c.submissions.empty() ||
               !c.attempts.empty() || !c.attemptsGone.empty();
    }

private:
    void clear()
    {
        m_changed.reset = true;
        m_store.m_packages = {};
        m_store.m_customers = {};
        m_store.m_directories = {};
        m_store.m_workers = {};
        m_store.m_jobs = {};
        m_store.m_submissions = {};
        m_store.m_counts.clear();
        m_store.m_ofJob.clear();
        m_store.m_active.clear();
    }

    template<class R>
    void table(RecordTable<R> &table, const TableDelta<R> &delta, TableChange<R> &change)
    {
        for (const auto &id : delta.removals)
            remove(table, id, change);
        if (table.m_rows.capacity() < table.m_rows.size() + delta.upserts.size())
            grow(table, table.m_rows.size() + delta.upserts.size());
        change.updated.reserve(delta.upserts.size());
        if constexpr (std::is_same_v<R, Submission>)
            m_changed.transitions.reserve(m_delta.snapshot ? 0 : delta.upserts.size());
        for (size_t begin = 0; begin < delta.upserts.size(); begin += blockRows) {
            const size_t end = std::min(begin + blockRows, delta.upserts.size());
            warm(table, delta.upserts, begin, end);
            for (size_t i = begin; i < end; ++i)
                upsert(table, delta.upserts[i], change);
        }
    }

    /// Rows of a batch lie anywhere in a big table, and waiting for memory is most of the cost of a change. Asking for
    /// a block of them at once lets the waits overlap.
    static constexpr size_t blockRows = 32;
    template<class R>
    static void warm(const RecordTable<R> &table, const std::vector<R> &rows, size_t begin, size_t end)
    {
#if defined(__GNUC__)
        if (table.m_rows.size() < growthFrom)
            return;
        for (size_t i = begin; i < end; ++i) {
            const auto it = table.m_at.constFind(rows[i].id);
            if (it == table.m_at.cend())
                continue;
            const char *row = reinterpret_cast<const char *>(&table.m_rows[*it]);
            for (size_t line = 0; line < sizeof(R); line += 64)
                __builtin_prefetch(row + line, 1);
        }
#else
        Q_UNUSED(table)
        Q_UNUSED(rows)
        Q_UNUSED(begin)
        Q_UNUSED(end)
#endif
    }

    template<class R>
    static void grow(RecordTable<R> &table, size_t wanted)
    {
        // Doubling in small tables is left to the containers.
        if (wanted < growthFrom)
            return;
        const size_t room = std::max(windowRows, 2 * table.m_rows.size());
        table.m_rows.reserve(room);
        table.m_at.reserve(qsizetype(room));
    }

    template<class R>
    void upsert(RecordTable<R> &table, const R &row, TableChange<R> &change)
    {
        const auto next = quint32(table.m_rows.size());
        const auto before = table.m_at.size();
        quint32 &at = table.m_at[row.id];
        if (table.m_at.size() != before) {
            at = next;
            table.m_rows.push_back(row);
            change.inserted.push_back(row.id);
            inserted(row);
            return;
        }
        R &held = table.m_rows[at];
        if (held == row)
            return;
        updated(held, row);
        held = row;
        change.updated.push_back(row.id);
    }

    template<class R>
    void remove(RecordTable<R> &table, const decltype(R::id) &id, TableChange<R> &change)
    {
        const auto it = table.m_at.find(id);
        if (it == table.m_at.end())
            return;
        const quint32 at = *it;
        table.m_at.erase(it);
        removed(table.m_rows[at]);
        if (at + 1 != table.m_rows.size()) {
            table.m_rows[at] = std::move(table.m_rows.back());
            table.m_at[table.m_rows[at].id] = at;
        }
        table.m_rows.pop_back();
        change.removed.push_back(id);
    }

    template<class R>
    void inserted(const R &)
    {
    }
    template<class R>
    void updated(const R &, const R &)
    {
    }
    template<class R>
    void removed(const R &)
    {
    }

    void inserted(const Job &job) { watch(job); }
    void updated(const Job &, const Job &job) { watch(job); }
    void removed(const Job &job)
    {
        m_store.m_active.remove(job.id);
        m_touched.add(job.id);
    }
    void watch(const Job &job)
    {
        if (isActive(job.state))
            m_store.m_active.insert(job.id);
        else
            m_store.m_active.remove(job.id);
        m_touched.add(job.id);
    }

    void inserted(const Submission &s)
    {
        adopt(s);
        if (!m_delta.snapshot)
            m_changed.transitions.push_back({s.id, SubmissionState::Unknown, s.state, true});
    }
    void updated(const Submission &from, const Submission &to)
    {
        if (from.job != to.job) {
            disown(from);
            adopt(to);
        } else {
            JobCounts &counts = m_store.m_counts[to.job];
            --counts.by[bucketOf(from)];
            ++counts.by[bucketOf(to)];
            m_touched.add(to.job);
        }
        if (!m_delta.snapshot && from.state != to.state)
            m_changed.transitions.push_back({to.id, from.state, to.state, false});
    }
    void removed(const Submission &s) { disown(s); }

    void adopt(const Submission &s)
    {
        ++m_store.m_counts[s.job].by[bucketOf(s)];
        m_store.m_ofJob[s.job].push_back(s.id);
        m_touched.add(s.job);
    }
    void disown(const Submission &s)
    {
        --m_store.m_counts[s.job].by[bucketOf(s)];
        auto &ids = m_store.m_ofJob[s.job];
        ids.erase(std::find(ids.begin(), ids.end(), s.id));
        if (ids.empty()) {
            m_store.m_ofJob.remove(s.job);
            m_store.m_counts.remove(s.job);
        }
        m_touched.add(s.job);
    }

    Store &m_store;
    const Delta &m_delta;
    Changed &m_changed;
    TouchedJobs m_touched;
};

Store::Store(QObject *parent)
    : QObject(parent)
{
}

void Store::apply(const Delta &delta)
{
    Changed what;
    StoreWriter(*this, delta, what).run();
    if (StoreWriter::anything(what))
        Q_EMIT changed(what);
}

JobCounts Store::counts(JobId job) const { return m_counts.value(job); }

std::span<const SubmissionId> Store::submissionsOf(JobId job) const
{
    const auto it = m_ofJob.constFind(job);
    return it == m_ofJob.cend() ? std::span<const SubmissionId>() : std::span<const SubmissionId>(*it);
}

} // namespace bolt
