// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing on screen moves except what the person moved: whatever happens, everything keeps its place and its size.

#include "models/screens/appearance_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/navigation_screen.h"
#include "models/tables/jobs_view.h"
#include "tests/pages/by_key_test.h"

#include <QApplication>

using namespace bolt;
using namespace bolt::test;

namespace {

using Places = QMap<QString, QRectF>;

QRectF boxOf(QQuickItem *item) { return item->mapRectToScene(QRectF(0, 0, item->width(), item->height())); }

QString kindOf(QQuickItem *item)
{
    return QString::fromLatin1(item->metaObject()->className()).section(QStringLiteral("_QML"), 0, 0);
}

} // namespace

class PlacesTest final : public ByKeyTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingMovesOnThePage();
    void theTitleBarStands_data();
    void theTitleBarStands();
    void nothingMovesInTheDrawer();
    void newsCoverNothing_data();
    void newsCoverNothing();
    void aColumnIsDragged();
    void aFigureSortsItsLargestFirst();
    void noHintWhileAMenuIsOpen();

private:
    /// Of what a hand may be on its way to: parts of the page, tiles, heads, rows, buttons.
    Places places(const QStringList &kinds) const
    {
        Places all;
        QMap<QString, int> seen;
        const auto items = m_window->items([&](QQuickItem *item) { return kinds.contains(kindOf(item)); });
        for (QQuickItem *item : items) {
            const QString name = kindOf(item);
            all.insert(QStringLiteral("%1 %2").arg(name).arg(seen[name]++), boxOf(item));
        }
        return all;
    }
    void compare(const Places &before, const Places &now, const char *what) const
    {
        for (auto it = before.begin(); it != before.end(); ++it) {
            const QRectF box = now.value(it.key());
            QVERIFY2(box == it.value(), qPrintable(QStringLiteral("%1: %2 was at %3,%4 %5×%6 and is at %7,%8 %9×%10")
                                                       .arg(QLatin1String(what), it.key())
                                                       .arg(it->x())
                                                       .arg(it->y())
                                                       .arg(it->width())
                                                       .arg(it->height())
                                                       .arg(box.x())
                                                       .arg(box.y())
                                                       .arg(box.width())
                                                       .arg(box.height())));
        }
    }
    /// As many directories are shut off.
    void shutOff(int count)
    {
        Delta delta;
        for (const Directory &row : m_fixture->store.directories().rows()) {
            delta.directories.upserts.push_back(row);
            Directory &directory = delta.directories.upserts.back();
            const bool open = int(delta.directories.upserts.size()) <= count;
            directory.circuit = open ? CircuitState::Open : CircuitState::Closed;
            directory.circuitOpenUntil.reset();
            if (open)
                directory.circuitOpenUntil = m_fixture->clock.now() + std::chrono::minutes(17);
        }
        while (int(delta.directories.upserts.size()) < count) {
            Directory more = delta.directories.upserts.front();
            more.id = DirectoryId(QUuid(9, 0, 0, 0, 0, 0, 0, 0, 0, uchar(delta.directories.upserts.size() >> 8),
                                        uchar(delta.directories.upserts.size())));
            delta.directories.upserts.push_back(more);
        }
        m_fixture->store.apply(delta);
        m_fixture->step();
    }
    void tellNews(bool bad)
    {
        Command command;
        command.verb = Command::Verb::PauseJob;
        command.job = m_fixture->firstJob();
        const ActionId id = m_fixture->gateway.submit(command);
        m_fixture->gateway.settle(id, bad ? ActionStatus::Phase::Refused : ActionStatus::Phase::Applied, bad ? 0 : 1,
                                  {},
                                  bad ? std::optional(Error{Error::Kind::Conflict,
                                                            QStringLiteral("conflict"),
                                                            QStringLiteral("Somebody paused it before you."),
                                                            {},
                                                            0})
                                      : std::nullopt);
        m_fixture->step();
    }
};

