// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/error_code.h"

#include <QHash>

namespace bolt {

ErrorClass errorClass(QStringView code)
{
    using enum ErrorClass;
    static const QHash<QString, ErrorClass> classes{
        {QStringLiteral("TIMEOUT"), Transient},
        {QStringLiteral("NAVIGATION"), Transient},
        {QStringLiteral("SITE_DOWN"), Transient},
        {QStringLiteral("RATE_LIMITED"), Transient},
        {QStringLiteral("SELECTOR_NOT_FOUND"), SiteChanged},
        {QStringLiteral("CAPTCHA"), Manual},
        {QStringLiteral("LOGIN_REQUIRED"), Manual},
        {QStringLiteral("EMAIL_VERIFICATION"), Manual},
        {QStringLiteral("PHONE_VERIFICATION"), Manual},
        {QStringLiteral("VALIDATION"), Data},
        {QStringLiteral("DUPLICATE_LISTING"), Permanent},
        {QStringLiteral("REJECTED"), Permanent},
        {QStringLiteral("PAYMENT_REQUIRED"), Permanent},
    };
    return classes.value(code.toString(), Unknown);
}

} // namespace bolt
