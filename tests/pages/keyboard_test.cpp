// SPDX-License-Identifier: GPL-3.0-or-later
// The desk without a mouse: every key of the shortcut sheet does what the sheet says, and nothing when it must not.

#include "models/screens/bulk_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/navigation_screen.h"
#include "models/tables/mosaic_model.h"
#include "tests/pages/by_key_test.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>

using namespace bolt;
using namespace bolt::test;

class KeyboardTest final : public ByKeyTest
{
    Q_OBJECT

private Q_SLOTS:
    void theListHasTheKeyboardAtFirst();
    void aDeskJustOpenedTakesKeys();
    void walkingAndOpening();
    void escapeGivesTheKeyboardBack();
    void retryFromTheList();
    void aLargeRetryAsksFirst();
    void pauseAndResume();
    void cancelAsksAndTheSafeWayIsFirst();
    void selectingKeepsRowsInPlace();
    void manyAtOnceFromTheList();
    void manyAtOnceFromTheMosaic();
    void aBulkActionShowsItsProgress();
    void priorityIsGivenBackToThePackage();
    void aColumnKeepsItsWidth();
    void lettersInAFilterAreLetters();
    void enterOpensNoRowThatIsNotThere();
    void copiesAnAnswer();
    void freeze();
    void goingToPages();
    void walkingTheMosaic();
    void retryTheChosenSubmission();
    void aViewerIsRefusedWithAReason();
    void everythingThatTakesTheKeyboardHasAName();
    void signingOutOffersToWipeTheCopy();
    void signInByKeyboard();
    void olderRowsAreAskedFor();

private:
    Command lastCommand() const
    {
        const auto rows = m_fixture->gateway.actions();
        return rows.empty() ? Command{} : rows.back().command;
    }
    size_t commands() const { return m_fixture->gateway.actions().size(); }
};

void KeyboardTest::theListHasTheKeyboardAtFirst() { QCOMPARE(jobs()->currentId(), jobs()->idAt(0)); }

void KeyboardTest::aDeskJustOpenedTakesKeys()
{
    m_window.reset();
    m_fixture = std::make_unique<DeskFixture>();
    m_window = std::make_unique<DeskWindow>(*m_fixture, 1440, 900);
    m_window->window()->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
    QTRY_VERIFY(jobs()->count() > 0);
    QVERIFY(jobs()->currentId().isEmpty()); // nobody asked for a row yet
    m_window->type('j');
    QCOMPARE(jobs()->currentId(), jobs()->idAt(0));
    m_window->type('a');
    QTRY_VERIFY(find("AlertList"));
}

void KeyboardTest::walkingAndOpening()
{
    m_window->type('j');
    QCOMPARE(jobs()->currentId(), jobs()->idAt(1));
    m_window->key(Qt::Key_Down);
    QCOMPARE(jobs()->currentId(), jobs()->idAt(2));
    m_window->type('k');
    QCOMPARE(jobs()->currentId(), jobs()->idAt(1));
    m_window->key(Qt::Key_End);
    QCOMPARE(jobs()->currentId(), jobs()->idAt(jobs()->count() - 1));
    m_window->type('j');
    QCOMPARE(jobs()->currentId(), jobs()->idAt(jobs()->count() - 1));
    const QString last = jobs()->currentId();
    m_window->key(Qt::Key_Return);
    QCOMPARE(m_fixture->desk().job()->jobId(), last);
}

void KeyboardTest::escapeGivesTheKeyboardBack()
{
    m_window->type('j');
    const QString chosen = jobs()->currentId();
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(find("JobDrawer"));
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->desk().job()->open());
    QTRY_COMPARE(jobs()->currentId(), chosen);
    m_window->type('j');
    QCOMPARE(jobs()->currentId(), jobs()->idAt(2));
}

void KeyboardTest::retryFromTheList()
{
    const JobRow *row = jobs()->rowOf(JobId::parse(jobs()->currentId()));
    QVERIFY(row);
    const int many = m_fixture->desk().bulk()->offer(QStringLiteral("jobs.retry-failed"), {jobs()->currentId()}).count;
    QVERIFY(many > 1 && many <= 25);
    m_window->type('r');
    QTRY_VERIFY(m_fixture->desk().bulk()->preview()->isOpen());
    QCOMPARE(commands(), size_t(0));
    m_window->settle();
    m_window->key(Qt::Key_Return); // the safe way
    QTRY_VERIFY(!m_fixture->desk().bulk()->preview()->isOpen());
    QCOMPARE(commands(), size_t(0));
    m_window->type('r');
    m_window->settle();
    m_window->key(Qt::Key_Tab);
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(commands() > 0);
    QCOMPARE(m_fixture->gateway.bulks().at(0).total, many);
    QCOMPARE(lastCommand().verb, Command::Verb::RetrySubmissions);
}

