// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/schema.h"
#include "backend/db/statement.h"
#include "models/domain/result.h"

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace bolt::backend {

/// What a peer wrote (a filter's value, a JSON body's field) to a value as the database stores it. Errors carry the
/// SQLSTATE and the words of PostgreSQL: 22P02 and 22007 for a bad literal, 22003 out of range.
Result<Value> valueFromText(PgType type, std::string_view text);
Result<Value> valueFromJson(PgType type, const nlohmann::json &json);

/// A field of a change's record back to a stored value; null for what cannot be read.
Value valueFromRecord(PgType type, std::string_view jsonText);

/// Below, equal, above zero. Both are values of that type and not null.
int compareValues(PgType type, const Value &a, const Value &b);

inline bool isNull(const Value &value) { return std::holds_alternative<std::nullptr_t>(value); }

/// Does text of this type order and match as text?
bool isTextual(PgType type);

} // namespace bolt::backend
