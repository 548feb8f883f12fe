// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QHash>
#include <optional>

namespace bolt::sync {

/// Keys whose news came by a pass and not yet by the stream. One that stays for too long, or two for half of it, prove
/// that the stream does not deliver (contracts/supabase.md §4.6).
template<class Key>
class Suspects
{
public:
    void add(const Key &key, Micros now, size_t cap)
    {
        if (size_t(m_since.size()) < cap && !m_since.contains(key)) // its first news count
            m_since.insert(key, now);
    }
    void delivered(const Key &key)
    {
        if (!m_since.isEmpty())
            m_since.remove(key);
    }
    void clear() { m_since.clear(); }
    bool empty() const { return m_since.isEmpty(); }
    bool overdue(Micros now, Micros after)
    {
        const auto at = next(after);
        if (!at || now < *at)
            return false;
        m_since.clear();
        return true;
    }
    std::optional<Micros> next(Micros after) const
    {
        std::optional<Micros> first, second;
        for (const Micros since : m_since) {
            if (!first || since < *first)
                second = std::exchange(first, since);
            else if (!second || since < *second)
                second = since;
        }
        if (second)
            return std::min(*first + after, *second + after / 2);
        return first ? std::optional(*first + after) : std::nullopt;
    }

private:
    QHash<Key, Micros> m_since;
};

} // namespace bolt::sync
