// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/actions_screen.h"
#include "models/screens/analytics_screen.h"
#include "models/screens/bulk_screen.h"
#include "models/screens/connection_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/navigation_screen.h"
#include "models/tables/actions_model.h"
#include "models/tables/alerts_model.h"
#include "models/tables/attempts_model.h"
#include "models/tables/feed_model.h"
#include "models/tables/jobs_view.h"
#include "models/tables/mosaic_model.h"
#include "models/tables/tiles_model.h"
#include "tests/screens/fake_doors.h"

#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace bolt;
using namespace bolt::test;

/// The whole desk: the Live page, what one screen does to another, and what goes when an account goes.
class DeskTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void liveFollowsTheLink();
    void freezeStopsThePage();
    void ownAnswerIsInTheFeed();
    void whatWasToldIsNotToldAgain();
    void anAnswerAfterTheRestartIsNews();
    void navigationAndItsCounts();
    void anotherAccountSeesNothingOfTheFirst();
    void expiryKeepsThePage();
    void olderRowsAreAskedForOnlyWhereTheyCanCome();
    void theSimulatedFleetBelongsToTheDemo();
};

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

    // Only that it is old now is said of what stands.
    const auto isLive = [live] { return live->tiles()->tile(TilesModel::ActiveJobs).live; };
    const double stood = live->tiles()->tile(TilesModel::ActiveJobs).value;
    QVERIFY(isLive());
    LinkHealth cut = FakeLink::live();
    cut.phase = LinkPhase::Offline;
    office.link.become(cut);
    QVERIFY(!isLive());
    QCOMPARE(live->tiles()->tile(TilesModel::ActiveJobs).value, stood);
    office.link.become(FakeLink::live());
    QVERIFY(isLive());

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
    office.ask("jobs.pause", job(1));
    office.ticker.step();
    QCOMPARE(office.desk.live()->feed()->count(), 0);
    office.gateway.settle(office.gateway.actions()[0].id, ActionStatus::Phase::Applied);
    office.ticker.step();
    QCOMPARE(office.desk.live()->feed()->count(), 1);
}

namespace {

ActionStatus kept(int n, ActionStatus::Phase phase, Instant asked, std::optional<BulkPart> bulk = {})
{
    ActionStatus status;
    status.id = numbered<ActionId>(n);
    status.command.verb = Command::Verb::PauseJob;
    status.command.job = job(1);
    status.createdAt = asked;
    status.phase = phase;
    status.applied = 1;
    status.bulk = bulk;
    if (isSettled(phase))
        status.settledAt = asked + Seconds(2);
    return status;
}

struct Told
{
    explicit Told(Desk &desk)
        : one(desk.actions(), &ActionsScreen::announced)
        , whole(desk.bulk(), &BulkScreen::announced)
    {
    }
    qsizetype toasts() const { return one.size() + whole.size(); }
    QSignalSpy one, whole;
};

double atOf(const Office &office, int row)
{
    const FeedModel *feed = office.desk.live()->feed();
    return feed->data(feed->index(row), FeedModel::AtRole).toDouble();
}

} // namespace

/// The outbox on disk comes after the start, settled actions among it, each as a change.
void DeskTest::whatWasToldIsNotToldAgain()
{
    using enum ActionStatus::Phase;
    Office office;
    office.signIn();
    office.put(office.makeJob(1), true);
    Told told(office.desk);
    const BulkPart part{numbered<BulkId>(7), BulkPart::Wish::Go};
    const Instant yesterday = noon - std::chrono::hours(20);
    const std::vector<ActionStatus> disk{kept(1, Applied, yesterday), kept(2, Refused, yesterday + Seconds(60)),
                                         kept(3, Applied, noon - Seconds(600), part),
                                         kept(4, Applied, noon - Seconds(500), part)};
    office.gateway.load(disk);
    office.ticker.step();
    QCOMPARE(told.toasts(), qsizetype(0));
    // They stand in the feed where they belong, with their own time.
    QCOMPARE(office.desk.live()->feed()->count(), 3);
    QCOMPARE(atOf(office, 0), double(toMillis(noon - Seconds(498))));
    QCOMPARE(atOf(office, 1), double(toMillis(yesterday + Seconds(62))));
    QCOMPARE(atOf(office, 2), double(toMillis(yesterday + Seconds(2))));
    // Said again, they are no news and no second line.
    for (const ActionStatus &status : disk)
        Q_EMIT office.gateway.changed(status);
    Q_EMIT office.gateway.bulkChanged(office.gateway.bulk(part.id));
    office.ticker.step();
    QCOMPARE(told.toasts(), qsizetype(0));
    QCOMPARE(office.desk.live()->feed()->count(), 3);
}