void PlacesTest::nothingMovesOnThePage()
{
    const QStringList kinds{QStringLiteral("LiveTile"),   QStringLiteral("AlertPanel"), QStringLiteral("JobsTable"),
                            QStringLiteral("JobHeader"),  QStringLiteral("HeaderCell"), QStringLiteral("SearchField"),
                            QStringLiteral("FeedCard"),   QStringLiteral("NavItem"),    QStringLiteral("AccountButton"),
                            QStringLiteral("StatusBar"),  QStringLiteral("PageHead"),   QStringLiteral("NoticeSlot"),
                            QStringLiteral("WhyLine"),    QStringLiteral("RowCheck"),   QStringLiteral("SearchButton"),
                            QStringLiteral("StackedBar"), QStringLiteral("Key")};
    m_window->key(Qt::Key_Escape);
    m_window->settle(100);
    const Places before = places(kinds);
    QVERIFY(before.size() > 30);
    const auto same = [&](const char *what) {
        m_window->settle(100);
        compare(before, places(kinds), what);
    };
    m_window->key(Qt::Key_F8);
    m_fixture->someEvents();
    same("frozen");
    m_window->key(Qt::Key_F8);
    same("thawed");
    for (const int alerts : {0, 1, 97, 242}) {
        shutOff(alerts);
        same(qPrintable(QStringLiteral("%1 shut off").arg(alerts)));
    }
    shutOff(0);
    tellNews(false);
    same("good news");
    tellNews(true);
    tellNews(true);
    same("bad news");
    m_window->key(Qt::Key_A, Qt::ControlModifier);
    same("all selected");
    m_window->key(Qt::Key_Escape);
    m_window->type('j');
    m_window->type('x');
    same("one selected");
    m_window->key(Qt::Key_Escape);
    m_fixture->addJob(QStringLiteral("Newcomer"), 50);
    same("a new job waits");
    m_fixture->goOffline(true);
    m_fixture->step();
    same("offline");
    m_fixture->goLive();
    m_fixture->step();
    same("live again");
}

void PlacesTest::theTitleBarStands_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("percent");
    QTest::newRow("1440, 100 %") << 1440 << 100;
    QTest::newRow("1024, 200 %") << 1024 << 200;
}

