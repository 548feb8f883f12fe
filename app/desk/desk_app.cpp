// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk_app.h"

#include "app/desk/embedded_workspace.h"
#include "app/desk/start_times.h"
#include "app/desk/state_file.h"
#include "app/desk/still_pointer.h"
#include "app/desk/tour.h"
#include "models/ports/when_done.h"
#include "models/ports/workspace_book.h"
#include "models/screens/appearance_screen.h"
#include "models/screens/connection_screen.h"
#include "models/screens/desk.h"
#include "models/screens/navigation_screen.h"
#include "models/screens/session_screen.h"
#include "services/analytics/analytics_client.h"
#include "services/client/desk_client.h"
#include "services/http/http_client.h"
#include "services/secrets/keychain_store.h"
#include "services/secrets/memory_store.h"
#include "services/session/session_client.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPalette>
#include <QQmlApplicationEngine>
#include <QQmlContext>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <array>
#include <cstdio>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

/// Thread-safe: QRandomGenerator::global() is.
double random() { return QRandomGenerator::global()->generateDouble(); }

/// Bounded: a file given by mistake is no password.
QString lineOfStdin()
{
    std::array<char, 1024> line{};
    if (!std::fgets(line.data(), int(line.size()), stdin))
        return {};
    QByteArray word(line.data());
    while (word.endsWith('\n') || word.endsWith('\r'))
        word.chop(1);
    return QString::fromUtf8(word);
}

QString dataFolder() { return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation); }

} // namespace

DeskApp::DeskApp(Options options, std::chrono::steady_clock::time_point begun, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_begun(begun)
    , m_preferences(m_options.forgetful)
{
    makeServices();
    makeDesk();
}

DeskApp::~DeskApp() { stop(); }

void DeskApp::makeServices()
{
    if (m_options.forgetful)
        m_secrets = std::make_unique<MemoryStore>();
    else
        m_secrets = std::make_unique<KeychainStore>();
    m_http = std::make_unique<HttpClient>(HttpClient::Settings{}, HttpClient::BearerSource{});
    SessionClient::Settings settings;
    settings.lockFolder = dataFolder();
    settings.random = random;
    m_session = std::make_unique<SessionClient>(*m_http, m_connector, *m_secrets, m_clock, std::move(settings));

    DeskClient::Settings client;
    if (!m_options.forgetful)
        client.replicaFolder = dataFolder() + u"/replica"_s;
    client.copiesEmbedded = !m_options.database.isEmpty() && m_options.database != u":memory:"_s;
    client.hold = undoHold;
    client.random = random;
    m_client = std::make_unique<DeskClient>(*m_session, m_connector, m_clock, m_store, std::move(client));
    m_analytics = std::make_unique<AnalyticsClient>(*m_session, m_connector);
}

void DeskApp::makeDesk()
{
    m_desk = std::make_unique<Desk>(DeskDoors{m_store, m_client->link(), *m_session, m_client->actions(),
                                              m_client->history(), *m_analytics, m_client->search(), m_preferences,
                                              m_clock, m_ticker});
    auto *look = m_desk->appearance();
    // QStyleHints::colorScheme is 6.5; the palette tells the same on every version.
    look->setSystemDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128);
    if (!m_options.theme.isEmpty())
        look->setTheme(m_options.theme == u"dark"_s ? AppearanceScreen::Dark : AppearanceScreen::Light);
    m_desk->connection()->setDrawnBy(m_options.drawnBy);
    if (!m_options.embedded)
        m_desk->session()->propose(m_options.url.toString(), m_options.anonKey, m_options.email);
    if (!m_options.page.isEmpty())
        m_desk->navigation()->setPage(m_options.page);
    setLanguage(m_options.language.isEmpty() ? look->language() : m_options.language);
    connect(look, &AppearanceScreen::languageChanged, this, [this, look] { setLanguage(look->language()); });
}

void DeskApp::setLanguage(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_translator);
    // English, too, is a translation: it holds the plural forms. It is what a language without one of its own falls
    // back to.
    if (m_translator.load(locale, u"boltdesk"_s, u"_"_s, u":/i18n"_s) || m_translator.load(u":/i18n/boltdesk_en.qm"_s))
        QCoreApplication::installTranslator(&m_translator);
    if (m_engine)
        m_engine->retranslate();
}

