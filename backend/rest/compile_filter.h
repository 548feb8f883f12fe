// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/schema.h"
#include "backend/db/sql.h"
#include "backend/rest/ast.h"
#include "models/domain/result.h"

#include <string>

namespace bolt::backend {

/// A column of a table, or a way into it, as SQL.
struct FieldSql
{
    Sql sql;
    PgType type = PgType::Text;
    bool nullable = true;
};

/// Errors: 42703.
Result<FieldSql> compileField(const TableDef &table, const std::string &alias, const FieldPath &path);
/// One term. Errors: 42703, 22P02, 22007, 42883, 42804, 54000.
Result<Sql> compileTerm(const TableDef &table, const std::string &alias, const FilterNode &term);
/// ` ORDER BY …`, or nothing.
Result<Sql> compileOrder(const TableDef &table, const std::string &alias, const std::vector<OrderTerm> &order);
/// `column::type` of a select. Errors: 42704, 42846.
Result<FieldSql> compileCast(FieldSql field, const std::string &type);

/// `or=(a.gt.1,and(a.eq.1,b.gt.2))` is how a client pages by (a, b): also saying `a >= 1` lets the index be used. Empty
/// for any other shape.
Result<Sql> keysetBound(const TableDef &table, const std::string &alias, const FilterNode &orNode);

} // namespace bolt::backend
