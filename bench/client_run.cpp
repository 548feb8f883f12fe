// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/client_run.h"

#include "models/ports/when_done.h"

#include <QEventLoop>
#include <QRandomGenerator>
#include <QTimer>

namespace bolt::bench {

using namespace Qt::StringLiterals;

namespace {

double random() { return QRandomGenerator::global()->generateDouble(); }

SessionClient::Settings sessionSettings()
{
    SessionClient::Settings settings;
    settings.random = random;
    return settings;
}

DeskClient::Settings clientSettings()
{
    DeskClient::Settings settings;
    settings.random = random;
    return settings;
}

} // namespace

ClientRun::ClientRun()
    : m_http(HttpClient::Settings{}, HttpClient::BearerSource{})
    , m_session(m_http, m_connector, m_secrets, m_clock, sessionSettings())
    , m_client(m_session, m_connector, m_clock, m_store, clientSettings())
{
}

Outcome ClientRun::connectTo(quint16 port)
{
    Workspace workspace;
    workspace.name = u"bench"_s;
    workspace.url = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
    workspace.anonKey = u"bench"_s;
    m_client.start();
    Outcome outcome = Error{Error::Kind::Network, u"timeout"_s, u"the feeder did not answer"_s, {}, 0};
    bool answered = false;
    whenDone(m_session.signIn(workspace, u"bench@boltdesk.test"_s, u"bench"_s, false), &m_session,
             [&](const Outcome &signedIn) {
                 outcome = signedIn;
                 answered = true;
             });
    if (!waitUntil([&] { return answered; }) || !outcome)
        return outcome;
    const auto live = [this] {
        for (const TableHealth &table : m_client.link().health().tables) {
            if (table.phase != LinkPhase::Live)
                return false;
        }
        return m_client.link().health().phase == LinkPhase::Live;
    };
    if (!waitUntil(live))
        return Error{
            Error::Kind::Network, u"live"_s, u"never live: "_s + plainWords(m_client.link().health().reason), {}, 0};
    return Done{};
}

bool ClientRun::waitForVersion(SubmissionId row, qint64 version)
{
    return waitUntil([&] {
        const Submission *found = m_store.submissions().find(row);
        return found && found->version >= version;
    });
}

bool ClientRun::waitUntil(const std::function<bool()> &done)
{
    if (done())
        return true;
    QEventLoop loop;
    const auto look = [&] {
        if (done())
            loop.quit();
    };
    const auto changed = QObject::connect(&m_store, &Store::changed, &loop, look);
    const auto health = QObject::connect(&m_client.link(), &Link::healthChanged, &loop, look);
    const auto session = QObject::connect(&m_session, &Session::stateChanged, &loop, look);
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &loop, [&loop] { loop.exit(1); });
    deadline.start(60'000);
    QTimer again; // for what announces itself by no signal
    QObject::connect(&again, &QTimer::timeout, &loop, look);
    again.start(50);
    const bool ok = loop.exec() == 0;
    QObject::disconnect(changed);
    QObject::disconnect(health);
    QObject::disconnect(session);
    return ok;
}

} // namespace bolt::bench
