// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/preview.h"

#include "models/screens/actions_screen.h"
#include "models/store/store.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace bolt {

namespace {

using Verb = Command::Verb;

class Tally
{
public:
    void add(const QString &name, int many = 1) { m_counts[name] += many; }
    Preview::Lines lines() const
    {
        Preview::Lines lines;
        for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it)
            lines.emplace_back(it.key(), it.value());
        std::sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        return lines;
    }

private:
    QHash<QString, int> m_counts;
};

class Maker
{
public:
    Maker(const Store &store, const ActionsScreen &actions, Verb verb, Preview::Depth depth)
        : m_store(store)
        , m_actions(actions)
        , m_full(depth == Preview::Depth::All)
    {
        m_made.asked = verb;
        m_made.command.verb = verb == Verb::RetryFailedOfJob ? Verb::RetrySubmissions : verb;
    }
    Preview make(const QStringList &ids)
    {
        QSet<QString> seen;
        const QString word = wordOf(m_made.asked);
        for (const QString &id : ids) {
            if (seen.contains(id))
                continue;
            seen.insert(id);
            if (isForSubmission(m_made.asked))
                takeSubmission(id, m_actions.whyNotFor(word, id));
            else if (m_made.asked == Verb::RetryFailedOfJob)
                takeFailedOf(id, m_actions.whyNot(word));
            else
                takeJob(id, m_actions.whyNotFor(word, id));
        }
        m_made.jobs = int(m_jobs.size());
        m_made.ofJobs = m_ofJobs.lines();
        m_made.codes = m_codes.lines();
        m_made.states = m_states.lines();
        m_made.directories = m_directories.lines();
        m_made.left = m_left.lines();
        return std::move(m_made);
    }

private:
    void leave(const QString &why, int many = 1) { m_left.add(why, many); }
    void leave(const QString &why, const Job &job)
    {
        leave(why == u"state" ? QStringLiteral("job:") + wordIn(job) : why);
    }
    void leave(const QString &why, const Submission &submission)
    {
        leave(why == u"state" ? QStringLiteral("submission:") + wordIn(submission) : why);
    }
    template<class R>
    static QString wordIn(const R &row)
    {
        return saidWord(row.state, row.stateWord);
    }
    void takeSubmission(const QString &id, const QString &why)
    {
        const Submission *submission = m_store.submissions().find(SubmissionId::parse(id));
        if (!submission)
            return leave(why);
        if (!why.isEmpty())
            return leave(why, *submission);
        act(*submission);
    }
    void takeFailedOf(const QString &id, const QString &why)
    {
        const Job *job = m_store.jobs().find(JobId::parse(id));
        if (!job || !why.isEmpty())
            return leave(why.isEmpty() ? QStringLiteral("gone") : why);
        const JobCounts counts = m_store.counts(job->id);
        if (counts[JobCounts::Failed] + counts[JobCounts::Retrying] + counts[JobCounts::Manual] == 0)
            return;
        for (const SubmissionId &key : m_store.submissionsOf(job->id)) {
            const Submission *submission = m_store.submissions().find(key);
            if (!submission)
                continue;
            const JobCounts::Bucket bucket = bucketOf(*submission);
            if (bucket == JobCounts::Manual)
                leave(QStringLiteral("person"));
            else if (submission->state == SubmissionState::Rejected)
                leave(QStringLiteral("rejected"));
            else if (submission->state == SubmissionState::Failed)
                retry(*job, *submission);
        }
    }
    void retry(const Job &job, const Submission &submission)
    {
        const QString why = m_actions.whyNotFor(wordOf(Verb::RetrySubmissions), submission.id.toString());
        if (job.state == JobState::Cancelled)
            leave(QStringLiteral("state"), job);
        else if (!why.isEmpty())
            leave(why, submission);
        else
            act(submission);
    }
    void act(const Submission &submission)
    {
        m_made.command.submissions.push_back(submission.id);
        m_jobs.insert(submission.job);
        if (!m_full)
            return;
        if (const Job *job = m_store.jobs().find(submission.job))
            m_ofJobs.add(customerOf(*job));
        m_states.add(wordIn(submission));
        count(submission);
    }
    void takeJob(const QString &id, const QString &why)
    {
        const Job *job = m_store.jobs().find(JobId::parse(id));
        if (!job)
            return leave(why);
        if (!why.isEmpty())
            return leave(why, *job);
        m_made.command.jobs.push_back(job->id);
        m_jobs.insert(job->id);
        if (!m_full)
            return;
        m_states.add(wordIn(*job));
        const int before = m_made.submissions;
        for (const SubmissionId &key : m_store.submissionsOf(job->id)) {
            const Submission *submission = m_store.submissions().find(key);
            const auto bucket = submission ? bucketOf(*submission) : JobCounts::Other;
            if (bucket == JobCounts::Waiting || bucket == JobCounts::Retrying)
                count(*submission);
        }
        m_ofJobs.add(customerOf(*job), m_made.submissions - before);
    }
    void count(const Submission &submission)
    {
        ++m_made.submissions;
        if (submission.state == SubmissionState::Failed)
            m_codes.add(submission.lastErrorCode);
        const Directory *directory = m_store.directories().find(submission.directory);
        m_directories.add(directory ? directory->name : submission.directory.toString());
    }
    QString customerOf(const Job &job) const
    {
        const Customer *customer = m_store.customers().find(job.customer);
        return customer ? customer->companyName : QString();
    }

    const Store &m_store;
    const ActionsScreen &m_actions;
    bool m_full;
    Preview m_made;
    QSet<JobId> m_jobs;
    Tally m_ofJobs, m_codes, m_states, m_directories, m_left;
};

} // namespace

Preview previewOf(const Store &store, const ActionsScreen &actions, Command::Verb verb, const QStringList &ids,
                  Preview::Depth depth)
{
    return Maker(store, actions, verb, depth).make(ids);
}

} // namespace bolt
