// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/backend/embedded_server.h"

#include "backend/backend/house.h"
#include "backend/http/loop.h"

#include <QPromise>
#include <future>

namespace bolt::backend {

struct EmbeddedServer::Private
{
    explicit Private(BackendOptions given)
        : options(std::move(given))
    {
    }

    /// On the loop's thread.
    void boot()
    {
        const Outcome built = house->build(stopping);
        promise.addResult(built ? Result<BackendAccess>(house->access()) : Result<BackendAccess>(built.error()));
        serving = built.ok();
        promise.finish();
    }

    BackendOptions options;
    std::atomic<bool> stopping{false};
    bool started = false;
    bool serving = false; ///< on the loop's thread
    QPromise<Result<BackendAccess>> promise;
    Loop loop;
    std::unique_ptr<House> house = std::make_unique<House>(options, loop);
};

EmbeddedServer::EmbeddedServer(BackendOptions options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

EmbeddedServer::~EmbeddedServer() { stop(); }

QFuture<Result<BackendAccess>> EmbeddedServer::start()
{
    d->promise.start();
    d->started = true;
    d->loop.start();
    d->loop.post([this] { d->boot(); });
    return d->promise.future();
}

void EmbeddedServer::stop()
{
    if (!d->started)
        return;
    d->started = false;
    d->stopping = true;
    auto drained = std::make_shared<std::promise<void>>();
    // Queued behind boot(), so the house stands or never will.
    d->loop.post([this, drained] {
        if (d->serving)
            d->house->drain([drained] { drained->set_value(); });
        else
            drained->set_value();
    });
    // drain() keeps its own bound (ServerTimers::drain).
    drained->get_future().wait();
    d->loop.stop();
    d->house.reset(); // closes the database
}

} // namespace bolt::backend
