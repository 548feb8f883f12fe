// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QHash>

namespace bolt::sync {

/// Keys whose news came by a delta pass and not yet by the stream. One that stays for too long proves that the stream
/// does not deliver (contracts/supabase.md §4.6).
template<class Key>
class Suspects
{
public:
    void add(const Key &key, Micros deadline, size_t cap)
    {
        if (size_t(m_keys.size()) < cap)
            m_keys.insert(key, deadline);
    }
    void delivered(const Key &key)
    {
        if (!m_keys.isEmpty())
            m_keys.remove(key);
    }
    void clear() { m_keys.clear(); }
    bool overdue(Micros now)
    {
        for (auto it = m_keys.cbegin(); it != m_keys.cend(); ++it) {
            if (*it <= now) {
                m_keys.clear();
                return true;
            }
        }
        return false;
    }
    std::optional<Micros> next() const
    {
        std::optional<Micros> at;
        for (const Micros deadline : m_keys)
            at = at ? std::min(*at, deadline) : deadline;
        return at;
    }

private:
    QHash<Key, Micros> m_keys;
};

} // namespace bolt::sync
