// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/actions_screen.h"
#include "models/screens/job_screen.h"
#include "models/tables/actions_model.h"
#include "tests/screens/fake_doors.h"

#include <QSignalSpy>
#include <QtTest>

using namespace bolt;
using namespace bolt::test;

class ActionsScreenTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void permissionTable_data();
    void permissionTable();
    void signedOutMayNothing();
    void eachButtonSendsItsCommand();
    void noSecondPress();
    void viewerSendsNothing();
    void stateOfTheTarget_data();
    void stateOfTheTarget();
    void announcesAfterTheAnswerAndOnce();
    void oldAnswersAreNoNews();
    void outboxButtons();
    void revisionRises();
};

void ActionsScreenTest::permissionTable_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("least");
    const auto row = [](const char *verb, const char *least) {
        QTest::newRow(verb) << QString::fromLatin1(verb) << QString::fromLatin1(least);
    };
    row("submissions.retry", "support"); // contracts/domain.md "Roles"
    row("submissions.skip", "support");
    row("submissions.verify", "support");
    row("jobs.retry-failed", "support");
    row("jobs.pause", "manager");
    row("jobs.resume", "manager");
    row("jobs.priority", "manager");
    row("jobs.cancel", "admin");
}

void ActionsScreenTest::permissionTable()
{
    QFETCH(QString, verb);
    QFETCH(QString, least);
    Office office;
    const ActionsScreen *screen = office.desk.actions();
    for (const Role role : {Role::Viewer, Role::Support, Role::Manager, Role::Admin}) {
        office.signIn(role);
        const bool may = role >= roleFromWord(least);
        QCOMPARE(screen->can(verb), may);
        QCOMPARE(screen->whyNot(verb), may ? QString() : QStringLiteral("role:") + least);
    }
}

void ActionsScreenTest::signedOutMayNothing()
{
    Office office;
    QCOMPARE(office.desk.actions()->whyNot(QStringLiteral("jobs.pause")), QStringLiteral("signed-out"));
    office.signIn();
    QCOMPARE(office.desk.actions()->whyNot(QStringLiteral("jobs.pause")), QString());
    QCOMPARE(office.desk.actions()->whyNot(QStringLiteral("jobs.explode")), QStringLiteral("unknown-verb"));
    office.session.become(Session::State::Expired, QStringLiteral("mk@example.com"));
    QCOMPARE(office.desk.actions()->whyNot(QStringLiteral("jobs.pause")), QStringLiteral("signed-out"));
}

void ActionsScreenTest::eachButtonSendsItsCommand()
{
    using Verb = Command::Verb;
    Office office;
    office.signIn();
    office.put(office.makeJob(1));
    office.put(office.makeJob(2, JobState::Paused));
    office.put(office.makeSubmission(5, 1, SubmissionState::Failed));
    office.put(office.makeSubmission(6, 1, SubmissionState::NeedsVerification));
    office.put(office.makeSubmission(7, 2, SubmissionState::Failed));
    QVERIFY(office.ask("submissions.retry", submission(5)));
    QVERIFY(office.ask("submissions.skip", submission(5)));
    QVERIFY(office.ask("submissions.verify", submission(6)));
    QVERIFY(office.ask("jobs.retry-failed", job(2)));
    QVERIFY(office.ask("jobs.pause", job(1)));
    QVERIFY(office.ask("jobs.resume", job(2)));
    QVERIFY(office.ask("jobs.cancel", job(1)));
    QVERIFY(office.ask("jobs.priority", job(1), 7));
    const auto sent = office.gateway.actions();
    const Verb verbs[]{Verb::RetrySubmissions, Verb::SkipSubmissions, Verb::VerifySubmissions, Verb::RetrySubmissions,
                       Verb::PauseJob,         Verb::ResumeJob,       Verb::CancelJob,         Verb::ChangePriority};
    QCOMPARE(sent.size(), std::size(verbs));
    for (size_t i = 0; i < sent.size(); ++i) {
        QCOMPARE(int(sent[i].command.verb), int(verbs[i]));
        QVERIFY(!sent[i].bulk); // one thing is no bulk action
        QCOMPARE(sent[i].command.submissions.size(), size_t(i < 4 ? 1 : 0));
        QCOMPARE(sent[i].command.job, i < 4 ? JobId() : i == 5 ? job(2) : job(1));
    }
    QCOMPARE(sent[3].command.submissions.front(), submission(7)); // of the job, by name
    QCOMPARE(sent.back().command.priorityOverride, std::optional(7));
    office.gateway.settle(sent.back().id, ActionStatus::Phase::Applied);
    QVERIFY(office.ask("jobs.priority", job(1)));
    QVERIFY(!office.gateway.actions().back().command.priorityOverride.has_value());
}

