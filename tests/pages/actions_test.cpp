// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does by key alone: every action from the row and from the drawer, why something may not be, and the
// diagnostics as text.

#include "models/screens/bulk_screen.h"
#include "models/screens/job_screen.h"
#include "models/tables/job_why.h"
#include "tests/pages/by_key_test.h"

#include <QApplication>
#include <QClipboard>

using namespace bolt;
using namespace bolt::test;

using Verb = Command::Verb;

class ActionsTest final : public ByKeyTest
{
    Q_OBJECT

private Q_SLOTS:
    void priorityOfARow();
    void cancellingARow();
    void keysActOnTheSelection();
    void keysActAlsoFromTheBoxes();
    void retryOfForty();
    void squaresAreASelectionToo();
    void controlZUndoesWhatIsHeld();
    void priorityAndCancelInTheDrawer();
    void aViewerHearsWhyNot_data();
    void aViewerHearsWhyNot();
    void theWhyLineTellsAndTakesTheStep();
    void aCompletedJobIsReopenedFromItsReasons();
    void theListOfActionsAnswers();
    void whatIsCopiedHoldsNoSecret();

private:
    /// Presses the one button with these words, by key.
    void press(const QString &words)
    {
        const auto buttons = m_window->items([&words](QQuickItem *item) {
            return QByteArray(item->metaObject()->className()).contains("Button") && item->isEnabled() &&
                   item->property("text").toString() == words;
        });
        QCOMPARE(buttons.size(), 1);
        buttons.constFirst()->forceActiveFocus(Qt::TabFocusReason);
        m_window->key(Qt::Key_Space);
        m_window->settle();
    }
    /// Selects so many jobs by key, and leaves the cursor at one that is not selected.
    QStringList choose(int count)
    {
        QStringList chosen;
        for (int n = 0; n < count; ++n) {
            m_window->type('x');
            chosen.append(jobs()->currentId());
            m_window->type('j');
        }
        m_window->settle();
        return chosen;
    }
    std::vector<ActionStatus> asked() const { return m_fixture->gateway.actions(); }
    QList<QQuickItem *> saying(const QString &words) const
    {
        return m_window->items(
            [&words](QQuickItem *item) { return item->property("text").toString().contains(words); });
    }
    void openDrawer()
    {
        m_window->key(Qt::Key_Return);
        QTRY_VERIFY(m_fixture->desk().job()->open());
        m_window->settle();
    }
};

void ActionsTest::priorityOfARow()
{
    const QString job = jobs()->currentId();
    QCOMPARE(jobs()->priorityOf(job), -1);
    m_window->type('i');
    m_window->settle();
    QCOMPARE(saying(QStringLiteral("ahead of all packages")).isEmpty(), false);
    m_window->key(Qt::Key_Down); // the first entry: 0
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(asked().size(), size_t(1));
    QCOMPARE(asked()[0].command.verb, Verb::ChangePriority);
    QCOMPARE(asked()[0].command.job.toString(), job);
    QCOMPARE(asked()[0].command.priorityOverride, std::optional(0));
    QTRY_COMPARE(jobs()->currentId(), job); // the keyboard is back at the row

    m_fixture->gateway.settle(asked()[0].id, ActionStatus::Phase::Applied);
    m_fixture->step();
    m_window->type('i');
    m_window->settle();
    for (int i = 0; i < 6; ++i)
        m_window->key(Qt::Key_Down);
    m_window->key(Qt::Key_Return); // the last entry: as its package says
    QTRY_COMPARE(asked().size(), size_t(2));
    QCOMPARE(asked()[1].command.job.toString(), job);
    QVERIFY(!asked()[1].command.priorityOverride.has_value());
}

void ActionsTest::cancellingARow()
{
    const QString job = jobs()->currentId();
    m_window->type('c');
    m_window->settle();
    QVERIFY(asked().empty());
    const auto question = saying(QStringLiteral("Type 1 to cancel"));
    QVERIFY(!question.isEmpty());
    QVERIFY2(question.constFirst()->width() > 300, "the question can be read");
    m_window->key(Qt::Key_Return); // nothing typed: nothing done
    m_window->settle();
    QVERIFY(asked().empty());
    m_window->key(Qt::Key_Escape);
    m_window->settle();
    QVERIFY(asked().empty());
    m_window->type('c');
    m_window->settle();
    m_window->type('1');
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(asked().size(), size_t(1));
    QCOMPARE(asked()[0].command.verb, Verb::CancelJob);
    QCOMPARE(asked()[0].command.job.toString(), job);
}

