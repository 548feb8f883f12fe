// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/backend/house.h"

#include "backend/seed/seed.h"

#include <QDebug>

namespace bolt::backend {
namespace {

using namespace Qt::StringLiterals;

Error cancelledError()
{
    return {Error::Kind::Cancelled, u"cancelled"_s, u"The backend was stopped while it started."_s, {}, 0};
}

SeedPlan::Scale scaleOf(SeedScale scale)
{
    switch (scale) {
    case SeedScale::Reference:
        return SeedPlan::Scale::Reference;
    case SeedScale::Large:
        return SeedPlan::Scale::Large;
    case SeedScale::Demo:
        break;
    }
    return SeedPlan::Scale::Demo;
}

std::vector<std::string> textsOf(const std::vector<QString> &texts)
{
    std::vector<std::string> out;
    for (const QString &text : texts)
        out.push_back(text.toStdString());
    return out;
}

bool inMemory(QStringView database) { return database == u":memory:"; }

} // namespace

Outcome House::build(const std::atomic<bool> &cancelled)
{
    if (const Outcome opened = open(cancelled); !opened)
        return opened;
    return cancelled ? Outcome(cancelledError()) : listen();
}

void House::notice(const QString &line) const
{
    if (m_options.notice)
        m_options.notice(line);
    else
        qWarning().noquote() << line;
}

void House::progress(const QString &what, double done) const
{
    if (m_options.progress)
        m_options.progress(what, done);
}

Outcome House::open(const std::atomic<bool> &cancelled)
{
    progress(u"Opening the database"_s, -1);
    auto opened = Database::open(m_options.database.toStdString(), m_clock, m_random);
    if (!opened)
        return opened.error();
    m_db = std::move(opened).value();

    const QString keysFile = m_options.keysFile.isEmpty() ? m_options.database + u".keys"_s : m_options.keysFile;
    const bool fleeting = m_options.keysFile.isEmpty() && inMemory(m_options.database);
    const Result<Keys> keys =
        fleeting ? Result<Keys>(makeKeys(m_clock.now())) : loadOrMakeKeys(keysFile, m_clock.now());
    if (!keys)
        return keys.error();

    m_authenticator = std::make_unique<Authenticator>(*keys, m_clock);
    AuthOptions auth;
    auth.accessLife = m_options.tokenLife;
    auth.loop = &m_loop;
    m_auth = std::make_unique<AuthApi>(*m_db, *m_authenticator, auth);
    if (m_options.demo) {
        if (const Outcome seeded = seed(cancelled); !seeded)
            return seeded.error();
        if (const Outcome made = makeUsers(); !made)
            return made.error();
    }
    return Done{};
}

Outcome House::seed(const std::atomic<bool> &cancelled)
{
    const auto empty =
        m_db->read([&]() -> Result<bool> { return !m_db->query("SELECT 1 FROM customers LIMIT 1").next(); });
    if (!empty)
        return empty.error();
    if (!*empty)
        return Done{};
    const QString what = u"Making up 90 days of business"_s;
    progress(what, 0);
    const SeedPlan plan{scaleOf(m_options.scale), m_options.seed, m_clock.now()};
    const auto seeded = seedDatabase(*m_db, plan, [&](double done) {
        progress(what, done);
        return !cancelled.load();
    });
    if (!seeded)
        return seeded.error().kind == Error::Kind::Cancelled ? cancelledError() : seeded.error();
    progress(what, 1);
    return Done{};
}

Outcome House::makeUsers()
{
    const QString password = QString::fromStdString(m_authenticator->keys().demoPassword);
    for (const Role role : {Role::Viewer, Role::Support, Role::Manager, Role::Admin}) {
        const DemoUser user{wordOf(role) + u"@boltdesk.test"_s, password, role};
        const Outcome made = m_auth->users().ensure(user.email.toStdString(), password.toStdString(), role);
        if (!made)
            return made.error();
        m_users.push_back(user);
    }
    return Done{};
}

Outcome House::listen()
{
    m_rest = std::make_unique<RestApi>(*m_db, *m_authenticator);
    m_realtime = std::make_unique<RealtimeApi>(*m_db, *m_authenticator, m_loop);
    m_api = std::make_unique<Api>(*m_db, *m_authenticator);
    m_auth->addTo(m_router);
    m_rest->addTo(m_router);
    m_api->addTo(m_router);

    ServerOptions options;
    options.allowedOrigins = textsOf(m_options.allowedOrigins);
    options.allowedHosts = textsOf(m_options.allowedHosts);
    options.limits.connections = std::size_t(m_options.connections);
    options.limits.perAddress = std::size_t(m_options.connectionsPerAddress);
    options.proxies = textsOf(m_options.proxies);
    m_server = std::make_unique<Server>(m_loop, m_router, options);
    m_realtime->addTo(*m_server, m_router);
    const Result<std::uint16_t> port = m_server->listen(m_options.host.toStdString(), m_options.port);
    if (!port)
        return port.error();
    m_port = *port;

    m_maintenance = std::make_unique<Maintenance>(*m_db);
    m_timer = m_loop.every(Millis(1000), [this] { keepUp(); });
    keepUp();
    return Done{};
}

void House::keepUp()
{
    const auto report = m_maintenance->tick();
    if (report)
        return;
    // A full disk fails each second; once a minute is enough to hear of it.
    const Micros now = m_clock.monotonic();
    if (m_lastComplaint && now - *m_lastComplaint < Seconds(60))
        return;
    m_lastComplaint = now;
    notice(u"The backend could not do its upkeep: %1 (%2)"_s.arg(report.error().message, report.error().code));
}

BackendAccess House::access() const
{
    const Keys &keys = m_authenticator->keys();
    // A backend that listens everywhere is reached from here by loopback.
    QString host = m_options.host;
    if (host == "0.0.0.0"_L1)
        host = u"127.0.0.1"_s;
    else if (host == "::"_L1)
        host = u"::1"_s;
    if (host.contains(u':'))
        host = u"["_s + host + u"]"_s;
    return {u"http://%1:%2"_s.arg(host).arg(m_port), QString::fromStdString(keys.anonKey),
            QString::fromStdString(keys.serviceKey), QString::fromStdString(keys.workerToken), m_users};
}

void House::drain(std::function<void()> done)
{
    m_timer.reset();
    m_server->drain(std::move(done));
}

} // namespace bolt::backend
