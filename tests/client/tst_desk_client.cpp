// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/backend/embedded_server.h"
#include "models/ports/when_done.h"
#include "models/tables/outcome_ledger.h"
#include "services/analytics/analytics_client.h"
#include "services/client/desk_client.h"
#include "services/connectors/directory_bolt.h"
#include "services/http/http_client.h"
#include "services/secrets/memory_store.h"
#include "services/session/session_client.h"
#include "services/sync/live_link.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <map>

using namespace bolt;
using namespace Qt::StringLiterals;

/// The whole client with all its threads against a real backend in this process.
class TestDeskClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void followsActsAndKeepsACopy();
    void figuresAreTheServers();
    void reloadAsksAgainWhatTheServerLacks();
    void startsFromDisk();
    void actionsWaitThroughASignOut();
    void quittingSendsWhatIsHeld();
    void loadsOlderRows_data();
    void loadsOlderRows();
    void loadsNoMoreThanItMay();
    void stopsAtAnyMoment();
    void aPassingWorkspaceLeavesNoCopy_data();
    void aPassingWorkspaceLeavesNoCopy();

private:
    struct Desk
    {
        explicit Desk(const QString &replica)
            : Desk(replica, settings(replica))
        {
        }
        Desk(const QString &replica, const DeskClient::Settings &wanted)
            : http({}, {})
            , session(http, connector, secrets, clock, sessionSettings(replica))
            , client(session, connector, clock, store, wanted)
        {
        }
        static SessionClient::Settings sessionSettings(const QString &replica)
        {
            SessionClient::Settings s;
            s.lockFolder = replica + u".locks"_s;
            s.random = [] { return 0.5; };
            return s;
        }
        static DeskClient::Settings settings(const QString &replica)
        {
            DeskClient::Settings s;
            s.replicaFile = replica;
            s.window = std::chrono::hours(0);
            s.haste = 10;
            return s;
        }
        LinkPhase phase() { return client.link().health().phase; }
        const LinkHealth &health() { return client.link().health(); }

        SystemClock clock;
        DirectoryBoltConnector connector;
        MemoryStore secrets;
        HttpClient http;
        SessionClient session;
        Store store;
        DeskClient client;
    };
    void signIn(Desk &desk) { signIn(desk, m_access.users.back()); }
    void signIn(Desk &desk, const backend::DemoUser &user, Workspace::Kind kind = Workspace::Kind::Remote)
    {
        Workspace workspace;
        workspace.kind = kind;
        workspace.url = QUrl(m_access.url);
        workspace.anonKey = m_access.anonKey;
        desk.client.start();
        desk.session.signIn(workspace, user.email, user.password, false);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<backend::EmbeddedServer> m_server;
    backend::BackendAccess m_access;
};

void TestDeskClient::initTestCase()
{
    backend::BackendOptions options;
    options.demo = true;
    m_server = std::make_unique<backend::EmbeddedServer>(options);
    auto started = m_server->start();
    started.waitForFinished();
    const auto access = started.result();
    QVERIFY2(access.ok(), access ? "" : qPrintable(access.error().message));
    m_access = *access;
}

