// SPDX-License-Identifier: GPL-3.0-or-later
// An outcome is written once and nothing that happens later moves it (contracts/domain.md, Metrics).
#include "backend/rules/figures.h"
#include "backend/rules/maintenance.h"
#include "backend/rules/staff_actions.h"
#include "tests/backend_rules/rules_fixture.h"

#include <QTest>

using namespace bolt;
using namespace bolt::backend;

class TestRulesOutcomes : public QObject
{
    Q_OBJECT

    int m_keys = 0;

    Actor actor() { return {"key-" + std::to_string(++m_keys), "user-1", "ada@desk.test", Role::Admin}; }
    /// "outcome code attempt worker ms" of each row, oldest first.
    static QByteArray rows(RulesFixture &f)
    {
        return f.text("SELECT group_concat(line, char(10)) FROM (SELECT outcome || ' ' || coalesce(code, '-') || ' ' ||"
                      " attempt || ' ' || coalesce(worker_id, '-') || ' ' || coalesce(ms, '-') AS line"
                      " FROM submission_attempts ORDER BY rowid)");
    }
    static std::vector<std::string> idsIn(RulesFixture &f, const char *status)
    {
        Statement row = f.db->query("SELECT id FROM directory_submissions WHERE status = ? ORDER BY rowid",
                                    std::string_view(status));
        std::vector<std::string> ids;
        while (row.next())
            ids.push_back(row.text(0));
        return ids;
    }
    /// All that the server says of a span.
    static QByteArray figuresOf(RulesFixture &f, Instant from, Instant to)
    {
        const auto figures = Figures(*f.db).analytics({from, to, "UTC", 1, 100});
        if (!figures.ok())
            return "no figures";
        std::string text;
        for (const auto &day : figures->days)
            text += std::to_string(day.succeeded) + "/" + std::to_string(day.attempted) + " ";
        for (const auto &directory : figures->directories)
            text += directory.directoryId + " " + std::to_string(directory.failed) + "/" +
                    std::to_string(directory.attempted) + " ";
        return QByteArray::fromStdString(text);
    }

private Q_SLOTS:
    void eachEndHasItsRow();
    void aStallIsAnEndedAttempt();
    void areWrittenWithTheChange();
    void areAppendOnly();
    void noActionMovesAClosedHour();
};

void TestRulesOutcomes::eachEndHasItsRow()
{
    RulesFixture f;
    f.addDirectories(5);
    f.addJob("growth");
    const auto next = [&] { return f.claim("w1")[0].submissionId; };
    const std::string sent = next();
    QVERIFY(f.succeed("w1", sent).ok());
    QVERIFY(f.judge(sent, false, "no").ok());
    QVERIFY(f.succeed("w1", next(), true).ok());
    QVERIFY(f.fail("w1", next(), "TIMEOUT").ok());
    QVERIFY(f.fail("w1", next(), "VALIDATION").ok());
    const std::string person = next();
    WorkQueue::Event event;
    event.type = "submission_failed";
    event.workerId = "w1";
    event.submissionId = person;
    event.code = "CAPTCHA";
    event.details = {{"step", "fill"}};
    event.processingMs = 77;
    QVERIFY(WorkQueue(*f.db).report(event).ok());
    QVERIFY(StaffActions(*f.db).verify(actor(), {{person}, {}}, nlohmann::json::object()).ok());
    QCOMPARE(rows(f), QByteArray("submitted - 1 w1 1234\nrejected REJECTED 1 - -\nsubmitted - 1 w1 1234\n"
                                 "approved - 1 w1 -\nfailed TIMEOUT 1 w1 -\nfailed_for_good VALIDATION 1 w1 -\n"
                                 "needs_verification CAPTCHA 1 w1 77\nsubmitted - 1 - -"));
    QCOMPARE(f.text("SELECT step FROM submission_attempts WHERE code = 'CAPTCHA'"), QByteArray("fill"));
    QCOMPARE(f.number("SELECT count(*) FROM submission_attempts a JOIN directory_submissions s ON s.id = submission_id"
                      " JOIN directories d ON d.id = s.directory_id WHERE a.job_id = submission_queue_id"
                      " AND a.customer_id = s.customer_id AND a.directory_id = d.id AND directory_tier = priority_tier"
                      " AND package_type = 'growth' AND ended_at = now_us() AND a.created_at = ended_at"),
             8);
    QCOMPARE(f.number("SELECT count(*) FROM submission_attempts WHERE (started_at IS NULL) <> (worker_id IS NULL)"), 0);
}

void TestRulesOutcomes::aStallIsAnEndedAttempt()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    Maintenance maintenance(*f.db);
    for (int attempt = 1; attempt <= 3; ++attempt) {
        QCOMPARE(f.claim("w1").size(), size_t(1));
        f.clock.advance(Seconds(121));
        QCOMPARE(maintenance.tick()->stallsEnded, 1);
    }
    QCOMPARE(rows(f), QByteArray("failed TIMEOUT 1 w1 -\nfailed TIMEOUT 2 w1 -\nfailed_for_good TIMEOUT 3 w1 -"));
    QCOMPARE(f.number("SELECT min(ended_at - started_at) FROM submission_attempts"), 121'000'000);
}

