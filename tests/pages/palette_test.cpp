// SPDX-License-Identifier: GPL-3.0-or-later
// Search or command without a mouse, and once with it.

#include "models/screens/appearance_screen.h"
#include "models/screens/held_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/navigation_screen.h"
#include "models/screens/palette_screen.h"
#include "tests/pages/by_key_test.h"

#include <QApplication>
#include <QClipboard>

using namespace bolt;
using namespace bolt::test;

class PaletteTest final : public ByKeyTest
{
    Q_OBJECT

private Q_SLOTS:
    void opensTypesAndGivesTheKeyboardBack();
    void walksTheLines();
    void runsACommand();
    void undoesAndCopies();
    void opensAJobAndASubmission();
    void leadsToTheJobsOfACustomer();
    void leadsToTheJobsAtADirectory();
    void saysWhyThereIsNothing();
    void isThereForTheMouse();
    void whatIsFoundIsText();

private:
    PaletteScreen *palette() const { return m_fixture->desk().palette(); }
    bool isShown(const QString &words) const
    {
        return !m_window
                    ->items([&](QQuickItem *item) {
                        return item->inherits("QQuickText") && item->property("text").toString().contains(words);
                    })
                    .isEmpty();
    }
    void open()
    {
        m_window->key(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(palette()->open());
        QTRY_VERIFY(m_window->window()->activeFocusItem() &&
                    m_window->window()->activeFocusItem()->inherits("QQuickTextField"));
    }
    void type(const char *words)
    {
        for (const char *letter = words; *letter; ++letter)
            m_window->type(*letter);
    }
    SearchHit hit(SearchHit::Kind kind, const QUuid &id, const QString &name) const
    {
        SearchHit h;
        h.kind = kind;
        h.id = id;
        h.name = name;
        h.about = QStringLiteral("about it");
        h.state = kind == SearchHit::Kind::Job ? QStringLiteral("in_progress") : QStringLiteral("failed");
        h.code = kind == SearchHit::Kind::Submission ? QStringLiteral("CAPTCHA") : QString();
        h.at = m_fixture->clock.now() - Seconds(90);
        return h;
    }
};

void PaletteTest::opensTypesAndGivesTheKeyboardBack()
{
    m_window->type('j');
    const QString chosen = jobs()->currentId();
    QQuickItem *before = m_window->window()->activeFocusItem();
    open();
    type("smith");
    QCOMPARE(palette()->text(), QStringLiteral("smith"));
    QCOMPARE(m_fixture->search.asked.constLast(), QStringLiteral("smith"));
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(!palette()->open());
    QTRY_COMPARE(m_window->window()->activeFocusItem(), before);
    QCOMPARE(jobs()->currentId(), chosen);
    open();
    QCOMPARE(palette()->text(), QString()); // it begins anew
    const auto *field = m_window->window()->activeFocusItem();
    QCOMPARE(field->property("text").toString(), QString());
    m_window->key(Qt::Key_K, Qt::ControlModifier); // the same keys close it
    QTRY_VERIFY(!palette()->open());
    QTRY_COMPARE(m_window->window()->activeFocusItem(), before);
}

void PaletteTest::walksTheLines()
{
    open();
    const int last = palette()->lines()->count() - 1;
    QVERIFY(last > 8);
    QCOMPARE(palette()->current(), 0);
    m_window->key(Qt::Key_Down);
    m_window->key(Qt::Key_Down);
    QCOMPARE(palette()->current(), 2);
    m_window->key(Qt::Key_Up);
    QCOMPARE(palette()->current(), 1);
    m_window->key(Qt::Key_End);
    QCOMPARE(palette()->current(), last);
    m_window->key(Qt::Key_Down); // no way round: who holds the key down comes to the end
    QCOMPARE(palette()->current(), last);
    m_window->settle();
    QVERIFY(isShown(QStringLiteral("Quit"))); // in view
    m_window->key(Qt::Key_Home);
    QCOMPARE(palette()->current(), 0);
    m_window->key(Qt::Key_Up);
    QCOMPARE(palette()->current(), 0);
    m_window->key(Qt::Key_PageDown);
    QVERIFY(palette()->current() > 3);
    m_window->key(Qt::Key_Tab); // the keyboard stays in the field
    QVERIFY(m_window->window()->activeFocusItem()->inherits("QQuickTextField"));
}

void PaletteTest::runsACommand()
{
    open();
    type("syst");
    QCOMPARE(palette()->lines()->count(), 1);
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->desk().navigation()->page(), QStringLiteral("system"));
    QVERIFY(!palette()->open());
    const bool dark = m_fixture->desk().appearance()->dark();
    open();
    type("theme");
    m_window->key(Qt::Key_Return);
    QCOMPARE(m_fixture->desk().appearance()->dark(), !dark);
    open();
    type("keyboard sh");
    m_window->key(Qt::Key_Enter);
    QTRY_VERIFY(find("ShortcutSheet") || isShown(QStringLiteral("Everywhere")));
    m_window->key(Qt::Key_Escape);
    open();
    type("freeze");
    m_window->key(Qt::Key_Return);
    QVERIFY(m_fixture->desk().live()->frozen());
    QCOMPARE(palette()->lines()->count(), 0);
    open();
    type("unfreeze"); // what stands there is what it would do now
    QCOMPARE(palette()->lines()->count(), 1);
    m_window->key(Qt::Key_Return);
    QVERIFY(!m_fixture->desk().live()->frozen());
    open();
    type("sign out");
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->session.state(), Session::State::SignedOut);
}

