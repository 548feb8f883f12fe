// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest window in the longest language: nothing runs over anything, no heading loses its end.

#include "models/screens/appearance_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/navigation_screen.h"
#include "tests/pages/window.h"

#include <QApplication>
#include <QTranslator>

using namespace bolt;
using namespace bolt::test;

namespace {

struct Words
{
    QQuickItem *item;
    QString text;
    QRectF box;
};

/// Where an item's words are really painted, cut by everything that clips on the way up.
QRectF painted(QQuickItem *item)
{
    const qreal width = qMin(item->width(), item->property("contentWidth").toReal());
    const qreal height = qMin(item->height(), item->property("contentHeight").toReal());
    const int align = item->property("effectiveHorizontalAlignment").toInt();
    const qreal x = align & Qt::AlignRight     ? item->width() - width
                    : align & Qt::AlignHCenter ? (item->width() - width) / 2
                                               : 0;
    QRectF box = item->mapRectToScene(QRectF(x, (item->height() - height) / 2, width, height));
    for (QQuickItem *up = item->parentItem(); up; up = up->parentItem()) {
        if (up->clip())
            box = box.intersected(up->mapRectToScene(QRectF(0, 0, up->width(), up->height())));
    }
    return box;
}

bool isBelow(QQuickItem *item, QQuickItem *ancestor)
{
    for (QQuickItem *up = item; up; up = up->parentItem()) {
        if (up == ancestor)
            return true;
    }
    return false;
}

} // namespace

class LayoutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scene_data();
    void scene();
    void aWindowFitsItsScreen_data();
    void aWindowFitsItsScreen();
};

void LayoutTest::scene_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<int>("scale");
    for (const char *page : {"live", "drawer", "analytics", "system", "signin"})
        QTest::addRow("%s", page) << QString::fromLatin1(page) << 100;
    QTest::newRow("live, small text") << QStringLiteral("live") << 80;
}

void LayoutTest::scene()
{
    QFETCH(QString, page);
    QFETCH(int, scale);
    QLocale::setDefault(QLocale(QLocale::German));
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(":/i18n/boltdesk_de.qm")));
    QCoreApplication::installTranslator(&translator);
    DeskFixture fixture;
    fixture.desk().appearance()->setTextScale(scale);
    DeskWindow window(fixture, 1024, 640);
    QVERIFY(window.window());
    fixture.someEvents();
    if (page == QStringLiteral("drawer")) {
        fixture.desk().job()->showSubmission(fixture.firstFailed(fixture.firstJob()).toString());
    } else if (page == QStringLiteral("signin")) {
        fixture.session.setWorkspace({QString(), Workspace::Kind::Remote, {}, {}});
        fixture.session.become(Session::State::SignedOut);
    } else {
        fixture.desk().navigation()->setPage(page);
    }
    fixture.step();
    window.settle(150);

    const auto drawers = window.items(
        [](QQuickItem *item) { return QByteArray(item->metaObject()->className()).startsWith("JobDrawer"); });
    QQuickItem *root = page == QStringLiteral("drawer") && !drawers.isEmpty() ? drawers.constFirst() : nullptr;
    QList<Words> all;
    const QRectF whole(0, 0, 1024, 640);
    const auto texts = window.items([](QQuickItem *item) {
        return item->inherits("QQuickText") && !item->property("text").toString().trimmed().isEmpty();
    });
    for (QQuickItem *item : texts) {
        if (root && !isBelow(item, root))
            continue;
        const QRectF box = painted(item);
        if (box.width() < 2 || box.height() < 2 || !box.intersects(whole))
            continue;
        const QString text = item->property("text").toString();
        const bool heading = QByteArray(item->parentItem()->metaObject()->className()).contains("Header") ||
                             item->property("font").value<QFont>().weight() >= QFont::DemiBold;
        if (heading && page != QStringLiteral("live"))
            QVERIFY2(!item->property("truncated").toBool(), qPrintable(QStringLiteral("cut: ") + text));
        all.append({item, text, box});
    }
    QVERIFY(all.size() > 8);
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype j = i + 1; j < all.size(); ++j) {
            const QRectF both = all[i].box.intersected(all[j].box);
            // A pixel of descender is no overlap.
            QVERIFY2(both.width() < 2 || both.height() < 3,
                     qPrintable(QStringLiteral("“%1” over “%2”").arg(all[i].text, all[j].text)));
        }
    }
    QCOMPARE(DeskWindow::complaints(), QStringList());
}

void LayoutTest::aWindowFitsItsScreen_data()
{
    QTest::addColumn<QRect>("kept");
    QTest::addColumn<QRect>("shown");
    // A screen of 1440×900; the frame takes 38 at the top.
    QTest::newRow("as large as the screen") << QRect(0, 0, 1440, 900) << QRect(0, 38, 1440, 862);
    QTest::newRow("of a larger screen") << QRect(100, 100, 2560, 1440) << QRect(0, 38, 1440, 862);
    QTest::newRow("hangs out at the bottom") << QRect(200, 500, 900, 600) << QRect(200, 300, 900, 600);
    QTest::newRow("hangs out at the right") << QRect(1000, 60, 900, 600) << QRect(540, 60, 900, 600);
    QTest::newRow("its title bar above the screen") << QRect(30, -20, 900, 600) << QRect(30, 38, 900, 600);
    QTest::newRow("fits") << QRect(30, 50, 900, 600) << QRect(30, 50, 900, 600);
    QTest::newRow("smaller than the smallest") << QRect(30, 50, 300, 200) << QRect(30, 50, 800, 520);
}

/// Its last line is the status bar, and that was below the screen's edge.
void LayoutTest::aWindowFitsItsScreen()
{
    QFETCH(QRect, kept);
    QFETCH(QRect, shown);
    DeskFixture fixture;
    fixture.desk().navigation()->store(QStringLiteral("window.x"), kept.x());
    fixture.desk().navigation()->store(QStringLiteral("window.y"), kept.y());
    fixture.desk().navigation()->store(QStringLiteral("window.width"), kept.width());
    fixture.desk().navigation()->store(QStringLiteral("window.height"), kept.height());
    QQmlEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nimport BoltDesk.Shell\nimport BoltDesk.Screens\n"
                      "Window { id: window; required property NavigationScreen navigation; minimumWidth: 800;"
                      " minimumHeight: 520; WindowMemory { window: window; navigation: window.navigation;"
                      " across: 1440; down: 900 - titleBar } }",
                      QUrl());
    const std::unique_ptr<QObject> made(component.createWithInitialProperties(
        {{QStringLiteral("navigation"), QVariant::fromValue(fixture.desk().navigation())}}));
    auto *window = qobject_cast<QQuickWindow *>(made.get());
    QVERIFY2(window, qPrintable(component.errorString()));
    QCOMPARE(window->geometry(), shown);
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    LayoutTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "layout_test.moc"
