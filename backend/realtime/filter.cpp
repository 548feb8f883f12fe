// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/realtime/filter.h"

#include "backend/values/literal.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace bolt::backend {
namespace {

constexpr std::size_t kMaxList = 100;
// Is gone through at each commit: as much as the longest list may well take.
constexpr std::size_t kMaxFilter = 32 * 1024;
// A term of a pattern takes about 1 KB of memory for as long as the channel lives, and 32 bytes more for each of the
// pattern; the terms of a channel are bounded by what its filters may weigh together (join_config.cpp).
constexpr std::size_t kMaxTerms = 100;
constexpr std::size_t kMaxPatterns = 4 * kMaxPattern;

Error parseError(std::string_view what)
{
    return Error{Error::Kind::Invalid,
                 QStringLiteral("filter"),
                 QStringLiteral("Error parsing `filter` params: ") +
                     QString::fromUtf8(what.data(), qsizetype(what.size())),
                 {},
                 0};
}

Error exception(const char *state, const char *name, const QString &text)
{
    return Error{Error::Kind::Invalid,
                 QString::fromLatin1(state),
                 QStringLiteral("%1 (%2) %3").arg(QString::fromLatin1(state), QString::fromLatin1(name), text),
                 {},
                 0};
}

Error tooLong(const QString &text) { return exception("54000", "program_limit_exceeded", text); }

/// Splits at commas that are neither quoted nor in parentheses.
std::vector<std::string_view> splitTerms(std::string_view text)
{
    std::vector<std::string_view> parts;
    std::size_t from = 0;
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == '(')
            ++depth;
        else if (!quoted && c == ')')
            --depth;
        else if (!quoted && depth == 0 && c == ',') {
            parts.push_back(text.substr(from, i - from));
            from = i + 1;
        }
    }
    parts.push_back(text.substr(from));
    return parts;
}

std::string unquoted(std::string_view text)
{
    if (text.size() < 2 || text.front() != '"' || text.back() != '"')
        return std::string(text);
    std::string out;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '\\' && i + 2 < text.size())
            ++i;
        out.push_back(text[i]);
    }
    return out;
}

/// As the server of the transcripts shows a list of words.
std::string shown(std::initializer_list<std::string_view> words)
{
    std::string out = "[";
    for (const std::string_view word : words) {
        if (out.size() > 1)
            out += ", ";
        out.append("\"").append(word).append("\"");
    }
    return out + "]";
}

Result<FilterTerm> parseTerm(std::string_view text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return parseError(shown({text}));
    FilterTerm term;
    term.column = std::string(text.substr(0, equals));
    std::string_view rest = text.substr(equals + 1);
    if (rest.substr(0, 4) == "not.") {
        term.negated = true;
        rest.remove_prefix(4);
    }
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos)
        return parseError(shown({rest}));
    term.op = std::string(rest.substr(0, dot));
    const std::string_view value = rest.substr(dot + 1);
    static constexpr std::string_view kKnown[] = {"eq", "neq",  "lt",    "lte", "gt",        "gte",
                                                  "in", "like", "ilike", "is",  "isdistinct"};
    if (std::find(std::begin(kKnown), std::end(kKnown), term.op) == std::end(kKnown))
        return parseError(shown({term.op, value}));
    if (term.op != "in") {
        term.value = unquoted(value);
        return term;
    }
    if (value.size() < 2 || value.front() != '(' || value.back() != ')')
        return parseError("`in` filter value must be wrapped by parentheses");
    const std::string_view inside = value.substr(1, value.size() - 2);
    if (!inside.empty()) {
        for (const std::string_view item : splitTerms(inside))
            term.list.push_back(unquoted(item));
    }
    return term;
}

} // namespace

Result<std::vector<FilterTerm>> parseFilter(std::string_view filter)
{
    std::vector<FilterTerm> terms;
    if (filter.size() > kMaxFilter)
        return parseError("longer than " + std::to_string(kMaxFilter) + " bytes");
    if (filter.find_first_not_of(' ') == std::string_view::npos)
        return terms;
    const std::vector<std::string_view> parts = splitTerms(filter);
    if (parts.size() > kMaxTerms)
        return parseError("more than " + std::to_string(kMaxTerms) + " terms");
    for (const std::string_view part : parts) {
        auto term = parseTerm(part);
        if (!term)
            return term.error();
        terms.push_back(std::move(term).value());
    }
    return terms;
}

bool RowFilter::opOf(std::string_view word, Op *out)
{
    struct Entry
    {
        std::string_view word;
        Op op;
    };
    static constexpr Entry kEntries[] = {{"eq", Op::Eq},
                                         {"neq", Op::Neq},
                                         {"lt", Op::Lt},
                                         {"lte", Op::Lte},
                                         {"gt", Op::Gt},
                                         {"gte", Op::Gte},
                                         {"in", Op::In},
                                         {"like", Op::Like},
                                         {"ilike", Op::Ilike},
                                         {"is", Op::Is},
                                         {"isdistinct", Op::Distinct}};
    for (const Entry &entry : kEntries) {
        if (entry.word == word) {
            *out = entry.op;
            return true;
        }
    }
    return false;
}

