// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/job_screen.h"

#include "models/domain/error_code.h"
#include "models/domain/reason.h"
#include "models/ports/history.h"
#include "models/ports/when_done.h"
#include "models/tables/attempts_model.h"
#include "models/tables/job_facts.h"
#include "models/tables/job_why.h"
#include "models/tables/mosaic_model.h"
#include "models/tables/pending_marks.h"
#include "models/tables/ticker.h"

#include <algorithm>

namespace bolt {

static_assert(int(JobScreen::Unknown) == int(bolt::SubmissionState::Unknown) &&
              int(JobScreen::UnknownError) == int(bolt::ErrorClass::Unknown));

JobScreen::JobScreen(const Store &store, History &history, const PendingMarks &marks, const JobFacts &facts,
                     Ticker &ticker, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_history(history)
    , m_marks(marks)
    , m_facts(facts)
    , m_ticker(ticker)
    , m_why(new JobWhy(store, facts, ticker, this))
    , m_mosaic(new MosaicModel(store, ticker, this))
    , m_attempts(new AttemptsModel(this))
{
    connect(&store, &Store::changed, this, &JobScreen::onChanged);
    connect(&ticker, &Ticker::frame, this, &JobScreen::flush);
    connect(&facts, &JobFacts::aged, this, [this] { want(open(), false); });
    connect(&marks, &PendingMarks::jobChanged, this, [this](const JobId &id) { want(open() && id == m_job, false); });
    connect(&marks, &PendingMarks::submissionChanged, this,
            [this](const SubmissionId &id) { want(false, !m_chosen.isNull() && id == m_chosen); });
}

QString JobScreen::jobId() const { return m_job.isNull() ? QString() : m_job.toString(); }

QString JobScreen::submissionId() const { return m_chosen.isNull() ? QString() : m_chosen.toString(); }

QString JobScreen::stateWord() const { return saidWord(m_row.job.state, m_row.job.stateWord); }

double JobScreen::dueMs() const { return millisOrZero(m_row.job.dueAt); }

double JobScreen::createdMs() const { return m_known ? millisOrZero(m_row.job.createdAt) : 0; }

double JobScreen::startedMs() const { return millisOrZero(m_row.job.startedAt); }

double JobScreen::completedMs() const { return millisOrZero(m_row.job.completedAt); }

double JobScreen::ratePerMin() const { return m_row.value(JobRow::RateField).toDouble(); }

QString JobScreen::subStateWord() const { return saidWord(m_submission.state, m_submission.stateWord); }

int JobScreen::subBucket() const { return m_submission.id.isNull() ? -1 : int(bucketOf(m_submission)); }

int JobScreen::subErrorClass() const
{
    return m_submission.lastErrorCode.isEmpty() ? int(NoError) : int(errorClass(m_submission.lastErrorCode));
}

double JobScreen::subNextRetryMs() const { return millisOrZero(m_submission.nextRetryAt); }

double JobScreen::subProbability() const
{
    return m_submission.successProbability ? double(*m_submission.successProbability) : -1;
}

double JobScreen::subUpdatedMs() const { return m_submission.id.isNull() ? 0 : millisOrZero(m_submission.updatedAt); }

void JobScreen::show(const QString &jobId)
{
    const JobId id = JobId::parse(jobId);
    if (id.isNull() || id == m_job)
        return;
    m_job = id;
    setSubmissionId({});
    readJob();
    m_why->setJobId(jobId);
    m_mosaic->setJob(id);
    Q_EMIT openChanged();
    Q_EMIT jobChanged();
}

bool JobScreen::showSubmission(const QString &id)
{
    const Submission *submission = m_store.submissions().find(SubmissionId::parse(id));
    if (!submission)
        return false;
    show(submission->job.toString());
    setSubmissionId(id);
    return true;
}

void JobScreen::close()
{
    if (m_job.isNull())
        return;
    m_job = {};
    setSubmissionId({});
    m_row = {};
    m_known = false;
    m_email.clear();
    m_website.clear();
    m_why->setJobId({});
    m_mosaic->setJob({});
    Q_EMIT openChanged();
    Q_EMIT jobChanged();
}

void JobScreen::selectNextFailed() { selectFailed(1); }

void JobScreen::selectPreviousFailed() { selectFailed(-1); }

void JobScreen::selectFailed(int step)
{
    const int at = m_mosaic->indexOf(submissionId());
    const int from = at >= 0 ? at : (step > 0 ? -1 : m_mosaic->count());
    const int next = m_mosaic->nextFailed(from, step);
    if (next >= 0)
        setSubmissionId(m_mosaic->idAt(next));
}

void JobScreen::setSubmissionId(const QString &text)
{
    const SubmissionId id = SubmissionId::parse(text);
    if (id == m_chosen)
        return;
    m_chosen = id;
    ++m_asked;
    m_attempts->setAttempts({});
    setAttemptsState(None);
    readSubmission();
    Q_EMIT submissionIdChanged();
    Q_EMIT submissionChanged();
    reloadAttempts();
}

void JobScreen::reloadAttempts()
{
    if (m_chosen.isNull())
        return;
    // While known attempts are read again they stay: only an empty list says it is loading.
    if (m_attempts->count() == 0)
        setAttemptsState(Loading);
    const quint64 asked = ++m_asked;
    whenDone(m_history.attempts(m_chosen), this, [this, asked](const Result<std::vector<Attempt>> &answer) {
        if (asked != m_asked)
            return;
        if (!answer) {
            setAttemptsState(Error, reasonOf(answer.error()));
            return;
        }
        m_attempts->setAttempts(*answer);
        setAttemptsState(Ready);
    });
}

void JobScreen::setAttemptsState(AttemptsState state, const QString &error)
{
    if (state == m_attemptsState && error == m_attemptsError)
        return;
    m_attemptsState = state;
    m_attemptsError = error;
    Q_EMIT attemptsStateChanged();
}

void JobScreen::setFrozen(bool frozen)
{
    if (frozen == m_frozen)
        return;
    m_frozen = frozen;
    m_mosaic->setFrozen(frozen);
    m_why->setFrozen(frozen);
    if (!frozen)
        flush();
}

void JobScreen::want(bool job, bool submission)
{
    m_jobDirty = m_jobDirty || job;
    m_submissionDirty = m_submissionDirty || submission;
    if (job || submission)
        m_ticker.requestFrame();
}

void JobScreen::onChanged(const Changed &changed)
{
    if (m_job.isNull())
        return;
    const auto has = [](const auto &ids, const auto &id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    const bool names = !changed.customers.empty() || !changed.packages.empty() || !changed.directories.empty();
    const bool chosen = !m_chosen.isNull() &&
                        (has(changed.submissions.updated, m_chosen) || has(changed.submissions.inserted, m_chosen) ||
                         has(changed.submissions.removed, m_chosen));
    want(changed.reset || names || has(changed.touchedJobs, m_job),
         changed.reset || chosen || !changed.directories.empty());
}

void JobScreen::flush()
{
    if (m_frozen || m_job.isNull())
        return;
    if (std::exchange(m_jobDirty, false)) {
        readJob();
        Q_EMIT jobChanged();
    }
    if (std::exchange(m_submissionDirty, false) && !m_chosen.isNull()) {
        const auto attempt = std::pair(m_submission.attempt, m_submission.state);
        readSubmission();
        Q_EMIT submissionChanged();
        // Another attempt or another end: the log has grown.
        if (attempt != std::pair(m_submission.attempt, m_submission.state))
            reloadAttempts();
    }
}

void JobScreen::readJob()
{
    const Job *job = m_store.jobs().find(m_job);
    m_known = job != nullptr;
    JobRow row;
    m_email.clear();
    m_website.clear();
    if (job) {
        row.job = *job;
        row.counts = m_store.counts(m_job);
        row.countsComplete = m_facts.countsComplete(*job);
        row.standing = m_facts.standing(*job);
        row.why = JobWords::why(row.standing, job->state, job->stateWord, m_facts.now());
        row.left = JobWords::left(row.standing);
        if (const Customer *customer = m_store.customers().find(job->customer)) {
            row.customer = customer->companyName;
            row.customerOdd = customer->odd;
            m_email = customer->email;
            m_website = customer->website;
        }
        const Package *package = m_store.packages().find(job->package);
        row.packageName = package ? package->name : job->package.toString();
    }
    row.pendingVerb = m_marks.pendingVerb(m_job);
    row.refused = m_marks.refused(m_job);
    m_row = std::move(row);
}

void JobScreen::readSubmission()
{
    const Submission *submission = m_chosen.isNull() ? nullptr : m_store.submissions().find(m_chosen);
    m_submission = submission ? *submission : Submission();
    const Directory *directory = submission ? m_store.directories().find(submission->directory) : nullptr;
    m_subDirectory = directory ? directory->name : QString();
    m_subWebsite = directory ? directory->website : QString();
    m_subPendingVerb = m_marks.pendingVerb(m_chosen);
    m_subRefused = m_marks.refused(m_chosen);
}

} // namespace bolt
