// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/action_gateway.h"
#include "models/store/store.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace bolt {

/// Which jobs and submissions have an action in flight, and what the server refused last. Made from the gateway alone:
/// a mark appears when the intent is kept and goes with the server's answer. A retry of submissions, which is what a
/// retry of a job is, marks their jobs as well. Main thread.
class PendingMarks final : public QObject
{
    Q_OBJECT
public:
    PendingMarks(const Store &store, ActionGateway &gateway, QObject *parent = nullptr);

    /// The verb's word, empty when nothing is in flight.
    QString pendingVerb(JobId job) const;
    QString pendingVerb(SubmissionId submission) const { return m_submissions.value(submission).verb; }
    /// The server's words of the last refusal, until the next action on the same target or its dismissal.
    QString refused(JobId job) const { return m_jobs.value(job).refused; }
    QString refused(SubmissionId submission) const { return m_submissions.value(submission).refused; }
    /// Is exactly this asked for already? Then a second press does nothing.
    bool isPending(Command::Verb verb, JobId job) const;
    bool isPending(Command::Verb verb, SubmissionId submission) const;

    void reload();

Q_SIGNALS:
    void jobChanged(const bolt::JobId &job);
    void submissionChanged(const bolt::SubmissionId &submission);
    /// After them, once for all that changed together.
    void marksChanged();

private:
    struct Mark
    {
        QString verb;
        QString refused;
        bool operator==(const Mark &) const = default;
    };
    void onChanged(const ActionStatus &status);
    void onRemoved(const ActionId &id);
    void remark(const Command &command);
    QSet<JobId> jobsOf(const QSet<SubmissionId> &ids) const;
    Mark markOf(const std::vector<ActionId> &actions, const QString &target) const;
    template<class Key>
    static bool update(QHash<Key, Mark> &marks, const Key &key, const Mark &mark);

    const Store &m_store;
    ActionGateway &m_gateway;
    QHash<ActionId, ActionStatus> m_actions;
    QHash<JobId, std::vector<ActionId>> m_ofJob;
    QHash<SubmissionId, std::vector<ActionId>> m_ofSubmission;
    QHash<JobId, Mark> m_jobs;
    QHash<SubmissionId, Mark> m_submissions;
    QSet<SubmissionId> m_retried; ///< those with a retry in flight
};

} // namespace bolt
