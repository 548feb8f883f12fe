// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/compile_select.h"

#include "backend/auth/table_access.h"
#include "backend/rest/relations.h"
#include "backend/rest/rest_error.h"

#include <algorithm>

namespace bolt::backend {
namespace {

/// A key of the answer within row_json's shape, which is a text in single quotes, parted by commas and colons.
bool isPlainKey(const std::string &key)
{
    return !key.empty() && key.find_first_of("',:\"\\") == std::string::npos &&
           std::none_of(key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

Sql joinOf(const RelationDef &relation, const std::string &parent, const std::string &child)
{
    return Sql(child + "." + quotedName(relation.targetColumn) + " = " + parent + "." + quotedName(relation.column));
}

Sql fromTable(const TableDef &table, const std::string &alias)
{
    return Sql(" FROM " + quotedName(table.name) + " AS " + alias);
}

Error tooComplex(const std::string &details)
{
    return asError({413, "54001", "statement is too complex", details, {}});
}

const Embed *embedNamed(const Wanted &wanted, const std::string &name)
{
    for (const SelectItem &item : wanted.items) {
        if (item.embed && item.embed->name() == name)
            return item.embed.get();
    }
    return nullptr;
}

} // namespace

Outcome SelectCompiler::readable(const TableDef &table) const
{
    if (mayRead(m_caller, table))
        return Done{};
    return asError(denied(table.name, m_caller.kind != Principal::Kind::Anon));
}

Outcome SelectCompiler::spend(const Sql &sql)
{
    m_text += sql.text.size();
    if (m_text > kMaxText)
        return tooComplex("It would be longer than " + std::to_string(kMaxText / 1024) + " KiB.");
    return Done{};
}

Result<const RelationDef *> SelectCompiler::wayTo(const TableDef &from, const Embed &embed)
{
    auto relation = findRelation(from, embed);
    if (!relation)
        return relation;
    const TableDef &target = *relation.value()->target;
    if (Outcome allowed = readable(target); !allowed)
        return allowed.error();
    if (m_path.size() >= kMaxDepth)
        return tooComplex("Tables are embedded at most " + std::to_string(kMaxDepth) + " deep.");
    if (++m_embeds > kMaxEmbeds)
        return tooComplex("Tables are embedded, and asked for in filters, at most " + std::to_string(kMaxEmbeds) +
                          " times.");
    const bool again = &target == &from || std::find(m_path.begin(), m_path.end(), &target) != m_path.end();
    if (again && !relation.value()->toOne && !embed.wanted.limit)
        return tooComplex("'" + target.name + "' is on this path twice: give it a limit.");
    return relation;
}

Result<Sql> SelectCompiler::rows(const TableDef &table, const Wanted &wanted, const std::optional<Sql> &alsoWhere)
{
    if (Outcome allowed = readable(table); !allowed)
        return allowed.error();
    const std::string alias = newAlias();
    auto object = row(table, alias, wanted);
    if (!object)
        return object.error();
    auto condition = where(table, alias, wanted, alsoWhere.value_or(Sql()));
    if (!condition)
        return condition.error();
    auto order = compileOrder(table, alias, wanted.order);
    if (!order)
        return order.error();
    return Sql("SELECT ") + *object + fromTable(table, alias) + *condition + *order;
}

Result<Sql> SelectCompiler::count(const TableDef &table, const Wanted &wanted)
{
    const std::string alias = newAlias();
    auto condition = where(table, alias, wanted, {});
    if (!condition)
        return condition.error();
    return Sql("SELECT count(*)") + fromTable(table, alias) + *condition;
}

Result<Sql> SelectCompiler::keys(const TableDef &table, const Wanted &wanted, const std::optional<Sql> &alsoWhere)
{
    const std::string alias = newAlias();
    auto condition = where(table, alias, wanted, alsoWhere.value_or(Sql()));
    if (!condition)
        return condition.error();
    return Sql("SELECT " + alias + "." + quotedName(table.key().name)) + fromTable(table, alias) + *condition;
}

Result<Sql> SelectCompiler::row(const TableDef &table, const std::string &alias, const Wanted &wanted)
{
    Shape shape;
    if (Outcome added = addItems(table, alias, wanted.items, &shape); !added)
        return added.error();
    std::string keys;
    Sql values;
    for (const auto &[key, field] : shape) {
        if (!isPlainKey(key))
            return asError(parseFailed("select parameter", key));
        keys += (keys.empty() ? "" : ",") + key + ":" + std::string(typeName(field.type));
        values += Sql(", ") + field.sql;
    }
    if (Outcome spent = spend(values); !spent)
        return spent.error();
    return Sql("row_json('" + keys + "'") + values + Sql(")");
}

Outcome SelectCompiler::addItems(const TableDef &table, const std::string &alias, const std::vector<SelectItem> &items,
                                 Shape *shape)
{
    for (const SelectItem &item : items) {
        if (item.all) {
            for (const ColumnDef &column : table.columns)
                shape->emplace_back(column.name, *compileField(table, alias, {column.name, {}}));
            continue;
        }
        if (item.embed) {
            if (Outcome added = addEmbed(table, alias, *item.embed, shape); !added)
                return added;
            continue;
        }
        auto field = compileField(table, alias, item.field);
        if (field && !item.cast.empty())
            field = compileCast(std::move(field).value(), item.cast);
        if (!field)
            return field.error();
        const std::string &last = item.field.steps.empty() ? item.field.column : item.field.steps.back().key;
        shape->emplace_back(item.alias.empty() ? last : item.alias, std::move(field).value());
    }
    return Done{};
}

Outcome SelectCompiler::addEmbed(const TableDef &table, const std::string &alias, const Embed &embed, Shape *shape)
{
    auto relation = wayTo(table, embed);
    if (!relation)
        return relation.error();
    const TableDef &target = *relation.value()->target;
    const Step step(m_path, table);
    if (embed.spread)
        return addSpread(*relation.value(), alias, embed, shape);
    if (embed.wanted.items.empty())
        return Done{};
    const std::string child = newAlias();
    auto object = row(target, child, embed.wanted);
    auto condition = where(target, child, embed.wanted, joinOf(*relation.value(), alias, child));
    auto order = compileOrder(target, child, embed.wanted.order);
    for (const auto *part : {&object, &condition, &order}) {
        if (!*part)
            return part->error();
    }
    Sql sql = Sql("SELECT ") + *object;
    if (relation.value()->toOne) {
        sql = Sql("(") + sql + fromTable(target, child) + *condition + Sql(" LIMIT 1)");
    } else {
        const qint64 limit = std::min(embed.wanted.limit.value_or(m_maxRows), m_maxRows);
        sql = Sql("(SELECT json_list(x) FROM (") + sql + Sql(" AS x") + fromTable(target, child) + *condition + *order +
              Sql(" LIMIT ?", Value(limit)) + Sql(" OFFSET ?", Value(embed.wanted.offset)) + Sql("))");
    }
    shape->emplace_back(embed.name(), FieldSql{std::move(sql), PgType::Jsonb, true});
    return Done{};
}

Outcome SelectCompiler::addSpread(const RelationDef &relation, const std::string &alias, const Embed &embed,
                                  Shape *shape)
{
    if (!relation.toOne) {
        return asError({400,
                        "PGRST119",
                        "A spread operation on '" + embed.target + "' is not possible",
                        "The relationship is not many-to-one or one-to-one",
                        {}});
    }
    const std::string child = newAlias();
    auto condition = where(*relation.target, child, embed.wanted, joinOf(relation, alias, child));
    Shape inner;
    Outcome added = addItems(*relation.target, child, embed.wanted.items, &inner);
    if (!condition || !added)
        return condition ? added.error() : condition.error();
    for (auto &[key, field] : inner) {
        field.sql = Sql("(SELECT ") + field.sql + fromTable(*relation.target, child) + *condition + Sql(" LIMIT 1)");
        if (Outcome spent = spend(field.sql); !spent)
            return spent;
        shape->emplace_back(key, std::move(field));
    }
    return Done{};
}

Result<Sql> SelectCompiler::where(const TableDef &table, const std::string &alias, const Wanted &wanted,
                                  const Sql &join)
{
    Sql out;
    const auto add = [&](const Sql &condition) {
        if (!condition.isEmpty())
            out += Sql(out.isEmpty() ? " WHERE " : " AND ") + condition;
    };
    add(join);
    for (const FilterNode &filter : wanted.filters) {
        auto condition = node(table, alias, wanted, filter);
        if (!condition)
            return condition;
        add(*condition);
    }
    for (const SelectItem &item : wanted.items) {
        if (!item.embed || !item.embed->inner)
            continue;
        auto condition = exists(table, alias, *item.embed);
        if (!condition)
            return condition;
        add(*condition);
    }
    if (Outcome spent = spend(out); !spent)
        return spent.error();
    return out;
}

Result<Sql> SelectCompiler::node(const TableDef &table, const std::string &alias, const Wanted &wanted,
                                 const FilterNode &filter)
{
    if (filter.kind != FilterNode::Kind::Term) {
        auto children = list(table, alias, wanted, filter);
        if (!children)
            return children;
        Sql sql = Sql("(") + *children + Sql(")");
        return filter.negated ? Sql("NOT ") + sql : sql;
    }
    // `rel=not.is.null` asks for parents that have children.
    const Embed *embed = table.find(filter.field.column) ? nullptr : embedNamed(wanted, filter.field.column);
    auto term =
        embed && filter.op == FilterNode::Op::Is ? exists(table, alias, *embed) : compileTerm(table, alias, filter);
    if (!term)
        return term;
    const bool negated = embed ? filter.negated == (filter.values.front() == "not_null") : filter.negated;
    return Sql(negated ? "NOT (" : "(") + *term + Sql(")");
}

Result<Sql> SelectCompiler::list(const TableDef &table, const std::string &alias, const Wanted &wanted,
                                 const FilterNode &parent)
{
    const std::string_view glue = parent.kind == FilterNode::Kind::And ? " AND " : " OR ";
    Sql out;
    for (const FilterNode &child : parent.children) {
        auto condition = node(table, alias, wanted, child);
        if (!condition)
            return condition;
        out += out.isEmpty() ? std::string_view() : glue;
        out += *condition;
    }
    auto bound = keysetBound(table, alias, parent);
    if (!bound)
        return bound;
    return bound->isEmpty() ? out : *bound + Sql(" AND (") + out + Sql(")");
}

Result<Sql> SelectCompiler::exists(const TableDef &table, const std::string &alias, const Embed &embed)
{
    auto relation = wayTo(table, embed);
    if (!relation)
        return relation.error();
    const TableDef &target = *relation.value()->target;
    const Step step(m_path, table);
    const std::string child = newAlias();
    auto condition = where(target, child, embed.wanted, joinOf(*relation.value(), alias, child));
    if (!condition)
        return condition;
    return Sql("EXISTS (SELECT 1") + fromTable(target, child) + *condition + Sql(")");
}

} // namespace bolt::backend
