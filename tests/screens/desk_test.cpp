// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/actions_screen.h"
#include "models/screens/analytics_screen.h"
#include "models/screens/appearance_screen.h"
#include "models/screens/connection_screen.h"
#include "models/screens/diagnostics_text.h"
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/navigation_screen.h"
#include "models/screens/session_screen.h"
#include "models/tables/actions_model.h"
#include "models/tables/alerts_model.h"
#include "models/tables/attempts_model.h"
#include "models/tables/feed_model.h"
#include "models/tables/jobs_view.h"
#include "models/tables/mosaic_model.h"
#include "models/tables/table_health_model.h"
#include "models/tables/tiles_model.h"
#include "tests/screens/fake_doors.h"

#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace bolt;
using namespace bolt::test;
using std::chrono::hours;
using std::chrono::minutes;

/// The screens other than the actions, on the whole desk.
class DeskTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signInChecksItsFields_data();
    void signInChecksItsFields();
    void signInAsksAndTellsTheAnswer();
    void passwordIsNotKept();
    void initials_data();
    void initials();
    void connectionTellsTheTruth();
    void diagnosticsHaveNoSecret();
    void liveFollowsTheLink();
    void freezeStopsThePage();
    void ownAnswerIsInTheFeed();
    void drawerFollowsItsJob();
    void drawerOfAnUnknownJob();
    void drawerReadsAttempts();
    void lateAttemptsAreNotShown();
    void failedOnesOneByOne();
    void analyticsAsksOnlyWhileVisible();
    void analyticsRangeIsWholeDays_data();
    void analyticsRangeIsWholeDays();
    void analyticsShowsItsReport();
    void analyticsKeepsWhatItHasOnError();
    void navigationAndItsCounts();
    void appearanceIsKept();
    void anotherAccountSeesNothingOfTheFirst();
    void expiryKeepsThePage();
};

void DeskTest::signInChecksItsFields_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("urlError");
    const auto row = [](const char *url, const char *error) {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(error);
    };
    row("https://x.supabase.co", "");
    row("https://x.supabase.co:8443/", "");
    row("http://127.0.0.1:4000", "");
    row("http://localhost:4000", "");
    row("", "empty");
    row("x.supabase.co", "no-url");
    row("http://x.supabase.co", "insecure");
    row("http://localhost.evil.example", "insecure");
    row("ftp://x.supabase.co", "scheme");
    row("file:///etc/passwd", "scheme");
    row("https://", "no-host");
    row("https://me:secret@x.supabase.co", "credentials");
    row("https://a b", "no-url");
}

void DeskTest::signInChecksItsFields()
{
    QFETCH(QString, url);
    QFETCH(QString, urlError);
    Office office;
    SessionScreen *screen = office.desk.session();
    screen->signIn(url, QStringLiteral("key"), QStringLiteral("mk@example.com"), QStringLiteral("pw"), false);
    QCOMPARE(screen->urlError(), urlError);
    QCOMPARE(office.session.questions.open(), urlError.isEmpty() ? size_t(1) : size_t(0));
    if (urlError.isEmpty())
        return;
    screen->signIn(url, QStringLiteral(" "), QStringLiteral("mk"), {}, false);
    QCOMPARE(screen->keyError(), QStringLiteral("empty"));
    QCOMPARE(screen->emailError(), QStringLiteral("no-email"));
    QCOMPARE(screen->passwordError(), QStringLiteral("empty"));
    screen->signIn(url, QStringLiteral("a b"), {}, {}, false);
    QCOMPARE(screen->keyError(), QStringLiteral("no-key"));
    QCOMPARE(screen->emailError(), QStringLiteral("empty"));
    QCOMPARE(office.session.questions.open(), size_t(0));
}

