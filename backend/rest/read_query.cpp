// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/read_query.h"

#include "backend/rest/parse_filter.h"
#include "backend/rest/parse_select.h"
#include "backend/rest/rest_error.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace bolt::backend {
namespace {

bool readCount(std::string_view text, qint64 *out)
{
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), *out);
    return ec == std::errc() && end == text.data() + text.size() && *out >= 0;
}

Outcome readNames(std::string_view text, std::vector<std::string> *out)
{
    TextCursor cursor(text);
    do {
        std::string name;
        if (!cursor.name(&name))
            return asError(parseFailed("columns parameter", text));
        out->push_back(std::move(name));
    } while (cursor.take(','));
    return cursor.atEnd() ? Outcome(Done{}) : Outcome(asError(parseFailed("columns parameter", text)));
}

Embed *embedIn(Wanted &wanted, std::string_view name)
{
    for (SelectItem &item : wanted.items) {
        if (item.embed && (item.embed->name() == name || item.embed->target == name))
            return item.embed.get();
    }
    return nullptr;
}

Error notEmbedded(const std::string &name)
{
    return asError({400,
                    "PGRST108",
                    "'" + name + "' is not an embedded resource in this request",
                    {},
                    "Verify that '" + name + "' is included in the 'select' query parameter."});
}

/// `customers.status` belongs to the embedded `customers`: finds whose parameter it is and leaves the bare name.
Result<Wanted *> ownerOf(Wanted &root, std::string *name)
{
    Wanted *owner = &root;
    while (true) {
        const std::size_t dot = name->find('.');
        const std::size_t arrow = name->find("->");
        const std::string head = name->substr(0, dot);
        if (dot == std::string::npos || arrow < dot || head == "not")
            return owner;
        Embed *embed = embedIn(*owner, head);
        if (!embed)
            return notEmbedded(head);
        owner = &embed->wanted;
        name->erase(0, dot + 1);
    }
}

Outcome take(Wanted &wanted, const std::string &name, const std::string &value)
{
    qint64 count = 0;
    if (name == "limit" || name == "offset") {
        if (!readCount(value, &count))
            return asError(parseFailed(name, value));
        if (name == "limit")
            wanted.limit = count;
        else
            wanted.offset = count;
        return Done{};
    }
    if (name == "order") {
        auto order = parseOrder(value);
        if (!order)
            return order.error();
        wanted.order = std::move(order).value();
        return Done{};
    }
    auto filter = parseFilter(name, value);
    if (!filter)
        return filter.error();
    wanted.filters.push_back(std::move(filter).value());
    return Done{};
}

/// `Range: 0-24`, in force when the query string says nothing.
void takeRange(const Request &request, Wanted *wanted)
{
    const std::string_view range = request.headers.get("Range");
    const std::size_t dash = range.find('-');
    qint64 first = 0;
    qint64 last = 0;
    const bool asked = request.hasQuery("limit") || request.hasQuery("offset");
    if (asked || dash == std::string_view::npos || !readCount(range.substr(0, dash), &first))
        return;
    wanted->offset = first;
    if (readCount(range.substr(dash + 1), &last) && last >= first)
        wanted->limit = std::min(last - first, std::numeric_limits<qint64>::max() - 1) + 1;
}

} // namespace

Result<RestQuery> readQuery(const Request &request)
{
    for (const auto &[key, value] : request.query) {
        if (key.find('\0') != std::string::npos || value.find('\0') != std::string::npos)
            return asError({400, "22021", "invalid byte sequence for encoding \"UTF8\": 0x00", {}, {}});
    }
    RestQuery query;
    auto items = parseSelect(request.queryValue("select"));
    if (!items)
        return items.error();
    query.wanted.items = std::move(items).value();
    for (const auto &[key, value] : request.query) {
        if (key == "select" || key == "apikey")
            continue;
        if (key == "columns") {
            if (Outcome read = readNames(value, &query.columns.emplace()); !read)
                return read.error();
            continue;
        }
        if (key == "on_conflict") {
            if (Outcome read = readNames(value, &query.onConflict); !read)
                return read.error();
            continue;
        }
        std::string name = key;
        auto owner = ownerOf(query.wanted, &name);
        if (!owner)
            return owner.error();
        if (Outcome taken = take(*owner.value(), name, value); !taken)
            return taken.error();
    }
    takeRange(request, &query.wanted);
    return query;
}

} // namespace bolt::backend
