// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/like.h"

#include <cstdint>
#include <vector>

namespace bolt::backend {
namespace {

using Word = std::uint64_t;
constexpr std::size_t kBits = 64;

unsigned char fold(unsigned char c, bool noCase)
{
    return noCase && c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c + ('a' - 'A')) : c;
}

/// Not the first byte of a character.
bool isInner(unsigned char c) { return (c & 0xc0) == 0x80; }

/// Follows every way to match at once: bit n of the state says that the text so far may be the first n steps of the
/// pattern. A step takes one byte: a literal, or for '_' the first of a character.
class Matcher
{
public:
    Matcher(std::string_view pattern, bool noCase)
        : m_noCase(noCase)
        , m_words(pattern.size() / kBits + 1)
        , m_literals(256 * m_words)
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

    bool matches(std::string_view text)
    {
        std::vector<Word> state(m_words);
        set(state.data(), 0);
        for (const char c : text) {
            if (!take(state, static_cast<unsigned char>(c)))
                return false;
        }
        return (state[m_steps / kBits] >> (m_steps % kBits)) & 1;
    }

private:
    static void set(Word *words, std::size_t bit) { words[bit / kBits] |= Word(1) << (bit % kBits); }
    Word *literals(unsigned char c) { return m_literals.data() + fold(c, m_noCase) * m_words; }

    /// False when nothing can match any more.
    bool take(std::vector<Word> &state, unsigned char c)
    {
        const Word *literal = literals(c);
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

    bool m_noCase;
    std::size_t m_words;
    std::size_t m_steps = 0;
    std::vector<Word> m_literals; ///< of each byte: which steps take it
    std::vector<Word> m_any;      ///< the steps of '_'
    std::vector<Word> m_runs;     ///< where a '%' stands before the step
    std::vector<Word> m_behindAny;
};

} // namespace

bool like(std::string_view text, std::string_view pattern, bool noCase)
{
    return Matcher(pattern, noCase).matches(text);
}

} // namespace bolt::backend
