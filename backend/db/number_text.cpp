// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/number_text.h"

#include <algorithm>
#include <cmath>
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

/// What stands in a number; views into its text.
struct Decimal
{
    bool negative = false;
    std::string_view whole; ///< without leading zeros
    std::string_view fraction;
    std::string_view exponent; ///< with its sign
};

std::string_view takeDigits(std::string_view *text)
{
    const std::string_view digits = text->substr(0, text->find_first_not_of("0123456789"));
    text->remove_prefix(digits.size());
    return digits;
}

bool takeOne(std::string_view *text, std::string_view anyOf)
{
    const bool there = !text->empty() && anyOf.find(text->front()) != std::string_view::npos;
    text->remove_prefix(there ? 1 : 0);
    return there;
}

std::optional<Decimal> readDecimal(std::string_view text)
{
    Decimal number;
    text = trimmed(text);
    number.negative = text.substr(0, 1) == "-";
    takeOne(&text, "+-");
    number.whole = takeDigits(&text);
    const bool whole = !number.whole.empty();
    number.whole.remove_prefix(std::min(number.whole.find_first_not_of('0'), number.whole.size()));
    if (takeOne(&text, "."))
        number.fraction = takeDigits(&text);
    if (!whole && number.fraction.empty())
        return {};
    if (takeOne(&text, "eE")) {
        number.exponent = text;
        takeOne(&text, "+-");
        if (takeDigits(&text).empty())
            return {};
    }
    return text.empty() ? std::optional(number) : std::nullopt;
}

/// Beyond any number of digits that a text can have, so that sums of it do not overflow.
qint64 exponentOf(const Decimal &number)
{
    constexpr qint64 most = qint64(1) << 40;
    qint64 exponent = 0;
    bool range = false;
    if (!number.exponent.empty() && !readNumber(number.exponent, &exponent, &range))
        return number.exponent.front() == '-' ? -most : most;
    return std::clamp(exponent, -most, most);
}

/// From the first that is not 0.
std::string significantDigits(const Decimal &number)
{
    const std::string digits = std::string(number.whole) + std::string(number.fraction);
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

/// How many of its significant digits are whole ones: of 12.5 two, of 1e3 four, of 0.05 one less than none.
qint64 wholeDigits(const Decimal &number, const std::string &significant)
{
    return qint64(significant.size()) - qint64(number.fraction.size()) + exponentOf(number);
}

std::string shown(const Decimal &number)
{
    std::string digits = number.negative ? "-" : "";
    digits += number.whole.empty() ? "0" : number.whole;
    if (!number.fraction.empty())
        digits.append(".").append(number.fraction);
    if (!number.exponent.empty())
        digits.append("e").append(number.exponent);
    return digits;
}

/// Of a number, where outOfRange is of a text.
Error tooLarge(PgType type)
{
    return Error{Error::Kind::Invalid,
                 QStringLiteral("22003"),
                 QStringLiteral("%1 out of range").arg(quoted(pgName(type))),
                 {},
                 0};
}

/// What a JSON text is, by its first character; empty of a number.
std::string_view jsonKind(std::string_view json)
{
    switch (json.empty() ? '\0' : json.front()) {
    case 'n':
        return "null";
    case 't':
    case 'f':
        return "boolean";
    case '"':
        return "string";
    case '[':
        return "array";
    case '{':
        return "object";
    default:
        return {};
    }
}

qint64 largestOf(PgType type)
{
    return type == PgType::Int4 ? std::numeric_limits<qint32>::max() : std::numeric_limits<qint64>::max();
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

std::optional<std::string> numericDigits(std::string_view text)
{
    const std::optional<Decimal> number = readDecimal(text);
    return number ? std::optional(shown(*number)) : std::nullopt;
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

Result<Value> roundedFromNumeric(PgType type, std::string_view text)
{
    const std::optional<Decimal> number = readDecimal(text);
    if (!number)
        return badText(type, text);
    std::string digits = significantDigits(*number);
    const qint64 point = wholeDigits(*number, digits);
    if (digits.empty() || point < 0)
        return Value(qint64(0));
    constexpr qint64 mostDigits = std::numeric_limits<qint64>::digits10 + 1;
    if (point > mostDigits)
        return tooLarge(type);
    const bool up = std::size_t(point) < digits.size() && digits[std::size_t(point)] >= '5';
    digits.resize(std::size_t(point), '0');
    quint64 size = 0; // nineteen digits and one fit
    std::from_chars(digits.data(), digits.data() + digits.size(), size);
    size += up;
    if (size > quint64(largestOf(type)) + number->negative)
        return tooLarge(type);
    return Value(qint64(number->negative ? quint64(0) - size : size));
}

Result<Value> roundedFromDouble(PgType type, double number)
{
    const double rounded = std::nearbyint(number); // the rounding that every thread begins with: to the even one
    const double end = type == PgType::Int4 ? 0x1p31 : 0x1p63;
    if (!(rounded >= -end && rounded < end))
        return tooLarge(type);
    return Value(qint64(rounded));
}

Result<Value> numericFromText(std::string_view text)
{
    const std::optional<Decimal> number = readDecimal(text);
    if (!number)
        return badText(PgType::Numeric, text);
    const std::string significant = significantDigits(*number);
    if (!significant.empty() && wholeDigits(*number, significant) > std::numeric_limits<double>::max_exponent10)
        return outOfRange(PgType::Numeric, text);
    return Value(shown(*number));
}

Result<Value> numberFromJsonb(PgType type, std::string_view json)
{
    json = trimmed(json);
    if (const std::string_view kind = jsonKind(json); !kind.empty())
        return Error{Error::Kind::Invalid,
                     QStringLiteral("22023"),
                     QStringLiteral("cannot cast jsonb %1 to type %2").arg(quoted(kind), quoted(pgName(type))),
                     {},
                     0};
    return type == PgType::Numeric ? numericFromText(json) : roundedFromNumeric(type, json);
}

} // namespace bolt::backend
