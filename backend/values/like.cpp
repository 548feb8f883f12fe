// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/values/like.h"

#include <cstddef>

namespace bolt::backend {
namespace {

char fold(char c, bool noCase) { return noCase && c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; }

std::size_t characterLength(std::string_view text, std::size_t at)
{
    std::size_t n = 1;
    while (at + n < text.size() && (static_cast<unsigned char>(text[at + n]) & 0xc0) == 0x80)
        ++n;
    return n;
}

} // namespace

bool like(std::string_view text, std::string_view pattern, bool noCase)
{
    constexpr std::size_t none = std::string_view::npos;
    std::size_t t = 0;
    std::size_t p = 0;
    std::size_t lastPercent = none;
    std::size_t resume = 0;
    while (t < text.size()) {
        bool stepped = false;
        if (p < pattern.size() && pattern[p] == '%') {
            lastPercent = p++;
            resume = t;
            continue;
        }
        if (p < pattern.size() && pattern[p] == '_') {
            t += characterLength(text, t);
            ++p;
            stepped = true;
        } else if (p < pattern.size()) {
            const std::size_t literal = pattern[p] == '\\' && p + 1 < pattern.size() ? p + 1 : p;
            if (fold(pattern[literal], noCase) == fold(text[t], noCase)) {
                ++t;
                p = literal + 1;
                stepped = true;
            }
        }
        if (stepped)
            continue;
        if (lastPercent == none)
            return false;
        p = lastPercent + 1;
        t = ++resume;
    }
    while (p < pattern.size() && pattern[p] == '%')
        ++p;
    return p == pattern.size();
}

} // namespace bolt::backend
