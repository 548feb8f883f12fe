// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/http_connection.h"

#include "backend/http/beast_parts.h"
#include "backend/http/reply_text.h"
#include "backend/http/request_check.h"
#include "backend/http/target.h"

#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <limits>
#include <optional>

namespace bolt::backend {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

std::string toString(beast::string_view text) { return std::string(text.data(), text.size()); }

class HttpConnection final : public Connection, public std::enable_shared_from_this<HttpConnection>
{
public:
    HttpConnection(CorePtr core, asio::ip::tcp::socket socket, Place place, bool extra)
        : m_core(std::move(core))
        , m_stream(std::move(socket))
        , m_extra(extra)
        , m_place(std::move(place))
    {
        m_core->connections.insert(this);
    }
    ~HttpConnection() override { m_core->leave(this); }

    void start()
    {
        error_code ec;
        const auto remote = m_stream.socket().remote_endpoint(ec);
        if (ec)
            return;
        const auto local = m_stream.socket().local_endpoint(ec);
        m_local = plainAddress(local.address().to_string());
        m_peer = {plainAddress(remote.address().to_string()), remote.port(), remote.address().is_loopback()};
        m_stream.socket().set_option(asio::ip::tcp::no_delay(true), ec);
        waitForRequest();
    }

    void drain() override
    {
        m_closing = true;
        if (m_phase == Phase::Waiting)
            m_stream.close();
    }

    void abort() override { m_stream.close(); }

private:
    enum class Phase { Waiting, Reading, Answering, Lingering };

    // The idle timer runs until the first byte of a request, the header timer from there (or from accept): a peer that
    // sends one byte a minute is not idle, but it is slow.
    void waitForRequest()
    {
        m_phase = Phase::Waiting;
        if (m_buffer.size() > 0) {
            readHead();
            return;
        }
        const ServerTimers &timers = m_core->options.timers;
        m_stream.expires_after(m_extra ? timers.close : m_served == 0 ? timers.header : timers.idle);
        m_stream.async_read_some(m_buffer.prepare(kFirstRead),
                                 [self = shared_from_this()](const error_code &ec, std::size_t n) {
                                     self->m_buffer.commit(n);
                                     if (!ec)
                                         self->readHead();
                                 });
    }

    void readHead()
    {
        m_phase = Phase::Reading;
        m_request = Request();
        m_headOnly = false;
        m_http10 = false;
        m_origin.clear();
        m_parser.emplace();
        m_parser->header_limit(std::uint32_t(m_core->options.limits.headerBytes));
        // The body's limit is the route's, known after the head; until then a declared length is no error of the
        // parser.
        m_parser->body_limit(std::numeric_limits<std::uint64_t>::max());
        m_stream.expires_after(m_extra ? m_core->options.timers.close : m_core->options.timers.header);
        http::async_read_header(
            m_stream, m_buffer, *m_parser,
            [self = shared_from_this()](const error_code &ec, std::size_t n) { self->headRead(ec, n); });
    }

    void headRead(const error_code &ec, std::size_t size)
    {
        // The parser looks at its limit only when it needs more bytes; a head that came at once has passed it.
        const bool tooLong = size > m_core->options.limits.headerBytes;
        if (tooLong || ec == http::error::header_limit || ec == http::error::buffer_overflow) {
            refuse(431, "header_too_large", "The request line and fields are too long");
            return;
        }
        if (ec == http::error::bad_version) {
            refuse(505, "bad_version", "Only HTTP/1.0 and HTTP/1.1 are spoken here");
            return;
        }
        if (ec.category() == http::make_error_code(http::error::bad_method).category() &&
            ec != http::error::end_of_stream && ec != http::error::partial_message) {
            refuse(400, "bad_request", "The request is malformed");
            return;
        }
        if (ec)
            return; // gone, half a head, or too slow: nobody to answer
        takeHead();
    }

