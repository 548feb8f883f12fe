// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace bolt::bench {

/// A server on this machine with a past of a given size and nobody who works: silent once it is read.
class SeededServer
{
public:
    struct Access
    {
        QString url, anonKey, email, password;
    };
    /// `scale`: demo, ref.
    Result<Access> start(const QString &scale);
    void kill();

private:
    QTemporaryDir m_folder;
    QProcess m_server;
};

} // namespace bolt::bench
