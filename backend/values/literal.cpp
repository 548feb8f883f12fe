// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/values/literal.h"

#include "backend/http/headers.h"
#include "backend/http/json_text.h"
#include "models/domain/instant.h"

#include <QUuid>
#include <charconv>
#include <limits>

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

Error bad(PgType type, std::string_view text)
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

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

template<class Number>
bool readNumber(std::string_view text, Number *out, bool *range)
{
    text = trimmed(text);
    if (text.size() > 1 && text.front() == '+' && text[1] != '-')
        text.remove_prefix(1);
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), *out);
    *range = ec == std::errc::result_out_of_range;
    return ec == std::errc() && end == text.data() + text.size();
}

/// Digits that may go into a JSON text as they are; neither "nan" nor ".5".
bool isJsonNumber(std::string_view text)
{
    const std::string_view digits = trimmed(text);
    return !digits.empty() && digits.find_first_not_of("0123456789+-.eE") == std::string_view::npos &&
           nlohmann::json::accept(digits);
}

Result<Value> integer(PgType type, std::string_view text)
{
    qint64 number = 0;
    bool range = false;
    if (!readNumber(text, &number, &range))
        return range ? outOfRange(type, text) : bad(type, text);
    if (type == PgType::Int4 &&
        (number > std::numeric_limits<qint32>::max() || number < std::numeric_limits<qint32>::min()))
        return outOfRange(type, text);
    return Value(number);
}

Result<Value> boolean(std::string_view text)
{
    const std::string_view word = trimmed(text);
    for (const char *yes : {"true", "t", "yes", "y", "on", "1"}) {
        if (equalsNoCase(word, yes))
            return Value(qint64(1));
    }
    for (const char *no : {"false", "f", "no", "n", "off", "0"}) {
        if (equalsNoCase(word, no))
            return Value(qint64(0));
    }
    return bad(PgType::Bool, text);
}

double asDouble(const Value &value)
{
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *number = std::get_if<qint64>(&value))
        return double(*number);
    double out = 0;
    bool range = false;
    if (const auto *text = std::get_if<std::string>(&value))
        readNumber(*text, &out, &range);
    return out;
}

template<class T>
int order(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

} // namespace

bool isTextual(PgType type) { return type == PgType::Text || type == PgType::Bpchar; }

Result<Value> valueFromText(PgType type, std::string_view text)
{
    bool range = false;
    double real = 0;
    switch (type) {
    case PgType::Int4:
    case PgType::Int8:
        return integer(type, text);
    case PgType::Bool:
        return boolean(text);
    case PgType::Float4:
        if (!isJsonNumber(text))
            return bad(type, text);
        if (!readNumber(text, &real, &range))
            return range ? outOfRange(type, text) : bad(type, text);
        return Value(real);
    case PgType::Numeric:
        // Kept as its digits, which go out as they are: a double would not hold them.
        if (!isJsonNumber(text))
            return bad(type, text);
        return Value(std::string(trimmed(text)));
    case PgType::TimestampTz: {
        // A date alone is its midnight.
        const std::string_view word = trimmed(text);
        const bool date = word.size() == 10 && word.find_first_not_of("0123456789-") == std::string_view::npos;
        const auto at = date ? parseInstant(std::string(word) + "T00:00:00Z") : parseInstant(word);
        return at ? Result<Value>(Value(qint64(toMicros(*at)))) : Result<Value>(bad(type, text));
    }
    case PgType::Uuid: {
        const QUuid uuid = QUuid::fromString(QLatin1StringView(text.data(), qsizetype(text.size())));
        if (uuid.isNull() && text.substr(0, 8) != "00000000")
            return bad(type, text);
        return Value(uuid.toString(QUuid::WithoutBraces).toStdString());
    }
    case PgType::Jsonb: {
        const auto json = parseJson(text);
        return json.is_discarded() ? Result<Value>(bad(type, text)) : Result<Value>(Value(dumpJson(json)));
    }
    case PgType::Text:
    case PgType::Bpchar:
        break;
    }
    return Value(std::string(text));
}

Result<Value> valueFromJson(PgType type, const nlohmann::json &json)
{
    if (json.is_null())
        return Value(nullptr);
    if (type == PgType::Jsonb)
        return Value(dumpJson(json));
    if (json.is_string())
        return valueFromText(type, json.get_ref<const std::string &>());
    return valueFromText(type, dumpJson(json));
}

Value valueFromRecord(PgType type, std::string_view jsonText)
{
    if (jsonText.empty() || jsonText == "null")
        return nullptr;
    std::string text(jsonText);
    if (type == PgType::Jsonb)
        return text;
    if (text.front() == '"') {
        const auto json = nlohmann::json::parse(text, nullptr, false);
        if (!json.is_string())
            return nullptr;
        text = json.get<std::string>();
    }
    auto value = valueFromText(type, text);
    return value ? *value : Value(nullptr);
}

int compareValues(PgType type, const Value &a, const Value &b)
{
    switch (type) {
    case PgType::Int4:
    case PgType::Int8:
    case PgType::Bool:
    case PgType::TimestampTz:
        if (std::holds_alternative<qint64>(a) && std::holds_alternative<qint64>(b))
            return order(std::get<qint64>(a), std::get<qint64>(b));
        return order(asDouble(a), asDouble(b));
    case PgType::Numeric:
    case PgType::Float4:
        return order(asDouble(a), asDouble(b));
    default:
        break;
    }
    const auto *left = std::get_if<std::string>(&a);
    const auto *right = std::get_if<std::string>(&b);
    return left && right ? order(*left, *right) : 0;
}

} // namespace bolt::backend
