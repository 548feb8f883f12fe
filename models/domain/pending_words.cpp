// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pending_words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bolt {

namespace {

class PendingWords
{
    Q_DECLARE_TR_FUNCTIONS(PendingWords)
public:
    static QString of(const QString &verb)
    {
        static constexpr std::pair<QLatin1String, const char *> known[] = {
            {"submissions.retry"_L1, QT_TR_NOOP("retry requested …")},
            {"jobs.retry-failed"_L1, QT_TR_NOOP("retry requested …")},
            {"submissions.skip"_L1, QT_TR_NOOP("skip requested …")},
            {"submissions.verify"_L1, QT_TR_NOOP("verification requested …")},
            {"jobs.pause"_L1, QT_TR_NOOP("pause requested …")},
            {"jobs.resume"_L1, QT_TR_NOOP("resume requested …")},
            {"jobs.cancel"_L1, QT_TR_NOOP("cancel requested …")},
            {"jobs.priority"_L1, QT_TR_NOOP("priority requested …")},
        };
        const auto *const it = std::ranges::find(known, verb, [](const auto &pair) { return pair.first; });
        return it == std::end(known) ? QString() : tr(it->second);
    }
};

} // namespace

QString pendingWords(const QString &verb)
{
    const QString known = PendingWords::of(verb);
    return known.isEmpty() && !verb.isEmpty() ? verb + u" …"_s : known;
}

} // namespace bolt
