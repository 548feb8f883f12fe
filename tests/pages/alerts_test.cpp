// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts have a place of their own: however many there are, nothing on the page moves, and all of them can be gone
// through, answered and dismissed by key alone.

#include "models/screens/job_screen.h"
#include "models/screens/navigation_screen.h"
#include "models/screens/palette_screen.h"
#include "models/tables/alert_list_model.h"
#include "models/tables/alerts_model.h"
#include "tests/pages/by_key_test.h"
#include "tests/pages/trouble.h"

#include <QAccessible>
#include <QApplication>

using namespace bolt;
using namespace bolt::test;

class AlertsPageTest final : public ByKeyTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingMovesWithTheirNumber();
    void aJobWhoseCustomerHasNoNameIsTold();
    void theListOpensOverThePage();
    void goingThroughTheList();
    void dismissing();
    void aGroupShowsItsJobsAndNoOthers();
    void aDirectoryShowsItsJobs();
    void theFleetIsLookedForWhereItIs();
    void aRowOpensItsJob();
    void everyWayIn();
    void whatIsPointedAtStays();
    void everyControlHasAName();

private:
    AlertsModel *alerts() const { return m_fixture->desk().live()->alerts(); }
    AlertListModel *list() const { return alerts()->list(); }
    QRectF place(const char *type) const
    {
        const QQuickItem *item = find(type);
        return item ? item->mapRectToScene(QRectF(0, 0, item->width(), item->height())) : QRectF();
    }
    QString focused() const
    {
        const QQuickItem *item = m_window->window()->activeFocusItem();
        return item ? item->property("text").toString() : QString();
    }
    int row() const { return find("AlertListHead") ? rows()->property("currentIndex").toInt() : -1; }
    QQuickItem *rows() const
    {
        for (QQuickItem *item : m_window->items([](QQuickItem *i) { return i->inherits("QQuickListView"); })) {
            if (item->property("model").value<QObject *>() == list())
                return item;
        }
        return nullptr;
    }
    void openList()
    {
        m_window->type('a');
        QTRY_VERIFY(find("AlertListHead"));
        QTRY_VERIFY(rows()->hasActiveFocus());
    }
};

void AlertsPageTest::nothingMovesWithTheirNumber()
{
    const Trouble numbers[]{{}, {1}, {40, 20, 36, true}, {160, 22, 59, true}};
    const int counts[]{0, 1, 97, 242};
    QList<QRectF> before;
    for (int i = 0; i < 4; ++i) {
        makeTrouble(*m_fixture, numbers[i]);
        QCOMPARE(alerts()->count(), counts[i]);
        m_window->settle();
        const QList<QRectF> now{place("AlertPanel"), place("JobsTable"), place("FeedCard"), place("JobHeader")};
        QVERIFY(now[0].height() > 60 && now[1].height() > 300);
        if (i > 0)
            QCOMPARE(now, before);
        before = now;
        if (i == 0)
            QVERIFY(m_window
                        ->items([](QQuickItem *item) {
                            return item->property("text").toString() == u"Nothing is wrong right now";
                        })
                        .size() == 1);
    }
}

void AlertsPageTest::aJobWhoseCustomerHasNoNameIsTold()
{
    makeTrouble(*m_fixture, {1});
    Customer nameless = *m_fixture->store.customers().find(CustomerId(QUuid(7000, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2)));
    nameless.companyName.clear();
    Delta delta;
    delta.customers.upserts.push_back(nameless);
    m_fixture->store.apply(delta);
    for (int second = 0; second < 12; ++second)
        m_fixture->ticker.tick();
    m_window->settle();
    const auto told = m_window->items([](QQuickItem *item) {
        return item->property("text").toString().remove(QChar(0x2068)).remove(QChar(0x2069)) ==
               u"Unknown customer missed its SLA";
    });
    QCOMPARE(told.size(), 1);
}

void AlertsPageTest::theListOpensOverThePage()
{
    m_window->type('j');
    const QString chosen = jobs()->currentId();
    QList<QRectF> sizes;
    for (const Trouble &trouble : {Trouble{1}, Trouble{160, 22, 59, true}}) {
        makeTrouble(*m_fixture, trouble);
        const QRectF table = place("JobsTable"), panel = place("AlertPanel");
        openList();
        m_window->settle();
        QCOMPARE(place("JobsTable"), table);
        QCOMPARE(place("AlertPanel"), panel);
        const QRectF over = rows()->mapRectToScene(QRectF(0, 0, rows()->width(), rows()->height()));
        QVERIFY(over.bottom() > table.top() + 100);
        QVERIFY(over.bottom() < m_window->window()->height());
        sizes << over;
        m_window->key(Qt::Key_Escape);
        QTRY_VERIFY(!find("AlertListHead"));
        QTRY_COMPARE(jobs()->currentId(), chosen); // the keyboard is back where it was
        QVERIFY(!list()->isOpen());
    }
    QCOMPARE(sizes[0], sizes[1]);
}

