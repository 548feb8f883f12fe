// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/open_work.h"

#include <algorithm>

namespace bolt {

namespace {

bool isOpen(const Submission &submission)
{
    switch (bucketOf(submission)) {
    case JobCounts::Waiting:
    case JobCounts::InFlight:
    case JobCounts::Retrying:
    case JobCounts::Manual:
        return true;
    default:
        return false;
    }
}

} // namespace

OpenWork::OpenWork(const Store &store)
    : m_store(store)
{
    rebuild();
}

void OpenWork::clear()
{
    m_active.clear();
    m_jobs.clear();
}

void OpenWork::rebuild()
{
    clear();
    for (const Job &job : m_store.jobs().rows())
        noteJob(job.id);
}

void OpenWork::apply(const Changed &changed)
{
    if (changed.reset) {
        rebuild();
        return;
    }
    for (const auto *ids : {&changed.jobs.inserted, &changed.jobs.updated}) {
        for (const JobId &id : *ids)
            noteJob(id);
    }
    for (const JobId &id : changed.jobs.removed)
        forgetJob(id);
    for (const auto *ids : {&changed.submissions.inserted, &changed.submissions.updated}) {
        for (const SubmissionId &id : *ids) {
            if (const Submission *submission = m_store.submissions().find(id))
                note(*submission);
        }
    }
    if (changed.submissions.removed.empty())
        return;
    // Seldom: what was removed does not say any more where it was.
    for (const JobId &id : changed.touchedJobs) {
        forgetJob(id);
        noteJob(id);
    }
}

/// A job that became active brings all that it has; one that ended takes it away.
void OpenWork::noteJob(JobId id)
{
    const Job *job = m_store.jobs().find(id);
    if (!job || !isActive(job->state)) {
        forgetJob(id);
        return;
    }
    if (m_active.contains(id))
        return;
    m_active.insert(id);
    for (const SubmissionId &submission : m_store.submissionsOf(id)) {
        if (const Submission *found = m_store.submissions().find(submission))
            note(*found);
    }
}

void OpenWork::forgetJob(JobId id)
{
    if (!m_active.remove(id))
        return;
    for (QSet<JobId> &jobs : m_jobs)
        jobs.remove(id);
}

void OpenWork::note(const Submission &submission)
{
    if (isOpen(submission) && m_active.contains(submission.job)) {
        m_jobs[submission.directory].insert(submission.job);
        return;
    }
    const auto jobs = m_jobs.find(submission.directory);
    if (jobs != m_jobs.end())
        jobs->remove(submission.job);
}

std::vector<JobId> OpenWork::jobsAt(DirectoryId directory) const
{
    const QSet<JobId> jobs = m_jobs.value(directory);
    std::vector<JobId> ids(jobs.begin(), jobs.end());
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace bolt
