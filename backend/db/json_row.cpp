// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/json_row.h"

#include "backend/db/json_cell.h"

#include <array>
#include <charconv>
#include <cmath>

namespace bolt::backend {

namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd"; // U+FFFD

/// Length of the valid UTF-8 sequence at the start of `text`; 0 when there is none.
size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](size_t i, unsigned char low = 0x80, unsigned char high = 0xbf) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned char lead = byte(0);
    if (lead >= 0xc2 && lead <= 0xdf)
        return follows(1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
        // Neither overlong forms nor surrogates.
        const unsigned char low = lead == 0xe0 ? 0xa0 : 0x80;
        const unsigned char high = lead == 0xed ? 0x9f : 0xbf;
        return follows(1, low, high) && follows(2) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        const unsigned char low = lead == 0xf0 ? 0x90 : 0x80;
        const unsigned char high = lead == 0xf4 ? 0x8f : 0xbf;
        return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

void appendEscaped(std::string &out, unsigned char c)
{
    constexpr char hex[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    }
}

template<class Number>
void appendNumber(std::string &out, Number number)
{
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void appendFloat(std::string &out, double number)
{
    if (std::isnan(number))
        out += "\"NaN\"";
    else if (std::isinf(number))
        out += number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    else
        appendNumber(out, float(number));
}

void appendPadded(std::string &out, unsigned number, int width)
{
    char digits[6];
    for (int i = width - 1; i >= 0; --i, number /= 10)
        digits[i] = char('0' + number % 10);
    out.append(digits, size_t(width));
}

JsonCell cellOf(const Value &value)
{
    JsonCell cell;
    cell.null = std::holds_alternative<std::nullptr_t>(value);
    if (const auto *text = std::get_if<std::string>(&value))
        cell.text = *text;
    else if (const auto *integer = std::get_if<qint64>(&value)) {
        cell.integer = *integer;
        cell.real = double(*integer);
    } else if (const auto *real = std::get_if<double>(&value)) {
        cell.real = *real;
        cell.integer = std::abs(*real) < 9.2e18 ? qint64(*real) : 0; // beyond int64 the conversion is undefined
    }
    return cell;
}

JsonCell cellOf(PgType type, const Statement &row, int column)
{
    JsonCell cell;
    cell.null = row.isNull(column);
    if (cell.null)
        return cell;
    switch (type) {
    case PgType::Int4:
    case PgType::Int8:
    case PgType::Bool:
    case PgType::TimestampTz:
        cell.integer = row.integer(column);
        break;
    case PgType::Float4:
        cell.real = row.real(column);
        break;
    default:
        cell.text = row.view(column);
    }
    return cell;
}

} // namespace

void appendJsonString(std::string &out, std::string_view text)
{
    out += '"';
    size_t plain = 0; // start of what needs no change
    size_t i = 0;
    const auto flush = [&] { out.append(text, plain, i - plain); };
    while (i < text.size()) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x80) {
            const size_t length = sequenceLength(text.substr(i, 4));
            if (length == 0) {
                flush();
                out += replacement;
                plain = ++i;
            } else {
                i += length;
            }
        } else if (c < 0x20 || c == '"' || c == '\\') {
            flush();
            appendEscaped(out, c);
            plain = ++i;
        } else {
            ++i;
        }
    }
    flush();
    out += '"';
}

void appendJsonInstant(std::string &out, Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const auto micros = unsigned((at - day).count() % 1000000);
    const auto seconds = unsigned((at - day).count() / 1000000);
    out += '"';
    appendPadded(out, unsigned(int(date.year())), 4);
    out += '-';
    appendPadded(out, unsigned(date.month()), 2);
    out += '-';
    appendPadded(out, unsigned(date.day()), 2);
    out += 'T';
    appendPadded(out, seconds / 3600, 2);
    out += ':';
    appendPadded(out, seconds / 60 % 60, 2);
    out += ':';
    appendPadded(out, seconds % 60, 2);
    if (micros != 0) {
        out += '.';
        appendPadded(out, micros, 6);
        while (out.back() == '0')
            out.pop_back();
    }
    out += "+00:00\"";
}

void appendJson(std::string &out, PgType type, const JsonCell &cell)
{
    if (cell.null) {
        out += "null";
        return;
    }
    switch (type) {
    case PgType::Int4:
    case PgType::Int8:
        appendNumber(out, cell.integer);
        return;
    case PgType::Bool:
        out += cell.integer ? "true" : "false";
        return;
    case PgType::TimestampTz:
        appendJsonInstant(out, fromMicros(cell.integer));
        return;
    case PgType::Float4:
        appendFloat(out, cell.real);
        return;
    case PgType::Numeric:
    case PgType::Jsonb:
        out += cell.text;
        return;
    case PgType::Uuid:
    case PgType::Text:
    case PgType::Bpchar:
        appendJsonString(out, cell.text);
        return;
    }
}

void appendJson(std::string &out, PgType type, const Value &value) { appendJson(out, type, cellOf(value)); }

void appendJson(std::string &out, PgType type, const Statement &row, int column)
{
    appendJson(out, type, cellOf(type, row, column));
}

void appendJsonRow(std::string &out, const TableDef &table, const Statement &row, int first)
{
    char before = '{';
    for (size_t i = 0; i < table.columns.size(); ++i) {
        const ColumnDef &column = table.columns[i];
        out += before;
        out += '"';
        out += column.name; // our own names need no escaping
        out += "\":";
        appendJson(out, column.type, row, first + int(i));
        before = ',';
    }
    out += '}';
}

std::string columnList(const TableDef &table, std::string_view alias)
{
    std::string list;
    for (const ColumnDef &column : table.columns) {
        if (!list.empty())
            list += ',';
        if (!alias.empty())
            (list += alias) += '.';
        ((list += '"') += column.name) += '"';
    }
    return list;
}

} // namespace bolt::backend