void AlertsPageTest::goingThroughTheList()
{
    makeTrouble(*m_fixture, {5, 2, 31, true});
    openList();
    QCOMPARE(row(), 0);
    // No workers; the late ones, unfolded, three of them and how many more; those at risk; shut directories.
    QCOMPARE(list()->count(), 1 + 1 + 4 + 1 + 1);
    m_window->key(Qt::Key_End);
    QCOMPARE(row(), 7);
    m_window->key(Qt::Key_Right);
    QCOMPARE(list()->count(), 8 + 4);
    QCOMPARE(row(), 7);
    m_window->key(Qt::Key_End);
    m_window->key(Qt::Key_Return); // 28 more
    QCOMPARE(list()->count(), 8 + 31);
    m_window->key(Qt::Key_Left); // to its head, then folded
    QCOMPARE(row(), 7);
    m_window->key(Qt::Key_Left);
    QCOMPARE(list()->count(), 8);
    m_window->type('k');
    QCOMPARE(row(), 6);
    // A letter in the filter is a letter, and Esc there empties it before it closes anything.
    m_window->type('/');
    QTRY_VERIFY(!rows()->hasActiveFocus());
    for (const char letter : {'h', 'o', 't', 'f', 'r'})
        m_window->type(letter);
    QTRY_COMPARE(list()->count(), 1);
    m_window->key(Qt::Key_Escape);
    QTRY_COMPARE(list()->filterText(), QString());
    QVERIFY(find("AlertListHead"));
    m_window->type('a');
    QCOMPARE(list()->filterText(), QStringLiteral("a"));
    m_window->key(Qt::Key_Escape);
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(rows()->hasActiveFocus());
    m_window->type('a');
    QTRY_VERIFY(!find("AlertListHead"));
}

void AlertsPageTest::dismissing()
{
    makeTrouble(*m_fixture, {5, 0, 31});
    openList();
    m_window->key(Qt::Key_Down); // the first of the late ones
    m_window->key(Qt::Key_Delete);
    QCOMPARE(alerts()->count(), 35);
    QCOMPARE(list()->count(), 6); // it keeps its place, marked
    m_window->key(Qt::Key_Delete);
    QCOMPARE(alerts()->count(), 36); // brought back
    m_window->key(Qt::Key_End);
    m_window->key(Qt::Key_Delete);
    QCOMPARE(alerts()->count(), 5);
    QCOMPARE(alerts()->dismissedCount(), 31);
    list()->setDismissed(true);
    QCOMPARE(list()->count(), 1);
    m_window->key(Qt::Key_Home);
    m_window->key(Qt::Key_Delete);
    QCOMPARE(alerts()->count(), 36);
}

void AlertsPageTest::aGroupShowsItsJobsAndNoOthers()
{
    makeTrouble(*m_fixture, {12, 3});
    jobs()->setFilterText(QStringLiteral("nothing at all"));
    m_window->type('g');
    m_window->type('l');
    openList();
    m_window->key(Qt::Key_Return); // twelve that missed their SLA
    QTRY_VERIFY(!find("AlertListHead"));
    QCOMPARE(jobs()->count(), 12);
    QVERIFY(jobs()->filterText().isEmpty());
    for (int i = 0; i < 12; ++i)
        QVERIFY(*jobs()->rowOf(JobId::parse(jobs()->idAt(i)))->job.dueAt < m_fixture->clock.now());
    QTRY_VERIFY(!jobs()->currentId().isEmpty()); // the keyboard is at the jobs
    QQuickItem *chip = find("OnlyChip");
    QVERIFY(chip); // and the table says what it leaves out
    QVERIFY(chip->property("text").toString().startsWith(QStringLiteral("12 ")));
    // What is selected among all is, among few, only what can be seen.
    m_window->type('x');
    jobs()->showOnly({jobs()->idAt(5)}, QStringLiteral("one"));
    QTRY_VERIFY(!find("SelectionBar") || !find("SelectionBar")->isVisible());
    find("OnlyChip")->forceActiveFocus(Qt::TabFocusReason);
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(!find("OnlyChip"));
    QVERIFY(jobs()->count() > 20);
}

void AlertsPageTest::aDirectoryShowsItsJobs()
{
    makeTrouble(*m_fixture, {0, 3, 31});
    openList();
    m_window->key(Qt::Key_End);
    m_window->key(Qt::Key_Right);
    m_window->key(Qt::Key_Down);
    const auto item = list()->data(list()->index(row()), AlertListModel::ItemRole).value<AlertItem>();
    QVERIFY(item.jobs() > 0);
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(!find("AlertListHead"));
    QCOMPARE(jobs()->count(), item.jobs());
    const DirectoryId directory = DirectoryId::parse(item.directoryId());
    for (int i = 0; i < jobs()->count(); ++i) {
        const auto submissions = m_fixture->store.submissionsOf(JobId::parse(jobs()->idAt(i)));
        QVERIFY(std::any_of(submissions.begin(), submissions.end(), [&](const SubmissionId &id) {
            const Submission *s = m_fixture->store.submissions().find(id);
            return s->directory == directory && s->state != SubmissionState::Approved;
        }));
    }
    QVERIFY(find("OnlyChip"));
}

