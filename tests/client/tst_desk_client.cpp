// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/backend/embedded_server.h"
#include "models/ports/when_done.h"
#include "services/client/desk_client.h"
#include "services/connectors/directory_bolt.h"
#include "services/http/http_client.h"
#include "services/secrets/memory_store.h"
#include "services/session/session_client.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bolt;
using namespace Qt::StringLiterals;

/// The whole client with all its threads against a real backend in this process.
class TestDeskClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void followsActsAndKeepsACopy();
    void startsFromDisk();
    void stopsAtAnyMoment();

private:
    struct Desk
    {
        explicit Desk(const QString &replica)
            : http({}, {})
            , session(http, connector, secrets, clock, sessionSettings(replica))
            , client(session, connector, clock, store, settings(replica))
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

        SystemClock clock;
        DirectoryBoltConnector connector;
        MemoryStore secrets;
        HttpClient http;
        SessionClient session;
        Store store;
        DeskClient client;
    };
    void signIn(Desk &desk)
    {
        Workspace workspace;
        workspace.url = QUrl(m_access.url);
        workspace.anonKey = m_access.anonKey;
        const auto &user = m_access.users.back();
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

QTEST_GUILESS_MAIN(TestDeskClient)
#include "tst_desk_client.moc"
