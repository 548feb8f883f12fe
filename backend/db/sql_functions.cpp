// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/sql_functions.h"

#include "backend/db/json_cell.h"
#include "backend/db/json_row.h"
#include "backend/db/like.h"
#include "backend/db/number_text.h"

#include <algorithm>
#include <new>
#include <sqlite3.h>

namespace bolt::backend {

namespace {

Database::Impl &implOf(sqlite3_context *context) { return *static_cast<Database::Impl *>(sqlite3_user_data(context)); }

std::string_view textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return text ? std::string_view(text, size_t(sqlite3_value_bytes(value))) : std::string_view();
}

void answer(sqlite3_context *context, const std::string &text)
{
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void nextVersion(sqlite3_context *context, int, sqlite3_value **)
{
    Database::Impl &impl = implOf(context);
    if (impl.writing)
        sqlite3_result_int64(context, ++impl.sequence.last);
    else
        sqlite3_result_error(context, "next_version() outside of a write", -1);
}

void touched(sqlite3_context *context, int, sqlite3_value **values)
{
    const qint64 now = toMicros(implOf(context).now);
    sqlite3_result_int64(context, std::max(now, qint64(sqlite3_value_int64(values[0])) + 1));
}

void nowMicros(sqlite3_context *context, int, sqlite3_value **)
{
    sqlite3_result_int64(context, toMicros(implOf(context).now));
}

void newUuid(sqlite3_context *context, int, sqlite3_value **)
{
    answer(context, static_cast<Randomness *>(sqlite3_user_data(context))->uuid());
}

/// ISO 8601 → µs UTC; nothing for what is no time.
void instantMicros(sqlite3_context *context, int, sqlite3_value **values)
{
    if (const auto at = parseInstant(textOf(values[0])))
        sqlite3_result_int64(context, toMicros(*at));
}

/// What was made of an argument. SQLite keeps it for the life of the statement when the argument is a constant or
/// bound, else it may drop it at once, and it is null.
template<class T, class Make>
T *madeOf(sqlite3_context *context, int argument, const Make &make)
{
    auto *made = static_cast<T *>(sqlite3_get_auxdata(context, argument));
    if (!made) {
        sqlite3_set_auxdata(context, argument, make(), [](void *old) { delete static_cast<T *>(old); });
        made = static_cast<T *>(sqlite3_get_auxdata(context, argument));
    }
    return made;
}

void isLike(sqlite3_context *context, int, sqlite3_value **values)
{
    // One instruction to SQLite, which looks at the clock once in thousands.
    if (implOf(context).isLate())
        return sqlite3_result_error_code(context, SQLITE_INTERRUPT);
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    const auto *pattern = madeOf<LikePattern>(
        context, 1, [&] { return new LikePattern(textOf(values[1]), sqlite3_value_int(values[2]) != 0); });
    if (!pattern)
        return sqlite3_result_error_nomem(context);
    sqlite3_result_int(context, pattern->matches(textOf(values[0])));
}

void answerNumber(sqlite3_context *context, const Result<Value> &number)
{
    if (!number) {
        implOf(context).poisonWith(number.error());
        return sqlite3_result_error(context, "no number", -1);
    }
    if (const auto *digits = std::get_if<std::string>(&*number))
        return answer(context, *digits);
    sqlite3_result_int64(context, std::get<qint64>(*number));
}

void toNumber(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[1]) == SQLITE_NULL)
        return;
    const PgType type = typeFromName(textOf(values[0])).value_or(PgType::Numeric);
    const std::string_view text = textOf(values[1]);
    answerNumber(context, type == PgType::Numeric ? numericFromText(text) : integerFromText(type, text));
}

void toRounded(sqlite3_context *context, int, sqlite3_value **values)
{
    const int stored = sqlite3_value_type(values[1]);
    if (stored == SQLITE_NULL)
        return;
    const PgType type = typeFromName(textOf(values[0])).value_or(PgType::Int8);
    answerNumber(context, stored == SQLITE_FLOAT ? roundedFromDouble(type, sqlite3_value_double(values[1]))
                                                 : roundedFromNumeric(type, textOf(values[1])));
}

void jsonbToNumber(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[1]) == SQLITE_NULL)
        return;
    const PgType type = typeFromName(textOf(values[0])).value_or(PgType::Numeric);
    answerNumber(context, numberFromJsonb(type, textOf(values[1])));
}

/// The parsed first argument of row_json: each key as it is printed (`"name":`), with its type.
struct Shape
{
    std::vector<std::pair<std::string, PgType>> fields;
    std::string error;
};