void TestRulesOutcomes::areWrittenWithTheChange()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    const std::string id = f.claim("w1")[0].submissionId;
    f.commits.clear();
    QVERIFY(f.succeed("w1", id).ok());
    QCOMPARE(f.commits.size(), size_t(1));
    const auto of = [&](const char *table) {
        return std::count_if(f.commits[0].changes.begin(), f.commits[0].changes.end(),
                             [&](const RowChange &change) { return change.table->name == table; });
    };
    QCOMPARE(of("submission_attempts"), 1);
    QCOMPARE(of("directory_submissions"), 1);
    // What is taken back takes its row along.
    const Outcome undone = f.db->write([&]() -> Outcome {
        (void)f.judge(id, false, "no");
        return Error{Error::Kind::Conflict, QStringLiteral("no"), {}, {}};
    });
    QVERIFY(!undone.ok());
    QCOMPARE(f.number("SELECT count(*) FROM submission_attempts"), 1);
}

void TestRulesOutcomes::areAppendOnly()
{
    RulesFixture f;
    f.addDirectories(1);
    f.addJob();
    QVERIFY(f.succeed("w1", f.claim("w1")[0].submissionId).ok());
    QVERIFY(!f.exec("UPDATE submission_attempts SET outcome = 'approved', version = next_version(), updated_at ="
                    " touched(updated_at)"));
    QVERIFY(!f.exec("DELETE FROM submission_attempts"));
    QVERIFY(!f.exec("INSERT OR REPLACE INTO submission_attempts (id, submission_id, job_id, customer_id, directory_id,"
                    " package_type, directory_tier, attempt, ended_at, outcome) SELECT id, submission_id, job_id,"
                    " customer_id, directory_id, package_type, directory_tier, attempt, ended_at, 'approved'"
                    " FROM submission_attempts"));
    QCOMPARE(rows(f), QByteArray("submitted - 1 w1 1234"));
}

/// N12. Retries, skips, verifies, approves, rejects, cancels everything in turn: the hour that is over stays as it was.
void TestRulesOutcomes::noActionMovesAClosedHour()
{
    RulesFixture f;
    f.addDirectories(20);
    std::vector<std::string> jobs{f.addJob("growth"), f.addJob("growth")};
    constexpr const char *codes[] = {"", "VALIDATION", "TIMEOUT", "CAPTCHA", "SELECTOR_NOT_FOUND"};
    int n = 0;
    const auto workAll = [&] {
        for (auto claims = f.claim("w1"); !claims.empty(); claims = f.claim("w1")) {
            const char *code = codes[n++ % 5];
            QVERIFY(
                (*code ? f.fail("w1", claims[0].submissionId, code) : f.succeed("w1", claims[0].submissionId)).ok());
            f.clock.advance(Seconds(5));
        }
    };
    const Instant begin = f.clock.now();
    workAll();
    const Instant end = f.clock.now();
    f.clock.advance(std::chrono::hours(1));
    const QByteArray told = figuresOf(f, begin, end);
    QVERIFY2(told.startsWith("8/24 ") && told.contains("t1-d1 2/2"), told);

    StaffActions staff(*f.db);
    const auto check = [&](const char *what) {
        const QByteArray now = figuresOf(f, begin, end);
        QVERIFY2(now == told, (QByteArray(what) + ": " + told + " became " + now).constData());
        f.clock.advance(std::chrono::minutes(1));
    };
    QVERIFY(!staff.retry(actor(), {idsIn(f, "failed"), {}})->applied.empty());
    check("retry");
    QVERIFY(!staff.verify(actor(), {{idsIn(f, "needs_verification").front()}, {}})->applied.empty());
    QVERIFY(!staff.verify(actor(), {idsIn(f, "needs_verification"), {}}, nlohmann::json::object())->applied.empty());
    check("verify");
    const auto sent = idsIn(f, "submitted");
    for (size_t i = 0; i < sent.size(); ++i)
        QVERIFY(f.judge(sent[i], i % 2 == 0, "no").ok());
    check("approve and reject");
    workAll();
    check("the retried attempts");
    QVERIFY(!staff.skip(actor(), {idsIn(f, "failed"), {}})->applied.empty());
    check("skip");
    for (const std::string &job : jobs)
        (void)staff.cancelJob(actor(), job);
    check("cancel");
    for (int i = 0; i < 30; ++i) {
        f.clock.advance(std::chrono::minutes(10));
        QVERIFY(Maintenance(*f.db).tick().ok());
    }
    check("upkeep");
    // What happened since is outcomes of its own.
    QVERIFY(figuresOf(f, end, f.clock.now()) != figuresOf(f, end, end + Micros(1)));
}

QTEST_GUILESS_MAIN(TestRulesOutcomes)
#include "tst_rules_outcomes.moc"
