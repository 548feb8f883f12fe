// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/sync/engine/sync_engine.h"

/// One table of small rows, for the tests of single rules.
namespace one_table {

using namespace bolt;
using namespace bolt::sync;

struct Row
{
    int id = 0;
    qint64 version = 0;
    Instant updatedAt;
    int value = 0;
    bool operator==(const Row &) const = default;
};

using RowSync = TableSync<Row>;

inline Said<Row> row(int id, qint64 version, int value = 0)
{
    Said<Row> s;
    s.key = id;
    s.version = version;
    s.record = Row{id, version, Instant(Seconds(version)), value};
    return s;
}

inline Said<Row> removal(int id, std::optional<qint64> version = {})
{
    Said<Row> s;
    s.key = id;
    s.removed = true;
    s.version = version;
    return s;
}

inline Said<Row> truncated(int id, qint64 version)
{
    Said<Row> s = row(id, version, -1);
    s.doubtful = true;
    return s;
}

inline AskAnswer<Row> page(std::vector<Said<Row>> rows, std::optional<qint64> seq = {})
{
    AskAnswer<Row> a;
    a.atEnd = rows.empty();
    a.seq = seq;
    for (const auto &s : rows) {
        a.last = s.key;
        if (s.record)
            a.newest = a.lastAt = s.record->updatedAt;
    }
    a.rows = std::move(rows);
    return a;
}

/// A table that is live, with its first scan done over `rows`.
struct Desk
{
    explicit Desk(std::vector<Said<Row>> rows = {}, const SyncTiming &timing = {})
        : table(timing)
    {
        table.setFeed(Feed::Live, now);
        table.trigger(Trigger::FirstLive);
        auto asks = pump();
        if (!rows.empty()) {
            table.answered(asks.at(0).id, page(std::move(rows)), now);
            asks = pump();
        }
        table.answered(asks.at(0).id, page({}), now);
        take();
    }
    std::vector<Ask<Row>> pump() { return table.pump(now); }
    TableDelta<Row> take()
    {
        TableDelta<Row> news, state;
        table.merge().out().take(1000, news, state);
        news.upserts.insert(news.upserts.end(), state.upserts.begin(), state.upserts.end());
        news.removals.insert(news.removals.end(), state.removals.begin(), state.removals.end());
        return news;
    }
    /// The next ask of that kind, after what comes before it in time.
    Ask<Row> next(Ask<Row>::What what)
    {
        for (int step = 0; step < 100; ++step) {
            std::optional<Ask<Row>> found;
            for (auto &ask : pump()) {
                if (ask.what == what)
                    found = ask;
                else
                    table.answered(ask.id, page({}), now);
            }
            if (found)
                return *found;
            now += Seconds(10);
        }
        return {};
    }

    Micros now = Seconds(100);
    RowSync table;
};

} // namespace one_table
