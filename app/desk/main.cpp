// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/choose_workspace.h"
#include "app/desk/desk_app.h"
#include "app/desk/options.h"
#include "app/desk/renderer.h"
#include "app/process/standard_streams.h"
#include "app/process/stop_signals.h"

#include <QApplication>
#include <QQuickStyle>
#include <QQuickWindow>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

/// `--help` and `--version` must answer where no window can be made. -1: neither was asked for.
int answerWithoutWindow(int argc, char **argv)
{
    const auto asked = [&](const char *option) {
        return std::any_of(argv + 1, argv + argc, [&](const char *word) { return std::strcmp(word, option) == 0; });
    };
    if (asked("--version") || asked("-v")) {
        std::puts("BoltDesk " BOLT_VERSION);
        return 0;
    }
    if (asked("--help") || asked("-h")) {
        const QCoreApplication app(argc, argv);
        std::fputs(qPrintable(bolt::helpText()), stdout);
        return 0;
    }
    return -1;
}

/// What Qt would say in several lines and with a core dump, while there is no window yet.
QStringList complaints;

void onMessageBeforeTheWindow(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtFatalMsg) {
        complaints << message.simplified();
        return;
    }
    const QString why = complaints.isEmpty() ? message.section(u'\n', 0, 0) : complaints.join(u"; ");
    std::fprintf(stderr,
                 "boltdesk: no window can be shown here: %s (QT_QPA_PLATFORM=offscreen works without a display)\n",
                 qPrintable(why));
    std::_Exit(1);
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace bolt;
    const auto begun = std::chrono::steady_clock::now();
    if (const int code = answerWithoutWindow(argc, argv); code >= 0)
        return code;
    holdStandardStreams();
    // Qt Charts needs QApplication: it draws through QGraphicsScene.
    qInstallMessageHandler(onMessageBeforeTheWindow);
    QApplication app(argc, argv);
    qInstallMessageHandler(nullptr);
    for (const QString &complaint : std::as_const(complaints))
        qWarning("%s", qPrintable(complaint));
    QApplication::setApplicationName(QStringLiteral("BoltDesk"));
    QApplication::setOrganizationName(QStringLiteral("BoltDesk"));
    QApplication::setApplicationVersion(QStringLiteral(BOLT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.boltdesk.BoltDesk"));
    QQuickStyle::setStyle(QStringLiteral("Basic")); // the kit draws every control itself

    auto options = parseOptions(QApplication::arguments());
    if (options) {
        SettingsPreferences preferences(options->forgetful);
        options = chooseWorkspace(std::move(options).value(), WorkspaceBook(preferences));
    }
    if (!options) {
        std::fprintf(stderr, "boltdesk: %s (see --help)\n", qPrintable(options.error().message));
        return 2;
    }

    const Renderer renderer = chooseRenderer(rendererFacts(options->renderer));
    if (renderer.kind == Renderer::Kind::Software)
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    options->drawnBy = renderer.words;

    DeskApp desk(*options, begun);
    int code = 0;
    QObject::connect(&desk, &DeskApp::finished, &app, [&code](int with) {
        code = with;
        QApplication::quit();
    });
    const StopSignals stop;
    QObject::connect(&stop, &StopSignals::asked, &app, &QApplication::quit);

    if (!desk.start())
        return 1;
    const int loop = QApplication::exec();
    desk.stop();
    return loop ? loop : code;
}