void DeskTest::signInAsksAndTellsTheAnswer()
{
    Office office;
    SessionScreen *screen = office.desk.session();
    const auto press = [&] {
        screen->signIn(QStringLiteral(" https://x.supabase.co "), QStringLiteral("key\n"),
                       QStringLiteral("mk@example.com"), QStringLiteral(" pw "), true);
    };
    press();
    press(); // while busy: not asked twice
    QCOMPARE(office.session.questions.open(), size_t(1));
    QVERIFY(screen->busy());
    QCOMPARE(office.session.asked.workspace.url, QUrl(QStringLiteral("https://x.supabase.co")));
    QCOMPARE(office.session.asked.workspace.anonKey, QStringLiteral("key"));
    QCOMPARE(office.session.asked.password, QStringLiteral(" pw ")); // blanks may be part of it
    QVERIFY(office.session.asked.remember);
    Error error;
    error.message = QStringLiteral("Invalid login credentials");
    office.session.questions.answer(error);
    QVERIFY(!screen->busy());
    QCOMPARE(screen->error(), error.message);
    press();
    QCOMPARE(screen->error(), QString());
    screen->signOut(); // given up: the late answer is not shown
    office.session.questions.answer(error);
    QCOMPARE(screen->error(), QString());
    press();
    office.session.questions.answer(Done());
    office.signIn(Role::Manager);
    QCOMPARE(screen->state(), SessionScreen::SignedIn);
    QCOMPARE(screen->roleWord(), QStringLiteral("manager"));
    QCOMPARE(screen->workspaceName(), QStringLiteral("DirectoryBolt"));
}

void DeskTest::passwordIsNotKept()
{
    Office office;
    office.desk.session()->signIn(QStringLiteral("https://x.supabase.co"), QStringLiteral("key"),
                                  QStringLiteral("mk@example.com"), QStringLiteral("s3cret"), true);
    for (const QVariant &value : office.preferences.kept)
        QVERIFY(!value.toString().contains(u"s3cret"));
    QCOMPARE(office.desk.session()->lastEmail(), QStringLiteral("mk@example.com"));
}

void DeskTest::initials_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("letters");
    QTest::newRow("two") << QStringLiteral("maria.keller@example.com") << QStringLiteral("MK");
    QTest::newRow("one") << QStringLiteral("ops@example.com") << QStringLiteral("O");
    QTest::newRow("three") << QStringLiteral("a_b-c@example.com") << QStringLiteral("AB");
    QTest::newRow("none") << QString() << QString();
}

void DeskTest::initials()
{
    QFETCH(QString, email);
    QFETCH(QString, letters);
    Office office;
    office.signIn(Role::Admin, email);
    QCOMPARE(office.desk.session()->initials(), letters);
}

void DeskTest::connectionTellsTheTruth()
{
    Office office;
    ConnectionScreen *screen = office.desk.connection();
    QSignalSpy spy(screen, &ConnectionScreen::changed);
    QCOMPARE(screen->phase(), ConnectionScreen::Offline);
    QVERIFY(!screen->fresh());
    QCOMPARE(screen->latencyMs(), -1);
    QCOMPARE(screen->asOfMs(), 0.0);

    LinkHealth health = FakeLink::live();
    health.latencyMs = 38;
    health.tables[5].rows = 10412;
    office.link.become(health);
    QVERIFY(screen->fresh());
    QCOMPARE(screen->latencyMs(), 38);
    QCOMPARE(screen->submissionsHeld(), 10412.0);
    QCOMPARE(screen->asOfMs(), double(toMillis(noon)));
    office.link.become(health);
    QCOMPARE(spy.size(), 1); // the same again is no change

    health.tables[3].phase = LinkPhase::CatchUp; // one table behind: not fresh, whatever the link says
    office.link.become(health);
    QVERIFY(!screen->fresh());
    screen->refresh();
    QCOMPARE(office.link.refreshes, 1);
}

void DeskTest::diagnosticsHaveNoSecret()
{
    Office office;
    LinkHealth health = FakeLink::live();
    health.reason =
        QStringLiteral("401 for wss://mk:pw123@x.supabase.co/realtime/v1/websocket?apikey=eyJhbGciOi.J9.sig-_x&vsn=2");
    health.recentReasons = {QStringLiteral("Authorization: Bearer eyJ0.abc.def refused"),
                            QStringLiteral("refresh_token=v1.Mr5xxx"), QStringLiteral("key sb_secret_AbC123 is wrong"),
                            QStringLiteral("password=hunter2")};
    health.events = 4242;
    office.link.become(health);
    const QString text = office.desk.connection()->diagnosticsText();
    for (const char *secret : {"pw123", "eyJ", "abc.def", "Mr5", "AbC123", "hunter2"})
        QVERIFY2(!text.contains(QString::fromLatin1(secret)), qPrintable(text));
    for (const char *fact : {"x.supabase.co", "4242", "directories", "2026-08-21T12:00:00+00:00", "live"})
        QVERIFY2(text.contains(QString::fromLatin1(fact)), qPrintable(text));
}

