// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/actions_model.h"
#include "models/tables/attempts_model.h"
#include "models/tables/job_facts.h"
#include "models/tables/mosaic_model.h"
#include "models/tables/pending_marks.h"
#include "models/tables/table_health_model.h"
#include "models/tables/workers_model.h"
#include "tests/tables/board.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>
#include <random>

using namespace bolt;
using namespace bolt::test;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto mode = Tester::FailureReportingMode::QtTest;

Command commandFor(Command::Verb verb, std::vector<SubmissionId> submissions)
{
    Command command;
    command.verb = verb;
    command.submissions = std::move(submissions);
    return command;
}

} // namespace

/// Mosaic, attempts, outbox rows, table health, pending marks.
class SmallTablesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mosaicFollowsItsJob();
    void mosaicFindsTheNextFailed();
    void mosaicSurvivesRandomDeltas();
    void mosaicFrozen();
    void attemptsGrowOnTop();
    void actionsFollowTheOutbox();
    void tableHealth();
    void whatMendsATable();
    void workersByName();
    void marksFollowTheActions();
    void marksOfABatch();
    void retryMarksTheJobToo();
};

void SmallTablesTest::mosaicFollowsItsJob()
{
    Board board;
    board.furnish();
    MosaicModel model(board.store, board.ticker);
    Tester tester(&model, mode);
    board.put(std::vector{board.makeSubmission(1, 1), board.makeSubmission(2, 1), board.makeSubmission(3, 2)}, true);
    model.setJob(job(1));
    QCOMPARE(model.count(), 2);
    QCOMPARE(model.idAt(1), submission(2).toString());
    QCOMPARE(model.indexOf(submission(2).toString()), 1);
    QCOMPARE(model.bucketAt(7), -1);

    QSignalSpy cells(&model, &MosaicModel::cellsChanged), inserted(&model, &QAbstractItemModel::rowsInserted);
    Submission s = board.makeSubmission(2, 1, SubmissionState::Approved);
    board.put(s);
    board.put(board.makeSubmission(3, 2, SubmissionState::Approved)); // another job's
    board.put(board.makeSubmission(4, 1));
    QCOMPARE(model.bucketAt(1), int(MosaicModel::Waiting));
    board.ticker.step();
    QCOMPARE(cells.size(), 1);
    QCOMPARE(cells[0][0].toInt(), 1);
    QCOMPARE(cells[0][1].toInt(), 1);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.bucketAt(1), int(MosaicModel::Approved));
    QCOMPARE(model.data(model.index(2), MosaicModel::DirectoryRole).toString(), QStringLiteral("dir4.example"));
    board.put(s);
    board.ticker.step();
    QCOMPARE(cells.size(), 1); // nothing new, nothing told
    board.drop<Submission>(submission(1));
    board.ticker.step();
    QCOMPARE(model.count(), 2);
    model.setJob({});
    QCOMPARE(model.count(), 0);
}

void SmallTablesTest::mosaicFindsTheNextFailed()
{
    Board board;
    MosaicModel model(board.store, board.ticker);
    for (int n = 0; n < 8; ++n) {
        Submission s = board.makeSubmission(n, 1);
        if (n == 2 || n == 5)
            board.settle(s, SubmissionState::Failed, noon,
                         n == 2 ? QStringLiteral("CAPTCHA") : QStringLiteral("VALIDATION"));
        board.put(s, true);
    }
    QCOMPARE(model.nextFailed(-1, 1), -1);
    model.setJob(job(1));
    QCOMPARE(model.nextFailed(-1, 1), 2);
    QCOMPARE(model.nextFailed(2, 1), 5);
    QCOMPARE(model.nextFailed(5, 1), 2);
    QCOMPARE(model.nextFailed(2, -1), 5);
    QCOMPARE(model.nextFailed(8, -1), 5);
}

