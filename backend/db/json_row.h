// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/schema.h"
#include "backend/db/statement.h"
#include "models/domain/instant.h"

#include <string>
#include <string_view>

namespace bolt::backend {

/// Appends `text` as a JSON string with its quotes. Invalid UTF-8 is replaced, never passed on.
void appendJsonString(std::string &out, std::string_view text);
/// `"2026-08-21T12:00:00.123456+00:00"` with its quotes, trailing zeros of the fraction trimmed.
void appendJsonInstant(std::string &out, Instant at);
/// The JSON text of a stored value, as contracts/supabase.md §1.8.7 asks: numeric as raw digits, jsonb nested, and so
/// on.
void appendJson(std::string &out, PgType type, const Value &value);
/// The same, straight from a column of the current row, without copying.
void appendJson(std::string &out, PgType type, const Statement &row, int column);
/// The whole row as an object; the statement's columns `first`, `first + 1`, … are table.columns in order.
void appendJsonRow(std::string &out, const TableDef &table, const Statement &row, int first = 0);
/// `"id","name",…` of all columns, for a SELECT that appendJsonRow reads; `alias` without its dot, may be empty.
std::string columnList(const TableDef &table, std::string_view alias = {});

} // namespace bolt::backend
