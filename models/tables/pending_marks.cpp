// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/pending_marks.h"

#include "models/domain/reason.h"

#include <algorithm>
#include <utility>

namespace bolt {

namespace {

template<class Hash, class Key>
void drop(Hash &hash, const Key &key, const ActionId &action)
{
    const auto it = hash.find(key);
    if (it == hash.end())
        return;
    it->erase(std::remove(it->begin(), it->end(), action), it->end());
    if (it->empty())
        hash.erase(it);
}

/// What the server said about `target`, empty when it took it.
QString refusalOf(const ActionStatus &action, const QString &target)
{
    for (const Rejection &rejection : action.rejected) {
        if (rejection.id.compare(target, Qt::CaseInsensitive) == 0)
            return reasonOf(rejection);
    }
    if (action.phase != ActionStatus::Phase::Refused || !action.error)
        return {};
    return reasonOf(*action.error);
}

} // namespace

PendingMarks::PendingMarks(const Store &store, ActionGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_gateway(gateway)
{
    connect(&gateway, &ActionGateway::changed, this, &PendingMarks::onChanged);
    connect(&gateway, &ActionGateway::removed, this, &PendingMarks::onRemoved);
    reload();
}

QString PendingMarks::pendingVerb(JobId job) const
{
    const QString own = m_jobs.value(job).verb;
    if (!own.isEmpty() || m_retried.isEmpty())
        return own;
    const auto ids = m_store.submissionsOf(job);
    const bool any = std::any_of(ids.begin(), ids.end(), [this](SubmissionId id) { return m_retried.contains(id); });
    return any ? wordOf(Command::Verb::RetryFailedOfJob) : QString();
}

bool PendingMarks::isPending(Command::Verb verb, JobId job) const
{
    const auto ids = m_ofJob.value(job);
    return std::any_of(ids.begin(), ids.end(), [&](const ActionId &id) {
        const auto action = m_actions.constFind(id);
        return action != m_actions.cend() && action->command.verb == verb && !isSettled(action->phase);
    });
}

bool PendingMarks::isPending(Command::Verb verb, SubmissionId submission) const
{
    const auto ids = m_ofSubmission.value(submission);
    return std::any_of(ids.begin(), ids.end(), [&](const ActionId &id) {
        const auto action = m_actions.constFind(id);
        return action != m_actions.cend() && action->command.verb == verb && !isSettled(action->phase);
    });
}

void PendingMarks::reload()
{
    const auto jobs = m_jobs.keys();
    const auto submissions = m_submissions.keys();
    m_actions.clear();
    m_ofJob.clear();
    m_ofSubmission.clear();
    m_jobs.clear();
    m_submissions.clear();
    const QSet<JobId> retried = jobsOf(std::exchange(m_retried, {}));
    for (const JobId &job : retried)
        Q_EMIT jobChanged(job);
    for (const JobId &job : jobs)
        Q_EMIT jobChanged(job);
    for (const SubmissionId &submission : submissions)
        Q_EMIT submissionChanged(submission);
    Q_EMIT marksChanged();
    for (const ActionStatus &status : m_gateway.actions())
        onChanged(status);
}

void PendingMarks::onChanged(const ActionStatus &status)
{
    const bool isNew = !m_actions.contains(status.id);
    m_actions.insert(status.id, status);
    if (isNew) {
        if (!status.command.job.isNull())
            m_ofJob[status.command.job].push_back(status.id);
        for (const SubmissionId &id : status.command.submissions)
            m_ofSubmission[id].push_back(status.id);
    }
    remark(status.command);
}

void PendingMarks::onRemoved(const ActionId &id)
{
    const auto it = m_actions.constFind(id);
    if (it == m_actions.cend())
        return;
    const Command command = it->command;
    m_actions.erase(it);
    drop(m_ofJob, command.job, id);
    for (const SubmissionId &submission : command.submissions)
        drop(m_ofSubmission, submission, id);
    remark(command);
}

void PendingMarks::remark(const Command &command)
{
    bool any = false;
    if (!command.job.isNull() &&
        update(m_jobs, command.job, markOf(m_ofJob.value(command.job), command.job.toString()))) {
        any = true;
        Q_EMIT jobChanged(command.job);
    }
    QSet<SubmissionId> turned; // to or from a retry
    const QString retry = wordOf(Command::Verb::RetrySubmissions);
    for (const SubmissionId &id : command.submissions) {
        if (update(m_submissions, id, markOf(m_ofSubmission.value(id), id.toString()))) {
            any = true;
            Q_EMIT submissionChanged(id);
        }
        const bool retried = pendingVerb(id) == retry;
        if (retried == m_retried.contains(id))
            continue;
        turned.insert(id);
        if (retried)
            m_retried.insert(id);
        else
            m_retried.remove(id);
    }
    const QSet<JobId> jobs = jobsOf(turned);
    for (const JobId &job : jobs)
        Q_EMIT jobChanged(job);
    if (any)
        Q_EMIT marksChanged();
}

QSet<JobId> PendingMarks::jobsOf(const QSet<SubmissionId> &ids) const
{
    QSet<JobId> jobs;
    for (const SubmissionId &id : ids) {
        if (const Submission *submission = m_store.submissions().find(id))
            jobs.insert(submission->job);
    }
    return jobs;
}

/// The latest word counts: an action in flight covers what was refused before it, an applied one clears it.
PendingMarks::Mark PendingMarks::markOf(const std::vector<ActionId> &actions, const QString &target) const
{
    Mark mark;
    for (const ActionId &id : actions) {
        const ActionStatus action = m_actions.value(id);
        if (isSettled(action.phase)) {
            if (action.phase != ActionStatus::Phase::Cancelled && action.phase != ActionStatus::Phase::Expired)
                mark.refused = refusalOf(action, target);
        } else {
            mark.verb = wordOf(action.command.verb);
            mark.refused.clear();
        }
    }
    return mark;
}

template<class Key>
bool PendingMarks::update(QHash<Key, Mark> &marks, const Key &key, const Mark &mark)
{
    if (marks.value(key) == mark)
        return false;
    if (mark == Mark())
        marks.remove(key);
    else
        marks.insert(key, mark);
    return true;
}

} // namespace bolt
