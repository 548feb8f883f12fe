// SPDX-License-Identifier: GPL-3.0-or-later
// Tab on every page: it comes to each control and around again, and one sees where it is.

#include "models/screens/bulk_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/navigation_screen.h"
#include "models/tables/jobs_view.h"
#include "tests/pages/window.h"

#include <QApplication>
#include <QSet>
#include <QTranslator>

using namespace bolt;
using namespace bolt::test;

class FocusTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tabGoesEverywhereAndIsSeen_data();
    void tabGoesEverywhereAndIsSeen();
    void aChangedValueIsTinted();

private:
    QTranslator m_translator;
};

void FocusTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY(m_translator.load(QStringLiteral(":/i18n/boltdesk_en.qm")));
    QCoreApplication::installTranslator(&m_translator);
}

void FocusTest::tabGoesEverywhereAndIsSeen_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<int>("least");
    QTest::newRow("live") << QStringLiteral("live") << 20;
    QTest::newRow("drawer") << QStringLiteral("drawer") << 8;
    QTest::newRow("analytics") << QStringLiteral("analytics") << 8;
    QTest::newRow("system") << QStringLiteral("system") << 8;
    QTest::newRow("signin") << QStringLiteral("signin") << 5;
}

void FocusTest::tabGoesEverywhereAndIsSeen()
{
    QFETCH(QString, page);
    QFETCH(int, least);
    DeskFixture fixture;
    DeskWindow window(fixture, 1440, 900);
    QVERIFY(window.window());
    window.window()->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(window.window()));
    fixture.someEvents();
    if (page == QStringLiteral("signin")) {
        fixture.session.setWorkspace({QString(), Workspace::Kind::Remote, {}, {}});
        fixture.session.become(Session::State::SignedOut);
    } else if (page == QStringLiteral("drawer")) {
        fixture.desk().job()->showSubmission(fixture.firstFailed(fixture.firstJob()).toString());
    } else {
        fixture.desk().navigation()->setPage(page);
    }
    if (page == QStringLiteral("system")) {
        BulkCommand command;
        command.verb = Command::Verb::PauseJob;
        command.jobs = {fixture.firstJob()};
        fixture.gateway.submitBulk(command);
    }
    fixture.step();
    QImage before = window.settle(150);
    QSet<QQuickItem *> met;
    for (int i = 0; i < 90; ++i) {
        window.key(Qt::Key_Tab);
        QQuickItem *at = window.window()->activeFocusItem();
        QVERIFY(at);
        const QByteArray name =
            QByteArray(at->metaObject()->className()) + " “" + at->property("text").toString().toUtf8() + "”";
        if (met.contains(at))
            break; // around
        met.insert(at);
        QVERIFY2(at->isVisible(), name.constData());
        const QImage now = window.settle(15);
        const QRect box = at->mapRectToScene(QRectF(0, 0, at->width(), at->height()))
                              .toAlignedRect()
                              .adjusted(-6, -6, 6, 6)
                              .intersected(now.rect());
        QVERIFY2(!box.isEmpty(), name.constData());
        QVERIFY2(before.copy(box) != now.copy(box), QByteArray("nothing shows that it has the keyboard: " + name));
        before = now;
    }
    QVERIFY2(met.size() >= least, QByteArray::number(met.size()));
    QCOMPARE(DeskWindow::complaints(), QStringList());
}

void FocusTest::aChangedValueIsTinted()
{
    DeskFixture fixture;
    DeskWindow window(fixture, 1440, 900);
    QVERIFY(window.window());
    window.settle(80);
    const auto tints = [&window] {
        return window
            .items(
                [](QQuickItem *item) { return QByteArray(item->metaObject()->className()).startsWith("ChangeTint"); })
            .size();
    };
    const auto approveOne = [&fixture] {
        for (const Submission &row : fixture.store.submissions().rows()) {
            if (row.job != fixture.firstJob() || row.state != SubmissionState::Pending)
                continue;
            Delta delta;
            delta.submissions.upserts.push_back(row);
            delta.submissions.upserts.back().state = SubmissionState::Approved;
            fixture.store.apply(delta);
            return fixture.step();
        }
    };
    QCOMPARE(tints(), 0);
    approveOne(); // reduced motion
    window.settle(20);
    QCOMPARE(tints(), 0);
    Theme::of(window.window())->setReducedMotion(false);
    approveOne();
    QTRY_VERIFY(tints() > 0);
    QTRY_COMPARE(tints(), 0); // short
    // Other rows in the same places are no change.
    fixture.desk().live()->jobs()->sortBy(QStringLiteral("customer"));
    fixture.desk().live()->jobs()->setFilterText(QStringLiteral("Gr"));
    window.settle(30);
    fixture.desk().live()->jobs()->setFilterText({});
    fixture.step();
    window.settle(30);
    QCOMPARE(tints(), 0);
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(BOLT_VERSION));
    FocusTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "focus_test.moc"
