// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QObject>
#include <QTimeZone>
#include <QtQml/qqmlregistration.h>
#include <memory>

namespace bolt {

class ActionGateway;
class ActionsScreen;
class Analytics;
class AnalyticsScreen;
class AppearanceScreen;
class BulkScreen;
class Clock;
class ConnectionScreen;
class DataClock;
class FeedModel;
class HeldScreen;
class History;
class JobFacts;
class JobScreen;
class Link;
class LiveScreen;
class NavigationScreen;
class PaletteScreen;
class PendingMarks;
class Preferences;
class Search;
class Session;
class SessionScreen;
class Store;
class Ticker;

/// The doors the desk stands on. All outlive it; all are used from the main thread only.
struct DeskDoors
{
    const Store &store;
    Link &link;
    Session &session;
    ActionGateway &actions;
    History &history;
    Analytics &analytics;
    Search &search;
    Preferences &preferences;
    const Clock &clock;
    Ticker &ticker;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of the viewer
};

/// Everything on screen, without a screen: the root that QML gets. Owns the screens; forgets what an account saw when
/// it goes.
class Desk final : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("models/screens/actions_screen.h")
    Q_MOC_INCLUDE("models/screens/analytics_screen.h")
    Q_MOC_INCLUDE("models/screens/appearance_screen.h")
    Q_MOC_INCLUDE("models/screens/bulk_screen.h")
    Q_MOC_INCLUDE("models/screens/connection_screen.h")
    Q_MOC_INCLUDE("models/screens/held_screen.h")
    Q_MOC_INCLUDE("models/screens/job_screen.h")
    Q_MOC_INCLUDE("models/screens/live_screen.h")
    Q_MOC_INCLUDE("models/screens/navigation_screen.h")
    Q_MOC_INCLUDE("models/screens/palette_screen.h")
    Q_MOC_INCLUDE("models/screens/session_screen.h")
    QML_ELEMENT
    QML_UNCREATABLE("Made by the application")
    Q_PROPERTY(bolt::SessionScreen *session READ session CONSTANT FINAL)
    Q_PROPERTY(bolt::ConnectionScreen *connection READ connection CONSTANT FINAL)
    Q_PROPERTY(bolt::LiveScreen *live READ live CONSTANT FINAL)
    Q_PROPERTY(bolt::JobScreen *job READ job CONSTANT FINAL)
    Q_PROPERTY(bolt::AnalyticsScreen *analytics READ analytics CONSTANT FINAL)
    Q_PROPERTY(bolt::ActionsScreen *actions READ actions CONSTANT FINAL)
    Q_PROPERTY(bolt::BulkScreen *bulk READ bulk CONSTANT FINAL)
    Q_PROPERTY(bolt::HeldScreen *held READ held CONSTANT FINAL)
    Q_PROPERTY(bolt::AppearanceScreen *appearance READ appearance CONSTANT FINAL)
    Q_PROPERTY(bolt::NavigationScreen *navigation READ navigation CONSTANT FINAL)
    Q_PROPERTY(bolt::PaletteScreen *palette READ palette CONSTANT FINAL)
    Q_PROPERTY(QString demoFleet READ demoFleet WRITE setDemoFleet NOTIFY demoFleetChanged FINAL)
public:
    explicit Desk(const DeskDoors &doors, QObject *parent = nullptr);
    ~Desk() override;

    SessionScreen *session() const { return m_sessionScreen; }
    ConnectionScreen *connection() const { return m_connection; }
    LiveScreen *live() const { return m_live; }
    JobScreen *job() const { return m_job; }
    AnalyticsScreen *analytics() const { return m_analytics; }
    ActionsScreen *actions() const { return m_actions; }
    BulkScreen *bulk() const { return m_bulk; }
    HeldScreen *held() const { return m_held; }
    AppearanceScreen *appearance() const { return m_appearance; }
    NavigationScreen *navigation() const { return m_navigation; }
    PaletteScreen *palette() const { return m_palette; }
    /// Words about the simulated fleet, set by the application; empty when there is none, and at another workspace.
    QString demoFleet() const;
    void setDemoFleet(const QString &words);

    /// Whoever follows a link sees the job also in the table, whatever the table was looked through for.
    Q_INVOKABLE void openJob(const QString &id);
    /// Or says that it is missed.
    Q_INVOKABLE void openSubmission(const QString &id);

Q_SIGNALS:
    void demoFleetChanged();
    void submissionMissed();

private:
    void onSession();
    void onRows(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void countForNavigation();
    /// Another account, or none: nothing of the old one stays on screen.
    void forget();

    DeskDoors m_doors;
    std::unique_ptr<DataClock> m_dataClock;
    PendingMarks *m_marks;
    JobFacts *m_facts;
    SessionScreen *m_sessionScreen;
    ConnectionScreen *m_connection;
    LiveScreen *m_live;
    JobScreen *m_job;
    AnalyticsScreen *m_analytics;
    ActionsScreen *m_actions;
    BulkScreen *m_bulk;
    HeldScreen *m_held;
    AppearanceScreen *m_appearance;
    NavigationScreen *m_navigation;
    PaletteScreen *m_palette;
    QString m_demoFleet;
    QString m_account; ///< workspace and account of what is on screen
};

} // namespace bolt
