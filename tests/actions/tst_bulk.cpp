// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk actions: each thing exactly once or listed as refused, whatever happens on the way.
#include "tests/actions/bulk_world.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <algorithm>

using namespace bolt;
using namespace Qt::StringLiterals;
using Phase = BulkStatus::Phase;

namespace {

BulkCommand retryOf(uint count, uint first = 0)
{
    BulkCommand c;
    for (uint n = first; n < first + count; ++n)
        c.submissions.push_back(numbered<SubmissionId>(n));
    return c;
}

BulkCommand pauseOf(uint count)
{
    BulkCommand c;
    c.verb = Command::Verb::PauseJob;
    for (uint n = 0; n < count; ++n)
        c.jobs.push_back(numbered<JobId>(100 + n)); // no id of a submission
    return c;
}

BulkStatus statusOf(const Program &program, size_t n = 0)
{
    const auto all = program.gateway.bulks();
    return n < all.size() ? all[n] : BulkStatus();
}

int thingsIn(const BulkStatus &s) { return s.applied + s.refused + s.inFlight + s.unsent + s.untouched + s.expired; }

} // namespace

class tst_Bulk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void isFrozenWhenAsked();
    void goesOutInPartsAndListsWhatWasRefused();
    void aRefusedPartNamesEachOfItsThings();
    void jobsAreAPartEach();
    void allIsOnDiskBeforeTheFirstIsSent();
    void pauseStopsAfterThePartInFlight();
    void pauseOutlivesARestart();
    void abortLeavesTheUnsentUntouched();
    void abortTakesBackAPartThatComesBackUndone();
    void laterActionOnTheSameTargetWaits();
    void expiresUnlessRenewed();
    void dismissedItIsGone();
    void anotherAccountSeesNothing();
    void nothingNamedNothingDone();
    void diesAtEachStep_data();
    void diesAtEachStep();
    void whateverHappens();

private:
    void checkExactlyOnce(const Program &program, const QStringList &ids) const;
    int runOnceDyingAt(int step, const BulkCommand &command);
    void runAtRandom(quint32 seed);
    void meddle(Program &p, QRandomGenerator &random, QStringList &mayBeUntouched);

    SystemClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    KeyedServer m_model;
    MemoryOutbox m_disk;
};

void tst_Bulk::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_model = {};
    m_disk = {};
    m_server->decide = [this](const ScriptedServer::Asked &asked) { return m_model.serve(asked); };
}

void tst_Bulk::isFrozenWhenAsked()
{
    Program p(m_disk, m_server->url(), m_clock, false);
    BulkCommand command = retryOf(7);
    command.submissions.push_back(command.submissions[0]); // chosen twice
    command.submissions.push_back({});
    QVERIFY(!p.gateway.submitBulk(command).isNull());
    QTRY_COMPARE(m_disk.load().result()->size(), size_t(3));
    const BulkStatus s = statusOf(p);
    QCOMPARE(s.total, 7);
    QCOMPARE(s.unsent, 7);
    QCOMPARE(s.phase, Phase::Waiting);
    QSet<ActionId> keys;
    std::vector<SubmissionId> ids;
    for (const ActionStatus &part : p.gateway.actions()) {
        keys.insert(part.id);
        ids.insert(ids.end(), part.command.submissions.begin(), part.command.submissions.end());
    }
    QCOMPARE(keys.size(), 3);
    QVERIFY(ids == retryOf(7).submissions); // in the order in which they were named
}

void tst_Bulk::goesOutInPartsAndListsWhatWasRefused()
{
    Program p(m_disk, m_server->url(), m_clock);
    QSignalSpy told(&p.gateway, &ActionGateway::bulkChanged);
    p.gateway.submitBulk(retryOf(8));
    QTRY_VERIFY(statusOf(p).settled);
    const BulkStatus s = statusOf(p);
    QCOMPARE(s.phase, Phase::Finished);
    QCOMPARE(s.applied, 4);
    QCOMPARE(s.refused, 4);
    QCOMPARE(s.rejected.size(), size_t(4));
    QCOMPARE(s.rejected[0].message, u"Odd: "_s + numbered<SubmissionId>(1).toString());
    QCOMPARE(m_server->asked.size(), size_t(3));
    QVERIFY(told.size() >= 7); // frozen, and each part sent and settled
    checkExactlyOnce(p, {});
}

