// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/embedded_workspace.h"

#include "models/ports/when_done.h"

#include <algorithm>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

backend::SeedScale scaleFrom(const QString &word)
{
    if (word == u"ref"_s)
        return backend::SeedScale::Reference;
    return word == u"xl"_s ? backend::SeedScale::Large : backend::SeedScale::Demo;
}

} // namespace

EmbeddedWorkspace::EmbeddedWorkspace(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
    connect(&m_fleet, &Fleet::failed, this, &EmbeddedWorkspace::fleetChanged);
}

EmbeddedWorkspace::~EmbeddedWorkspace() { stop(); }

void EmbeddedWorkspace::open()
{
    if (!m_server)
        start();
    else if (m_access)
        tellReady();
}

void EmbeddedWorkspace::start()
{
    backend::BackendOptions options;
    options.database = m_options.database.isEmpty() ? u":memory:"_s : m_options.database;
    options.demo = true;
    options.seed = m_options.seed;
    options.scale = scaleFrom(m_options.scale);
    options.progress = [this](const QString &what, double done) {
        QMetaObject::invokeMethod(
            this, [this, what, done] { Q_EMIT progress(what, done); }, Qt::QueuedConnection);
    };
    m_server = std::make_unique<backend::EmbeddedServer>(std::move(options));
    whenDone(m_server->start(), this, [this](const Result<backend::BackendAccess> &access) { onStarted(access); });
}

void EmbeddedWorkspace::stop()
{
    m_fleet.stop();
    m_server.reset();
}

void EmbeddedWorkspace::onStarted(const Result<backend::BackendAccess> &access)
{
    if (!access) {
        Q_EMIT failed(access.error());
        return;
    }
    m_access = *access;
    tellReady();
}

void EmbeddedWorkspace::tellReady()
{
    // The desk shows what an administrator may do; the other demo users are for trying the roles.
    const auto &users = m_access->users;
    const auto admin =
        std::find_if(users.begin(), users.end(), [](const backend::DemoUser &u) { return u.role == Role::Admin; });
    if (admin == users.end()) {
        Q_EMIT failed(
            Error{Error::Kind::Internal, u"no_admin"_s, tr("The demo's server has no administrator account."), {}, 0});
        return;
    }
    if (!m_fleet.running())
        startFleet();
    Workspace workspace;
    workspace.name = tr("Embedded demo");
    workspace.kind = Workspace::Kind::Embedded;
    workspace.url = QUrl(m_access->url);
    workspace.anonKey = m_access->anonKey;
    Q_EMIT ready(workspace, admin->email, admin->password);
}

void EmbeddedWorkspace::startFleet()
{
    if (m_options.rate <= 0)
        return;
    Fleet::Plan plan;
    plan.url = QUrl(m_access->url);
    plan.workerToken = m_access->workerToken;
    plan.workers = m_options.workers;
    plan.rate = m_options.rate;
    plan.seed = m_options.seed;
    if (m_fleet.start(plan))
        Q_EMIT fleetChanged(tr("%n simulated worker(s)", nullptr, plan.workers));
    else
        Q_EMIT fleetChanged(tr("No simulated fleet: boltdesk-workers is not installed beside the desk."));
}

} // namespace bolt