void KeyboardTest::aLargeRetryAsksFirst()
{
    const JobId big = m_fixture->addJob(QStringLiteral("Large & Co"), 800);
    jobs()->apply();
    m_fixture->step();
    QVERIFY(jobs()->indexOf(big.toString()) >= 0);
    m_window->key(Qt::Key_Home);
    while (jobs()->currentId() != big.toString() && jobs()->currentId() != jobs()->idAt(jobs()->count() - 1))
        m_window->type('j');
    QCOMPARE(jobs()->currentId(), big.toString());
    m_window->type('r');
    PreviewScreen *preview = m_fixture->desk().bulk()->preview();
    QTRY_VERIFY(preview->isOpen());
    m_window->settle();
    const int many = preview->count();
    QVERIFY(many > 25 && many <= 500);
    m_window->key(Qt::Key_Return); // nothing typed
    m_window->type('7');
    m_window->key(Qt::Key_Return); // something else typed
    QCOMPARE(commands(), size_t(0));
    QVERIFY(preview->isOpen());
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(!preview->isOpen());
    QCOMPARE(commands(), size_t(0));
    m_window->settle();
    m_window->type('r');
    QTRY_VERIFY(preview->isOpen());
    m_window->settle();
    for (const QChar digit : QString::number(many))
        m_window->type(digit.toLatin1());
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(commands() > 0);
    QCOMPARE(m_fixture->gateway.bulks().at(0).total, many);
}

void KeyboardTest::pauseAndResume()
{
    m_window->type('p');
    QCOMPARE(lastCommand().verb, Command::Verb::PauseJob);
    QCOMPARE(lastCommand().job.toString(), jobs()->currentId());
    // A second press while the first is under way does nothing.
    m_window->type('p');
    QCOMPARE(commands(), size_t(1));
    for (int i = 0; i < jobs()->count(); ++i) {
        const JobId id = JobId::parse(jobs()->idAt(i));
        if (jobs()->rowOf(id)->job.state != JobState::Paused)
            continue;
        while (jobs()->currentId() != id.toString())
            m_window->type('j');
        m_window->type('p');
        QCOMPARE(lastCommand().verb, Command::Verb::ResumeJob);
        QCOMPARE(lastCommand().job, id);
        return;
    }
    QFAIL("no paused job");
}

void KeyboardTest::cancelAsksAndTheSafeWayIsFirst()
{
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(find("JobDrawer"));
    QQuickItem *button = nullptr;
    const auto buttons = m_window->items(
        [](QQuickItem *item) { return item->property("text").toString().startsWith(QStringLiteral("Cancel job")); });
    for (QQuickItem *item : buttons) {
        if (QByteArray(item->metaObject()->className()).startsWith("Button"))
            button = item;
    }
    QVERIFY(button);
    button->forceActiveFocus(Qt::TabFocusReason);
    m_window->key(Qt::Key_Return);
    m_window->settle();
    QCOMPARE(commands(), size_t(0));
    m_window->key(Qt::Key_Return);
    m_window->settle();
    QCOMPARE(commands(), size_t(0));
    QVERIFY(m_fixture->desk().job()->open());
}

void KeyboardTest::selectingKeepsRowsInPlace()
{
    m_window->type('x');
    m_window->type('j');
    m_window->type('x');
    QTRY_VERIFY(find("SelectionBar"));
    QVERIFY(jobs()->held());
    const QString second = jobs()->idAt(1);
    m_fixture->addJob(QStringLiteral("Newcomer"), 50);
    QCOMPARE(jobs()->idAt(1), second);
    QCOMPARE(jobs()->newCount(), 1);
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(!find("SelectionBar"));
    m_window->key(Qt::Key_Home);
    QTRY_COMPARE(jobs()->newCount(), 0);
}