void tst_Bulk::aRefusedPartNamesEachOfItsThings()
{
    m_server->decide = [](const ScriptedServer::Asked &) {
        return ScriptedServer::Reply{403, {}, R"({"error":{"code":"role","message":"Managers only."}})"};
    };
    Program p(m_disk, m_server->url(), m_clock);
    p.gateway.submitBulk(retryOf(5));
    QTRY_VERIFY(statusOf(p).settled);
    const BulkStatus s = statusOf(p);
    QCOMPARE(s.refused, 5);
    QCOMPARE(s.rejected.size(), size_t(5));
    QCOMPARE(s.rejected[4].id, numbered<SubmissionId>(4).toString());
    QCOMPARE(s.rejected[4].message, u"Managers only."_s);
}

void tst_Bulk::jobsAreAPartEach()
{
    Program p(m_disk, m_server->url(), m_clock);
    p.gateway.submitBulk(pauseOf(4));
    QTRY_VERIFY(statusOf(p).settled);
    QCOMPARE(m_server->asked.size(), size_t(4));
    QCOMPARE(m_server->asked[1].path, "/api/admin/jobs/" + numbered<JobId>(101).toString().toLatin1() + "/pause");
    QCOMPARE(statusOf(p).applied, 2);
    QCOMPARE(statusOf(p).refused, 2);
    QCOMPARE(statusOf(p).rejected[0].id, numbered<JobId>(101).toString());
}

void tst_Bulk::allIsOnDiskBeforeTheFirstIsSent()
{
    Fate fate;
    MortalOutbox disk(m_disk, fate);
    size_t heldWhenFirstAsked = 0;
    m_server->decide = [&](const ScriptedServer::Asked &asked) {
        if (heldWhenFirstAsked == 0)
            heldWhenFirstAsked = m_disk.load().result()->size();
        return m_model.serve(asked);
    };
    Program p(disk, m_server->url(), m_clock);
    p.gateway.submitBulk(retryOf(9));
    QTRY_VERIFY(statusOf(p).settled);
    QCOMPARE(heldWhenFirstAsked, size_t(3));
}

void tst_Bulk::pauseStopsAfterThePartInFlight()
{
    m_server->decide = [](const ScriptedServer::Asked &) { return ScriptedServer::Reply{0, {}, {}, false, true}; };
    Program p(m_disk, m_server->url(), m_clock);
    const BulkId id = p.gateway.submitBulk(retryOf(9));
    QTRY_COMPARE(m_server->hanging.size(), size_t(1));
    QCOMPARE(statusOf(p).phase, Phase::Running);
    p.gateway.pauseBulk(id);
    QCOMPARE(statusOf(p).phase, Phase::Paused);
    QCOMPARE(statusOf(p).inFlight, 3);
    m_server->decide = [this](const ScriptedServer::Asked &asked) { return m_model.serve(asked); };
    ScriptedServer::answer(m_server->hanging.at(0), m_model.serve(m_server->asked.at(0)));
    QTRY_COMPARE(statusOf(p).inFlight, 0);
    QTest::qWait(30); // span: a request that must not be made had time to be
    QCOMPARE(m_server->asked.size(), size_t(1));
    QCOMPARE(statusOf(p).unsent, 6);
    QCOMPARE(statusOf(p).phase, Phase::Paused);
    p.gateway.resumeBulk(id);
    QTRY_VERIFY(statusOf(p).settled);
    QCOMPARE(statusOf(p).phase, Phase::Finished);
    checkExactlyOnce(p, {});
}

void tst_Bulk::pauseOutlivesARestart()
{
    {
        Program p(m_disk, m_server->url(), m_clock, false);
        p.gateway.pauseBulk(p.gateway.submitBulk(retryOf(4)));
        QTRY_COMPARE(m_disk.load().result()->size(), size_t(2));
    }
    Program p(m_disk, m_server->url(), m_clock);
    QTRY_COMPARE(statusOf(p).total, 4);
    QCOMPARE(statusOf(p).phase, Phase::Paused);
    QTest::qWait(30); // span: a request that must not be made had time to be
    QVERIFY(m_server->asked.empty());
    p.gateway.resumeBulk(statusOf(p).id);
    QTRY_COMPARE(statusOf(p).phase, Phase::Finished);
}

