// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/change.h"

#include "services/wire/padded.h"
#include "services/wire/row_reader.h"

#include <algorithm>
#include <array>
#include <functional>

namespace bolt::wire {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr size_t maxPayloadBytes = 8u << 20;
constexpr size_t maxIds = 1024;
constexpr qsizetype maxErrors = 32;
constexpr int maxColumns = 512;
constexpr ColumnMask keyColumn = 1; ///< the first of each table

Error unreadable(const char *detail)
{
    return {Error::Kind::Invalid, QStringLiteral("change"), QStringLiteral("A change could not be read."),
            QString::fromLatin1(detail), 0};
}

/// The parts of `data` as they stand in the text. Views into the decoder's buffer.
struct Halves
{
    std::string_view record, oldRecord, columns;
    std::string_view type, schema, table; ///< without escapes; in the parser's buffer
};

/// Null is an empty one.
bool readWord(ondemand::value value, std::string_view &out)
{
    ondemand::json_type type{};
    if (value.type().get(type))
        return false;
    out = {};
    return type == ondemand::json_type::null || !value.get_string().get(out);
}

bool rawOf(ondemand::value value, ondemand::json_type wanted, std::string_view &out)
{
    ondemand::json_type type{};
    if (value.type().get(type))
        return false;
    out = {};
    if (type == wanted)
        return !simdjson::to_json_string(value).get(out);
    return type == ondemand::json_type::null;
}

bool readIds(ondemand::value value, std::vector<qint64> &ids)
{
    ids.clear();
    ondemand::array array;
    if (value.get_array().get(array))
        return false;
    for (auto entry : array) {
        int64_t id = 0;
        if (entry.get_int64().get(id) || ids.size() >= maxIds)
            return false;
        ids.push_back(id);
    }
    return true;
}

/// Null, one text, or an array of texts.
bool readErrors(ondemand::value value, QStringList &errors)
{
    errors.clear();
    ondemand::json_type type{};
    if (value.type().get(type))
        return false;
    QString text;
    if (type != ondemand::json_type::array) {
        if (!readToken(JsonToken(value.raw_json_token()), text))
            return false;
        if (!text.isEmpty())
            errors << text;
        return true;
    }
    ondemand::array array;
    if (value.get_array().get(array))
        return false;
    for (auto entry : array) {
        ondemand::value one;
        if (std::move(entry).get(one))
            return false;
        if (errors.size() < maxErrors && readToken(JsonToken(one.raw_json_token()), text))
            errors << text;
    }
    return true;
}

bool readData(ondemand::object data, ChangeEvent &change, Halves &halves)
{
    int fields = 0;
    for (auto entry : data) {
        ondemand::field field;
        if (std::move(entry).get(field) || ++fields > 64)
            return false;
        std::string_view key;
        if (field.unescaped_key().get(key))
            continue;
        ondemand::value value = field.value();
        bool fine = true;
        if (key == "record")
            fine = rawOf(value, ondemand::json_type::object, halves.record);
        else if (key == "old_record")
            fine = rawOf(value, ondemand::json_type::object, halves.oldRecord);
        else if (key == "columns")
            fine = rawOf(value, ondemand::json_type::array, halves.columns);
        else if (key == "errors")
            fine = readErrors(value, change.errors);
        else if (key == "type")
            fine = readWord(value, halves.type);
        else if (key == "table")
            fine = readWord(value, halves.table);
        else if (key == "schema")
            fine = readWord(value, halves.schema);
        else if (key == "commit_seq")
            change.commitSeq = JsonToken(value.raw_json_token()).toInt64();
        if (!fine)
            return false;
    }
    return true;
}

/// Realtime casts a value to the type without its length: what is behind the first letter, or bit, is gone.
bool arrivesCut(std::string_view type) { return type == "bpchar" || type == "bit" || type == "varbit"; }

/// Seen to arrive whole (tests/data/transcripts/18-types.jsonl). Without a name: a server that does not tell.
bool arrivesWhole(std::string_view type)
{
    constexpr std::array known{"",     "int2",    "int4", "int8",   "float4", "float8",    "numeric",     "bool",
                               "text", "varchar", "uuid", "date",   "time",   "timestamp", "timestamptz", "interval",
                               "json", "jsonb",   "inet", "citext", "name"};
    return std::find(known.begin(), known.end(), type) != known.end();
}

bool takeType(std::string_view word, ChangeEvent::Type &type)
{
    const QLatin1StringView text(word.data(), static_cast<qsizetype>(word.size()));
    if (text.compare(QLatin1StringView("INSERT"), Qt::CaseInsensitive) == 0)
        type = ChangeEvent::Type::Insert;
    else if (text.compare(QLatin1StringView("UPDATE"), Qt::CaseInsensitive) == 0)
        type = ChangeEvent::Type::Update;
    else if (text.compare(QLatin1StringView("DELETE"), Qt::CaseInsensitive) == 0)
        type = ChangeEvent::Type::Delete;
    else
        return false;
    return true;
}

} // namespace