void KeyboardTest::manyAtOnceFromTheList()
{
    m_window->type('x');
    m_window->type('j');
    m_window->type('x');
    QTRY_VERIFY(find("SelectionBar"));
    m_window->settle();
    // The bar is behind the list in the order of Tab.
    QQuickItem *bar = find("SelectionBar");
    const auto isPause = [&] {
        const QQuickItem *at = m_window->window()->activeFocusItem();
        return at && bar->isAncestorOf(at) && at->property("verb").toString() == QStringLiteral("jobs.pause");
    };
    for (int i = 0; i < 12 && !isPause(); ++i)
        m_window->key(Qt::Key_Tab);
    QVERIFY(isPause());
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(m_fixture->desk().bulk()->preview()->isOpen());
    m_window->settle();
    m_window->key(Qt::Key_Tab);
    m_window->key(Qt::Key_Return);
    m_window->settle();
    QCOMPARE(m_fixture->gateway.bulks().size(), size_t(1));
    QCOMPARE(m_fixture->gateway.bulks()[0].total, 2);
    QCOMPARE(m_fixture->gateway.bulks()[0].verb, Command::Verb::PauseJob);
    m_window->type('g');
    m_window->type('l');
    QTest::keyClick(m_window->window(), Qt::Key_A, Qt::ControlModifier);
    m_window->settle();
    QCOMPARE(find("SelectionBar")->property("selection").value<QObject *>()->property("count").toInt(),
             jobs()->count());
}

void KeyboardTest::manyAtOnceFromTheMosaic()
{
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(find("JobDrawer"));
    m_window->settle();
    m_window->type('X');
    QTRY_VERIFY(find("ChosenBar"));
    QQuickItem *bar = find("ChosenBar");
    const auto isRetry = [&] {
        const QQuickItem *at = m_window->window()->activeFocusItem();
        return at && bar->isAncestorOf(at) && at->property("verb").toString() == QStringLiteral("submissions.retry");
    };
    for (int i = 0; i < 15 && !isRetry(); ++i) // from the mosaic over the buttons: not around by the page
        m_window->key(Qt::Key_Tab);
    QVERIFY(isRetry());
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(m_fixture->desk().bulk()->preview()->isOpen());
    m_window->settle();
    m_window->key(Qt::Key_Tab);
    m_window->key(Qt::Key_Return);
    m_window->settle();
    QCOMPARE(m_fixture->gateway.bulks().size(), size_t(1));
    const auto failed = m_fixture->gateway.bulks()[0].total;
    QVERIFY(failed > 1);
    for (const ActionStatus &part : m_fixture->gateway.actions())
        QCOMPARE(m_fixture->store.submissions().find(part.command.submissions.at(0))->state, SubmissionState::Failed);
    // Esc lets the selection go before the drawer.
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(!find("ChosenBar"));
    QVERIFY(m_fixture->desk().job()->open());
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->desk().job()->open());
}

void KeyboardTest::aBulkActionShowsItsProgress()
{
    QVERIFY(!find("BulkStrip"));
    BulkCommand command;
    command.verb = Command::Verb::PauseJob;
    for (int i = 0; i < 4; ++i)
        command.jobs.push_back(JobId::parse(jobs()->idAt(i)));
    const BulkId id = m_fixture->gateway.submitBulk(command);
    QTRY_VERIFY(find("BulkStrip"));
    m_fixture->gateway.settlePart(id, ActionStatus::Phase::Refused, Error());
    for (int i = 0; i < 3; ++i)
        m_fixture->gateway.settlePart(id, ActionStatus::Phase::Applied);
    QTRY_VERIFY(!find("BulkStrip"));
    m_window->type('g');
    m_window->type('s');
    QTRY_VERIFY(find("BulkRow"));
    QVERIFY(!find("RefusalList"));
    m_fixture->desk().bulk()->setRefusalsOf(id.toString());
    QTRY_VERIFY(find("RefusalList"));
}

void KeyboardTest::priorityIsGivenBackToThePackage()
{
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(find("JobDrawer"));
    m_window->settle();
    const auto buttons = m_window->items([](QQuickItem *item) {
        return QByteArray(item->metaObject()->className()).startsWith("Button") &&
               item->property("iconName").toString() == QStringLiteral("priority");
    });
    QVERIFY(!buttons.isEmpty());
    buttons.constFirst()->forceActiveFocus(Qt::TabFocusReason);
    m_window->key(Qt::Key_Return);
    m_window->settle();
    m_window->key(Qt::Key_Up); // from the top to the last entry
    m_window->key(Qt::Key_Return);
    if (commands() == 0) { // a menu that does not wrap
        m_window->key(Qt::Key_Return);
        m_window->settle();
        for (int i = 0; i < 6; ++i)
            m_window->key(Qt::Key_Down);
        m_window->key(Qt::Key_Return);
    }
    QTRY_COMPARE(commands(), size_t(1));
    QCOMPARE(lastCommand().verb, Command::Verb::ChangePriority);
    QVERIFY(!lastCommand().priorityOverride.has_value());
}

