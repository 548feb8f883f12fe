// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/records.h"
#include "models/tables/job_row.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class AttemptsModel;
class History;
class JobFacts;
class JobWhy;
class MosaicModel;
class PendingMarks;
class Ticker;

/// The drawer: one job, its mosaic, and the submission that is looked at with its attempts. Follows ids, so it shows
/// the same job whatever the tables do. Main thread.
class JobScreen final : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("models/tables/attempts_model.h")
    Q_MOC_INCLUDE("models/tables/job_why.h")
    Q_MOC_INCLUDE("models/tables/mosaic_model.h")
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(bool open READ open NOTIFY openChanged FINAL)
    Q_PROPERTY(QString jobId READ jobId NOTIFY openChanged FINAL)
    Q_PROPERTY(bool known READ known NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString customer READ customer NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString email READ email NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString website READ website NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString packageId READ packageId NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString packageName READ packageName NOTIFY jobChanged FINAL)
    Q_PROPERTY(int state READ state NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString stateWord READ stateWord NOTIFY jobChanged FINAL)
    Q_PROPERTY(int approved READ approved NOTIFY jobChanged FINAL)
    Q_PROPERTY(int submitted READ submitted NOTIFY jobChanged FINAL)
    Q_PROPERTY(int failed READ failed NOTIFY jobChanged FINAL)
    Q_PROPERTY(int retrying READ retrying NOTIFY jobChanged FINAL)
    Q_PROPERTY(int manual READ manual NOTIFY jobChanged FINAL)
    Q_PROPERTY(int inFlight READ inFlight NOTIFY jobChanged FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY jobChanged FINAL)
    Q_PROPERTY(int skipped READ skipped NOTIFY jobChanged FINAL)
    Q_PROPERTY(int other READ other NOTIFY jobChanged FINAL)
    Q_PROPERTY(bool countsComplete READ countsComplete NOTIFY jobChanged FINAL)
    Q_PROPERTY(int total READ total NOTIFY jobChanged FINAL)
    Q_PROPERTY(int done READ done NOTIFY jobChanged FINAL)
    Q_PROPERTY(int failedCount READ failedCount NOTIFY jobChanged FINAL)
    Q_PROPERTY(int standing READ standing NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString standingWords READ standingWords NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString leftWords READ leftWords NOTIFY jobChanged FINAL)
    Q_PROPERTY(double ratePerMin READ ratePerMin NOTIFY jobChanged FINAL)
    Q_PROPERTY(double dueMs READ dueMs NOTIFY jobChanged FINAL)
    Q_PROPERTY(double createdMs READ createdMs NOTIFY jobChanged FINAL)
    Q_PROPERTY(double startedMs READ startedMs NOTIFY jobChanged FINAL)
    Q_PROPERTY(double completedMs READ completedMs NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString worker READ worker NOTIFY jobChanged FINAL)
    Q_PROPERTY(int priorityOverride READ priorityOverride NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString pendingVerb READ pendingVerb NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString refused READ refused NOTIFY jobChanged FINAL)
    Q_PROPERTY(QString odd READ odd NOTIFY jobChanged FINAL)
    Q_PROPERTY(bolt::JobWhy *why READ why CONSTANT FINAL)
    Q_PROPERTY(bolt::MosaicModel *mosaic READ mosaic CONSTANT FINAL)
    Q_PROPERTY(QString submissionId READ submissionId WRITE setSubmissionId NOTIFY submissionIdChanged FINAL)
    Q_PROPERTY(QString subDirectory READ subDirectory NOTIFY submissionChanged FINAL)
    Q_PROPERTY(QString subWebsite READ subWebsite NOTIFY submissionChanged FINAL)
    Q_PROPERTY(int subState READ subState NOTIFY submissionChanged FINAL)
    Q_PROPERTY(QString subStateWord READ subStateWord NOTIFY submissionChanged FINAL)
    Q_PROPERTY(int subBucket READ subBucket NOTIFY submissionChanged FINAL)
    Q_PROPERTY(QString subErrorCode READ subErrorCode NOTIFY submissionChanged FINAL)
    Q_PROPERTY(int subErrorClass READ subErrorClass NOTIFY submissionChanged FINAL)
    Q_PROPERTY(int subAttempt READ subAttempt NOTIFY submissionChanged FINAL)
    Q_PROPERTY(int subMaxAttempts READ subMaxAttempts NOTIFY submissionChanged FINAL)
    Q_PROPERTY(double subNextRetryMs READ subNextRetryMs NOTIFY submissionChanged FINAL)
    Q_PROPERTY(double subProbability READ subProbability NOTIFY submissionChanged FINAL)
    Q_PROPERTY(int subProcessingMs READ subProcessingMs NOTIFY submissionChanged FINAL)
    Q_PROPERTY(double subUpdatedMs READ subUpdatedMs NOTIFY submissionChanged FINAL)
    Q_PROPERTY(QString subPendingVerb READ subPendingVerb NOTIFY submissionChanged FINAL)
    Q_PROPERTY(QString subRefused READ subRefused NOTIFY submissionChanged FINAL)
    Q_PROPERTY(QString subOdd READ subOdd NOTIFY submissionChanged FINAL)
    Q_PROPERTY(bolt::AttemptsModel *attempts READ attempts CONSTANT FINAL)
    Q_PROPERTY(AttemptsState attemptsState READ attemptsState NOTIFY attemptsStateChanged FINAL)
    Q_PROPERTY(QString attemptsError READ attemptsError NOTIFY attemptsStateChanged FINAL)
