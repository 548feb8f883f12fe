// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link.h"

#include <QtQml/qqmlregistration.h>

namespace bolt {

class ActionGateway;
class Clock;
class TableHealthModel;

/// The truth about the connection and about the age of the data, for the pill and the diagnostics page. Main thread.
class ConnectionScreen final : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("models/tables/table_health_model.h")
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(Phase phase READ phase NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY changed FINAL)
    Q_PROPERTY(double sinceMs READ sinceMs NOTIFY changed FINAL)
    Q_PROPERTY(double retryAtMs READ retryAtMs NOTIFY changed FINAL)
    Q_PROPERTY(bool unproven READ isUnproven NOTIFY changed FINAL)
    Q_PROPERTY(double pollSeconds READ pollSeconds NOTIFY changed FINAL)
    Q_PROPERTY(QStringList polledTables READ polledTables NOTIFY changed FINAL)
    Q_PROPERTY(QStringList deniedTables READ deniedTables NOTIFY changed FINAL)
    Q_PROPERTY(double asOfMs READ asOfMs NOTIFY counted FINAL)
    Q_PROPERTY(bool silent READ silent NOTIFY changed FINAL)
    Q_PROPERTY(double silentSinceMs READ silentSinceMs NOTIFY changed FINAL)
    Q_PROPERTY(bool fresh READ fresh NOTIFY changed FINAL)
    Q_PROPERTY(int latencyMs READ latencyMs NOTIFY counted FINAL)
    Q_PROPERTY(int usualLatencyMs READ usualLatencyMs NOTIFY usualLatencyChanged FINAL)
    Q_PROPERTY(double latencyAtMs READ latencyAtMs NOTIFY counted FINAL)
    Q_PROPERTY(double eventsPerSecond READ eventsPerSecond NOTIFY counted FINAL)
    Q_PROPERTY(double lastEventMs READ lastEventMs NOTIFY counted FINAL)
    Q_PROPERTY(double lastTickMs READ lastTickMs NOTIFY counted FINAL)
    Q_PROPERTY(double events READ events NOTIFY counted FINAL)
    Q_PROPERTY(double reconnects READ reconnects NOTIFY counted FINAL)
    Q_PROPERTY(double catchUps READ catchUps NOTIFY counted FINAL)
    Q_PROPERTY(double dirtyFetches READ dirtyFetches NOTIFY counted FINAL)
    Q_PROPERTY(double degraded READ degraded NOTIFY counted FINAL)
    Q_PROPERTY(double garbage READ garbage NOTIFY counted FINAL)
    Q_PROPERTY(double dropped READ dropped NOTIFY counted FINAL)
    Q_PROPERTY(double bytesIn READ bytesIn NOTIFY counted FINAL)
    Q_PROPERTY(QStringList recentReasons READ recentReasons NOTIFY changed FINAL)
    Q_PROPERTY(double replicaBytes READ replicaBytes NOTIFY counted FINAL)
    Q_PROPERTY(QString replicaNotice READ replicaNotice NOTIFY changed FINAL)
    Q_PROPERTY(QStringList lacks READ lacks NOTIFY changed FINAL)
    Q_PROPERTY(QStringList mends READ mends NOTIFY changed FINAL)
    Q_PROPERTY(bool uncheckable READ uncheckable NOTIFY changed FINAL)
    Q_PROPERTY(int unreadable READ unreadable NOTIFY changed FINAL)
    Q_PROPERTY(double submissionsHeld READ submissionsHeld NOTIFY changed FINAL)
    Q_PROPERTY(double keptSinceMs READ keptSinceMs NOTIFY changed FINAL)
    Q_PROPERTY(Older older READ older NOTIFY changed FINAL)
    Q_PROPERTY(QString olderTrouble READ olderTrouble NOTIFY changed FINAL)
    Q_PROPERTY(QString drawnBy READ drawnBy WRITE setDrawnBy NOTIFY drawnByChanged FINAL)
    Q_PROPERTY(bolt::TableHealthModel *tables READ tables CONSTANT FINAL)
public:
    /// LinkPhase, for QML.
    enum Phase { Offline, Connecting, Joining, AwaitLive, CatchUp, Live, SignedOut, Denied, Polling };
    Q_ENUM(Phase)

