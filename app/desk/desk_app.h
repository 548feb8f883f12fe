// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/options.h"
#include "app/settings_preferences.h"
#include "models/domain/clock.h"
#include "models/store/store.h"
#include "models/tables/ticker.h"
#include "services/connectors/directory_bolt.h"

#include <QObject>
#include <QTranslator>
#include <chrono>
#include <memory>

class QQmlApplicationEngine;
class QQuickWindow;

namespace bolt {

class AnalyticsClient;
class Desk;
class DeskClient;
class EmbeddedWorkspace;
class HttpClient;
class SecretStore;
class SessionClient;
class StateFile;
class Tour;

/// The composition root: builds every object, wires them, and takes them down in the one right order. Main thread.
class DeskApp final : public QObject
{
    Q_OBJECT
public:
    /// `options` name a workspace (chooseWorkspace) or the embedded backend. `begun`: when the program started, for
    /// what is said of its start.
    DeskApp(Options options, std::chrono::steady_clock::time_point begun, QObject *parent = nullptr);
    ~DeskApp() override;

    /// Loads the window and starts the workspace. False when the window cannot be loaded (the reason is on the
    /// console).
    bool start();
    /// The stop order of the whole program; idempotent, safe at every stage of start-up:
    /// window · screens · client (actions, wire, replica) · fleet · embedded backend.
    void stop();

    Desk &desk() { return *m_desk; }
    const Store &store() const { return m_store; }
    QQuickWindow *window() const;

Q_SIGNALS:
    /// The program should end with this code.
    void finished(int code);

private:
    void makeServices();
    void makeDesk();
    bool loadWindow();
    void startWorkspace();
    /// Starts the embedded workspace, or signs in to the one that runs.
    void openDemo();
    void onSessionError();
    void startUnattended();
    void setLanguage(const QString &language);

    Options m_options;
    std::chrono::steady_clock::time_point m_begun;
    SystemClock m_clock;
    SystemTicker m_ticker;
    Store m_store;
    DirectoryBoltConnector m_connector;
    SettingsPreferences m_preferences;
    QTranslator m_translator;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<SessionClient> m_session;
    std::unique_ptr<DeskClient> m_client;
    std::unique_ptr<AnalyticsClient> m_analytics;
    std::unique_ptr<EmbeddedWorkspace> m_embedded;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<StateFile> m_stateFile;
    std::unique_ptr<Tour> m_tour;
};

} // namespace bolt