Result<RowFilter::Term> RowFilter::bindTerm(const FilterTerm &from, const TableDef &table)
{
    const int column = table.indexOf(from.column);
    if (column < 0) {
        return exception("P0001", "raise_exception",
                         QStringLiteral("invalid column for filter ") + QString::fromStdString(from.column));
    }
    Term term;
    term.column = size_t(column);
    term.type = table.columns[term.column].type;
    term.negated = from.negated;
    opOf(from.op, &term.op);
    if (term.op == Op::Like || term.op == Op::Ilike) {
        if (!isTextual(term.type)) {
            return exception("P0001", "raise_exception",
                             QStringLiteral("`%1` needs a text column").arg(QString::fromStdString(from.op)));
        }
        if (from.value.size() > kMaxPattern) {
            return tooLong(QStringLiteral("a pattern may be %1 bytes long").arg(kMaxPattern));
        }
        term.pattern = std::make_shared<const LikePattern>(from.value, term.op == Op::Ilike);
        return term;
    }
    if (term.op == Op::Is) {
        if (from.value == "null" || from.value == "unknown")
            term.values.emplace_back(nullptr);
        else if (from.value == "true" || from.value == "false")
            term.values.emplace_back(qint64(from.value == "true"));
        else
            return parseError("`is` filter value must be null, true, false or unknown");
        return term;
    }
    if (from.list.size() > kMaxList)
        return exception("P0001", "raise_exception", QStringLiteral("too many values for `in` filter. Maximum 100"));
    const std::vector<std::string> words = term.op == Op::In ? from.list : std::vector<std::string>{from.value};
    for (const std::string &word : words) {
        auto value = valueFromText(term.type, word);
        if (!value) {
            const bool time = value.error().code == QStringLiteral("22007");
            return exception(time ? "22007" : "22P02", time ? "invalid_datetime_format" : "invalid_text_representation",
                             value.error().message);
        }
        term.values.push_back(std::move(value).value());
    }
    return term;
}

Result<RowFilter> RowFilter::bind(const std::vector<FilterTerm> &terms, const TableDef &table)
{
    RowFilter filter;
    filter.m_key = table.primaryKey;
    std::size_t patterns = 0;
    for (const FilterTerm &from : terms) {
        auto term = bindTerm(from, table);
        if (!term)
            return term.error();
        patterns += term->pattern ? from.value.size() : 0;
        if (patterns > kMaxPatterns)
            return tooLong(QStringLiteral("the patterns of a filter may be %1 bytes long").arg(kMaxPatterns));
        filter.m_terms.push_back(std::move(term).value());
    }
    return filter;
}

bool RowFilter::holds(const Term &term, const Value &field)
{
    if (term.op == Op::Is) {
        const Value &wanted = term.values.front();
        if (isNull(wanted))
            return isNull(field);
        return !isNull(field) && compareValues(PgType::Bool, field, wanted) == 0;
    }
    if (term.op == Op::Distinct)
        return isNull(field) || compareValues(term.type, field, term.values.front()) != 0;
    if (term.op == Op::Like || term.op == Op::Ilike) {
        const auto *text = std::get_if<std::string>(&field);
        return text && term.pattern->matches(*text);
    }
    return std::any_of(term.values.begin(), term.values.end(), [&](const Value &wanted) {
        const int order = compareValues(term.type, field, wanted);
        switch (term.op) {
        case Op::Neq:
            return order != 0;
        case Op::Lt:
            return order < 0;
        case Op::Lte:
            return order <= 0;
        case Op::Gt:
            return order > 0;
        case Op::Gte:
            return order >= 0;
        default:
            return order == 0;
        }
    });
}

bool RowFilter::matches(const RowChange &change) const
{
    nlohmann::json old;
    if (change.kind == ChangeKind::Delete && !m_terms.empty())
        old = nlohmann::json::parse(change.oldRecord, nullptr, false);
    for (const Term &term : m_terms) {
        Value field = nullptr;
        if (change.kind != ChangeKind::Delete) {
            field = valueFromRecord(term.type, change.field(term.column));
        } else {
            const std::string &name = change.table->columns[term.column].name;
            if (term.column != m_key || !old.is_object() || !old.contains(name))
                return false;
            field = valueFromRecord(term.type, old[name].dump());
        }
        // As in SQL, null is neither true nor false, and its negation neither.
        if (isNull(field) && term.op != Op::Is && term.op != Op::Distinct)
            return false;
        if (holds(term, field) == term.negated)
            return false;
    }
    return true;
}

} // namespace bolt::backend
