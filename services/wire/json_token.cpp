// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/json_token.h"

#include <QByteArrayView>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace bolt::wire {

namespace {

/// Value of four hex digits at `at`, or -1.
int hex4(std::string_view text, size_t at)
{
    if (at + 4 > text.size())
        return -1;
    int value = 0;
    for (size_t i = at; i < at + 4; ++i) {
        const char c = text[i];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

void appendUtf8(std::string &out, char32_t c)
{
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

constexpr char32_t replacement = 0xFFFD;

/// Reads the `\uXXXX` (pair) whose backslash is at `at`; moves `at` behind it. False: not four hex digits.
bool unescapeUnicode(std::string_view text, size_t &at, std::string &out)
{
    const int high = hex4(text, at + 2);
    if (high < 0)
        return false;
    at += 6;
    auto c = static_cast<char32_t>(high);
    if (c >= 0xD800 && c <= 0xDBFF) {
        const bool pair = at + 1 < text.size() && text[at] == '\\' && text[at + 1] == 'u';
        const int low = pair ? hex4(text, at + 2) : -1;
        if (low >= 0xDC00 && low <= 0xDFFF) {
            c = 0x10000 + ((c - 0xD800) << 10) + (static_cast<char32_t>(low) - 0xDC00);
            at += 6;
        } else {
            c = replacement;
        }
    } else if (c >= 0xDC00 && c <= 0xDFFF) {
        c = replacement;
    }
    appendUtf8(out, c);
    return true;
}

bool isInfinity(std::string_view text) { return text == "infinity" || text == "-infinity"; }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// How many digits there are from `at` on.
size_t digitsFrom(std::string_view text, size_t at)
{
    size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - at;
}

bool isNumber(std::string_view text)
{
    size_t at = !text.empty() && text.front() == '-' ? 1 : 0;
    const size_t whole = digitsFrom(text, at);
    if (whole == 0)
        return false;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const size_t fraction = digitsFrom(text, at + 1);
        if (fraction == 0)
            return false;
        at += 1 + fraction;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        at += at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+') ? 2 : 1;
        const size_t exponent = digitsFrom(text, at);
        if (exponent == 0)
            return false;
        at += exponent;
    }
    return at == text.size();
}

constexpr qint64 farExponent = 1'000'000'000; // beyond any double, and far from what a qint64 cannot hold

/// A decimal number as its digits, without zeros at either end, and the power of ten of the last one.
struct Decimal
{
    std::string digits;
    qint64 power = 0;
    bool operator==(const Decimal &) const = default;

    explicit Decimal(std::string_view number)
    {
        const size_t e = std::min(number.find_first_of("eE"), number.size());
        const std::string_view mantissa = number.substr(0, e);
        const size_t point = std::min(mantissa.find('.'), mantissa.size());
        for (const char c : mantissa) {
            if (isDigit(c) && (c != '0' || !digits.empty()))
                digits += c;
        }
        if (e < number.size())
            std::from_chars(number.data() + e + (number[e + 1] == '+' ? 2 : 1), number.data() + number.size(), power);
        power = std::clamp<qint64>(power, -farExponent, farExponent);
        if (point < mantissa.size())
            power -= static_cast<qint64>(mantissa.size() - point - 1);
        while (!digits.empty() && digits.back() == '0') {
            digits.pop_back();
            ++power;
        }
        if (digits.empty())
            power = 0;
        else if (mantissa.front() == '-')
            digits.insert(0, 1, '-');
    }
};

/// The shortest text that names this very number says the same as the token does.
template<class T>
bool namesTheSame(const JsonToken &token, T value)
{
    const auto number = token.number();
    if (!number)
        return true;
    // So few digits always come back.
    constexpr size_t sure = std::numeric_limits<T>::digits10;
    if (number->size() <= sure && number->find_first_of("eE") == std::string_view::npos)
        return true;
    std::array<char, 64> shortest{};
    const auto end = std::to_chars(shortest.data(), shortest.data() + shortest.size(), value).ptr;
    return Decimal(*number) == Decimal({shortest.data(), static_cast<size_t>(end - shortest.data())});
}

/// At most `most` bytes of a UTF-8 text, not in the middle of a character.
std::string_view cutAt(std::string_view text, size_t most)
{
    size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

} // namespace

JsonToken::JsonToken(std::string_view raw)
    : m_raw(raw)
{
    while (!m_raw.empty() &&
           (m_raw.back() == ' ' || m_raw.back() == '\n' || m_raw.back() == '\r' || m_raw.back() == '\t'))
        m_raw.remove_suffix(1);
}

std::optional<std::string_view> JsonToken::number() const
{
    const auto text = isString() ? plain() : std::optional(m_raw);
    return text && isNumber(*text) ? text : std::nullopt;
}

std::optional<bool> JsonToken::toBool() const
{
    const auto text = isString() ? plain() : std::optional(m_raw);
    if (text == "true" || text == "t" || text == "1")
        return true;
    if (text == "false" || text == "f" || text == "0")
        return false;
    return {};
}

std::optional<qint64> JsonToken::toInt64() const
{
    const auto text = number();
    if (!text)
        return {};
    qint64 value = 0;
    const char *end = text->data() + text->size();
    const auto [at, error] = std::from_chars(text->data(), end, value);
    if (error != std::errc() || (at != end && *at != '.'))
        return {};
    if (at != end &&
        std::string_view(at + 1, static_cast<size_t>(end - at - 1)).find_first_not_of('0') != std::string_view::npos)
        return {};
    return value;
}

std::optional<double> JsonToken::toDouble() const
{
    const auto text = number();
    if (!text)
        return {};
    bool ok = false;
    const double value = QByteArrayView(text->data(), static_cast<qsizetype>(text->size())).toDouble(&ok);
    if (!ok || !std::isfinite(value))
        return {};
    return value;
}

std::optional<std::string_view> JsonToken::plain() const
{
    if (m_raw.size() < 2 || m_raw.front() != '"' || m_raw.back() != '"')
        return {};
    const auto inner = m_raw.substr(1, m_raw.size() - 2);
    if (inner.find('\\') != std::string_view::npos)
        return {};
    return inner;
}

std::optional<std::string> JsonToken::toUtf8() const
{
    if (m_raw.size() < 2 || m_raw.front() != '"' || m_raw.back() != '"')
        return {};
    const auto text = m_raw.substr(1, m_raw.size() - 2);
    std::string out;
    size_t at = 0;
    while (at < text.size()) {
        const auto slash = std::min(text.find('\\', at), text.size());
        out.append(text, at, slash - at);
        at = slash;
        if (out.size() > maxTextBytes)
            return std::string(cutAt(out, maxTextBytes)).append(ellipsis);
        if (at == text.size())
            break;
        if (at + 1 == text.size())
            return {};
        const char c = text[at + 1];
        if (c == 'u') {
            if (!unescapeUnicode(text, at, out))
                return {};
            continue;
        }
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view means = "\"\\/\b\f\n\r\t";
        const auto which = names.find(c);
        if (which == std::string_view::npos)
            return {};
        out += means[which];
        at += 2;
    }
    return out;
}

std::optional<QString> JsonToken::toText() const
{
    if (const auto text = plain()) {
        const auto shown = text->size() > maxTextBytes ? cutAt(*text, maxTextBytes) : *text;
        QString out = QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size()));
        if (shown.size() < text->size())
            out += QChar(0x2026);
        return out;
    }
    const auto text = toUtf8();
    if (!text)
        return {};
    return QString::fromStdString(*text);
}

bool readToken(const JsonToken &token, bool &out)
{
    if (token.isNull()) {
        out = {};
        return true;
    }
    const auto value = token.toBool();
    out = value.value_or(out);
    return value.has_value();
}

bool readToken(const JsonToken &token, qint64 &out)
{
    if (token.isNull()) {
        out = 0;
        return true;
    }
    const auto value = token.toInt64();
    out = value.value_or(out);
    return value.has_value();
}

bool readToken(const JsonToken &token, int &out)
{
    qint64 wide = 0;
    if (!readToken(token, wide) || wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return false;
    out = static_cast<int>(wide);
    return true;
}

bool readToken(const JsonToken &token, double &out)
{
    if (token.isNull()) {
        out = 0;
        return true;
    }
    const auto value = token.toDouble();
    out = value.value_or(out);
    return value.has_value();
}

bool readToken(const JsonToken &token, QString &out)
{
    if (token.isNull()) {
        out.clear();
        return true;
    }
    auto text = token.toText();
    if (!text && !token.isString() && (token.number() || token.toBool()))
        text = QString::fromLatin1(token.raw().data(), static_cast<qsizetype>(token.raw().size()));
    if (text)
        out = std::move(*text);
    return text.has_value();
}

bool isExact(const JsonToken &token, double value) { return namesTheSame(token, value); }
bool isExact(const JsonToken &token, float value) { return namesTheSame(token, value); }

bool readToken(const JsonToken &token, QUuid &out)
{
    if (token.isNull()) {
        out = {};
        return true;
    }
    const auto text = token.plain();
    if (!text || text->size() != 36)
        return false;
    const auto uuid = QUuid::fromString(QLatin1StringView(text->data(), static_cast<qsizetype>(text->size())));
    if (uuid.isNull())
        return false;
    out = uuid;
    return true;
}

bool readToken(const JsonToken &token, Instant &out)
{
    const auto text = token.plain();
    const auto at = text ? parseInstant(*text) : std::nullopt;
    out = at.value_or(out);
    return at.has_value();
}

bool readToken(const JsonToken &token, std::optional<Instant> &out)
{
    const auto text = token.plain();
    if (token.isNull() || (text && isInfinity(*text))) {
        out.reset();
        return true;
    }
    const auto at = text ? parseInstant(*text) : std::nullopt;
    if (at)
        out = at;
    return at.has_value();
}

bool readToken(const JsonToken &token, std::optional<int> &out)
{
    if (token.isNull()) {
        out.reset();
        return true;
    }
    int value = 0;
    if (!readToken(token, value))
        return false;
    out = value;
    return true;
}

bool readToken(const JsonToken &token, std::optional<float> &out)
{
    const auto text = token.plain();
    if (token.isNull() || (text && (*text == "NaN" || text->ends_with("Infinity")))) {
        out.reset();
        return true;
    }
    const auto value = token.toDouble();
    const bool fits = value && std::abs(*value) <= double(std::numeric_limits<float>::max());
    if (fits)
        out = static_cast<float>(*value);
    return fits;
}

} // namespace bolt::wire
