// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/rows.h"

#include "services/wire/padded.h"
#include "services/wire/row_reader.h"

namespace bolt::wire {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr size_t maxBodyBytes = 64u << 20;
constexpr size_t maxRows = 200'000;

/// One damaged text must not hold up the page it stands in: what is no UTF-8, and control characters inside texts,
/// become U+FFFD.
std::string mended(std::string_view body)
{
    const QString whole = QString::fromUtf8(body.data(), static_cast<qsizetype>(body.size()));
    QString out;
    out.reserve(whole.size());
    bool inText = false;
    bool escaped = false;
    for (const QChar c : whole) {
        out += inText && c < u' ' ? QChar(QChar::ReplacementCharacter) : c;
        if (c == u'"' && !escaped)
            inText = !inText;
        escaped = inText && c == u'\\' && !escaped;
    }
    return out.toStdString();
}

Error bodyError(QString detail, QString code = QStringLiteral("body"))
{
    return {Error::Kind::Invalid, std::move(code), QStringLiteral("The server's answer could not be read."),
            std::move(detail), 0};
}

} // namespace

struct RowsDecoder::Parts
{
    explicit Parts(const Naming &naming)
        : reader(naming)
    {
    }
    PaddedBytes bytes;
    ondemand::parser parser;
    RowReader reader;
};

RowsDecoder::RowsDecoder(const Naming &naming)
    : m_parts(std::make_unique<Parts>(naming))
{
}
RowsDecoder::~RowsDecoder() = default;

ColumnMask RowsDecoder::maskOf(Table table, const QStringList &columns) const
{
    ColumnMask mask = 0;
    for (const QString &column : columns)
        mask |= m_parts->reader.bitOf(table, column.toStdString());
    return mask & RowReader::recordColumns(table);
}

Result<std::vector<Row>> RowsDecoder::decode(Table table, Want want, std::string_view body, ColumnMask asked, bool mend)
{
    if (body.size() > maxBodyBytes)
        return Error{
            Error::Kind::TooLarge, QStringLiteral("answer_size"), QStringLiteral("The answer is too large."), {}, 0};
    ondemand::document document;
    ondemand::array array;
    auto error = m_parts->parser.iterate(m_parts->bytes.assign(body)).get(document);
    const bool damaged = error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS;
    if (damaged && !mend)
        return bodyError(QStringLiteral("bytes that are no text"), QStringLiteral("encoding"));
    if (damaged)
        error = m_parts->parser.iterate(m_parts->bytes.assign(mended(body))).get(document);
    if (error || document.get_array().get(array))
        return bodyError(QStringLiteral("no array"));
    std::vector<Row> rows;
    for (auto entry : array) {
        ondemand::value value;
        ondemand::json_type type{};
        if (std::move(entry).get(value) || value.type().get(type))
            return bodyError(QStringLiteral("broken after row %1").arg(rows.size()));
        if (rows.size() >= maxRows)
            return bodyError(QStringLiteral("too many rows"));
        Row row;
        if (type != ondemand::json_type::object) {
            row.degraded = Degraded::Unreadable;
            row.detail = QStringLiteral("no object");
            rows.push_back(std::move(row));
            continue;
        }
        ondemand::object object;
        // A column that was not asked for is not missing: reads name their columns.
        const bool sound = !value.get_object().get(object) &&
                           (want == Want::Records ? m_parts->reader.read(table, object, asked, Source::Answer, row)
                                                  : m_parts->reader.readVersion(table, object, row));
        if (!sound)
            return bodyError(QStringLiteral("broken in row %1").arg(rows.size()));
        rows.push_back(std::move(row));
    }
    if (!nothingFollows(document))
        return bodyError(QStringLiteral("more behind the array"));
    return rows;
}

} // namespace bolt::wire