void DeskTest::liveFollowsTheLink()
{
    Office office;
    LiveScreen *live = office.desk.live();
    QVERIFY(live->jobs()->busy());
    QVERIFY(std::isnan(live->tiles()->tile(TilesModel::ActiveJobs).value));
    office.furnish();
    office.put(office.makeJob(1), true);
    office.link.become(FakeLink::live());
    QVERIFY(!live->jobs()->busy());
    office.ticker.tick();
    QCOMPARE(live->jobs()->count(), 1);
    QVERIFY(live->jobs()->data(live->jobs()->index(0), JobsView::role(JobRow::FreshField)).toBool());
    QCOMPARE(live->tiles()->tile(TilesModel::ActiveJobs).value, 1.0);
    QCOMPARE(live->alerts()->count(), 0);
    LinkHealth cut = FakeLink::live();
    for (TableHealth &table : cut.tables)
        table.phase = LinkPhase::Offline;
    office.link.become(cut);
    QVERIFY(!live->jobs()->data(live->jobs()->index(0), JobsView::role(JobRow::FreshField)).toBool());
    QVERIFY(!live->jobs()->busy()); // what is known stays
}

void DeskTest::freezeStopsThePage()
{
    Office office;
    office.furnish();
    office.put(office.makeJob(1), true);
    office.put(office.makeSubmission(5, 1), true);
    office.link.become(FakeLink::live());
    office.ticker.tick();
    LiveScreen *live = office.desk.live();
    JobScreen *drawer = office.desk.job();
    live->openJob(job(1).toString());
    live->setFrozen(true);

    QSignalSpy tiles(live->tiles(), &QAbstractItemModel::dataChanged);
    QSignalSpy drawn(drawer, &JobScreen::jobChanged), cells(drawer->mosaic(), &MosaicModel::cellsChanged);
    office.put(office.makeJob(2));
    office.put(office.makeSubmission(5, 1, SubmissionState::Submitting));
    office.put(office.makeSubmission(6, 1));
    for (int i = 0; i < 70; ++i) {
        office.clock.advance(Seconds(1));
        office.ticker.tick();
    }
    QCOMPARE(live->waitingChanges(), 3);
    QCOMPARE(live->jobs()->count(), 1);
    QCOMPARE(live->feed()->count(), 0);
    QCOMPARE(tiles.size() + drawn.size() + cells.size(), 0);
    QCOMPARE(drawer->waiting(), 1);

    live->setFrozen(false);
    QCOMPARE(live->waitingChanges(), 0);
    QCOMPARE(live->jobs()->count(), 2);
    QCOMPARE(live->feed()->count(), 2); // a new job, a start; a new submission is no news
    QCOMPARE(drawer->mosaic()->bucketAt(0), int(MosaicModel::InFlight));
    QCOMPARE(drawer->inFlight(), 1);
    QVERIFY(!tiles.isEmpty());
}

void DeskTest::ownAnswerIsInTheFeed()
{
    Office office;
    office.signIn();
    office.put(office.makeJob(1), true);
    office.desk.actions()->pause(job(1).toString());
    office.ticker.step();
    QCOMPARE(office.desk.live()->feed()->count(), 0);
    office.gateway.settle(office.gateway.actions()[0].id, ActionStatus::Phase::Applied);
    office.ticker.step();
    QCOMPARE(office.desk.live()->feed()->count(), 1);
}