Degraded degradedFrom(const QStringList &errors)
{
    if (errors.isEmpty())
        return Degraded::No;
    const auto says = [&](QLatin1StringView what) { return errors.join(u'\n').contains(what); };
    if (says(QLatin1StringView("413")))
        return Degraded::TooLarge;
    if (says(QLatin1StringView("401")))
        return Degraded::Unauthorized;
    if (says(QLatin1StringView("400")))
        return Degraded::NoPrimaryKey;
    return Degraded::ServerError;
}

struct ChangeDecoder::Parts
{
    explicit Parts(Naming n)
        : naming(std::move(n))
        , reader(naming)
    {
    }

    PaddedBytes bytes;
    ondemand::parser outer;
    ondemand::parser inner;
    Naming naming;
    RowReader reader;

    /// The columns a sender promises hardly ever change, so their text is read once.
    struct Promise
    {
        std::string text;
        ColumnMask mask = 0;
        ColumnMask cut = 0;      ///< S1: of a type that does not arrive whole
        ColumnMask unproven = 0; ///< of one that nobody knows
        quint64 mark = 0;
    };
    std::array<Promise, tableCount> promises;

    template<class Fn>
    bool withObject(std::string_view text, Fn fn)
    {
        ondemand::document document;
        ondemand::object object;
        if (inner.iterate(bytes.part(text)).get(document) || document.get_object().get(object))
            return false;
        return fn(object);
    }

    const Promise &promiseOf(Table table, std::string_view columns);
    bool readRows(const Halves &halves, Table table, ChangeEvent &change);
    bool readTick(std::string_view record, ChangeEvent &change);
};

const ChangeDecoder::Parts::Promise &ChangeDecoder::Parts::promiseOf(Table table, std::string_view columns)
{
    auto &promise = promises[static_cast<size_t>(table)];
    if (promise.text == columns && promise.mask != 0)
        return promise;
    promise = {};
    promise.text.assign(columns);
    promise.mark = columns.empty() ? 0 : std::hash<std::string_view>()(columns) | 1;
    // Without a list of columns: all that a record is made of but `version`, which a deployment of level L0 does not
    // have.
    promise.mask = RowReader::recordColumns(table) & ~reader.bitOf(table, "version");
    if (columns.empty())
        return promise;
    ondemand::document document;
    ondemand::array array;
    if (inner.iterate(bytes.part(columns)).get(document) || document.get_array().get(array))
        return promise;
    ColumnMask mask = 0;
    ColumnMask cut = 0;
    ColumnMask unproven = 0;
    int count = 0;
    for (auto entry : array) {
        ondemand::object column;
        std::string_view name;
        if (entry.get_object().get(column) || column.find_field_unordered("name").get_string().get(name) ||
            ++count > maxColumns)
            return promise;
        const ColumnMask bit = reader.bitOf(table, name);
        mask |= bit;
        std::string_view type;
        if (bit == 0 || column.find_field_unordered("type").get_string().get(type))
            continue;
        if (arrivesCut(type))
            cut |= bit;
        else if (!arrivesWhole(type))
            unproven |= bit;
    }
    promise.cut = cut & RowReader::recordColumns(table);
    promise.unproven = unproven & RowReader::recordColumns(table);
    if (count > 0)
        promise.mask = mask & RowReader::recordColumns(table);
    return promise;
}

