// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/job_words.h"

#include <QAbstractListModel>
#include <QLocale>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class JobFacts;
class Ticker;

/// Why one job stands as it does: a sentence, and a row for each thing that what is left of it waits for. From the
/// copy, with no call. Follows the job by id, at most once a frame, and not at all while it has none. Main thread.
class JobWhy final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(QString jobId READ jobId WRITE setJobId NOTIFY changed FINAL)
    Q_PROPERTY(bool known READ known NOTIFY changed FINAL)
    Q_PROPERTY(QString customer READ customer NOTIFY changed FINAL)
    Q_PROPERTY(int standing READ standing NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString last READ last NOTIFY changed FINAL)
    Q_PROPERTY(QString next READ next NOTIFY changed FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
    Q_PROPERTY(int step READ step NOTIFY changed FINAL)
    Q_PROPERTY(int stepCount READ stepCount NOTIFY changed FINAL)
    Q_PROPERTY(QString submissionId READ submissionId NOTIFY changed FINAL)
    Q_PROPERTY(int retryable READ retryable NOTIFY changed FINAL)
    Q_PROPERTY(QString answer READ answer NOTIFY changed FINAL)
public:
    /// WhyStep, for QML.
    enum Step { NoStep, Resume, Retry, Show };
    Q_ENUM(Step)
    enum Role { CountRole = Qt::UserRole + 1, WordsRole, SinceRole, UntilRole, StepRole, SubmissionRole };

    /// All outlive it.
    JobWhy(const Store &store, const JobFacts &facts, Ticker &ticker, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString jobId() const { return m_job.isNull() ? QString() : m_job.toString(); }
    /// "" for none. Reads at once, so that what is shown is never of another job.
    void setJobId(const QString &id);
    bool known() const { return m_known; }
    QString customer() const { return m_customer; }
    int standing() const { return int(m_facts.standing.kind); }
    QString headline() const { return m_story.headline; }
    QString last() const { return m_story.last; }
    QString next() const { return m_story.next; }
    /// Headline, last event and what is next.
    QString sentence() const;
    int step() const { return int(m_story.step); }
    int stepCount() const { return m_story.stepCount; }
    QString submissionId() const { return m_story.submission.isNull() ? QString() : m_story.submission.toString(); }
    int retryable() const { return m_facts.in.holds.retryable; }
    /// For the customer; "" where nothing is known.
    QString answer() const { return m_answer; }

    void setFrozen(bool frozen);

Q_SIGNALS:
    void changed();

private:
    void onChanged(const Changed &changed);
    void onAged();
    void want();
    void flush();
    void read();
    void setReasons(std::vector<WhyReason> reasons);
    QString directoryName(DirectoryId id) const;

    const Store &m_store;
    const JobFacts &m_from;
    Ticker &m_ticker;
    JobId m_job;
    Instant m_readAt;
    int m_common = 0; ///< of JobFacts, when it was read
    QLocale m_spoken;
    bool m_known = false, m_dirty = false, m_frozen = false;
    QString m_customer, m_answer;
    WhyFacts m_facts;
    WhyStory m_story;
};

} // namespace bolt
