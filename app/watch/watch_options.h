// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/watch/stepped_clock.h"
#include "models/domain/bulk.h"
#include "models/domain/records.h"

#include <QStringList>
#include <QUrl>

namespace bolt {

/// The command line of boltdesk-watch as a value.
struct WatchOptions
{
    enum class Until : quint8 { Forever, Live, Idle, For, Count };

    bool help = false;
    bool version = false;
    QUrl url;
    QString anonKey;
    QString email;
    bool passwordFromStdin = false;
    bool remember = false; ///< keep this sign-in, for `workspace` and for the desk
    QString workspace;     ///< by name: one that the desk or `remember` keeps
    QString readyFile;     ///< of boltdesk-server: address, key and the user of `role`
    QString role = QStringLiteral("admin");
    std::vector<Table> tables; ///< what events and dump show; all are followed
    QString replica;
    bool events = false;
    QString dump; ///< a file, `-` for standard output
    Until until = Until::Forever;
    Micros untilTime{0};
    qint64 untilCount = 0;
    std::vector<BulkCommand> acts; ///< one thing: sent as a single action
    bool stats = false;
    Micros patience = Seconds(30); ///< for the server, for live where that is waited for, for the session
    int haste = 1;
    std::vector<SteppedClock::Step> clockSteps;
};

/// The error's message is one line for people.
Result<WatchOptions> parseWatchOptions(const QStringList &arguments);
QString watchHelp();

} // namespace bolt
