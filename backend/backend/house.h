// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/api.h"
#include "backend/auth/auth_api.h"
#include "backend/backend/embedded_server.h"
#include "backend/http/loop.h"
#include "backend/http/server.h"
#include "backend/realtime/realtime_api.h"
#include "backend/rest/rest_api.h"
#include "backend/rules/maintenance.h"

#include <atomic>

namespace bolt::backend {

/// All objects of a running backend, in the order in which they lean on each other. Works on the loop's thread; goes
/// when the loop has stopped, whether it was built or not.
class House
{
public:
    House(const BackendOptions &options, Loop &loop)
        : m_options(options)
        , m_loop(loop)
    {
    }
    House(const House &) = delete;
    House &operator=(const House &) = delete;

    /// Opens, seeds, listens; on the loop's thread. `cancelled` breaks it off.
    Outcome build(const std::atomic<bool> &cancelled);
    BackendAccess access() const;
    void drain(std::function<void()> done);

private:
    Outcome open(const std::atomic<bool> &cancelled);
    Outcome seed(const std::atomic<bool> &cancelled);
    Outcome makeUsers();
    Outcome listen();
    void keepUp();
    void notice(const QString &line) const;
    void progress(const QString &what, double done) const;

    const BackendOptions &m_options;
    Loop &m_loop;
    SystemClock m_clock;
    SystemRandomness m_random;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<Authenticator> m_authenticator;
    std::unique_ptr<AuthApi> m_auth;
    std::unique_ptr<RestApi> m_rest;
    std::unique_ptr<RealtimeApi> m_realtime;
    std::unique_ptr<Api> m_api;
    Router m_router;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Maintenance> m_maintenance;
    std::unique_ptr<Loop::Timer> m_timer;
    std::optional<Micros> m_lastComplaint;
    std::vector<DemoUser> m_users;
    quint16 m_port = 0;
};

} // namespace bolt::backend