void AlertsPageTest::theFleetIsLookedForWhereItIs()
{
    makeTrouble(*m_fixture, {0, 0, 0, true});
    openList();
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->desk().navigation()->page(), QStringLiteral("system"));
    // It has them in it, and the keyboard is there.
    QTRY_VERIFY(find("WorkersSection"));
    QTRY_VERIFY(m_window->window()->activeFocusItem() &&
                find("WorkersSection")->isAncestorOf(m_window->window()->activeFocusItem()));
    const auto written = m_window->items([this](QQuickItem *item) {
        return item->inherits("QQuickText") && find("WorkersSection")->isAncestorOf(item);
    });
    QStringList texts;
    for (const QQuickItem *item : written)
        texts.append(item->property("text").toString());
    QVERIFY2(texts.contains(QStringLiteral("worker-1")) && texts.contains(QStringLiteral("offline")),
             qPrintable(texts.join(u'|')));
}

void AlertsPageTest::aRowOpensItsJob()
{
    makeTrouble(*m_fixture, {3});
    openList();
    m_window->key(Qt::Key_Down);
    const QString id = list()->data(list()->index(1), AlertListModel::ItemRole).value<AlertItem>().jobId();
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(find("JobDrawer"));
    QCOMPARE(m_fixture->desk().job()->jobId(), id);
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->desk().job()->open());
    QTRY_VERIFY(m_window->window()->activeFocusItem());
    openList();
}

void AlertsPageTest::everyWayIn()
{
    makeTrouble(*m_fixture, {3, 3, 3});
    // By Tab: the panel's buttons stand before the table.
    for (int i = 0; i < 20 && !focused().startsWith(QStringLiteral("Show all")); ++i)
        m_window->key(Qt::Key_Backtab);
    QVERIFY(focused().startsWith(QStringLiteral("Show all")));
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(find("AlertListHead"));
    m_window->key(Qt::Key_Escape);
    QTRY_VERIFY(!find("AlertListHead"));
    // From another page, by the palette.
    m_window->type('g');
    m_window->type('s');
    QTRY_COMPARE(m_fixture->desk().navigation()->page(), QStringLiteral("system"));
    m_fixture->desk().palette()->show();
    m_fixture->desk().palette()->setText(QStringLiteral("all alerts"));
    m_fixture->desk().palette()->take(0);
    QTRY_VERIFY(find("AlertListHead"));
    QCOMPARE(m_fixture->desk().navigation()->page(), QStringLiteral("live"));
}

void AlertsPageTest::whatIsPointedAtStays()
{
    makeTrouble(*m_fixture, {0, 3, 3});
    m_window->settle();
    const auto lines = [this] {
        QStringList out;
        for (QQuickItem *item : m_window->items(
                 [](QQuickItem *i) { return QByteArray(i->metaObject()->className()).startsWith("AlertLine"); }))
            out << item->property("title").toString();
        return out;
    };
    const QStringList before = lines();
    QCOMPARE(before.size(), 2);
    const QPoint inside = place("AlertPanel").center().toPoint();
    QTest::mouseMove(m_window->window(), inside);
    QTRY_VERIFY(alerts()->held());
    makeTrouble(*m_fixture, {4, 3, 3, true});
    QCOMPARE(lines().mid(0, 2), before); // worse things come below while one points here
    QTest::mouseMove(m_window->window(), QPoint(5, 5));
    QTRY_VERIFY(!alerts()->held());
    QTRY_VERIFY(lines().first() != before.first());
}

void AlertsPageTest::everyControlHasAName()
{
    makeTrouble(*m_fixture, {5, 2, 31, true});
    openList();
    m_window->settle();
    int found = 0;
    for (QQuickItem *item : m_window->items([](QQuickItem *i) {
             return i->inherits("QQuickAbstractButton") || i->inherits("QQuickTextField") ||
                    QByteArray(i->metaObject()->className()).startsWith("Alert");
         })) {
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(item);
        const bool button = item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField");
        if (!spoken || (button && !item->isEnabled()))
            continue;
        const QByteArray type = item->metaObject()->className();
        if (!button && !type.startsWith("AlertRow") && !type.startsWith("AlertLine") && !type.startsWith("AlertPanel"))
            continue;
        QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), type.constData());
        ++found;
    }
    QVERIFY(found > 20);
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    AlertsPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "alerts_test.moc"
