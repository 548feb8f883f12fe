// SPDX-License-Identifier: GPL-3.0-or-later
// What a person asks for is held so that it can be undone; then it is sent, once, also by the next start.
#include "services/replica/outbox_json.h"
#include "tests/actions/bulk_world.h"

#include <QTest>
#include <algorithm>

using namespace bolt;
using namespace Qt::StringLiterals;
using Phase = ActionStatus::Phase;

namespace {

/// One that KeyedServer takes.
JobId taken(uint n) { return numbered<JobId>(2 * n); }

Command pauseOf(uint job)
{
    Command c;
    c.verb = Command::Verb::PauseJob;
    c.job = taken(job);
    return c;
}

BulkCommand cancelOf(uint count)
{
    BulkCommand c;
    c.verb = Command::Verb::CancelJob;
    for (uint n = 0; n < count; ++n)
        c.jobs.push_back(taken(n));
    return c;
}

/// What is asked for in it is held.
struct Holding : Program
{
    Holding(OutboxStore &store, const QUrl &url, const Clock &clock)
        : Program(store, url, clock, true, undoHold)
    {
    }
    ActionStatus only() const
    {
        const auto all = gateway.actions();
        return all.size() == 1 ? all.front() : ActionStatus();
    }
};

} // namespace

class tst_Hold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void isSentAfterItsHold();
    void undoneItWasNeverSent();
    void sendNowEndsIt();
    void ofABulkEndsForAllAtOnce();
    void bulkUndoneNothingWasSent();
    void laterActionOnTheSameTargetKeepsItsPlace();
    void withoutTheLinkItDoesNotRun();
    void afterACrashItBeginsAnew();
    void quittingSendsIt();
    void quittingWithoutTheLinkLeavesItDue();
    void diesAtEachStep();
    void aFileOfBeforeIsNotHeld();
    void aDamagedFileHoldsNothingForEver();

private:
    /// Time passes, and the timer that waits for it has fired.
    void pass(Holding &p, Micros by)
    {
        m_clock->advance(by);
        p.gateway.setOpen(true);
        QTest::qWait(20); // span: a request that must not be made had time to be
    }
    int runOnceDyingAt(int step);

    std::unique_ptr<FixedClock> m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    KeyedServer m_model;
    MemoryOutbox m_disk;
};