/// Forty were selected and R acted on the one under the cursor.
void ActionsTest::keysActOnTheSelection()
{
    BulkScreen *bulk = m_fixture->desk().bulk();
    const QStringList chosen = choose(3);
    QVERIFY(!chosen.contains(jobs()->currentId()));
    m_window->type('p');
    QTRY_VERIFY(bulk->preview()->isOpen());
    m_window->settle();
    m_window->key(Qt::Key_Tab);
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(asked().size(), size_t(3));
    for (const ActionStatus &action : asked()) {
        QCOMPARE(action.command.verb, Verb::PauseJob);
        QVERIFY(chosen.contains(action.command.job.toString()));
    }
    m_window->settle();

    m_window->type('c');
    QTRY_VERIFY(bulk->preview()->isOpen());
    QCOMPARE(bulk->preview()->count(), 3);
    m_window->settle();
    m_window->key(Qt::Key_Escape);
    m_window->settle();
    m_window->type('i');
    m_window->settle();
    m_window->key(Qt::Key_Down);
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(bulk->preview()->isOpen());
    QCOMPARE(bulk->preview()->verb(), QStringLiteral("jobs.priority"));
    QCOMPARE(bulk->preview()->count(), 3);
    m_window->settle();
    m_window->key(Qt::Key_Escape);
    m_window->settle();
    QCOMPARE(asked().size(), size_t(3));
}

/// Who selected by pointer has the keyboard at a box, not at the rows.
void ActionsTest::keysActAlsoFromTheBoxes()
{
    const auto boxes = m_window->items([](QQuickItem *item) {
        const QByteArray type = item->metaObject()->className();
        return item->isVisible() && (type.contains("RowCheck") || type.contains("CheckBox"));
    });
    QVERIFY(!boxes.isEmpty());
    QQuickItem *all = *std::min_element(boxes.begin(), boxes.end(), [](QQuickItem *a, QQuickItem *b) {
        return a->mapToScene({}).y() < b->mapToScene({}).y();
    });
    QTest::mouseClick(m_window->window(), Qt::LeftButton, {},
                      all->mapToScene({all->width() / 2, all->height() / 2}).toPoint());
    m_window->settle();
    m_window->type('p');
    QTRY_VERIFY(m_fixture->desk().bulk()->preview()->isOpen());
    QVERIFY(m_fixture->desk().bulk()->preview()->count() > 1);
}

void ActionsTest::retryOfForty()
{
    BulkScreen *bulk = m_fixture->desk().bulk();
    for (int n = 0; n < 40; ++n)
        m_fixture->addJob(QStringLiteral("Customer no. %1").arg(n), 20);
    jobs()->apply();
    m_fixture->step();
    m_window->key(Qt::Key_A, Qt::ControlModifier);
    const int count = jobs()->count();
    QVERIFY(count >= 40);
    QStringList all;
    for (int row = 0; row < count; ++row)
        all.append(jobs()->idAt(row));
    const BulkOffer offer = bulk->offer(QStringLiteral("jobs.retry-failed"), all);
    QVERIFY(offer.count > 25 && !offer.left.names.isEmpty());
    m_window->settle(300); // span: what the bar promises was counted
    QVERIFY(!saying(QStringLiteral("Retry %1 failed…").arg(QLocale().toString(offer.count))).isEmpty());
    QVERIFY(!saying(QStringLiteral("left out: ")).isEmpty());
    m_window->type('r');
    QTRY_VERIFY(bulk->preview()->isOpen());
    QCOMPARE(bulk->preview()->count(), offer.count);
    m_window->settle();
    for (const QChar letter : bulk->preview()->mustType())
        m_window->type(letter.toLatin1());
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(!asked().empty());
    int submissions = 0;
    for (const ActionStatus &action : asked()) {
        QCOMPARE(action.command.verb, Verb::RetrySubmissions);
        submissions += int(action.command.submissions.size());
    }
    QCOMPARE(submissions, offer.count);
}

