// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/realtime/binding.h"

#include "backend/auth/table_access.h"
#include "backend/http/headers.h"
#include "backend/http/json_text.h"

#include <algorithm>

namespace bolt::backend {
namespace {

using nlohmann::json;

std::string textOf(const json &object, const char *name, const char *otherwise)
{
    const auto at = object.find(name);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string(otherwise);
}

/// Present and no text: the server of the transcripts takes such a binding for an empty one.
bool isWrong(const json &object, const char *name)
{
    const auto at = object.find(name);
    return at != object.end() && !at->is_string();
}

qint64 hashOf(const std::string &text)
{
    quint32 hash = 2166136261u;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    // Below 2^27 and never 0, as elsewhere.
    return qint64(hash % ((1u << 27) - 1)) + 1;
}

/// A value as Elixir's inspect shows it.
std::string inspected(const json &value)
{
    if (value.is_null())
        return "nil";
    if (!value.is_object())
        return dumpJson(value);
    std::string out = "%{";
    for (const auto &[key, entry] : value.items()) {
        if (out.size() > 2)
            out += ", ";
        out += "\"" + key + "\" => " + inspected(entry);
    }
    return out + "}";
}

std::string shownTerms(const std::vector<FilterTerm> &terms)
{
    std::string out = "[";
    for (const FilterTerm &term : terms) {
        if (out.size() > 1)
            out += ", ";
        std::string value = term.value;
        if (term.op == "in") {
            value = "{";
            for (const std::string &item : term.list)
                value += (value.size() > 1 ? "," : "") + item;
            value += "}";
        }
        out += "{\"" + term.column + "\", \"" + term.op + "\", \"" + value + "\", " +
               (term.negated ? "true" : "false") + "}";
    }
    return out + "]";
}

Error problem(const std::string &message)
{
    return Error{Error::Kind::Invalid, QStringLiteral("binding"), QString::fromStdString(message), {}, 0};
}

} // namespace

Binding::Binding(json sent)
    : m_sent(std::move(sent))
{
    m_event = textOf(m_sent, "event", "*");
    m_schema = textOf(m_sent, "schema", "public");
    m_table = textOf(m_sent, "table", "*");
    m_filterText = textOf(m_sent, "filter", "");
    const auto select = m_sent.find("select");
    m_id = hashOf(m_schema + "\n" + m_table + "\n" + m_event + "\n" + m_filterText + "\n" +
                  (select == m_sent.end() ? std::string() : dumpJson(*select)));
}

json Binding::echo() const
{
    json echoed = m_sent;
    echoed["id"] = m_id;
    return echoed;
}

Error Binding::refused(const std::string &why, const std::vector<FilterTerm> &terms) const
{
    const auto select = m_sent.find("select");
    return problem("Unable to subscribe to changes with given parameters. " + why + " [event: " + m_event +
                   ", schema: " + m_schema + ", table: " + m_table + ", filters: " + shownTerms(terms) +
                   ", select: " + (select == m_sent.end() ? std::string("nil") : inspected(*select)) + "]");
}

Error Binding::noParams() const
{
    return problem("No subscription params provided. Please provide at least a `schema` or `table` to subscribe to: " +
                   inspected(m_sent));
}

Outcome Binding::subscribe(const Principal &caller)
{
    m_tables.clear();
    m_columns.clear();
    if ((!m_sent.contains("schema") && !m_sent.contains("table")) || isWrong(m_sent, "schema") ||
        isWrong(m_sent, "table") || isWrong(m_sent, "filter"))
        return noParams();
    auto terms = parseFilter(m_filterText);
    if (!terms)
        return terms.error();
    const std::string enabled = "Please check Realtime is enabled for the given connect parameters:";
    if (m_schema != "public" && m_schema != "*")
        return refused(enabled, *terms);
    bool denied = false;
    for (const TableDef &table : schema().tables()) {
        if (m_table != "*" && m_table != table.name)
            continue;
        if (mayRead(caller, table))
            m_tables.push_back(&table);
        else
            denied = true;
    }
    const auto exception = [&](const QString &what) {
        Error error = refused("An exception happened so please check your connect parameters:", *terms);
        error.message += QStringLiteral(". Exception: ERROR ") + what;
        return error;
    };
    if (m_tables.empty() && denied) {
        return exception(QStringLiteral("42501 (insufficient_privilege) permission denied for table ") +
                         QString::fromStdString(m_table));
    }
    if (m_tables.empty())
        return refused(enabled, *terms);
    auto filter = RowFilter::bind(*terms, *m_tables.front());
    if (!filter) {
        m_tables.clear();
        return exception(filter.error().message);
    }
    if (!filter->isEmpty() && m_tables.size() > 1) {
        m_tables.clear();
        return exception(QStringLiteral("P0001 (raise_exception) a filter needs one table"));
    }
    m_filter = std::move(filter).value();
    return selectColumns(*m_tables.front());
}

Outcome Binding::selectColumns(const TableDef &table)
{
    const auto select = m_sent.find("select");
    if (select == m_sent.end() || select->is_null())
        return Done{};
    Outcome bad = refused("An exception happened so please check your connect parameters:", {});
    const bool usable = select->is_array() && m_tables.size() == 1;
    for (size_t i = 0; usable && i < table.columns.size(); ++i) {
        const bool asked = std::find(select->begin(), select->end(), json(table.columns[i].name)) != select->end();
        if (asked || i == table.primaryKey)
            m_columns.push_back(i);
    }
    const bool known = usable && std::all_of(select->begin(), select->end(), [&](const json &name) {
                           return name.is_string() && table.indexOf(name.get<std::string>()) >= 0;
                       });
    if (known)
        return Done{};
    m_tables.clear();
    m_columns.clear();
    return bad;
}

bool Binding::matches(const RowChange &change) const
{
    if (std::find(m_tables.begin(), m_tables.end(), change.table) == m_tables.end())
        return false;
    // An unknown event means all of them; their case does not matter.
    const auto only = [&](const char *word) { return equalsNoCase(m_event, word); };
    if ((only("INSERT") && change.kind != ChangeKind::Insert) ||
        (only("UPDATE") && change.kind != ChangeKind::Update) || (only("DELETE") && change.kind != ChangeKind::Delete))
        return false;
    return m_filter.matches(change);
}

} // namespace bolt::backend
