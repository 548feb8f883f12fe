// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/delta.h"

#include <QHash>
#include <deque>
#include <optional>

namespace bolt::sync {

/// Accepted changes of one table on their way out, merged by id: the last one wins and keeps the first one's place.
template<class R>
class DeltaBuffer
{
public:
    using Key = decltype(R::id);

    void upsert(R row, bool news)
    {
        const Key key = row.id;
        Item &item = itemOf(key);
        item.row = std::move(row);
        item.news |= news;
    }
    void remove(const Key &key, bool news)
    {
        Item &item = itemOf(key);
        item.row.reset();
        item.news |= news;
    }
    size_t size() const { return m_items.size(); }
    void clear()
    {
        m_items.clear();
        m_first = 0;
        m_at.clear();
    }
    /// Moves at most `limit` of the oldest out: news into one, rows of a snapshot into the other. Returns how many.
    size_t take(size_t limit, TableDelta<R> &news, TableDelta<R> &state)
    {
        size_t taken = 0;
        for (; taken < limit && !m_items.empty(); ++taken, ++m_first) {
            Item &item = m_items.front();
            m_at.remove(item.key);
            TableDelta<R> &to = item.news ? news : state;
            if (item.row)
                to.upserts.push_back(std::move(*item.row));
            else
                to.removals.push_back(item.key);
            m_items.pop_front();
        }
        return taken;
    }

private:
    struct Item
    {
        Key key;
        std::optional<R> row; ///< nothing: removed
        bool news = false;
    };
    Item &itemOf(const Key &key)
    {
        const auto it = m_at.constFind(key);
        if (it != m_at.cend())
            return m_items[*it - m_first];
        m_at.insert(key, m_first + m_items.size());
        m_items.push_back({key, std::nullopt, false});
        return m_items.back();
    }

    std::deque<Item> m_items; ///< what was taken leaves no room behind, however long the rest waits
    size_t m_first = 0;       ///< how many were ever taken
    QHash<Key, size_t> m_at;  ///< counted from the first one ever
};

} // namespace bolt::sync
