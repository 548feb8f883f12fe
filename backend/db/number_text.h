// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/schema.h"
#include "backend/db/statement.h"
#include "models/domain/result.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace bolt::backend {

/// Numbers that a peer wrote. Errors carry the SQLSTATE and the words of PostgreSQL.

/// Without the spaces around it.
std::string_view trimmed(std::string_view text);

template<class Number>
bool readNumber(std::string_view text, Number *out, bool *range)
{
    text = trimmed(text);
    if (text.size() > 1 && text.front() == '+' && text[1] != '-')
        text.remove_prefix(1);
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), *out);
    *range = ec == std::errc::result_out_of_range;
    return ec == std::errc() && end == text.data() + text.size();
}

/// A number in decimals, with or without an exponent, as digits that may go into a JSON text as they are: "+01." is 1,
/// ".5" is 0.5. Of what PostgreSQL takes for a numeric, that which JSON can say: no NaN, no Infinity, no 0x10, no
/// 1_000.
std::optional<std::string> numericDigits(std::string_view text);

/// 22P02, of a time 22007.
Error badText(PgType type, std::string_view text);
/// 22003.
Error outOfRange(PgType type, std::string_view text);

/// Int4 or Int8.
Result<Value> integerFromText(PgType type, std::string_view text);
/// A numeric's halves go away from zero, those of a double to the even one.
Result<Value> roundedFromNumeric(PgType type, std::string_view text);
Result<Value> roundedFromDouble(PgType type, double number);
/// Kept as its digits, which go out as they are: a double would not hold all of them. With more
/// than 308 digits before the point it is out of range, for who reads the JSON may take it for one.
Result<Value> numericFromText(std::string_view text);
/// 22023 of a JSON that is no number.
Result<Value> numberFromJsonb(PgType type, std::string_view json);

} // namespace bolt::backend
