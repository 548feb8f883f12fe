// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/values/literal.h"

#include "backend/db/number_text.h"
#include "backend/http/headers.h"
#include "backend/http/json_text.h"
#include "models/domain/instant.h"

#include <QUuid>

namespace bolt::backend {
namespace {

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
    return badText(PgType::Bool, text);
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
        return integerFromText(type, text);
    case PgType::Bool:
        return boolean(text);
    case PgType::Float4: {
        const auto digits = numericDigits(text);
        if (!digits || !readNumber(*digits, &real, &range))
            return range ? outOfRange(type, text) : badText(type, text);
        return Value(real);
    }
    case PgType::Numeric:
        return numericFromText(text);
    case PgType::TimestampTz: {
        // A date alone is its midnight.
        const std::string_view word = trimmed(text);
        const bool date = word.size() == 10 && word.find_first_not_of("0123456789-") == std::string_view::npos;
        const auto at = date ? parseInstant(std::string(word) + "T00:00:00Z") : parseInstant(word);
        return at ? Result<Value>(Value(qint64(toMicros(*at)))) : Result<Value>(badText(type, text));
    }
    case PgType::Uuid: {
        const QUuid uuid = QUuid::fromString(QLatin1StringView(text.data(), qsizetype(text.size())));
        if (uuid.isNull() && text.substr(0, 8) != "00000000")
            return badText(type, text);
        return Value(uuid.toString(QUuid::WithoutBraces).toStdString());
    }
    case PgType::Jsonb: {
        const auto json = parseJson(text);
        return json.is_discarded() ? Result<Value>(badText(type, text)) : Result<Value>(Value(dumpJson(json)));
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
