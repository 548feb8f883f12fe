// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace bolt::backend {

/// What a peer may give for a pattern.
constexpr std::size_t kMaxPattern = 1024;

/// A pattern of SQL LIKE over UTF-8, made once for all the texts it is asked of: '%' any run, '_' one character, '\'
/// takes the next as it is. `noCase` folds ASCII. Its time grows with the text, and with the pattern by 64 characters
/// at a time, whatever stands in them.
class LikePattern
{
public:
    LikePattern(std::string_view pattern, bool noCase);

    bool matches(std::string_view text) const;

private:
    using Word = std::uint64_t;

    Word *literals(unsigned char c);
    bool take(std::vector<Word> &state, unsigned char c) const;

    bool m_noCase;
    std::size_t m_words;
    std::size_t m_steps = 0;
    std::array<std::uint16_t, 256> m_rowOf{}; ///< of each byte its row of `m_literals`; 0: of what the pattern lacks
    std::vector<Word> m_literals;             ///< which steps take a byte
    std::vector<Word> m_any;                  ///< the steps of '_'
    std::vector<Word> m_runs;                 ///< where a '%' stands before the step
    std::vector<Word> m_behindAny;
};

} // namespace bolt::backend