void tst_Bulk::abortLeavesTheUnsentUntouched()
{
    m_server->decide = [](const ScriptedServer::Asked &) { return ScriptedServer::Reply{0, {}, {}, false, true}; };
    Program p(m_disk, m_server->url(), m_clock);
    const BulkId id = p.gateway.submitBulk(retryOf(8));
    QTRY_COMPARE(m_server->hanging.size(), size_t(1));
    p.gateway.abortBulk(id);
    QCOMPARE(statusOf(p).untouched, 5);
    QVERIFY(!statusOf(p).settled);
    ScriptedServer::answer(m_server->hanging.at(0), m_model.serve(m_server->asked.at(0)));
    QTRY_VERIFY(statusOf(p).settled);
    QCOMPARE(statusOf(p).phase, Phase::Aborted);
    QCOMPARE(statusOf(p).applied + statusOf(p).refused, 3);
    QCOMPARE(statusOf(p).untouched, 5); // and it is said
    for (uint n = 3; n < 8; ++n)
        QCOMPARE(m_model.times.value(numbered<SubmissionId>(n).toString()), 0);
    QVERIFY(!p.gateway.renewBulk(id)); // what was given up stays so
    p.gateway.resumeBulk(id);
    QTest::qWait(30); // span: a request that must not be made had time to be
    QCOMPARE(m_server->asked.size(), size_t(1));
}

void tst_Bulk::abortTakesBackAPartThatComesBackUndone()
{
    m_server->decide = [](const ScriptedServer::Asked &) { return ScriptedServer::Reply{0, {}, {}, false, true}; };
    Program p(m_disk, m_server->url(), m_clock);
    const BulkId id = p.gateway.submitBulk(retryOf(5));
    QTRY_COMPARE(m_server->hanging.size(), size_t(1));
    p.gateway.abortBulk(id);
    ScriptedServer::answer(m_server->hanging.at(0), {429, "Retry-After: 0\r\n", "{}"});
    QTRY_VERIFY(statusOf(p).settled);
    QCOMPARE(statusOf(p).untouched, 5);
    QCOMPARE(m_server->asked.size(), size_t(1));
}

void tst_Bulk::laterActionOnTheSameTargetWaits()
{
    Program p(m_disk, m_server->url(), m_clock, false);
    p.gateway.submitBulk(retryOf(9));
    Command skip;
    skip.verb = Command::Verb::SkipSubmissions;
    skip.submissions = {numbered<SubmissionId>(8)}; // in the last part
    p.gateway.submit(skip);
    p.gateway.setOpen(true);
    QTRY_VERIFY(p.isSettled());
    const QString last = numbered<SubmissionId>(8).toString();
    QVERIFY(m_model.log.indexOf(last + u" retry"_s) < m_model.log.indexOf(last + u" skip"_s));
    QCOMPARE(m_model.log.size(), 10);
}