bool ChangeDecoder::Parts::readRows(const Halves &halves, Table table, ChangeEvent &change)
{
    change.row.degraded = degradedFrom(change.errors);
    if (change.isDegraded())
        change.row.detail = change.errors.first();
    Row old;
    if (!halves.oldRecord.empty() &&
        !withObject(halves.oldRecord, [&](ondemand::object &object) { return reader.readVersion(table, object, old); }))
        return false;
    const bool deletes = change.type == ChangeEvent::Type::Delete;
    // A delete without columns says nothing of them.
    const auto &promise =
        deletes && halves.columns.empty() ? promises[static_cast<size_t>(table)] : promiseOf(table, halves.columns);
    if (deletes) {
        if (!((promise.cut | promise.unproven) & keyColumn)) // another row's, perhaps
            change.row.key = old.key;
        change.row.removed = true;
        // Not its version: the old row's says nothing of the delete.
        if (!change.isDegraded() && !change.row.key) {
            change.row.degraded = Degraded::Incomplete;
            change.row.detail = QStringLiteral("old_record");
        }
        return true;
    }
    change.columnsMark = promise.mark;
    const auto mask = promise.mask;
    if (halves.record.empty()) {
        if (!change.isDegraded()) {
            change.row.degraded = Degraded::Incomplete;
            change.row.detail = QStringLiteral("record");
        }
    } else if (!withObject(halves.record, [&](ondemand::object &object) {
                   return reader.read(table, object, mask, Source::Stream, change.row);
               })) {
        return false;
    }
    // Null is whole whatever the type.
    if (!change.isDegraded() && (promise.cut & ~reader.empty())) {
        change.row.degraded = Degraded::NotDelivered;
        change.row.record.reset();
        if (promise.cut & keyColumn) // another row's, perhaps
            change.row.key.reset();
    }
    if (!change.isDegraded())
        change.unproven = promise.unproven & ~reader.empty();
    if (old.key && change.row.key && *old.key != *change.row.key)
        change.oldKey = old.key;
    return true;
}

bool ChangeDecoder::Parts::readTick(std::string_view record, ChangeEvent &change)
{
    if (record.empty())
        return true;
    Tick tick;
    bool counted = false;
    const bool sound = withObject(record, [&](ondemand::object &object) {
        for (auto entry : object) {
            ondemand::field field;
            std::string_view key;
            if (std::move(entry).get(field) || field.unescaped_key().get(key))
                return false;
            const JsonToken token(field.value().raw_json_token());
            if (key == "name")
                readToken(token, tick.name);
            else if (key == "n")
                counted = readToken(token, tick.n);
            else if (key == "at")
                readToken(token, tick.at);
        }
        return true;
    });
    if (sound && counted)
        change.tick = tick;
    return sound;
}

ChangeDecoder::ChangeDecoder(Naming naming)
    : m_parts(std::make_unique<Parts>(std::move(naming)))
{
}
ChangeDecoder::~ChangeDecoder() = default;

void ChangeDecoder::settle(Table table, ColumnMask columns, bool whole)
{
    auto &promise = m_parts->promises[static_cast<size_t>(table)];
    promise.cut |= whole ? 0 : promise.unproven & columns;
    promise.unproven &= ~columns;
}

Result<ChangeEvent> ChangeDecoder::decode(std::string_view payload)
{
    if (payload.size() > maxPayloadBytes)
        return Error{
            Error::Kind::TooLarge, QStringLiteral("frame_size"), QStringLiteral("A message is too large."), {}, 0};
    ondemand::document document;
    ondemand::object top;
    if (m_parts->outer.iterate(m_parts->bytes.assign(payload)).get(document) || document.get_object().get(top))
        return unreadable("no object");
    ChangeEvent change;
    Halves halves;
    bool data = false;
    for (auto entry : top) {
        ondemand::field field;
        std::string_view key;
        if (std::move(entry).get(field))
            return unreadable("broken JSON");
        if (field.unescaped_key().get(key))
            continue;
        if (key == "ids" && !readIds(field.value(), change.ids))
            return unreadable("ids");
        if (key != "data")
            continue;
        ondemand::object object;
        halves = {};
        if (field.value().get_object().get(object) || !readData(object, change, halves))
            return unreadable("data");
        data = true;
    }
    if (!data || !nothingFollows(document))
        return unreadable(data ? "more behind the message" : "no data");
    if (!takeType(halves.type, change.type) || halves.table.empty())
        return unreadable("type or table");
    if (!halves.schema.empty() && halves.schema != m_parts->naming.schema)
        return change;
    if (!m_parts->naming.tick.empty() && halves.table == m_parts->naming.tick) {
        if (!m_parts->readTick(halves.record, change))
            return unreadable("tick");
        change.isTick = change.type != ChangeEvent::Type::Delete;
        return change;
    }
    change.table = m_parts->naming.find(halves.table);
    if (change.table && !m_parts->readRows(halves, *change.table, change))
        return unreadable("record");
    return change;
}

} // namespace bolt::wire
