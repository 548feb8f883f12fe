// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/start_run.h"

#include "bench/bench_error.h"
#include "bench/samples.h"
#include "models/ports/when_done.h"
#include "models/store/store.h"
#include "services/client/desk_client.h"
#include "services/connectors/directory_bolt.h"
#include "services/http/http_client.h"
#include "services/secrets/memory_store.h"
#include "services/session/session_client.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTimer>
#include <algorithm>

namespace bolt::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int loadPatienceMs = 120'000;

double dice() { return QRandomGenerator::global()->generateDouble(); }

/// Milliseconds from the start of the client.
struct StartTimes
{
    double rows = 0; ///< the jobs are in the store
    double view = 0; ///< and all submissions of those that are not over: the Live page is complete
    double all = 0;  ///< the whole window
};

/// One client from its first line to its last row.
class OneStart
{
public:
    OneStart(MemoryStore &secrets, const QString &folder)
        : m_http(HttpClient::Settings{}, HttpClient::BearerSource{})
        , m_session(m_http, m_connector, secrets, m_clock, sessionSettings())
        , m_client(m_session, m_connector, m_clock, m_store, clientSettings(folder))
    {
        QObject::connect(&m_store, &Store::changed, &m_store, [this](const Changed &) { note(); });
    }

    void begin()
    {
        m_timer.start();
        m_client.start();
    }
    SessionClient &session() { return m_session; }
    const Store &store() const { return m_store; }
    bool isLive() { return m_client.link().health().phase == LinkPhase::Live; }
    void end() { m_client.stop(); }

    StartTimes times() const
    {
        StartTimes t;
        const Moment last = m_moments.empty() ? Moment() : m_moments.back();
        for (const Moment &m : m_moments) {
            if (t.rows == 0 && m.jobs == last.jobs)
                t.rows = m.at;
            if (t.view == 0 && m.jobs == last.jobs && m.active == last.active)
                t.view = m.at;
            if (t.all == 0 && m.all == last.all)
                t.all = m.at;
        }
        return t;
    }

private:
    struct Moment
    {
        double at = 0;
        size_t jobs = 0, active = 0, all = 0;
    };
    static SessionClient::Settings sessionSettings()
    {
        SessionClient::Settings settings;
        settings.random = dice;
        return settings;
    }
    static DeskClient::Settings clientSettings(const QString &folder)
    {
        DeskClient::Settings settings;
        settings.replicaFolder = folder;
        settings.random = dice;
        return settings;
    }
    void note()
    {
        Moment m{double(m_timer.nsecsElapsed()) / 1e6, m_store.jobs().size(), 0, m_store.submissions().size()};
        for (const Job &job : m_store.jobs().rows()) {
            if (isActive(job.state))
                m.active += size_t(m_store.counts(job.id).total());
        }
        m_moments.push_back(m);
    }

    SystemClock m_clock;
    Store m_store;
    DirectoryBoltConnector m_connector;
    HttpClient m_http;
    SessionClient m_session;
    DeskClient m_client;
    QElapsedTimer m_timer;
    std::vector<Moment> m_moments;
};

template<class Done>
bool waitUntil(Done done)
{
    QEventLoop loop;
    QTimer look, deadline;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (done())
            loop.quit();
    });
    QObject::connect(&deadline, &QTimer::timeout, &loop, [&loop] { loop.exit(1); });
    look.start(20);
    deadline.start(loadPatienceMs);
    return loop.exec() == 0;
}

QByteArray column(const Samples &s)
{
    return (QByteArray::number(s.median(), 'f', 0) + " (" + QByteArray::number(s.least(), 'f', 0) + "-" +
            QByteArray::number(s.most(), 'f', 0) + ")")
        .rightJustified(22);
}

struct StartSamples
{
    Samples rows, view, all;
    void add(const StartTimes &t)
    {
        rows.add(t.rows);
        view.add(t.view);
        all.add(t.all);
    }
    QByteArray line(const char *name) const
    {
        return QByteArray(name).leftJustified(34) + column(rows) + column(view) + column(all) + '\n';
    }
};

} // namespace

Result<QByteArray> StartRun::run()
{
    const auto access = m_server.start(m_plan.scale);
    if (!access)
        return access.error();
    Workspace workspace;
    workspace.name = u"bench"_s;
    workspace.url = QUrl(access->url);
    workspace.anonKey = access->anonKey;
    MemoryStore secrets;
    StartSamples empty, disk;
    size_t jobs = 0, submissions = 0;
    QString folder;
    for (int i = 0; i < m_plan.repetitions; ++i) {
        folder = m_folder.filePath(u"replica-%1"_s.arg(i));
        OneStart start(secrets, folder);
        start.begin();
        start.session().signIn(workspace, access->email, access->password, true);
        if (!waitUntil([&] { return start.isLive(); }))
            return benchError(u"an empty desk never was live"_s);
        jobs = start.store().jobs().size();
        submissions = start.store().submissions().size();
        empty.add(start.times());
        start.end();
    }
    m_server.kill(); // from here on there is no server
    for (int i = 0; i < m_plan.repetitions; ++i) {
        OneStart start(secrets, folder);
        start.begin();
        start.session().restore(workspace);
        if (!waitUntil([&] { return start.store().submissions().size() >= submissions; }))
            return benchError(u"the copy was not read back"_s);
        disk.add(start.times());
        start.end();
    }
    return QByteArray::number(qsizetype(jobs)) + " jobs, " + QByteArray::number(qsizetype(submissions)) +
           " submissions; " + QByteArray::number(m_plan.repetitions) +
           " repetitions; milliseconds from the start of the client: median (least-most)\n\n" + QByteArray(34, ' ') +
           QByteArray("jobs").rightJustified(22) + QByteArray("Live page complete").rightJustified(22) +
           QByteArray("whole window").rightJustified(22) + '\n' + disk.line("from disk, the server is gone") +
           empty.line("empty, from a server here") +
           "\nThe window and the program itself are not in it: boltdesk --summary prints those of a real start.\n";
}

} // namespace bolt::bench