void TestDeskClient::followsActsAndKeepsACopy()
{
    Desk desk(m_folder.filePath(u"copy"_s));
    signIn(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), LinkPhase::Live, 60'000);
    QVERIFY(desk.store.submissions().size() > 1000);
    const auto failed =
        std::find_if(desk.store.jobs().rows().begin(), desk.store.jobs().rows().end(),
                     [](const Job &job) { return job.state == JobState::InProgress && !job.id.isNull(); });
    QVERIFY(failed != desk.store.jobs().rows().end());
    const JobId job = failed->id;
    Command pause;
    pause.verb = Command::Verb::PauseJob;
    pause.job = job;
    const ActionId id = desk.client.actions().submit(pause);
    const auto phase = [&] {
        for (const ActionStatus &status : desk.client.actions().actions()) {
            if (status.id == id)
                return status.phase;
        }
        return ActionStatus::Phase::Waiting;
    };
    QTRY_COMPARE_WITH_TIMEOUT(phase(), ActionStatus::Phase::Applied, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(desk.store.jobs().find(job)->state, JobState::Paused, 30'000);
}

/// One definition: the desk counts of the past what the server counts, and a retry of all that failed moves neither
/// (N12).
void TestDeskClient::figuresAreTheServers()
{
    Desk desk(m_folder.filePath(u"figures"_s));
    OutcomeLedger ledger(desk.clock);
    connect(&desk.store, &Store::changed, this, [&](const Changed &changed) { ledger.apply(changed); });
    AnalyticsClient analytics(desk.session, desk.connector);
    signIn(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), LinkPhase::Live, 60'000);
    const auto minute = [](Instant at) { return std::chrono::floor<std::chrono::minutes>(at); };
    const TimeRange range{minute(desk.clock.now() - std::chrono::hours(24 * 6)), minute(desk.clock.now())};
    const auto ours = [&] {
        const int back = int((minute(desk.clock.now()) - minute(range.to)).count()) + 1;
        return ledger.sum(back, int((minute(range.to) - minute(range.from)).count()));
    };
    const auto theirs = [&] {
        auto asked = analytics.report(range, "UTC");
        OutcomeLedger::Share share;
        if (!QTest::qWaitFor([&] { return asked.isFinished(); }, 30'000))
            return share;
        const Result<AnalyticsReport> report = asked.result();
        if (!report.ok())
            return share;
        for (const auto &day : report->days) {
            share.good += day.succeeded;
            share.bad += day.attempted - day.succeeded;
        }
        return share;
    };
    const auto before = theirs();
    QVERIFY2(before.good > 100 && before.bad > 10, qPrintable(u"%1 %2"_s.arg(before.good).arg(before.bad)));
    QVERIFY2(ours() == before, qPrintable(u"%1 %2"_s.arg(ours().good).arg(ours().bad)));

    Command retry;
    retry.verb = Command::Verb::RetrySubmissions;
    for (const Submission &s : desk.store.submissions().rows()) {
        const Job *job = desk.store.jobs().find(s.job); // of an ended one the server may refuse it
        if (s.state == SubmissionState::Failed && job && isActive(job->state) && retry.submissions.size() < 50)
            retry.submissions.push_back(s.id);
    }
    QVERIFY(!retry.submissions.empty());
    desk.client.actions().submit(retry);
    const auto isRetried = [&](const SubmissionId &id) {
        return desk.store.submissions().find(id)->state != SubmissionState::Failed;
    };
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(retry.submissions.begin(), retry.submissions.end(), isRetried), 60'000);
    QVERIFY(theirs() == before);
    QVERIFY(ours() == before);
}

/// What was said of the server when the desk signed in may have been mended since.
void TestDeskClient::reloadAsksAgainWhatTheServerLacks()
{
    Desk desk(m_folder.filePath(u"lacks"_s));
    signIn(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), LinkPhase::Live, 60'000);
    auto &link = dynamic_cast<LiveLink &>(desk.client.link());
    link.setLacks({{u"something that was mended"_s, {}}}, false);
    link.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(desk.health().lacks.empty(), 30'000);
}

void TestDeskClient::startsFromDisk()
{
    Desk desk(m_folder.filePath(u"copy"_s));
    qint64 state = 0;
    connect(&desk.client, &DeskClient::applying, this, [&state](const Delta &delta) {
        if (delta.snapshot)
            state += qint64(delta.size());
    });
    signIn(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), LinkPhase::Live, 60'000);
    QVERIFY(state > 1000);
    desk.session.signOut();
    QTRY_COMPARE(desk.phase(), LinkPhase::SignedOut);
    QCOMPARE(desk.store.submissions().size(), size_t(0));
}

/// What was asked for is not sent by, nor shown to, whoever sits down next; its own account carries it out, once.
void TestDeskClient::actionsWaitThroughASignOut()
{
    auto settings = Desk::settings({});
    settings.replicaFolder = m_folder.filePath(u"accounts"_s);
    Desk desk(m_folder.filePath(u"left"_s), settings);
    signIn(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), LinkPhase::Live, 60'000);
    const auto &jobs = desk.store.jobs().rows();
    const auto running =
        std::find_if(jobs.begin(), jobs.end(), [](const Job &job) { return job.state == JobState::InProgress; });
    QVERIFY(running != jobs.end());
    Command pause;
    pause.verb = Command::Verb::PauseJob;
    pause.job = running->id;
    const ActionId id = desk.client.actions().submit(pause);
    const auto isNow = [&](JobState state) { // rows may come a little after the link is live
        const Job *job = desk.store.jobs().find(pause.job);
        return job && job->state == state;
    };
    desk.session.signOut();
    QTRY_COMPARE(desk.phase(), LinkPhase::SignedOut);
    QVERIFY(desk.client.actions().actions().empty());

    QVERIFY(m_access.users.size() > 1);
    signIn(desk, m_access.users[m_access.users.size() - 2]);
    QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), LinkPhase::Live, 60'000);
    QVERIFY(desk.client.actions().actions().empty());
    QTRY_VERIFY_WITH_TIMEOUT(isNow(JobState::InProgress), 60'000);
    desk.session.signOut();
    QTRY_COMPARE(desk.phase(), LinkPhase::SignedOut);

    signIn(desk);
    const auto applied = [&] {
        const auto &all = desk.client.actions().actions();
        return all.size() == 1 && all.front().id == id && all.front().phase == ActionStatus::Phase::Applied;
    };
    QTRY_VERIFY_WITH_TIMEOUT(applied(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(isNow(JobState::Paused), 60'000);
}

void TestDeskClient::quittingSendsWhatIsHeld()
{
    auto settings = Desk::settings(m_folder.filePath(u"quit"_s));
    settings.hold = undoHold;
    Command priority;
    priority.verb = Command::Verb::ChangePriority;
    priority.priorityOverride = 7;
    ActionId id;
    {
        Desk desk(settings.replicaFile, settings);
        signIn(desk);
        QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), LinkPhase::Live, 60'000);
        const auto &jobs = desk.store.jobs().rows();
        priority.job = std::find_if(jobs.begin(), jobs.end(), [](const Job &job) { return isActive(job.state); })->id;
        id = desk.client.actions().submit(priority);
        QVERIFY(isHeld(desk.client.actions().actions().back()));
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        QCoreApplication::exec(); // as it is stopped by a program that has ended its loop
        desk.client.stop();
    }
    Desk next(settings.replicaFile, settings);
    signIn(next);
    QTRY_VERIFY_WITH_TIMEOUT(!next.client.actions().actions().empty(), 60'000);
    QCOMPARE(next.client.actions().actions().back().id, id);
    QCOMPARE(next.client.actions().actions().back().phase, ActionStatus::Phase::Applied);
    const auto isRaised = [&] { // the copy may still be on its way from the disk
        const Job *job = next.store.jobs().find(priority.job);
        return job && job->priorityOverride == 7;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isRaised(), 60'000);
}

namespace {

/// Rows made since then, by id, as a desk holds them.
template<class R>
std::map<QUuid, R> rowsSince(const RecordTable<R> &table, std::optional<Instant> since)
{
    std::map<QUuid, R> rows;
    for (const R &row : table.rows()) {
        if (!since || row.createdAt >= *since)
            rows.emplace(row.id.uuid(), row);
    }
    return rows;
}

} // namespace

void TestDeskClient::loadsOlderRows_data()
{
    QTest::addColumn<bool>("onDisk");
    QTest::newRow("on disk") << true;
    QTest::newRow("in memory") << false;
}

/// A window of two days, then of six, then of ten, beside a desk that holds everything. Meanwhile jobs are paused.
void TestDeskClient::loadsOlderRows()
{
    QFETCH(bool, onDisk);
    const QString file = onDisk ? m_folder.filePath(u"older"_s) : QString();
    auto settings = Desk::settings(file);
    settings.window = std::chrono::hours(48);
    settings.olderStep = std::chrono::hours(96);
    Desk all(m_folder.filePath(u"all"_s)), desk(m_folder.filePath(u"older"_s), settings);
    signIn(all);
    signIn(desk);
    QTRY_COMPARE_WITH_TIMEOUT(all.phase(), LinkPhase::Live, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), LinkPhase::Live, 60'000);
    const auto equal = [&] {
        const auto since = desk.health().keptSince;
        return rowsSince(desk.store.jobs(), {}) == rowsSince(all.store.jobs(), since) &&
               rowsSince(desk.store.submissions(), {}) == rowsSince(all.store.submissions(), since);
    };
    QTRY_VERIFY_WITH_TIMEOUT(equal(), 30'000);
    auto active = all.store.jobs().rows().begin();
    for (int step = 1; step <= 2; ++step) {
        const size_t before = desk.store.submissions().size();
        const Instant since = *desk.health().keptSince;
        desk.client.link().loadOlder();
        QCOMPARE(desk.health().older, LinkHealth::Older::Loading);
        desk.client.link().loadOlder(); // one step at a time
        active = std::find_if(active, all.store.jobs().rows().end(),
                              [](const Job &job) { return job.state == JobState::InProgress; });
        QVERIFY(active != all.store.jobs().rows().end());
        Command pause;
        pause.verb = Command::Verb::PauseJob;
        pause.job = (active++)->id;
        all.client.actions().submit(pause);
        QTRY_COMPARE_WITH_TIMEOUT(*desk.health().keptSince, since - settings.olderStep, 60'000);
        QCOMPARE(desk.health().older, LinkHealth::Older::Idle);
        QTRY_VERIFY_WITH_TIMEOUT(equal(), 30'000);
        QVERIFY(desk.store.submissions().size() > before);
        QCOMPARE(desk.phase(), LinkPhase::Live);
    }
    const size_t held = desk.store.submissions().size();
    desk.session.signOut();
    QTRY_COMPARE(desk.phase(), LinkPhase::SignedOut);
    signIn(desk); // the window is what it was
    QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), LinkPhase::Live, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(equal() && desk.store.submissions().size() < held, 30'000);
}

void TestDeskClient::loadsNoMoreThanItMay()
{
    auto settings = Desk::settings({});
    settings.window = std::chrono::hours(48);
    settings.mostSubmissions = 10;
    Desk desk(m_folder.filePath(u"few"_s), settings);
    signIn(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), LinkPhase::Live, 60'000);
    QTRY_VERIFY(desk.store.submissions().size() >= 10);
    const auto since = desk.health().keptSince;
    desk.client.link().loadOlder();
    QVERIFY(desk.health().atLimit);
    QCOMPARE(desk.health().older, LinkHealth::Older::Idle);
    QCOMPARE(desk.health().keptSince, since);
}

void TestDeskClient::stopsAtAnyMoment()
{
    for (int n = 0; n < 8; ++n) {
        Desk desk(m_folder.filePath(u"copy%1"_s.arg(n)));
        signIn(desk);
        const LinkPhase until =
            std::array{LinkPhase::Connecting, LinkPhase::Joining, LinkPhase::CatchUp, LinkPhase::Live}[size_t(n % 4)];
        QTRY_VERIFY_WITH_TIMEOUT(desk.phase() == until || desk.phase() == LinkPhase::Live, 60'000);
        desk.client.stop();
        QCOMPARE(desk.phase(), LinkPhase::SignedOut);
    }
}

void TestDeskClient::aPassingWorkspaceLeavesNoCopy_data()
{
    QTest::addColumn<bool>("passes");
    QTest::newRow("in memory") << true;
    QTest::newRow("in a file of its own") << false;
}

/// An embedded workspace that ends with the program would leave a copy behind that nothing opens again.
void TestDeskClient::aPassingWorkspaceLeavesNoCopy()
{
    QFETCH(bool, passes);
    const QString folder = m_folder.filePath(passes ? u"passing"_s : u"staying"_s);
    QVERIFY(QDir().mkpath(folder));
    DeskClient::Settings settings = Desk::settings({});
    settings.replicaFolder = folder;
    settings.copiesEmbedded = !passes;
    {
        Desk desk(folder + u"/x"_s, settings);
        signIn(desk, m_access.users.back(), Workspace::Kind::Embedded);
        QTRY_COMPARE_WITH_TIMEOUT(desk.phase(), LinkPhase::Live, 60'000);
    }
    QCOMPARE(QDir(folder).entryList({u"*.replica"_s}).size(), passes ? 0 : 1);
}

QTEST_GUILESS_MAIN(TestDeskClient)
#include "tst_desk_client.moc"
