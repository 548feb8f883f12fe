// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/web_socket.h"
#include "backend/realtime/channel.h"
#include "backend/realtime/frame.h"
#include "backend/realtime/hub.h"
#include "backend/realtime/join_config.h"

#include <map>
#include <memory>
#include <string>

namespace bolt::backend {

/// One client's connection: its frames in, its channels, its frames out (contracts/supabase.md §1.3 to §1.9). Backend
/// thread. Whatever a client sends that makes no sense is ignored.
class RealtimeSocket final : public WebSocketListener
{
public:
    static constexpr std::size_t kMaxChannels = 100;

    RealtimeSocket(std::shared_ptr<RealtimeHub> hub, std::weak_ptr<WebSocket> socket, Vsn vsn, std::string token);
    ~RealtimeSocket() override;

    void text(std::string_view message) override;
    void binary(std::string_view message) override;
    void closed() override;

    Vsn vsn() const { return m_vsn; }
    void send(const SharedText &frame);
    void sendBinary(const SharedText &frame);

private:
    void join(const Frame &frame);
    /// The channel, verified and ready to enter; or the reason of refusal.
    Result<std::unique_ptr<Channel>> prepare(const Frame &frame);
    void subscribe(Channel &channel);
    void channelFrame(Channel &channel, const Frame &frame);
    void accessToken(Channel &channel, const Frame &frame);
    void presence(Channel &channel, const Frame &frame);
    void watchExpiry(Channel &channel);
    void expire(const std::string &topic);
    /// phx_close, and gone.
    void close(Channel &channel);
    void fail(Channel &channel, const std::string &message);
    void remove(const std::string &topic);

    void emitFrame(std::string_view joinRef, std::string_view ref, std::string_view topic, std::string_view event,
                   const std::string &payload);
    void replyOk(const Frame &frame, const nlohmann::json &response);
    void replyError(const Frame &frame, std::string_view joinRef, const std::string &reason);
    void system(const Channel &channel, bool ok, const char *extension, const std::string &message);

    std::shared_ptr<RealtimeHub> m_hub;
    std::weak_ptr<WebSocket> m_socket;
    Vsn m_vsn;
    std::string m_token; ///< of the connection
    std::map<std::string, std::unique_ptr<Channel>> m_channels;
};

} // namespace bolt::backend
