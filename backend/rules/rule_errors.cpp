// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/rule_errors.h"

namespace bolt::backend {

namespace {

QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

} // namespace

Error FieldReasons::error() const
{
    std::string message;
    for (const auto &[field, reason] : m_reasons.items())
        message += (message.empty() ? "" : "; ") + field + ' ' + reason.get<std::string>();
    return {Error::Kind::Invalid, QStringLiteral("validation"), text(message), text(m_reasons.dump())};
}

Error invalid(std::string_view code, std::string_view message)
{
    return {Error::Kind::Invalid, text(code), text(message), {}};
}

Error notFound(std::string_view what, std::string_view id)
{
    return {Error::Kind::NotFound,
            QStringLiteral("not_found"),
            QStringLiteral("There is no %1 %2.").arg(text(what), text(id)),
            {}};
}

Error conflict(std::string_view code, std::string_view message)
{
    return {Error::Kind::Conflict, text(code), text(message), {}};
}

} // namespace bolt::backend
