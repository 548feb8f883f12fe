// SPDX-License-Identifier: GPL-3.0-or-later
// Phoenix frames: contracts/supabase.md §1.3 and what a real server sent.
#include "services/wire/frame.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace bolt::wire;

class FrameTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnArrayOfFive();
    void readsAnObjectOfVsn1();
    void ignoresWhatFollowsTheFifthElement();
    void countsGarbage_data();
    void countsGarbage();
    void refusesWhatIsTooLarge();
    void readsOnAfterGarbage();
    void agreesWithRecordedFrames_data();
    void agreesWithRecordedFrames();
    void survivesEveryCut();
    void encodes();
    void encodesHostileText();
};

void FrameTest::readsAnArrayOfFive()
{
    FrameDecoder decoder;
    const auto frame = decoder.decode(R"( ["6", null ,"realtime:desk","system" , {"a":[1,{"b":"]"}]} ] )");
    QVERIFY(frame.ok());
    QCOMPARE(frame->joinRef, std::optional<std::string_view>("6"));
    QVERIFY(!frame->ref);
    QCOMPARE(frame->topic, std::string_view("realtime:desk"));
    QCOMPARE(frame->event, std::string_view("system"));
    QCOMPARE(QByteArray(frame->payload.data(), qsizetype(frame->payload.size())).trimmed(),
             QByteArray(R"({"a":[1,{"b":"]"}]})"));
    QVERIFY(!frame->vsn1);
}

void FrameTest::readsAnObjectOfVsn1()
{
    FrameDecoder decoder;
    const auto frame = decoder.decode(R"({"ref":"1","payload":{"status":"ok"},"event":"phx_reply","topic":"t\u00e9"})");
    QVERIFY(frame.ok());
    QVERIFY(frame->vsn1);
    QVERIFY(!frame->joinRef);
    QCOMPARE(frame->ref, std::optional<std::string_view>("1"));
    QCOMPARE(frame->topic, std::string_view("t\xC3\xA9"));
    QCOMPARE(frame->payload, std::string_view(R"({"status":"ok"})"));
}

void FrameTest::ignoresWhatFollowsTheFifthElement()
{
    FrameDecoder decoder;
    const auto frame = decoder.decode(R"([null,"8","phoenix","phx_reply",{},"more",[1]])");
    QVERIFY(frame.ok());
    QCOMPARE(frame->payload, std::string_view("{}"));
}

