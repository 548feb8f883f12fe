// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that cannot be read, of every column there is: the row is shown, the rest of it is true, and so it stays on
// disk.
#include "services/connectors/directory_bolt.h"
#include "services/replica/record_sql.h"
#include "services/replica/replica_file.h"
#include "services/sync/engine/table_sync.h"
#include "services/sync/said_row.h"
#include "services/wire/change.h"
#include "services/wire/row_reader.h"
#include "services/wire/rows.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bolt;
using namespace Qt::StringLiterals;
using wire::RowsDecoder;
using Why = OddCell::Why;

namespace {

constexpr auto ids = std::array{"11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222",
                                "33333333-3333-4333-8333-333333333333"};

using Cells = std::map<std::string, QByteArray>; ///< JSON by column

QByteArray rowOf(const Cells &cells)
{
    QByteArray out = "{";
    for (const auto &[name, json] : cells)
        out += (out.size() > 1 ? ",\"" : "\"") + QByteArray::fromStdString(name) + "\":" + json;
    return out + '}';
}

/// The members as they would be written, by column; what is odd aside.
struct Members
{
    QVariantMap all;
    template<class T>
    void operator()(const char *name, const T &value)
    {
        all.insert(QString::fromLatin1(name), SqlWriter::variant(value));
    }
    void operator()(const char *, const OddCells &) {}
    template<class S>
    void state(const char *name, S value, const QString &word)
    {
        all.insert(QString::fromLatin1(name), saidWord(value, word));
    }
};

QVariantMap membersOf(const Record &record)
{
    return std::visit(
        [](const auto &r) {
            Members v;
            RecordTraits<std::remove_cvref_t<decltype(r)>>::visit(r, v);
            return v.all;
        },
        record);
}

const OddCells &oddOf(const Record &record)
{
    return std::visit([](const auto &r) -> const OddCells & { return r.odd; }, record);
}

enum class Kind : quint8 { Text, Number, Time, Uuid, TextId, Truth, Json };

} // namespace

class tst_OddCells : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCell_data();
    void everyCell();
    void numbersArriveWhole();
    void nullWhereThereMustBeAValue();
    void textsAreCutForShow();
    void rowsWithoutATimeOfCreationStay();
    void pageGoesOnBehindARowThatTellsNoPlace();

private:
    wire::Row read(Table table, const Cells &cells)
    {
        auto rows = m_decoder.decode(table, RowsDecoder::Want::Records, ("[" + rowOf(cells) + "]").toStdString(),
                                     wire::allColumns, true);
        if (!rows.ok() || rows->size() != 1)
            qFatal("no row: %s", qPrintable(rows.ok() ? QString() : rows.error().detail));
        return std::move(rows->front());
    }
    wire::Row streamed(Table table, const Cells &cells)
    {
        QByteArrayList columns;
        for (const auto name : wire::RowReader::columnNames(table))
            columns << "{\"name\":\"" + QByteArray(name.data(), qsizetype(name.size())) + "\"}";
        const auto frame = QStringLiteral("{\"ids\":[1],\"data\":{\"schema\":\"public\",\"type\":\"UPDATE\","
                                          "\"table\":\"%1\",\"columns\":[%2],\"record\":%3}}")
                               .arg(QString::fromStdString(m_connector.naming().of(table).name),
                                    QString::fromUtf8(columns.join(',')), QString::fromUtf8(rowOf(cells)));
        auto change = m_changes.decode(frame.toStdString());
        if (!change.ok())
            qFatal("no change: %s", qPrintable(change.error().detail));
        return std::move(change->row);
    }
    OddCell cellOf(Table table, const std::string &column, const QByteArray &json)
    {
        const auto row = read(table, {{"id", '"' + QByteArray(ids[0]) + '"'}, {column, json}});
        const auto *cell = oddOf(*row.record).find(QLatin1StringView(column.data(), qsizetype(column.size())));
        return cell ? *cell : OddCell();
    }
    Kind kindOf(Table table, const std::string &column);
    Cells goodRow(Table table, const char *id);
    template<class R>
    void throughEngineAndDisk(const Cells &odd, const Cells &other, bool hasVersion);

    DirectoryBoltConnector m_connector;
    RowsDecoder m_decoder{m_connector.naming()};
    wire::ChangeDecoder m_changes{m_connector.naming()};
    std::unique_ptr<ReplicaFile> m_file; ///< one for all: what it keeps of a table are the two rows of the last test
};