void KeyboardTest::aColumnKeepsItsWidth()
{
    const auto head = [this](const char *key) -> QQuickItem * {
        for (QQuickItem *item : m_window->items([](QQuickItem *i) { return i->property("sortable").isValid(); })) {
            if (item->property("key").toString() == QLatin1String(key))
                return item;
        }
        return nullptr;
    };
    QVERIFY(head("package"));
    const qreal before = head("package")->width(), progress = head("progress")->width();
    head("package")->forceActiveFocus(Qt::TabFocusReason);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_window->window(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(head("package")->width(), before + 24);
    QVERIFY(head("progress")->width() < progress); // the table stays as wide as it is
    m_window = nullptr;
    m_window = std::make_unique<DeskWindow>(*m_fixture, 1440, 900);
    QTRY_VERIFY(head("package"));
    QTRY_COMPARE(head("package")->width(), before + 24);
    m_window->window()->resize(820, 640); // too narrow for wishes: the table's own widths
    m_window->settle();
    QVERIFY(!head("progress") || head("progress")->width() > 60);
}

void KeyboardTest::lettersInAFilterAreLetters()
{
    m_window->type('/');
    for (const char letter : {'r', 'p', 'x', 'g', 'l'})
        m_window->type(letter);
    QCOMPARE(jobs()->filterText(), QStringLiteral("rpxgl"));
    QCOMPARE(commands(), size_t(0));
    m_window->key(Qt::Key_Escape);
    QCOMPARE(jobs()->filterText(), QString());
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(!jobs()->currentId().isEmpty());
}

void KeyboardTest::enterOpensNoRowThatIsNotThere()
{
    m_window->key(Qt::Key_Down);
    QTRY_VERIFY(!jobs()->currentId().isEmpty());
    const QString before = jobs()->currentId();
    m_window->type('/');
    for (const char letter : {'z', 'z', 'q'})
        m_window->type(letter);
    QCOMPARE(jobs()->count(), 0);
    m_window->key(Qt::Key_Return); // to the list, which is empty
    for (const auto key :
         {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_X, Qt::Key_P, Qt::Key_R, Qt::Key_I, Qt::Key_C})
        m_window->key(key);
    QVERIFY(!m_fixture->desk().job()->open());
    QCOMPARE(commands(), size_t(0));
    QCOMPARE(jobs()->currentId(), QString()); // nothing holds the table still
    jobs()->setFilterText({});
    QTRY_COMPARE(jobs()->currentId(), before); // its row is there again
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->desk().job()->jobId(), before);
}

void KeyboardTest::copiesAnAnswer()
{
    QGuiApplication::clipboard()->setText(QString());
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(m_fixture->desk().job()->open());
    QTRY_VERIFY(find("DrawerHead"));
    m_window->key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const JobScreen *job = m_fixture->desk().job();
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(job->customer()));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(job->jobId().left(8)));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u'@'));
}

void KeyboardTest::freeze()
{
    m_window->key(Qt::Key_F8);
    QVERIFY(m_fixture->desk().live()->frozen());
    const QImage before = m_window->settle();
    Format *format = m_window->singleton<Format>("Format");
    format->fixNow(format->now());
    m_fixture->someEvents();
    QVERIFY(m_fixture->desk().live()->waitingChanges() > 0);
    m_window->key(Qt::Key_F8);
    QVERIFY(!m_fixture->desk().live()->frozen());
}

void KeyboardTest::goingToPages()
{
    NavigationScreen *navigation = m_fixture->desk().navigation();
    m_window->type('g');
    m_window->type('a');
    QCOMPARE(navigation->page(), QStringLiteral("analytics"));
    m_window->type('g');
    m_window->type('s');
    QCOMPARE(navigation->page(), QStringLiteral("system"));
    m_window->type('g');
    m_window->type('l');
    QCOMPARE(navigation->page(), QStringLiteral("live"));
    m_window->settle();
    m_window->type('j');
    QVERIFY(!jobs()->currentId().isEmpty());
}

void KeyboardTest::walkingTheMosaic()
{
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(find("JobDrawer"));
    JobScreen *job = m_fixture->desk().job();
    m_window->key(Qt::Key_Right);
    QCOMPARE(job->submissionId(), job->mosaic()->idAt(0));
    m_window->key(Qt::Key_Right);
    QCOMPARE(job->submissionId(), job->mosaic()->idAt(1));
    m_window->key(Qt::Key_Down);
    const int below = job->mosaic()->indexOf(job->submissionId());
    QVERIFY(below > 10);
    m_window->key(Qt::Key_Up);
    QCOMPARE(job->submissionId(), job->mosaic()->idAt(1));
    m_window->type('n');
    const int failed = job->mosaic()->bucketAt(job->mosaic()->indexOf(job->submissionId()));
    QVERIFY(failed == JobCounts::Failed || failed == JobCounts::Manual);
}