void ActionsTest::squaresAreASelectionToo()
{
    BulkScreen *bulk = m_fixture->desk().bulk();
    const JobId job = m_fixture->addJob(QStringLiteral("Squares & Co"), 200);
    m_fixture->desk().job()->show(job.toString());
    QTRY_VERIFY(m_fixture->desk().job()->open());
    m_window->settle();
    QSet<QString> chosen;
    for (int n = 0; n < 5; ++n) {
        m_window->type('n');
        m_window->settle(20);
        m_window->type('x');
        chosen.insert(m_fixture->desk().job()->submissionId());
    }
    QCOMPARE(chosen.size(), 5);
    m_window->type('n'); // the cursor is at none of them
    m_window->settle();
    for (const char key : {'p', 'i', 'c'}) { // of the job, not of squares
        m_window->type(key);
        m_window->settle();
        QVERIFY(!bulk->preview()->isOpen());
    }
    QVERIFY(!saying(QStringLiteral("Squares are selected")).isEmpty());
    QVERIFY(asked().empty());
    m_window->type('R');
    QTRY_VERIFY(bulk->preview()->isOpen());
    const int many = bulk->preview()->count();
    QVERIFY(many > 1 && many <= 5);
    m_window->settle();
    m_window->key(Qt::Key_Tab);
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(!asked().empty());
    for (const ActionStatus &action : asked()) {
        for (const SubmissionId &id : action.command.submissions)
            QVERIFY(chosen.contains(id.toString()));
    }
}

void ActionsTest::controlZUndoesWhatIsHeld()
{
    m_fixture->gateway.hold = undoHold;
    m_fixture->gateway.now = m_fixture->clock.now();
    m_window->type('p');
    QTRY_COMPARE(asked().size(), size_t(1));
    m_window->settle();
    QVERIFY(!saying(QStringLiteral("Pausing 1 job")).isEmpty());
    QVERIFY(!saying(QStringLiteral("in 8 s")).isEmpty());
    m_window->singleton<Format>("Format")->fixNow(double(toMillis(m_fixture->clock.now() + Seconds(5))));
    QVERIFY(!saying(QStringLiteral("in 3 s")).isEmpty());
    m_window->key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(asked()[0].phase, ActionStatus::Phase::Cancelled);
    m_window->settle();
    QVERIFY(saying(QStringLiteral("Pausing 1 job")).isEmpty());
    QVERIFY(!saying(QStringLiteral("Undone: Pause")).isEmpty());
    m_window->type('p'); // nothing is pending any more
    QTRY_COMPARE(asked().size(), size_t(2));
}

void ActionsTest::priorityAndCancelInTheDrawer()
{
    openDrawer();
    m_window->type('i');
    m_window->settle();
    m_window->key(Qt::Key_Down);
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(asked().size(), size_t(1));
    QCOMPARE(asked()[0].command.verb, Verb::ChangePriority);
    m_window->settle();
    m_window->type('c');
    m_window->settle();
    m_window->type('1');
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(asked().size(), size_t(2));
    QCOMPARE(asked()[1].command.verb, Verb::CancelJob);
}

void ActionsTest::aViewerHearsWhyNot_data()
{
    QTest::addColumn<char>("key");
    QTest::addColumn<bool>("drawer");
    for (const char key : {'r', 'p', 'i', 'c'}) {
        QTest::addRow("row %c", key) << key << false;
        QTest::addRow("drawer %c", key) << key << true;
    }
    for (const char key : {'s', 'v'})
        QTest::addRow("submission %c", key) << key << true;
}

void ActionsTest::aViewerHearsWhyNot()
{
    QFETCH(char, key);
    QFETCH(bool, drawer);
    m_fixture->session.setRole(Role::Viewer);
    m_fixture->session.become(Session::State::SignedIn);
    if (drawer) {
        openDrawer();
        m_window->type('n'); // a submission
        m_window->settle();
    }
    const auto words = QStringLiteral("Needs the role");
    QVERIFY(saying(words).isEmpty());
    m_window->type(key);
    QTRY_VERIFY(!saying(words).isEmpty());
    QVERIFY(asked().empty());
}

