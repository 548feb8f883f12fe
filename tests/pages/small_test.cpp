// SPDX-License-Identifier: GPL-3.0-or-later
// Large text and small windows: five rows stay in sight, nothing that matters is outside, and what does not fit
// scrolls.

#include "models/screens/appearance_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/navigation_screen.h"
#include "models/screens/palette_screen.h"
#include "models/tables/jobs_view.h"
#include "tests/pages/window.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QTranslator>

using namespace bolt;
using namespace bolt::test;

namespace {

QRectF boxOf(QQuickItem *item) { return item->mapRectToScene(QRectF(0, 0, item->width(), item->height())); }

bool is(QQuickItem *item, const char *type)
{
    return QByteArray(item->metaObject()->className()).startsWith(QByteArray(type) + "_QML");
}

/// What of an item is not cut by anything that clips on the way up.
QRectF seen(QQuickItem *item)
{
    QRectF box = boxOf(item);
    for (QQuickItem *up = item->parentItem(); up; up = up->parentItem()) {
        if (up->clip())
            box = box.intersected(boxOf(up));
    }
    return box;
}

} // namespace

class SmallTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveRowsStay_data();
    void fiveRowsStay();
    void pagesScroll_data();
    void pagesScroll();
    void aLowWindowScrollsToTheTable();
    void theFeedIsATab();
    void numbersAndNamesAreNotCut_data();
    void numbersAndNamesAreNotCut();
    void popupsStayInTheWindow_data();
    void popupsStayInTheWindow();

private:
    void sizes()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scale");
        for (const char *language : {"en", "de"}) {
            QTest::addRow("1024 200 %s", language) << QString::fromLatin1(language) << QSize(1024, 640) << 200;
            QTest::addRow("800 100 %s", language) << QString::fromLatin1(language) << QSize(800, 520) << 100;
            QTest::addRow("1024 100 %s", language) << QString::fromLatin1(language) << QSize(1024, 640) << 100;
            QTest::addRow("1440 200 %s", language) << QString::fromLatin1(language) << QSize(1440, 900) << 200;
        }
    }
    void open(const QString &language, QSize size, int scale)
    {
        close();
        QLocale::setDefault(QLocale(language));
        m_translator = std::make_unique<QTranslator>();
        QVERIFY(m_translator->load(QStringLiteral(":/i18n/boltdesk_%1.qm").arg(language)));
        QCoreApplication::installTranslator(m_translator.get());
        m_fixture = std::make_unique<DeskFixture>();
        m_fixture->desk().appearance()->setTextScale(scale);
        m_window = std::make_unique<DeskWindow>(*m_fixture, size.width(), size.height());
        QVERIFY(m_window->window());
        m_window->window()->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
        m_fixture->someEvents();
        m_window->settle(150);
    }
    QQuickItem *find(const char *type) const
    {
        const auto found = m_window->items([type](QQuickItem *item) { return is(item, type); });
        return found.isEmpty() ? nullptr : found.constFirst();
    }
    int wholeRows() const
    {
        const QRectF whole(QPointF(), m_window->window()->size());
        const auto rows = m_window->items([](QQuickItem *item) { return is(item, "JobRow"); });
        return int(std::count_if(rows.begin(), rows.end(), [&](QQuickItem *row) {
            return seen(row).height() >= row->height() && whole.contains(boxOf(row).toAlignedRect());
        }));
    }
    void close()
    {
        m_window.reset();
        m_fixture.reset();
        m_translator.reset();
    }

    std::unique_ptr<QTranslator> m_translator;
    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<DeskWindow> m_window;

private Q_SLOTS:
    void cleanup()
    {
        QCOMPARE(DeskWindow::complaints(), QStringList());
        close();
    }
};

void SmallTest::fiveRowsStay_data() { sizes(); }