/// What has a key stands in the sheet, in the menu, and here while there is something to do.
void PaletteTest::undoesAndCopies()
{
    m_window->key(Qt::Key_F1);
    QTRY_VERIFY(isShown(QStringLiteral("undo what is not sent yet")));
    QVERIFY(isShown(QStringLiteral("copy an answer for the customer")));
    m_window->key(Qt::Key_Escape);
    const auto offered = [&](const char *words) {
        open();
        type(words);
        const int lines = palette()->lines()->count();
        m_window->key(Qt::Key_Escape);
        return lines;
    };
    QCOMPARE(offered("undo"), 0);
    QCOMPARE(offered("copy an answer"), 0);
    m_fixture->gateway.hold = undoHold;
    m_fixture->gateway.now = m_fixture->clock.now();
    Command pause;
    pause.verb = Command::Verb::PauseJob;
    pause.job = m_fixture->firstJob();
    m_fixture->gateway.submit(pause);
    m_fixture->step();
    QCOMPARE(m_fixture->desk().held()->count(), 1);
    m_window->key(Qt::Key_M, Qt::AltModifier);
    QTRY_VERIFY(isShown(QStringLiteral("Edit")));
    m_window->key(Qt::Key_Escape);
    QCOMPARE(offered("undo"), 1);
    open();
    type("undo");
    m_window->key(Qt::Key_Return);
    QCOMPARE(m_fixture->desk().held()->count(), 0);
    m_fixture->desk().job()->show(m_fixture->firstJob().toString());
    m_fixture->step();
    QTRY_VERIFY(m_fixture->desk().job()->open());
    QGuiApplication::clipboard()->clear();
    open();
    type("copy an answer");
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
}

void PaletteTest::opensAJobAndASubmission()
{
    const JobId job = m_fixture->firstJob();
    const SubmissionId failed = m_fixture->firstFailed(job);
    m_fixture->search.answer =
        std::vector<SearchHit>{hit(SearchHit::Kind::Job, job.uuid(), QStringLiteral("Harbor Dental Group")),
                               hit(SearchHit::Kind::Submission, failed.uuid(), QStringLiteral("hotfrog.com"))};
    open();
    type("dental");
    QTRY_COMPARE(palette()->lines()->count(), 2);
    QTRY_VERIFY(isShown(QStringLiteral("CAPTCHA")));
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->desk().job()->jobId(), job.toString());
    QTRY_VERIFY(find("JobDrawer"));
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->desk().job()->open());
    open();
    type("dental");
    QTRY_COMPARE(palette()->lines()->count(), 2);
    m_window->key(Qt::Key_Down);
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->desk().job()->submissionId(), failed.toString());
    QCOMPARE(m_fixture->desk().job()->jobId(), job.toString());
}

void PaletteTest::leadsToTheJobsOfACustomer()
{
    m_fixture->desk().navigation()->setPage(QStringLiteral("system"));
    const Customer &harbor = m_fixture->store.customers().rows()[1];
    jobs()->setFilterText(QStringLiteral("nobody has this name"));
    m_fixture->search.answer =
        std::vector<SearchHit>{hit(SearchHit::Kind::Customer, harbor.id.uuid(), harbor.companyName)};
    const auto choose = [&] {
        open();
        type("dental");
        QTRY_COMPARE(palette()->lines()->count(), 1);
        m_window->key(Qt::Key_Return);
    };
    choose();
    QTRY_COMPARE(m_fixture->desk().navigation()->page(), QStringLiteral("live"));
    QCOMPARE(jobs()->filterText(), QString());
    QCOMPARE(jobs()->count(), 1);
    QVERIFY(jobs()->onlyLabel().contains(harbor.companyName));
    QTRY_VERIFY(!jobs()->currentId().isEmpty()); // and the list has the keyboard
    QVERIFY(isShown(harbor.companyName));

    // None of its jobs is active any more: the newest opens, and nothing is left out of the table.
    jobs()->showAll();
    m_fixture->step();
    Job done =
        *m_fixture->store.jobs().find(JobId::parse(m_fixture->desk().live()->jobsOf(harbor.id.toString()).value(0)));
    done.state = JobState::Completed;
    Delta over;
    over.jobs.upserts.push_back(done);
    m_fixture->store.apply(over);
    m_fixture->step();
    choose();
    QTRY_COMPARE(m_fixture->desk().job()->jobId(), done.id.toString());
    QCOMPARE(jobs()->onlyLabel(), QString());
    QCOMPARE(jobs()->filterText(), QString());
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->desk().job()->open());

    // No job at all: a sentence.
    m_fixture->search.answer = std::vector<SearchHit>{hit(
        SearchHit::Kind::Customer, QUuid::createUuidV5(QUuid(), QStringLiteral("new")), QStringLiteral("New Dental"))};
    choose();
    QTRY_VERIFY(isShown(QStringLiteral("No job of")));
    QVERIFY(!m_fixture->desk().job()->open());
    QCOMPARE(jobs()->onlyLabel(), QString());
    QCOMPARE(jobs()->filterText(), QString());
}