void ActionsTest::theWhyLineTellsAndTakesTheStep()
{
    const auto isPaused = [this] {
        return jobs()->rowOf(JobId::parse(jobs()->currentId()))->job.state == JobState::Paused;
    };
    for (int i = 0; i < jobs()->count() && !isPaused(); ++i)
        m_window->type('j');
    QVERIFY(isPaused());
    const QString job = jobs()->currentId();
    JobWhy *why = m_fixture->desk().live()->why();
    QTRY_COMPARE(why->jobId(), job);
    QVERIFY(why->sentence().contains(QStringLiteral("A. Brandt")));
    QQuickItem *line = find("WhyLine");
    QVERIFY(line);
    const auto steps = m_window->items([line](QQuickItem *item) {
        return line->isAncestorOf(item) && item->property("text").toString() == QStringLiteral("Resume") &&
               QByteArray(item->metaObject()->className()).startsWith("Button");
    });
    QCOMPARE(steps.size(), 1);
    steps.constFirst()->forceActiveFocus(Qt::TabFocusReason);
    m_window->settle();
    QCOMPARE(why->jobId(), job); // still that of the row, on the way to its button
    m_window->key(Qt::Key_Space);
    m_window->settle();
    QTRY_VERIFY(!asked().empty());
    QCOMPARE(asked().back().command.verb, Verb::ResumeJob);
    QCOMPARE(asked().back().command.job.toString(), job);
}

/// The drawer offers the retry of what failed, and afterwards tells who had it run again.
void ActionsTest::aCompletedJobIsReopenedFromItsReasons()
{
    const JobId id = m_fixture->addJob(QStringLiteral("Ended & Sons"), 12);
    Job job = *m_fixture->store.jobs().find(id);
    job.state = JobState::Completed;
    job.completedAt = m_fixture->clock.now();
    Submission failed;
    Delta ended;
    for (const SubmissionId &key : m_fixture->store.submissionsOf(id)) {
        Submission submission = *m_fixture->store.submissions().find(key);
        submission.state = failed.id.isNull() ? SubmissionState::Failed : SubmissionState::Submitted;
        submission.nextRetryAt.reset();
        if (failed.id.isNull())
            failed = submission;
        ended.of<Submission>().upserts.push_back(submission);
    }
    ended.of<Job>().upserts.push_back(job);
    m_fixture->store.apply(ended);
    m_fixture->step();
    m_fixture->desk().job()->show(id.toString());
    m_window->settle();
    QQuickItem *block = find("WhyBlock");
    QVERIFY(block);
    const auto steps = m_window->items([block](QQuickItem *item) {
        return block->isAncestorOf(item) && item->property("text").toString() == QStringLiteral("Retry 1 …") &&
               QByteArray(item->metaObject()->className()).startsWith("Button");
    });
    QCOMPARE(steps.size(), 1);
    steps.constFirst()->forceActiveFocus(Qt::TabFocusReason);
    m_window->key(Qt::Key_Space);
    QTRY_COMPARE(asked().size(), size_t(1));
    QCOMPARE(asked()[0].command.verb, Verb::RetrySubmissions);
    QCOMPARE(asked()[0].command.submissions, std::vector{failed.id});

    QVERIFY(saying(QStringLiteral("Reopened by")).isEmpty());
    job.state = JobState::InProgress;
    job.reopenedBy = QStringLiteral("a.brandt@desk.test");
    failed.state = SubmissionState::Pending;
    Delta reopened;
    reopened.of<Job>().upserts.push_back(job);
    reopened.of<Submission>().upserts.push_back(failed);
    m_fixture->store.apply(reopened);
    m_fixture->step();
    m_window->settle();
    QVERIFY(!saying(QStringLiteral("Reopened by \u2068A. Brandt\u2069.")).isEmpty());
}

