// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads when the server stops answering: one truth in all places, second by second.
#include "models/screens/connection_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/navigation_screen.h"
#include "tests/pages/window.h"

#include <QApplication>
#include <QClipboard>
#include <QTranslator>

using namespace bolt;
using namespace bolt::test;

class SilenceTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSaidEverywhere();
    void theRoundTripAges();
    void whatCannotBeReadIsMarked();
    void pollingIsSaidEverywhere();
    void theReasonIsInOurWords();
    void aTableThatIsNotPublishedIsSaid();
    void aTableThatMayNotBeReadIsSaid();

private:
    static QQuickItem *pill(DeskWindow &window)
    {
        return window
            .items([](QQuickItem *item) {
                return QByteArray(item->metaObject()->className()).startsWith("ConnectionPill");
            })
            .value(0);
    }
    /// All that is written in the window, a line each.
    static QString written(DeskWindow &window)
    {
        QString text;
        for (QQuickItem *item : window.items([](QQuickItem *) { return true; }))
            text += item->property("text").toString() + u'\n';
        return text;
    }
    static QString statusBar(DeskWindow &window)
    {
        QString text;
        for (QQuickItem *item : window.items([](const QQuickItem *item) {
                 const QQuickItem *up = item;
                 while (up && !QByteArray(up->metaObject()->className()).startsWith("StatusBar"))
                     up = up->parentItem();
                 return up != nullptr;
             }))
            text += item->property("text").toString() + u'\n';
        return text;
    }
};