void SmallTest::fiveRowsStay()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(int, scale);
    open(language, size, scale);
    const auto check = [&](const char *when) {
        m_window->settle(100);
        QVERIFY2(wholeRows() >= 5, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(when)).arg(wholeRows())));
        const QRectF whole(QPointF(), size);
        for (const char *type : {"TopBar", "SideBar", "StatusBar", "TileBand", "AlertPanel", "JobHeader", "SearchField",
                                 "ConnectionPill", "AccountButton", "NoticeSlot", "SearchButton"}) {
            const auto items = m_window->items([type](QQuickItem *item) { return is(item, type); });
            QVERIFY2(!items.isEmpty(), type);
            for (QQuickItem *item : items)
                QVERIFY2(whole.contains(boxOf(item)), type);
        }
        // What the notice says is read beside itself, not over itself.
        QRectF before;
        for (QQuickItem *word : m_window->items([](QQuickItem *item) {
                 return is(item, "Label") && item->isVisible() && item->parentItem() &&
                        item->parentItem()->parentItem() && item->parentItem()->parentItem()->parentItem() &&
                        is(item->parentItem()->parentItem()->parentItem(), "NoticeSlot");
             })) {
            QVERIFY2(word->width() > 0 && !before.intersects(boxOf(word)), when);
            before = boxOf(word);
        }
        // Who, how far, how many failed, why, how long: these columns are there at any size.
        for (const char *key : {"customer", "progress", "failed", "now", "due"}) {
            const auto heads = m_window->items([key](QQuickItem *item) {
                return item->property("sortable").isValid() && item->property("key").toString() == QLatin1String(key);
            });
            QCOMPARE(heads.size(), 1);
            QVERIFY2(whole.contains(boxOf(heads.constFirst())) && heads.constFirst()->width() >= 30, key);
        }
    };
    check("plain");
    m_window->type('g');
    m_window->type('l');
    m_window->key(Qt::Key_A, Qt::ControlModifier);
    m_window->settle();
    QVERIFY(find("SelectionBar"));
    QVERIFY(QRectF(QPointF(), size).contains(boxOf(find("SelectionBar"))));
    check("selected");
    m_window->key(Qt::Key_Escape);
    m_window->key(Qt::Key_F8);
    check("frozen");
    m_window->key(Qt::Key_F8);
    m_fixture->goOffline(true);
    m_fixture->step();
    check("offline");
    m_fixture->goOffline(false);
    LinkHealth health = m_fixture->link.health();
    health.silentSince = health.asOf = m_fixture->clock.now();
    m_fixture->link.set(health);
    check("silent");
}

void SmallTest::pagesScroll_data() { sizes(); }

void SmallTest::pagesScroll()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(int, scale);
    open(language, size, scale);
    for (const char *page : {"analytics", "system", "drawer"}) {
        if (QByteArray(page) == "drawer")
            m_fixture->desk().job()->showSubmission(m_fixture->firstFailed(m_fixture->firstJob()).toString());
        else
            m_fixture->desk().navigation()->setPage(QString::fromLatin1(page));
        m_window->settle(200);
        const char *root = QByteArray(page) == "analytics" ? "AnalyticsPage"
                           : QByteArray(page) == "system"  ? "SystemPage"
                                                           : "JobDrawer";
        QQuickItem *of = find(root);
        QVERIFY2(of, root);
        const QRectF whole(QPointF(), size);
        const auto flicks = m_window->items([of](QQuickItem *item) {
            return of->isAncestorOf(item) && QByteArray(item->metaObject()->className()).startsWith("QQuickFlickable");
        });
        QVERIFY2(!flicks.isEmpty(), root);
        QQuickItem *flick = flicks.constFirst();
        QVERIFY2(whole.contains(boxOf(flick)), root);
        QVERIFY2(flick->height() >= 120, root); // room for something
        const qreal content = flick->property("contentHeight").toReal();
        if (content <= flick->height())
            continue;
        QTest::mouseMove(m_window->window(), boxOf(flick).center().toPoint());
        const QPointF at = boxOf(flick).center();
        for (int i = 0; i < 60; ++i) {
            QWheelEvent wheel(at, m_window->window()->mapToGlobal(at), QPoint(), QPoint(0, -120), Qt::NoButton, {},
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(m_window->window(), &wheel);
        }
        QTRY_VERIFY2(flick->property("contentY").toReal() > 0, root);
        // Buttons and words do not stick out to the side.
        const auto wide = m_window->items([&](QQuickItem *item) {
            return of->isAncestorOf(item) && item->inherits("QQuickAbstractButton") &&
                   boxOf(item).right() > size.width() + 1;
        });
        QVERIFY2(wide.isEmpty(), root);
    }
}

void SmallTest::aLowWindowScrollsToTheTable()
{
    open(QStringLiteral("en"), QSize(800, 520), 200);
    QQuickItem *page = find("LivePage");
    const auto flicks = m_window->items([page](QQuickItem *item) {
        return QByteArray(item->metaObject()->className()).startsWith("QQuickFlickable") &&
               item->property("contentHeight").toReal() > item->height() && page->isAncestorOf(item);
    });
    QVERIFY(!flicks.isEmpty());
    QQuickItem *flick = flicks.constFirst();
    flick->setProperty("contentY", flick->property("contentHeight").toReal() - flick->height());
    m_window->settle(100);
    QVERIFY2(wholeRows() >= 5, QByteArray::number(wholeRows()));
}

