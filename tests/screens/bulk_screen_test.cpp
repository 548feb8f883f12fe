// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/bulk_screen.h"

#include "models/screens/actions_screen.h"
#include "models/tables/actions_model.h"
#include "models/tables/bulks_model.h"
#include "models/tables/refusals_model.h"
#include "tests/screens/fake_doors.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;

class BulkScreenTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void asksOnlyForWhatIsPossible();
    void aRoleThatMayNotAsksNothing();
    void priorityAndItsAbsence();
    void oneRowForTheWhole();
    void buttonsReachTheGateway();
    void listsWhatWasRefused();
    void refusalsOfASingleAction();
    void saysOnceHowItEnded();
    void forgetsWithTheAccount();
    void rowsCarryTheirMark();

private:
    QVariant value(int row, int role) const
    {
        const BulksModel *model = m_office->desk.bulk()->model();
        return model->data(model->index(row), role);
    }
    QStringList jobs(int count) const
    {
        QStringList ids;
        for (int n = 1; n <= count; ++n)
            ids.append(job(n).toString());
        return ids;
    }
    BulkId askPause(int count)
    {
        m_office->ask("jobs.pause", jobs(count));
        return m_office->gateway.bulks().back().id;
    }

    std::unique_ptr<Office> m_office;
    std::unique_ptr<QAbstractItemModelTester> m_rows, m_lines;
};

void BulkScreenTest::init()
{
    m_rows.reset();
    m_lines.reset();
    m_office = std::make_unique<Office>();
    const auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;
    m_rows = std::make_unique<QAbstractItemModelTester>(m_office->desk.bulk()->model(), fatal);
    m_lines = std::make_unique<QAbstractItemModelTester>(m_office->desk.bulk()->refusals(), fatal);
    m_office->signIn();
    for (int n = 1; n <= 4; ++n)
        m_office->put(m_office->makeJob(n));
}

void BulkScreenTest::asksOnlyForWhatIsPossible()
{
    BulkScreen *bulk = m_office->desk.bulk();
    m_office->put(m_office->makeJob(2, JobState::Paused));
    m_office->ask("jobs.pause", job(3));
    const QString pause = QStringLiteral("jobs.pause");
    QCOMPARE(bulk->offer(pause, jobs(4)).count, 2); // one is paused, one is asked for already
    QVERIFY(m_office->ask("jobs.pause", jobs(4) << QStringLiteral("nonsense")));
    QCOMPARE(m_office->gateway.bulks().at(0).total, 2);
    QVERIFY(!m_office->ask("jobs.pause", job(2)));
    QVERIFY(!m_office->ask("jobs.pause", jobs(4))); // all of them pending now
    QVERIFY(!m_office->ask("jobs.explode", jobs(4)));
    QCOMPARE(m_office->gateway.bulks().size(), size_t(1));
    m_office->put(m_office->makeSubmission(5, 1, SubmissionState::Failed));
    m_office->put(m_office->makeSubmission(6, 1, SubmissionState::Approved));
    QVERIFY(m_office->ask("submissions.skip", {submission(5).toString(), submission(6).toString()}));
    QVERIFY(m_office->gateway.actions().back().command.submissions == std::vector{submission(5)});
}

void BulkScreenTest::aRoleThatMayNotAsksNothing()
{
    m_office->signIn(Role::Support);
    QCOMPARE(m_office->desk.bulk()->offer(QStringLiteral("jobs.cancel"), jobs(4)).count, 0);
    QSignalSpy denied(m_office->desk.bulk(), &BulkScreen::denied);
    QVERIFY(!m_office->ask("jobs.cancel", jobs(4)));
    QCOMPARE(denied.at(0).at(1).toString(), QStringLiteral("role:admin"));
    QVERIFY(m_office->gateway.actions().empty());
}

void BulkScreenTest::priorityAndItsAbsence()
{
    QVERIFY(m_office->ask("jobs.priority", job(1), 0));
    QCOMPARE(m_office->gateway.actions().back().command.priorityOverride, std::optional(0));
    QVERIFY(m_office->ask("jobs.priority", job(2)));
    QVERIFY(!m_office->gateway.actions().back().command.priorityOverride.has_value());
}

void BulkScreenTest::oneRowForTheWhole()
{
    const BulkId id = askPause(3);
    QCOMPARE(m_office->desk.bulk()->model()->count(), 1);
    QCOMPARE(m_office->desk.actions()->model()->count(), 0); // its parts are not listed by themselves
    QCOMPARE(m_office->desk.bulk()->waiting(), 1);
    QCOMPARE(value(0, BulksModel::TotalRole).toInt(), 3);
    m_office->gateway.settlePart(id, ActionStatus::Phase::Applied);
    QCOMPARE(value(0, BulksModel::AppliedRole).toInt(), 1);
    QCOMPARE(value(0, BulksModel::UnsentRole).toInt(), 2);
    m_office->gateway.settlePart(id, ActionStatus::Phase::Refused);
    m_office->gateway.settlePart(id, ActionStatus::Phase::Applied);
    QCOMPARE(value(0, BulksModel::PhaseRole).toInt(), int(BulksModel::Finished));
    QVERIFY(value(0, BulksModel::SettledRole).toBool());
    QCOMPARE(m_office->desk.bulk()->waiting(), 0);
    QCOMPARE(m_office->desk.bulk()->refused(), 1);
    QVERIFY(!value(7, BulksModel::PhaseRole).isValid());
}

