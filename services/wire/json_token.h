// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QString>
#include <optional>
#include <string>
#include <string_view>

namespace bolt::wire {

/// No text of the desk is longer: a longer one is cut, at a character, and ends with an ellipsis.
inline constexpr size_t maxTextBytes = 64u << 10;

/// One JSON scalar as it stands in the text. Numbers stay exact because nothing reads them before it is known what they
/// are.
class JsonToken
{
public:
    explicit JsonToken(std::string_view raw);

    bool isNull() const { return m_raw == "null"; }
    bool isString() const { return !m_raw.empty() && m_raw.front() == '"'; }
    std::string_view raw() const { return m_raw; }

    /// The text of a JSON number, or of one in a string (`numeric` of some servers); nothing when it is none.
    std::optional<std::string_view> number() const;
    /// Also as a text, or as the 1 and 0 of servers without such a type.
    std::optional<bool> toBool() const;
    /// An integer that fits, written without exponent; its fraction, if any, is zero.
    std::optional<qint64> toInt64() const;
    /// The nearest one to any number; finite only.
    std::optional<double> toDouble() const;
    /// The text between the quotes when it holds no escapes; nothing otherwise. Costs nothing.
    std::optional<std::string_view> plain() const;
    /// Escapes resolved; lone surrogates become U+FFFD. Nothing when it is no string; over maxTextBytes it is cut.
    std::optional<std::string> toUtf8() const;
    std::optional<QString> toText() const;

private:
    std::string_view m_raw;
};

// Each leaves `out` alone and returns false when the token is no such value. SQL NULL is the default of a plain type
// and nothing of an optional one: null is a value, missing is not (contracts/supabase.md §1.8.5).
bool readToken(const JsonToken &token, bool &out);
bool readToken(const JsonToken &token, int &out);
bool readToken(const JsonToken &token, qint64 &out);
bool readToken(const JsonToken &token, double &out);
/// A number, or true and false, is the text of it.
bool readToken(const JsonToken &token, QString &out);
bool readToken(const JsonToken &token, QUuid &out);
/// Null is refused: created_at and updated_at are never null.
bool readToken(const JsonToken &token, Instant &out);
/// `infinity` is nothing.
bool readToken(const JsonToken &token, std::optional<Instant> &out);
bool readToken(const JsonToken &token, std::optional<int> &out);
/// `NaN` is nothing.
bool readToken(const JsonToken &token, std::optional<float> &out);

/// A number that was read is exactly what the token says.
bool isExact(const JsonToken &token, double value);
bool isExact(const JsonToken &token, float value);

template<class Tag>
bool readToken(const JsonToken &token, Id<Tag> &out)
{
    QUuid uuid;
    if (!readToken(token, uuid))
        return false;
    out = Id<Tag>(uuid);
    return true;
}
template<class Tag>
bool readToken(const JsonToken &token, TextId<Tag> &out)
{
    QString text;
    if (token.raw().size() > maxTextBytes || !readToken(token, text)) // half an id is none
        return false;
    out = TextId<Tag>(std::move(text));
    return true;
}

} // namespace bolt::wire
