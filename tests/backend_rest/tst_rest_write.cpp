// SPDX-License-Identifier: GPL-3.0-or-later
// POST, PATCH and DELETE of /rest/v1: contracts/supabase.md §3.3 and §3.4.
#include "tests/backend_rest/rest_house.h"

using namespace bolt::tests;
using namespace bolt;
using nlohmann::json;

namespace {

const Headers::Field kShow{"Prefer", "return=representation"};
const Headers::Field kObject{"Accept", "application/vnd.pgrst.object+json"};

std::string note(const std::string &noteId, const std::string &body)
{
    return json({{"id", noteId}, {"entity_type", "job"}, {"entity_id", "x"}, {"author_email", "s@x.y"}, {"body", body}})
        .dump();
}

} // namespace

class TestRestWrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<RestHouse>(); }

    void insertsAndSaysLittle()
    {
        const Reply reply = post("notes", note(id('e', 1), "one"));
        QCOMPARE(reply.status, 201);
        QVERIFY(reply.body.empty());
        QCOMPARE(jsonOf(m->get("notes?select=body")), json::parse(R"([{"body":"one"}])"));
    }

    void insertsAndShows()
    {
        const std::string rows = "[" + note(id('e', 2), "two") + "," + note(id('e', 1), "one") + "]";
        const Reply reply =
            post("notes?select=body,version&columns=\"id\",\"entity_type\",\"entity_id\",\"author_email\",\"body\"",
                 rows, {kShow});
        QCOMPARE(reply.status, 201);
        const json shown = jsonOf(reply);
        QCOMPARE(shown[0]["body"], json("two"));
        QCOMPARE(shown[1]["body"], json("one"));
        QVERIFY(shown[1]["version"] > shown[0]["version"]);
        QCOMPARE(reply.headers.get("Preference-Applied"), std::string_view("return=representation"));
    }

    void headersOnlySaysWhere()
    {
        const Reply reply = post("notes", note(id('e', 1), "one"), {{"Prefer", "return=headers-only"}});
        QCOMPARE(reply.headers.get("Location"), std::string_view("/notes?id=eq.e0000000-0000-4000-8000-000000000001"));
    }

    void columnsLeaveTheRestOut()
    {
        const json body = {
            {"entity_type", "job"}, {"entity_id", "x"}, {"author_email", "s@x.y"}, {"body", "b"}, {"nope", 1}};
        QCOMPARE(post("notes?columns=entity_type,entity_id,author_email,body", body.dump()).status, 201);
        // A column that is named and not given is null, unless its default is asked for.
        const json bare = {{"severity", "info"}, {"title", "t"}};
        QCOMPARE(post("notifications?columns=severity,title,message", bare.dump()).status, 400);
        QCOMPARE(
            post("notifications?columns=severity,title,message", bare.dump(), {{"Prefer", "missing=default"}}).status,
            201);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("details");
        const auto row = [](const char *name, const std::string &target, const std::string &body, int status,
                            const char *code, const char *message, const char *details = "") {
            QTest::newRow(name) << QByteArray::fromStdString(target) << QByteArray::fromStdString(body) << status
                                << QByteArray(code) << QByteArray(message) << QByteArray(details);
        };
        row("no JSON", "notes", "{", 400, "PGRST102", "Empty or invalid json");
        row("empty", "notes", "", 400, "PGRST102", "Empty or invalid json");
        row("text", "notes", "\"x\"", 400, "PGRST102", "Empty or invalid json");
        row("list of texts", "notes", "[\"x\"]", 400, "PGRST102", "Empty or invalid json");
        row("differing keys", "notes", R"([{"body":"a"},{"entity_id":"b"}])", 400, "PGRST102",
            "All object keys must match");
        row("unknown column", "notes", R"({"nope":1})", 400, "PGRST204",
            "Could not find the 'nope' column of 'notes' in the schema cache");
        row("unknown table", "nope", "{}", 404, "PGRST205",
            "Could not find the table 'public.nope' in the schema cache");
        row("bad uuid", "notes", R"({"id":"abc"})", 400, "22P02", "invalid input syntax for type uuid: \"abc\"");
        const char *nul = "unsupported Unicode escape sequence";
        const char *nulDetails = "\\u0000 cannot be converted to text.";
        row("NUL in text", "notes", R"({"body":"a\u0000b"})", 400, "22P05", nul, nulDetails);
        row("NUL in jsonb", "customers", R"({"business_data":{"a":["\u0000"]}})", 400, "22P05", nul, nulDetails);
        row("NUL in a key", "customers", R"({"business_data":{"a\u0000":1}})", 400, "22P05", nul, nulDetails);
        row("long text", "notes", note(id('e', 1), std::string(65'537, 'x')), 400, "22001",
            "value too long for type character varying(65536)");
        row("not null", "notes", R"({"entity_type":"job","entity_id":"x","author_email":"a"})", 400, "23502",
            "null value in column \"body\" of relation \"notes\" violates not-null constraint");
        row("check", "directories", R"({"name":"x","da_score":101,"priority_tier":1})", 400, "23514",
            "new row for relation \"directories\" violates check constraint \"directories_da_score_check\"");
        row("primary key", "customers",
            json({{"id", id('c', 1)}, {"email", "n@x.y"}, {"company_name", "n"}, {"package_id", "growth"}}).dump(), 409,
            "23505", "duplicate key value violates unique constraint \"customers_pkey\"",
            "Key (id)=(c0000000-0000-4000-8000-000000000001) already exists.");
        row("unique", "customers", R"({"email":"c2@example.com","company_name":"n","package_id":"growth"})", 409,
            "23505", "duplicate key value violates unique constraint \"customers_email_key\"",
            "Key (email)=(c2@example.com) already exists.");
        row("unique pair", "directory_submissions",
            json({{"submission_queue_id", id('a', 1)},
                  {"customer_id", id('c', 1)},
                  {"directory_id", id('d', 1)},
                  {"max_attempts", 3}})
                .dump(),
            409, "23505",
            "duplicate key value violates unique constraint \"directory_submissions_customer_id_directory_id_key\"",
            "Key (customer_id, directory_id)=(c0000000-0000-4000-8000-000000000001, "
            "d0000000-0000-4000-8000-000000000001) already exists.");
        row("foreign key", "customers", R"({"email":"n@x.y","company_name":"n","package_id":"none"})", 409, "23503",
            "insert or update on table \"customers\" violates foreign key constraint \"customers_package_id_fkey\"",
            "Key (package_id)=(none) is not present in table \"packages\".");
        row("conflict on nothing", "notes?on_conflict=body", note(id('e', 1), "x"), 400, "42P10",
            "there is no unique or exclusion constraint matching the ON CONFLICT specification");
    }
    void refused()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, details);
        std::vector<Headers::Field> fields;
        if (target.contains("on_conflict"))
            fields.emplace_back("Prefer", "resolution=merge-duplicates");
        const qint64 before = m->db->commitSeq();
        const Reply reply = post(target.toStdString(), body.toStdString(), fields);
        QVERIFY2(reply.status == status, reply.body.c_str());
        const json error = jsonOf(reply);
        QCOMPARE(error["code"], json(code.toStdString()));
        QCOMPARE(error["message"], json(message.toStdString()));
        QCOMPARE(error["details"], details.isEmpty() ? json() : json(details.toStdString()));
        QCOMPARE(m->db->commitSeq(), before);
    }

    void oneBadRowTakesAllBack()
    {
        const std::string rows = "[" + note(id('e', 1), "one") + "," + note(id('e', 1), "again") + "]";
        const Reply reply = post("notes", rows);
        QCOMPARE(reply.status, 409);
        QCOMPARE(jsonOf(reply)["details"], json("Key (id)=(e0000000-0000-4000-8000-000000000001) already exists."));
        QCOMPARE(jsonOf(m->get("notes")).size(), size_t(0));
    }

    void upserts()
    {
        const Headers::Field merge{"Prefer", "resolution=merge-duplicates,return=representation"};
        const Reply made = post("notes?on_conflict=id", note(id('e', 1), "one"), {merge});
        QCOMPARE(made.status, 201);
        const Reply merged = post("notes?on_conflict=id", note(id('e', 1), "two"), {merge});
        QCOMPARE(merged.status, 200);
        QCOMPARE(jsonOf(merged)[0]["body"], json("two"));
        QVERIFY(jsonOf(merged)[0]["version"] > jsonOf(made)[0]["version"]);
        QVERIFY(jsonOf(merged)[0]["updated_at"] > jsonOf(made)[0]["updated_at"]);
        const Reply ignored = post("notes", note(id('e', 1), "three"),
                                   {{"Prefer", "resolution=ignore-duplicates,return=representation"}});
        QCOMPARE(ignored.body, std::string("[]"));
        QCOMPARE(jsonOf(m->get("notes?select=body")), json::parse(R"([{"body":"two"}])"));
        const Reply byEmail =
            post("customers?on_conflict=email",
                 R"({"email":"c1@example.com","company_name":"Renamed","package_id":"growth"})", {merge});
        QCOMPARE(jsonOf(byEmail)[0]["id"], json(id('c', 1)));
    }

    void updates()
    {
        post("notes", "[" + note(id('e', 1), "one") + "," + note(id('e', 2), "two") + "]");
        const json before = jsonOf(m->get("notes?body=eq.one"))[0];
        const Reply minimal = patch("notes?body=eq.one", R"({"body":"ONE"})");
        QCOMPARE(minimal.status, 204);
        QCOMPARE(minimal.headers.get("Content-Range"), std::string_view("0-0/*"));
        const json after = jsonOf(m->get("notes?body=eq.ONE"))[0];
        QVERIFY(after["version"] > before["version"]);
        QVERIFY(after["updated_at"] > before["updated_at"]);
        const Reply shown = patch("notes?id=eq." + id('e', 2), R"({"body":"TWO"})", {kShow, kObject});
        QCOMPARE(shown.status, 200);
        QCOMPARE(jsonOf(shown)["body"], json("TWO"));
        const Reply none = patch("notes?body=eq.nobody", R"({"body":"x"})", {kShow});
        QCOMPARE(none.status, 200);
        QCOMPARE(none.body, std::string("[]"));
        const Reply notOne = patch("notes?entity_type=eq.job", R"({"body":"x"})", {kShow, kObject});
        QCOMPARE(notOne.status, 406);
        QCOMPARE(jsonOf(m->get("notes?body=eq.x")).size(), size_t(0));
    }

    void theBackendKeepsVersionsAndStamps()
    {
        post("notes", note(id('e', 1), "one"));
        const Reply reply =
            patch("notes?body=eq.one", R"({"body":"two","version":1,"updated_at":"2000-01-01"})", {kShow});
        QCOMPARE(reply.status, 200);
        QVERIFY(jsonOf(reply)[0]["version"] > 1);
        QVERIFY(jsonOf(reply)[0]["updated_at"] > "2026");
    }

    void conditionalUpdateByVersion()
    {
        post("notes", note(id('e', 1), "one"));
        const std::string version = jsonOf(m->get("notes"))[0]["version"].dump();
        QCOMPARE(
            jsonOf(patch("notes?id=eq." + id('e', 1) + "&version=eq." + version, R"({"body":"a"})", {kShow})).size(),
            size_t(1));
        QCOMPARE(
            jsonOf(patch("notes?id=eq." + id('e', 1) + "&version=eq." + version, R"({"body":"b"})", {kShow})).size(),
            size_t(0));
    }

    void wholeTablesAreSpared()
    {
        for (const Reply &reply : {patch("notes", R"({"body":"x"})"), remove("notes")}) {
            QCOMPARE(reply.status, 400);
            QCOMPARE(jsonOf(reply)["code"], json("21000"));
        }
    }

    void maxAffectedHolds()
    {
        post("notes", "[" + note(id('e', 1), "one") + "," + note(id('e', 2), "two") + "]");
        const Headers::Field strict{"Prefer", "handling=strict, max-affected=1"};
        QCOMPARE(jsonOf(remove("notes?entity_type=eq.job", {strict}))["code"], json("PGRST124"));
        QCOMPARE(jsonOf(m->get("notes")).size(), size_t(2));
        QCOMPARE(remove("notes?body=eq.one", {strict}).status, 204);
    }

    void deletes()
    {
        post("notes", "[" + note(id('e', 1), "one") + "," + note(id('e', 2), "two") + "]");
        const Reply shown = remove("notes?body=eq.one&select=body", {kShow});
        QCOMPARE(shown.status, 200);
        QCOMPARE(shown.body, std::string(R"([{"body":"one"}])"));
        QCOMPARE(remove("notes?body=eq.two", {{"Prefer", "count=exact"}}).headers.get("Content-Range"),
                 std::string_view("0-0/1"));
        QCOMPARE(remove("notes?body=eq.two").status, 204);
        const Reply referenced = remove("customers?id=eq." + id('c', 1));
        QCOMPARE(referenced.status, 409);
        QCOMPARE(jsonOf(referenced)["code"], json("23503"));
        QVERIFY(jsonOf(referenced)["message"].get<std::string>().rfind("update or delete on table \"customers\"", 0) ==
                0);
    }

    void whoMayWrite()
    {
        const auto insertAs = [&](const std::string &bearer, const std::string &author) {
            const json body = {{"entity_type", "job"}, {"entity_id", "x"}, {"author_email", author}, {"body", "b"}};
            return m->ask(Method::Post, "/rest/v1/notes", body.dump(), bearer).status;
        };
        QCOMPARE(insertAs(m->support, "support@boltdesk.test"), 201);
        QCOMPARE(insertAs(m->support, "admin@boltdesk.test"), 403);
        QCOMPARE(insertAs(m->viewer, "viewer@boltdesk.test"), 403);
        QCOMPARE(insertAs({}, "x"), 401);
        // Signed by the caller when it does not say.
        const Reply own = m->ask(Method::Post, "/rest/v1/notes", R"({"entity_type":"job","entity_id":"x","body":"b"})",
                                 m->support, {kShow});
        QCOMPARE(jsonOf(own)[0]["author_email"], json("support@boltdesk.test"));
        const auto patchAs = [&](const std::string &bearer, const char *body) {
            return m->ask(Method::Patch, "/rest/v1/directories?da_score=eq.10", body, bearer).status;
        };
        QCOMPARE(patchAs(m->admin, R"({"name":"x"})"), 204);
        QCOMPARE(patchAs(m->support, R"({"name":"x"})"), 403);
        QCOMPARE(patchAs(m->admin, R"({"circuit_state":"open"})"), 403);
        QCOMPARE(patchAs(m->serviceKey(), R"({"circuit_state":"open"})"), 204);
        QCOMPARE(m->ask(Method::Post, "/rest/v1/jobs", "{}", m->admin).status, 403);
        QCOMPARE(m->ask(Method::Delete, "/rest/v1/customers?status=eq.active", {}, m->admin).status, 403);
    }

    void nobodySpeaksForAnother()
    {
        const std::string manager = m->staffToken(Role::Manager);
        const std::string mine =
            json({{"id", id('e', 1)}, {"entity_type", "job"}, {"entity_id", "x"}, {"body", "mine"}}).dump();
        QCOMPARE(as(Method::Post, "notes", mine, m->support).status, 201);
        const auto note = [&] { return jsonOf(m->get("notes?id=eq." + id('e', 1))); };
        const json before = note();
        // As a policy of PostgreSQL does it: the rows of others are not there to be changed.
        QCOMPARE(as(Method::Patch, "notes?id=eq." + id('e', 1), R"({"body":"forged"})", manager, {kShow}).body,
                 std::string("[]"));
        QCOMPARE(as(Method::Delete, "notes?id=eq." + id('e', 1), {}, manager, {kShow}).body, std::string("[]"));
        const Headers::Field merge{"Prefer", "resolution=merge-duplicates"};
        const Reply taken = as(Method::Post, "notes", mine, manager, {merge});
        QCOMPARE(taken.status, 403);
        QCOMPARE(jsonOf(taken)["code"], json("42501"));
        QCOMPARE(note(), before);
        // Nor may the own word be put into the mouth of another.
        const char *signedByOther = R"({"author_email":"manager@boltdesk.test"})";
        QCOMPARE(as(Method::Patch, "notes?id=eq." + id('e', 1), signedByOther, m->support).status, 403);
        QCOMPARE(as(Method::Patch, "notes?id=eq." + id('e', 1) + "&columns=author_email", "{}", m->support).status,
                 403);
        QCOMPARE(note(), before);
        QCOMPARE(as(Method::Patch, "notes?id=eq." + id('e', 1), R"({"body":"better"})", m->support).status, 204);
        QCOMPARE(as(Method::Post, "notes", mine, m->support, {merge}).status, 200);
        QCOMPARE(as(Method::Delete, "notes?id=eq." + id('e', 1), {}, m->support).status, 204);
        QCOMPARE(note().size(), size_t(0));
    }

    void changesOfPeopleAreInTheAudit()
    {
        const auto last = [&] {
            return jsonOf(m->ask(Method::Get, "/rest/v1/admin_actions?order=created_at.desc&limit=1", {}, m->admin));
        };
        QCOMPARE(as(Method::Patch, "packages?id=eq.growth", R"({"price_cents":1})", m->admin).status, 204);
        json entry = last()[0];
        QCOMPARE(entry["action"], json("packages.edit"));
        QCOMPARE(entry["actor_email"], json("admin@boltdesk.test"));
        QCOMPARE(entry["target_type"], json("package"));
        QCOMPARE(entry["target_ids"], json::parse(R"(["growth"])"));
        QCOMPARE(entry["params"], json::parse(R"({"price_cents":1})"));
        QCOMPARE(entry["status"], json("applied"));
        const std::string added = R"([{"name":"N","da_score":1,"priority_tier":1}])";
        QCOMPARE(as(Method::Post, "directories", added, m->admin).status, 201);
        entry = last()[0];
        QCOMPARE(entry["action"], json("directories.add"));
        QCOMPARE(entry["target_type"], json("directory"));
        QCOMPARE(entry["target_ids"].size(), size_t(1));
        const std::string note =
            json({{"id", id('e', 1)}, {"entity_type", "job"}, {"entity_id", "x"}, {"body", "b"}}).dump();
        QCOMPARE(as(Method::Post, "notes", note, m->support).status, 201);
        QCOMPARE(last()[0]["action"], json("notes.add"));
        QCOMPARE(as(Method::Delete, "notes?body=eq.b", {}, m->support).status, 204);
        QCOMPARE(last()[0]["action"], json("notes.remove"));
        QCOMPARE(last()[0]["target_ids"], json::parse("[\"" + id('e', 1) + "\"]"));
        // What changed nothing, and what a program did, is no deed of a person.
        const json before = last();
        QCOMPARE(as(Method::Patch, "packages?id=eq.nope", R"({"price_cents":2})", m->admin).status, 204);
        QCOMPARE(as(Method::Patch, "packages?id=eq.growth", R"({"price_cents":-1})", m->admin).status, 400);
        QCOMPARE(patch("packages?id=eq.growth", R"({"price_cents":3})").status, 204);
        QCOMPARE(last(), before);
    }

    void auditIsAppendOnly()
    {
        const json action = {{"id", id('f', 1)},       {"actor_id", "x"},      {"actor_email", "x"},
                             {"action", "jobs.pause"}, {"target_type", "job"}, {"status", "applied"}};
        QCOMPARE(post("admin_actions", action.dump()).status, 201);
        QVERIFY(remove("admin_actions?action=eq.jobs.pause").status >= 400);
        QVERIFY(patch("admin_actions?action=eq.jobs.pause", R"({"action":"x"})").status >= 400);
    }

private:
    Reply as(Method method, const std::string &target, const std::string &body, const std::string &who,
             std::vector<Headers::Field> fields = {})
    {
        m->clock.advance(Micros(1000));
        return m->ask(method, "/rest/v1/" + target, body, who, std::move(fields));
    }
    Reply call(Method method, const std::string &target, const std::string &body, std::vector<Headers::Field> fields)
    {
        return as(method, target, body, m->serviceKey(), std::move(fields));
    }
    Reply post(const std::string &target, const std::string &body, std::vector<Headers::Field> fields = {})
    {
        return call(Method::Post, target, body, std::move(fields));
    }
    Reply patch(const std::string &target, const std::string &body, std::vector<Headers::Field> fields = {})
    {
        return call(Method::Patch, target, body, std::move(fields));
    }
    Reply remove(const std::string &target, std::vector<Headers::Field> fields = {})
    {
        return call(Method::Delete, target, {}, std::move(fields));
    }

    std::unique_ptr<RestHouse> m;
};

QTEST_GUILESS_MAIN(TestRestWrite)
#include "tst_rest_write.moc"