void tst_Hold::init()
{
    m_clock = std::make_unique<FixedClock>(Instant(Seconds(1'700'000'000)));
    m_server = std::make_unique<ScriptedServer>();
    m_model = {};
    m_disk = {};
    m_server->decide = [this](const ScriptedServer::Asked &asked) { return m_model.serve(asked); };
}

void tst_Hold::isSentAfterItsHold()
{
    Holding p(m_disk, m_server->url(), *m_clock);
    p.gateway.submit(pauseOf(1));
    QVERIFY(isHeld(p.only()));
    QCOMPARE(*p.only().heldUntil, m_clock->now() + undoHold);
    pass(p, undoHold - Millis(1));
    QVERIFY(isHeld(p.only()));
    QVERIFY(m_server->asked.empty());
    QVERIFY(isHeld(m_disk.load().result()->front())); // a kill now finds it held
    pass(p, Millis(1));
    QTRY_COMPARE(p.only().phase, Phase::Applied);
    QVERIFY(!isHeld(p.only()) && !p.only().heldUntil);
    QCOMPARE(m_server->asked.size(), size_t(1));
}

void tst_Hold::undoneItWasNeverSent()
{
    Holding p(m_disk, m_server->url(), *m_clock);
    const ActionId id = p.gateway.submit(pauseOf(1));
    pass(p, Seconds(7));
    QVERIFY(p.gateway.cancel(id));
    QCOMPARE(p.only().phase, Phase::Cancelled);
    pass(p, Seconds(60));
    QVERIFY(m_server->asked.empty());
    Holding next(m_disk, m_server->url(), *m_clock);
    QTRY_COMPARE(next.only().phase, Phase::Cancelled);
    pass(next, Seconds(60));
    QVERIFY(m_server->asked.empty());
}

void tst_Hold::sendNowEndsIt()
{
    Holding p(m_disk, m_server->url(), *m_clock);
    const ActionId id = p.gateway.submit(pauseOf(1));
    p.gateway.retryNow(id);
    QTRY_COMPARE(p.only().phase, Phase::Applied);
    QVERIFY(!p.gateway.cancel(id));
}

void tst_Hold::ofABulkEndsForAllAtOnce()
{
    Holding p(m_disk, m_server->url(), *m_clock);
    const BulkId id = p.gateway.submitBulk(cancelOf(4));
    QCOMPARE(p.gateway.bulks().at(0).held, 4);
    QCOMPARE(*p.gateway.bulks().at(0).heldUntil, m_clock->now() + undoHold);
    pass(p, undoHold - Millis(1));
    QVERIFY(m_server->asked.empty());
    m_server->decide = [](const ScriptedServer::Asked &) { return ScriptedServer::Reply{0, {}, {}, false, true}; };
    pass(p, Millis(1));
    QTRY_COMPARE(m_server->asked.size(), size_t(1));
    QCOMPARE(p.gateway.bulks().at(0).held, 0); // also those that wait for the first
    for (const ActionStatus &part : *m_disk.load().result())
        QVERIFY(!isHeld(part));
    m_server->decide = [this](const ScriptedServer::Asked &asked) { return m_model.serve(asked); };
    ScriptedServer::answer(m_server->hanging.at(0), m_model.serve(m_server->asked.at(0)));
    QTRY_VERIFY(p.gateway.bulks().at(0).settled);
    QCOMPARE(p.gateway.bulks().at(0).applied, 4);
    Q_UNUSED(id);
}

void tst_Hold::bulkUndoneNothingWasSent()
{
    Holding p(m_disk, m_server->url(), *m_clock);
    const BulkId id = p.gateway.submitBulk(cancelOf(40));
    pass(p, Seconds(7));
    p.gateway.abortBulk(id);
    QVERIFY(p.gateway.bulks().at(0).settled);
    QCOMPARE(p.gateway.bulks().at(0).untouched, 40);
    QCOMPARE(p.gateway.bulks().at(0).held, 0);
    pass(p, Seconds(60));
    QVERIFY(m_server->asked.empty());
}

void tst_Hold::laterActionOnTheSameTargetKeepsItsPlace()
{
    Holding p(m_disk, m_server->url(), *m_clock);
    p.gateway.submit(pauseOf(1));
    pass(p, Seconds(2));
    Command resume = pauseOf(1);
    resume.verb = Command::Verb::ResumeJob;
    p.gateway.retryNow(p.gateway.submit(resume)); // at once, but not before the first
    pass(p, Seconds(2));
    QVERIFY(m_server->asked.empty());
    pass(p, Seconds(4));
    QTRY_VERIFY(p.isSettled());
    const QString job = taken(1).toString();
    QCOMPARE(m_model.log, QStringList({job + u" pause"_s, job + u" resume"_s}));
}

void tst_Hold::withoutTheLinkItDoesNotRun()
{
    Holding p(m_disk, m_server->url(), *m_clock);
    p.gateway.setLinked(false);
    p.gateway.submit(pauseOf(1));
    QVERIFY(isHeld(p.only()) && !p.only().heldUntil);
    pass(p, Seconds(600));
    QVERIFY(isHeld(p.only()));
    QVERIFY(m_server->asked.empty());
    p.gateway.setLinked(true);
    QCOMPARE(*p.only().heldUntil, m_clock->now() + undoHold);
    pass(p, Seconds(5));
    p.gateway.setLinked(false); // away again: the count is for nothing
    QVERIFY(!p.only().heldUntil);
    pass(p, Seconds(5));
    QVERIFY(m_server->asked.empty());
    p.gateway.setLinked(true);
    pass(p, Seconds(7));
    QVERIFY(m_server->asked.empty());
    pass(p, Seconds(1));
    QTRY_COMPARE(p.only().phase, Phase::Applied);
}

void tst_Hold::afterACrashItBeginsAnew()
{
    {
        Holding p(m_disk, m_server->url(), *m_clock);
        p.gateway.submit(pauseOf(1));
        pass(p, Seconds(7));
    }
    Holding p(m_disk, m_server->url(), *m_clock);
    QTRY_VERIFY(isHeld(p.only()));
    QCOMPARE(*p.only().heldUntil, m_clock->now() + undoHold);
    pass(p, Seconds(7));
    QVERIFY(m_server->asked.empty());
    pass(p, Seconds(1));
    QTRY_COMPARE(p.only().phase, Phase::Applied);
    QCOMPARE(m_server->asked.size(), size_t(1));
}

void tst_Hold::quittingSendsIt()
{
    Holding p(m_disk, m_server->url(), *m_clock);
    p.gateway.submit(pauseOf(1));
    p.gateway.submitBulk(cancelOf(3));
    QVERIFY(!p.gateway.isBusy()); // nobody waits for what is only held
    p.gateway.sendHeld();
    QVERIFY(p.gateway.isBusy());
    QTRY_VERIFY(!p.gateway.isBusy());
    QVERIFY(p.isSettled());
    QCOMPARE(m_model.log.size(), 4);
}

void tst_Hold::quittingWithoutTheLinkLeavesItDue()
{
    {
        Holding p(m_disk, m_server->url(), *m_clock);
        p.gateway.setOpen(false);
        p.gateway.submit(pauseOf(1));
        p.gateway.sendHeld();
        QVERIFY(!p.gateway.isBusy());
    }
    QVERIFY(m_server->asked.empty());
    Holding p(m_disk, m_server->url(), *m_clock);
    QTRY_COMPARE(p.only().phase, Phase::Applied); // without another hold: the person has left it to its fate
    QCOMPARE(m_model.log.size(), 1);
}

/// The number of steps that it took.
int tst_Hold::runOnceDyingAt(int step)
{
    init();
    Fate fate;
    fate.dieAt = step;
    m_server->decide = [&](const ScriptedServer::Asked &asked) {
        const ScriptedServer::Reply hang{0, {}, {}, false, true};
        if (!fate.live())
            return hang;
        const auto reply = m_model.serve(asked);
        return fate.live() ? reply : hang;
    };
    {
        MortalOutbox disk(m_disk, fate);
        Holding p(disk, m_server->url(), *m_clock);
        p.gateway.submitBulk(cancelOf(3));
        pass(p, undoHold);
        [&] { QTRY_VERIFY(fate.dead || p.isSettled()); }();
    }
    const int steps = fate.steps;
    const bool wasFrozen = !m_disk.load().result()->empty();
    fate = {};
    Holding p(m_disk, m_server->url(), *m_clock);
    QTest::qWait(1); // span: the outbox has been read
    pass(p, undoHold);
    if (wasFrozen)
        [&] { QTRY_VERIFY(!p.gateway.actions().empty() && p.isSettled()); }();
    for (uint n = 0; n < 3; ++n)
        [&] { QCOMPARE(m_model.times.value(taken(n).toString()), wasFrozen ? 1 : 0); }();
    return steps;
}

void tst_Hold::diesAtEachStep()
{
    const int steps = runOnceDyingAt(-1);
    QVERIFY(steps > 15);
    for (int step = 0; step < steps && !QTest::currentTestFailed(); ++step) {
        runOnceDyingAt(step);
        if (QTest::currentTestFailed())
            qWarning("died at step %d of %d", step, steps);
    }
}

void tst_Hold::aFileOfBeforeIsNotHeld()
{
    const auto old = actionFromBody(R"({"id":"0b0e7b3c-0000-4000-8000-000000000001","phase":"waiting",)"
                                    R"("command":{"verb":"jobs.pause","job":"0b0e7b3c-0000-4000-8000-000000000002"},)"
                                    R"("applied":0,"tries":0,"created_at":"2026-08-21T12:00:00+00:00"})");
    QVERIFY(old && !isHeld(*old));
    ActionStatus held = *old;
    held.hold = undoHold;
    QCOMPARE(actionFromBody(outboxBody(held))->hold, Millis(undoHold));
    QVERIFY(!outboxBody(*old).contains("hold"));
}

void tst_Hold::aDamagedFileHoldsNothingForEver()
{
    ActionStatus status;
    status.id = ActionId(QUuid::createUuid());
    status.command = pauseOf(1);
    status.hold = std::chrono::hours(9'000);
    QVERIFY(actionFromBody(outboxBody(status))->hold <= Seconds(60));
    status.hold = undoHold;
    status.phase = Phase::Applied;
    QVERIFY(!isHeld(*actionFromBody(outboxBody(status))));
}

QTEST_GUILESS_MAIN(tst_Hold)
#include "tst_hold.moc"