void PaletteTest::leadsToTheJobsAtADirectory()
{
    const LiveScreen *live = m_fixture->desk().live();
    const auto directories = m_fixture->store.directories().rows();
    const auto busy = std::find_if(directories.begin(), directories.end(),
                                   [&](const Directory &d) { return !live->jobsAt(d.id.toString()).isEmpty(); });
    QVERIFY(busy != directories.end());
    m_fixture->search.answer = std::vector<SearchHit>{hit(SearchHit::Kind::Directory, busy->id.uuid(), busy->name)};
    open();
    type("dental");
    QTRY_COMPARE(palette()->lines()->count(), 1);
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(jobs()->onlyLabel().contains(busy->name));
    QCOMPARE(jobs()->count(), int(live->jobsAt(busy->id.toString()).size()));
    jobs()->showAll();
    m_fixture->search.answer = std::vector<SearchHit>{
        hit(SearchHit::Kind::Directory, QUuid::createUuidV5(QUuid(), QStringLiteral("idle")), QStringLiteral("Idle"))};
    open();
    type("idle");
    QTRY_COMPARE(palette()->lines()->count(), 1);
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(isShown(QStringLiteral("No active job has work left at")));
    QCOMPARE(jobs()->onlyLabel(), QString());
}

void PaletteTest::saysWhyThereIsNothing()
{
    open();
    type("zzz");
    QTRY_VERIFY(isShown(QStringLiteral("Nothing found")));
    m_fixture->search.answer = Error{Error::Kind::NotFound, QStringLiteral("no_copy"), {}, {}, 0};
    type("z");
    QTRY_VERIFY(isShown(QStringLiteral("Nothing on this computer to search yet")));
    m_fixture->search.answer = Error{Error::Kind::Storage, QStringLiteral("11"), QStringLiteral("malformed"), {}, 0};
    type("z");
    QTRY_VERIFY(isShown(QStringLiteral("The search failed: malformed")));
}

void PaletteTest::isThereForTheMouse()
{
    QQuickItem *button = find("SearchButton");
    QVERIFY(button);
    const auto middle = [](QQuickItem *item) {
        return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
    };
    QTest::mouseClick(m_window->window(), Qt::LeftButton, {}, middle(button));
    QTRY_VERIFY(palette()->open());
    m_window->settle();
    QQuickItem *row = find("PaletteRow");
    QVERIFY(row);
    type("analytics");
    m_window->settle();
    QTest::mouseClick(m_window->window(), Qt::LeftButton, {}, middle(find("PaletteRow")));
    QTRY_COMPARE(m_fixture->desk().navigation()->page(), QStringLiteral("analytics"));
    QVERIFY(!palette()->open());
    open();
    QTest::mouseClick(m_window->window(), Qt::LeftButton, {}, QPoint(20, 880)); // beside it
    QTRY_VERIFY(!palette()->open());
}

void PaletteTest::whatIsFoundIsText()
{
    const QString evil = QStringLiteral("<b>bold</b><img src='http://127.0.0.1/x'>\n") + QString(4000, u'w');
    m_fixture->search.answer = std::vector<SearchHit>{hit(SearchHit::Kind::Customer, QUuid::createUuid(), evil)};
    open();
    type("bold");
    QTRY_VERIFY(isShown(QStringLiteral("<b>bold</b><img")));
    for (QQuickItem *item : m_window->items([](QQuickItem *i) { return i->inherits("QQuickText"); }))
        QCOMPARE(item->property("textFormat").toInt(), int(Qt::PlainText));
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(BOLT_VERSION));
    PaletteTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "palette_test.moc"