void DeskTest::drawerFollowsItsJob()
{
    Office office;
    office.signIn();
    office.furnish();
    Job j = office.makeJob(3);
    j.directoriesTotal = 2;
    office.put(j, true);
    office.put(office.makeSubmission(5, 3), true);
    Submission s = office.makeSubmission(6, 3);
    office.settle(s, SubmissionState::Failed, noon, QStringLiteral("CAPTCHA"));
    s.successProbability = 0.25F;
    office.put(s, true);
    JobScreen *drawer = office.desk.job();
    QVERIFY(!drawer->open());
    drawer->show(QStringLiteral("nonsense"));
    QVERIFY(!drawer->open());
    office.desk.live()->openJob(job(3).toString());
    QVERIFY(drawer->open() && drawer->known());
    QCOMPARE(drawer->customer(), QStringLiteral("Customer 003"));
    QCOMPARE(drawer->email(), QStringLiteral("c3@example.com"));
    QCOMPARE(drawer->packageName(), QStringLiteral("Growth"));
    QCOMPARE(drawer->manual(), 1);
    QCOMPARE(drawer->waiting(), 1);
    QCOMPARE(drawer->failedCount(), 1);
    QCOMPARE(drawer->mosaic()->count(), 2);
    QCOMPARE(drawer->priorityOverride(), -1);

    drawer->setSubmissionId(submission(6).toString());
    QCOMPARE(drawer->subDirectory(), QStringLiteral("dir6.example"));
    QCOMPARE(drawer->subBucket(), int(MosaicModel::Manual));
    QCOMPARE(drawer->subErrorClass(), int(JobScreen::ManualError));
    QCOMPARE(drawer->subProbability(), 0.25);
    office.desk.actions()->retrySubmission(submission(6).toString());
    office.ticker.step();
    QCOMPARE(drawer->subPendingVerb(), QStringLiteral("submissions.retry"));
    j.priorityOverride = 2;
    j.state = JobState::Paused;
    office.put(j);
    QCOMPARE(drawer->state(), int(JobState::InProgress)); // in the frame
    office.ticker.step();
    QCOMPARE(drawer->state(), int(JobState::Paused));
    QCOMPARE(drawer->priorityOverride(), 2);
    drawer->close();
    QVERIFY(!drawer->open());
    QCOMPARE(drawer->submissionId(), QString());
    QCOMPARE(drawer->mosaic()->count(), 0);
}

void DeskTest::drawerOfAnUnknownJob()
{
    Office office;
    office.furnish();
    JobScreen *drawer = office.desk.job();
    drawer->show(job(4).toString()); // a link to a job that is not here (yet)
    QVERIFY(drawer->open());
    QVERIFY(!drawer->known());
    QCOMPARE(drawer->total(), 0);
    office.put(office.makeJob(4));
    office.ticker.step();
    QVERIFY(drawer->known());
    QCOMPARE(drawer->customer(), QStringLiteral("Customer 004"));
    office.drop<Job>(job(4));
    office.ticker.step();
    QVERIFY(!drawer->known());
}

void DeskTest::drawerReadsAttempts()
{
    Office office;
    office.put(office.makeJob(1));
    office.put(office.makeSubmission(5, 1, SubmissionState::Submitting));
    JobScreen *drawer = office.desk.job();
    drawer->showSubmission(submission(5).toString());
    QCOMPARE(drawer->jobId(), job(1).toString());
    QCOMPARE(drawer->attemptsState(), JobScreen::Loading);
    Error error;
    error.message = QStringLiteral("no answer");
    office.history.questions.answer(error);
    QCOMPARE(drawer->attemptsState(), JobScreen::Error);
    QCOMPARE(drawer->attemptsError(), error.message);
    drawer->reloadAttempts();
    office.history.questions.answer(
        std::vector{Attempt{noon, 1, QStringLiteral("TIMEOUT"), QStringLiteral("<i>x</i>"), {}}});
    QCOMPARE(drawer->attemptsState(), JobScreen::Ready);
    QCOMPARE(drawer->attempts()->count(), 1);

    Submission s = office.makeSubmission(5, 1);
    office.settle(s, SubmissionState::Failed, noon, QStringLiteral("TIMEOUT"));
    office.put(s); // it failed again while we look: the log is read again, what is shown stays meanwhile
    office.ticker.step();
    QCOMPARE(office.history.questions.open(), size_t(1));
    QCOMPARE(drawer->attempts()->count(), 1);
    QCOMPARE(drawer->attemptsState(), JobScreen::Ready);
}