/// Whatever the pill has to say, it says it in its own place.
void PlacesTest::theTitleBarStands()
{
    QFETCH(int, width);
    QFETCH(int, percent);
    m_fixture->desk().appearance()->setTextScale(percent);
    m_window->window()->resize(width, 640);
    const QStringList kinds{QStringLiteral("IconButton"), QStringLiteral("SearchButton"),
                            QStringLiteral("AccountButton")};
    const auto ofTheBar = [&] {
        m_window->settle(100);
        Places all = places(kinds);
        all.removeIf([](const auto &it) { return it.value().top() > 100; });
        const QRectF pill = boxOf(find("ConnectionPill"));
        for (const QRectF &box : all) {
            if (pill.intersects(box))
                all.clear();
        }
        return all;
    };
    const Places before = ofTheBar();
    QVERIFY(before.size() >= 4);
    const auto same = [&](const char *what) { compare(before, ofTheBar(), what); };
    LinkHealth silent = m_fixture->link.health();
    silent.silentSince = silent.asOf = m_fixture->clock.now();
    m_fixture->link.set(silent);
    auto *format = m_window->singleton<Format>("Format");
    for (const double seconds : {3, 59, 3540, 45'000}) {
        format->fixNow(double(toMillis(*silent.silentSince)) + 1000 * seconds);
        same("no answer");
    }
    format->fixNow(double(toMillis(*silent.silentSince)));
    for (const bool retrying : {false, true}) {
        m_fixture->goOffline(retrying);
        same("offline");
        format->fixNow(double(toMillis(*silent.silentSince)) + 720'000);
        same("offline, and old");
    }
    m_fixture->goLoading();
    same("loading");
    m_fixture->goLive();
    same("live again");
}

void PlacesTest::nothingMovesInTheDrawer()
{
    m_window->key(Qt::Key_Return);
    QTRY_VERIFY(find("JobDrawer"));
    m_window->settle(150);
    const QStringList kinds{QStringLiteral("Button"), QStringLiteral("Legend"), QStringLiteral("MosaicView"),
                            QStringLiteral("DrawerFoot"), QStringLiteral("PendingLine")};
    QQuickItem *drawer = find("JobDrawer");
    const auto inDrawer = [&] {
        Places all;
        QMap<QString, int> seen;
        const auto items = m_window->items([&](QQuickItem *item) {
            // The steps out of what holds the job go with what holds it.
            const QQuickItem *reasons = find("WhyBlock");
            return kinds.contains(kindOf(item)) && drawer->isAncestorOf(item) &&
                   !(reasons && reasons->isAncestorOf(item));
        });
        for (QQuickItem *item : items)
            all.insert(QStringLiteral("%1 %2").arg(kindOf(item)).arg(seen[kindOf(item)]++), boxOf(item));
        return all;
    };
    const Places before = inDrawer();
    QVERIFY(before.size() >= 7);
    const auto same = [&](const char *what) {
        m_window->settle(100);
        compare(before, inDrawer(), what);
    };
    m_fixture->someEvents();
    same("events");
    m_window->type('p');
    m_fixture->step();
    same("a pause under way");
    const auto actions = m_fixture->gateway.actions();
    if (!actions.empty())
        m_fixture->gateway.settle(actions.back().id, ActionStatus::Phase::Refused, 0, {},
                                  Error{Error::Kind::Conflict, {}, QStringLiteral("No."), {}, 0});
    m_fixture->step();
    same("refused");
    m_window->type('X');
    same("squares selected");
    m_window->key(Qt::Key_Escape);
    same("squares let go");
    m_fixture->session.setRole(Role::Viewer);
    m_fixture->session.become(Session::State::SignedIn);
    same("nothing allowed");
    // All that was failed or open is skipped: counts go to nothing and the button has none to retry.
    Delta delta;
    for (const Submission &row : m_fixture->store.submissions().rows()) {
        if (row.job.toString() != m_fixture->desk().job()->jobId())
            continue;
        delta.submissions.upserts.push_back(row);
        delta.submissions.upserts.back().state = SubmissionState::Skipped;
    }
    m_fixture->store.apply(delta);
    m_fixture->step();
    same("all skipped");
}

void PlacesTest::newsCoverNothing_data()
{
    QTest::addColumn<char>("page");
    QTest::addColumn<bool>("drawer");
    QTest::newRow("live") << 'l' << false;
    QTest::newRow("analytics") << 'a' << false;
    QTest::newRow("system") << 's' << false;
    QTest::newRow("drawer") << 'l' << true;
}

void PlacesTest::newsCoverNothing()
{
    QFETCH(char, page);
    QFETCH(bool, drawer);
    m_window->type('g');
    m_window->type(page);
    m_window->settle(100);
    if (drawer) {
        m_window->key(Qt::Key_Return);
        QTRY_VERIFY(find("JobDrawer"));
        m_window->settle(200);
    }
    tellNews(true);
    tellNews(true);
    m_window->settle(100);
    QQuickItem *news = find("Announcements");
    QVERIFY(news && news->property("shown").toBool());
    const QRectF box = boxOf(news);
    QVERIFY(box.height() >= 24 && box.width() >= 200);
    QVERIFY(QRectF(0, 0, 1440, 900).contains(box));
    const auto under = m_window->items([&](QQuickItem *item) {
        return (item->inherits("QQuickText") || item->inherits("QQuickAbstractButton")) && !news->isAncestorOf(item) &&
               !item->property("text").toString().isEmpty() && item->width() > 0 && item->height() > 0;
    });
    for (QQuickItem *item : under) {
        // The drawer lies over the page, and the page's words below it are not in sight.
        if (drawer && !find("JobDrawer")->isAncestorOf(item))
            continue;
        const QRectF both = boxOf(item).intersected(box);
        QVERIFY2(both.width() < 1 || both.height() < 1, qPrintable(item->property("text").toString()));
    }
}

void PlacesTest::aColumnIsDragged()
{
    const auto head = [this](const char *key) -> QQuickItem * {
        for (QQuickItem *item : m_window->items([](QQuickItem *i) { return i->property("sortable").isValid(); })) {
            if (item->property("key").toString() == QLatin1String(key))
                return item;
        }
        return nullptr;
    };
    const auto drag = [&](const char *key, int by) {
        const QRectF box = boxOf(head(key));
        const QPoint from = QPointF(box.right() + 3, box.center().y()).toPoint();
        QTest::mouseMove(m_window->window(), from);
        QTest::mousePress(m_window->window(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 6; ++i)
            QTest::mouseMove(m_window->window(), from + QPoint(by * i / 6, 0));
        QTest::mouseRelease(m_window->window(), Qt::LeftButton, {}, from + QPoint(by, 0));
        m_window->settle();
    };
    const QString sorted = jobs()->sortKey();
    const bool descending = jobs()->sortDescending();
    for (const char *key : {"customer", "package", "failed", "now", "rate", "eta", "due"}) {
        const qreal before = head(key)->width();
        drag(key, -10);
        QVERIFY2(qAbs(head(key)->width() - (before - 10)) <= 1, key);
        drag(key, 6);
        QVERIFY2(qAbs(head(key)->width() - (before - 4)) <= 1, key);
    }
    QCOMPARE(jobs()->sortKey(), sorted); // a drag is no click
    QCOMPARE(jobs()->sortDescending(), descending);
    // Beyond what there is room for it stops, and takes back nothing.
    const qreal package = head("package")->width();
    drag("customer", 400);
    QCOMPARE(head("package")->width(), package);
    const qreal wide = head("customer")->width();
    QVERIFY(head("progress")->width() >= 99);
    // It is kept.
    m_window.reset();
    m_window = std::make_unique<DeskWindow>(*m_fixture, 1440, 900);
    QTRY_VERIFY(head("customer"));
    QTRY_COMPARE(head("customer")->width(), wide);
    QCOMPARE(head("package")->width(), package);
}

void PlacesTest::aFigureSortsItsLargestFirst()
{
    const auto heads = m_window->items([](QQuickItem *i) { return i->property("sortable").isValid(); });
    for (QQuickItem *head : heads) {
        const QString key = head->property("key").toString();
        QTest::mouseClick(m_window->window(), Qt::LeftButton, {}, boxOf(head).center().toPoint());
        m_window->settle();
        QCOMPARE(jobs()->sortKey(), key);
        if (key == QStringLiteral("failed")) {
            const int first = jobs()->rowOf(JobId::parse(jobs()->idAt(0)))->failedCount();
            for (int i = 1; i < jobs()->count(); ++i)
                QVERIFY(jobs()->rowOf(JobId::parse(jobs()->idAt(i)))->failedCount() <= first);
            QVERIFY(first > 0);
        }
        // Its word is whole, with the arrow beside it.
        const auto words = m_window->items([&](QQuickItem *item) {
            return head->isAncestorOf(item) && item->inherits("QQuickText") && item->property("truncated").toBool();
        });
        QVERIFY2(words.isEmpty(), qPrintable(key));
    }
}

void PlacesTest::noHintWhileAMenuIsOpen()
{
    const auto heads = m_window->items([](QQuickItem *i) {
        return i->property("sortable").isValid() && i->property("key").toString() == QStringLiteral("failed");
    });
    QCOMPARE(heads.size(), 1);
    QTest::mouseMove(m_window->window(), boxOf(heads.constFirst()).center().toPoint());
    const auto hints = [this] {
        return m_window->items([](QQuickItem *item) {
            return item->inherits("QQuickText") &&
                   item->property("text").toString().startsWith(QStringLiteral("Failed for good, rejected"));
        });
    };
    QTRY_COMPARE(hints().size(), 1);
    // Above the head, not over the first rows.
    QVERIFY(boxOf(hints().constFirst()).bottom() <= boxOf(heads.constFirst()).top());
    m_window->key(Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE(hints().size(), 0);
    m_window->key(Qt::Key_Escape);
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(BOLT_VERSION));
    PlacesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "places_test.moc"
