// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/authenticator.h"
#include "backend/db/commit.h"
#include "backend/http/loop.h"
#include "backend/realtime/frame.h"
#include "backend/realtime/presence.h"

#include <set>
#include <string>
#include <vector>

namespace bolt::backend {

/// Knows every joined channel and carries to them what concerns more than one: commits, broadcasts, presence. Backend
/// thread. It lives as long as any socket.
class RealtimeHub
{
public:
    RealtimeHub(const Authenticator &authenticator, Loop &loop)
        : m_authenticator(authenticator)
        , m_loop(loop)
    {
    }

    void enter(Channel *channel) { m_channels.push_back(channel); }
    /// The channel is going: its presence leaves, nothing more is sent to it.
    void leave(Channel *channel);
    /// The same without a word to the others.
    void forget(Channel *channel);

    /// One frame a channel and change, in commit order. Each distinct frame is made once and shared.
    void commit(const Commit &commit);

    void broadcast(const Channel *from, const std::string &topic, bool isPrivate, const nlohmann::json &payload);
    void broadcast(const Channel *from, const UserBroadcast &message, bool isPrivate);
    void track(Channel &channel, const nlohmann::json &fields);
    void untrack(Channel &channel);
    nlohmann::json presenceState(const Channel &channel) const { return m_presence.state(channel); }

    const Authenticator &authenticator() const { return m_authenticator; }
    Loop &loop() { return m_loop; }
    std::size_t channels() const { return m_channels.size(); }

private:
    class ChangeFrames;
    void send(const std::string &topic, bool isPrivate, const Channel *except, std::string_view event,
              const std::string &payload);

    const Authenticator &m_authenticator;
    Loop &m_loop;
    std::vector<Channel *> m_channels;
    Presence m_presence;
    Instant m_lastStamp = Instant::min();
};

} // namespace bolt::backend
