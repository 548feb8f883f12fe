// SPDX-License-Identifier: GPL-3.0-or-later
// Frames, filters, LIKE, the text of a change: what needs no channel.
#include "backend/db/like.h"
#include "backend/realtime/change_text.h"
#include "backend/realtime/filter.h"
#include "backend/realtime/frame.h"
#include "backend/values/literal.h"

#include <QtTest>
#include <ctime>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>

using namespace bolt::backend;
using namespace bolt;
using nlohmann::json;

namespace {

/// A change of `notifications` with the given fields; the others are null.
RowChange changeOf(ChangeKind kind, const std::string &table, const json &fields)
{
    RowChange change;
    change.table = schema().find(table);
    change.kind = kind;
    change.record = "{";
    for (const ColumnDef &column : change.table->columns) {
        change.record += (change.record.size() > 1 ? ",\"" : "\"") + column.name + "\":";
        const std::string value = fields.value(column.name, json()).dump();
        change.spans.push_back({quint32(change.record.size()), quint32(value.size())});
        change.record += value;
    }
    change.record += "}";
    if (kind != ChangeKind::Insert)
        change.oldRecord = json({{change.table->key().name, fields.value(change.table->key().name, json())}}).dump();
    if (kind == ChangeKind::Delete) {
        change.record.clear();
        change.spans.clear();
    }
    return change;
}

} // namespace

class TestRealtimeParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesInBothVersions()
    {
        const auto two = decodeText(Vsn::V2, R"(["6",7,"realtime:a","x",{"b":1},"more"])");
        QVERIFY(two);
        QCOMPARE(two->joinRef, std::string("\"6\""));
        QCOMPARE(two->ref, std::string("7"));
        QCOMPARE(two->topic, std::string("realtime:a"));
        QCOMPARE(two->payload["b"], json(1));
        const auto one = decodeText(Vsn::V1, R"({"topic":"t","event":"e","payload":{},"ref":null})");
        QVERIFY(one);
        QCOMPARE(one->joinRef, std::string("null"));
        QCOMPARE(encodeText(Vsn::V2, "null", "\"1\"", "t\"", "e", "{}"),
                 std::string("[null,\"1\",\"t\\\"\",\"e\",{}]"));
        QCOMPARE(encodeText(Vsn::V1, "\"9\"", "\"1\"", "t", "e", "{}"),
                 std::string(R"({"ref":"1","topic":"t","event":"e","payload":{}})"));
    }

    void nonsenseIsNoFrame_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "{", "42", "\"x\"", "null", "{}", "[]", "[null,\"1\",\"t\",\"e\"]", "[{},\"1\",\"t\",\"e\",{}]",
              "[null,\"1\",5,\"e\",{}]", "[null,\"1\",\"t\",null,{}]", "[null,true,\"t\",\"e\",{}]",
              R"({"topic":"t","event":"e","payload":{}})", R"({"topic":"t","event":"e","ref":"1"})",
              R"({"topic":1,"event":"e","payload":{},"ref":"1"})", "[null,\"1\",\"t\",\"e\",{\"x\":\"\\ud800\"}]"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep") << QByteArray("[null,\"1\",\"t\",\"e\",") + QByteArray(5000, '[') +
                                     QByteArray(5000, ']') + "]";
    }
    void nonsenseIsNoFrame()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!decodeText(Vsn::V1, text.toStdString()));
        QVERIFY(!decodeText(Vsn::V2, text.toStdString()));
    }

    /// The measured frame of contracts/supabase.md §1.3.
    void userBroadcastPush()
    {
        const auto bytes = QByteArray::fromHex(
            "0301011401000136377265616c74696d653a73796e633a6f7264657273787b2261223a312c2275223a22c3a9227d");
        const auto push = decodeBinary(bytes.toStdString());
        QVERIFY(push);
        QCOMPARE(push->joinRef, std::string("\"6\""));
        QCOMPARE(push->ref, std::string("\"7\""));
        QCOMPARE(push->topic, std::string("realtime:sync:orders"));
        QCOMPARE(push->event, std::string("x"));
        QVERIFY(push->json);
        QCOMPARE(push->payload, std::string("{\"a\":1,\"u\":\"é\"}"));
        for (qsizetype length = 0; length < 29; ++length)
            QVERIFY(!decodeBinary(bytes.left(length).toStdString()));
    }

    /// As recorded: 08-broadcast-presence.
    void userBroadcastAnswer()
    {
        const auto push = decodeBinary(
            QByteArray::fromHex("0301020d0300013139397265616c74696d653a726f6f6d62696e7b227a223a317d").toStdString());
        QVERIFY(push);
        const auto sent = encodeUserBroadcast(*push);
        QVERIFY(sent);
        QCOMPARE(QByteArray::fromStdString(*sent).toHex(),
                 QByteArray("040d0300017265616c74696d653a726f6f6d62696e7b227a223a317d"));
        UserBroadcast wide = *push;
        wide.topic = std::string(256, 'x');
        QVERIFY(!encodeUserBroadcast(wide));
    }

    void likes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<bool>("noCase");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *text, const char *pattern, bool noCase, bool matches) {
            QTest::addRow("%s ~ %s", text, pattern) << QByteArray(text) << QByteArray(pattern) << noCase << matches;
        };
        row("", "", false, true);
        row("", "%", false, true);
        row("abc", "a%c", false, true);
        row("abc", "a%d", false, false);
        row("abcabd", "%ab_", false, true);
        row("ü", "_", false, true);
        row("a%b", "a\\%b", false, true);
        row("axb", "a\\%b", false, false);
        row("ABC", "abc", false, false);
        row("ABC", "a%", true, true);
        row("abc", "abcd", false, false);
        row("aaa", "%a%a%a%", false, true);
        row("aa", "%a%a%a%", false, false);
        row("a\\", "a\\", false, true);
        row("xüy", "x_y", false, true);
        row("ü", "__", false, false);
        row("üü", "_%_", false, true);
        row("üab", "%_b", false, true);
        row("Ä", "ä", true, false); // as PostgreSQL in the C locale
        row("ab", "%%", false, true);
        row("", "_", false, false);
        row("abc", "", false, false);
    }
    void likes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, pattern);
        QFETCH(bool, noCase);
        QFETCH(bool, matches);
        QCOMPARE(LikePattern(pattern.toStdString(), noCase).matches(text.toStdString()), matches);
    }

    void evilPatternsEnd()
    {
        std::string pattern;
        for (int i = 0; i < 200; ++i)
            pattern += "%a";
        QVERIFY(!LikePattern(pattern, false).matches(std::string(5000, 'a') + "b"));
        // The product of these lengths would be minutes.
        pattern = "%";
        for (int i = 0; i < 511; ++i)
            pattern += "a_";
        const std::clock_t before = std::clock();
        QVERIFY(!LikePattern(pattern + "b", false).matches(std::string(4'000'000, 'a')));
        QVERIFY(LikePattern(pattern + "b", false).matches(std::string(4'000'000, 'a') + "b"));
        QVERIFY((std::clock() - before) / CLOCKS_PER_SEC < 20);
    }

    /// What is long is gone through at each commit.
    void filtersHaveASize()
    {
        const TableDef &notes = *schema().find("notes");
        constexpr std::size_t most = 32 * 1024;
        const std::string head = "body=eq.";
        QVERIFY(parseFilter(head + std::string(most - head.size(), 'x')));
        QVERIFY(!parseFilter(head + std::string(most - head.size() + 1, 'x')));
        const auto terms = [](int count) {
            std::string text = "body=in.(a,b)"; // one term
            for (int i = 1; i < count; ++i)
                text += ",body=like.x";
            return text;
        };
        QVERIFY(parseFilter(terms(100)));
        QVERIFY(!parseFilter(terms(101)));
        std::string list; // as many as there may be, of a longer kind
        for (int i = 0; i < 100; ++i)
            list += (i > 0 ? "," : "") + std::string(300, 'x') + std::to_string(i);
        QVERIFY(RowFilter::bind(parseFilter("body=in.(" + list + ")").value(), notes));
        std::string patterns;
        for (int i = 0; i < 4; ++i)
            patterns += (i > 0 ? ",body=like." : "body=like.") + std::string(1024, 'x');
        QVERIFY(RowFilter::bind(parseFilter(patterns).value(), notes));
        const auto more = RowFilter::bind(parseFilter(patterns + ",body=like.x").value(), notes);
        QVERIFY(!more);
        QCOMPARE(more.error().code, QStringLiteral("54000"));
        QVERIFY(RowFilter::bind(*parseFilter("body=like." + std::string(1024, 'x')), notes));
        const auto longer = RowFilter::bind(*parseFilter("body=ilike." + std::string(1025, 'x')), notes);
        QCOMPARE(longer.error().code, QStringLiteral("54000"));
    }

    /// Words of more than 64 characters, against the plain meaning of a pattern.
    void patternsMeanWhatTheySay()
    {
        std::mt19937 random(20261130);
        const std::function<bool(std::string_view, std::string_view)> plain = [&](std::string_view text,
                                                                                  std::string_view pattern) {
            if (pattern.empty())
                return text.empty();
            if (pattern.front() == '%')
                return plain(text, pattern.substr(1)) || (!text.empty() && plain(text.substr(1), pattern));
            return !text.empty() && (pattern.front() == '_' || pattern.front() == text.front()) &&
                   plain(text.substr(1), pattern.substr(1));
        };
        int matched = 0;
        for (int round = 0; round < 2000; ++round) {
            const std::string same(random() % 140, 'x');
            std::string text = same;
            std::string pattern = same;
            for (unsigned i = random() % 7; i > 0; --i)
                text.push_back("ab"[random() % 2]);
            for (unsigned i = random() % 7; i > 0; --i)
                pattern.push_back("ab_%"[random() % 4]);
            const bool wanted = plain(text, pattern);
            matched += wanted;
            QVERIFY2(LikePattern(pattern, false).matches(text) == wanted, (text + " ~ " + pattern).c_str());
        }
        QVERIFY(matched > 100);
    }

    void filters_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *filter, bool matches) {
            QTest::newRow(filter) << QByteArray(filter) << matches;
        };
        row("", true);
        row("   ", true);
        row("status=eq.pending", true);
        row("status=eq.done", false);
        row("status=neq.done", true);
        row("status=not.eq.pending", false);
        row("progress=gt.9", true); // as a number, not as text
        row("progress=gt.10", false);
        row("progress=gte.10", true);
        row("progress=lt.9", false);
        row("progress=lte.10", true);
        row("priority_score=gt.9.5", true);
        row("priority_score=eq.10.50", true);
        row("due_at=gt.2026-11-20T12:00:00Z", true);
        row("due_at=eq.2026-11-20T13:00:00.5+01:00", true);
        row("status=in.(pending,done)", true);
        row("status=in.(done,\"pending\")", true);
        row("status=in.()", false);
        row("status=not.in.(done)", true);
        row("id=eq.A0000000-0000-4000-8000-000000000001", true);
        row("worker_id=is.null", true);
        row("worker_id=not.is.null", false);
        row("worker_id=eq.x", false);
        row("worker_id=neq.x", false); // null is not unequal
        row("worker_id=isdistinct.x", true);
        row("status=like.pen%", true);
        row("status=ilike.PEN%", true);
        row("current_directory=eq.\"a,b\"", true);
        row("status=eq.pending,progress=gt.9", true);
        row("status=eq.pending,progress=gt.99", false);
        row("status=in.(a,b),progress=gt.9", false);
    }
    void filters()
    {
        QFETCH(QByteArray, filter);
        QFETCH(bool, matches);
        const RowChange change = changeOf(ChangeKind::Update, "jobs",
                                          {{"id", "a0000000-0000-4000-8000-000000000001"},
                                           {"status", "pending"},
                                           {"progress", 10},
                                           {"priority_score", 10.5},
                                           {"current_directory", "a,b"},
                                           {"due_at", "2026-11-20T12:00:00.5+00:00"}});
        const auto terms = parseFilter(filter.toStdString());
        QVERIFY(terms);
        const auto bound = RowFilter::bind(*terms, *change.table);
        QVERIFY(bound);
        QCOMPARE(bound->matches(change), matches);
    }

    void aDeleteShowsItsKeyOnly()
    {
        const RowChange gone = changeOf(ChangeKind::Delete, "notes", {{"id", "a0000000-0000-4000-8000-000000000001"}});
        const auto matches = [&](const char *filter) {
            return RowFilter::bind(*parseFilter(filter), *gone.table)->matches(gone);
        };
        QVERIFY(matches(""));
        QVERIFY(matches("id=eq.a0000000-0000-4000-8000-000000000001"));
        QVERIFY(!matches("id=eq.a0000000-0000-4000-8000-000000000002"));
        QVERIFY(!matches("entity_id=eq.x"));
        QVERIFY(!matches("entity_id=neq.x"));
    }

    void changesAreComposed()
    {
        const RowChange change = changeOf(ChangeKind::Update, "notes", {{"id", "n"}, {"body", "b"}});
        const json all = json::parse(changeData(change, "2026-11-20T12:00:00.123Z", 7, nullptr));
        QCOMPARE(all["type"], json("UPDATE"));
        QCOMPARE(all["table"], json("notes"));
        QCOMPARE(all["schema"], json("public"));
        QCOMPARE(all["errors"], json());
        QCOMPARE(all["commit_seq"], json(7));
        QCOMPARE(all["old_record"], json({{"id", "n"}}));
        QCOMPARE(all["columns"][0], json({{"name", "id"}, {"type", "uuid"}}));
        QCOMPARE(all["columns"].size(), change.table->columns.size());
        QCOMPARE(all["record"].size(), change.table->columns.size());
        const std::vector<size_t> two{0, 4};
        const json some = json::parse(changeData(change, "x", 7, &two));
        QCOMPARE(some["record"], json({{"id", "n"}, {"body", "b"}}));
        QCOMPARE(some["columns"].size(), size_t(2));
        const json born =
            json::parse(changeData(changeOf(ChangeKind::Insert, "notes", {{"id", "n"}}), "x", 7, nullptr));
        QVERIFY(!born.contains("old_record"));
        const json gone =
            json::parse(changeData(changeOf(ChangeKind::Delete, "notes", {{"id", "n"}}), "x", 7, nullptr));
        QVERIFY(!gone.contains("record"));
        QCOMPARE(gone["old_record"], json({{"id", "n"}}));
    }

    void tooLargeAChangeIsCutDown()
    {
        const auto sized = [](size_t body) {
            return changeOf(
                ChangeKind::Insert, "notes",
                {{"id", "n"}, {"entity_id", std::string(65, 'e')}, {"body", std::string(body, 'b')}, {"version", 3}});
        };
        const std::string fits = changeData(sized(1'040'000), "x", 7, nullptr);
        QVERIFY(fits.size() > 1'040'000 && fits.size() <= kMaxChange);
        const std::string cut = changeData(sized(1'048'000), "x", 7, nullptr);
        QVERIFY(cut.size() < 2000);
        const json data = json::parse(cut);
        QCOMPARE(data["errors"], json::array({"Error 413: Payload Too Large"}));
        // Neither what is long nor what is null.
        QCOMPARE(data["record"], json({{"id", "n"}, {"version", 3}}));
        QCOMPARE(data["columns"].size(), schema().find("notes")->columns.size());
    }

    void stampsHaveMilliseconds()
    {
        QCOMPARE(commitStamp(fromMicros(1'795'176'000'123'999)), std::string("2026-11-20T12:00:00.123Z"));
        QCOMPARE(commitStamp(fromMicros(1'795'176'000'000'000)), std::string("2026-11-20T12:00:00.000Z"));
        QCOMPARE(commitStamp(fromMicros(1'795'176'000'007'000)), std::string("2026-11-20T12:00:00.007Z"));
    }

    void literals_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](PgType type, const char *text, const char *code) {
            QTest::addRow("%s as %d", text, int(type)) << int(type) << QByteArray(text) << QByteArray(code);
        };
        row(PgType::Int4, "12", "");
        row(PgType::Int4, "+12", "");
        row(PgType::Int4, "2147483648", "22003");
        row(PgType::Int4, "1.5", "22P02");
        row(PgType::Int4, "", "22P02");
        row(PgType::Int8, "9007199254740993", "");
        row(PgType::Int8, "99999999999999999999", "22003");
        row(PgType::Numeric, "12345678901234567890.125", "");
        row(PgType::Numeric, "nan", "22P02");
        row(PgType::Numeric, "1e5", "");
        row(PgType::Numeric, "99e306", "");
        row(PgType::Numeric, "0.0001e311", "");
        row(PgType::Numeric, "0e9999", "");
        row(PgType::Numeric, "1e-9999", "");
        row(PgType::Numeric, "99e307", "22003");
        row(PgType::Numeric, "-1e9999", "22003");
        row(PgType::Numeric, "0.0001e312", "22003");
        row(PgType::Numeric, "1e99999999999999999999", "22003");
        row(PgType::Numeric, QByteArray(308, '9').constData(), "");
        row(PgType::Numeric, QByteArray(309, '9').constData(), "22003");
        row(PgType::Float4, "inf", "22P02");
        row(PgType::Bool, "YES", "");
        row(PgType::Bool, "2", "22P02");
        row(PgType::Uuid, "A0000000-0000-4000-8000-000000000001", "");
        row(PgType::Uuid, "00000000-0000-0000-0000-000000000000", "");
        row(PgType::Uuid, "a000", "22P02");
        row(PgType::TimestampTz, "2026-11-20", "");
        row(PgType::TimestampTz, "now()", "22007");
        row(PgType::Jsonb, "{\"a\":1}", "");
        row(PgType::Jsonb, "{", "22P02");
    }
    void literals()
    {
        QFETCH(int, type);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        const auto value = valueFromText(PgType(type), text.toStdString());
        QCOMPARE(value.ok() ? QByteArray() : value.error().code.toLatin1(), code);
    }

    void randomBytesAreHarmless()
    {
        std::mt19937 random(20261121);
        const std::string alphabet = "[]{}\",:\\null1ab=.()in.eq.not.\xff\x03\x01";
        for (int round = 0; round < 10'000; ++round) {
            std::string bytes = round % 3 ? "" : "\x03";
            const auto length = random() % 50;
            for (unsigned i = 0; i < length; ++i)
                bytes.push_back(random() % 4 ? alphabet[random() % alphabet.size()] : char(random()));
            (void)decodeText(Vsn::V1, bytes);
            (void)decodeText(Vsn::V2, bytes);
            (void)decodeBinary(bytes);
            if (const auto terms = parseFilter(bytes))
                (void)RowFilter::bind(*terms, *schema().find("jobs"));
        }
    }
};

QTEST_GUILESS_MAIN(TestRealtimeParts)
#include "tst_realtime_parts.moc"
