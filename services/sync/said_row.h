// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/connectors/connector.h"
#include "services/replica/row_sum.h"
#include "services/sync/engine/said.h"
#include "services/wire/row.h"

namespace bolt {

template<class R>
inline constexpr Table tableFor = Table::Packages;
template<>
inline constexpr Table tableFor<Customer> = Table::Customers;
template<>
inline constexpr Table tableFor<Directory> = Table::Directories;
template<>
inline constexpr Table tableFor<Worker> = Table::Workers;
template<>
inline constexpr Table tableFor<Job> = Table::Jobs;
template<>
inline constexpr Table tableFor<Submission> = Table::Submissions;
template<>
inline constexpr Table tableFor<EndedAttempt> = Table::Attempts;

/// A row of the wire as the engine takes it; nothing when its key could not be read.
template<class R>
std::optional<sync::Said<R>> said(wire::Row &&row, std::optional<Instant> since)
{
    using Key = decltype(R::id);
    const Key *key = row.key ? std::get_if<Key>(&*row.key) : nullptr;
    if (!key)
        return {};
    sync::Said<R> s;
    s.key = *key;
    if (row.version != 0) // a row that nothing has numbered has none
        s.version = row.version;
    s.removed = row.removed;
    s.doubtful = row.degraded != wire::Degraded::No;
    if (row.record && !s.doubtful && !s.removed)
        s.record = std::get<R>(std::move(*row.record));
    s.odd = s.record && s.record->odd.anyWrong();
    if (s.record && since && isMadeBefore(*s.record, *since)) {
        s.record.reset();
        s.removed = true;
    }
    if (!s.version && !s.removed)
        s.digest = s.record ? sumOf(*s.record) : toMicros(row.updatedAt.value_or(Instant()));
    return s;
}

template<class R>
PageAsk pageAsk(const sync::Ask<R> &ask, std::optional<Instant> since)
{
    using What = typename sync::Ask<R>::What;
    PageAsk page;
    page.table = tableFor<R>;
    page.what = ask.what == What::Scan       ? PageAsk::What::Scan
                : ask.what == What::Versions ? PageAsk::What::Versions
                : ask.what == What::Delta    ? PageAsk::What::Delta
                                             : PageAsk::What::Ids;
    if (ask.after)
        page.after = wire::Key(*ask.after);
    page.since = ask.since;
    page.afterAt = ask.afterAt;
    for (const auto &id : ask.ids)
        page.ids.push_back(wire::Key(id));
    page.limit = ask.limit;
    page.bare = ask.bare;
    page.createdSince = since;
    return page;
}

/// Where a row without a key stands, and what is there instead of it.
inline QString placeOf(const std::optional<wire::Key> &before, const wire::Row &row)
{
    return (before ? QStringLiteral("after ") + wire::keyText(*before) : QStringLiteral("at the beginning")) +
           QStringLiteral(": ") + row.detail;
}

/// `isPage`: of a pass. What follows the last row of it with a key is shown by the next one again.
template<class R>
sync::AskAnswer<R> askAnswer(Page &&page, std::optional<Instant> since, bool isPage = true)
{
    sync::AskAnswer<R> a;
    a.atEnd = page.ends;
    a.seq = page.commitSeq;
    a.lastAt = page.lastAt;
    if (page.last) {
        if (const auto *key = std::get_if<decltype(R::id)>(&*page.last))
            a.last = *key;
    }
    a.rows.reserve(page.rows.size());
    std::optional<wire::Key> before;
    qint64 keyless = 0;
    for (wire::Row &row : page.rows) {
        if (!row.key) {
            if (keyless++ == 0 && a.unreadable.first.isEmpty())
                a.unreadable.first = placeOf(before, row);
            continue;
        }
        a.unreadable.rows = keyless;
        before = row.key;
        if (row.updatedAt)
            a.newest = a.newest ? std::max(*a.newest, *row.updatedAt) : *row.updatedAt;
        if (auto s = said<R>(std::move(row), since))
            a.rows.push_back(std::move(*s));
    }
    if (!isPage || page.ends)
        a.unreadable.rows = keyless;
    if (a.unreadable.rows == 0)
        a.unreadable.first.clear();
    return a;
}

} // namespace bolt
