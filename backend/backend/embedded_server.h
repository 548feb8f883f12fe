// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/domain/role.h"

#include <QFuture>
#include <QString>
#include <functional>
#include <memory>
#include <vector>

namespace bolt::backend {

enum class SeedScale : quint8 { Demo, Reference, Large }; ///< the sizes of design/product.md

/// What the embedded backend is to be.
struct BackendOptions
{
    QString host = QStringLiteral("127.0.0.1");    ///< numeric address, or "localhost"
    quint16 port = 0;                              ///< 0: any free one
    QString database = QStringLiteral(":memory:"); ///< a file, or ":memory:"
    /// Secrets and the demo users' passwords, readable for its owner only. Empty: "<database>.keys"; for ":memory:"
    /// nothing is written and every start has fresh ones.
    QString keysFile;
    /// Makes the four demo users and, in a database without customers, the believable past.
    bool demo = false;
    quint64 seed = 1;
    SeedScale scale = SeedScale::Demo;
    Seconds tokenLife{3600}; ///< of an access token
    /// Origins of web pages that may call, besides loopback ones on a loopback address; and names this host is reached
    /// by.
    std::vector<QString> allowedOrigins;
    std::vector<QString> allowedHosts;
    int connections = 512;         ///< more hear 503
    int connectionsPerAddress = 0; ///< of them; 0: no more than it leaves free
    std::vector<QString> proxies;  ///< addresses whose X-Forwarded-For says who calls
    /// What takes time, in words for people: `done` is 0 to 1, or below 0 when unknown. On the backend thread.
    std::function<void(const QString &what, double done)> progress;
    /// Things an operator should know (a failing disk). On the backend thread; default: qWarning.
    std::function<void(const QString &line)> notice;
};

struct DemoUser
{
    QString email;
    QString password;
    Role role = Role::Viewer;
};

/// How to reach a running backend. Holds secrets: never log it.
struct BackendAccess
{
    QString url; ///< "http://127.0.0.1:41234", without a slash at the end
    QString anonKey;
    QString serviceKey;
    QString workerToken;
    std::vector<DemoUser> users; ///< viewer@, support@, manager@, admin@boltdesk.test; empty without `demo`
};

/// Database, HTTP, auth, REST, realtime, API and their timers on one thread of its own, behind one port.
///
/// For the thread that made it; start() and stop() once each. The future may be watched from anywhere.
class EmbeddedServer
{
public:
    explicit EmbeddedServer(BackendOptions options);
    ~EmbeddedServer(); ///< stops
    EmbeddedServer(const EmbeddedServer &) = delete;
    EmbeddedServer &operator=(const EmbeddedServer &) = delete;

    /// Returns at once; the future has one result. It is ready when requests are accepted. Errors: Storage (the
    /// database or the key file cannot be used), Network (the address is taken or not ours), Cancelled (stopped while
    /// starting).
    QFuture<Result<BackendAccess>> start();

    /// Takes no new connections, closes sockets, lets answers under way finish (at most 5 s), closes the database.
    /// Blocks until the thread is gone; also breaks off a start that is still seeding.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bolt::backend