public:
    enum AttemptsState { None, Loading, Ready, Error };
    Q_ENUM(AttemptsState)
    /// SubmissionState, for QML.
    enum SubmissionState {
        Pending,
        Submitting,
        Submitted,
        Approved,
        Rejected,
        Failed,
        Skipped,
        NeedsVerification,
        Unknown
    };
    Q_ENUM(SubmissionState)
    /// bolt::ErrorClass, for QML; -1 where there is no error code.
    enum ErrorClass { NoError = -1, Transient, SiteChanged, ManualError, DataError, Permanent, UnknownError };
    Q_ENUM(ErrorClass)

    JobScreen(const Store &store, History &history, const PendingMarks &marks, const JobFacts &facts, Ticker &ticker,
              QObject *parent = nullptr);

    bool open() const { return !m_job.isNull(); }
    QString jobId() const;
    /// The store has the job; false while a link points at one that is not here.
    bool known() const { return m_known; }
    QString customer() const { return m_row.customer; }
    QString email() const { return m_email; }
    QString website() const { return m_website; }
    QString packageId() const { return m_row.job.package.toString(); }
    QString packageName() const { return m_row.packageName; }
    int state() const { return int(m_row.job.state); }
    QString stateWord() const;
    int approved() const { return m_row.counts[JobCounts::Approved]; }
    int submitted() const { return m_row.counts[JobCounts::Submitted]; }
    int failed() const { return m_row.counts[JobCounts::Failed]; }
    int retrying() const { return m_row.counts[JobCounts::Retrying]; }
    int manual() const { return m_row.counts[JobCounts::Manual]; }
    int inFlight() const { return m_row.counts[JobCounts::InFlight]; }
    int waiting() const { return m_row.counts[JobCounts::Waiting]; }
    int skipped() const { return m_row.counts[JobCounts::Skipped]; }
    int other() const { return m_row.counts[JobCounts::Other]; }
    bool countsComplete() const { return m_row.countsComplete; }
    int total() const { return m_row.job.directoriesTotal; }
    int done() const { return m_row.done(); }
    int failedCount() const { return m_row.failedCount(); }
    int standing() const { return int(m_row.standing.kind); }
    QString standingWords() const { return m_row.why; }
    QString leftWords() const { return m_row.left; }
    double ratePerMin() const;
    double dueMs() const;
    double createdMs() const;
    double startedMs() const;
    double completedMs() const;
    QString worker() const { return m_row.job.worker.toString(); }
    int priorityOverride() const { return m_row.job.priorityOverride.value_or(-1); }
    QString pendingVerb() const { return m_row.pendingVerb; }
    QString refused() const { return m_row.refused; }
    /// The cells that could not be read, a line each.
    QString odd() const { return m_row.odd().value(QStringLiteral("all")).toString(); }
    JobWhy *why() const { return m_why; }
    MosaicModel *mosaic() const { return m_mosaic; }

    QString submissionId() const;
    void setSubmissionId(const QString &id);
    QString subDirectory() const { return m_subDirectory; }
    QString subWebsite() const { return m_subWebsite; }
    int subState() const { return int(m_submission.state); }
    QString subStateWord() const;
    int subBucket() const;
    QString subErrorCode() const { return m_submission.lastErrorCode; }
    int subErrorClass() const;
    int subAttempt() const { return m_submission.attempt; }
    int subMaxAttempts() const { return m_submission.maxAttempts; }
    double subNextRetryMs() const;
    /// 0 … 1, -1: none predicted.
    double subProbability() const;
    int subProcessingMs() const { return m_submission.processingMs.value_or(-1); }
    double subUpdatedMs() const;
    QString subPendingVerb() const { return m_subPendingVerb; }
    QString subRefused() const { return m_subRefused; }
    QString subOdd() const { return oddWords(m_submission.odd); }
    AttemptsModel *attempts() const { return m_attempts; }
    AttemptsState attemptsState() const { return m_attemptsState; }
    QString attemptsError() const { return m_attemptsError; }

    /// Opens the drawer on a job; an id that is no uuid does nothing.
    Q_INVOKABLE void show(const QString &jobId);
    /// Opens the drawer on the submission's job with the submission chosen.
    Q_INVOKABLE bool showSubmission(const QString &id);
    Q_INVOKABLE void close();
    Q_INVOKABLE void selectNextFailed();
    Q_INVOKABLE void selectPreviousFailed();
    /// Asks the server again after an error.
    Q_INVOKABLE void reloadAttempts();

    void setFrozen(bool frozen);

Q_SIGNALS:
    void openChanged();
    void jobChanged();
    void submissionIdChanged();
    void submissionChanged();
    void attemptsStateChanged();

private:
    void onChanged(const Changed &changed);
    void want(bool job, bool submission);
    void selectFailed(int step);
    void flush();
    void readJob();
    void readSubmission();
    void setAttemptsState(AttemptsState state, const QString &error = {});

    const Store &m_store;
    History &m_history;
    const PendingMarks &m_marks;
    const JobFacts &m_facts;
    Ticker &m_ticker;
    JobWhy *m_why;
    MosaicModel *m_mosaic;
    AttemptsModel *m_attempts;
    JobId m_job;
    bool m_known = false;
    JobRow m_row;
    QString m_email, m_website;
    SubmissionId m_chosen;
    Submission m_submission;
    QString m_subDirectory, m_subWebsite, m_subPendingVerb, m_subRefused;
    AttemptsState m_attemptsState = None;
    QString m_attemptsError;
    quint64 m_asked = 0; ///< an answer to an older question is not shown
    bool m_jobDirty = false;
    bool m_submissionDirty = false;
    bool m_frozen = false;
};

} // namespace bolt
