// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does by key alone: every action from the row and from the drawer, why something may not be, and the
// diagnostics as text.

#include "models/screens/job_screen.h"
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
    void priorityAndCancelInTheDrawer();
    void aViewerHearsWhyNot_data();
    void aViewerHearsWhyNot();
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
    QCOMPARE(saying(QStringLiteral("before all packages")).isEmpty(), false);
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
    const auto question = saying(QStringLiteral("Cancel the job of"));
    QCOMPARE(question.size(), 1);
    QVERIFY2(question.constFirst()->width() > 300, "the question can be read");
    m_window->key(Qt::Key_Return); // the safe way
    m_window->settle();
    QVERIFY(asked().empty());
    m_window->type('c');
    m_window->settle();
    m_window->key(Qt::Key_Tab);
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(asked().size(), size_t(1));
    QCOMPARE(asked()[0].command.verb, Verb::CancelJob);
    QCOMPARE(asked()[0].command.job.toString(), job);
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
    m_window->key(Qt::Key_Tab);
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

    QVERIFY(!saying(QStringLiteral("answer lost, asking again")).isEmpty());
    press(QStringLiteral("Ask now"));
    QCOMPARE(m_fixture->gateway.retried, std::vector{doubtful});
    press(QStringLiteral("Renew"));
    QCOMPARE(phaseOf(late), std::optional(Phase::Waiting));
    m_fixture->gateway.settle(late, Phase::Applied);
    m_window->settle();
    press(QStringLiteral("Take back"));
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
    health.reason = QStringLiteral("401 for wss://desk.example.org/realtime/v1/websocket?apikey=%1&vsn=2.0.0").arg(key);
    health.recentReasons = {QStringLiteral("Authorization: Bearer %1").arg(key),
                            QStringLiteral("{\"refresh_token\":\"%1\"}").arg(refresh),
                            QStringLiteral("sign-in of %1 with password=%2 refused").arg(email, password),
                            QStringLiteral("GET /auth/v1/user?email=maja.lind%40example.org")};
    m_fixture->link.set(health);

    m_window->type('g');
    m_window->type('s');
    m_window->settle();
    QGuiApplication::clipboard()->clear();
    const auto buttons = m_window->items([](QQuickItem *item) {
        return QByteArray(item->metaObject()->className()).startsWith("Button") &&
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
