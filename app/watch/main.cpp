// SPDX-License-Identifier: GPL-3.0-or-later
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
#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>

namespace {

volatile std::sig_atomic_t stopAsked = 0;
void onSignal(int) { stopAsked = 1; }

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
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("boltdesk-watch"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BOLT_VERSION));

    auto options = parseWatchOptions(QCoreApplication::arguments());
    if (!options.ok()) {
        std::fprintf(stderr, "boltdesk-watch: %s (see --help)\n", qUtf8Printable(options.error().message));
        return Watch::Usage;
    }
    if (options->help || options->version) {
        std::fputs(options->help ? qUtf8Printable(watchHelp()) : "boltdesk-watch " BOLT_VERSION "\n", stdout);
        return Watch::Ok;
    }
    SettingsPreferences preferences(false);
    WorkspaceBook book(preferences);
    QString password;
    const bool restored = !options->workspace.isEmpty();
    if (restored) {
        const auto known = book.find(options->workspace);
        if (!known) {
            std::fprintf(stderr, "boltdesk-watch: no workspace of that name is remembered (see --help)\n");
            return Watch::Usage;
        }
        options->url = known->url;
        options->anonKey = known->anonKey;
    } else if (options->passwordFromStdin) {
        std::string line;
        std::getline(std::cin, line);
        password = QString::fromStdString(line);
        std::fill(line.begin(), line.end(), '\0');
    } else if (!demoUser(*options, password)) {
        std::fprintf(stderr, "boltdesk-watch: no demo user of that role in the ready file (see --help)\n");
        return Watch::Usage;
    }

    std::unique_ptr<SecretStore> secrets;
    if (restored || options->remember)
        secrets = std::make_unique<KeychainStore>();
    else
        secrets = std::make_unique<MemoryStore>();
    Watch watch(*options, password, *secrets);
    int code = 0;
    QObject::connect(&watch, &Watch::finished, &app, [&code](int with) {
        code = with;
        QCoreApplication::exit(with);
    });
    QObject::connect(&watch, &Watch::remembered, &app,
                     [&book](const Workspace &workspace) { book.remember(workspace); });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    QTimer interrupted;
    QObject::connect(&interrupted, &QTimer::timeout, &watch, [&watch] {
        if (stopAsked)
            watch.finish(Watch::Ok);
    });
    interrupted.start(50);
    QTimer::singleShot(0, &watch, [&] { watch.start(restored); });
    QCoreApplication::exec();
    return code;
}