/// Sent before a crash, answered after it.
void DeskTest::anAnswerAfterTheRestartIsNews()
{
    using enum ActionStatus::Phase;
    Office office;
    office.signIn();
    office.put(office.makeJob(1), true);
    Told told(office.desk);
    const BulkPart part{numbered<BulkId>(7), BulkPart::Wish::Go};
    office.gateway.load({kept(1, Unknown, noon - Seconds(600)), kept(2, Waiting, noon - Seconds(600)),
                         kept(3, Applied, noon - Seconds(600), part), kept(4, Unknown, noon - Seconds(600), part)});
    QCOMPARE(told.toasts() + office.desk.live()->feed()->count(), qsizetype(0));
    office.clock.advance(Seconds(5));
    office.gateway.settle(numbered<ActionId>(1), Applied);
    office.gateway.settle(numbered<ActionId>(1), Applied);
    office.gateway.settle(numbered<ActionId>(2), Expired, 0);
    office.gateway.settlePart(part.id, Applied);
    office.ticker.step();
    QCOMPARE(told.one.size(), qsizetype(2));
    QCOMPARE(told.whole.size(), qsizetype(1));
    QCOMPARE(office.desk.live()->feed()->count(), 3);
    for (int row = 0; row < 3; ++row)
        QVERIFY(atOf(office, row) >= double(toMillis(noon - Seconds(598))));
    QCOMPARE(atOf(office, 0), double(toMillis(noon + Seconds(5))));
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

static void fillOffice(Office &office)
{
    office.furnish();
    office.put(office.makeJob(1));
    office.put(office.makeSubmission(5, 1, SubmissionState::Submitting));
    Submission s = office.makeSubmission(5, 1);
    office.settle(s, SubmissionState::Failed, noon, QStringLiteral("CAPTCHA"));
    office.put(s);
    office.link.become(FakeLink::live());
    office.ask("submissions.retry", submission(5));
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

void DeskTest::olderRowsAreAskedForOnlyWhereTheyCanCome()
{
    Office office;
    ConnectionScreen *screen = office.desk.connection();
    LinkHealth health = FakeLink::live();
    health.keptSince = noon;
    health.tables[size_t(Table::Submissions)].complete = false;
    office.link.become(health);
    QCOMPARE(screen->keptSinceMs(), 0.0); // not all of the window is here
    health = FakeLink::live();
    health.keptSince = noon;
    office.link.become(health);
    QCOMPARE(screen->keptSinceMs(), double(toMillis(noon)));
    QCOMPARE(screen->older(), ConnectionScreen::CanLoad);
    screen->loadOlder();
    QCOMPARE(office.link.olderAsked, 1);
    const auto refuses = [&](auto change, ConnectionScreen::Older why) {
        LinkHealth other = health;
        change(other);
        office.link.become(other);
        screen->loadOlder();
        QCOMPARE(screen->older(), why);
        QCOMPARE(office.link.olderAsked, 1);
    };
    refuses([](LinkHealth &h) { h.older = LinkHealth::Older::Loading; }, ConnectionScreen::Loading);
    refuses([](LinkHealth &h) { h.older = LinkHealth::Older::Troubled; }, ConnectionScreen::Troubled);
    refuses([](LinkHealth &h) { h.atLimit = true; }, ConnectionScreen::AtLimit);
    refuses([](LinkHealth &h) { h.phase = LinkPhase::Offline; }, ConnectionScreen::NoServer);
}

/// Beside another workspace it would say of its workers that they are simulated.
void DeskTest::theSimulatedFleetBelongsToTheDemo()
{
    Office office;
    QSignalSpy changed(&office.desk, &Desk::demoFleetChanged);
    office.session.setKind(Workspace::Kind::Embedded);
    office.session.become(Session::State::SignedIn, QStringLiteral("a@example.com"));
    changed.clear();
    office.desk.setDemoFleet(QStringLiteral("24 simulated workers"));
    office.desk.setDemoFleet(QStringLiteral("24 simulated workers"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(office.desk.demoFleet(), QStringLiteral("24 simulated workers"));
    office.session.setKind(Workspace::Kind::Remote);
    office.session.become(Session::State::SignedIn, QStringLiteral("b@example.com"));
    QVERIFY(changed.size() > 1);
    QCOMPARE(office.desk.demoFleet(), QString());
    office.session.setKind(Workspace::Kind::Embedded);
    office.session.become(Session::State::SignedIn, QStringLiteral("a@example.com"));
    QCOMPARE(office.desk.demoFleet(), QStringLiteral("24 simulated workers"));
}

QTEST_GUILESS_MAIN(DeskTest)
#include "desk_test.moc"