bool DeskApp::start()
{
    // Before the window: its first frame shows what is under way, never the form of another workspace.
    m_client->start();
    startWorkspace();
    if (!loadWindow())
        return false;
    startUnattended();
    return true;
}

bool DeskApp::loadWindow()
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(u"qrc:/qt/qml"_s);
    m_engine->setInitialProperties({{u"desk"_s, QVariant::fromValue(m_desk.get())}});
    m_engine->load(QUrl(u"qrc:/qt/qml/BoltDesk/Shell/Main.qml"_s));
    if (m_engine->rootObjects().isEmpty())
        return false;
    if (auto *shown = window()) {
        new StillPointer(*shown);
        if (m_options.size.isValid())
            shown->resize(m_options.size);
    }
    return true;
}

QQuickWindow *DeskApp::window() const
{
    return m_engine && !m_engine->rootObjects().isEmpty()
               ? qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst())
               : nullptr;
}

void DeskApp::startWorkspace()
{
    auto *screen = m_desk->session();
    connect(screen, &SessionScreen::demoWanted, this, &DeskApp::openDemo);
    connect(screen, &SessionScreen::errorsChanged, this, &DeskApp::onSessionError);
    screen->offerDemo();
    if (m_options.embedded) {
        screen->tryDemo();
        return;
    }
    if (m_options.passwordStdin) {
        screen->signIn(m_options.url.toString(), m_options.anonKey, m_options.email, lineOfStdin(), false);
        return;
    }
    Workspace workspace;
    workspace.name = WorkspaceBook::nameFor(m_options.url);
    workspace.url = m_options.url;
    workspace.anonKey = m_options.anonKey;
    // Not remembered is no error: the sign-in page is what is then on screen.
    whenDone(m_session->restore(workspace), this, [](const Outcome &) {});
}

void DeskApp::openDemo()
{
    if (!m_embedded) {
        auto *screen = m_desk->session();
        m_embedded = std::make_unique<EmbeddedWorkspace>(m_options);
        connect(m_embedded.get(), &EmbeddedWorkspace::ready, screen, &SessionScreen::enterDemo);
        connect(m_embedded.get(), &EmbeddedWorkspace::progress, screen,
                [screen](const QString &, double done) { screen->setDemoProgress(done); });
        connect(m_embedded.get(), &EmbeddedWorkspace::fleetChanged, m_desk.get(), &Desk::setDemoFleet);
        connect(m_embedded.get(), &EmbeddedWorkspace::failed, this, [this](const Error &error) {
            m_embedded.release()->deleteLater(); // the next try has a new one
            m_desk->session()->failDemo(error);
        });
    }
    m_embedded->open();
}

void DeskApp::onSessionError()
{
    const auto *screen = m_desk->session();
    if (screen->errorKind() != u"demo"_s)
        return;
    // A person reads it in the window, with what can be done; a run that nobody watches ends with it.
    std::fprintf(stderr, "boltdesk: the embedded workspace did not start: %s\n", qPrintable(screen->error()));
    if (m_options.unattended())
        Q_EMIT finished(1);
}

void DeskApp::startUnattended()
{
    if (!m_options.stateFile.isEmpty()) {
        m_stateFile = std::make_unique<StateFile>(*m_desk, m_options.stateFile);
        m_stateFile->setFocusSource([this] {
            const auto *shown = window();
            const auto *item = shown ? shown->activeFocusItem() : nullptr;
            return item ? item->objectName() : QString();
        });
    }
    if (m_options.unattended()) {
        m_tour = std::make_unique<Tour>(*m_desk, m_store, window(), m_options);
        connect(m_tour.get(), &Tour::finished, this, &DeskApp::finished);
        if (m_options.summary && window()) {
            const auto *times = new StartTimes(*m_desk, *window(), m_begun, m_tour.get());
            connect(times, &StartTimes::reached, m_tour.get(), &Tour::printStart);
        }
        m_tour->start();
    }
}

void DeskApp::stop()
{
    m_tour.reset();
    m_stateFile.reset();
    m_engine.reset();
    m_desk.reset();
    m_analytics.reset();
    m_client.reset();
    m_session.reset();
    m_http.reset();
    m_embedded.reset();
}

} // namespace bolt
