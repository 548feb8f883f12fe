// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/error_words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bolt {

namespace {

class ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
public:
    static QString of(const QString &code)
    {
        static constexpr std::pair<QLatin1String, const char *> known[] = {
            {"TIMEOUT"_L1, QT_TR_NOOP("timed out")},
            {"NAVIGATION"_L1, QT_TR_NOOP("page did not load")},
            {"SITE_DOWN"_L1, QT_TR_NOOP("site is down")},
            {"RATE_LIMITED"_L1, QT_TR_NOOP("too many requests")},
            {"SELECTOR_NOT_FOUND"_L1, QT_TR_NOOP("form changed")},
            {"CAPTCHA"_L1, QT_TR_NOOP("captcha")},
            {"LOGIN_REQUIRED"_L1, QT_TR_NOOP("login needed")},
            {"EMAIL_VERIFICATION"_L1, QT_TR_NOOP("e-mail check")},
            {"PHONE_VERIFICATION"_L1, QT_TR_NOOP("phone check")},
            {"VALIDATION"_L1, QT_TR_NOOP("invalid data")},
            {"DUPLICATE_LISTING"_L1, QT_TR_NOOP("already listed")},
            {"REJECTED"_L1, QT_TR_NOOP("rejected")},
            {"PAYMENT_REQUIRED"_L1, QT_TR_NOOP("payment needed")},
        };
        const auto *const it = std::ranges::find(known, code, [](const auto &pair) { return pair.first; });
        return it == std::end(known) ? QString() : tr(it->second);
    }
};

bool looksLikeCode(const QString &text)
{
    return std::ranges::all_of(
        text, [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'; });
}

} // namespace

QString errorWords(const QString &code)
{
    if (!looksLikeCode(code))
        return code;
    const QString known = ErrorWords::of(code);
    return known.isEmpty() ? code.toLower().replace(u'_', u' ') : known;
}

QString errorWordsAndCode(const QString &code)
{
    const QString known = ErrorWords::of(code);
    if (known.isEmpty())
        return code;
    // "captcha (CAPTCHA)" says nothing more.
    return known.compare(code, Qt::CaseInsensitive) == 0 ? known : u"%1 (%2)"_s.arg(known, code);
}

} // namespace bolt
