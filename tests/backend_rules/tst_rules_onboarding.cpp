// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend_rules/rules_fixture.h"

#include <QTest>

using namespace bolt;
using namespace bolt::backend;
using namespace Qt::StringLiterals;

class TestRulesOnboarding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registersACustomer();
    void namesEachBadField();
    void nothingTellsThatAnAddressIsACustomer();
    void purchaseMakesJobAndSubmissionsInOneCommit();
    void aBuyerCannotSpeakForStaff();
    void selectsByTierAndAuthority();
    void neverTwiceTheSameDirectory();
    void stopsAtTheAllowance();
    void unlimitedTakesAll();
    void refusedPurchaseLeavesNothing();
    void refusesInactiveCustomers();
    void upgradesByPurchase();
};

void TestRulesOnboarding::registersACustomer()
{
    RulesFixture f;
    const std::string id = f.addCustomer("growth");
    QCOMPARE(
        f.text("SELECT package_id || ' ' || status || ' ' || directories_used FROM customers WHERE id = '" + id + "'"),
        QByteArray("growth active 0"));
}

void TestRulesOnboarding::namesEachBadField()
{
    RulesFixture f;
    Onboarding::Registration bad;
    bad.email = "no address";
    bad.website = "javascript:alert(1)";
    bad.packageId = "platinum";
    bad.businessData = nlohmann::json::array();
    const auto refused = Onboarding(*f.db).registerCustomer(bad);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, u"validation"_s);
    const auto reasons = nlohmann::json::parse(refused.error().detail.toStdString());
    for (const char *field : {"email", "company_name", "website", "package_id", "business_data"})
        QVERIFY2(reasons.contains(field), field);
    QCOMPARE(f.number("SELECT count(*) FROM customers"), 0);
}

/// Whatever is bought, in this order, by who registers with a new address and by who registers with one that is known.
void TestRulesOnboarding::nothingTellsThatAnAddressIsACustomer()
{
    RulesFixture f;
    f.addDirectories(60, 1);
    f.addDirectories(40, 2);
    Onboarding onboarding(*f.db);
    const std::string victim = f.addCustomer(); // of c1@firm.example
    QVERIFY(onboarding.submit({victim, {}}).ok());
    f.commits.clear();
    const auto counts = [&f] {
        return f.text("SELECT (SELECT group_concat(id || email || company_name || package_id || directories_used || "
                      "version) FROM customers) || (SELECT count(*) FROM jobs) || (SELECT count(*) FROM "
                      "directory_submissions)");
    };
    const QByteArray before = counts();
    const auto tell = [&](const char *email) {
        const Onboarding::Registration said{email, "Firm", "https://firm.example", "starter"};
        const Result<std::string> id = onboarding.registerCustomer(said);
        QStringList answers{id ? QString::number(id->size()) : id.error().code};
        // The package's own; again; a larger one; one that is none; the larger one again.
        for (const char *package : {"", "", "growth", "gold", "growth"}) {
            const auto job = onboarding.submit({*id, package});
            answers += job ? u"%1 %2 %3"_s.arg(job->jobId.size()).arg(job->submissions).arg(toMicros(job->dueAt))
                           : job.error().code + job.error().message;
        }
        return answers;
    };
    const QStringList known = tell("C1@FIRM.example");
    QCOMPARE(counts(), before);
    for (const Commit &commit : f.commits) {
        for (const RowChange &change : commit.changes)
            QCOMPARE(change.table->name, std::string("processing_logs"));
    }
    // Staff see it at the customer.
    QCOMPARE(
        f.number("SELECT count(*) FROM processing_logs WHERE level = 'WARNING' AND customer_id = '" + victim + "'"), 2);
    QCOMPARE(known, tell("new@firm.example"));
    QCOMPARE(known[2], u"no_allowanceThe package's directories are used up."_s);
    QVERIFY(counts() != before);
}

void TestRulesOnboarding::purchaseMakesJobAndSubmissionsInOneCommit()
{
    RulesFixture f;
    f.addDirectories(7);
    const std::string customer = f.addCustomer();
    f.commits.clear();
    const auto job = Onboarding(*f.db).submit({customer, {}});
    QVERIFY(job.ok());
    QCOMPARE(job->submissions, 7);
    QCOMPARE(job->dueAt, f.clock.now() + std::chrono::hours(168));
    QCOMPARE(f.commits.size(), size_t(1));
    QCOMPARE(f.text("SELECT status || ' ' || directories_total || ' ' || progress || ' ' || priority_score FROM jobs"),
             QByteArray("pending 7 0 4.000"));
    QCOMPARE(f.number("SELECT directories_used FROM customers"), 7);
    QCOMPARE(
        f.number(
            "SELECT count(*) FROM directory_submissions WHERE status = 'pending' AND max_attempts = 3 AND attempt = 0"
            " AND success_probability = 0.75"),
        7);
}

