// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/number_text.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace bolt::backend {
namespace {

std::string_view pgName(PgType type)
{
    switch (type) {
    case PgType::Int4:
        return "integer";
    case PgType::Int8:
        return "bigint";
    case PgType::Float4:
        return "real";
    case PgType::Bool:
        return "boolean";
    case PgType::TimestampTz:
        return "timestamp with time zone";
    case PgType::Jsonb:
        return "json";
    default:
        return typeName(type);
    }
}

QString quoted(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(std::min<std::size_t>(text.size(), 200)));
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

bool isJsonNumber(std::string_view text)
{
    const std::string_view digits = trimmed(text);
    return !digits.empty() && digits.find_first_not_of("0123456789+-.eE") == std::string_view::npos &&
           nlohmann::json::accept(digits);
}

Error badText(PgType type, std::string_view text)
{
    const bool time = type == PgType::TimestampTz;
    return Error{Error::Kind::Invalid,
                 time ? QStringLiteral("22007") : QStringLiteral("22P02"),
                 QStringLiteral("invalid input syntax for type %1: \"%2\"").arg(quoted(pgName(type)), quoted(text)),
                 {},
                 0};
}

Error outOfRange(PgType type, std::string_view text)
{
    return Error{Error::Kind::Invalid,
                 QStringLiteral("22003"),
                 QStringLiteral("value \"%1\" is out of range for type %2").arg(quoted(text), quoted(pgName(type))),
                 {},
                 0};
}

Result<Value> integerFromText(PgType type, std::string_view text)
{
    qint64 number = 0;
    bool range = false;
    if (!readNumber(text, &number, &range))
        return range ? outOfRange(type, text) : badText(type, text);
    if (type == PgType::Int4 &&
        (number > std::numeric_limits<qint32>::max() || number < std::numeric_limits<qint32>::min()))
        return outOfRange(type, text);
    return Value(number);
}

Result<Value> numericFromText(std::string_view text)
{
    if (!isJsonNumber(text))
        return badText(PgType::Numeric, text);
    return Value(std::string(trimmed(text)));
}

} // namespace bolt::backend