/// By what the reader says to an object and to a word.
Kind tst_OddCells::kindOf(Table table, const std::string &column)
{
    switch (cellOf(table, column, "{}").why) {
    case Why::NoText:
        return Kind::Text;
    case Why::NoNumber:
        return Kind::Number;
    case Why::NoTime:
        return Kind::Time;
    case Why::NoTruth:
        return Kind::Truth;
    case Why::NoId:
        return cellOf(table, column, "\"abc\"").why == Why::NoId ? Kind::Uuid : Kind::TextId;
    default:
        return Kind::Json;
    }
}

Cells tst_OddCells::goodRow(Table table, const char *id)
{
    Cells cells;
    for (const auto view : wire::RowReader::columnNames(table)) {
        const std::string name(view);
        switch (name == "id" ? Kind::Uuid : kindOf(table, name)) {
        case Kind::Text:
            cells[name] = "\"pending\"";
            break;
        case Kind::Number:
            cells[name] = "5";
            break;
        case Kind::Time:
            cells[name] = R"("2026-08-21T12:00:00.123456+00:00")";
            break;
        case Kind::Uuid:
            cells[name] = R"("44444444-4444-4444-8444-444444444444")";
            break;
        case Kind::TextId:
            cells[name] = "\"growth\"";
            break;
        case Kind::Truth:
            cells[name] = "true";
            break;
        case Kind::Json:
            cells[name] = R"({"pause":{"by":"a@b.c","at":"2026-08-21T12:00:00Z"}})";
            break;
        }
    }
    cells["id"] = '"' + QByteArray(id) + '"';
    return cells;
}

void tst_OddCells::everyCell_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("what");
    for (int table = 0; table < tableCount; ++table) {
        for (const auto name : wire::RowReader::columnNames(Table(table))) {
            if (name == "id" || (Table(table) == Table::Workers && name == "version"))
                continue; // a text there is the version of the worker's software
            for (const char *what :
                 {"missing", "null", "wrong type", "out of range", "too long", "bad encoding", "nested"})
                QTest::addRow("%d %.*s: %s", table, int(name.size()), name.data(), what)
                    << table << QByteArray(name.data(), qsizetype(name.size())) << QByteArray(what);
        }
    }
}

template<class R>
void tst_OddCells::throughEngineAndDisk(const Cells &odd, const Cells &other, bool hasVersion)
{
    PageAsk page;
    page.table = tableFor<R>;
    page.damaged = PageAsk::damagedLimit;
    const auto answer = m_connector.readPage(page, {}, {200, {}, "[" + rowOf(odd) + "," + rowOf(other) + "]"});
    QVERIFY(answer.ok());
    sync::TableSync<R> table;
    table.setFeed(sync::Feed::Live, {});
    table.trigger(sync::Trigger::FirstLive);
    auto asks = table.pump({});
    table.answered(asks.at(0).id, askAnswer<R>(Page(*answer), *parseInstant(u"2026-01-01T00:00:00Z")), {});
    TableDelta<R> news, state;
    table.merge().out().take(10, news, state);
    QCOMPARE(state.upserts.size(), 2u);
    QCOMPARE(table.merge().dirty(), 0u);
    if (hasVersion) { // a reconciliation asks once more for what could not be read, and an answer heals it or not
        auto &merge = table.merge();
        R row = state.upserts.front();
        const bool wrong = row.odd.anyWrong();
        const auto say = [&](std::optional<R> record) {
            sync::Said<R> again;
            again.key = row.id;
            again.version = row.version;
            again.odd = record && record->odd.anyWrong();
            again.record = std::move(record);
            merge.beginAnswer();
            merge.answered(std::move(again), merge.clock(), 0, false, {});
        };
        for (int times = 0; times < 3; ++times) {
            say({});
            QCOMPARE(merge.dirty(), wrong ? 1u : 0u);
            say(row);
            QCOMPARE(merge.dirty(), 0u);
            QCOMPARE(merge.out().size(), 0u);
        }
        row.odd = {};
        say(row);
        QCOMPARE(merge.out().size(), wrong ? 1u : 0u);
        say({});
        QCOMPARE(merge.dirty(), 0u);
    }
    if (!m_file) {
        m_file = std::make_unique<ReplicaFile>(u":memory:"_s, u"me"_s);
        QVERIFY(m_file->open(u"d"_s).ok());
    }
    ReplicaFile &file = *m_file;
    Parcel parcel;
    parcel.state.of<R>() = state;
    QVERIFY(file.write(parcel, false).ok());
    QVERIFY(file.trim(parseInstant(u"2026-01-01T00:00:00Z"), 10).ok());
    bool last = false;
    const auto loaded = file.load(tableFor<R>, 10, parseInstant(u"2026-01-01T00:00:00Z"), last);
    QVERIFY(loaded.ok());
    Delta kept = (*loaded)->state;
    QCOMPARE(kept.of<R>().upserts.size(), 2u);
    QVERIFY(kept.of<R>().upserts == state.upserts);
}

