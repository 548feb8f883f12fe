// SPDX-License-Identifier: GPL-3.0-or-later
// The life of channels, as the recorded transcripts show it.
#include "tests/backend_realtime/realtime_house.h"

using namespace bolt::tests;
using namespace bolt;
using nlohmann::json;

namespace {

json parse(const char *text) { return json::parse(text); }

std::string messageOf(const json &frame) { return frame[4].value("message", std::string()); }

} // namespace

class TestRealtimeChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<RealtimeHouse>(); }

    void heartbeats()
    {
        Client two = m->client();
        two.say(R"([null,"8","phoenix","heartbeat",{}])");
        QCOMPARE(two.takeJson(), parse(R"([[null,"8","phoenix","phx_reply",{"status":"ok","response":{}}]])"));
        Client one = m->client(Vsn::V1);
        one.say(R"({"topic":"phoenix","event":"heartbeat","payload":{},"ref":7})");
        one.say(R"([null,"8","phoenix","heartbeat",{}])"); // the other version: no frame
        QCOMPARE(one.takeJson(),
                 parse(R"([{"ref":7,"topic":"phoenix","event":"phx_reply","payload":{"status":"ok","response":{}}}])"));
    }

    void joinEchoesThenIsLive()
    {
        Client client = m->client();
        client.say(m->join(
            "n",
            R"([{"event":"*","schema":"public","table":"notes","x":[1]},{"event":"UPDATE","schema":"public","table":"jobs","filter":""}])"));
        const json frames = client.takeJson();
        QCOMPARE(frames.size(), size_t(2));
        QCOMPARE(frames[0][0], json("1"));
        QCOMPARE(frames[0][1], json("1"));
        QCOMPARE(frames[0][3], json("phx_reply"));
        json bindings = frames[0][4]["response"]["postgres_changes"];
        for (json &binding : bindings) {
            QVERIFY(binding["id"].get<qint64>() > 0 && binding["id"].get<qint64>() < (1 << 27));
            binding.erase("id");
        }
        QCOMPARE(
            bindings,
            parse(
                R"([{"event":"*","schema":"public","table":"notes","x":[1]},{"event":"UPDATE","schema":"public","table":"jobs","filter":""}])"));
        QCOMPARE(
            frames[1],
            parse(
                R"(["1",null,"realtime:n","system",{"message":"Subscribed to PostgreSQL","status":"ok","extension":"postgres_changes","channel":"n"}])"));
    }

    void idsAreStable()
    {
        const auto idOf = [&](const char *topic, const char *binding) {
            Client client = m->client();
            client.say(m->join(topic, binding));
            return client.takeJson()[0][4]["response"]["postgres_changes"][0]["id"];
        };
        QCOMPARE(idOf("a", kAllNotes), idOf("b", kAllNotes));
        QVERIFY(idOf("a", kAllNotes) != idOf("a", R"([{"event":"INSERT","schema":"public","table":"notes"}])"));
        QVERIFY(idOf("a", kAllNotes) !=
                idOf("a", R"([{"event":"*","schema":"public","table":"notes","filter":"body=eq.1"}])"));
    }

    void noBindingsNoSystem()
    {
        for (const char *bindings : {"[]", "[null]", "null", "\"x\"", "{}"}) {
            Client client = m->client();
            client.say(m->join("n", bindings));
            QCOMPARE(
                client.takeJson(),
                parse(R"([["1","1","realtime:n","phx_reply",{"status":"ok","response":{"postgres_changes":[]}}]])"));
        }
    }

    void bindingsOfAChannelAreCounted()
    {
        const auto join = [&](size_t count) {
            Client client = m->client();
            client.say(m->join("n", json(std::vector<json>(count, parse(kAllNotes)[0])).dump()));
            return client.takeJson();
        };
        QCOMPARE(join(100)[1][4]["status"], json("ok"));
        QCOMPARE(join(101), parse(R"([["1","1","realtime:n","phx_reply",{"status":"error","response":)"
                                  R"({"reason":"ChannelRateLimitReached: Too many postgres_changes"}}]])"));
    }

    void filtersOfAChannelHaveASize()
    {
        const auto join = [&](size_t bytes) {
            json binding = parse(kAllNotes)[0];
            std::vector<json> bindings;
            for (; bytes > 0; bytes -= std::min<size_t>(bytes, 1024)) {
                binding["filter"] = "body=neq." + std::string(std::min<size_t>(bytes, 1024) - 9, 'x');
                bindings.push_back(binding);
            }
            Client client = m->client();
            client.say(m->join("n", json(bindings).dump()));
            return client.takeJson();
        };
        QCOMPARE(join(64 * 1024)[1][4]["status"], json("ok"));
        QCOMPARE(join(64 * 1024 + 10), parse(R"([["1","1","realtime:n","phx_reply",{"status":"error","response":)"
                                             R"({"reason":"ChannelRateLimitReached: Too long filters"}}]])"));
    }

    void changesArriveInOrder()
    {
        Client client = live(kAllNotes);
        m->addNote(kNote1, "one");
        m->changeNote(kNote1, "two");
        m->deleteNote(kNote1);
        const json frames = client.takeJson();
        QCOMPARE(frames.size(), size_t(3));
        QCOMPARE(frames[0][4]["data"]["type"], json("INSERT"));
        QCOMPARE(frames[0][4]["data"]["record"]["body"], json("one"));
        QCOMPARE(frames[1][4]["data"]["type"], json("UPDATE"));
        QCOMPARE(frames[1][4]["data"]["record"]["body"], json("two"));
        QVERIFY(frames[1][4]["data"]["record"]["version"] > frames[0][4]["data"]["record"]["version"]);
        QCOMPARE(frames[1][4]["data"]["old_record"], json({{"id", kNote1}}));
        QCOMPARE(frames[2][4]["data"]["type"], json("DELETE"));
        QCOMPARE(frames[2][4]["data"]["old_record"], json({{"id", kNote1}}));
        QVERIFY(frames[1][4]["data"]["commit_seq"] > frames[0][4]["data"]["commit_seq"]);
        QVERIFY(frames[1][4]["data"]["commit_timestamp"] > frames[0][4]["data"]["commit_timestamp"]);
        for (const json &frame : frames) {
            QCOMPARE(frame[0], json());
            QCOMPARE(frame[1], json());
            QCOMPARE(frame[2], json("realtime:n"));
            QCOMPARE(frame[3], json("postgres_changes"));
        }
    }

    void rolledBackIsNotHeard()
    {
        Client client = live(kAllNotes);
        const auto undone = m->db->write([&]() -> Outcome {
            m->db->run("INSERT INTO notes (entity_type, entity_id, author_email, body) VALUES ('job','x','a','b')");
            return Error{};
        });
        QVERIFY(!undone);
        QCOMPARE(client.take().size(), size_t(0));
    }

    void oneFrameWithAllIds()
    {
        Client client = live(
            R"([{"event":"*","schema":"public","table":"notes"},{"event":"INSERT","schema":"public","table":"notes","filter":"body=eq.one"},{"event":"UPDATE","schema":"public","table":"notes"},{"event":"*","schema":"public"}])");
        m->addNote(kNote1, "one");
        m->addNote(kNote2, "two");
        const json frames = client.takeJson();
        QCOMPARE(frames.size(), size_t(2));
        QCOMPARE(frames[0][4]["ids"].size(), size_t(3));
        QCOMPARE(frames[1][4]["ids"].size(), size_t(2));
    }

    void eachChannelHasItsFrameAndSocketsShareThem()
    {
        Client a = live(kAllNotes);
        Client b = live(kAllNotes);
        Client old = m->client(Vsn::V1);
        const std::string join = "{\"topic\":\"realtime:n\",\"event\":\"phx_join\",\"ref\":\"1\",\"join_ref\":\"1\","
                                 "\"payload\":{\"config\":{\"postgres_changes\":" +
                                 std::string(kAllNotes) + "},\"access_token\":\"" + m->token() + "\"}}";
        old.say(join);
        QCOMPARE(old.takeJson()[1]["event"], json("system"));
        a.say(m->join("other", kAllNotes, "2"));
        a.take();
        m->addNote(kNote1, "one");
        QCOMPARE(a.heard->frames.size(), size_t(2));
        QCOMPARE(b.heard->frames.size(), size_t(1));
        QVERIFY(a.heard->frames[0] == b.heard->frames[0]); // the same bytes, not a copy
        const json frame = old.takeJson()[0];
        QCOMPARE(frame["event"], json("postgres_changes"));
        QCOMPARE(frame["ref"], json());
        QVERIFY(!frame.contains("join_ref"));
    }

    void selectShowsColumnsAndKey()
    {
        Client client = live(R"([{"event":"*","schema":"public","table":"notes","select":["body"]}])");
        m->addNote(kNote1, "one");
        QCOMPARE(client.takeJson()[0][4]["data"]["record"], json({{"id", kNote1}, {"body", "one"}}));
    }

    void clockSetBackIsNotSeen()
    {
        Client client = live(kAllNotes);
        m->addNote(kNote1, "one");
        m->clock.jump(Micros(-3'600'000'000));
        m->addNote(kNote2, "two");
        const json frames = client.takeJson();
        QVERIFY(frames[1][4]["data"]["commit_timestamp"] >= frames[0][4]["data"]["commit_timestamp"]);
    }

    /// The messages of 04-filter-errors.
    void badBindings_data()
    {
        QTest::addColumn<QByteArray>("binding");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *binding, const char *message) {
            QTest::newRow(binding) << QByteArray(binding) << QByteArray(message);
        };
        const std::string unable = "Unable to subscribe to changes with given parameters. ";
        const std::string check = unable + "Please check Realtime is enabled for the given connect parameters: ";
        const std::string except = unable + "An exception happened so please check your connect parameters: ";
        row(R"({"event":"*","schema":"public","table":"nope"})",
            (check + "[event: *, schema: public, table: nope, filters: [], select: nil]").c_str());
        row(R"({"event":"*","schema":"nope","table":"jobs"})",
            (check + "[event: *, schema: nope, table: jobs, filters: [], select: nil]").c_str());
        row(R"({"event":"*","schema":"public","table":"jobs","filter":"status"})",
            R"(Error parsing `filter` params: ["status"])");
        row(R"({"event":"*","schema":"public","table":"jobs","filter":"status=foo.x"})",
            R"(Error parsing `filter` params: ["foo", "x"])");
        row(R"({"event":"*","schema":"public","table":"jobs","filter":"status=in.a,b"})",
            "Error parsing `filter` params: `in` filter value must be wrapped by parentheses");
        row(R"({"event":"*","schema":"public","table":"jobs","filter":"nocol=eq.1"})",
            (except +
             R"([event: *, schema: public, table: jobs, filters: [{"nocol", "eq", "1", false}], select: nil]. Exception: ERROR P0001 (raise_exception) invalid column for filter nocol)")
                .c_str());
        row(R"({"event":"*","schema":"public","table":"jobs","filter":"id=eq.notauuid"})",
            (except +
             R"x([event: *, schema: public, table: jobs, filters: [{"id", "eq", "notauuid", false}], select: nil]. Exception: ERROR 22P02 (invalid_text_representation) invalid input syntax for type uuid: "notauuid")x")
                .c_str());
        row(R"({"event":"*","schema":"public","table":"jobs","filter":"progress=gt.abc"})",
            (except +
             R"x([event: *, schema: public, table: jobs, filters: [{"progress", "gt", "abc", false}], select: nil]. Exception: ERROR 22P02 (invalid_text_representation) invalid input syntax for type integer: "abc")x")
                .c_str());
        row("{}",
            "No subscription params provided. Please provide at least a `schema` or `table` to subscribe to: %{}");
        row(R"({"event":"*","schema":"public","table":"jobs","filter":null})",
            R"(No subscription params provided. Please provide at least a `schema` or `table` to subscribe to: %{"event" => "*", "filter" => nil, "schema" => "public", "table" => "jobs"})");
        row(R"({"event":"*","schema":"public","table":5})",
            R"(No subscription params provided. Please provide at least a `schema` or `table` to subscribe to: %{"event" => "*", "schema" => "public", "table" => 5})");
        row(R"({"event":"*","schema":"public","table":"admin_actions"})",
            (except + "[event: *, schema: public, table: admin_actions, filters: [], select: nil]. Exception: ERROR "
                      "42501 (insufficient_privilege) permission denied for table admin_actions")
                .c_str());
    }
    void badBindings()
    {
        QFETCH(QByteArray, binding);
        QFETCH(QByteArray, message);
        Client client = m->client();
        client.say(m->join("n", "[" + std::string(kAllNotes).substr(1, std::string(kAllNotes).size() - 2) + "," +
                                    binding.toStdString() + "]"));
        const json frames = client.takeJson();
        QCOMPARE(frames[0][4]["status"], json("ok"));
        QCOMPARE(frames[1][3], json("system"));
        QCOMPARE(frames[1][4]["status"], json("error"));
        QCOMPARE(frames[1][4]["extension"], json("postgres_changes"));
        QCOMPARE(QByteArray::fromStdString(messageOf(frames[1])), message);
        // One bad binding silences the good one too.
        m->addNote(kNote1, "one");
        QCOMPARE(client.take().size(), size_t(0));
    }

    void goodBindings_data()
    {
        QTest::addColumn<QByteArray>("binding");
        for (const char *binding :
             {R"({"event":"insert","schema":"public","table":"notes"})",
              R"({"event":"FOO","schema":"public","table":"notes"})", R"({"schema":"public","table":"notes"})",
              R"({"event":"*","schema":"public"})", R"({"event":"*","schema":"*"})", R"({"event":"*","table":"notes"})",
              R"({"event":"*","schema":"public","table":"notes","filter":""})",
              "{\"event\":\"*\",\"schema\":\"public\",\"table\":\"notes\",\"filter\":\"body=eq.\\\"one\\\"\"}"})
            QTest::newRow(binding) << QByteArray(binding);
    }
    void goodBindings()
    {
        QFETCH(QByteArray, binding);
        Client client = live(("[" + binding.toStdString() + "]").c_str());
        m->addNote(kNote1, "one");
        QCOMPARE(client.take().size(), size_t(1));
    }

    void anonHearsThePriceListOnly()
    {
        Client client = m->client();
        client.say(m->join("p", R"([{"event":"*","schema":"public","table":"packages"}])", "1", m->anonKey()));
        QCOMPARE(messageOf(client.takeJson()[1]), std::string("Subscribed to PostgreSQL"));
        client.say(m->join("n", kAllNotes, "2", m->anonKey()));
        QVERIFY(messageOf(client.takeJson()[1]).find("permission denied") != std::string::npos);
        client.say(m->join("all", R"([{"event":"*","schema":"public"}])", "3", m->anonKey()));
        client.take();
        m->addNote(kNote1, "one");
        QCOMPARE(client.take().size(), size_t(0));
        m->write("UPDATE packages SET name = 'x', version = next_version(), updated_at = touched(updated_at) WHERE id "
                 "= 'growth'");
        QCOMPARE(client.take().size(), size_t(2));
    }

    void leaving()
    {
        Client client = live(kAllNotes);
        client.say(R"(["0","4","realtime:n","phx_leave",{}])"); // stale
        QCOMPARE(client.take().size(), size_t(0));
        client.say(R"(["1","5","realtime:n","phx_leave",{}])");
        QCOMPARE(
            client.takeJson(),
            parse(
                R"([["1","5","realtime:n","phx_reply",{"status":"ok","response":{}}],["1","1","realtime:n","phx_close",{}]])"));
        client.say(R"(["1","6","realtime:n","phx_leave",{}])");
        QCOMPARE(client.takeJson(), parse(R"([["1","6","realtime:n","phx_reply",{"status":"ok","response":{}}]])"));
        m->addNote(kNote1, "one");
        QCOMPARE(client.take().size(), size_t(0));
        QCOMPARE(m->hub->channels(), size_t(0));
    }

    void joiningTwiceEndsTheFirst()
    {
        Client client = live(kAllNotes);
        client.say(m->join("n", kAllNotes, "2"));
        const json frames = client.takeJson();
        QCOMPARE(frames[0][3], json("phx_reply"));
        QCOMPARE(frames[0][0], json("2"));
        QCOMPARE(frames[1], parse(R"(["1","1","realtime:n","phx_close",{}])"));
        QCOMPARE(frames[2][0], json("2"));
        QCOMPARE(frames[2][3], json("system"));
        m->addNote(kNote1, "one");
        QCOMPARE(client.take().size(), size_t(1));
    }

    void joinWithoutJoinRef()
    {
        Client client = m->client();
        std::string join = m->join("n", kAllNotes, "10");
        client.say(join.replace(0, 5, "[null"));
        const json frames = client.takeJson();
        QCOMPARE(frames[0][0], json());
        QCOMPARE(frames[1][0], json("10"));
    }

    void unmatched()
    {
        Client client = m->client();
        client.say(R"(["2","3","realtime:x","broadcast",{}])");
        client.say(R"(["4","4","jobs","phx_join",{}])");
        client.say(R"([null,"5","phoenix","foo",{}])");
        for (const json &frame : client.takeJson()) {
            QCOMPARE(frame[0], json());
            QCOMPARE(frame[4], parse(R"({"status":"error","response":{"reason":"unmatched topic"}})"));
        }
    }

    void refusedJoins_data()
    {
        QTest::addColumn<QByteArray>("topic");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *name, const char *topic, const std::string &payload, const char *reason) {
            QTest::newRow(name) << QByteArray(topic) << QByteArray::fromStdString(payload) << QByteArray(reason);
        };
        row("no name", "realtime:", "{}", "TopicNameRequired: You must provide a topic name");
        row("text", "realtime:x", "\"x\"", "UnknownErrorOnChannel: expected params to be a :map, got: `\"x\"`");
        row("config is text", "realtime:x", R"({"config":"x"})",
            "UnknownErrorOnChannel: no function clause matching in Access.get/3");
        row("broadcast is a number", "realtime:x", R"({"config":{"broadcast":1}})",
            "UnknownErrorOnChannel: no function clause matching in Access.get/3");
        row("garbage token", "realtime:x", R"({"config":{},"access_token":"abc"})",
            "MalformedJWT: The token provided is not a valid JWT");
        row("private for anon", "realtime:p", R"({"config":{"private":true}})",
            "Unauthorized: You do not have permissions to read from this Channel topic: p");
    }
    void refusedJoins()
    {
        QFETCH(QByteArray, topic);
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, reason);
        Client client = m->client();
        client.say("[\"3\",\"3\",\"" + topic.toStdString() + "\",\"phx_join\"," + payload.toStdString() + "]");
        const json frames = client.takeJson();
        QCOMPARE(frames.size(), size_t(1));
        QCOMPARE(frames[0][0], json("3"));
        QCOMPARE(frames[0][4]["status"], json("error"));
        QCOMPARE(frames[0][4]["response"]["reason"], json(reason.toStdString()));
        QCOMPARE(m->hub->channels(), size_t(0));
    }

    void tokensAtTheJoin()
    {
        Client client = m->client();
        const auto reasonFor = [&](const std::string &token) {
            client.say(m->join("t", kAllNotes, "1", token));
            return client.takeJson()[0][4]["response"].value("reason", std::string());
        };
        QCOMPARE(reasonFor(m->token(Role::Viewer, -10)),
                 std::string("InvalidJWTToken: Token has expired 10 seconds ago"));
        QCOMPARE(reasonFor(TokenSigner("another secret, long enough for a key")
                               .sign({{"role", "authenticated"}, {"exp", 2'000'000'000}})),
                 std::string("JwtSignatureError: Failed to validate JWT signature"));
        QCOMPARE(reasonFor(m->authenticator->signer().sign({{"exp", 2'000'000'000}})),
                 std::string("InvalidJWTToken: Fields `role` and `exp` are required in JWT"));
        QCOMPARE(reasonFor(m->authenticator->keys().workerToken),
                 std::string("MalformedJWT: The token provided is not a valid JWT"));
        // An opaque key is passed over: the connection's token serves.
        client.say(m->join("t", R"([{"event":"*","schema":"public","table":"packages"}])", "1", "sb_publishable_x"));
        QCOMPARE(client.takeJson()[0][4]["status"], json("ok"));
    }

    void accessTokens()
    {
        Client client = live(kAllNotes);
        const auto push = [&](const std::string &payload) {
            client.say("[\"1\",\"9\",\"realtime:n\",\"access_token\"," + payload + "]");
            return client.takeJson();
        };
        for (const char *ignored :
             {R"({"access_token":null})", "{}", R"({"access_token":"sb_x"})", R"({"access_token":5})", "[]", "5"})
            QCOMPARE(push(ignored), json::array());
        QCOMPARE(push("{\"access_token\":\"" + m->token() + "\"}"), json::array()); // the same as before
        const json fresh = push("{\"access_token\":\"" + m->token(Role::Admin) + "\"}");
        QCOMPARE(fresh.size(), size_t(1));
        QCOMPARE(messageOf(fresh[0]), std::string("Subscribed to PostgreSQL"));
        m->addNote(kNote1, "one");
        QCOMPARE(client.take().size(), size_t(1));
        const json bad = push(R"({"access_token":"abc"})");
        QCOMPARE(messageOf(bad[0]), std::string("The token provided is not a valid JWT"));
        QCOMPARE(bad[0][4]["extension"], json("system"));
        QCOMPARE(bad[1], parse(R"(["1","1","realtime:n","phx_close",{}])"));
    }

    void badTokensEndTheChannel()
    {
        const auto messageFor = [&](const std::string &token) {
            Client client = live(kAllNotes);
            client.say("[\"1\",\"9\",\"realtime:n\",\"access_token\",{\"access_token\":\"" + token + "\"}]");
            return messageOf(client.takeJson()[0]);
        };
        QCOMPARE(messageFor(m->token(Role::Viewer, -5)), std::string("Token has expired 5 seconds ago"));
        QCOMPARE(messageFor(TokenSigner("another secret, long enough for a key").sign({{"role", "x"}})),
                 std::string(":signature_error"));
    }

    void rightsFollowTheToken()
    {
        Client client = m->client();
        client.say(
            m->join("n", R"([{"event":"*","schema":"public","table":"admin_actions"}])", "1", m->token(Role::Admin)));
        QCOMPARE(messageOf(client.takeJson()[1]), std::string("Subscribed to PostgreSQL"));
        client.say("[\"1\",\"2\",\"realtime:n\",\"access_token\",{\"access_token\":\"" + m->token(Role::Viewer) +
                   "\"}]");
        QVERIFY(messageOf(client.takeJson()[0]).find("permission denied") != std::string::npos);
        m->write("INSERT INTO admin_actions (id, actor_id, actor_email, action, target_type, status) VALUES "
                 "('f0000000-0000-4000-8000-000000000001','a','a','x','job','applied')");
        QCOMPARE(client.take().size(), size_t(0));
    }

    void tokensRunOut()
    {
        m->clock.jump(Micros(1'000'000 - 123'456 - 5'000)); // 5 ms before a whole second
        Client client = m->client();
        client.say(m->join("n", kAllNotes, "1", m->token(Role::Viewer, 1)));
        QCOMPARE(client.takeJson().size(), size_t(2));
        m->clock.advance(Micros(6'000));
        const auto stop = m->loop.after(Millis(100), [this] { m->loop.requestStop(); });
        m->loop.run();
        const json frames = client.takeJson();
        QCOMPARE(frames.size(), size_t(2));
        QCOMPARE(messageOf(frames[0]), std::string("Token has expired 0 seconds ago"));
        QCOMPARE(frames[0][0], json("1"));
        QCOMPARE(frames[1], parse(R"(["1","1","realtime:n","phx_close",{}])"));
        QCOMPARE(m->hub->channels(), size_t(0));
    }

    void aHundredChannels()
    {
        Client client = m->client();
        for (int i = 0; i < 101; ++i)
            client.say(m->join("c" + std::to_string(i), "[]", std::to_string(i)));
        const json frames = client.takeJson();
        QCOMPARE(frames[99][4]["status"], json("ok"));
        QCOMPARE(frames[100][4]["response"]["reason"], json("ChannelRateLimitReached: Too many channels"));
    }

    void broadcasts()
    {
        Client a = m->client();
        Client b = m->client();
        Client old = m->client(Vsn::V1);
        a.say(R"(["1","1","realtime:room","phx_join",{"config":{"broadcast":{"ack":true,"self":true}}}])");
        b.say(R"(["1","1","realtime:room","phx_join",{"config":{}}])");
        old.say(R"({"topic":"realtime:room","event":"phx_join","payload":{"config":{}},"ref":"1"})");
        a.take(), b.take(), old.take();
        a.say(R"(["1","2","realtime:room","broadcast",{"type":"broadcast","event":"hello","payload":{"n":1}}])");
        const json sent =
            parse(R"([null,null,"realtime:room","broadcast",{"event":"hello","payload":{"n":1},"type":"broadcast"}])");
        QCOMPARE(b.takeJson(), json::array({sent}));
        QCOMPARE(a.takeJson(),
                 json::array({sent, parse(R"(["1","2","realtime:room","phx_reply",{"status":"ok","response":{}}])")}));
        QCOMPARE(old.takeJson()[0]["payload"], sent[4]);
        b.say(R"(["1","2","realtime:room","broadcast",{"type":"broadcast","event":"hello","payload":{"n":2}}])");
        QCOMPARE(b.takeJson(), json::array());
        QCOMPARE(a.takeJson().size(), size_t(1));
        old.take();
        // Kind 3 in: kind 4 to the new version, text to the old.
        b.socket->binary(
            QByteArray::fromHex("0301020d0300013139397265616c74696d653a726f6f6d62696e7b227a223a317d").toStdString());
        QCOMPARE(a.heard->binaries.size(), size_t(1));
        QCOMPARE(QByteArray::fromStdString(*a.heard->binaries[0]).toHex(),
                 QByteArray("040d0300017265616c74696d653a726f6f6d62696e7b227a223a317d"));
        QCOMPARE(old.takeJson()[0]["payload"], parse(R"({"type":"broadcast","event":"bin","payload":{"z":1}})"));
        QCOMPARE(b.heard->binaries.size(), size_t(0));
        b.socket->binary("\x03garbage");
        b.socket->binary("");
    }

    void privateAndPublicRoomsAreTwo()
    {
        Client a = m->client();
        Client b = m->client();
        const std::string start = R"(["1","1","realtime:room","phx_join",{"config":{"private":)";
        a.say(start + "true},\"access_token\":\"" + m->token() + "\"}]");
        b.say(start + "false}}]");
        QCOMPARE(a.takeJson()[0][4]["status"], json("ok"));
        b.take();
        a.say(R"(["1","2","realtime:room","broadcast",{"type":"broadcast","event":"x","payload":{}}])");
        QCOMPARE(b.take().size(), size_t(0));
    }

    void presence()
    {
        Client a = m->client();
        Client b = m->client();
        const auto join = [](const char *key) {
            const json payload = {{"config", {{"presence", {{"enabled", true}, {"key", key}}}}}};
            return json::array({"1", "1", "realtime:room", "phx_join", payload}).dump();
        };
        a.say(join("ann"));
        QCOMPARE(a.takeJson()[1], parse(R"(["1",null,"realtime:room","presence_state",{}])"));
        a.say(R"(["1","3","realtime:room","presence",{"type":"presence","event":"track","payload":{"name":"Ann"}}])");
        const json tracked = a.takeJson();
        QCOMPARE(tracked[0][3], json("phx_reply"));
        const json meta = tracked[1][4]["joins"]["ann"]["metas"][0];
        QCOMPARE(meta["name"], json("Ann"));
        b.say(join("bob"));
        QCOMPARE(b.takeJson()[1][4], json({{"ann", {{"metas", json::array({meta})}}}}));
        a.say(R"(["1","4","realtime:room","presence",{"type":"presence","event":"track","payload":{"name":"Anna"}}])");
        const json changed = b.takeJson()[0][4];
        QCOMPARE(changed["leaves"]["ann"]["metas"][0], meta);
        QCOMPARE(changed["joins"]["ann"]["metas"][0]["phx_ref_prev"], meta["phx_ref"]);
        a.socket->closed();
        const json left = b.takeJson()[0][4];
        QCOMPARE(left["joins"], json::object());
        QCOMPARE(left["leaves"]["ann"]["metas"][0]["name"], json("Anna"));
    }

    void unknownEventsAreIgnored()
    {
        Client client = live(kAllNotes);
        client.say(R"(["1","3","realtime:n","no_such_event",{"a":1}])");
        client.say(R"(["1","3","realtime:n","presence",5])");
        client.say("{\"topic\":");
        QCOMPARE(client.take().size(), size_t(0));
        m->addNote(kNote1, "one");
        QCOMPARE(client.take().size(), size_t(1));
    }

private:
    Client live(const char *bindings)
    {
        Client client = m->client();
        client.say(m->join("n", bindings));
        const json frames = client.takeJson();
        if (frames.size() != 2 || messageOf(frames[1]) != "Subscribed to PostgreSQL")
            qFatal("not live: %s", frames.dump().c_str());
        return client;
    }

    std::unique_ptr<RealtimeHouse> m;
};

QTEST_GUILESS_MAIN(TestRealtimeChannel)
#include "tst_realtime_channel.moc"
