// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/parse_filter.h"

#include "backend/rest/parse_select.h"
#include "backend/rest/rest_error.h"

namespace bolt::backend {
namespace {

using Op = FilterNode::Op;

bool opOf(std::string_view word, Op *out)
{
    struct Entry
    {
        std::string_view word;
        Op op;
    };
    static constexpr Entry kEntries[] = {
        {"eq", Op::Eq},      {"neq", Op::Neq},   {"gt", Op::Gt}, {"gte", Op::Gte}, {"lt", Op::Lt},
        {"lte", Op::Lte},    {"like", Op::Like}, {"in", Op::In}, {"is", Op::Is},   {"isdistinct", Op::Distinct},
        {"ilike", Op::Ilike}};
    for (const Entry &entry : kEntries) {
        if (entry.word == word) {
            *out = entry.op;
            return true;
        }
    }
    return false;
}

/// `(a,"b,c",d)`. The client library quotes only values with reserved bytes and leaves quotes inside others alone.
bool parseList(TextCursor &cursor, std::vector<std::string> *out)
{
    if (!cursor.take('('))
        return false;
    if (cursor.take(')'))
        return true;
    do {
        std::string item;
        if (cursor.peek() == '"') {
            if (!cursor.quoted(&item))
                return false;
        } else {
            item = cursor.until(",)");
        }
        out->push_back(std::move(item));
    } while (cursor.take(','));
    return cursor.take(')');
}

/// `[not.]op.value`. Within a tree a value ends at a comma or parenthesis; alone it takes the rest.
bool parseOperation(TextCursor &cursor, bool inTree, FilterNode *node)
{
    while (cursor.take("not."))
        node->negated = !node->negated;
    if (!opOf(cursor.until(".,()"), &node->op) || !cursor.take('.'))
        return false;
    if (node->op == Op::In)
        return parseList(cursor, &node->values);
    std::string value;
    if (!inTree) {
        value = std::string(cursor.rest());
        cursor.until({});
    } else if (cursor.peek() == '"') {
        if (!cursor.quoted(&value))
            return false;
    } else {
        value = cursor.until(",)");
    }
    if (node->op == Op::Is && value != "null" && value != "not_null" && value != "true" && value != "false" &&
        value != "unknown")
        return false;
    node->values.push_back(std::move(value));
    return true;
}

bool parseTree(TextCursor &cursor, int depth, FilterNode *node);

bool parseChild(TextCursor &cursor, int depth, FilterNode *node)
{
    const TextCursor before = cursor;
    bool negated = false;
    while (cursor.take("not."))
        negated = !negated;
    const bool isAnd = cursor.take("and(");
    if (isAnd || cursor.take("or(")) {
        node->kind = isAnd ? FilterNode::Kind::And : FilterNode::Kind::Or;
        node->negated = negated;
        return parseTree(cursor, depth + 1, node);
    }
    cursor = before;
    return parseField(cursor, &node->field) && cursor.take('.') && parseOperation(cursor, true, node);
}

/// Children up to and with the closing parenthesis.
bool parseTree(TextCursor &cursor, int depth, FilterNode *node)
{
    if (depth > TextCursor::kMaxDepth)
        return false;
    do {
        FilterNode child;
        if (!parseChild(cursor, depth, &child))
            return false;
        node->children.push_back(std::move(child));
    } while (cursor.take(','));
    return cursor.take(')');
}

} // namespace

Result<FilterNode> parseFilter(std::string_view name, std::string_view value)
{
    FilterNode node;
    TextCursor names(name);
    while (names.take("not."))
        node.negated = !node.negated;
    TextCursor cursor(value);
    if (names.rest() == "or" || names.rest() == "and") {
        node.kind = names.rest() == "or" ? FilterNode::Kind::Or : FilterNode::Kind::And;
        if (!cursor.take('(') || !parseTree(cursor, 0, &node) || !cursor.atEnd())
            return asError(parseFailed("logic tree", value));
        return node;
    }
    if (!parseField(names, &node.field) || !names.atEnd() || !parseOperation(cursor, false, &node) || !cursor.atEnd())
        return asError(parseFailed("filter", value));
    return node;
}

} // namespace bolt::backend