void ActionsScreenTest::noSecondPress()
{
    Office office;
    office.signIn();
    office.put(office.makeJob(1));
    office.put(office.makeJob(2));
    ActionsScreen *screen = office.desk.actions();
    QVERIFY(office.ask("jobs.pause", job(1)));
    QVERIFY(!office.ask("jobs.pause", job(1)));
    QVERIFY(!office.ask("jobs.pause", QStringList{job(1).toString().toUpper()}));
    QVERIFY(office.ask("jobs.pause", job(2)));
    QVERIFY(office.ask("jobs.cancel", job(1))); // another verb is another wish
    QCOMPARE(office.gateway.actions().size(), size_t(3));
    QCOMPARE(screen->whyNotFor(QStringLiteral("jobs.pause"), job(1).toString()), QStringLiteral("pending"));
    office.gateway.settle(office.gateway.actions()[0].id, ActionStatus::Phase::Refused);
    QVERIFY(office.ask("jobs.pause", job(1)));
}

void ActionsScreenTest::viewerSendsNothing()
{
    Office office;
    office.signIn(Role::Viewer);
    office.put(office.makeJob(1));
    office.put(office.makeSubmission(5, 1, SubmissionState::Failed));
    QSignalSpy denied(office.desk.actions(), &ActionsScreen::denied),
        deniedAsking(office.desk.bulk(), &BulkScreen::denied);
    QVERIFY(!office.ask("submissions.retry", submission(5)));
    QVERIFY(!office.ask("jobs.pause", job(1)));
    QVERIFY(office.desk.actions()->denies(QStringLiteral("jobs.cancel"), job(1).toString()));
    QCOMPARE(deniedAsking.size(), 2);
    QCOMPARE(deniedAsking[0], QVariantList({QStringLiteral("submissions.retry"), QStringLiteral("role:support")}));
    QCOMPARE(denied.size(), 1);
    QCOMPARE(denied[0][0].toString(), QStringLiteral("jobs.cancel"));
    office.signIn(Role::Admin);
    QVERIFY(!office.desk.actions()->denies(QStringLiteral("jobs.cancel"), job(1).toString()));
    QVERIFY(office.desk.actions()->denies(QStringLiteral("jobs.resume"), job(1).toString()));
    QCOMPARE(denied.last()[1].toString(), QStringLiteral("state"));
    office.signIn(Role::Support);
    QVERIFY(!office.ask("jobs.pause", job(1)));
    QVERIFY(office.gateway.actions().empty());
    QVERIFY(!office.ask("submissions.retry", QStringList{QStringLiteral("nonsense")}));
    QVERIFY(!office.ask("submissions.retry", submission(6))); // not here
    QVERIFY(office.gateway.actions().empty());
}

void ActionsScreenTest::stateOfTheTarget_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("allowed"); // of the states in their order
    const auto row = [](const char *verb, const char *allowed) {
        QTest::newRow(verb) << QString::fromLatin1(verb) << QString::fromLatin1(allowed);
    };
    // pending submitting submitted approved rejected failed skipped needs_verification unknown
    row("submissions.retry", ".....x...");
    row("submissions.skip", "x....x...");
    row("submissions.verify", ".......x.");
    // pending in_progress paused completed failed cancelled unknown
    row("jobs.pause", "xx.....");
    row("jobs.resume", "..x.x..");
    row("jobs.cancel", "xxx....");
    row("jobs.priority", "xxx.x..");
    row("jobs.retry-failed", "nnnnn.n");
}

void ActionsScreenTest::stateOfTheTarget()
{
    QFETCH(QString, verb);
    QFETCH(QString, allowed);
    Office office;
    office.signIn();
    const bool ofJob = verb.startsWith(u"jobs.");
    for (int state = 0; state < allowed.size(); ++state) {
        if (ofJob)
            office.put(office.makeJob(1, JobState(state)));
        else
            office.put(office.makeSubmission(5, 1, SubmissionState(state)));
        const QString why =
            office.desk.actions()->whyNotFor(verb, ofJob ? job(1).toString() : submission(5).toString());
        const bool noFailure = verb == u"jobs.retry-failed" && allowed[state] == u'n';
        QCOMPARE(why, allowed[state] == u'x' ? QString()
                      : noFailure            ? QStringLiteral("nothing-failed")
                                             : QStringLiteral("state"));
    }
    if (verb == u"jobs.retry-failed") {
        office.put(office.makeJob(1));
        office.put(office.makeSubmission(6, 1, SubmissionState::NeedsVerification));
        QCOMPARE(office.desk.actions()->whyNotFor(verb, job(1).toString()), QStringLiteral("person"));
        office.put(office.makeSubmission(5, 1, SubmissionState::Failed));
        QCOMPARE(office.desk.actions()->whyNotFor(verb, job(1).toString()), QString());
        office.put(office.makeJob(1, JobState::Failed));
        QCOMPARE(office.desk.actions()->whyNotFor(verb, job(1).toString()), QString());
        office.put(office.makeJob(1, JobState::Completed));
        QCOMPARE(office.desk.actions()->whyNotFor(verb, job(1).toString()), QString());
        office.put(office.makeJob(1, JobState::Cancelled));
        QCOMPARE(office.desk.actions()->whyNotFor(verb, job(1).toString()), QStringLiteral("state"));
    }
}

