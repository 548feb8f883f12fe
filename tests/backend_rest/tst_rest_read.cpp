// SPDX-License-Identifier: GPL-3.0-or-later
// GET and HEAD of /rest/v1: contracts/supabase.md §3.2 and §3.4.
#include "services/sync/engine/weight.h"
#include "tests/backend_rest/rest_house.h"

using namespace bolt::tests;
using namespace bolt;
using nlohmann::json;

namespace {

void change(RestHouse &house, const std::string &sql)
{
    QVERIFY(house.db
                ->write([&]() -> Outcome {
                    house.db->run(sql);
                    return Done{};
                })
                .ok());
}

} // namespace

class TestRestRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m = std::make_unique<RestHouse>(RestOptions{4, Micros(8'000'000), 1 << 20}); }

    /// Each row: what is asked, and the `id`s (group and number, in order) that come back.
    void finds_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("ids");
        const auto row = [](const char *target, const char *ids) {
            QTest::newRow(target) << QByteArray(target) << QByteArray(ids);
        };
        row("jobs?select=id&order=id", "a1 a2 a3");
        row("jobs?select=id&status=eq.completed", "a3");
        row("jobs?select=id&status=neq.completed&order=id", "a1 a2");
        row("jobs?select=id&directories_total=gt.100&order=id.desc", "a3 a2");
        row("jobs?select=id&directories_total=gte.100&directories_total=lt.300&order=id", "a1 a2");
        row("jobs?select=id&directories_total=lte.200&order=id", "a1 a2");
        row("jobs?select=id&status=in.(pending,completed)&order=id", "a1 a3");
        row("jobs?select=id&status=not.in.(pending,completed)", "a2");
        row("jobs?select=id&status=in.()", "");
        row("jobs?select=id&started_at=is.null", "a1");
        row("jobs?select=id&started_at=not.is.null&order=id", "a2 a3");
        row("jobs?select=id&started_at=is.not_null&order=id", "a2 a3");
        row("jobs?select=id&priority_override=isdistinct.3&order=id", "a1 a2 a3");
        row("jobs?select=id&order=priority_score", "a3 a1 a2");
        row("jobs?select=id&priority_score=gt.9.75", "a2");
        row("jobs?select=id&priority_score=in.(9.50,-2.0)&order=id", "a1 a3");
        row("jobs?select=id&order=started_at,id", "a2 a3 a1");
        row("jobs?select=id&order=started_at.desc,id", "a1 a2 a3");
        row("jobs?select=id&order=started_at.desc.nullslast,id", "a2 a3 a1");
        row("jobs?select=id&order=started_at.nullsfirst,id.desc", "a1 a3 a2");
        row("jobs?select=id&due_at=eq.2026-11-18T10:26:42.123456%2B00:00", "");
        row("jobs?select=id&due_at=gt.2000-01-01&order=due_at.desc&limit=1", "a3");
        row("jobs?select=id&order=id&limit=1&offset=1", "a2");
        row("jobs?select=id&limit=0", "");
        row("jobs?select=id&or=(status.eq.pending,and(status.eq.completed,directories_total.gt.1))&order=id", "a1 a3");
        row("jobs?select=id&not.or=(status.eq.pending,status.eq.completed)", "a2");
        row("jobs?select=id&and=(id.gt.a0000000-0000-4000-8000-000000000001,status.not.eq.completed)", "a2");
        row("jobs?select=id,customers!inner(id)&customers.company_name=eq.Company 2", "a2");
        row("jobs?select=id,customers(id)&customers.company_name=eq.Company 2&customers=not.is.null", "a2");
        row("jobs?select=id,directory_submissions()&directory_submissions=is.null", "a3");
        row("jobs?select=id,directory_submissions!inner()&directory_submissions.status=eq.failed&order=id", "a1 a2");
        row("customers?select=id&email=eq.C1@example.com", "c1");
        row("customers?select=id&company_name=like.*2", "c2");
        row("customers?select=id&company_name=like.company*", "");
        row("customers?select=id&company_name=ilike.company%25&order=id", "c1 c2 c3");
        row("customers?select=id&company_name=not.like.*_2&order=id", "c1 c3");
        row("jobs?select=id&worker_id=not.ilike.*&order=id", "");
        row("customers?select=id&business_data->address->>city=like.K_ln&order=id", "c1 c2 c3");
        row("customers?select=id&business_data->>name=eq.N3", "c3");
        row("customers?select=id&business_data->address->>city=eq.K%C3%B6ln&order=id", "c1 c2 c3");
        row("customers?select=id&website=eq.", "c2");
        row("directories?select=id&is_active=is.false", "d3");
        row("directories?select=id&is_active=eq.true&order=da_score", "d1 d2 d4");
        row("directories?select=id&name=in.(\"A,b \\\"c\\\" (d)\",Dir_1)&order=id", "d1 d4");
        row("directories?select=id&name=eq.A,b%20\"c\"%20(d)", "d4");
        row("directories?select=id&name=like.Dir\\_1", "d1");
        // No injection by value, by name or by path.
        row("directories?select=id&name=eq.' OR 1=1 --", "");
        row("customers?select=id&business_data->>%22x'--%22=is.not_null", "");
        // The keyset of §3.6 and the cap of four rows.
        row("directory_submissions?select=id&order=id", "b1 b2 b3 b4");
        row("directory_submissions?select=id&order=id&id=gt.b0000000-0000-4000-8000-000000000004", "b5 b6");
        row("directory_submissions?select=id&order=attempt,id&or=(attempt.gt.0,and(attempt.eq.0,id.gt.b0000000-0000-"
            "4000-8000-000000000004))",
            "b5 b6");
        row("directory_submissions?select=id&order=id&limit=1000000", "b1 b2 b3 b4");
        row("packages?select=id&order=priority", "enterprise professional growth starter");
    }
    void finds()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, ids);
        const Reply reply = m->get(target.replace(' ', "%20").toStdString());
        QVERIFY2(reply.status == 200, reply.body.c_str());
        QByteArrayList found;
        for (const json &row : jsonOf(reply)) {
            const QByteArray text = QByteArray::fromStdString(row["id"].get<std::string>());
            found << (text.size() == 36 ? text.left(1) + text.right(1) : text);
        }
        QCOMPARE(found.join(' '), ids);
    }

    /// As PostgreSQL has it: what JSON says of a number is a numeric, whose halves go away from zero.
    void numbersAreRounded_data()
    {
        QTest::addColumn<std::string>("stored");
        QTest::addColumn<std::string>("cast");
        QTest::addColumn<std::string>("shown"); // or the code of the refusal
        const auto row = [](const char *stored, const char *cast, const char *shown) {
            QTest::addRow("%s %s", stored, cast) << std::string(stored) << std::string(cast) << std::string(shown);
        };
        row("5.7", "->n::int", "6");
        row("4.5", "->n::int", "5");
        row("-4.5", "->n::int", "-5");
        row("5.4999999999999999999999", "->n::int", "5");
        row("-0.4", "->n::int", "0");
        row("0.5", "->n::bigint", "1");
        row("5.7e1", "->n::int", "57");
        row("57e-1", "->n::int", "6");
        row("57e-9999999999", "->n::int", "0");
        row("1e2", "->n::int", "100");
        row("1e9999999999", "->n::int", "22003");
        row("0e9999999999", "->n::int", "0");
        row("2147483647.4", "->n::int", "2147483647");
        row("2147483647.5", "->n::int", "22003");
        row("-2147483648.5", "->n::int", "22003");
        row("9223372036854775807.4", "->n::bigint", "9223372036854775807");
        row("-9223372036854775808.4", "->n::bigint", "-9223372036854775808");
        row("9223372036854775807.5", "->n::bigint", "22003");
        row("1e19", "->n::bigint", "22003");
        row("1e5", "->n::numeric", "1e5");
        row("\"5.7\"", "->>n::int", "22P02"); // a text is no number yet
        row("\"01234\"", "->>n::int", "1234");
        row("\"01234\"", "->>n::numeric", "1234");
        row("\"-007.50\"", "->>n::numeric", "-7.50");
        row("\".5\"", "->>n::numeric", "0.5");
        row("\"-.5e3\"", "->>n::numeric", "-0.5e3");
        row("\"5.\"", "->>n::numeric", "5");
        row("\" +5 \"", "->>n::numeric", "5");
        row("\"000\"", "->>n::numeric", "0");
        for (const char *none : {"\"\"", "\".\"", "\"+\"", "\"-\"", "\"+-5\"", "\"e5\"", "\"5e\"", "\"5e+\"", "\"1 2\"",
                                 "\"0x10\"", "\"NaN\"", "\"1.2.3\"", "\"1e5.5\""})
            row(none, "->>n::numeric", "22P02");
    }
    void numbersAreRounded()
    {
        QFETCH(std::string, stored);
        QFETCH(std::string, cast);
        QFETCH(std::string, shown);
        RestHouse house;
        change(house, "UPDATE jobs SET metadata = '{\"n\":" + stored +
                          "}', version = next_version(),"
                          " updated_at = touched(updated_at) WHERE id = '" +
                          id('a', 1) + "'");
        const Reply reply = house.get("jobs?select=n:metadata" + cast + "&id=eq." + id('a', 1));
        if (reply.status == 200)
            QCOMPARE(reply.body, "[{\"n\":" + shown + "}]");
        else
            QCOMPARE(jsonOf(reply)["code"], json(shown));
    }

    /// In the words of PostgreSQL, which looks at what the JSON is.
    void whatIsNoNumberIsTold()
    {
        RestHouse house;
        const auto told = [&](const std::string &stored, const char *type) {
            change(house, "UPDATE jobs SET metadata = '{\"n\":" + stored +
                              "}', version = next_version(),"
                              " updated_at = touched(updated_at) WHERE id = '" +
                              id('a', 1) + "'");
            const json answer =
                jsonOf(house.get("jobs?select=n:metadata->n::" + std::string(type) + "&id=eq." + id('a', 1)));
            return answer.value("code", "") + " " + answer.value("message", "");
        };
        QCOMPARE(told("true", "int"), std::string("22023 cannot cast jsonb boolean to type integer"));
        QCOMPARE(told("false", "bigint"), std::string("22023 cannot cast jsonb boolean to type bigint"));
        QCOMPARE(told("\"5\"", "int"), std::string("22023 cannot cast jsonb string to type integer"));
        QCOMPARE(told("{}", "numeric"), std::string("22023 cannot cast jsonb object to type numeric"));
        QCOMPARE(told("[1]", "int"), std::string("22023 cannot cast jsonb array to type integer"));
        QCOMPARE(told("null", "int"), std::string("22023 cannot cast jsonb null to type integer"));
        QCOMPARE(told("2147483648", "int"), std::string("22003 integer out of range"));
        QCOMPARE(told("1e19", "bigint"), std::string("22003 bigint out of range"));
    }

    /// Columns too: exactly, and a double's halves to the even one.
    void columnsAreRounded()
    {
        RestHouse house;
        const auto shown = [&](const std::string &score, const char *cast) {
            change(house, "UPDATE jobs SET priority_score = '" + score +
                              "', version = next_version(),"
                              " updated_at = touched(updated_at) WHERE id = '" +
                              id('a', 1) + "'");
            return house.get(std::string("jobs?select=n:priority_score::") + cast + "&id=eq." + id('a', 1));
        };
        QCOMPARE(shown("9007199254740993.5", "bigint").body, std::string("[{\"n\":9007199254740994}]"));
        QCOMPARE(shown("-2.5", "int").body, std::string("[{\"n\":-3}]"));
        QCOMPARE(jsonOf(shown("9223372036854775808", "bigint"))["code"], json("22003"));
        QCOMPARE(jsonOf(shown("1e300", "bigint"))["code"], json("22003"));
        change(house, "UPDATE directory_submissions SET success_probability = 0.5, version = next_version(),"
                      " updated_at = touched(updated_at)");
        QCOMPARE(house.get("directory_submissions?select=n:success_probability::int&limit=1").body,
                 std::string("[{\"n\":0}]"));
    }

    /// Each row: what is asked, and the exact body.
    void shows_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *target, const char *body) {
            QTest::newRow(target) << QByteArray(target) << QByteArray(body);
        };
        row("jobs?select=status,directories_total,priority_score,started_at,due_at&id=eq.a0000000-0000-4000-8000-"
            "000000000001",
            R"([{"status":"pending","directories_total":100,"priority_score":9.5,"started_at":null,"due_at":"2026-11-18T11:06:41.123456+00:00"}])");
        row("jobs?select=n:metadata->n,t:metadata->>n,none:metadata->x&limit=1",
            R"([{"n":9007199254740993,"t":"9007199254740993","none":null}])");
        row("jobs?select=priority_score::int,n:metadata->n::numeric,t:metadata->>n::bigint,directories_total::float8,"
            "none:metadata->>x::int&limit=1",
            R"([{"priority_score":10,"n":9007199254740993,"t":9007199254740993,"directories_total":100,"none":null}])");
        row("directories?select=is_active::int,da_score::numeric&limit=1", R"([{"is_active":1,"da_score":10}])");
        row("jobs?select=directories_total::text,due_at::text,priority_score::text&limit=1",
            R"([{"directories_total":"100","due_at":"2026-11-18T11:06:41.123456+00:00","priority_score":"9.5"}])");
        row("directories?select=is_active,is_active::text&id=eq.d0000000-0000-4000-8000-000000000003",
            R"([{"is_active":false,"is_active":"false"}])");
        row("customers?select=city:business_data->address->>city,tag:business_data->tags->1&limit=1",
            R"([{"city":"Köln","tag":"b"}])");
        row("customers?select=last:business_data->tags->-1,first:business_data->tags->>-2,none:business_data->tags->-3&"
            "limit=1",
            R"([{"last":"b","first":"a","none":null}])");
        row("customers?select=id&business_data->tags->>-1=eq.x", "[]");
        row("jobs?select=status,customers(company_name)&id=eq.a0000000-0000-4000-8000-000000000002",
            R"([{"status":"in_progress","customers":{"company_name":"Company 2"}}])");
        row("jobs?select=who:customers(n:company_name,packages(name))&id=eq.a0000000-0000-4000-8000-000000000003",
            R"([{"who":{"n":"Company 3","packages":{"name":"Enterprise"}}}])");
        row("jobs?select=status,...customers(company_name,mail:email)&id=eq.a0000000-0000-4000-8000-000000000001",
            R"([{"status":"pending","company_name":"Company 1","mail":"c1@example.com"}])");
        row("jobs?select=directory_submissions(status)&directory_submissions.order=id.desc&directory_submissions.limit="
            "2&order=id&limit=2",
            R"([{"directory_submissions":[{"status":"approved"},{"status":"failed"}]},{"directory_submissions":[{"status":"approved"},{"status":"failed"}]}])");
        row("jobs?select=s:directory_submissions(attempt)&s.status=eq.failed&s.offset=1&id=eq.a0000000-0000-4000-8000-"
            "000000000001",
            R"([{"s":[{"attempt":0}]}])");
        row("jobs?select=directory_submissions(id)&id=eq.a0000000-0000-4000-8000-000000000003",
            R"([{"directory_submissions":[]}])");
        row("directory_submissions?select=directory_id(name)&limit=1", R"([{"directory_id":{"name":"Dir_1"}}])");
        row("jobs?select=customers(jobs(status))&customers.jobs.limit=1&limit=1",
            R"([{"customers":{"jobs":[{"status":"pending"}]}}])");
        row("packages?select=customers(jobs(directory_submissions(directories(name))))&id=eq.enterprise",
            R"([{"customers":[{"jobs":[{"directory_submissions":[]}]}]}])");
        row("directory_submissions?select=success_probability&limit=1", R"([{"success_probability":0.5}])");
        row("workers?select=current_submission_id,directory_submissions(id)", "[]");
    }
    void shows()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        const Reply reply = m->get(target.toStdString());
        QVERIFY2(reply.status == 200, reply.body.c_str());
        QCOMPARE(QByteArray::fromStdString(reply.body), body);
    }

    void starShowsEveryColumn()
    {
        const json row = jsonOf(m->get("notes?select=*")).size() == 0 ? jsonOf(m->get("jobs?limit=1"))[0] : json();
        QCOMPARE(row.size(), schema().find("jobs")->columns.size());
        QVERIFY(row["version"].is_number_integer());
        QCOMPARE(row["metadata"]["n"], json(9007199254740993LL));
        QCOMPARE(row["created_at"], json("2026-11-20T12:00:00.123456+00:00"));
    }

    void fails_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *target, int status, const char *code) {
            QTest::newRow(target) << QByteArray(target) << status << QByteArray(code);
        };
        row("nope", 404, "PGRST205");
        row("auth_users", 404, "PGRST205");
        row("sqlite_master", 404, "PGRST205");
        row("rpc/f", 404, "PGRST202");
        row("jobs/extra", 404, "PGRST125");
        row("jobs?select=nope", 400, "42703");
        row("jobs?nope=eq.1", 400, "42703");
        row("jobs?order=nope", 400, "42703");
        row("jobs?id=eq.abc", 400, "22P02");
        row("jobs?progress=eq.abc", 400, "22P02");
        row("jobs?progress=eq.99999999999", 400, "22003");
        row("jobs?due_at=gt.yesterday", 400, "22007");
        row("directories?is_active=eq.maybe", 400, "22P02");
        row("jobs?id=like.a*", 404, "42883");
        row("jobs?status=is.true", 400, "42804");
        row("jobs?status=foo.1", 400, "PGRST100");
        row("jobs?status=fts.x", 400, "PGRST100");
        row("jobs?limit=-1", 400, "PGRST100");
        row("jobs?limit=x", 400, "PGRST100");
        row("jobs?select=id,(", 400, "PGRST100");
        row("jobs?select=id::xml", 400, "42704");
        row("jobs?select=status->a", 404, "42883");
        row("jobs?select=nope(id)", 400, "PGRST200");
        row("jobs?select=customers!wrong(id)", 400, "PGRST200");
        row("jobs?customers.status=eq.1", 400, "PGRST108");
        row("jobs?select=...directory_submissions(id)", 400, "PGRST119");
        row("admin_actions", 403, "42501");
        row("customers?select=business_data->tags->4294967296", 400, "22003");
        row("customers?company_name=eq.a%00b", 400, "22021");
        // A tree that a viewer may ask for must not stop everybody.
        row("packages?select=customers(jobs(directory_submissions(processing_logs(jobs(id)))))", 413, "54001");
        row("jobs?select=customers(jobs(id))", 413, "54001");
        row("jobs?select=id,customers!inner(jobs!inner())", 413, "54001");
        row("jobs?select=...customers(jobs(id))", 413, "54001");
        row("jobs?select=*,*,*,*,*,*,*", 413, "54001");
        row("customers?select=company_name::numeric", 400, "22P02");
        row("customers?select=company_name::int", 400, "22P02");
        row("customers?select=business_data->tags::float8", 400, "22023");
        row("customers?select=business_data->>name::bigint", 400, "22P02");
        row("directories?select=da_score::text,due:created_at::numeric", 400, "42846");
        row("jobs?select=id::int", 400, "42846");
    }
    void fails()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const Reply reply = m->get(target.toStdString());
        QVERIFY2(reply.status == status, reply.body.c_str());
        const json error = jsonOf(reply);
        QCOMPARE(error["code"], json(code.toStdString()));
        for (const char *key : {"message", "details", "hint"})
            QVERIFY(error.contains(key));
    }

    /// What is long to write: terms, embeds and fields that multiply each other, or only are many.
    void statementsHaveASize_data()
    {
        QTest::addColumn<std::string>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<std::string>("code");
        const auto row = [](const char *name, const std::string &target, int status, const char *code) {
            QTest::newRow(name) << target << status << std::string(code);
        };
        const auto times = [](int count, const std::string &text) {
            std::string out = text;
            for (int i = 1; i < count; ++i)
                out += "," + text;
            return out;
        };
        const std::string nested = "directory_submissions?select=id,a:jobs(id,a:customers(id,a:packages(id)))";
        const std::string asked = "(" + times(20, "a.is.null") + ")";
        row("embeds in terms", nested + "&or=" + asked + "&a.or=" + asked + "&a.a.or=" + asked, 413, "54001");
        row("a few of them", nested + "&or=(" + times(9, "a.is.null") + ")&a.a=not.is.null", 200, "");
        row("a condition in each field",
            "jobs?select=...customers(" + times(60, "id") + ")&customers.or=(" + times(400, "id.is.null") + ")", 413,
            "54001");
        row("many terms", "jobs?or=(" + times(900, "id.is.null") + ")", 200, "");
        row("too many terms", "jobs?or=(" + times(1100, "id.is.null") + ")", 413, "54001");
        row("many values", "jobs?id=in.(" + times(1000, id('a', 1)) + ")", 200, "");
        row("long pattern", "jobs?status=like." + std::string(1024, 'a'), 200, "");
        row("longer pattern", "jobs?status=ilike." + std::string(1025, 'a'), 413, "54000");
    }
    void statementsHaveASize()
    {
        QFETCH(std::string, target);
        QFETCH(int, status);
        QFETCH(std::string, code);
        const Reply reply = m->get(target, {{"Prefer", "count=exact"}});
        QVERIFY2(reply.status == status, reply.body.substr(0, 300).c_str());
        if (status != 200)
            QCOMPARE(jsonOf(reply)["code"], json(code));
    }

    void answersHaveASize()
    {
        const std::string nested = "jobs?select=id,directory_submissions(id)&limit=1&order=id";
        RestOptions options;
        options.answerRows = 5;
        RestHouse few(options);
        QCOMPARE(few.get(nested).status, 200);
        const Reply rows = few.get("jobs?select=id,directory_submissions(id)");
        QCOMPARE(rows.status, 413);
        QCOMPARE(jsonOf(rows)["code"], json("54000"));
        options = {};
        options.answerBytes = 200;
        RestHouse small(options);
        QCOMPARE(small.get("jobs?select=id").status, 200);
        QCOMPARE(small.get("jobs").status, 413);
        QCOMPARE(small.get("jobs?select=id").status, 200);
    }

    void wordsOfPostgres()
    {
        QCOMPARE(jsonOf(m->get("jobs?select=nope"))["message"], json("column jobs.nope does not exist"));
        QCOMPARE(jsonOf(m->get("jobs?id=eq.abc"))["message"], json("invalid input syntax for type uuid: \"abc\""));
        QCOMPARE(jsonOf(m->get("nope"))["message"], json("Could not find the table 'public.nope' in the schema cache"));
    }

    void countsAndRanges_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("prefer");
        QTest::addColumn<QByteArray>("rangeField");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("contentRange");
        const auto row = [](const char *name, const char *target, const char *prefer, const char *range, int status,
                            const char *answer) {
            QTest::newRow(name) << QByteArray(target) << QByteArray(prefer) << QByteArray(range) << status
                                << QByteArray(answer);
        };
        row("no count", "jobs", "", "", 200, "0-2/*");
        row("no count, part", "jobs?limit=2", "", "", 200, "0-1/*");
        row("empty", "jobs?status=eq.failed", "", "", 200, "*/*");
        row("all", "jobs", "count=exact", "", 200, "0-2/3");
        row("part", "jobs?limit=2", "count=exact", "", 206, "0-1/3");
        row("rest", "jobs?offset=2", "count=exact", "", 206, "2-2/3");
        row("empty, counted", "jobs?status=eq.failed", "count=exact", "", 200, "*/0");
        row("at the end", "jobs?offset=3", "count=exact", "", 206, "*/3");
        row("beyond", "jobs?offset=100", "count=exact", "", 416, "*/3");
        row("beyond, uncounted", "jobs?offset=100", "", "", 200, "*/*");
        row("planned", "jobs?limit=1", "count=planned", "", 206, "0-0/3");
        row("estimated", "jobs?limit=1", "count=estimated", "", 206, "0-0/3");
        row("Range", "jobs", "", "1-1", 200, "1-1/*");
        row("Range, open", "jobs", "count=exact", "1-", 206, "1-2/3");
        row("Range, all", "directory_submissions", "count=exact", "0-9223372036854775807", 206, "0-3/6");
        row("Range, from the last", "jobs", "", "9223372036854775807-9223372036854775807", 200, "*/*");
        row("cap", "directory_submissions", "count=exact", "", 206, "0-3/6");
        row("inner", "jobs?select=id,directory_submissions!inner(id)", "count=exact", "", 200, "0-1/2");
    }
    void countsAndRanges()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, prefer);
        QFETCH(QByteArray, rangeField);
        QFETCH(int, status);
        QFETCH(QByteArray, contentRange);
        std::vector<Headers::Field> fields{{"Prefer", prefer.toStdString()}};
        if (!rangeField.isEmpty())
            fields.emplace_back("Range", rangeField.toStdString());
        const Reply reply = m->get(target.toStdString(), fields);
        QVERIFY2(reply.status == status, reply.body.c_str());
        QCOMPARE(QByteArray::fromStdString(std::string(reply.headers.get("Content-Range"))), contentRange);
        if (status != 416)
            QCOMPARE(reply.headers.get("Preference-Applied"), std::string_view(prefer.constData()));
        if (status == 416) {
            QCOMPARE(jsonOf(reply)["code"], json("PGRST103"));
            QCOMPARE(jsonOf(reply)["details"], json("An offset of 100 was requested, but there are only 3 rows."));
        } else {
            QVERIFY(reply.headers.has("X-Commit-Seq"));
        }
    }

    void oneObject()
    {
        const Headers::Field accept{"Accept", "application/vnd.pgrst.object+json"};
        const Reply one = m->get("jobs?select=status&status=eq.pending", {accept});
        QCOMPARE(one.body, std::string(R"({"status":"pending"})"));
        for (const auto &[target, rows] : {std::pair{"jobs?status=eq.failed", "0"}, std::pair{"jobs", "3"}}) {
            const Reply reply = m->get(target, {accept});
            QCOMPARE(reply.status, 406);
            QCOMPARE(jsonOf(reply)["code"], json("PGRST116"));
            QCOMPARE(jsonOf(reply)["details"], json(std::string("The result contains ") + rows + " rows"));
        }
        QCOMPARE(m->get("jobs", {{"Accept", "text/csv"}}).status, 406);
        QCOMPARE(jsonOf(m->get("jobs", {{"Accept-Profile", "secret"}}))["code"], json("PGRST106"));
        QCOMPARE(m->get("jobs", {{"Accept-Profile", "public"}}).status, 200);
    }

    void whoMayRead()
    {
        const auto as = [&](const char *target, const std::string &bearer) {
            return m->ask(Method::Get, std::string("/rest/v1/") + target, {}, bearer);
        };
        QCOMPARE(as("packages", {}).status, 200);
        QCOMPARE(as("jobs", {}).status, 401);
        QCOMPARE(jsonOf(as("jobs", {}))["code"], json("42501"));
        QCOMPARE(as("packages?select=id,customers(email)", {}).status, 401);
        QCOMPARE(as("jobs", m->anonKey()).status, 401);
        QCOMPARE(as("jobs", m->serviceKey()).status, 200);
        QCOMPARE(as("admin_actions", m->admin).status, 200);
        QCOMPARE(as("jobs", m->authenticator->keys().workerToken).status, 401);
        const std::string customer = m->authenticator->signer().sign({{"role", "authenticated"},
                                                                      {"sub", "x"},
                                                                      {"exp", 2'000'000'000},
                                                                      {"app_metadata", {{"customer_id", id('c', 1)}}}});
        QCOMPARE(as("jobs", customer).status, 403);
        QCOMPARE(as("packages", customer).status, 200);
        QCOMPARE(m->ask(Method::Get, "/rest/v1/jobs", {}, m->viewer, {{"apikey", ""}}).status, 401);
    }

    /// What the engine of the desk computes for the same rows: services/sync/engine, weightOf.
    void checksums()
    {
        const auto sum = [&](const std::string &body, const std::string &bearer) {
            return m->ask(Method::Post, "/rest/v1/rpc/boltdesk_checksum", body, bearer);
        };
        const auto expected = [&](const char *target) {
            qint64 rows = 0, total = 0;
            for (const json &row : jsonOf(m->get(target))) {
                ++rows;
                total += sync::weightOf(row["version"].get<qint64>());
            }
            return json::array({{{"rows", rows}, {"sum", total}}});
        };
        QCOMPARE(jsonOf(sum(R"({"of_table":"jobs"})", m->viewer)), expected("jobs?select=version"));
        QVERIFY(jsonOf(sum(R"({"of_table":"jobs"})", m->viewer))[0]["sum"].get<qint64>() > 0);
        QCOMPARE(jsonOf(sum(R"({"of_table":"workers","since":null})", m->viewer)),
                 json::array({{{"rows", 0}, {"sum", 0}}}));
        const json all = jsonOf(sum(R"({"of_table":"jobs","since":"2026-11-20T12:00:00.123456Z"})", m->viewer));
        QCOMPARE(all[0]["rows"], json(3));
        QCOMPARE(jsonOf(sum(R"({"of_table":"jobs","since":"2026-11-20T12:00:00.123457Z"})", m->viewer))[0]["rows"],
                 json(0));
        // Customers have no window.
        QCOMPARE(jsonOf(sum(R"({"of_table":"customers","since":"2030-01-01T00:00:00Z"})", m->viewer))[0]["rows"],
                 json(3));
        QCOMPARE(jsonOf(sum(R"({"of_table":"jobs","since":"once"})", m->viewer))["code"], json("22007"));
        QCOMPARE(jsonOf(sum(R"({"of_table":"auth_users"})", m->serviceKey()))["code"], json("42P01"));
        QCOMPARE(jsonOf(sum(R"({"of":"jobs"})", m->viewer))["code"], json("PGRST202"));
        QCOMPARE(jsonOf(sum("[", m->viewer))["code"], json("PGRST102"));
        QCOMPARE(sum(R"({"of_table":"jobs"})", {}).status, 401);
        QCOMPARE(m->ask(Method::Post, "/rest/v1/rpc/f", "{}", m->viewer).status, 404);
    }

    /// Nothing can be missing here but what moves the tick.
    void tellsWhatIsMissing()
    {
        const auto check = [&](const std::string &bearer) {
            return m->ask(Method::Get, "/rest/v1/rpc/boltdesk_check", {}, bearer);
        };
        const auto touch = [&](Micros ago) {
            QVERIFY(m->db->write([&]() -> Outcome {
                m->db->run("UPDATE sync_tick SET n = n + 1, at = ?", m->db->now() - ago);
                return Done{};
            }));
        };
        touch(Seconds(61));
        QCOMPARE(jsonOf(check(m->viewer)).size(), size_t(1));
        QVERIFY(jsonOf(check(m->viewer))[0]["problem"].get<std::string>().starts_with("nothing moves"));
        touch(Seconds(59));
        QCOMPARE(jsonOf(check(m->viewer)), json::array());
        QCOMPARE(jsonOf(m->ask(Method::Post, "/rest/v1/rpc/boltdesk_check", "{}", m->viewer)), json::array());
        QCOMPARE(check({}).status, 401);
    }

    void badTokens()
    {
        const auto signedFor = [&](qint64 exp) {
            return m->authenticator->signer().sign({{"role", "authenticated"}, {"exp", exp}});
        };
        const qint64 now = toMicros(m->clock.now()) / 1'000'000;
        const auto as = [&](const std::string &bearer) { return m->ask(Method::Get, "/rest/v1/jobs", {}, bearer); };
        QCOMPARE(jsonOf(as(signedFor(now - 60)))["code"], json("PGRST303"));
        QCOMPARE(jsonOf(as(signedFor(now - 60)))["message"], json("JWT expired"));
        QVERIFY(as(signedFor(now - 60)).headers.get("WWW-Authenticate").find("invalid_token") !=
                std::string_view::npos);
        QCOMPARE(as(signedFor(now - 20)).status, 200);
        QCOMPARE(jsonOf(as("abc"))["code"], json("PGRST301"));
        QCOMPARE(as("abc").status, 401);
    }

private:
    std::unique_ptr<RestHouse> m;
};

QTEST_GUILESS_MAIN(TestRestRead)
#include "tst_rest_read.moc"
