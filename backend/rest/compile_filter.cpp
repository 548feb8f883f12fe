// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/compile_filter.h"

#include "backend/db/like.h"
#include "backend/rest/rest_error.h"
#include "backend/values/literal.h"

namespace bolt::backend {
namespace {

using Kind = FilterNode::Kind;
using Op = FilterNode::Op;

constexpr std::size_t kIndexDigits = 9;

std::string_view operatorOf(Op op)
{
    switch (op) {
    case Op::Neq:
        return " <> ";
    case Op::Gt:
        return " > ";
    case Op::Gte:
        return " >= ";
    case Op::Lt:
        return " < ";
    case Op::Lte:
        return " <= ";
    case Op::Distinct:
        return " IS NOT ";
    default:
        return " = ";
    }
}

/// Numerics are kept as text and must not compare as text.
Sql comparable(Sql sql, PgType type)
{
    return type == PgType::Numeric ? Sql("CAST(") + sql + Sql(" AS NUMERIC)") : sql;
}

/// `*` of the query string means `%`.
std::string likeOf(std::string pattern)
{
    for (char &c : pattern) {
        if (c == '*')
            c = '%';
    }
    return pattern;
}

Result<Sql> compileIs(const FieldSql &field, const std::string &word)
{
    if (word == "null")
        return field.sql + Sql(" IS NULL");
    if (word == "not_null")
        return field.sql + Sql(" IS NOT NULL");
    if (field.type != PgType::Bool) {
        return asError(
            {400,
             "42804",
             "argument of IS " + word + " must be type boolean, not type " + std::string(typeName(field.type)),
             {},
             {}});
    }
    if (word == "unknown")
        return field.sql + Sql(" IS NULL");
    return field.sql + Sql(word == "true" ? " IS 1" : " IS 0");
}

Result<Sql> compileLike(const FieldSql &field, const FilterNode &term)
{
    if (!isTextual(field.type)) {
        return asError(
            {404,
             "42883",
             "operator does not exist: " + std::string(typeName(field.type)) +
                 (term.op == Op::Like ? " ~~ unknown" : " ~~* unknown"),
             {},
             "No operator matches the given name and argument types. You might need to add explicit type casts."});
    }
    const std::string &pattern = term.values.front();
    if (pattern.size() > kMaxPattern) {
        return asError({413, "54000", "A pattern may be " + std::to_string(kMaxPattern) + " bytes long.", {}, {}});
    }
    return Sql("is_like(") + field.sql + Sql(", ?", Value(likeOf(pattern))) +
           Sql(term.op == Op::Like ? ", 0)" : ", 1)");
}

Result<Sql> compileIn(const FieldSql &field, const FilterNode &term)
{
    if (term.values.empty())
        return Sql("0");
    Sql list = comparable(field.sql, field.type) + Sql(" IN (");
    for (std::size_t i = 0; i < term.values.size(); ++i) {
        auto value = valueFromText(field.type, term.values[i]);
        if (!value)
            return value.error();
        list += i == 0 ? "" : ", ";
        list += comparable(Sql("?", std::move(value).value()), field.type);
    }
    return list + Sql(")");
}

bool sameField(const FieldPath &a, const FieldPath &b)
{
    return a.column == b.column && a.steps.empty() && b.steps.empty();
}

/// One step of SQLite's way into a JSON value: a member, or a place in a list, from its end when negative.
Result<std::string> partOf(const std::string &key)
{
    const bool fromEnd = key.size() > 1 && key.front() == '-';
    const std::string digits = fromEnd ? key.substr(1) : key;
    if (digits.find_first_not_of("0123456789") != std::string::npos)
        return ".\"" + key + "\"";
    // SQLite would count on from zero.
    if (digits.size() > kIndexDigits) {
        return asError({400, "22003", "value \"" + key + "\" is out of range for type integer", {}, {}});
    }
    const bool first = digits.find_first_not_of('0') == std::string::npos;
    return fromEnd && !first ? "[#-" + digits + "]" : "[" + digits + "]";
}

/// Never SQLite's own CAST of a text: it makes 0 of words, and "Inf" of more than a double holds.
Result<FieldSql> castToNumber(const FieldSql &field, PgType to)
{
    if (field.type == PgType::TimestampTz || field.type == PgType::Uuid) {
        return asError({400,
                        "42846",
                        "cannot cast type " + std::string(typeName(field.type)) + " to " + std::string(typeName(to)),
                        {},
                        {}});
    }
    const bool rounds = to != PgType::Numeric && !isTextual(field.type);
    const std::string function = field.type == PgType::Jsonb ? "jsonb_to_number" : rounds ? "to_rounded" : "to_number";
    return FieldSql{Sql(function + "('" + std::string(typeName(to)) + "', ") + field.sql + Sql(")"), to,
                    field.nullable};
}

} // namespace

Result<FieldSql> compileField(const TableDef &table, const std::string &alias, const FieldPath &path)
{
    const ColumnDef *column = table.find(path.column);
    if (!column)
        return asError(unknownColumn(table.name, path.column));
    FieldSql field{Sql(alias + "." + quotedName(column->name)), column->type, column->nullable};
    if (path.steps.empty())
        return field;
    if (column->type != PgType::Jsonb) {
        return asError(
            {404,
             "42883",
             "operator does not exist: " + std::string(typeName(column->type)) + " -> unknown",
             {},
             "No operator matches the given name and argument types. You might need to add explicit type casts."});
    }
    std::string way = "$";
    for (const FieldPath::Step &step : path.steps) {
        const auto part = partOf(step.key);
        if (!part)
            return part.error();
        way += *part;
    }
    const bool asText = path.steps.back().asText;
    field.sql = (asText ? Sql("CAST(") + field.sql + Sql(" ->> ? AS TEXT)", Value(way))
                        : Sql("(") + field.sql + Sql(" -> ?)", Value(way)));
    field.type = asText ? PgType::Text : PgType::Jsonb;
    field.nullable = true;
    return field;
}

Result<Sql> compileTerm(const TableDef &table, const std::string &alias, const FilterNode &term)
{
    auto field = compileField(table, alias, term.field);
    if (!field)
        return field.error();
    if (term.op == Op::Is)
        return compileIs(*field, term.values.front());
    if (term.op == Op::Like || term.op == Op::Ilike)
        return compileLike(*field, term);
    if (term.op == Op::In)
        return compileIn(*field, term);
    auto value = valueFromText(field->type, term.values.front());
    if (!value)
        return value.error();
    return comparable(field->sql, field->type) + Sql(operatorOf(term.op)) +
           comparable(Sql("?", std::move(value).value()), field->type);
}

Result<Sql> compileOrder(const TableDef &table, const std::string &alias, const std::vector<OrderTerm> &order)
{
    Sql out;
    for (const OrderTerm &term : order) {
        auto field = compileField(table, alias, term.field);
        if (!field)
            return field.error();
        out += out.isEmpty() ? " ORDER BY " : ", ";
        out += comparable(field->sql, field->type);
        out += term.descending ? " DESC" : "";
        // PostgreSQL takes nulls for the largest, SQLite for the smallest; saying so needlessly would cost the index.
        const bool first =
            term.nulls == OrderTerm::Nulls::Default ? term.descending : term.nulls == OrderTerm::Nulls::First;
        if (field->nullable)
            out += first ? " NULLS FIRST" : " NULLS LAST";
    }
    return out;
}

Result<FieldSql> compileCast(FieldSql field, const std::string &type)
{
    const auto wrapped = [&](std::string_view before, std::string_view behind, PgType as) {
        return FieldSql{Sql(before) + field.sql + Sql(behind), as, field.nullable};
    };
    if (type == "text" || type == "varchar") {
        if (field.type == PgType::Bool)
            return wrapped("CASE ", " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END", PgType::Text);
        if (field.type == PgType::TimestampTz)
            return wrapped("(row_json('v:timestamptz', ", ") ->> '$.v')", PgType::Text);
        return wrapped("CAST(", " AS TEXT)", PgType::Text);
    }
    if (type == "int" || type == "integer" || type == "int4")
        return castToNumber(field, PgType::Int4);
    if (type == "bigint" || type == "int8")
        return castToNumber(field, PgType::Int8);
    if (type == "numeric" || type == "decimal" || type == "real" || type == "float4" || type == "float8")
        return castToNumber(field, PgType::Numeric);
    if (type == "json" || type == "jsonb")
        return wrapped("", "", field.type == PgType::Text ? PgType::Text : field.type);
    return asError({400, "42704", "type \"" + type + "\" does not exist", {}, {}});
}

Result<Sql> keysetBound(const TableDef &table, const std::string &alias, const FilterNode &orNode)
{
    if (orNode.kind != Kind::Or || orNode.negated || orNode.children.size() != 2)
        return Sql();
    const FilterNode &first = orNode.children[0];
    const FilterNode &second = orNode.children[1];
    const bool shape = first.kind == Kind::Term && !first.negated && (first.op == Op::Gt || first.op == Op::Lt) &&
                       second.kind == Kind::And && !second.negated && !second.children.empty();
    if (!shape)
        return Sql();
    const FilterNode &tie = second.children[0];
    if (tie.kind != Kind::Term || tie.negated || tie.op != Op::Eq || !sameField(tie.field, first.field) ||
        tie.values != first.values)
        return Sql();
    FilterNode bound = first;
    bound.op = first.op == Op::Gt ? Op::Gte : Op::Lte;
    return compileTerm(table, alias, bound);
}

} // namespace bolt::backend
