// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/realtime/change_text.h"

#include "backend/db/json_row.h"

#include <numeric>

namespace bolt::backend {
namespace {

constexpr std::size_t kSmallField = 64;

std::string_view wordOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Insert:
        return "INSERT";
    case ChangeKind::Update:
        return "UPDATE";
    case ChangeKind::Delete:
        return "DELETE";
    }
    return {};
}

void appendColumns(std::string &out, const TableDef &table, const std::vector<size_t> &columns)
{
    out += '[';
    for (const size_t i : columns) {
        if (out.back() != '[')
            out += ',';
        out += "{\"name\":";
        appendJsonString(out, table.columns[i].name);
        out += ",\"type\":";
        appendJsonString(out, typeName(table.columns[i].type));
        out += '}';
    }
    out += ']';
}

/// `small`: only what is at most 64 bytes and not null, as the 413 form wants it.
void appendRecord(std::string &out, const RowChange &change, const std::vector<size_t> &columns, bool small)
{
    out += '{';
    for (const size_t i : columns) {
        const std::string_view value = change.field(i);
        if (small && (value.size() > kSmallField || value == "null"))
            continue;
        if (out.back() != '{')
            out += ',';
        appendJsonString(out, change.table->columns[i].name);
        out += ':';
        out += value;
    }
    out += '}';
}

std::string compose(const RowChange &change, std::string_view stamp, qint64 commitSeq,
                    const std::vector<size_t> *columns, bool tooLarge)
{
    std::vector<size_t> all;
    if (!columns) {
        all.resize(change.table->columns.size());
        std::iota(all.begin(), all.end(), size_t(0));
    }
    const std::vector<size_t> &shown = columns ? *columns : all;
    std::string out;
    out.reserve(change.record.size() + 1024);
    out += "{\"table\":";
    appendJsonString(out, change.table->name);
    out.append(",\"type\":\"").append(wordOf(change.kind)).append("\"");
    if (change.kind != ChangeKind::Delete) {
        out += ",\"record\":";
        if (!columns && !tooLarge)
            out += change.record;
        else
            appendRecord(out, change, shown, tooLarge);
    }
    out += ",\"columns\":";
    appendColumns(out, *change.table, shown);
    out += tooLarge ? ",\"errors\":[\"Error 413: Payload Too Large\"]" : ",\"errors\":null";
    out.append(",\"schema\":\"public\",\"commit_timestamp\":\"").append(stamp).append("\"");
    out.append(",\"commit_seq\":").append(std::to_string(commitSeq));
    if (change.kind != ChangeKind::Insert)
        out.append(",\"old_record\":").append(change.oldRecord);
    out += '}';
    return out;
}

} // namespace

std::string changeData(const RowChange &change, std::string_view stamp, qint64 commitSeq,
                       const std::vector<size_t> *columns)
{
    std::string data = compose(change, stamp, commitSeq, columns, false);
    if (data.size() > kMaxChange)
        data = compose(change, stamp, commitSeq, columns, true);
    return data;
}

std::string commitStamp(Instant at)
{
    const auto millis = std::chrono::floor<Millis>(at);
    const auto second = std::chrono::floor<Seconds>(millis);
    std::string text = formatInstant(Instant(second)).toStdString();
    text.resize(std::string_view("2026-08-21T12:00:00").size());
    const std::string fraction = std::to_string(1000 + (millis - second).count()).substr(1);
    return text + "." + fraction + "Z";
}

} // namespace bolt::backend