void BulkScreenTest::buttonsReachTheGateway()
{
    BulkScreen *bulk = m_office->desk.bulk();
    const QString id = askPause(3).toString();
    bulk->pause(id);
    QCOMPARE(value(0, BulksModel::PhaseRole).toInt(), int(BulksModel::Paused));
    bulk->resume(id);
    QCOMPARE(value(0, BulksModel::PhaseRole).toInt(), int(BulksModel::Waiting));
    bulk->retryNow(id);
    QCOMPARE(m_office->gateway.retriedBulks.size(), size_t(1));
    QVERIFY(bulk->renew(id));
    bulk->abort(id);
    QCOMPARE(value(0, BulksModel::PhaseRole).toInt(), int(BulksModel::Aborted));
    QCOMPARE(value(0, BulksModel::UntouchedRole).toInt(), 3);
    bulk->dismiss(id);
    QCOMPARE(bulk->model()->count(), 0);
}

void BulkScreenTest::listsWhatWasRefused()
{
    BulkScreen *bulk = m_office->desk.bulk();
    QSignalSpy reset(bulk->refusals(), &QAbstractItemModel::modelReset);
    const BulkId id = askPause(4);
    bulk->setRefusalsOf(id.toString());
    QCOMPARE(bulk->refusals()->count(), 0);
    Error no;
    no.code = QStringLiteral("state");
    no.message = QStringLiteral("<b>It is completed.</b>");
    m_office->gateway.settlePart(id, ActionStatus::Phase::Refused, no);
    m_office->gateway.settlePart(id, ActionStatus::Phase::Applied);
    m_office->gateway.settlePart(id, ActionStatus::Phase::Refused, no);
    QCOMPARE(bulk->refusals()->count(), 2);
    QCOMPARE(reset.size(), 0); // lines come, those read stay
    const RefusalsModel *lines = bulk->refusals();
    QCOMPARE(lines->data(lines->index(1), RefusalsModel::TargetIdRole).toString(), job(3).toString());
    QCOMPARE(lines->data(lines->index(1), RefusalsModel::MessageRole).toString(), no.message);
    QVERIFY(bulk->refusalsText().contains(job(1).toString()));
    QCOMPARE(bulk->refusalsText().count(u'\n'), 2);
    m_office->gateway.dismissBulk(id);
    QCOMPARE(bulk->refusalsOf(), QString());
    QCOMPARE(lines->count(), 0);
}

void BulkScreenTest::refusalsOfASingleAction()
{
    BulkScreen *bulk = m_office->desk.bulk();
    m_office->put(m_office->makeSubmission(5, 1, SubmissionState::Failed));
    m_office->ask("jobs.retry-failed", job(1));
    const ActionId id = m_office->gateway.actions()[0].id;
    bulk->setRefusalsOf(id.toString());
    m_office->gateway.settle(id, ActionStatus::Phase::PartlyApplied, 3,
                             {{submission(5).toString(), QStringLiteral("state"), QString()}});
    QCOMPARE(bulk->refusals()->count(), 1);
    const RefusalsModel *lines = bulk->refusals();
    QCOMPARE(lines->data(lines->index(0), RefusalsModel::MessageRole).toString(), QStringLiteral("state"));
    QVERIFY(!lines->data(lines->index(0), RefusalsModel::TargetTextRole).toString().isEmpty());
}

void BulkScreenTest::saysOnceHowItEnded()
{
    QSignalSpy whole(m_office->desk.bulk(), &BulkScreen::announced);
    QSignalSpy parts(m_office->desk.actions(), &ActionsScreen::announced);
    const BulkId id = askPause(3);
    m_office->gateway.settlePart(id, ActionStatus::Phase::Applied);
    m_office->gateway.settlePart(id, ActionStatus::Phase::Refused);
    QCOMPARE(whole.size(), 0);
    m_office->gateway.abortBulk(id);
    m_office->gateway.pauseBulk(id);
    QCOMPARE(whole.size(), 1);
    QCOMPARE(whole[0], (QVariantList{QStringLiteral("aborted"), QStringLiteral("jobs.pause"), 1, 1, 1}));
    QCOMPARE(parts.size(), 0);
}

void BulkScreenTest::forgetsWithTheAccount()
{
    askPause(3);
    m_office->gateway.forgetAll();
    m_office->session.signOut();
    QCOMPARE(m_office->desk.bulk()->model()->count(), 0);
}

void BulkScreenTest::rowsCarryTheirMark()
{
    const BulkId id = askPause(2);
    QCOMPARE(m_office->desk.actions()->whyNotFor(QStringLiteral("jobs.pause"), job(2).toString()),
             QStringLiteral("pending"));
    m_office->gateway.settlePart(id, ActionStatus::Phase::Applied);
    m_office->gateway.settlePart(id, ActionStatus::Phase::Applied);
    QCOMPARE(m_office->desk.actions()->whyNotFor(QStringLiteral("jobs.pause"), job(2).toString()), QString());
}

QTEST_GUILESS_MAIN(BulkScreenTest)
#include "bulk_screen_test.moc"
