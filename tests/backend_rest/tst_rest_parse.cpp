// SPDX-License-Identifier: GPL-3.0-or-later
// The query language as it is read: what it means, and that nonsense is refused without harm.
#include "backend/rest/parse_filter.h"
#include "backend/rest/parse_select.h"

#include <QtTest>
#include <random>

using namespace bolt::backend;
using Op = FilterNode::Op;

class TestRestParse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selects()
    {
        const auto items = parseSelect(
            R"(id,n:name,meta->a->>b, due_at::text,*,c:customers!jobs_customer_id_fkey!inner(id,directories(*)),...packages(price_cents))");
        QVERIFY(items);
        QCOMPARE(items->size(), size_t(7));
        QCOMPARE(items.value()[1].alias, std::string("n"));
        QCOMPARE(items.value()[1].field.column, std::string("name"));
        QCOMPARE(items.value()[2].field.steps.size(), size_t(2));
        QVERIFY(!items.value()[2].field.steps[0].asText);
        QVERIFY(items.value()[2].field.steps[1].asText);
        QCOMPARE(items.value()[3].cast, std::string("text"));
        QVERIFY(items.value()[4].all);
        const Embed &embed = *items.value()[5].embed;
        QCOMPARE(embed.name(), std::string("c"));
        QCOMPARE(embed.target, std::string("customers"));
        QCOMPARE(embed.hint, std::string("jobs_customer_id_fkey"));
        QVERIFY(embed.inner);
        QCOMPARE(embed.wanted.items.size(), size_t(2));
        QVERIFY(items.value()[6].embed->spread);
        QVERIFY(parseSelect("")->front().all);
    }

    void badSelects_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {",", "id,", "id,,name", "rel(", "rel(id", "rel)id", "id:", ":id", "id::", "a->",
                                 "a->>b->c", "!x(id)", "id\"", "...id", "a b c(", "rel(id))"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep") << QByteArray("a(").repeated(40) + "id" + QByteArray(")").repeated(40);
        QTest::newRow("wide") << QByteArray("id,").repeated(101) + "id";
    }
    void badSelects()
    {
        QFETCH(QByteArray, text);
        const auto items = parseSelect(text.toStdString());
        QVERIFY(!items);
        QCOMPARE(items.error().code, QStringLiteral("PGRST100"));
    }

    void filters_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("op");
        QTest::addColumn<bool>("negated");
        QTest::addColumn<QByteArrayList>("values");
        const auto row = [](const char *value, Op op, bool negated, QByteArrayList values) {
            QTest::newRow(value) << QByteArray(value) << int(op) << negated << values;
        };
        row("eq.1", Op::Eq, false, {"1"});
        row("eq.a.b,c)", Op::Eq, false, {"a.b,c)"});
        row("eq.", Op::Eq, false, {""});
        row("not.gte.5", Op::Gte, true, {"5"});
        row("in.(a,\"b,c\",d\"e)", Op::In, false, {"a", "b,c", "d\"e"});
        row("in.(\"x\\\"y\\\\z\")", Op::In, false, {"x\"y\\z"});
        row("in.()", Op::In, false, {});
        row("not.is.null", Op::Is, true, {"null"});
        row("like.*x%", Op::Like, false, {"*x%"});
        row("isdistinct.3", Op::Distinct, false, {"3"});
    }
    void filters()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, op);
        QFETCH(bool, negated);
        QFETCH(QByteArrayList, values);
        const auto node = parseFilter("col", value.toStdString());
        QVERIFY(node);
        QCOMPARE(int(node->op), op);
        QCOMPARE(node->negated, negated);
        QCOMPARE(node->values.size(), size_t(values.size()));
        for (int i = 0; i < values.size(); ++i)
            QCOMPARE(node->values[size_t(i)], values[i].toStdString());
    }

    void trees()
    {
        const auto node = parseFilter(
            "or", R"((updated_at.gt."2026-11-20T12:00:00.123456+00:00",and(a.eq.1,not.or(b.is.null,c.in.(x,y)))))");
        QVERIFY(node);
        QCOMPARE(int(node->kind), int(FilterNode::Kind::Or));
        QCOMPARE(node->children[0].values[0], std::string("2026-11-20T12:00:00.123456+00:00"));
        const FilterNode &inner = node->children[1];
        QCOMPARE(int(inner.kind), int(FilterNode::Kind::And));
        QVERIFY(inner.children[1].negated);
        QCOMPARE(inner.children[1].children[1].values.size(), size_t(2));
        QVERIFY(parseFilter("not.and", "(a.eq.1,b.eq.2)")->negated);
    }

    void badFilters_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        for (const char *value : {"", "1", "eq", "foo.x", "fts.x", "eq(any).{1}", "in.a,b", "in.(a", "in.(\"a)",
                                  "in.(a)b", "is.maybe", "not.", "match.x"})
            QTest::newRow(value) << QByteArray("col") << QByteArray(value);
        for (const char *value :
             {"", "()", "a.eq.1", "(a.eq.1", "(a.eq.1))", "(a)", "(a.eq)", "(a.foo.1)", "(a.eq.1,)"})
            QTest::addRow("or %s", value) << QByteArray("or") << QByteArray(value);
        QTest::newRow("deep") << QByteArray("or")
                              << QByteArray("(and").repeated(40) + "(a.eq.1" + QByteArray(")").repeated(41);
        QTest::newRow("name") << QByteArray("a->") << QByteArray("eq.1");
        QTest::newRow("empty name") << QByteArray("") << QByteArray("eq.1");
    }
    void badFilters()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const auto node = parseFilter(name.toStdString(), value.toStdString());
        QVERIFY(!node);
        QCOMPARE(node.error().code, QStringLiteral("PGRST100"));
    }

    void orders()
    {
        const auto terms = parseOrder("a.desc.nullslast,b,meta->>x.asc.nullsfirst");
        QVERIFY(terms);
        QCOMPARE(terms->size(), size_t(3));
        QVERIFY(terms.value()[0].descending);
        QCOMPARE(int(terms.value()[0].nulls), int(OrderTerm::Nulls::Last));
        QVERIFY(!terms.value()[1].descending);
        for (const char *bad : {"", "a.up", "a,", ",a", "a.desc.", "a)"})
            QVERIFY2(!parseOrder(bad), bad);
    }

    void randomBytesAreHarmless()
    {
        std::mt19937 random(20261121);
        const std::string alphabet = "aid.,()\"\\->:*!not.or(and(eq.in.(is. \xff";
        for (int round = 0; round < 6'000; ++round) {
            std::string text;
            const auto length = random() % 40;
            for (unsigned i = 0; i < length; ++i)
                text.push_back(alphabet[random() % alphabet.size()]);
            (void)parseSelect(text);
            (void)parseOrder(text);
            (void)parseFilter("or", text);
            (void)parseFilter(text, "eq.1");
            (void)parseFilter("a", text);
        }
    }
};

QTEST_GUILESS_MAIN(TestRestParse)
#include "tst_rest_parse.moc"
