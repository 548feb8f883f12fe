// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/actions_screen.h"

#include "models/domain/reason.h"
#include "models/store/store.h"
#include "models/tables/actions_model.h"
#include "models/tables/pending_marks.h"

namespace bolt {

namespace {

using Verb = Command::Verb;

/// Source: contracts/domain.md "States". For enabling only; the backend decides.
bool allows(Verb verb, const Submission &submission)
{
    switch (verb) {
    case Verb::RetrySubmissions:
        return submission.state == SubmissionState::Failed;
    case Verb::SkipSubmissions:
        return mayChange(submission.state, SubmissionState::Skipped);
    case Verb::VerifySubmissions:
        return submission.state == SubmissionState::NeedsVerification;
    default:
        return false;
    }
}

/// Where the submissions are not all here, what failed is not known by name.
QString whyNoRetry(const Job &job, const JobCounts &counts)
{
    if (job.state == JobState::Cancelled)
        return QStringLiteral("state");
    if (counts[JobCounts::Failed] + counts[JobCounts::Retrying] > 0)
        return {};
    if (counts[JobCounts::Manual] > 0)
        return QStringLiteral("person");
    return job.directoriesFailed > 0 && counts.total() < job.directoriesTotal ? QStringLiteral("not-here")
                                                                              : QStringLiteral("nothing-failed");
}

bool allows(Verb verb, const Job &job)
{
    switch (verb) {
    case Verb::PauseJob:
        return mayChange(job.state, JobState::Paused);
    case Verb::ResumeJob:
        return job.state == JobState::Paused || job.state == JobState::Failed;
    case Verb::CancelJob:
        return mayChange(job.state, JobState::Cancelled);
    case Verb::ChangePriority:
        return isActive(job.state) || job.state == JobState::Failed;
    default:
        return false;
    }
}

QString wordOf(ActionStatus::Phase phase)
{
    switch (phase) {
    case ActionStatus::Phase::Applied:
        return QStringLiteral("applied");
    case ActionStatus::Phase::PartlyApplied:
        return QStringLiteral("partly");
    case ActionStatus::Phase::Refused:
        return QStringLiteral("refused");
    case ActionStatus::Phase::Cancelled:
        return QStringLiteral("cancelled");
    case ActionStatus::Phase::Expired:
        return QStringLiteral("expired");
    default:
        return {};
    }
}

QString messageOf(const ActionStatus &status)
{
    if (status.error)
        return reasonOf(*status.error);
    return status.rejected.empty() ? QString() : reasonOf(status.rejected.front());
}

} // namespace

ActionsScreen::ActionsScreen(const Store &store, ActionGateway &gateway, Session &session, const PendingMarks &marks,
                             QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_gateway(gateway)
    , m_session(session)
    , m_marks(marks)
    , m_model(new ActionsModel(store, gateway, this))
{
    connect(m_model, &ActionsModel::figuresChanged, this, &ActionsScreen::figuresChanged);
    connect(&gateway, &ActionGateway::changed, this, &ActionsScreen::onChanged);
    connect(&gateway, &ActionGateway::removed, this, [this](const ActionId &id) {
        m_open.remove(id);
        m_known.remove(id);
    });
    connect(&session, &Session::stateChanged, this, &ActionsScreen::reconsider);
    connect(&marks, &PendingMarks::marksChanged, this, &ActionsScreen::reconsider);
    reload();
}

int ActionsScreen::waiting() const { return m_model->waiting(); }

int ActionsScreen::refused() const { return m_model->refused(); }

void ActionsScreen::reconsider()
{
    ++m_revision;
    Q_EMIT revisionChanged();
}

void ActionsScreen::reload()
{
    m_model->reload();
    m_open.clear();
    m_known.clear();
    for (const ActionStatus &status : m_gateway.actions())
        (isSettled(status.phase) ? m_known : m_open).insert(status.id);
    reconsider();
}

QString ActionsScreen::place() const
{
    const Workspace &workspace = m_session.workspace();
    return (workspace.name.isEmpty() ? workspace.url.host() : workspace.name).simplified();
}

bool ActionsScreen::can(const QString &verb) const { return whyNot(verb).isEmpty(); }

QString ActionsScreen::whyNot(const QString &word) const
{
    const auto verb = verbFromWord(word);
    if (!verb)
        return QStringLiteral("unknown-verb");
    if (m_session.state() != Session::State::SignedIn)
        return QStringLiteral("signed-out");
    const Permission needed = neededPermission(*verb);
    if (!may(m_session.account().role, needed))
        return QStringLiteral("role:") + bolt::wordOf(neededRole(needed));
    return {};
}

QString ActionsScreen::whyNotFor(const QString &word, const QString &targetId) const
{
    if (const QString why = whyNot(word); !why.isEmpty())
        return why;
    const Verb verb = *verbFromWord(word);
    const QString pending = QStringLiteral("pending"), state = QStringLiteral("state"), gone = QStringLiteral("gone");
    if (isForSubmission(verb)) {
        const Submission *submission = m_store.submissions().find(SubmissionId::parse(targetId));
        if (!submission)
            return gone;
        if (m_marks.isPending(verb, submission->id))
            return pending;
        return allows(verb, *submission) ? QString() : state;
    }
    const Job *job = m_store.jobs().find(JobId::parse(targetId));
    if (!job)
        return gone;
    if (m_marks.isPending(verb, job->id))
        return pending;
    if (verb == Verb::RetryFailedOfJob)
        return whyNoRetry(*job, m_store.counts(job->id));
    return allows(verb, *job) ? QString() : state;
}

bool ActionsScreen::denies(const QString &word, const QString &targetId)
{
    const QString why = whyNotFor(word, targetId);
    if (why.isEmpty())
        return false;
    Q_EMIT denied(word, why);
    return true;
}

bool ActionsScreen::cancelAction(const QString &id) { return m_gateway.cancel(ActionId::parse(id)); }

void ActionsScreen::retryAction(const QString &id) { m_gateway.retryNow(ActionId::parse(id)); }

bool ActionsScreen::renewAction(const QString &id) { return m_gateway.renew(ActionId::parse(id)); }

void ActionsScreen::dismissAction(const QString &id) { m_gateway.dismiss(ActionId::parse(id)); }

/// News is only what was seen on its way here and then came to its end. The outbox on disk brings both: what was
/// settled before this start is history, what was sent before it and is answered now is news.
void ActionsScreen::onChanged(const ActionStatus &status)
{
    if (status.bulk)
        return; // the whole is told, not its parts: BulkScreen
    if (!isSettled(status.phase)) {
        m_open.insert(status.id);
        m_known.remove(status.id);
        return;
    }
    const bool news = m_open.remove(status.id);
    const bool known = m_known.contains(status.id);
    m_known.insert(status.id);
    if (!news) {
        if (!known)
            Q_EMIT recalled(status);
        return;
    }
    Q_EMIT settled(status);
    Q_EMIT announced(wordOf(status.phase), bolt::wordOf(status.command.verb), status.applied,
                     int(status.rejected.size()), messageOf(status));
}

} // namespace bolt