void DeskTest::lateAttemptsAreNotShown()
{
    Office office;
    office.put(office.makeJob(1));
    office.put(std::vector{office.makeSubmission(5, 1), office.makeSubmission(6, 1)});
    JobScreen *drawer = office.desk.job();
    drawer->showSubmission(submission(5).toString());
    drawer->setSubmissionId(submission(6).toString());
    office.history.questions.answer(std::vector{Attempt{noon, 1, QStringLiteral("A"), {}, {}}}); // of the first
    QCOMPARE(drawer->attempts()->count(), 0);
    QCOMPARE(drawer->attemptsState(), JobScreen::Loading);
    drawer->close();
    office.history.questions.answer(std::vector{Attempt{noon, 1, QStringLiteral("B"), {}, {}}});
    QCOMPARE(drawer->attempts()->count(), 0);
    QCOMPARE(drawer->attemptsState(), JobScreen::None);
}

void DeskTest::failedOnesOneByOne()
{
    Office office;
    office.put(office.makeJob(1));
    for (int n = 1; n <= 5; ++n) {
        Submission s = office.makeSubmission(n, 1);
        if (n % 2 == 0)
            office.settle(s, SubmissionState::Failed, noon, QStringLiteral("VALIDATION"));
        office.put(s);
    }
    JobScreen *drawer = office.desk.job();
    drawer->show(job(1).toString());
    drawer->selectNextFailed();
    QCOMPARE(drawer->submissionId(), submission(2).toString());
    drawer->selectNextFailed();
    QCOMPARE(drawer->submissionId(), submission(4).toString());
    drawer->selectNextFailed();
    QCOMPARE(drawer->submissionId(), submission(2).toString());
    drawer->selectPreviousFailed();
    QCOMPARE(drawer->submissionId(), submission(4).toString());
}

void DeskTest::analyticsAsksOnlyWhileVisible()
{
    Office office;
    AnalyticsScreen *screen = office.desk.analytics();
    const auto pass = [&](Seconds time) {
        office.clock.advance(time);
        office.ticker.tick();
    };
    pass(Seconds(600));
    QCOMPARE(office.analytics.asked.size(), size_t(0));
    screen->setActive(true);
    QCOMPARE(office.analytics.asked.size(), size_t(1));
    QCOMPARE(screen->state(), AnalyticsScreen::Loading);
    pass(Seconds(120)); // still waiting for the first answer
    QCOMPARE(office.analytics.asked.size(), size_t(1));
    AnalyticsReport report;
    report.days.emplace_back();
    office.analytics.questions.answer(report);
    QCOMPARE(screen->state(), AnalyticsScreen::Ready);
    pass(Seconds(1));
    QCOMPARE(office.analytics.asked.size(), size_t(2));
    office.analytics.questions.answer(report);
    pass(Seconds(59));
    QCOMPARE(office.analytics.asked.size(), size_t(2));
    pass(Seconds(1));
    QCOMPARE(office.analytics.asked.size(), size_t(3));
    QCOMPARE(screen->state(), AnalyticsScreen::Ready); // over a shown report it refreshes, it does not load
    QVERIFY(screen->refreshing());
    office.analytics.questions.answer(report);
    screen->setActive(false);
    pass(Seconds(600));
    QCOMPARE(office.analytics.asked.size(), size_t(3));
}

void DeskTest::analyticsRangeIsWholeDays_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char *now, int days, const char *from, const char *to) {
        QTest::addRow("%s, %d", now, days)
            << QString::fromLatin1(now) << days << QString::fromLatin1(from) << QString::fromLatin1(to);
    };
    row("2026-08-21T12:00:00Z", 7, "2026-08-14T22:00:00+00:00", "2026-08-21T22:00:00+00:00");
    row("2026-08-21T22:00:00Z", 7, "2026-08-15T22:00:00+00:00", "2026-08-22T22:00:00+00:00"); // a new day in Berlin
    row("2026-11-01T12:00:00Z", 30, "2026-10-02T22:00:00+00:00",
        "2026-11-01T23:00:00+00:00"); // over the change of clocks
    row("2026-08-21T12:00:00Z", 90, "2026-05-23T22:00:00+00:00", "2026-08-21T22:00:00+00:00");
}