    /// How it stands with rows from before `keptSinceMs`: they may be asked for, are on their way, are on their way
    /// with trouble (tried again by itself), cannot be asked for without a server, or may not be kept.
    enum Older { CanLoad, Loading, Troubled, NoServer, AtLimit };
    Q_ENUM(Older)

    ConnectionScreen(Link &link, const ActionGateway &actions, const Clock &clock, QObject *parent = nullptr);

    Phase phase() const { return Phase(m_shown.phase); }
    /// Why it is not live, in words, with what was said quoted.
    QString reason() const { return linkWords(m_shown.reason); }
    double sinceMs() const;
    double retryAtMs() const;
    /// How long what is polled rests between two passes; 0: nothing is.
    /// All was caught up with as of `asOfMs`, and whether changes arrive since nobody knows.
    bool isUnproven() const { return m_shown.unproven; }
    double pollSeconds() const { return double(m_shown.pollEvery.value_or(Seconds(0)).count()); }
    /// The wire's names of what is polled while the rest is live, and of what may not be read or is not there.
    QStringList polledTables() const { return apart(LinkPhase::Polling); }
    QStringList deniedTables() const { return apart(LinkPhase::Denied); }
    double asOfMs() const;
    /// The server was asked and does not answer; `silentSinceMs`: when anything last came of it.
    bool silent() const { return m_shown.silentSince.has_value(); }
    double silentSinceMs() const;
    bool fresh() const;
    /// Round trip of the last question that was answered, and when it was; -1: none yet.
    double latencyAtMs() const;
    int latencyMs() const { return m_shown.latencyMs.value_or(-1); }
    /// The round trip to be read at a glance: it follows latencyMs() where that differs by more than a quarter and 5
    /// ms, so that it does not flicker between 8 and 9.
    int usualLatencyMs() const { return m_usualLatencyMs; }
    double eventsPerSecond() const { return m_shown.eventsPerSecond; }
    double lastEventMs() const;
    double lastTickMs() const;
    double events() const { return double(m_shown.events); }
    double reconnects() const { return double(m_shown.reconnects); }
    double catchUps() const { return double(m_shown.catchUps); }
    double dirtyFetches() const { return double(m_shown.dirtyFetches); }
    double degraded() const { return double(m_shown.degraded); }
    double garbage() const { return double(m_shown.garbage); }
    double dropped() const { return double(m_shown.dropped); }
    double bytesIn() const { return double(m_shown.bytesIn); }
    QStringList recentReasons() const;
    double replicaBytes() const { return double(m_shown.replicaBytes); }
    QString replicaNotice() const { return m_shown.replicaNotice; }
    /// What the server lacks, in its words, and at the same place in `mends` the SQL that mends it, or nothing.
    QStringList lacks() const;
    QStringList mends() const;
    /// It cannot say what it lacks.
    bool uncheckable() const { return m_shown.uncheckable; }
    /// Rows of all tables that are none: without a key, or no objects.
    int unreadable() const;
    double submissionsHeld() const;
    /// Jobs and submissions made before it are not held here; 0: nothing is left out, or not all of it is here yet.
    double keptSinceMs() const;
    Older older() const;
    QString olderTrouble() const { return linkWords(m_shown.olderTrouble); }
    TableHealthModel *tables() const { return m_tables; }
    const LinkHealth &health() const { return m_shown; }
    /// Who draws the window, in words; set by the application.
    QString drawnBy() const { return m_drawnBy; }
    void setDrawnBy(const QString &words);

    Q_INVOKABLE void refresh();
    /// Nothing unless `older` is CanLoad.
    Q_INVOKABLE void loadOlder();
    /// Plain English lines for a bug report: figures of link and outbox and reasons, no address with credentials, no
    /// key, no token.
    Q_INVOKABLE QString diagnosticsText() const;

Q_SIGNALS:
    /// How it stands.
    void changed();
    /// Counts and ages went on, as they do on a link where nothing happens.
    void counted();
    void usualLatencyChanged();
    void drawnByChanged();

private:
    void take();
    QStringList apart(LinkPhase phase) const;

    Link &m_link;
    const ActionGateway &m_actions;
    const Clock &m_clock;
    TableHealthModel *m_tables;
    LinkHealth m_shown;
    int m_usualLatencyMs = -1;
    QString m_drawnBy;
};

} // namespace bolt
