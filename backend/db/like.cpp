// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/like.h"

namespace bolt::backend {
namespace {

constexpr std::size_t kBits = 64;

/// The same letter of ASCII in the other case, else the byte itself.
unsigned char otherCase(unsigned char c)
{
    const auto lower = static_cast<unsigned char>(c | 0x20);
    return lower >= 'a' && lower <= 'z' ? static_cast<unsigned char>(c ^ 0x20) : c;
}

/// Not the first byte of a character.
bool isInner(unsigned char c) { return (c & 0xc0) == 0x80; }

void set(std::uint64_t *words, std::size_t bit) { words[bit / kBits] |= std::uint64_t(1) << (bit % kBits); }

} // namespace

// Follows every way to match at once: bit n of the state says that the text so far may be the first n steps of the
// pattern. A step takes one byte: a literal, or for '_' the first of a character.
LikePattern::LikePattern(std::string_view pattern, bool noCase)
    : m_noCase(noCase)
    , m_words(pattern.size() / kBits + 1)
    , m_literals(m_words)
    , m_any(m_words)
    , m_runs(m_words)
    , m_behindAny(m_words)
{
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '%') {
            set(m_runs.data(), m_steps);
        } else if (pattern[i] == '_') {
            set(m_any.data(), m_steps++);
            set(m_behindAny.data(), m_steps);
        } else {
            if (pattern[i] == '\\' && i + 1 < pattern.size())
                ++i;
            set(literals(static_cast<unsigned char>(pattern[i])), m_steps++);
        }
    }
}

LikePattern::Word *LikePattern::literals(unsigned char c)
{
    std::uint16_t &row = m_rowOf[c];
    if (row == 0) {
        row = static_cast<std::uint16_t>(m_literals.size() / m_words);
        m_literals.resize(m_literals.size() + m_words);
        if (m_noCase)
            m_rowOf[otherCase(c)] = row;
    }
    return m_literals.data() + row * m_words;
}

bool LikePattern::matches(std::string_view text) const
{
    std::vector<Word> state(m_words);
    set(state.data(), 0);
    for (const char c : text) {
        if (!take(state, static_cast<unsigned char>(c)))
            return false;
    }
    return (state[m_steps / kBits] >> (m_steps % kBits)) & 1;
}

/// False when nothing can match any more.
bool LikePattern::take(std::vector<Word> &state, unsigned char c) const
{
    const Word *literal = m_literals.data() + m_rowOf[c] * m_words;
    const bool inner = isInner(c);
    Word carry = 0;
    Word alive = 0;
    for (std::size_t i = 0; i < m_words; ++i) {
        const Word stepped = state[i] & (inner ? literal[i] : literal[i] | m_any[i]);
        const Word stayed = state[i] & (inner ? m_runs[i] | m_behindAny[i] : m_runs[i]);
        state[i] = stepped << 1 | carry | stayed;
        carry = stepped >> (kBits - 1);
        alive |= state[i];
    }
    return alive != 0;
}

} // namespace bolt::backend
