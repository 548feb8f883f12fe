// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/database.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace bolt;
using namespace bolt::backend;
using namespace Qt::StringLiterals;
using nlohmann::json;

class TestBackendCapture : public QObject
{
    Q_OBJECT

    FixedClock m_clock{fromMicros(1'790'000'000'120'000)};
    SeededRandomness m_random{7};
    std::unique_ptr<Database> m_db;
    std::vector<Commit> m_commits;

    Outcome write(std::initializer_list<const char *> sqls)
    {
        return m_db->write([&]() -> Outcome {
            for (const char *sql : sqls)
                m_db->run(sql);
            return Done{};
        });
    }
    static constexpr const char *insertA =
        "INSERT INTO directories (id, name, da_score, priority_tier) VALUES ('a', 'A', 1, 1)";
    static constexpr const char *updateA = "UPDATE directories SET da_score = (da_score + 1) % 100, is_active = 0,"
                                           " version = next_version(), updated_at = touched(updated_at) WHERE id = 'a'";

private Q_SLOTS:
    void init();
    void tellsInStatementOrder();
    void rendersTheRowAsItWas();
    void rollbackLeavesNothing();
    void failedCommitLeavesNothing();
    void numbersCommits();
    void refusesForgottenVersion();
    void refusesForgottenTime();
    void updatedAtNeverGoesBack();
    void upsertIsAnUpdate();
    void nothingChangedTellsNothing();
    void listenersMayNotWrite();
    void switchedOffTellsNothing();
};

void TestBackendCapture::init()
{
    m_commits.clear();
    m_db = Database::open(":memory:", m_clock, m_random).value();
    m_db->addListener([this](const Commit &commit) { m_commits.push_back(commit); });
}

void TestBackendCapture::tellsInStatementOrder()
{
    QVERIFY(write({insertA, "UPDATE sync_tick SET n = n + 1, at = now_us()", updateA, "DELETE FROM directories"}).ok());
    QCOMPARE(m_commits.size(), size_t(1));
    const auto &changes = m_commits[0].changes;
    QCOMPARE(changes.size(), size_t(4));
    const std::pair<const char *, ChangeKind> expected[] = {{"directories", ChangeKind::Insert},
                                                            {"sync_tick", ChangeKind::Update},
                                                            {"directories", ChangeKind::Update},
                                                            {"directories", ChangeKind::Delete}};
    for (size_t i = 0; i < 4; ++i) {
        QCOMPARE(changes[i].table->name, std::string(expected[i].first));
        QCOMPARE(changes[i].kind, expected[i].second);
    }
    QVERIFY(changes[0].oldRecord.empty());
    QCOMPARE(changes[1].oldRecord, std::string(R"({"name":"backend"})"));
    QVERIFY(changes[3].record.empty());
    QCOMPARE(changes[3].oldRecord, std::string(R"({"id":"a"})"));
}

void TestBackendCapture::rendersTheRowAsItWas()
{
    QVERIFY(write({insertA, updateA, updateA}).ok());
    const auto &changes = m_commits[0].changes;
    QVERIFY(json::parse(changes[0].record)["da_score"] == json(1));
    const json second = json::parse(changes[1].record);
    QVERIFY(second["da_score"] == json(2));
    QVERIFY(second["is_active"] == json(false));
    QVERIFY(second["circuit_open_until"] == json(nullptr));
    QVERIFY(second["created_at"] == json("2026-09-21T14:13:20.12+00:00"));
    QVERIFY(json::parse(changes[2].record)["version"] > second["version"]);
    QCOMPARE(second.size(), changes[1].table->columns.size());
    const auto &table = *changes[1].table;
    for (size_t i = 0; i < table.columns.size(); ++i)
        QVERIFY(json::parse(changes[1].field(i)) == second[table.columns[i].name]);
}

void TestBackendCapture::rollbackLeavesNothing()
{
    QVERIFY(!m_db->write([&]() -> Outcome {
                     m_db->run(insertA);
                     return Error{Error::Kind::Conflict, u"no"_s, {}, {}};
                 })
                 .ok());
    QVERIFY(!write({insertA, "INSERT INTO notes (body) VALUES (NULL)"}).ok());
    QVERIFY(m_commits.empty());
    QVERIFY(write({insertA}).ok());
    QCOMPARE(m_commits.size(), size_t(1));
    QCOMPARE(m_commits[0].changes.size(), size_t(1));
    QCOMPARE(m_commits[0].seq, 1);
}

void TestBackendCapture::failedCommitLeavesNothing()
{
    // A deferred foreign key fails at COMMIT itself.
    QVERIFY(!write({"PRAGMA defer_foreign_keys = ON", insertA,
                    "INSERT INTO customers (id, email, company_name, package_id) VALUES ('c', 'e', 'n', 'none')"})
                 .ok());
    QVERIFY(m_commits.empty());
    QCOMPARE(m_db->commitSeq(), 0);
    QVERIFY(write({insertA}).ok());
    QCOMPARE(m_commits.size(), size_t(1));
}

void TestBackendCapture::numbersCommits()
{
    QVERIFY(write({insertA}).ok());
    m_clock.jump(Seconds(-3600));
    QVERIFY(write({updateA}).ok());
    QVERIFY(write({updateA}).ok());
    QCOMPARE(m_commits.size(), size_t(3));
    for (size_t i = 0; i < 3; ++i)
        QCOMPARE(m_commits[i].seq, qint64(i + 1));
    QVERIFY(m_commits[1].at >= m_commits[0].at); // the time of commits never decreases
    m_clock.jump(Seconds(3600));
}

void TestBackendCapture::refusesForgottenVersion()
{
    QVERIFY(write({insertA}).ok());
    QVERIFY(!write({"UPDATE directories SET name = 'B', updated_at = touched(updated_at)"}).ok());
    QVERIFY(!write({"UPDATE directories SET name = 'B', version = 77, updated_at = touched(updated_at)"}).ok());
    QVERIFY(!write({"INSERT INTO directories (id, name, da_score, priority_tier, version) VALUES ('b', 'B', 1, 1, 5)"})
                 .ok());
    QCOMPARE(m_commits.size(), size_t(1));
}

void TestBackendCapture::refusesForgottenTime()
{
    QVERIFY(write({insertA}).ok());
    QVERIFY(!write({"UPDATE directories SET name = 'B', version = next_version()"}).ok());
    QVERIFY(!write({"UPDATE directories SET name = 'B', version = next_version(), updated_at = 5"}).ok());
}

void TestBackendCapture::updatedAtNeverGoesBack()
{
    QVERIFY(write({insertA}).ok());
    m_clock.jump(Seconds(-3600));
    QVERIFY(write({updateA, updateA}).ok());
    m_clock.jump(Seconds(3600));
    Statement row = m_db->query("SELECT updated_at - created_at FROM directories");
    QVERIFY(row.next());
    QCOMPARE(row.integer(0), 2);
}

void TestBackendCapture::upsertIsAnUpdate()
{
    QVERIFY(write({insertA}).ok());
    QVERIFY(
        write(
            {"INSERT INTO directories (id, name, da_score, priority_tier) VALUES ('a', 'A2', 1, 1) ON CONFLICT (id) DO"
             " UPDATE SET name = excluded.name, version = next_version(), updated_at = touched(updated_at)"})
            .ok());
    QCOMPARE(m_commits.back().changes.size(), size_t(1));
    QCOMPARE(m_commits.back().changes[0].kind, ChangeKind::Update);
    QVERIFY(json::parse(m_commits.back().changes[0].record)["name"] == json("A2"));
}

void TestBackendCapture::nothingChangedTellsNothing()
{
    QVERIFY(
        write({"UPDATE directories SET name = 'x', version = next_version(), updated_at = touched(updated_at)"}).ok());
    QVERIFY(m_commits.empty());
    QCOMPARE(m_db->commitSeq(), 0);
}

void TestBackendCapture::listenersMayNotWrite()
{
    QString code;
    const int number = m_db->addListener([&](const Commit &) {
        const Outcome outcome = write({insertA});
        code = outcome.ok() ? u"written"_s : outcome.error().detail;
    });
    QVERIFY(write({insertA}).ok());
    QVERIFY(code.contains(u"listener"));
    m_db->removeListener(number);
    code.clear();
    QVERIFY(write({updateA}).ok());
    QVERIFY(code.isEmpty());
}

void TestBackendCapture::switchedOffTellsNothing()
{
    QVERIFY(m_db->setCapture(false).ok());
    QVERIFY(write({insertA}).ok());
    QVERIFY(m_commits.empty());
    QVERIFY(m_db->setCapture(true).ok());
    QVERIFY(write({updateA}).ok());
    QCOMPARE(m_commits.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestBackendCapture)
#include "tst_backend_capture.moc"
