// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/private_file.h"
#include "app/process/standard_streams.h"
#include "app/process/stop_signals.h"
#include "app/settings_preferences.h"
#include "app/watch/watch.h"
#include "models/ports/workspace_book.h"
#include "services/secrets/keychain_store.h"
#include "services/secrets/memory_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#include <iostream>
#include <string>

namespace {

/// One line, and the exit code.
int complain(bolt::WatchEnd end, const QString &why)
{
    std::fprintf(stderr, "boltdesk-watch: %s\n", qUtf8Printable(why));
    return int(end);
}

const QString seeHelp = QStringLiteral(" (see --help)");

/// The demo user of that role; the password goes from the file to the sign-in and nowhere else.
bool demoUser(bolt::WatchOptions &options, QString &password)
{
    QFile file(options.readyFile);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QJsonArray users = QJsonDocument::fromJson(file.readAll()).object().value(u"users").toArray();
    for (const auto &entry : users) {
        const QJsonObject user = entry.toObject();
        if (user.value(u"role").toString() == options.role) {
            options.email = user.value(u"email").toString();
            password = user.value(u"password").toString();
            return true;
        }
    }
    return false;
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace bolt;
    holdStandardStreams();
    QCoreApplication app(argc, argv);
    const StopSignals stop;
    QCoreApplication::setApplicationName(QStringLiteral("boltdesk-watch"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BOLT_VERSION));

    auto options = parseWatchOptions(QCoreApplication::arguments());
    if (!options.ok())
        return complain(WatchEnd::Usage, options.error().message + seeHelp);
    if (options->help || options->version) {
        std::fputs(options->help ? qUtf8Printable(watchHelp()) : "boltdesk-watch " BOLT_VERSION "\n", stdout);
        return std::fflush(stdout) == 0 ? int(WatchEnd::Done) : int(WatchEnd::Output);
    }
    // What cannot be written at the end is not begun.
    if (const Outcome free = options->dump == u"-" || options->dump.isEmpty() ? Done{} : mayBeReplaced(options->dump);
        !free)
        return complain(WatchEnd::Output, free.error().message);
    SettingsPreferences preferences(false);
    WorkspaceBook book(preferences);
    QString password;
    const bool restored = !options->workspace.isEmpty();
    if (restored) {
        const auto known = book.find(options->workspace);
        if (!known)
            return complain(WatchEnd::Usage, QStringLiteral("no workspace of that name is remembered") + seeHelp);
        options->url = known->url;
        options->anonKey = known->anonKey;
    } else if (options->passwordFromStdin) {
        std::string line;
        std::getline(std::cin, line);
        password = QString::fromStdString(line);
        std::fill(line.begin(), line.end(), '\0');
    } else if (!demoUser(*options, password)) {
        return complain(WatchEnd::Usage, QStringLiteral("no demo user of that role in the ready file") + seeHelp);
    }

    std::unique_ptr<SecretStore> secrets;
    if (restored || options->remember)
        secrets = std::make_unique<KeychainStore>();
    else
        secrets = std::make_unique<MemoryStore>();
    Watch watch(*options, password, *secrets);
    int code = 0;
    QObject::connect(&watch, &Watch::finished, &app, [&code](WatchEnd end) {
        code = int(end);
        QCoreApplication::quit();
    });
    QObject::connect(&watch, &Watch::remembered, &app,
                     [&book](const Workspace &workspace) { book.remember(workspace); });
    QObject::connect(&stop, &StopSignals::asked, &watch, [&watch] { watch.finish(WatchEnd::Done); });
    QTimer::singleShot(0, &watch, [&] { watch.start(restored); });
    QCoreApplication::exec();
    return code;
}