    void takeHead()
    {
        const auto &message = m_parser->get();
        m_http10 = message.version() < 11;
        for (const auto &field : message)
            m_request.headers.add(toString(field.name_string()), toString(field.value()));
        m_request.peer = m_peer;
        const HeadVerdict verdict =
            checkHead(toString(message.method_string()), toString(message.target()), message.version(), &m_request);
        if (verdict.status != 0) {
            refuse(verdict.status, verdict.code, verdict.message);
            return;
        }
        m_headOnly = m_request.method == Method::Head;
        if (!placeGranted() || !accessGranted())
            return;
        if (isUpgrade(m_request)) {
            upgrade();
            return;
        }
        readBody();
    }

    /// The peer, or whom a listed proxy names: the last of the list that is no listed proxy itself.
    std::string callerAddress() const
    {
        std::string all;
        for (const auto &[name, value] : m_request.headers.fields()) {
            if (equalsNoCase(name, "X-Forwarded-For"))
                all += (all.empty() ? "" : ",") + value;
        }
        std::string caller = m_peer.address;
        while (!all.empty() && m_core->isProxy(caller)) {
            const std::size_t comma = all.rfind(',');
            const std::size_t from = all.find_first_not_of(' ', comma == std::string::npos ? 0 : comma + 1);
            const std::string address = plainAddress(from == std::string::npos ? "" : all.substr(from));
            if (address.empty())
                break;
            caller = address;
            all.resize(comma == std::string::npos ? 0 : comma);
        }
        return caller;
    }

    bool placeGranted()
    {
        const std::string caller = callerOf(callerAddress(), m_local);
        m_request.peer.address = caller;
        bool over = m_extra;
        if (!over && m_place.address() != caller) {
            m_place = Place(); // not in its own way
            Place own(m_core->places, caller);
            over = !own;
            m_place = over ? Place(m_core->places, std::string()) : std::move(own);
        }
        m_closing = m_closing || over;
        if (!over || m_request.path == "/api/health")
            return true;
        m_phase = Phase::Answering;
        Reply reply = m_core->router.error(m_request.path, 503, "too_many_connections",
                                           "The server has all the connections it takes; try again");
        reply.headers.set("Retry-After", "5");
        send(std::move(reply), false);
        return false;
    }

    bool accessGranted()
    {
        if (!m_core->access.hostAllowed(m_request.headers.get("Host"))) {
            refuse(403, "host_refused", "This server does not answer to that Host");
            return false;
        }
        const std::string origin(m_request.headers.get("Origin"));
        if (!m_core->access.originAllowed(origin)) {
            refuse(403, "origin_refused", "Pages of that origin may not call this server");
            return false;
        }
        m_origin = origin;
        return true;
    }

    void readBody()
    {
        const Route *route = m_core->router.find(m_request.method, m_request.segments, nullptr);
        const std::size_t limit = route ? route->bodyLimit : Router::kDefaultBodyLimit;
        const auto length = m_parser->content_length();
        if (length && *length > limit) {
            refuse(413, "payload_too_large", "The body is larger than this path takes");
            return;
        }
        m_parser->body_limit(limit);
        if (m_parser->is_done()) {
            answer();
            return;
        }
        m_stream.expires_after(m_core->options.timers.body);
        const std::string_view expect = m_request.headers.get("Expect");
        if (!expect.empty() && !equalsNoCase(expect, "100-continue")) {
            refuse(417, "expectation_failed", "Only 100-continue can be expected");
            return;
        }
        if (expect.empty() || m_http10) {
            readRest();
            return;
        }
        m_out = "HTTP/1.1 100 Continue\r\n\r\n";
        asio::async_write(m_stream, asio::buffer(m_out),
                          [self = shared_from_this()](const error_code &ec, std::size_t) {
                              if (!ec)
                                  self->readRest();
                          });
    }

    void readRest()
    {
        http::async_read(m_stream, m_buffer, *m_parser,
                         [self = shared_from_this()](const error_code &ec, std::size_t) { self->bodyRead(ec); });
    }