void DeskTest::analyticsRangeIsWholeDays()
{
    QFETCH(QString, now);
    QFETCH(int, days);
    QFETCH(QString, from);
    QFETCH(QString, to);
    Office office;
    office.clock.advance(*parseInstant(now) - office.clock.now());
    AnalyticsScreen *screen = office.desk.analytics();
    screen->setRangeDays(days);
    screen->setRangeDays(11); // not offered
    QCOMPARE(screen->rangeDays(), days);
    screen->setActive(true);
    const auto &[range, zone] = office.analytics.asked.back();
    QCOMPARE(formatInstant(range.from), from);
    QCOMPARE(formatInstant(range.to), to);
    QCOMPARE(zone, QByteArray("Europe/Berlin"));
}

void DeskTest::analyticsShowsItsReport()
{
    Office office;
    AnalyticsScreen *screen = office.desk.analytics();
    AnalyticsReport report;
    report.asOf = noon;
    report.minAttempts = 20;
    report.days = {{noon - hours(48), 3, 9, 10}, {noon - hours(24), 0, 0, 0}};
    for (int i = 0; i < 12; ++i)
        report.directories.push_back({directory(i), QStringLiteral("d%1").arg(i), 12 - i, 20});
    QSignalSpy spy(screen, &AnalyticsScreen::reportChanged);
    screen->setActive(true);
    office.analytics.questions.answer(report);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(screen->completed(), (QList<double>{3, 0}));
    QCOMPARE(screen->successRate()[0], 0.9);
    QVERIFY(std::isnan(screen->successRate()[1])); // a day without attempts is a gap, not 0 %
    QCOMPARE(screen->successN(), (QList<int>{10, 0}));
    QCOMPARE(screen->dayStarts()[0], double(toMillis(noon - hours(48))));
    QCOMPARE(screen->errorNames().size(), 10);
    QCOMPARE(screen->errorRates()[0], 0.6);
    QCOMPARE(screen->errorN()[9], 20);
    QCOMPARE(screen->asOfMs(), double(toMillis(noon)));
    QCOMPARE(screen->completedTotal(), 3);
    screen->refresh();
    office.analytics.questions.answer(report);
    QCOMPARE(spy.size(), 1); // the same report does not make the charts draw
}

void DeskTest::analyticsKeepsWhatItHasOnError()
{
    Office office;
    AnalyticsScreen *screen = office.desk.analytics();
    screen->setActive(true);
    Error error;
    error.message = QStringLiteral("503");
    office.analytics.questions.answer(error);
    QCOMPARE(screen->state(), AnalyticsScreen::Error);
    QCOMPARE(screen->error(), error.message);
    AnalyticsReport report;
    report.days = {{noon, 3, 9, 10}};
    screen->refresh();
    screen->setRangeDays(7); // the answer to the 30 days is not wanted any more
    office.analytics.questions.answer(report);
    QVERIFY(screen->completed().isEmpty());
    office.analytics.questions.answer(report);
    QCOMPARE(screen->completed().size(), 1);
    screen->refresh();
    office.analytics.questions.answer(error);
    QCOMPARE(screen->completed().size(), 1);
    QCOMPARE(screen->state(), AnalyticsScreen::Error);
}

void DeskTest::navigationAndItsCounts()
{
    Office office;
    office.furnish();
    NavigationScreen *screen = office.desk.navigation();
    QCOMPARE(screen->page(), QStringLiteral("live"));
    screen->setPage(QStringLiteral("triage")); // not built
    QCOMPARE(screen->page(), QStringLiteral("live"));
    screen->setPage(QStringLiteral("system"));
    NavigationScreen again(office.preferences);
    QCOMPARE(again.page(), QStringLiteral("system"));
    QVERIFY(!screen->restore(QStringLiteral("width")).isValid());
    screen->store(QStringLiteral("width"), 1440);
    QCOMPARE(again.restore(QStringLiteral("width")).toInt(), 1440);

    office.put(office.makeJob(1));
    Submission s = office.makeSubmission(5, 1);
    office.settle(s, SubmissionState::Failed, noon, QStringLiteral("CAPTCHA"));
    office.put(s);
    Directory d = *office.store.directories().find(directory(1));
    d.circuit = CircuitState::Open;
    office.put(d);
    office.ticker.tick();
    QCOMPARE(screen->activeJobs(), 1);
    QCOMPARE(screen->needPerson(), 1);
    QCOMPARE(screen->openCircuits(), 1);
}