void ActionsTest::theListOfActionsAnswers()
{
    using Phase = ActionStatus::Phase;
    const auto ask = [this](Phase phase, const std::optional<Error> &error = {}) {
        Command command;
        command.verb = Verb::PauseJob;
        command.job = m_fixture->firstJob();
        const ActionId id = m_fixture->gateway.submit(command);
        if (phase != Phase::Waiting)
            m_fixture->gateway.settle(id, phase, 0, {}, error);
        return id;
    };
    const auto phaseOf = [this](ActionId id) {
        for (const ActionStatus &action : asked()) {
            if (action.id == id)
                return std::optional(action.phase);
        }
        return std::optional<Phase>();
    };
    const ActionId waiting = ask(Phase::Waiting), doubtful = ask(Phase::Unknown), late = ask(Phase::Expired);
    const ActionId refused = ask(Phase::Refused, Error{Error::Kind::Conflict,
                                                       QStringLiteral("conflict"),
                                                       QStringLiteral("Somebody paused it before you."),
                                                       {},
                                                       0});
    m_fixture->step();
    m_window->type('g');
    m_window->type('s');
    m_window->settle();

    QVERIFY(!saying(QStringLiteral("answer lost, checking again")).isEmpty());
    press(QStringLiteral("Check now"));
    QCOMPARE(m_fixture->gateway.retried, std::vector{doubtful});
    press(QStringLiteral("Keep trying"));
    QCOMPARE(phaseOf(late), std::optional(Phase::Waiting));
    m_fixture->gateway.settle(late, Phase::Applied);
    m_window->settle();
    press(QStringLiteral("Undo"));
    QCOMPARE(phaseOf(waiting), std::optional(Phase::Cancelled));
    m_fixture->gateway.dismiss(waiting);
    m_fixture->gateway.dismiss(late);
    m_window->settle();
    QVERIFY(!saying(QStringLiteral("refused · Somebody paused it before you.")).isEmpty());
    QVERIFY(phaseOf(refused));
}

void ActionsTest::whatIsCopiedHoldsNoSecret()
{
    Workspace workspace;
    workspace.name = QStringLiteral("Real");
    workspace.kind = Workspace::Kind::Remote;
    workspace.url = QUrl(QStringLiteral("https://desk.example.org"));
    workspace.anonKey = QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiJ9.c2lnbmF0dXJl");
    m_fixture->session.setWorkspace(workspace);
    m_fixture->session.become(Session::State::SignedIn);
    const QString key = workspace.anonKey;
    const auto refresh = QStringLiteral("v1.Mr5oGr2");
    const auto password = QStringLiteral("correct-horse");
    const auto email = QStringLiteral("maja.lind@example.org");
    LinkHealth health = m_fixture->link.health();
    health.reason.kind = LinkReason::NotConnected;
    health.reason.said =
        QStringLiteral("401 for wss://desk.example.org/realtime/v1/websocket?apikey=%1&vsn=2.0.0").arg(key);
    for (const QString &said : {QStringLiteral("Authorization: Bearer %1").arg(key),
                                QStringLiteral("{\"refresh_token\":\"%1\"}").arg(refresh),
                                QStringLiteral("sign-in of %1 with password=%2 refused").arg(email, password),
                                QStringLiteral("GET /auth/v1/user?email=maja.lind%40example.org")})
        health.recentReasons.push_back({m_fixture->clock.now(), {LinkReason::Closed, said}});
    m_fixture->link.set(health);

    m_window->type('g');
    m_window->type('s');
    m_window->settle();
    QGuiApplication::clipboard()->clear();
    const auto buttons = m_window->items([](QQuickItem *item) {
        return QByteArray(item->metaObject()->className()).startsWith("CopyButton") &&
               item->property("text").toString() == QStringLiteral("Copy as text");
    });
    QCOMPARE(buttons.size(), 1);
    buttons.constFirst()->forceActiveFocus(Qt::TabFocusReason);
    m_window->key(Qt::Key_Space);
    const QString text = QGuiApplication::clipboard()->text();
    for (const char *fact : {"phase", "latency ms", "events per second", "last event", "last tick", "reconnects",
                             "catch-ups", "dirty fetches", "dropped", "degraded", "garbage", "replica bytes", "outbox",
                             "  submissions", "earlier", "desk.example.org"})
        QVERIFY2(text.contains(QString::fromLatin1(fact)), fact);
    for (const QString &secret : {key, refresh, password, email, QStringLiteral("maja.lind"), key.section(u'.', 1, 1)})
        QVERIFY2(!text.contains(secret), qPrintable(text));
}

int main(int argc, char *argv[])
{
    // Qt Charts needs QApplication.
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("BoltDesk"));
    QApplication::setApplicationVersion(QStringLiteral(BOLT_VERSION));
    ActionsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "actions_test.moc"