void SmallTest::theFeedIsATab()
{
    open(QStringLiteral("en"), QSize(1024, 640), 200);
    QVERIFY(find("JobsTable") && !find("FeedCard"));
    const auto tabs = m_window->items([](QQuickItem *item) {
        return item->inherits("QQuickAbstractButton") &&
               item->property("text").toString() == QStringLiteral("Activity");
    });
    QCOMPARE(tabs.size(), 1);
    QTest::mouseClick(m_window->window(), Qt::LeftButton, {}, boxOf(tabs.constFirst()).center().toPoint());
    QTRY_VERIFY(find("FeedCard") && !find("JobsTable"));
}

void SmallTest::numbersAndNamesAreNotCut_data() { sizes(); }

/// Where not all of a text has room, it is the filler that goes.
void SmallTest::numbersAndNamesAreNotCut()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(int, scale);
    open(language, size, scale);
    const auto texts = [this](const char *type) {
        return m_window->items([type](QQuickItem *item) {
            QQuickItem *up = item->inherits("QQuickText") ? item : nullptr;
            while (up && !is(up, type))
                up = up->parentItem();
            return up != nullptr;
        });
    };
    const auto read = [](QQuickItem *text) { return text->property("text").toString(); };
    const auto isWhole = [&](QQuickItem *text, const QString &part) {
        if (!text->property("truncated").toBool())
            return true;
        const QString up = read(text).left(read(text).indexOf(part) + part.size());
        return QFontMetricsF(text->property("font").value<QFont>()).horizontalAdvance(up + QChar(0x2026)) <=
               text->width();
    };
    for (QQuickItem *text : texts("LiveTile"))
        QVERIFY2(!read(text).contains(QStringLiteral(" · ")) || !text->property("truncated").toBool(),
                 qPrintable(read(text)));
    m_fixture->desk().live()->jobs()->setFilterText(QStringLiteral("status:paused"));
    m_window->settle(100);
    int pausers = 0;
    for (QQuickItem *text : texts("JobRow")) {
        if (!read(text).contains(QStringLiteral("A. Brandt")) || language != QStringLiteral("de"))
            continue;
        ++pausers;
        QVERIFY2(isWhole(text, QStringLiteral("A. Brandt")), qPrintable(read(text)));
    }
    QVERIFY(pausers > 0 || language != QStringLiteral("de"));
    Command command;
    command.verb = Command::Verb::VerifySubmissions;
    command.submissions.assign(22, m_fixture->firstFailed(m_fixture->firstJob()));
    m_fixture->gateway.hold = undoHold;
    m_fixture->gateway.now = m_fixture->clock.now();
    m_fixture->gateway.submit(command);
    m_fixture->step();
    m_window->settle(150);
    const auto held = texts("HoldToast");
    const auto title = std::find_if(held.begin(), held.end(),
                                    [&](QQuickItem *text) { return read(text).contains(QStringLiteral("22")); });
    QVERIFY(title != held.end());
    QVERIFY2(isWhole(*title, QStringLiteral("22")), qPrintable(read(*title)));
}

void SmallTest::popupsStayInTheWindow_data() { sizes(); }

void SmallTest::popupsStayInTheWindow()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(int, scale);
    open(language, size, scale);
    const QRectF whole(QPointF(), size);
    const auto check = [&](const char *what) {
        m_window->settle(250);
        const auto popups = m_window->items(
            [](QQuickItem *item) { return QByteArray(item->metaObject()->className()) == "QQuickPopupItem"; });
        QVERIFY2(!popups.isEmpty(), what);
        for (QQuickItem *popup : popups)
            QVERIFY2(whole.contains(boxOf(popup)), what);
        m_window->key(Qt::Key_Escape);
        m_window->settle(250);
    };
    m_window->key(Qt::Key_M, Qt::AltModifier);
    check("menu");
    m_window->key(Qt::Key_K, Qt::ControlModifier);
    check("palette");
    m_window->key(Qt::Key_F1);
    check("shortcuts");
    m_window->type('g');
    m_window->type('l');
    m_window->type('j');
    m_window->type('c');
    check("cancel");
    m_window->type('i');
    check("priority");
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(BOLT_VERSION));
    SmallTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "small_test.moc"