void TestRulesOnboarding::aBuyerCannotSpeakForStaff()
{
    RulesFixture f;
    f.addDirectories(1);
    const nlohmann::json deed = {{"by", "boss@firm.example"}, {"at", "2026-01-01T00:00:00Z"}};
    const nlohmann::json said = {{"source", "web"}, {"pause", deed}, {"reopened", deed}};
    QVERIFY(Onboarding(*f.db).submit({f.addCustomer(), {}, said}).ok());
    QCOMPARE(f.text("SELECT metadata FROM jobs"), QByteArray(R"({"source":"web"})"));
}

void TestRulesOnboarding::selectsByTierAndAuthority()
{
    RulesFixture f;
    f.addDirectories(60, 1);
    f.addDirectories(60, 2);
    QVERIFY(f.exec("UPDATE directories SET is_active = 0, version = next_version(), updated_at = touched(updated_at)"
                   " WHERE id = 't1-d0'"));
    QVERIFY(f.exec("UPDATE directories SET deleted_at = 1, version = next_version(), updated_at = touched(updated_at)"
                   " WHERE id = 't1-d1'"));
    f.addJob("starter");
    QCOMPARE(f.number("SELECT count(*) FROM directory_submissions"), 50);
    QCOMPARE(f.number("SELECT count(*) FROM directory_submissions WHERE directory_id LIKE 't2%' OR directory_id IN"
                      " ('t1-d0', 't1-d1')"),
             0);
    // The best 50 of the 58 that are left: authority falls with the number.
    QCOMPARE(
        f.number("SELECT min(d.da_score) FROM directory_submissions s JOIN directories d ON d.id = s.directory_id"),
        90 - 51);
}

void TestRulesOnboarding::neverTwiceTheSameDirectory()
{
    RulesFixture f;
    f.addDirectories(8);
    const std::string customer = f.addCustomer();
    QVERIFY(Onboarding(*f.db).submit({customer, {}}).ok());
    const auto second = Onboarding(*f.db).submit({customer, {}});
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, u"no_directories"_s);
    QVERIFY(f.exec("INSERT INTO directories (id, name, da_score, priority_tier) VALUES ('new', 'New', 5, 1)"));
    const auto third = Onboarding(*f.db).submit({customer, {}});
    QVERIFY(third.ok());
    QCOMPARE(third->submissions, 1);
}

void TestRulesOnboarding::stopsAtTheAllowance()
{
    RulesFixture f;
    f.addDirectories(80);
    const std::string customer = f.addCustomer();
    QVERIFY(f.exec(
        "UPDATE customers SET directories_used = 45, version = next_version(), updated_at = touched(updated_at)"));
    const auto job = Onboarding(*f.db).submit({customer, {}});
    QVERIFY(job.ok());
    QCOMPARE(job->submissions, 5);
    const auto more = Onboarding(*f.db).submit({customer, {}});
    QVERIFY(!more.ok());
    QCOMPARE(more.error().code, u"no_allowance"_s);
}

void TestRulesOnboarding::unlimitedTakesAll()
{
    RulesFixture f;
    for (int tier = 1; tier <= 5; ++tier)
        f.addDirectories(70, tier);
    f.addJob("enterprise");
    QCOMPARE(f.number("SELECT count(*) FROM directory_submissions"), 350);
}

void TestRulesOnboarding::refusedPurchaseLeavesNothing()
{
    RulesFixture f;
    const std::string customer = f.addCustomer();
    f.commits.clear();
    QVERIFY(!Onboarding(*f.db).submit({customer, {}}).ok()); // there is no directory
    QCOMPARE(f.number("SELECT count(*) FROM jobs"), 0);
    QVERIFY(f.commits.empty());
    QCOMPARE(Onboarding(*f.db).submit({"nobody", {}}).error().kind, Error::Kind::NotFound);
    QCOMPARE(Onboarding(*f.db).submit({customer, "platinum"}).error().kind, Error::Kind::NotFound);
}

void TestRulesOnboarding::refusesInactiveCustomers()
{
    RulesFixture f;
    f.addDirectories(3);
    const std::string customer = f.addCustomer();
    QVERIFY(f.exec(
        "UPDATE customers SET status = 'suspended', version = next_version(), updated_at = touched(updated_at)"));
    QCOMPARE(Onboarding(*f.db).submit({customer, {}}).error().code, u"customer_inactive"_s);
}

void TestRulesOnboarding::upgradesByPurchase()
{
    RulesFixture f;
    f.addDirectories(3);
    const std::string customer = f.addCustomer();
    QVERIFY(Onboarding(*f.db).submit({customer, "professional"}).ok());
    QCOMPARE(
        f.text("SELECT c.package_id || ' ' || j.package_type FROM jobs j JOIN customers c ON c.id = j.customer_id"),
        QByteArray("professional professional"));
}

QTEST_GUILESS_MAIN(TestRulesOnboarding)
#include "tst_rules_onboarding.moc"
