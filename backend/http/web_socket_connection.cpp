// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/beast_parts.h"
#include "backend/http/guard.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>

namespace bolt::backend {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

class WebSocketConnection final : public Connection,
                                  public WebSocket,
                                  public std::enable_shared_from_this<WebSocketConnection>
{
public:
    WebSocketConnection(CorePtr core, beast::tcp_stream stream, BeastRequest request, ListenerFactory factory,
                        Place place)
        : m_core(std::move(core))
        , m_ws(std::move(stream))

        , m_request(std::move(request))
        , m_factory(std::move(factory))
        , m_place(std::move(place))
    {
        m_core->connections.insert(this);
    }

    ~WebSocketConnection() override { m_core->leave(this); }

    void start()
    {
        websocket::stream_base::timeout timeout{};
        timeout.handshake_timeout = m_core->options.timers.close;
        timeout.idle_timeout = websocket::stream_base::none(); // ours ends with a close frame, Beast's does not
        timeout.keep_alive_pings = false;
        m_ws.set_option(timeout);
        m_ws.read_message_max(m_core->options.limits.webSocketMessage);
        m_ws.auto_fragment(false);
        m_ws.control_callback([this](websocket::frame_type, beast::string_view) { m_heard = true; });
        m_ws.async_accept(m_request, [self = shared_from_this()](const error_code &ec) {
            if (ec)
                return;
            if (!runGuarded([&] { self->m_listener = self->m_factory(self->weak_from_this()); }))
                return;
            self->watchIdle();
            self->read();
            if (self->m_core->draining)
                self->drain();
        });
    }

    void sendText(SharedText text) override { enqueue(std::move(text), false); }
    void sendBinary(SharedText bytes) override { enqueue(std::move(bytes), true); }
    std::size_t queuedBytes() const override { return m_queued; }

    void close(std::uint16_t code, std::string_view reason) override
    {
        if (m_closing || m_ended)
            return;
        m_closing = true;
        m_closeReason =
            websocket::close_reason(websocket::close_code(code), beast::string_view(reason.data(), reason.size()));
        m_deadline = m_core->loop.after(m_core->options.timers.close * 2, [this] { abort(); });
        if (!m_writing)
            sendClose();
    }

    void drain() override
    {
        if (m_listener)                          // otherwise still shaking hands; start() looks again
            close(1012, "server is going away"); // "service restart", as Realtime says it
    }
    void abort() override { beast::get_lowest_layer(m_ws).close(); }

private:
    struct Outgoing
    {
        SharedText data;
        bool binary;
    };

    void enqueue(SharedText data, bool binary)
    {
        if (m_closing || m_ended)
            return;
        if (m_queued + data->size() > m_core->options.limits.sendBuffer) {
            // Everything behind the message on its way is dropped with the socket: the peer sees the end and asks anew.
            m_out.erase(m_out.begin() + (m_writing ? 1 : 0), m_out.end());
            close(1001, "the reader is too slow");
            return;
        }
        m_queued += data->size();
        m_out.push_back({std::move(data), binary});
        if (!m_writing)
            write();
    }

    void write()
    {
        m_writing = true;
        m_ws.binary(m_out.front().binary);
        m_ws.async_write(asio::buffer(*m_out.front().data),
                         [self = shared_from_this()](const error_code &ec, std::size_t) { self->written(ec); });
    }

    void written(const error_code &ec)
    {
        m_writing = false;
        if (ec) {
            abort();
            return;
        }
        m_queued -= m_out.front().data->size();
        m_out.pop_front();
        if (!m_out.empty())
            write();
        else if (m_closing)
            sendClose();
    }

    void sendClose()
    {
        m_ws.async_close(m_closeReason, [self = shared_from_this()](const error_code &) { self->abort(); });
    }

    void read()
    {
        m_ws.async_read(m_buffer,
                        [self = shared_from_this()](const error_code &ec, std::size_t) { self->received(ec); });
    }

    void received(const error_code &ec)
    {
        if (ec) {
            end();
            // A peer that is gone must not hold the socket through a write that never ends.
            if (!m_closing)
                abort();
            return;
        }
        m_heard = true;
        const auto data = m_buffer.data();
        const std::string_view message(static_cast<const char *>(data.data()), data.size());
        if (!m_closing && !runGuarded([&] { hear(message); }))
            close(1011, "");
        m_buffer.consume(m_buffer.size());
        read();
    }

    void hear(std::string_view message)
    {
        if (m_ws.got_text())
            m_listener->text(message);
        else
            m_listener->binary(message);
    }

    /// Closes after a whole period without a frame from the peer, looking four times a period.
    void watchIdle()
    {
        m_idle = m_core->loop.every(m_core->options.timers.webSocketIdle / 4, [this] {
            m_quiet = std::exchange(m_heard, false) ? 0 : m_quiet + 1;
            if (m_quiet >= 4)
                close(1000, "");
        });
    }

    void end()
    {
        m_ended = true;
        m_idle.reset();
        if (m_listener)
            m_listener->closed();
        m_listener.reset();
    }

    CorePtr m_core;
    websocket::stream<beast::tcp_stream> m_ws;
    beast::flat_buffer m_buffer;
    BeastRequest m_request;
    ListenerFactory m_factory;
    Place m_place;
    std::unique_ptr<WebSocketListener> m_listener;
    std::deque<Outgoing> m_out;
    std::size_t m_queued = 0;
    websocket::close_reason m_closeReason;
    std::unique_ptr<Loop::Timer> m_idle;
    std::unique_ptr<Loop::Timer> m_deadline;
    int m_quiet = 0;
    bool m_heard = false;
    bool m_writing = false;
    bool m_closing = false;
    bool m_ended = false;
};

} // namespace

void openWebSocket(CorePtr core, beast::tcp_stream stream, BeastRequest request, ListenerFactory factory, Place place)
{
    std::make_shared<WebSocketConnection>(std::move(core), std::move(stream), std::move(request), std::move(factory),
                                          std::move(place))
        ->start();
}

} // namespace bolt::backend
