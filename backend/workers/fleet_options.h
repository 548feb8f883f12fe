// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <variant>

namespace bolt::workers {

/// What the command line of boltdesk-workers says.
struct FleetOptions
{
    QUrl url;
    QString tokenFile; ///< empty: the token is the first line of stdin
    int workers = 8;
    double rate = 60; ///< submissions a minute, all workers together
    quint64 seed = 1;
    int chaos = 0;         ///< 0 none to 3 wild
    double errors = 1;     ///< multiplies every directory's share of failures; 0: nothing fails
    bool keepBusy = false; ///< new customers buy when the queue has nothing for a worker
    bool exitWithParent = false;
};

/// The program is to end at once: with help or the version (code 0, stdout), or a complaint (code 2, stderr).
struct EarlyExit
{
    int code = 0;
    QString text;
};

/// `arguments` as QCoreApplication::arguments gives them.
std::variant<FleetOptions, EarlyExit> parseArguments(const QStringList &arguments);

} // namespace bolt::workers
