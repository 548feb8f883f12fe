// SPDX-License-Identifier: GPL-3.0-or-later
// The frames this server emits, byte by byte, in tests/data/wire/realtime: the desk's tests read the same files.
// BOLT_WRITE_GOLDEN=1 writes them anew (look at the difference before committing it).
#include "tests/backend_realtime/realtime_house.h"

#include <QDir>
#include <QFile>

using namespace bolt::tests;
using namespace bolt;

namespace {

const char *kBindings = R"([{"event":"*","schema":"public","table":"notes"},
    {"event":"UPDATE","schema":"public","table":"notes","filter":"entity_id=eq.x"}])";

} // namespace

class TestRealtimeGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<RealtimeHouse>(); }

    void joinAndChangesV2() { compare("changes-v2", story(Vsn::V2)); }
    void joinAndChangesV1() { compare("changes-v1", story(Vsn::V1)); }

    /// Every type of column: a job and a submission as the desk sees them.
    void wholeRows()
    {
        Client client = m->client();
        client.say(m->join("desk", R"([{"event":"*","schema":"public"}])"));
        client.take();
        m->write("INSERT INTO customers (id, email, company_name, package_id, business_data) VALUES "
                 "('c0000000-0000-4000-8000-000000000001', 'c@example.com', 'Grüße \"GmbH\"', 'growth', "
                 "'{\"a\":[1,2.50,9007199254740993],\"ü\":null}')");
        m->write("INSERT INTO directories (id, name, da_score, priority_tier) VALUES "
                 "('d0000000-0000-4000-8000-000000000001', 'Dir', 50, 1)");
        m->write("INSERT INTO jobs (id, customer_id, package_type, priority_score, directories_total, due_at) VALUES "
                 "('a0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000001', 'growth', "
                 "'12345678901234567890.125', 1, 1795176000500000)");
        m->write("INSERT INTO directory_submissions (id, submission_queue_id, customer_id, directory_id, max_attempts, "
                 "success_probability, error_log) VALUES ('b0000000-0000-4000-8000-000000000001', "
                 "'a0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000001', "
                 "'d0000000-0000-4000-8000-000000000001', 3, 0.25, '[{\"attempt\":1,\"code\":\"TIMEOUT\"}]')");
        m->write("UPDATE directory_submissions SET status = 'submitting', attempt = 1, version = next_version(), "
                 "updated_at = touched(updated_at)");
        m->write("INSERT INTO processing_logs (job_id, level, source, message) VALUES "
                 "('a0000000-0000-4000-8000-000000000001', 'ERROR', 'worker', 'line\nbreak')");
        m->write("UPDATE sync_tick SET n = n + 1, at = now_us()");
        compare("whole-rows", client.take());
    }

    void oneTransaction()
    {
        Client client = m->client();
        client.say(m->join("n", kAllNotes));
        client.take();
        m->clock.advance(Micros(1000));
        (void)m->db->write([&]() -> Outcome {
            m->db->run("INSERT INTO notes (id, entity_type, entity_id, author_email, body) VALUES (?, 'job', 'x', "
                       "'a@b.c', 'one')",
                       kNote1);
            m->db->run("INSERT INTO notes (id, entity_type, entity_id, author_email, body) VALUES (?, 'job', 'x', "
                       "'a@b.c', 'two')",
                       kNote2);
            m->db->run("UPDATE notes SET body = 'three', version = next_version(), updated_at = touched(updated_at) "
                       "WHERE id = ?",
                       kNote1);
            return Done{};
        });
        compare("one-transaction", client.take());
    }

    void tooLarge()
    {
        Client client = m->client();
        client.say(m->join("n", kAllNotes));
        client.take();
        m->addNote(kNote1, std::string(1'100'000, 'x'));
        m->changeNote(kNote1, "small again");
        compare("too-large", client.take());
    }

    void errors()
    {
        Client client = m->client();
        client.say(m->join("bad", R"([{"event":"*","schema":"public","table":"nope"}])"));
        client.say(
            m->join("worse", R"([{"event":"*","schema":"public","table":"jobs","filter":"status=foo.x"}])", "2"));
        client.say(m->join("old", kAllNotes, "3", m->token(Role::Viewer, -10)));
        client.say(R"([null,"4","realtime:nowhere","broadcast",{}])");
        client.say(m->join("n", kAllNotes, "5"));
        client.say("[\"5\",\"6\",\"realtime:n\",\"access_token\",{\"access_token\":\"" + m->token(Role::Viewer, -5) +
                   "\"}]");
        compare("errors", client.take());
    }

private:
    std::vector<std::string> story(Vsn vsn)
    {
        Client client = m->client(vsn);
        const auto say = [&](const std::string &ref, const std::string &topic, const std::string &event,
                             const std::string &payload) {
            const bool beat = event == "heartbeat";
            if (vsn == Vsn::V2)
                client.say(std::string("[") + (beat ? "null" : "\"2\"") + ",\"" + ref + "\",\"" + topic + "\",\"" +
                           event + "\"," + payload + "]");
            else
                client.say("{\"topic\":\"" + topic + "\",\"event\":\"" + event + "\",\"payload\":" + payload +
                           ",\"ref\":\"" + ref + "\",\"join_ref\":\"2\"}");
        };
        say("1", "phoenix", "heartbeat", "{}");
        say("2", "realtime:desk", "phx_join",
            nlohmann::json(
                {{"config", {{"postgres_changes", nlohmann::json::parse(kBindings)}}}, {"access_token", m->token()}})
                .dump());
        m->addNote(kNote1, "one");
        m->changeNote(kNote1, "two");
        m->deleteNote(kNote1);
        say("3", "realtime:desk", "access_token", "{\"access_token\":\"" + m->token(Role::Admin) + "\"}");
        say("4", "realtime:desk", "phx_leave", "{}");
        return client.take();
    }

    void compare(const char *name, const std::vector<std::string> &frames)
    {
        QByteArray text;
        for (const std::string &frame : frames)
            text += QByteArray::fromStdString(frame) + '\n';
        QFile file(QStringLiteral(BOLT_TEST_DATA "/wire/realtime/%1.jsonl").arg(QString::fromLatin1(name)));
        if (qEnvironmentVariableIsSet("BOLT_WRITE_GOLDEN")) {
            QDir().mkpath(QStringLiteral(BOLT_TEST_DATA "/wire/realtime"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArrayList expected = file.readAll().trimmed().split('\n');
        const QByteArrayList actual = text.trimmed().split('\n');
        for (qsizetype i = 0; i < qMin(expected.size(), actual.size()); ++i)
            QCOMPARE(actual[i], expected[i]);
        QCOMPARE(actual.size(), expected.size());
    }

    std::unique_ptr<RealtimeHouse> m;
};

QTEST_GUILESS_MAIN(TestRealtimeGolden)
#include "tst_realtime_golden.moc"