void FrameTest::countsGarbage_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray("   ");
    QTest::newRow("scalar") << QByteArray("3");
    QTest::newRow("words") << QByteArray("hello world");
    QTest::newRow("four") << QByteArray(R"(["1","1","t","e"])");
    QTest::newRow("open array") << QByteArray(R"(["1","1","t","e",{})");
    QTest::newRow("open text") << QByteArray(R"(["1","1","t","e)");
    QTest::newRow("topic no text") << QByteArray(R"(["1","1",7,"e",{}])");
    QTest::newRow("event null") << QByteArray(R"(["1","1","t",null,{}])");
    QTest::newRow("ref an object") << QByteArray(R"([{},"1","t","e",{}])");
    QTest::newRow("object without topic") << QByteArray(R"({"event":"e","payload":{},"ref":null})");
    QTest::newRow("object without payload") << QByteArray(R"({"event":"e","topic":"t","ref":null})");
    QTest::newRow("two messages") << QByteArray(R"(["1","1","t","e",{}]["1","1","t","e",{}])");
    QTest::newRow("bad UTF-8") << QByteArray("[\"1\",\"1\",\"\xff\xfe\",\"e\",{}]");
    QTest::newRow("NUL") << QByteArray("\0\0\0", 3);
    QTest::newRow("binary kind 4") << QByteArray("\x04\x01\x01\x00\x01tx{}", 9);
    QTest::newRow("long topic") << "[null,null,\"" + QByteArray(100'000, 'x') + "\",\"e\",{}]";
    QTest::newRow("deep") << "[null,null,\"t\"," + QByteArray(100'000, '[');
    QTest::newRow("many elements") << "[null,null,\"t\",\"e\",{}" + QByteArray(",1").repeated(500) + "]";
}

void FrameTest::countsGarbage()
{
    QFETCH(QByteArray, text);
    FrameDecoder decoder;
    const auto frame = decoder.decode({text.constData(), size_t(text.size())});
    QVERIFY(!frame.ok());
    QCOMPARE(frame.error().code, QStringLiteral("frame"));
}

void FrameTest::refusesWhatIsTooLarge()
{
    FrameDecoder decoder;
    const std::string text(maxFrameBytes + 1, ' ');
    const auto frame = decoder.decode(text);
    QVERIFY(!frame.ok());
    QCOMPARE(frame.error().code, QStringLiteral("frame_size"));
}

void FrameTest::readsOnAfterGarbage()
{
    FrameDecoder decoder;
    QVERIFY(!decoder.decode("[").ok());
    QVERIFY(decoder.decode(R"([null,null,"t","e",null])").ok());
}

void FrameTest::agreesWithRecordedFrames_data()
{
    QTest::addColumn<QString>("file");
    for (const auto *name : {"01-basic-vsn1", "01-basic-vsn2", "05-protocol-errors", "06-tokens", "07-join-leave",
                             "13-rls-staff", "18-types", "22-apikey-expiry", "28-admin-disconnect"})
        QTest::newRow(name) << QStringLiteral(BOLT_TEST_DATA "/transcripts/%1.jsonl").arg(QLatin1StringView(name));
}

void FrameTest::agreesWithRecordedFrames()
{
    QFETCH(QString, file);
    QFile lines(file);
    QVERIFY(lines.open(QIODevice::ReadOnly));
    FrameDecoder decoder;
    int count = 0;
    while (!lines.atEnd()) {
        const auto raw = QJsonDocument::fromJson(lines.readLine()).object().value(u"raw").toString().toUtf8();
        const auto json = QJsonDocument::fromJson(raw);
        const auto frame = decoder.decode({raw.constData(), size_t(raw.size())});
        QVERIFY2(frame.ok(), raw.constData());
        if (json.isNull())
            continue; // numbers that QJsonDocument refuses
        const auto at = [&](int i, QStringView key) {
            return json.isArray() ? json.array().at(i) : json.object().value(key);
        };
        const auto text = [](std::string_view v) { return QString::fromUtf8(v.data(), qsizetype(v.size())); };
        QCOMPARE(text(frame->topic), at(2, u"topic").toString());
        QCOMPARE(text(frame->event), at(3, u"event").toString());
        QCOMPARE(text(frame->ref.value_or("")), at(1, u"ref").toVariant().toString());
        QCOMPARE(frame->ref.has_value(), !at(1, u"ref").isNull());
        QCOMPARE(text(frame->joinRef.value_or("")), json.isArray() ? at(0, u"").toString() : QString());
        QCOMPARE(QJsonDocument::fromJson(text(frame->payload).toUtf8()).object(), at(4, u"payload").toObject());
        ++count;
    }
    QVERIFY(count > 5);
}

void FrameTest::survivesEveryCut()
{
    const std::string whole =
        R"(["6","7","realtime:desk","postgres_changes",{"data":{"a":"\ud83d\ude00","b":[1,2.5e3,null,true]}}])";
    FrameDecoder decoder;
    for (size_t size = 0; size < whole.size(); ++size) {
        // On the heap and exact, so that a sanitizer sees a step beyond the end.
        const std::vector<char> part(whole.begin(), whole.begin() + qsizetype(size));
        QVERIFY(!decoder.decode({part.data(), part.size()}).ok());
    }
    QVERIFY(decoder.decode(whole).ok());
}

void FrameTest::encodes()
{
    QCOMPARE(encodeFrame("6", "7", "realtime:desk", "phx_leave", "{}"),
             QByteArray(R"(["6","7","realtime:desk","phx_leave",{}])"));
    QCOMPARE(encodeFrame({}, "8", "phoenix", "heartbeat", "{}"), QByteArray(R"([null,"8","phoenix","heartbeat",{}])"));
}

void FrameTest::encodesHostileText()
{
    QCOMPARE(jsonString("a\"\\\n\x01"), QByteArray("\"a\\\"\\\\\\u000a\\u0001\""));
    QCOMPARE(jsonString(std::string_view("\0", 1)), QByteArray("\"\\u0000\""));
    QCOMPARE(jsonString("\xff"), QByteArray("\"\xEF\xBF\xBD\""));
    QCOMPARE(jsonString("\xC3\xA9"), QByteArray("\"\xC3\xA9\""));
}

QTEST_GUILESS_MAIN(FrameTest)
#include "tst_frame.moc"
