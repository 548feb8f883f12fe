// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/json_token.h"

#include <QByteArrayView>
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

} // namespace

JsonToken::JsonToken(std::string_view raw)
    : m_raw(raw)
{
    while (!m_raw.empty() &&
           (m_raw.back() == ' ' || m_raw.back() == '\n' || m_raw.back() == '\r' || m_raw.back() == '\t'))
        m_raw.remove_suffix(1);
}

std::optional<bool> JsonToken::toBool() const
{
    if (m_raw == "true")
        return true;
    if (m_raw == "false")
        return false;
    return {};
}

std::optional<qint64> JsonToken::toInt64() const
{
    qint64 value = 0;
    const char *end = m_raw.data() + m_raw.size();
    const auto [at, error] = std::from_chars(m_raw.data(), end, value);
    if (error != std::errc() || at != end)
        return {};
    return value;
}

std::optional<double> JsonToken::toDouble() const
{
    const auto text = isString() ? plain() : std::optional(m_raw);
    if (!text || text->empty() || !((text->front() >= '0' && text->front() <= '9') || text->front() == '-'))
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
            return {};
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
        if (text->size() > maxTextBytes)
            return {};
        return QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size()));
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
    if (text)
        out = std::move(*text);
    return text.has_value();
}

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
    if (value)
        out = static_cast<float>(*value);
    return value.has_value();
}

} // namespace bolt::wire