void tst_OddCells::everyCell()
{
    QFETCH(int, table);
    QFETCH(QByteArray, column);
    QFETCH(QByteArray, what);
    const auto which = Table(table);
    const std::string name = column.toStdString();
    const bool isVersion = name == "version";
    const Kind kind = kindOf(which, name);
    const Cells good = goodRow(which, ids[0]);
    Cells cells = good;
    const QByteArray longText = '"' + QByteArray(70'000, 'x') + '"';
    const bool isText = kind == Kind::Text;
    bool marked = kind != Kind::Json;
    if (what == "missing") {
        cells.erase(name);
        marked = true;
    } else if (what == "null") {
        cells[name] = "null";
    } else if (what == "wrong type") {
        cells[name] = isText || kind == Kind::TextId               ? "17"
                      : kind == Kind::Number || kind == Kind::Json ? "\"abc\""
                                                                   : "17";
        marked = marked && !isText && kind != Kind::TextId;
    } else if (what == "out of range") {
        cells[name] = kind == Kind::Number  ? QByteArray("99999999999999999999999")
                      : kind == Kind::Time  ? QByteArray("\"275761-13-45T99:99:99Z\"")
                      : kind == Kind::Truth ? QByteArray("2")
                      : kind == Kind::Uuid  ? QByteArray("\"zzzzzzzz-1111-4111-8111-111111111111\"")
                                            : QByteArray("\"a word nobody knows\"");
        marked = marked && !isText && kind != Kind::TextId;
    } else if (what == "too long") {
        cells[name] = kind == Kind::Number ? QByteArray(70'000, '9') : longText;
        marked = marked && !isText;
    } else if (what == "bad encoding") {
        cells[name] = "\"a\xff\xc3(\x01\"";
        marked = marked && !isText && kind != Kind::TextId;
    } else {
        cells[name] = R"({"a":[1,{"b":null}]})";
    }

    const wire::Row row = read(which, cells);
    QVERIFY2(row.record, "the row is shown");
    QCOMPARE(row.degraded, wire::Degraded::No);
    const OddCells &odd = oddOf(*row.record);
    const OddCell *cell = odd.find(QLatin1StringView(column));
    QCOMPARE(row.version.has_value(), !isVersion || !cell);
    if (what != "null")
        QCOMPARE(cell != nullptr, marked);
    QVERIFY(odd.all().size() <= 1);
    QVariantMap before = membersOf(*read(which, good).record);
    QVariantMap after = membersOf(*row.record);
    if (isText && what == "out of range") // also of a state: what is not known here is kept as it came
        QCOMPARE(after.value(QLatin1StringView(column)).toString(), u"a word nobody knows"_s);
    for (const char *members :
         {column.constData(), kind == Kind::Json ? "paused_by" : "", kind == Kind::Json ? "paused_at" : ""}) {
        before.remove(QLatin1StringView(members));
        after.remove(QLatin1StringView(members));
    }
    QCOMPARE(after, before);

    if (what != "bad encoding") { // no text frame has that
        const wire::Row frame = streamed(which, cells);
        const bool taken = !cell || cell->why == Why::Beyond || cell->why == Why::Exact || what == "null";
        QCOMPARE(frame.record.has_value(), taken);
        if (taken)
            QVERIFY(*frame.record == *row.record);
        QVERIFY(frame.key);
    }
    wire::withRecordOf(
        which, [&]<class R>() { throughEngineAndDisk<R>(cells, goodRow(which, ids[1]), row.version.has_value()); });
}

void tst_OddCells::numbersArriveWhole()
{
    const auto text = [this](const char *column, const char *json) {
        return cellOf(column == std::string_view("price_cents")           ? Table::Packages
                      : column == std::string_view("success_probability") ? Table::Submissions
                                                                          : Table::Jobs,
                      column, json)
            .text;
    };
    QCOMPARE(text("priority_score", "12345678901234567890.125"), u"12345678901234567890.125"_s);
    QCOMPARE(text("priority_score", "\"12345678901234567890.125\""), u"12345678901234567890.125"_s);
    QCOMPARE(text("priority_score", "0.1"), QString());
    QCOMPARE(text("priority_score", "-3.9761904761904763"), QString()); // the shortest text of that very double
    QCOMPARE(text("priority_score", "1.7976931348623157e+308"), QString());
    QCOMPARE(text("priority_score", "1e999"), u"1e999"_s);
    QCOMPARE(text("success_probability", "0.87"), QString());
    QCOMPARE(text("success_probability", "0.12345679"), QString());
    QCOMPARE(text("success_probability", "0.123456789012"), u"0.123456789012"_s);
    QCOMPARE(text("progress", "45.50"), u"45.50"_s);
    QCOMPARE(text("progress", "45.00"), QString());
    QCOMPARE(text("directories_total", "3000000000"), u"3000000000"_s);
    QCOMPARE(text("price_cents", "1e3"), u"1e3"_s);
    QCOMPARE(cellOf(Table::Jobs, "priority_score", "12345678901234567890.125").why, Why::Exact);
    QVERIFY(!cellOf(Table::Jobs, "priority_score", "12345678901234567890.125").isWrong());
    QVERIFY(cellOf(Table::Jobs, "progress", "45.50").isWrong());
    const auto row = read(Table::Jobs, {{"id", '"' + QByteArray(ids[0]) + '"'}, {"directories_total", "\"12\""}});
    QCOMPARE(std::get<Job>(*row.record).directoriesTotal, 12);
}

void tst_OddCells::nullWhereThereMustBeAValue()
{
    for (const char *column : {"customer_id", "package_type", "status", "progress", "created_at", "updated_at"})
        QVERIFY2(cellOf(Table::Jobs, column, "null").why == Why::Missing, column);
    for (const char *column : {"worker_id", "due_at", "priority_override", "current_directory", "metadata"})
        QVERIFY2(cellOf(Table::Jobs, column, "null").why == Why::None, column);
}

void tst_OddCells::textsAreCutForShow()
{
    const QByteArray ox = QByteArray("\xf0\x9f\x90\x82").repeated(20'000);
    Cells cells = goodRow(Table::Customers, ids[0]);
    cells["company_name"] = '"' + ox + '"';
    for (const wire::Row &row : {read(Table::Customers, cells), streamed(Table::Customers, cells)}) {
        QVERIFY(row.record);
        const QString name = std::get<Customer>(*row.record).companyName;
        QVERIFY(name.endsWith(u'…') && name.toUtf8().size() <= qsizetype(wire::maxTextBytes) + 3);
        QVERIFY(!name.contains(QChar::ReplacementCharacter));
        QVERIFY(std::get<Customer>(*row.record).odd.empty());
    }
    cells["company_name"] = "\"\\n" + ox + '"'; // the way of texts with escapes
    QVERIFY(std::get<Customer>(*read(Table::Customers, cells).record).companyName.endsWith(u"🐂…"_s));
}

void tst_OddCells::rowsWithoutATimeOfCreationStay()
{
    Cells cells = goodRow(Table::Submissions, ids[0]);
    cells["created_at"] = "\"soon\"";
    throughEngineAndDisk<Submission>(cells, goodRow(Table::Submissions, ids[1]), true);
    cells["created_at"] = "\"2020-01-01T00:00:00Z\"";
    const auto old = said<Submission>(read(Table::Submissions, cells), parseInstant(u"2026-01-01T00:00:00Z"));
    QVERIFY(old && old->removed);
}

/// A delta pass is led by updated_at, a scan by the key. The last row of a page may tell neither.
void tst_OddCells::pageGoesOnBehindARowThatTellsNoPlace()
{
    Cells timeless = goodRow(Table::Jobs, ids[1]);
    timeless["updated_at"] = "\"infinity\"";
    Cells keyless = goodRow(Table::Jobs, ids[1]);
    keyless["id"] = "\"?\"";
    for (const auto what : {PageAsk::What::Scan, PageAsk::What::Delta}) {
        const QByteArray last = rowOf(what == PageAsk::What::Scan ? keyless : timeless);
        PageAsk ask;
        ask.table = Table::Jobs;
        ask.what = what;
        const auto first =
            m_connector.readPage(ask, {}, {200, {}, "[" + rowOf(goodRow(Table::Jobs, ids[0])) + "," + last + "]"});
        QVERIFY(first.ok() && !first->ends);
        QCOMPARE(*first->last, wire::Key(JobId::parse(QLatin1StringView(ids[0]))));
        const auto second = m_connector.readPage(ask, {}, {200, {}, "[" + last + "]"});
        QVERIFY(second.ok() && second->ends && !second->rows.empty());
        ask.limit = 1; // all that was asked for: more may follow, and nobody knows where
        QVERIFY(!m_connector.readPage(ask, {}, {200, {}, "[" + last + "]"})->ends);
    }
}

QTEST_GUILESS_MAIN(tst_OddCells)
#include "tst_odd_cells.moc"