Shape *parseShape(std::string_view text)
{
    auto *shape = new Shape;
    while (!text.empty()) {
        const std::string_view field = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), field.size() + 1));
        const size_t colon = field.rfind(':');
        const auto type = colon == field.npos ? std::nullopt : typeFromName(field.substr(colon + 1));
        if (!type) {
            shape->error = "row_json: no type in '" + std::string(field) + "'";
            return shape;
        }
        std::string key;
        appendJsonString(key, field.substr(0, colon));
        shape->fields.emplace_back(key + ':', *type);
    }
    return shape;
}

void rowJson(sqlite3_context *context, int count, sqlite3_value **values)
{
    const auto *shape = madeOf<Shape>(context, 0, [&] { return parseShape(textOf(values[0])); });
    if (!shape) {
        sqlite3_result_error_nomem(context);
        return;
    }
    if (!shape->error.empty() || shape->fields.size() != size_t(count - 1)) {
        const std::string why = shape->error.empty() ? "row_json: the shape does not fit the values" : shape->error;
        sqlite3_result_error(context, why.c_str(), -1);
        return;
    }
    std::string out;
    out.reserve(512);
    for (size_t i = 0; i < shape->fields.size(); ++i) {
        const auto &[key, type] = shape->fields[i];
        out += i == 0 ? '{' : ',';
        out += key;
        appendJson(out, type, cellOf(type, values[i + 1]));
    }
    out += out.empty() ? "{}" : "}";
    if (implOf(context).mayShow(out.size()))
        answer(context, out);
    else
        sqlite3_result_error_code(context, SQLITE_TOOBIG);
}

/// The state of one json_list() in SQLite's zeroed memory: a pointer, made by the first row.
std::string **listOf(sqlite3_context *context, int bytes)
{
    return static_cast<std::string **>(sqlite3_aggregate_context(context, bytes));
}

void jsonListStep(sqlite3_context *context, int, sqlite3_value **values)
{
    std::string **list = listOf(context, sizeof(std::string *));
    if (!list)
        return sqlite3_result_error_nomem(context);
    if (!*list)
        *list = new std::string;
    **list += (*list)->empty() ? '[' : ',';
    const std::string_view text = textOf(values[0]);
    **list += text.empty() ? std::string_view("null") : text;
}

void jsonListEnd(sqlite3_context *context)
{
    std::string **list = listOf(context, 0);
    if (!list || !*list)
        return sqlite3_result_text(context, "[]", 2, SQLITE_STATIC);
    **list += ']';
    answer(context, **list);
    delete *list;
}

} // namespace

JsonCell cellOf(PgType type, sqlite3_value *value)
{
    JsonCell cell;
    cell.null = sqlite3_value_type(value) == SQLITE_NULL;
    if (cell.null)
        return cell;
    switch (type) {
    case PgType::Int4:
    case PgType::Int8:
    case PgType::Bool:
    case PgType::TimestampTz:
        cell.integer = sqlite3_value_int64(value);
        break;
    case PgType::Float4:
        cell.real = sqlite3_value_double(value);
        break;
    default:
        cell.text = textOf(value);
    }
    return cell;
}

Outcome registerFunctions(Database::Impl &impl, Randomness &random)
{
    struct Entry
    {
        const char *name;
        int count;
        void (*call)(sqlite3_context *, int, sqlite3_value **);
        void *data;
        int flags;
    };
    const Entry entries[] = {
        {"next_version", 0, nextVersion, &impl, 0},
        {"touched", 1, touched, &impl, 0},
        {"now_us", 0, nowMicros, &impl, 0},
        {"new_uuid", 0, newUuid, &random, 0},
        {"instant_us", 1, instantMicros, nullptr, SQLITE_DETERMINISTIC},
        {"row_json", -1, rowJson, &impl, SQLITE_DETERMINISTIC},
        {"is_like", 3, isLike, &impl, SQLITE_DETERMINISTIC},
        {"to_number", 2, toNumber, &impl, SQLITE_DETERMINISTIC},
        {"to_rounded", 2, toRounded, &impl, SQLITE_DETERMINISTIC},
        {"jsonb_to_number", 2, jsonbToNumber, &impl, SQLITE_DETERMINISTIC},
        {"capture", -1, Capture::function, &impl.capture, 0},
    };
    for (const Entry &entry : entries) {
        if (sqlite3_create_function_v2(impl.handle, entry.name, entry.count, SQLITE_UTF8 | entry.flags, entry.data,
                                       entry.call, nullptr, nullptr, nullptr) != SQLITE_OK)
            return sqlError(impl.handle);
    }
    if (sqlite3_create_function_v2(impl.handle, "json_list", 1, SQLITE_UTF8, nullptr, nullptr, jsonListStep,
                                   jsonListEnd, nullptr) != SQLITE_OK)
        return sqlError(impl.handle);
    return Done{};
}

} // namespace bolt::backend