void SmallTablesTest::mosaicSurvivesRandomDeltas()
{
    std::mt19937 random(5);
    const auto die = [&](int sides) { return int(random() % unsigned(sides)); };
    Board board;
    board.furnish();
    MosaicModel model(board.store, board.ticker);
    Tester tester(&model, mode);
    model.setJob(job(1));
    for (int round = 0; round < 500; ++round) {
        const int n = die(60);
        if (die(8) == 0)
            board.drop<Submission>(submission(n));
        else
            board.put(board.makeSubmission(n, 1 + die(5) / 4, SubmissionState(die(9))), die(2) == 0);
        if (die(3))
            continue;
        board.ticker.step();
        const auto ids = board.store.submissionsOf(job(1));
        QCOMPARE(model.count(), int(ids.size()));
        for (int i = 0; i < model.count(); ++i) {
            QVERIFY(model.at(i) == ids[size_t(i)]);
            QCOMPARE(model.bucketAt(i), int(bucketOf(*board.store.submissions().find(ids[size_t(i)]))));
            QCOMPARE(model.indexOf(model.idAt(i)), i);
        }
    }
}

void SmallTablesTest::mosaicFrozen()
{
    Board board;
    MosaicModel model(board.store, board.ticker);
    board.put(board.makeSubmission(1, 1));
    model.setJob(job(1));
    model.setFrozen(true);
    board.put(board.makeSubmission(1, 1, SubmissionState::Approved));
    board.put(board.makeSubmission(2, 1));
    board.ticker.step();
    QCOMPARE(model.count(), 1);
    QCOMPARE(model.bucketAt(0), int(MosaicModel::Waiting));
    model.setFrozen(false);
    QCOMPARE(model.count(), 2);
    QCOMPARE(model.bucketAt(0), int(MosaicModel::Approved));
}

void SmallTablesTest::attemptsGrowOnTop()
{
    QObject owner;
    AttemptsModel model(&owner);
    Tester tester(&model, mode);
    const Attempt first{noon, 1, QStringLiteral("TIMEOUT"), QStringLiteral("no answer"), QStringLiteral("{}")};
    const Attempt second{noon + Seconds(9), 2, QStringLiteral("CAPTCHA"), QStringLiteral("<b>hCaptcha</b>"), {}};
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setAttempts({first});
    QCOMPARE(reset.size(), 1);
    model.setAttempts({second, first});
    QCOMPARE(reset.size(), 1); // what is read stays
    QCOMPARE(model.count(), 2);
    QCOMPARE(model.data(model.index(0), AttemptsModel::MessageRole).toString(), QStringLiteral("<b>hCaptcha</b>"));
    QCOMPARE(model.data(model.index(1), AttemptsModel::AtRole).toDouble(), double(toMillis(noon)));
    model.setAttempts({});
    QCOMPARE(model.count(), 0);
}

void SmallTablesTest::actionsFollowTheOutbox()
{
    Board board;
    board.furnish();
    board.put(board.makeJob(3), true);
    board.put(board.makeSubmission(4, 3), true);
    ActionsModel model(board.store, board.gateway);
    Tester tester(&model, mode);
    const auto value = [&](int row, int role) { return model.data(model.index(row), role); };
    Command cancel;
    cancel.verb = Command::Verb::CancelJob;
    cancel.job = job(3);
    const ActionId a = board.gateway.submit(commandFor(Command::Verb::RetrySubmissions, {submission(4)}));
    const ActionId b = board.gateway.submit(cancel);
    const ActionId c = board.gateway.submit(commandFor(Command::Verb::SkipSubmissions, {submission(4), submission(5)}));
    QCOMPARE(model.count(), 3);
    QCOMPARE(model.waiting(), 3);
    QCOMPARE(value(0, ActionsModel::VerbRole).toString(), QStringLiteral("submissions.retry"));
    QCOMPARE(value(0, ActionsModel::TargetTextRole).toString(), QStringLiteral("dir4.example"));
    QCOMPARE(value(1, ActionsModel::TargetTextRole).toString(), QStringLiteral("Customer 003"));
    QCOMPARE(value(2, ActionsModel::TargetTextRole).toString(), QString());
    QCOMPARE(value(2, ActionsModel::TargetCountRole).toInt(), 2);
    board.gateway.settle(c, ActionStatus::Phase::PartlyApplied, 1,
                         {{submission(5).toString(), QStringLiteral("state"), QStringLiteral("already approved")}});
    QCOMPARE(model.refused(), 1);
    QCOMPARE(value(2, ActionsModel::RejectedTextRole).toString(), QStringLiteral("already approved"));
    board.gateway.dismiss(a);
    QCOMPARE(model.count(), 2);
    QCOMPARE(value(0, ActionsModel::ActionIdRole).toString(), b.toString());
    board.gateway.settle(b, ActionStatus::Phase::Applied);
    QCOMPARE(value(0, ActionsModel::PhaseRole).toInt(), int(ActionsModel::Applied));
    QCOMPARE(model.waiting(), 0);
    board.gateway.forgetAll();
    model.reload();
    QCOMPARE(model.count(), 0);
}