    void bodyRead(const error_code &ec)
    {
        if (ec == http::error::body_limit) {
            refuse(413, "payload_too_large", "The body is larger than this path takes");
        } else if (ec == http::error::bad_chunk || ec == http::error::bad_chunk_extension ||
                   ec == http::error::bad_field || ec == http::error::bad_value) {
            refuse(400, "bad_request", "The body is malformed");
        } else if (!ec) {
            answer();
        }
    }

    void answer()
    {
        m_phase = Phase::Answering;
        m_request.body = std::move(m_parser->get().body());
        m_stream.expires_never();
        const auto respond = [self = shared_from_this()](Reply reply) {
            self->send(std::move(reply), self->m_parser->get().keep_alive() && !self->m_closing);
        };
        if (m_request.method == Method::Options)
            respond(m_core->access.preflight());
        else
            m_core->router.answer(m_request, respond);
    }

    void upgrade()
    {
        const auto hook = m_core->upgrades.find(m_request.path);
        if (hook == m_core->upgrades.end()) {
            refuse(404, "not_found", "There is no WebSocket at this path");
            return;
        }
        // Whoever speaks before the handshake is answered is no WebSocket client.
        if (m_buffer.size() > 0) {
            refuse(400, "bad_request", "Nothing may follow an upgrade before it is answered");
            return;
        }
        auto verdict = hook->second(m_request);
        if (auto *reply = std::get_if<Reply>(&verdict)) {
            send(std::move(*reply), false);
            return;
        }
        m_stream.expires_never();
        openWebSocket(m_core, std::move(m_stream), m_parser->release(), std::get<ListenerFactory>(std::move(verdict)),
                      std::move(m_place));
    }

    /// An error that ends the connection: what follows in the stream cannot be trusted to be a request.
    void refuse(int status, std::string_view code, std::string_view message)
    {
        m_phase = Phase::Answering;
        send(m_core->router.error(m_request.path, status, code, message), false);
    }

    void send(Reply reply, bool keepAlive)
    {
        m_core->access.decorate(m_origin, &reply);
        const std::string date = httpDate();
        m_out = textOf(reply, {keepAlive, m_headOnly, m_http10, m_core->options.name, date});
        m_stream.expires_after(m_core->options.timers.write);
        asio::async_write(m_stream, asio::buffer(m_out),
                          [self = shared_from_this(), keepAlive](const error_code &ec, std::size_t) {
                              if (ec)
                                  return;
                              ++self->m_served;
                              self->m_out.clear();
                              if (keepAlive && !self->m_closing)
                                  self->waitForRequest();
                              else
                                  self->linger();
                          });
    }

    /// Closing with unread bytes in the socket resets the connection and the peer would lose the answer: so say the
    /// end, then swallow for a moment what still comes.
    void linger()
    {
        m_phase = Phase::Lingering;
        error_code ec;
        m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ec);
        m_stream.expires_after(m_core->options.timers.close);
        swallow(0);
    }

    void swallow(std::size_t already)
    {
        m_buffer.clear();
        m_stream.async_read_some(m_buffer.prepare(kFirstRead),
                                 [self = shared_from_this(), already](const error_code &ec, std::size_t n) {
                                     if (!ec && already + n < kSwallow)
                                         self->swallow(already + n);
                                 });
    }

    static constexpr std::size_t kFirstRead = 4096;
    static constexpr std::size_t kSwallow = 1024 * 1024;

    CorePtr m_core;
    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    Request m_request;
    std::string m_local; ///< where the peer has come to
    Peer m_peer;
    std::string m_origin;
    std::string m_out;
    std::uint64_t m_served = 0;
    Phase m_phase = Phase::Waiting;
    bool m_headOnly = false;
    bool m_http10 = false;
    bool m_closing = false;
    bool m_extra = false;
    Place m_place;
};

} // namespace

void serveHttp(CorePtr core, asio::ip::tcp::socket socket, Place place, bool extra)
{
    std::make_shared<HttpConnection>(std::move(core), std::move(socket), std::move(place), extra)->start();
}

} // namespace bolt::backend