void tst_Bulk::expiresUnlessRenewed()
{
    FixedClock clock(Instant(Seconds(1'700'000'000)));
    Program p(m_disk, m_server->url(), clock, false);
    const BulkId id = p.gateway.submitBulk(retryOf(4));
    QCOMPARE(*statusOf(p).expiresAt, clock.now() + Seconds(24 * 3600));
    QTRY_COMPARE(m_disk.load().result()->size(), size_t(2));
    QTest::qWait(1); // span: that it is on disk has been told
    clock.advance(Seconds(24 * 3600 + 1));
    p.gateway.setOpen(true);
    QTRY_COMPARE(statusOf(p).phase, Phase::Expired);
    QCOMPARE(statusOf(p).expired, 4);
    QVERIFY(statusOf(p).renewable);
    QVERIFY(m_server->asked.empty());
    QVERIFY(p.gateway.renewBulk(id));
    QTRY_COMPARE(statusOf(p).phase, Phase::Finished);
    QCOMPARE(statusOf(p).applied + statusOf(p).refused, 4);
    QVERIFY(!p.gateway.renewBulk(id));
}

void tst_Bulk::dismissedItIsGone()
{
    Program p(m_disk, m_server->url(), m_clock, false);
    QSignalSpy gone(&p.gateway, &ActionGateway::bulkRemoved);
    const BulkId id = p.gateway.submitBulk(retryOf(4));
    p.gateway.dismissBulk(id);
    QCOMPARE(p.gateway.bulks().size(), size_t(1)); // it is still to be done
    p.gateway.setOpen(true);
    QTRY_VERIFY(statusOf(p).settled);
    p.gateway.dismiss(p.gateway.actions()[0].id); // a part cannot be forgotten by itself: the sum would be wrong
    QCOMPARE(statusOf(p).total, 4);
    p.gateway.dismissBulk(id);
    QVERIFY(p.gateway.actions().empty());
    QCOMPARE(gone.size(), 1);
    QTRY_VERIFY(m_disk.load().result()->empty());
}

void tst_Bulk::anotherAccountSeesNothing()
{
    Program p(m_disk, m_server->url(), m_clock, false);
    QSignalSpy gone(&p.gateway, &ActionGateway::bulkRemoved);
    p.gateway.submitBulk(retryOf(4));
    MemoryOutbox other;
    p.gateway.setStore(&other);
    QCOMPARE(gone.size(), 1);
    QVERIFY(p.gateway.bulks().empty());
    p.gateway.setStore(nullptr);
    p.gateway.submitBulk(retryOf(4));
    QCOMPARE(statusOf(p).refused, 4); // signed out
}

void tst_Bulk::nothingNamedNothingDone()
{
    Program p(m_disk, m_server->url(), m_clock);
    BulkCommand command;
    command.submissions.resize(2);
    QVERIFY(p.gateway.submitBulk(command).isNull());
    QVERIFY(p.gateway.actions().empty());
}

void tst_Bulk::checkExactlyOnce(const Program &program, const QStringList &mayBeUntouched) const
{
    QSet<QString> refused, known;
    for (const BulkStatus &bulk : program.gateway.bulks()) {
        QCOMPARE(thingsIn(bulk), bulk.total);
        for (const Rejection &line : bulk.rejected)
            refused.insert(line.id);
    }
    for (const ActionStatus &action : program.gateway.actions()) {
        for (const QString &id : targetIds(action.command)) {
            known.insert(id);
            const int times = m_model.times.value(id);
            const QByteArray why = id.toUtf8() + " was acted on " + QByteArray::number(times) + " times";
            if (mayBeUntouched.contains(id))
                QVERIFY2(times <= 1, why.constData());
            else if (KeyedServer::takes(id))
                QVERIFY2(times == 1, why.constData());
            else
                QVERIFY2(times == 0 && refused.contains(id), why.constData());
        }
    }
    for (auto it = m_model.times.cbegin(); it != m_model.times.cend(); ++it)
        QVERIFY2(known.contains(it.key()), "acted on what nobody asked for");
}

/// The number of steps that it took.
int tst_Bulk::runOnceDyingAt(int step, const BulkCommand &command)
{
    init();
    Fate fate;
    fate.dieAt = step;
    m_server->decide = [&](const ScriptedServer::Asked &asked) {
        const ScriptedServer::Reply hang{0, {}, {}, false, true};
        if (!fate.live())
            return hang; // it died with the request on its way
        const auto reply = m_model.serve(asked);
        return fate.live() ? reply : hang;
    };
    {
        MortalOutbox disk(m_disk, fate);
        Program p(disk, m_server->url(), m_clock);
        p.gateway.submitBulk(command);
        [&] { QTRY_VERIFY(fate.dead || p.isSettled()); }();
    }
    const int steps = fate.steps;
    const bool wasFrozen = !m_disk.load().result()->empty();
    fate = {};
    Program p(m_disk, m_server->url(), m_clock);
    if (wasFrozen)
        [&] { QTRY_VERIFY(statusOf(p).settled); }();
    else
        [&] { QVERIFY(m_model.log.isEmpty()); }(); // what is not on disk was not sent
    if (wasFrozen)
        [&] { QCOMPARE(statusOf(p).applied + statusOf(p).refused, int(command.size())); }();
    checkExactlyOnce(p, {});
    return steps;
}

void tst_Bulk::diesAtEachStep_data()
{
    QTest::addColumn<bool>("ofJobs");
    QTest::addRow("submissions") << false;
    QTest::addRow("jobs") << true;
}

void tst_Bulk::diesAtEachStep()
{
    QFETCH(bool, ofJobs);
    const BulkCommand command = ofJobs ? pauseOf(3) : retryOf(8);
    const int steps = runOnceDyingAt(-1, command);
    QVERIFY(steps > 15);
    for (int step = 0; step < steps && !QTest::currentTestFailed(); ++step) {
        runOnceDyingAt(step, command);
        if (QTest::currentTestFailed())
            qWarning("died at step %d of %d", step, steps);
    }
}

/// Faults of server and network, deaths, pauses and aborts, in any order.
void tst_Bulk::runAtRandom(quint32 seed)
{
    init();
    QRandomGenerator random(seed);
    int faults = int(random.bounded(12));
    m_server->decide = [&](const ScriptedServer::Asked &asked) {
        using Reply = ScriptedServer::Reply;
        if (faults-- <= 0)
            return m_model.serve(asked);
        switch (random.bounded(7)) {
        case 0:
            return Reply{0, {}, {}, true}; // lost on the way there
        case 1:
            m_model.serve(asked);
            return Reply{0, {}, {}, true}; // lost on the way back
        case 2:
            m_model.serve(asked);
            return Reply{200, {}, "<html>"};
        case 3:
            return Reply{429, "Retry-After: 0\r\n", "{}"};
        case 4:
            m_model.serve(asked);
            return Reply{503, {}, "{}"};
        case 5:
            return Reply{401, {}, "{}"};
        default:
            return m_model.serve(asked);
        }
    };
    QStringList mayBeUntouched;
    for (int lives = 1 + int(random.bounded(3)), life = 1; life <= lives; ++life) {
        Fate fate;
        fate.dieAt = life < lives ? int(random.bounded(30)) : -1;
        MortalOutbox disk(m_disk, fate);
        Program p(disk, m_server->url(), m_clock);
        meddle(p, random, mayBeUntouched);
        if (life == 1) {
            p.gateway.submitBulk(retryOf(7));
            p.gateway.submitBulk(retryOf(5, 10));
            p.gateway.submitBulk(pauseOf(3));
        }
        const auto isDone = [&] {
            return p.gateway.actions().size() >= m_disk.load().result()->size() && p.isSettled();
        };
        [&] { QTRY_VERIFY(fate.dead || isDone()); }();
        if (fate.dead && !QTest::currentTestFailed())
            continue;
        checkExactlyOnce(p, mayBeUntouched);
        return;
    }
}

/// Now and then somebody pauses one for a moment, or gives it up.
void tst_Bulk::meddle(Program &p, QRandomGenerator &random, QStringList &mayBeUntouched)
{
    connect(&p.gateway, &ActionGateway::bulkChanged, &p.gateway, [&](const BulkStatus &s) {
        if (s.settled)
            return;
        if (s.phase == Phase::Paused) {
            QTimer::singleShot(1, &p.gateway, [&p, id = s.id] { p.gateway.resumeBulk(id); });
        } else if (random.bounded(5) == 0) {
            const bool forGood = random.bounded(4) == 0;
            for (const ActionStatus &a : p.gateway.actions()) {
                if (forGood && a.bulk && a.bulk->id == s.id)
                    mayBeUntouched += targetIds(a.command);
            }
            QTimer::singleShot(0, &p.gateway, [&p, forGood, id = s.id] {
                if (forGood)
                    p.gateway.abortBulk(id);
                else
                    p.gateway.pauseBulk(id);
            });
        }
    });
}

void tst_Bulk::whateverHappens()
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("BOLT_BULK_SEEDS", &given);
    const quint32 seeds = given ? quint32(wanted) : 50;
    for (quint32 seed = 1; seed <= seeds && !QTest::currentTestFailed(); ++seed) {
        runAtRandom(seed);
        if (QTest::currentTestFailed())
            qWarning("seed %u", seed);
    }
}

QTEST_GUILESS_MAIN(tst_Bulk)
#include "tst_bulk.moc"
