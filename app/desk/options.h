// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QSize>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <chrono>
#include <optional>

namespace bolt {

/// What the command line asks of the desk. Passwords and tokens are never taken from it.
struct Options
{
    bool embedded = true;     ///< false as soon as a workspace is named
    bool anyWorkspace = true; ///< nothing was said about it: see chooseWorkspace()
    QString workspace;        ///< `--workspace`: a remembered one, by name
    QUrl url;                 ///< `--url`: fills the sign-in form
    QString anonKey;
    QString email;
    bool passwordStdin = false; ///< signs in with `url`, `anonKey`, `email` and the first line of standard input

    QString scale = QStringLiteral("demo"); ///< of the embedded backend: demo, ref, xl
    quint64 seed = 1;
    QString database; ///< file of the embedded backend; empty: in the data folder, `:memory:` for none
    int workers = 36;
    double rate = 200; ///< submissions a minute of the simulated fleet; 0: no fleet

    std::optional<std::chrono::seconds> runFor; ///< stop by itself after this long
    QString shots;                              ///< folder for screenshots of the pages
    bool summary = false;                       ///< print a line a second of what is seen
    QString stateFile;                          ///< written each second: what the window shows, as JSON

    QString renderer = QStringLiteral("auto"); ///< auto, gpu or software: see chooseRenderer()
    QString drawnBy;                           ///< not from the command line: who draws the window, in words
    QString theme;                             ///< dark, light, or empty for the kept choice
    QString language;
    QString page;
    QSize size;
    /// Nobody is there to read the window: it runs for a time, or to print.
    bool unattended() const { return runFor || summary; }

    bool forgetful = false; ///< neither read nor write settings, keychain or replica: for tests and pictures
};

/// Usage errors carry the one line to print.
Result<Options> parseOptions(const QStringList &arguments);

/// The text of `--help`.
QString helpText();

} // namespace bolt
