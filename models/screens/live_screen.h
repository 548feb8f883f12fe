// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link.h"
#include "models/store/store.h"
#include "models/tables/ticker.h"

#include <QtQml/qqmlregistration.h>
#include <memory>

namespace bolt {

struct ActionStatus;
class AlertsModel;
struct BulkStatus;
class Clock;
class FeedModel;
class FeedWriter;
class Figures;
class JobFacts;
class JobWhy;
class JobsView;
class OpenWork;
class OutcomeLedger;
class PendingMarks;
class TilesModel;
class WorkersModel;

/// The Live page: tiles, active jobs, feed, alerts. Owns the tables and paces them. Main thread.
class LiveScreen final : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("models/tables/alerts_model.h")
    Q_MOC_INCLUDE("models/tables/feed_model.h")
    Q_MOC_INCLUDE("models/tables/job_why.h")
    Q_MOC_INCLUDE("models/tables/jobs_view.h")
    Q_MOC_INCLUDE("models/tables/tiles_model.h")
    Q_MOC_INCLUDE("models/tables/workers_model.h")
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(bolt::TilesModel *tiles READ tiles CONSTANT FINAL)
    Q_PROPERTY(bolt::JobsView *jobs READ jobs CONSTANT FINAL)
    Q_PROPERTY(bolt::JobWhy *why READ why CONSTANT FINAL)
    Q_PROPERTY(bolt::FeedModel *feed READ feed CONSTANT FINAL)
    Q_PROPERTY(bolt::AlertsModel *alerts READ alerts CONSTANT FINAL)
    Q_PROPERTY(bolt::WorkersModel *workers READ workers CONSTANT FINAL)
    Q_PROPERTY(bool frozen READ frozen WRITE setFrozen NOTIFY frozenChanged FINAL)
    Q_PROPERTY(int waitingChanges READ waitingChanges NOTIFY waitingChangesChanged FINAL)
public:
    /// All outlive the screen. `wall` is for what is told as it happens, `data` (DataClock) for what is derived.
    LiveScreen(const Store &store, Link &link, const PendingMarks &marks, JobFacts &facts, const Clock &wall,
               const Clock &data, Ticker &ticker, QObject *parent = nullptr);
    ~LiveScreen() override;

    TilesModel *tiles() const { return m_tiles; }
    JobsView *jobs() const { return m_jobs; }
    /// Of the job that the page points at.
    JobWhy *why() const { return m_why; }
    FeedModel *feed() const { return m_feed; }
    AlertsModel *alerts() const { return m_alerts; }
    /// For the System page, to which the alert of no workers leads.
    WorkersModel *workers() const { return m_workers; }
    bool frozen() const { return m_frozen; }
    void setFrozen(bool frozen);
    /// Changed rows that came since the page was frozen.
    int waitingChanges() const { return m_waiting; }
    int needPerson() const;
    int openCircuits() const;
    int activeJobs() const;
    /// What became of the person's own action, for the feed.
    void tell(const ActionStatus &status);
    void tell(const BulkStatus &status);
    /// It was settled before this start.
    void recall(const ActionStatus &status);
    void recall(const BulkStatus &status);

    /// Asks the desk to open the job's drawer.
    Q_INVOKABLE void openJob(const QString &id);
    /// The active jobs that still have something to do at the directory.
    Q_INVOKABLE QStringList jobsAt(const QString &directoryId) const;
    /// The active jobs of the customer.
    Q_INVOKABLE QStringList jobsOf(const QString &customerId) const;
    /// Of those that are here; empty: there is none.
    Q_INVOKABLE QString newestJobOf(const QString &customerId) const;

    /// Another account: everything goes, also what is frozen.
    void clear();

Q_SIGNALS:
    void frozenChanged();
    void waitingChangesChanged();
    void jobWanted(const QString &id);
    /// Counts beside page names may read differently; at most once a second.
    void figuresChanged();

private:
    void onChanged(const Changed &changed);
    void onFrame();
    void onSecond();
    void onHealth();
    void showFigures();
    void showAlerts();
    bool isHeld(Table table, size_t rows) const;

    const Store &m_store;
    Link &m_link;
    JobFacts &m_facts;
    Ticker &m_ticker;
    std::unique_ptr<OutcomeLedger> m_ledger;
    std::unique_ptr<Figures> m_figures;
    std::unique_ptr<OpenWork> m_work;
    TilesModel *m_tiles;
    JobsView *m_jobs;
    JobWhy *m_why;
    FeedModel *m_feed;
    AlertsModel *m_alerts;
    WorkersModel *m_workers;
    std::unique_ptr<FeedWriter> m_writer;
    int m_waiting = 0;
    int m_seconds = 0;
    bool m_waitingDirty = false;
    qint64 m_beat = -1; ///< of the data's clock
    int m_alertsAt = 0;
    std::array<bool, tableCount> m_whole{}; ///< tables that are here in full
    std::array<bool, tableCount> m_live{};
    bool m_figuresDue = true;
    bool m_answering = true;
    bool m_frozen = false;
    int m_looksDue = 0; ///< at the alerts, since rows came: the table has them a frame later
};

} // namespace bolt