void ActionsScreenTest::announcesAfterTheAnswerAndOnce()
{
    Office office;
    office.signIn();
    office.put(office.makeJob(1));
    ActionsScreen *screen = office.desk.actions();
    QSignalSpy spy(screen, &ActionsScreen::announced);
    office.put(office.makeSubmission(1, 1, SubmissionState::Failed));
    office.ask("jobs.retry-failed", job(1));
    const ActionId id = office.gateway.actions()[0].id;
    office.gateway.settle(id, ActionStatus::Phase::Sending, 0);
    office.gateway.settle(id, ActionStatus::Phase::Unknown, 0);
    QCOMPARE(spy.size(), 0);
    QCOMPARE(screen->waiting(), 1);
    office.gateway.settle(id, ActionStatus::Phase::PartlyApplied, 11,
                          {{submission(1).toString(), QStringLiteral("state"), QStringLiteral("it is approved")}});
    office.gateway.settle(id, ActionStatus::Phase::PartlyApplied, 11);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0], (QVariantList{QStringLiteral("partly"), QStringLiteral("submissions.retry"), 11, 1,
                                   QStringLiteral("it is approved")}));
    QCOMPARE(screen->waiting(), 0);
    QCOMPARE(screen->refused(), 1);

    office.ask("jobs.pause", job(1));
    Error error;
    error.message = QStringLiteral("<b>only managers</b>");
    office.gateway.settle(office.gateway.actions()[1].id, ActionStatus::Phase::Refused, 0, {}, error);
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy[1][0].toString(), QStringLiteral("refused"));
    QCOMPARE(spy[1][4].toString(), error.message);
}

void ActionsScreenTest::oldAnswersAreNoNews()
{
    Office office;
    office.signIn();
    office.put(office.makeJob(1));
    office.ask("jobs.pause", job(1));
    office.gateway.settle(office.gateway.actions()[0].id, ActionStatus::Phase::Refused);
    office.desk.actions()->reload(); // as after a start: the outbox still has it
    QSignalSpy spy(office.desk.actions(), &ActionsScreen::announced);
    office.gateway.settle(office.gateway.actions()[0].id, ActionStatus::Phase::Refused);
    QCOMPARE(spy.size(), 0);
}

void ActionsScreenTest::outboxButtons()
{
    Office office;
    office.signIn();
    office.put(office.makeJob(1));
    ActionsScreen *screen = office.desk.actions();
    office.ask("jobs.pause", job(1));
    const ActionId id = office.gateway.actions()[0].id;
    screen->retryAction(id.toString());
    QCOMPARE(office.gateway.retried.size(), size_t(1));
    QVERIFY(screen->cancelAction(id.toString()));
    QVERIFY(!screen->cancelAction(id.toString()));
    QCOMPARE(screen->model()->count(), 1);
    screen->dismissAction(id.toString());
    QCOMPARE(screen->model()->count(), 0);
}

void ActionsScreenTest::revisionRises()
{
    Office office;
    ActionsScreen *screen = office.desk.actions();
    const auto rises = [&](auto act) {
        const int before = screen->revision();
        act();
        return screen->revision() > before;
    };
    QVERIFY(rises([&] { office.signIn(); }));
    office.put(office.makeJob(1));
    QVERIFY(rises([&] { office.ask("jobs.pause", job(1)); }));
    QVERIFY(rises([&] { office.gateway.settle(office.gateway.actions()[0].id, ActionStatus::Phase::Applied); }));
    office.ticker.step();
    QVERIFY(rises([&] { // the record often comes after the answer
        office.put(office.makeJob(1, JobState::Paused));
        office.ticker.step();
    }));
    QVERIFY(!rises([&] {
        Job j = office.makeJob(1, JobState::Paused);
        j.worker = WorkerId(QStringLiteral("w-1"));
        office.put(j);
        office.ticker.step();
    }));
    office.desk.job()->show(job(1).toString());
    QVERIFY(rises([&] {
        office.put(office.makeSubmission(5, 1, SubmissionState::Failed));
        office.ticker.step();
    }));
}

QTEST_GUILESS_MAIN(ActionsScreenTest)
#include "actions_screen_test.moc"
