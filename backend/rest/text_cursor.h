// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace bolt::backend {

/// Reads a PostgREST expression from the left. Bounded nesting: what a client writes must not exhaust the stack.
class TextCursor
{
public:
    static constexpr int kMaxDepth = 16;

    explicit TextCursor(std::string_view text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    std::string_view rest() const { return m_text.substr(m_at); }
    std::string_view whole() const { return m_text; }
    bool take(char c)
    {
        if (peek() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }
    bool take(std::string_view word)
    {
        if (rest().substr(0, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }
    /// Up to the first of `stops`, or the end.
    std::string until(std::string_view stops)
    {
        const std::size_t end = std::min(m_text.find_first_of(stops, m_at), m_text.size());
        std::string out(m_text.substr(m_at, end - m_at));
        m_at = end;
        return out;
    }
    /// A text in double quotes, with backslash escapes; false when it does not end. The cursor is at the first quote.
    bool quoted(std::string *out)
    {
        out->clear();
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            else if (m_text[m_at] == '"') {
                ++m_at;
                return true;
            }
            out->push_back(m_text[m_at]);
        }
        return false;
    }
    /// A column, alias or relation: quoted, or letters, digits, '_', '$', '-', ' ' and anything beyond ASCII.
    bool name(std::string *out)
    {
        if (peek() == '"')
            return quoted(out) && !out->empty();
        out->clear();
        while (!atEnd() && isNameByte(peek()) && rest().substr(0, 2) != "->")
            out->push_back(m_text[m_at++]);
        while (!out->empty() && out->back() == ' ')
            out->pop_back();
        return !out->empty();
    }

private:
    static bool isNameByte(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
               c == '-' || c == ' ' || static_cast<unsigned char>(c) >= 0x80;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace bolt::backend
