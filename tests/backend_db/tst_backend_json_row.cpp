// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/database.h"
#include "backend/db/json_row.h"

#include <QRegularExpression>
#include <QTest>

using namespace bolt;
using namespace bolt::backend;

class TestBackendJsonRow : public QObject
{
    Q_OBJECT

    FixedClock m_clock{fromMicros(1'790'000'000'000'000)};
    SeededRandomness m_random{7};

    static QByteArray render(PgType type, const Value &value)
    {
        std::string out;
        appendJson(out, type, value);
        return QByteArray::fromStdString(out);
    }

private Q_SLOTS:
    void values_data();
    void values();
    void strings_data();
    void strings();
    void wholeRow();
    void rowJson();
    void uuids();
};

void TestBackendJsonRow::values_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("kind"); // 0 null, 1 integer, 2 real, 3 text
    QTest::addColumn<qint64>("integer");
    QTest::addColumn<double>("real");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, PgType type, int kind, qint64 integer, double real, const char *text,
                        const char *json) {
        QTest::newRow(name) << int(type) << kind << integer << real << QByteArray(text) << QByteArray(json);
    };
    row("null", PgType::Text, 0, 0, 0, "", "null");
    row("int8 beyond a double", PgType::Int8, 1, 9007199254740993, 0, "", "9007199254740993");
    row("smallest int8", PgType::Int8, 1, std::numeric_limits<qint64>::min(), 0, "", "-9223372036854775808");
    row("numeric keeps its digits", PgType::Numeric, 3, 0, 0, "12345678901234567890.1230", "12345678901234567890.1230");
    row("bool", PgType::Bool, 1, 1, 0, "", "true");
    row("float4 is short", PgType::Float4, 2, 0, 0.35, "", "0.35");
    row("float4 infinity", PgType::Float4, 2, 0, std::numeric_limits<double>::infinity(), "", "\"Infinity\"");
    row("jsonb is nested", PgType::Jsonb, 3, 0, 0, R"({"a":[1]})", R"({"a":[1]})");
    row("time with a fraction", PgType::TimestampTz, 1, 1'787'313'600'123'400, 0, "",
        "\"2026-08-21T12:00:00.1234+00:00\"");
    row("time without", PgType::TimestampTz, 1, 1'787'313'600'000'000, 0, "", "\"2026-08-21T12:00:00+00:00\"");
    row("time before 1970", PgType::TimestampTz, 1, -1, 0, "", "\"1969-12-31T23:59:59.999999+00:00\"");
}

void TestBackendJsonRow::values()
{
    QFETCH(int, type);
    QFETCH(int, kind);
    QFETCH(qint64, integer);
    QFETCH(double, real);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    const Value all[] = {nullptr, integer, real, text.toStdString()};
    QCOMPARE(render(PgType(type), all[kind]), json);
}

void TestBackendJsonRow::strings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("") << QByteArray("\"\"");
    QTest::newRow("escapes") << QByteArray("a\"b\\c\n\x01/") << QByteArray("\"a\\\"b\\\\c\\n\\u0001/\"");
    QTest::newRow("utf-8") << QByteArray("Café 東京 🦜") << QByteArray("\"Café 東京 🦜\"");
    QTest::newRow("lone continuation") << QByteArray("a\x80z") << QByteArray("\"a\xef\xbf\xbdz\"");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QByteArray("\"\xef\xbf\xbd\xef\xbf\xbd\"");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
    QTest::newRow("cut off") << QByteArray("x\xe6\x9d") << QByteArray("\"x\xef\xbf\xbd\xef\xbf\xbd\"");
}

void TestBackendJsonRow::strings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    QCOMPARE(render(PgType::Text, text.toStdString()), json);
}

void TestBackendJsonRow::wholeRow()
{
    auto db = Database::open(":memory:", m_clock, m_random).value();
    const TableDef &table = *schema().find("sync_tick");
    Statement row = db->query("SELECT " + columnList(table, "t") + " FROM sync_tick AS t");
    QVERIFY(row.next());
    std::string out;
    appendJsonRow(out, table, row);
    QCOMPARE(out, std::string(R"({"name":"backend","n":0,"at":"2026-09-21T14:13:20+00:00"})"));
}

void TestBackendJsonRow::rowJson()
{
    auto db = Database::open(":memory:", m_clock, m_random).value();
    Statement row = db->query(
        "SELECT row_json('a:int4,the b:timestamptz,c:jsonb', i, i, (SELECT json_list(row_json('x:text',"
        " j)) FROM (SELECT 'p' AS j UNION ALL SELECT 'q') WHERE i = 1)) FROM (SELECT 1 AS i UNION ALL SELECT 2)");
    QVERIFY(row.next());
    QCOMPARE(row.text(0),
             std::string(R"({"a":1,"the b":"1970-01-01T00:00:00.000001+00:00","c":[{"x":"p"},{"x":"q"}]})"));
    QVERIFY(row.next());
    QCOMPARE(row.text(0), std::string(R"({"a":2,"the b":"1970-01-01T00:00:00.000002+00:00","c":[]})"));
    for (const char *sql : {"SELECT row_json('a:int4')", "SELECT row_json('a:what', 1)", "SELECT row_json('a', 1)"}) {
        QVERIFY(!db->read([&]() -> Outcome {
                       db->run(sql);
                       return Done{};
                   }).ok());
    }
}

void TestBackendJsonRow::uuids()
{
    SeededRandomness a(1);
    SeededRandomness b(1);
    const std::string uuid = a.uuid();
    QCOMPARE(uuid, b.uuid());
    QVERIFY(uuid != a.uuid());
    static const QRegularExpression form(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    QVERIFY(form.match(QString::fromStdString(uuid)).hasMatch());
    for (int i = 0; i < 100; ++i)
        QVERIFY(a.below(3) < 3 && a.unit() < 1.0);
}

QTEST_GUILESS_MAIN(TestBackendJsonRow)
#include "tst_backend_json_row.moc"