void SmallTablesTest::tableHealth()
{
    QObject owner;
    TableHealthModel model(&owner);
    Tester tester(&model, mode);
    QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
    std::array<TableHealth, tableCount> tables;
    tables[5].rows = 10412;
    tables[5].complete = true;
    model.setTables(tables);
    model.setTables(tables);
    QCOMPARE(spy.size(), 1);
    const auto value = [&](int row, int role) { return model.data(model.index(row), role); };
    QCOMPARE(value(5, TableHealthModel::NameRole).toString(), QStringLiteral("directory_submissions"));
    QCOMPARE(value(5, TableHealthModel::RowsHeldRole).toDouble(), 10412.0);
    QCOMPARE(value(0, TableHealthModel::ExpectedRole).toDouble(), -1.0);
    tables[5].unreadable = 3;
    tables[5].unreadableFirst = QStringLiteral("after a: id");
    model.setTables(tables);
    QCOMPARE(value(5, TableHealthModel::UnreadableRole).toInt(), 3);
    QCOMPARE(value(5, TableHealthModel::UnreadableFirstRole).toString(), QStringLiteral("after a: id"));

    const auto expected = [&](qint64 rows, qint64 atServer, bool complete) {
        tables[3].rows = rows;
        tables[3].expected = atServer;
        tables[3].complete = complete;
        model.setTables(tables);
        return value(3, TableHealthModel::ExpectedRole).toDouble();
    };
    QCOMPARE(expected(24, 30, false), 30.0);
    QCOMPARE(expected(24, 0, false), -1.0); // workers that came after they were counted: not 24 of 0
    QCOMPARE(expected(24, -1, false), -1.0);
    QCOMPARE(expected(24, 24, false), -1.0);
    QCOMPARE(expected(24, 30, true), -1.0); // all is here; since then some went
}

/// live.sql makes no table of the business's own.
void SmallTablesTest::whatMendsATable()
{
    QObject owner;
    TableHealthModel model(&owner);
    std::array<TableHealth, tableCount> tables;
    for (TableHealth &table : tables)
        table.unpublished = true;
    for (const Table absent : {Table::Workers, Table::Attempts})
        tables[size_t(absent)].absent = true;
    model.setTables(tables);
    const auto mend = [&](Table table) {
        return model.data(model.index(int(table)), TableHealthModel::MendRole).toString();
    };
    QCOMPARE(mend(Table::Jobs), QStringLiteral("alter publication supabase_realtime add table public.jobs;"));
    QCOMPARE(mend(Table::Workers), QString());
    QVERIFY(mend(Table::Attempts).endsWith(QStringLiteral("live.sql")));
}

