// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/client/store_search.h"

#include "services/replica/search_words.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace bolt {

namespace {

using Hits = std::vector<SearchHit>;

template<class R>
bool holds(const R &row, const QStringList &words)
{
    const QString text = searchedText(row);
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
}

/// Also where the order is the same for two: by id, so that the same question has the same answer.
bool byName(const SearchHit &a, const SearchHit &b)
{
    const int order = a.name.compare(b.name, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a.id < b.id;
}

bool byAge(const SearchHit &a, const SearchHit &b) { return a.at != b.at ? a.at > b.at : a.id < b.id; }

template<class Before>
void take(Hits &hits, Hits found, size_t most, Before before)
{
    const size_t many = std::min(most, found.size());
    std::partial_sort(found.begin(), found.begin() + qptrdiff(many), found.end(), before);
    found.resize(many);
    hits.insert(hits.end(), found.begin(), found.end());
}

} // namespace

std::vector<SearchHit> searchStore(const Store &store, const QString &text, size_t mostOfAKind, size_t mostRead)
{
    const QStringList words = wordsTyped(text);
    Hits hits;
    if (words.isEmpty())
        return hits;
    using Kind = SearchHit::Kind;

    Hits found;
    QSet<CustomerId> customers;
    for (const Customer &c : store.customers().rows()) {
        if (!holds(c, words))
            continue;
        customers.insert(c.id);
        found.push_back({Kind::Customer, c.id.uuid(), c.companyName, c.email, {}, {}, {}});
    }
    take(hits, std::exchange(found, {}), mostOfAKind, byName);

    for (const Directory &d : store.directories().rows()) {
        if (holds(d, words))
            found.push_back({Kind::Directory, d.id.uuid(), d.name, d.website, {}, {}, {}});
    }
    take(hits, std::exchange(found, {}), mostOfAKind, byName);
    QSet<DirectoryId> directories; // those that are shown
    for (const SearchHit &hit : hits) {
        if (hit.kind == Kind::Directory)
            directories.insert(DirectoryId(hit.id));
    }

    const auto nameOf = [&](CustomerId id) {
        const Customer *c = store.customers().find(id);
        return c ? c->companyName : QString();
    };
    for (const Job &j : store.jobs().rows()) {
        if (!customers.contains(j.customer))
            continue;
        const Package *package = store.packages().find(j.package);
        found.push_back({Kind::Job,
                         j.id.uuid(),
                         nameOf(j.customer),
                         package ? package->name : j.package.toString(),
                         saidWord(j.state, j.stateWord),
                         {},
                         j.createdAt});
    }
    take(hits, std::exchange(found, {}), mostOfAKind, byAge);

    const QString code = codeTyped(words);
    for (const Submission &s : store.submissions().rows().first(std::min(mostRead, store.submissions().size()))) {
        const bool byCode = !code.isEmpty() && s.lastErrorCode.startsWith(code);
        if (!byCode && !directories.contains(s.directory))
            continue;
        const Directory *d = store.directories().find(s.directory);
        found.push_back({Kind::Submission, s.id.uuid(), d ? d->name : QString(), nameOf(s.customer),
                         saidWord(s.state, s.stateWord), s.lastErrorCode, s.updatedAt});
    }
    take(hits, std::move(found), mostOfAKind, byAge);
    return hits;
}

} // namespace bolt
