// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace bolt {

/// The context of what is said of the copy on this computer: the desk shows it in its language, boltdesk-watch has no
/// catalogue and says it in English, so that plural forms are sentences of their own.
class CopyWords
{
    Q_DECLARE_TR_FUNCTIONS(CopyWords)
public:
    static QString counted(int n, const char *one, const char *many) { return n == 1 ? tr(one) : tr(many).arg(n); }
};

} // namespace bolt
