// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/backend/embedded_server.h"

#include <QString>
#include <QStringList>
#include <variant>

namespace bolt::server {

/// What the command line of boltdesk-server says.
struct ServerArguments
{
    backend::BackendOptions backend;
    QString readyFile;
};

/// The program is to end at once: with help or the version (code 0, stdout), or a complaint (code 2, stderr).
struct EarlyExit
{
    int code = 0;
    QString text;
};

/// `arguments` as QCoreApplication::arguments gives them.
std::variant<ServerArguments, EarlyExit> parseArguments(const QStringList &arguments);

} // namespace bolt::server
