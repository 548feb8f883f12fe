// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/server.h"

#include "backend/http/http_connection.h"
#include "backend/http/server_core.h"

#include <QString>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace bolt::backend {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

struct Server::Private : std::enable_shared_from_this<Server::Private>
{
    Private(Loop &loop, const Router &router, ServerOptions options)
        : core(std::make_shared<ServerCore>(loop, router, std::move(options)))
        , context(*static_cast<asio::io_context *>(loop.native()))
        , acceptor(context)
    {
    }

    CorePtr core;
    asio::io_context &context;
    tcp::acceptor acceptor;
    std::unique_ptr<Loop::Timer> drainTimer;
    std::unique_ptr<Loop::Timer> acceptTimer;
    std::function<void()> drained;

    void accept()
    {
        acceptor.async_accept([self = shared_from_this()](const error_code &ec, tcp::socket socket) {
            self->accepted(ec, std::move(socket));
        });
    }

    void accepted(const error_code &ec, tcp::socket socket)
    {
        if (!acceptor.is_open())
            return;
        if (ec) {
            // Out of descriptors, most likely: breathe, do not spin.
            acceptTimer = core->loop.after(Millis(100), [this] { accept(); });
            return;
        }
        serve(std::move(socket));
        if (core->places->free() > 0 || core->spare->free() > 0) {
            accept();
            return;
        }
        // Who comes now waits with the system until somebody leaves: closed, he would see a reset.
        core->roomMade = [this] {
            if (acceptor.is_open())
                accept();
        };
    }

    /// A place at once: who says nothing occupies one, too. For whom a proxy calls only its request tells. Who gets
    /// none of the spare ones either is not even heard.
    void serve(tcp::socket socket)
    {
        error_code gone;
        const auto remote = socket.remote_endpoint(gone);
        if (gone)
            return;
        const std::string peer = plainAddress(remote.address().to_string());
        const auto local = socket.local_endpoint(gone);
        const std::string address =
            core->isProxy(peer) ? std::string() : callerOf(peer, plainAddress(local.address().to_string()));
        Place place(core->places, address);
        const bool extra = !place;
        if (extra)
            place = Place(core->spare, address);
        if (place)
            serveHttp(core, std::move(socket), std::move(place), extra);
    }

    void close()
    {
        error_code ignored;
        acceptor.close(ignored);
        core->roomMade = nullptr;
        acceptTimer.reset();
    }

    template<class F>
    void forEach(F f)
    {
        // A copy, because a connection may leave while it is told.
        const std::set<Connection *> all = core->connections;
        for (Connection *connection : all) {
            if (core->connections.count(connection))
                f(*connection);
        }
    }

    void drain(std::function<void()> done)
    {
        close();
        core->draining = true;
        drained = std::move(done);
        core->connectionGone = [this] { settle(); };
        drainTimer = core->loop.after(core->options.timers.drain, [this] {
            forEach([](Connection &connection) { connection.abort(); });
            finish();
        });
        forEach([](Connection &connection) { connection.drain(); });
        settle();
    }

    void settle()
    {
        if (core->connections.empty())
            finish();
    }

    void finish()
    {
        core->connectionGone = nullptr;
        drainTimer.reset();
        if (drained)
            core->loop.post(std::exchange(drained, nullptr));
    }
};

namespace {

Error bindError(const std::string &host, std::uint16_t port, const error_code &ec)
{
    const QString where = QStringLiteral("%1:%2").arg(QString::fromStdString(host)).arg(port);
    return Error{Error::Kind::Network,
                 ec == asio::error::address_in_use ? QStringLiteral("address_in_use") : QStringLiteral("cannot_listen"),
                 QStringLiteral("Cannot listen on %1: %2").arg(where, QString::fromStdString(ec.message())),
                 {},
                 0};
}

} // namespace

Server::Server(Loop &loop, const Router &router, ServerOptions options)
    : d(std::make_shared<Private>(loop, router, std::move(options)))
{
}

Server::~Server()
{
    d->core->loop.call([this] {
        d->close();
        d->core->connectionGone = nullptr;
        d->drainTimer.reset();
        d->drained = nullptr;
        d->forEach([](Connection &connection) { connection.abort(); });
    });
}

void Server::upgrade(std::string path, UpgradeHook hook) { d->core->upgrades[std::move(path)] = std::move(hook); }

Result<std::uint16_t> Server::listen(const std::string &host, std::uint16_t port)
{
    error_code ec;
    const std::string literal = host == "localhost" ? "127.0.0.1" : host;
    const asio::ip::address address = asio::ip::make_address(literal, ec);
    if (ec)
        return bindError(host, port, ec);
    const tcp::endpoint endpoint(address, port);
    d->acceptor.open(endpoint.protocol(), ec);
#ifndef _WIN32
    // Not on Windows, where it means sharing a port that is in use.
    if (!ec)
        d->acceptor.set_option(tcp::acceptor::reuse_address(true), ec);
#endif
    if (!ec)
        d->acceptor.bind(endpoint, ec);
    if (!ec)
        d->acceptor.listen(asio::socket_base::max_listen_connections, ec);
    const auto bound = ec ? tcp::endpoint() : d->acceptor.local_endpoint(ec);
    if (ec) {
        d->close();
        return bindError(host, port, ec);
    }
    d->core->access = AccessRules(host, d->core->options.allowedHosts, d->core->options.allowedOrigins);
    d->accept();
    return bound.port();
}

void Server::drain(std::function<void()> done)
{
    d->core->loop.post([self = d, call = std::move(done)]() mutable { self->drain(std::move(call)); });
}

std::size_t Server::connections() const { return d->core->connections.size(); }

} // namespace bolt::backend
