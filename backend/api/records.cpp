// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/records.h"

#include "backend/db/json_row.h"
#include "backend/db/schema.h"

#include <QByteArray>
#include <charconv>

namespace bolt::backend::api {

std::string recordsById(Database &db, std::string_view table, const std::vector<std::string> &ids)
{
    std::string out = "[";
    const TableDef *def = schema().find(table);
    for (const std::string &id : ids) {
        Statement row = db.query("SELECT " + columnList(*def) + " FROM " + def->name + " WHERE id = ?", id);
        if (!row.next())
            continue;
        if (out.size() > 1)
            out += ',';
        appendJsonRow(out, *def, row);
    }
    return out + "]";
}

std::string Cursor::toText() const
{
    const std::string plain = std::to_string(toMicros(at)) + ":" + id;
    return QByteArray::fromStdString(plain)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

std::optional<Cursor> Cursor::fromText(std::string_view text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(QByteArray(text.data(), qsizetype(text.size())),
                                       QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const std::string plain = decoded ? decoded.decoded.toStdString() : std::string();
    const size_t colon = plain.find(':');
    qint64 us = 0;
    if (colon == std::string::npos || colon + 1 == plain.size() || plain.size() > 200)
        return std::nullopt;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + colon, us);
    if (error != std::errc() || end != plain.data() + colon)
        return std::nullopt;
    return Cursor{fromMicros(us), plain.substr(colon + 1)};
}

std::string ListPage::toJson(std::string_view before) const
{
    std::string out = "{";
    out += before;
    out += "\"items\":" + items + ",\"next_cursor\":";
    out += next ? "\"" + next->toText() + "\"" : "null";
    return out + "}";
}

} // namespace bolt::backend::api
