// SPDX-License-Identifier: GPL-3.0-or-later
// What the server lacks, on the System page: told in words, with the SQL that mends it at hand.
#include "models/screens/navigation_screen.h"
#include "tests/pages/window.h"

#include <QApplication>
#include <QClipboard>

using namespace bolt;
using namespace bolt::test;

class SetupTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSaidAndCanBeMended();
    void aServerThatCannotSay();

private:
    static QQuickItem *section(DeskWindow &window)
    {
        return window
            .items(
                [](QQuickItem *item) { return QByteArray(item->metaObject()->className()).startsWith("SetupSection"); })
            .value(0);
    }
    static QStringList written(DeskWindow &window)
    {
        QStringList text;
        QQuickItem *of = section(window);
        for (QQuickItem *item : window.items([of](QQuickItem *item) { return of && of->isAncestorOf(item); })) {
            if (const QString words = item->property("text").toString(); !words.isEmpty())
                text << words;
        }
        return text;
    }
    static void press(DeskWindow &window, const QString &text)
    {
        const auto buttons = window.items([&text](QQuickItem *item) {
            return item->inherits("QQuickAbstractButton") && item->property("text").toString() == text;
        });
        QCOMPARE(buttons.size(), 1);
        const QPointF at = buttons.constFirst()->mapToScene(QPointF(8, 8));
        QTest::mouseClick(window.window(), Qt::LeftButton, {}, at.toPoint());
    }
};

void SetupTest::isSaidAndCanBeMended()
{
    DeskFixture fixture;
    fixture.goLive(40);
    DeskWindow window(fixture, 1024, 640);
    fixture.desk().navigation()->setPage(QStringLiteral("system"));
    window.settle();
    QVERIFY(!section(window)); // nothing is missing: nothing is said

    LinkHealth health = fixture.link.health();
    const QString publish = QStringLiteral("alter publication supabase_realtime add table public.workers;");
    health.lacks = {{QStringLiteral("public.workers is not in the publication supabase_realtime: its changes are not "
                                    "pushed"),
                     publish},
                    {QStringLiteral("there is no table public.directories"), {}},
                    {QStringLiteral("nothing moves public.sync_tick"), QStringLiteral("-- call boltdesk_tick()")}};
    fixture.link.set(health);
    window.settle(200);
    const QStringList text = written(window);
    QCOMPARE(text.filter(QStringLiteral("3 thing")).size(), 1); // plurals are the catalogue's
    for (const SetupLack &lack : health.lacks)
        QVERIFY2(text.contains(lack.problem) && (lack.mend.isEmpty() || text.contains(lack.mend)),
                 qPrintable(lack.problem));
    press(window, QStringLiteral("Copy SQL"));
    QCOMPARE(QGuiApplication::clipboard()->text(), publish + QStringLiteral("\n-- call boltdesk_tick()"));
    QCOMPARE(DeskWindow::complaints(), QStringList());
}

void SetupTest::aServerThatCannotSay()
{
    DeskFixture fixture;
    fixture.goLive(40);
    LinkHealth health = fixture.link.health();
    health.uncheckable = true;
    fixture.link.set(health);
    DeskWindow window(fixture, 1440, 900);
    fixture.desk().navigation()->setPage(QStringLiteral("system"));
    window.settle();
    QCOMPARE(written(window).filter(QStringLiteral("boltdesk_check")).size(), 1);
    press(window, QStringLiteral("Copy SQL"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("-- resources/supabase/live.sql"));
    QCOMPARE(DeskWindow::complaints(), QStringList());
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    SetupTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "setup_test.moc"