void SmallTablesTest::workersByName()
{
    Board board;
    board.furnish();
    JobFacts facts(board.store, board.clock, board.ticker);
    WorkersModel model(board.store, facts, board.ticker);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    board.put(board.makeSubmission(4, 3, SubmissionState::Submitting));
    const auto hear = [&](const char *name, WorkerState state, Seconds ago, bool busy = false) {
        Worker w;
        w.id = WorkerId(QString::fromLatin1(name));
        w.state = state;
        w.heartbeatAt = board.clock.now() - ago;
        if (busy)
            w.currentSubmission = submission(4);
        board.put(w);
    };
    hear("worker-10", WorkerState::Online, Seconds(91), true);
    hear("worker-2", WorkerState::Online, Seconds(4), true);
    hear("worker-3", WorkerState::Draining, Seconds(5));
    hear("worker-4", WorkerState::Offline, Seconds(6), true);
    board.ticker.tick();
    QCOMPARE(model.count(), 0); // nobody looks
    model.setWatched(true);
    const auto column = [&](WorkersModel::Role role) {
        QStringList all;
        for (int row = 0; row < model.count(); ++row)
            all.append(model.index(row).data(role).toString());
        return all.join(u'|');
    };
    QCOMPARE(column(WorkersModel::WorkerRole), QStringLiteral("worker-2|worker-3|worker-4|worker-10"));
    QCOMPARE(model.index(0).data(WorkersModel::StateRole).toInt(), int(WorkersModel::Online));
    QCOMPARE(model.index(1).data(WorkersModel::StateRole).toInt(), int(WorkersModel::Draining));
    QCOMPARE(model.index(2).data(WorkersModel::StateRole).toInt(), int(WorkersModel::Offline));
    QCOMPARE(model.index(3).data(WorkersModel::StateRole).toInt(), int(WorkersModel::Silent));
    // What one that is gone had in hand, it has no more.
    QCOMPARE(column(WorkersModel::DirectoryRole), QStringLiteral("dir4.example|||"));
    QCOMPARE(column(WorkersModel::CustomerRole), QStringLiteral("Customer 003|||"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    board.ticker.tick();
    QCOMPARE(changed.size(), 0);
    board.clock.advance(Seconds(88)); // silent, without a word from anybody
    board.ticker.tick();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(model.index(0).data(WorkersModel::StateRole).toInt(), int(WorkersModel::Silent));
    board.drop<Worker>(WorkerId(QStringLiteral("worker-3")));
    board.ticker.tick();
    QCOMPARE(column(WorkersModel::WorkerRole), QStringLiteral("worker-2|worker-4|worker-10"));

    Worker odd; // its state in a word of a newer server, its heartbeat in none that is a time
    odd.id = WorkerId(QStringLiteral("worker-2"));
    odd.stateWord = QStringLiteral("resting");
    odd.odd = OddCells({{QStringLiteral("heartbeat_at"), QStringLiteral("soon"), OddCell::Why::NoTime}});
    board.put(odd);
    board.ticker.tick();
    QCOMPARE(model.index(0).data(WorkersModel::StateRole).toInt(), int(WorkersModel::Unheard));
    QCOMPARE(column(WorkersModel::WordRole), QStringLiteral("resting||"));
    QCOMPARE(column(WorkersModel::OddRole), QStringLiteral("Last sign of life: “soon” is not a time||"));
    QVERIFY(model.index(0).data(WorkersModel::HeardRole).toDouble() < 0); // not "never"
}

void SmallTablesTest::marksFollowTheActions()
{
    Board board;
    PendingMarks marks(board.store, board.gateway);
    QSignalSpy spy(&marks, &PendingMarks::jobChanged);
    Command pause;
    pause.verb = Command::Verb::PauseJob;
    pause.job = job(1);
    const ActionId first = board.gateway.submit(pause);
    QCOMPARE(marks.pendingVerb(job(1)), QStringLiteral("jobs.pause"));
    QVERIFY(marks.isPending(Command::Verb::PauseJob, job(1)));
    QVERIFY(!marks.isPending(Command::Verb::CancelJob, job(1)));
    QVERIFY(!marks.isPending(Command::Verb::PauseJob, job(2)));
    board.gateway.settle(first, ActionStatus::Phase::Unknown); // the answer was lost: still in flight
    QVERIFY(marks.isPending(Command::Verb::PauseJob, job(1)));
    Error error;
    error.code = QStringLiteral("state");
    board.gateway.settle(first, ActionStatus::Phase::Refused, 0, {}, error);
    QCOMPARE(marks.pendingVerb(job(1)), QString());
    QVERIFY(marks.refused(job(1)).contains(QStringLiteral("state")));
    const ActionId second = board.gateway.submit(pause);
    QCOMPARE(marks.refused(job(1)), QString()); // asked again: the old refusal is not the last word
    board.gateway.settle(second, ActionStatus::Phase::Applied);
    QCOMPARE(marks.refused(job(1)), QString());
    QVERIFY(spy.size() >= 4);

    PendingMarks late(board.store, board.gateway); // made after a restart: the outbox says the same
    QCOMPARE(late.pendingVerb(job(1)), marks.pendingVerb(job(1)));
    board.gateway.submit(pause);
    board.gateway.forgetAll();
    marks.reload();
    QCOMPARE(marks.pendingVerb(job(1)), QString());
}

void SmallTablesTest::marksOfABatch()
{
    Board board;
    PendingMarks marks(board.store, board.gateway);
    const ActionId id =
        board.gateway.submit(commandFor(Command::Verb::RetrySubmissions, {submission(1), submission(2)}));
    QVERIFY(marks.isPending(Command::Verb::RetrySubmissions, submission(2)));
    QCOMPARE(marks.pendingVerb(submission(2)), QStringLiteral("submissions.retry"));
    board.gateway.settle(
        id, ActionStatus::Phase::PartlyApplied, 1,
        {{submission(2).toString().toUpper(), QStringLiteral("state"), QStringLiteral("it is approved")}});
    QCOMPARE(marks.refused(submission(1)), QString()); // only the one that was refused
    QCOMPARE(marks.refused(submission(2)), QStringLiteral("it is approved"));
    board.gateway.dismiss(id);
    QCOMPARE(marks.refused(submission(2)), QString());
}

/// A retry of a job is one of its submissions, frozen: its row is marked with its squares, also after a restart.
void SmallTablesTest::retryMarksTheJobToo()
{
    Board board;
    board.put(std::vector{board.makeSubmission(1, 1), board.makeSubmission(2, 1), board.makeSubmission(3, 2)});
    PendingMarks marks(board.store, board.gateway);
    QSignalSpy spy(&marks, &PendingMarks::jobChanged);
    const auto ask = [&](Command::Verb verb) {
        return board.gateway.submit(commandFor(verb, {submission(1), submission(2)}));
    };
    const ActionId id = ask(Command::Verb::RetrySubmissions);
    QCOMPARE(marks.pendingVerb(job(1)), QStringLiteral("jobs.retry-failed"));
    QCOMPARE(marks.pendingVerb(job(2)), QString());
    QCOMPARE(spy.size(), 1); // once, not for each of its squares
    QCOMPARE(spy.at(0).at(0).value<JobId>(), job(1));
    Board fresh; // the outbox is read before the rows are
    PendingMarks late(fresh.store, board.gateway);
    QCOMPARE(late.pendingVerb(job(1)), QString());
    fresh.put(fresh.makeSubmission(2, 1));
    QCOMPARE(late.pendingVerb(job(1)), QStringLiteral("jobs.retry-failed"));
    board.gateway.settle(id, ActionStatus::Phase::Applied, 2);
    QCOMPARE(marks.pendingVerb(job(1)), QString());
    QCOMPARE(spy.size(), 2);
    ask(Command::Verb::SkipSubmissions); // a matter of the squares
    QCOMPARE(marks.pendingVerb(job(1)), QString());
}

QTEST_GUILESS_MAIN(SmallTablesTest)
#include "small_tables_test.moc"
