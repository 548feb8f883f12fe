// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bolt::backend {

/// What a PostgREST query string says, before any name in it is known to exist.

/// A column, or a way into a JSON column: `data->address->>city`.
struct FieldPath
{
    struct Step
    {
        std::string key; ///< a member's name, or digits: an index
        bool asText = false;
    };
    std::string column;
    std::vector<Step> steps;
};

struct FilterNode
{
    enum class Kind : quint8 { And, Or, Term };
    enum class Op : quint8 { Eq, Neq, Gt, Gte, Lt, Lte, Like, Ilike, In, Is, Distinct };
    Kind kind = Kind::Term;
    bool negated = false;
    std::vector<FilterNode> children; ///< of And and Or
    FieldPath field;
    Op op = Op::Eq;
    std::vector<std::string> values; ///< one, but for In
};

struct OrderTerm
{
    enum class Nulls : quint8 { Default, First, Last };
    FieldPath field;
    bool descending = false;
    Nulls nulls = Nulls::Default;
};

struct Embed;

struct SelectItem
{
    bool all = false; ///< `*`
    FieldPath field;
    std::string alias;
    std::string cast;
    std::shared_ptr<Embed> embed; ///< a related table instead of a field
};

/// The rows asked for, of the table itself or of an embedded one.
struct Wanted
{
    std::vector<SelectItem> items;
    std::vector<FilterNode> filters; ///< joined by AND
    std::vector<OrderTerm> order;
    std::optional<qint64> limit;
    qint64 offset = 0;
};

struct Embed
{
    std::string alias; ///< of the answer's key; empty: `target`
    std::string target;
    std::string hint; ///< `target!hint(...)`
    bool inner = false;
    bool spread = false;
    Wanted wanted;

    const std::string &name() const { return alias.empty() ? target : alias; }
};

} // namespace bolt::backend
