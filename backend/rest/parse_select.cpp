// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/parse_select.h"

#include "backend/rest/rest_error.h"

namespace bolt::backend {
namespace {

constexpr std::size_t kMaxItems = 100; // SQLite takes 127 arguments to a function

bool parseItems(TextCursor &cursor, int depth, std::vector<SelectItem> *out);

/// Behind `target`: `!hint`, `!inner`, then the parentheses.
bool parseEmbed(TextCursor &cursor, int depth, SelectItem *item, std::string target, bool spread)
{
    auto embed = std::make_shared<Embed>();
    embed->target = std::move(target);
    embed->alias = item->alias;
    embed->spread = spread;
    while (cursor.take('!')) {
        std::string word;
        if (!cursor.name(&word))
            return false;
        if (word == "inner")
            embed->inner = true;
        else if (word != "left")
            embed->hint = word;
    }
    if (depth >= TextCursor::kMaxDepth || !cursor.take('(') || !parseItems(cursor, depth + 1, &embed->wanted.items) ||
        !cursor.take(')'))
        return false;
    item->embed = std::move(embed);
    return true;
}

bool parseItem(TextCursor &cursor, int depth, SelectItem *item)
{
    if (cursor.take('*')) {
        item->all = true;
        return true;
    }
    const bool spread = cursor.take("...");
    if (!parseField(cursor, &item->field))
        return false;
    if (cursor.peek() == ':' && cursor.rest().substr(0, 2) != "::" && item->field.steps.empty()) {
        cursor.take(':');
        item->alias = std::exchange(item->field, {}).column;
        if (!parseField(cursor, &item->field))
            return false;
    }
    if (cursor.peek() == '!' || cursor.peek() == '(')
        return item->field.steps.empty() && parseEmbed(cursor, depth, item, item->field.column, spread);
    if (cursor.take("::") && !cursor.name(&item->cast))
        return false;
    return !spread;
}

bool parseItems(TextCursor &cursor, int depth, std::vector<SelectItem> *out)
{
    if (cursor.peek() == ')') // `rel()`: nothing of it, but it filters
        return true;
    do {
        SelectItem item;
        if (out->size() >= kMaxItems || !parseItem(cursor, depth, &item))
            return false;
        out->push_back(std::move(item));
    } while (cursor.take(','));
    return true;
}

bool parseOrderTerm(TextCursor &cursor, OrderTerm *term)
{
    if (!parseField(cursor, &term->field))
        return false;
    while (cursor.take('.')) {
        const std::string word = cursor.until(".,");
        if (word == "desc")
            term->descending = true;
        else if (word == "nullsfirst")
            term->nulls = OrderTerm::Nulls::First;
        else if (word == "nullslast")
            term->nulls = OrderTerm::Nulls::Last;
        else if (word != "asc")
            return false;
    }
    return true;
}

} // namespace

bool parseField(TextCursor &cursor, FieldPath *out)
{
    if (!cursor.name(&out->column))
        return false;
    while (cursor.take("->")) {
        FieldPath::Step step;
        step.asText = cursor.take('>');
        // A quote would end the path that the key becomes part of.
        if (!cursor.name(&step.key) || step.key.find('"') != std::string::npos ||
            (!out->steps.empty() && out->steps.back().asText))
            return false;
        out->steps.push_back(std::move(step));
    }
    return true;
}

Result<std::vector<SelectItem>> parseSelect(std::string_view text)
{
    std::vector<SelectItem> items;
    if (text.empty()) {
        items.emplace_back().all = true;
        return items;
    }
    // White space between items is for people.
    std::string dense;
    bool quoted = false;
    for (const char c : text) {
        quoted = c == '"' ? !quoted : quoted;
        if (quoted || (c != '\n' && c != '\t' && c != '\r' && c != ' '))
            dense.push_back(c);
    }
    TextCursor cursor(dense);
    if (!parseItems(cursor, 0, &items) || !cursor.atEnd())
        return asError(parseFailed("select parameter", text));
    return items;
}

Result<std::vector<OrderTerm>> parseOrder(std::string_view text)
{
    std::vector<OrderTerm> terms;
    TextCursor cursor(text);
    do {
        OrderTerm term;
        if (terms.size() >= kMaxItems || !parseOrderTerm(cursor, &term))
            return asError(parseFailed("order", text));
        terms.push_back(std::move(term));
    } while (cursor.take(','));
    if (!cursor.atEnd())
        return asError(parseFailed("order", text));
    return terms;
}

} // namespace bolt::backend