void SilenceTest::isSaidEverywhere()
{
    DeskFixture fixture;
    fixture.goLive(40);
    DeskWindow window(fixture, 1440, 900);
    QVERIFY(window.window());
    window.settle();
    QVERIFY(written(window).contains(QStringLiteral("Live · 38")));

    LinkHealth health = fixture.link.health();
    health.silentSince = health.asOf = fixture.clock.now();
    fixture.link.set(health);
    fixture.clock.advance(Millis(3000));
    auto *format = window.singleton<Format>("Format");
    const auto after = [&](int milliseconds) {
        format->fixNow(double(toMillis(*health.silentSince)) + milliseconds);
        window.settle(20);
        return written(window);
    };
    const QString asOf = format->clock(double(toMillis(*health.asOf)));
    const QString first = after(2400); // the clock that is shown moves once a second only
    QVERIFY2(first.contains(QStringLiteral("No answer for 3")), qPrintable(first));
    QVERIFY(!first.contains(QStringLiteral("Live · ")) && !first.contains(QStringLiteral("Data live")));
    QVERIFY(first.contains(QStringLiteral("No answer · as of ") + asOf)); // the notice of the page
    QVERIFY(first.contains(QStringLiteral("No answer · data ")));         // the status bar
    QVERIFY(after(4900).contains(QStringLiteral("No answer for 4")));
    QVERIFY(after(65'000).contains(QStringLiteral("No answer for 1")));

    health.silentSince.reset();
    fixture.link.set(health);
    const QString back = after(66'000);
    QVERIFY(back.contains(QStringLiteral("Live · 38")) && !back.contains(QStringLiteral("No answer")));
    QCOMPARE(DeskWindow::complaints(), QStringList());
}

void SilenceTest::theRoundTripAges()
{
    DeskFixture fixture;
    fixture.goLive(40);
    LinkHealth health = fixture.link.health();
    health.latencyAt = fixture.clock.now() - Seconds(4);
    fixture.link.set(health);
    DeskWindow window(fixture, 1440, 900);
    window.settle();
    pill(window)->forceActiveFocus(Qt::TabFocusReason);
    window.key(Qt::Key_Space);
    const auto figure = [&](const char *ago) {
        const auto lines = written(window).split(u'\n');
        return std::any_of(lines.begin(), lines.end(), [&](const QString &line) {
            return line.startsWith(u"38") && line.contains(QString::fromLatin1(ago)) && line.endsWith(u"ago");
        });
    };
    QTRY_VERIFY(figure("4"));
    window.singleton<Format>("Format")->fixNow(double(toMillis(fixture.clock.now())) + 3000);
    QTRY_VERIFY(figure("7"));
    QCOMPARE(DeskWindow::complaints(), QStringList());
}

/// A cell by itself, and rows that are none: neither is hidden behind a green word.
void SilenceTest::whatCannotBeReadIsMarked()
{
    DeskFixture fixture;
    fixture.goLive(40);
    Job job = *fixture.store.jobs().find(fixture.firstJob());
    job.dueAt = fixture.clock.now() - std::chrono::hours(48); // the first row of the table
    job.odd = OddCells({{QStringLiteral("due_at"), QStringLiteral("abc"), OddCell::Why::NoTime}});
    Delta delta;
    delta.jobs.upserts = {job};
    Worker worker;
    worker.id = WorkerId(QStringLiteral("worker-2"));
    worker.stateWord = QStringLiteral("resting");
    worker.odd = OddCells({{QStringLiteral("heartbeat_at"), QStringLiteral("soon"), OddCell::Why::NoTime}});
    delta.workers.upserts = {worker};
    fixture.store.apply(delta);
    fixture.desk().live()->openJob(job.id.toString());
    fixture.step();
    LinkHealth health = fixture.link.health();
    health.tables[size_t(Table::Workers)].unreadable = 3;
    health.tables[size_t(Table::Workers)].phase = LinkPhase::CatchUp;
    fixture.link.set(health);
    DeskWindow window(fixture, 1440, 900);
    window.settle();
    const QString text = written(window);
    QVERIFY2(text.contains(QStringLiteral("3 row(s) cannot be read")), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("Live · ")));
    QVERIFY(text.contains(QStringLiteral("SLA: “abc” is not a time"))); // the drawer
    const auto rows = window.items([&job](QQuickItem *item) {
        return QByteArray(item->metaObject()->className()).startsWith("JobRow") &&
               item->property("jobId").toString() == job.id.toString();
    });
    QVERIFY(!rows.isEmpty());
    QVERIFY(rows.constFirst()->property("doubts").toString().contains(QStringLiteral("“abc” is not a time")));
    fixture.desk().navigation()->setPage(QStringLiteral("system"));
    QTRY_VERIFY(written(window).contains(QStringLiteral("resting")));
    QVERIFY(!written(window).contains(QStringLiteral("never heard")));
    QVERIFY(
        !window.items([](QQuickItem *item) { return item->property("text") == QStringLiteral("unknown"); }).isEmpty());
    QCOMPARE(DeskWindow::complaints(), QStringList());
}

/// Without a stream: how often the server is asked, why, and when the stream is tried again. Never in green.
void SilenceTest::pollingIsSaidEverywhere()
{
    DeskFixture fixture;
    fixture.goPolling();
    DeskWindow window(fixture, 1440, 900);
    window.settle();
    const QString first = written(window);
    QVERIFY2(first.contains(QStringLiteral("Every 20")), qPrintable(first));
    QVERIFY(!first.contains(QStringLiteral("Live · ")) && !first.contains(QStringLiteral("Data live")));
    QVERIFY(first.contains(QStringLiteral("no live updates, read every 20"))); // the notice of the page
    QVERIFY(!first.contains(QStringLiteral("sent later")));                    // actions are sent
    QVERIFY(statusBar(window).contains(QStringLiteral("The server refused live updates. Reported: “HTTP 503”")));
    QCOMPARE(pill(window)->property("tint"), QVariant(Theme::of(window.window())->property("warn")));
    pill(window)->forceActiveFocus(Qt::TabFocusReason);
    window.key(Qt::Key_Space);
    QTRY_VERIFY(written(window).contains(QStringLiteral("Next try in 12")));
    const auto bold = window.items([](QQuickItem *item) {
        return item->property("text").toString().contains(QStringLiteral("HTTP 503")) &&
               item->property("font").value<QFont>().weight() > QFont::Medium;
    });
    QVERIFY(bold.isEmpty()); // the server's words are no headline of ours
    QCOMPARE(written(window).count(QStringLiteral("The server refused live updates. Reported: “HTTP 503”")), 2);
    window.key(Qt::Key_Escape);
    fixture.desk().navigation()->setPage(QStringLiteral("system"));
    QTRY_VERIFY(written(window).contains(QStringLiteral("Without live updates since")));
    QCOMPARE(DeskWindow::complaints(), QStringList());
}

/// It is in the language of the desk; what somebody else said is quoted as it is.
void SilenceTest::theReasonIsInOurWords()
{
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/boltdesk_de.qm")));
    QCoreApplication::installTranslator(&german);
    DeskFixture fixture;
    fixture.goPolling();
    DeskWindow window(fixture, 1440, 900);
    window.settle();
    QVERIFY2(statusBar(window).contains(QStringLiteral("Der Server hat Live-Daten abgelehnt. Gemeldet: „HTTP 503“")),
             qPrintable(statusBar(window)));
    LinkHealth health = fixture.link.health();
    health.reason = {LinkReason::NoAnswer};
    health.recentReasons = {{fixture.clock.now(), {LinkReason::Unpublished, {}, fixture.clock.now()}}};
    fixture.link.set(health);
    window.settle();
    QVERIFY(statusBar(window).contains(QStringLiteral("Der Server hat nicht geantwortet.\n")));
    fixture.desk().navigation()->setPage(QStringLiteral("system"));
    QTRY_VERIFY(written(window).contains(QStringLiteral("dass der Server die Tabellen veröffentlicht.")));
    QVERIFY(fixture.desk().connection()->diagnosticsText().contains(QStringLiteral("The server did not answer.")));
}

/// The others are live; what would mend this one can be copied.
void SilenceTest::aTableThatIsNotPublishedIsSaid()
{
    DeskFixture fixture;
    fixture.goLive(40);
    fixture.unpublish(Table::Workers);
    DeskWindow window(fixture, 1440, 900);
    window.settle();
    const QString live = written(window);
    QVERIFY(live.contains(QStringLiteral("Partly live")) && !live.contains(QStringLiteral("Live · ")));
    QCOMPARE(pill(window)->property("tint"), QVariant(Theme::of(window.window())->property("warn")));
    QVERIFY2(live.contains(QStringLiteral("Workers: read every 20")), qPrintable(live));
    fixture.desk().navigation()->setPage(QStringLiteral("system"));
    QTRY_VERIFY(
        written(window).contains(QStringLiteral("alter publication supabase_realtime add table public.workers;")));
    const auto buttons =
        window.items([](QQuickItem *item) { return item->property("text").toString() == QStringLiteral("Copy SQL"); });
    QVERIFY(!buttons.isEmpty());
    QMetaObject::invokeMethod(buttons.constFirst(), "clicked");
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("alter publication supabase_realtime add table public.workers;"));
    QCOMPARE(DeskWindow::complaints(), QStringList());
}

void SilenceTest::aTableThatMayNotBeReadIsSaid()
{
    DeskFixture fixture;
    fixture.goLive(40);
    LinkHealth health = fixture.link.health();
    health.tables[size_t(Table::Submissions)].phase = LinkPhase::Denied;
    health.tables[size_t(Table::Submissions)].trouble = {LinkReason::Unreadable, QStringLiteral("permission denied")};
    fixture.link.set(health);
    DeskWindow window(fixture, 1440, 900);
    window.settle();
    QVERIFY2(written(window).contains(QStringLiteral("Partly live")), qPrintable(written(window)));
    QVERIFY(!written(window).contains(QStringLiteral("Live · ")));
    QCOMPARE(pill(window)->property("tint"), QVariant(Theme::of(window.window())->property("warn")));
    pill(window)->forceActiveFocus(Qt::TabFocusReason);
    window.key(Qt::Key_Space);
    QTRY_VERIFY(written(window).contains(QStringLiteral("Changes do not arrive for all tables")));
    QVERIFY2(written(window).contains(QStringLiteral("Submissions: cannot be read")), qPrintable(written(window)));
    QVERIFY(!written(window).contains(QStringLiteral("Changes arrive as they happen")));
    QCOMPARE(DeskWindow::complaints(), QStringList());
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    SilenceTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "silence_test.moc"