void DeskTest::appearanceIsKept()
{
    Office office;
    AppearanceScreen *screen = office.desk.appearance();
    QVERIFY(!screen->dark());
    screen->setSystemDark(true);
    QVERIFY(screen->dark());
    screen->setTheme(AppearanceScreen::Light);
    QVERIFY(!screen->dark());
    screen->setDensity(AppearanceScreen::Dense);
    screen->setReducedMotion(true);
    screen->setLanguage(QStringLiteral("de"));
    screen->setTextScale(500);
    const AppearanceScreen again(office.preferences);
    QCOMPARE(again.theme(), AppearanceScreen::Light);
    QCOMPARE(again.density(), AppearanceScreen::Dense);
    QVERIFY(again.reducedMotion());
    QCOMPARE(again.language(), QStringLiteral("de"));
    QCOMPARE(again.textScale(), 200);
    office.preferences.kept[QStringLiteral("appearance/theme")] = 17; // from another version
    QCOMPARE(AppearanceScreen(office.preferences).theme(), AppearanceScreen::System);
}

static void fillOffice(Office &office)
{
    office.furnish();
    office.put(office.makeJob(1));
    office.put(office.makeSubmission(5, 1, SubmissionState::Submitting));
    Submission s = office.makeSubmission(5, 1);
    office.settle(s, SubmissionState::Failed, noon, QStringLiteral("CAPTCHA"));
    office.put(s);
    office.link.become(FakeLink::live());
    office.desk.actions()->retrySubmission(submission(5).toString());
    office.ticker.tick();
    office.desk.job()->showSubmission(submission(5).toString());
    office.history.questions.answer(std::vector{Attempt{noon, 1, QStringLiteral("CAPTCHA"), {}, {}}});
    AnalyticsReport report;
    report.days = {{noon, 3, 9, 10}};
    office.desk.analytics()->setActive(true);
    office.analytics.questions.answer(report);
}

void DeskTest::anotherAccountSeesNothingOfTheFirst()
{
    Office office;
    office.signIn();
    fillOffice(office);
    office.desk.live()->setFrozen(true); // also what stands still goes
    QVERIFY(office.desk.live()->jobs()->count() == 1 && office.desk.live()->feed()->count() > 0);
    QVERIFY(office.desk.job()->open() && office.desk.analytics()->completed().size() == 1);

    // The replica and the outbox of the first account go with it.
    Delta nothing;
    nothing.reset = true;
    office.store.apply(nothing);
    office.gateway.forgetAll();
    office.session.become(Session::State::SigningIn, {});
    office.signIn(Role::Viewer, QStringLiteral("other@example.com"));
    office.ticker.tick();
    QCOMPARE(office.desk.live()->jobs()->count(), 0);
    QCOMPARE(office.desk.live()->feed()->count(), 0);
    QCOMPARE(office.desk.live()->alerts()->count(), 0);
    QCOMPARE(office.desk.live()->tiles()->tile(TilesModel::NeedPerson).value, 0.0);
    QVERIFY(!office.desk.live()->frozen());
    QVERIFY(!office.desk.job()->open());
    QCOMPARE(office.desk.job()->attempts()->count(), 0);
    QVERIFY(office.desk.analytics()->completed().isEmpty());
    QCOMPARE(office.desk.actions()->model()->count(), 0);
    QCOMPARE(office.desk.navigation()->needPerson(), 0);
}

void DeskTest::expiryKeepsThePage()
{
    Office office;
    office.signIn();
    fillOffice(office);
    office.session.become(Session::State::Expired, QStringLiteral("mk@example.com"));
    office.session.become(Session::State::SigningIn, QStringLiteral("mk@example.com"));
    office.signIn();
    QCOMPARE(office.desk.live()->jobs()->count(), 1);
    QVERIFY(office.desk.job()->open());
}

QTEST_GUILESS_MAIN(DeskTest)
#include "desk_test.moc"
