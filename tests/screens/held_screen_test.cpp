// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/held_screen.h"

#include "models/screens/actions_screen.h"
#include "models/tables/actions_model.h"
#include "models/tables/bulks_model.h"
#include "tests/screens/fake_doors.h"

#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;

class HeldScreenTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theNewestIsUndoneFirst();
    void aBulkIsOne();
    void sentItCannotBeUndone();
    void undoneTheMarkIsGone();
    void sendNowEndsTheNewest();
    void withoutTheLinkThereIsNoTime();
    void afterAStartItIsThereAgain();

private:
    HeldScreen *held() const { return m_office->desk.held(); }
    QStringList jobs(int first, int last) const
    {
        QStringList ids;
        for (int n = first; n <= last; ++n)
            ids.append(job(n).toString());
        return ids;
    }
    std::unique_ptr<Office> m_office;
};

void HeldScreenTest::init()
{
    m_office = std::make_unique<Office>();
    m_office->signIn();
    m_office->gateway.now = noon;
    m_office->gateway.hold = undoHold;
    for (int n = 1; n <= 5; ++n)
        m_office->put(m_office->makeJob(n));
}

void HeldScreenTest::theNewestIsUndoneFirst()
{
    QVERIFY(!held()->undo());
    QSignalSpy changed(held(), &HeldScreen::changed);
    m_office->ask("jobs.pause", job(1));
    m_office->ask("jobs.priority", job(2), 1);
    QCOMPARE(held()->count(), 2);
    QCOMPARE(held()->verb(), QStringLiteral("jobs.priority"));
    QCOMPARE(held()->untilMs(), double(toMillis(noon + undoHold)));
    QVERIFY(changed.size() >= 2);
    QVERIFY(held()->undo());
    QCOMPARE(held()->verb(), QStringLiteral("jobs.pause"));
    QVERIFY(held()->undo());
    QVERIFY(!held()->undo());
    for (const ActionStatus &action : m_office->gateway.actions())
        QCOMPARE(action.phase, ActionStatus::Phase::Cancelled);
}

void HeldScreenTest::aBulkIsOne()
{
    m_office->ask("jobs.pause", jobs(1, 3));
    QCOMPARE(held()->count(), 1);
    QCOMPARE(held()->things(), 3);
    const BulksModel *model = m_office->desk.bulk()->model();
    QCOMPARE(model->data(model->index(0), BulksModel::HeldRole).toInt(), 3);
    QVERIFY(held()->undo());
    QCOMPARE(held()->count(), 0);
    QCOMPARE(m_office->gateway.bulks().at(0).untouched, 3);
    QCOMPARE(model->data(model->index(0), BulksModel::HeldRole).toInt(), 0);
}

void HeldScreenTest::sentItCannotBeUndone()
{
    m_office->ask("jobs.pause", job(1));
    const ActionId id = m_office->gateway.actions()[0].id;
    m_office->gateway.retryNow(id);
    QCOMPARE(held()->count(), 0);
    QVERIFY(!held()->undo());
    QCOMPARE(m_office->gateway.actions()[0].phase, ActionStatus::Phase::Waiting);
}

void HeldScreenTest::undoneTheMarkIsGone()
{
    QSignalSpy told(m_office->desk.actions(), &ActionsScreen::announced);
    m_office->ask("jobs.pause", job(1));
    const ActionsScreen *actions = m_office->desk.actions();
    QCOMPARE(actions->whyNotFor(QStringLiteral("jobs.pause"), job(1).toString()), QStringLiteral("pending"));
    QVERIFY(actions->model()->data(actions->model()->index(0), ActionsModel::HeldRole).toBool());
    held()->undo();
    QCOMPARE(actions->whyNotFor(QStringLiteral("jobs.pause"), job(1).toString()), QString());
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toString(), QStringLiteral("cancelled"));
}

void HeldScreenTest::sendNowEndsTheNewest()
{
    m_office->ask("jobs.pause", jobs(1, 3));
    held()->sendNow();
    QCOMPARE(held()->count(), 0);
    QCOMPARE(m_office->gateway.retriedBulks.size(), size_t(1));
}

void HeldScreenTest::withoutTheLinkThereIsNoTime()
{
    ActionStatus status;
    status.id = ActionId(QUuid::createUuid());
    status.command.verb = Command::Verb::PauseJob;
    status.command.job = job(1);
    status.hold = undoHold;
    Q_EMIT m_office->gateway.changed(status);
    QCOMPARE(held()->count(), 1);
    QCOMPARE(held()->untilMs(), 0.0);
    status.heldUntil = noon;
    Q_EMIT m_office->gateway.changed(status);
    QCOMPARE(held()->count(), 1);
    QVERIFY(held()->untilMs() > 0);
}

void HeldScreenTest::afterAStartItIsThereAgain()
{
    m_office->ask("jobs.pause", job(1));
    m_office->ask("jobs.pause", jobs(2, 4));
    HeldScreen next(m_office->gateway);
    QCOMPARE(next.count(), 2);
    QVERIFY(next.undo());
    QCOMPARE(next.count(), 1);
    m_office->gateway.forgetAll();
    m_office->session.signOut();
    QCOMPARE(held()->count(), 0);
}

QTEST_GUILESS_MAIN(HeldScreenTest)
#include "held_screen_test.moc"