void KeyboardTest::retryTheChosenSubmission()
{
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(find("JobDrawer"));
    m_window->type('n');
    const QString chosen = m_fixture->desk().job()->submissionId();
    QVERIFY(!chosen.isEmpty());
    m_window->settle();
    m_window->type('r');
    QTRY_COMPARE(commands(), size_t(1));
    QCOMPARE(lastCommand().verb, Command::Verb::RetrySubmissions);
    QCOMPARE(lastCommand().submissions.at(0).toString(), chosen);
    m_fixture->step();
    QVERIFY(!m_fixture->desk().job()->property("subPendingVerb").toString().isEmpty());
}

void KeyboardTest::aViewerIsRefusedWithAReason()
{
    m_fixture->session.setRole(Role::Viewer);
    m_fixture->session.become(Session::State::SignedIn);
    m_window->type('r');
    m_window->type('p');
    QCOMPARE(commands(), size_t(0));
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(find("JobDrawer"));
    const auto buttons = m_window->items([](QQuickItem *item) {
        return !item->isEnabled() && item->property("whyNot").toString().contains(QStringLiteral("role"));
    });
    QVERIFY(buttons.size() >= 4);
}

void KeyboardTest::everythingThatTakesTheKeyboardHasAName()
{
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(find("JobDrawer"));
    m_window->type('n');
    for (const char page : {'l', 'a', 's'}) {
        m_window->type('g');
        m_window->type(page);
        m_window->settle();
        const auto stops =
            m_window->items([](QQuickItem *item) { return item->activeFocusOnTab() && item->isEnabled(); });
        QVERIFY(stops.size() > 5);
        for (QQuickItem *stop : stops) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(stop);
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), stop->metaObject()->className());
        }
    }
}

void KeyboardTest::signingOutOffersToWipeTheCopy()
{
    LinkHealth health = m_fixture->link.health();
    health.replicaBytes = 7 << 20;
    m_fixture->link.set(health);
    const auto ask = [this] {
        auto *account = find("AccountButton");
        account->forceActiveFocus(Qt::TabFocusReason);
        m_window->key(Qt::Key_Return);
        m_window->settle();
        for (int i = 0; i < 6; ++i) // to the last entry of the menu
            m_window->key(Qt::Key_Down);
        m_window->key(Qt::Key_Return);
        m_window->settle();
    };
    ask();
    m_window->key(Qt::Key_Return); // Enter takes the safe way out
    m_window->settle();
    QCOMPARE(m_fixture->link.wipes, 0);
    QCOMPARE(m_fixture->session.state(), Session::State::SignedIn);
    ask();
    m_window->key(Qt::Key_Backtab);
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->link.wipes, 1);
    QCOMPARE(m_fixture->session.state(), Session::State::SignedOut);
}

void KeyboardTest::signInByKeyboard()
{
    m_fixture->session.setWorkspace({QString(), Workspace::Kind::Remote, {}, {}});
    m_fixture->session.become(Session::State::SignedOut);
    QTRY_VERIFY(find("SignInPage"));
    m_window->settle();
    for (const auto &text : {QStringLiteral("https://project.example.com"), QStringLiteral("anon"),
                             QStringLiteral("mk@example.com"), QStringLiteral("secret")}) {
        for (const QChar letter : text)
            m_window->type(letter.toLatin1());
        m_window->key(Qt::Key_Tab);
    }
    // Tab went on over the eye of the password field to the box; Return in a field signs in.
    m_window->key(Qt::Key_Backtab);
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->session.askedEmail, QStringLiteral("mk@example.com"));
}

void KeyboardTest::olderRowsAreAskedFor()
{
    const auto at = [this] { return m_window->window()->activeFocusItem()->property("text").toString(); };
    for (int i = 0; i < 60 && at() != QStringLiteral("Load 90 more days"); ++i)
        m_window->key(Qt::Key_Tab);
    QCOMPARE(at(), QStringLiteral("Load 90 more days"));
    m_window->key(Qt::Key_Return);
    QCOMPARE(m_fixture->link.olderAsked, 1);
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(BOLT_VERSION));
    KeyboardTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "keyboard_test.moc"
