// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/realtime/realtime_api.h"
#include "backend/realtime/socket.h"
#include "tests/backend_auth/house_of_tests.h"

#include <QStringList>

namespace bolt::tests {

/// Keeps what was sent to it.
class HeardSocket final : public WebSocket
{
public:
    void sendText(SharedText text) override { frames.push_back(std::move(text)); }
    void sendBinary(SharedText bytes) override { binaries.push_back(std::move(bytes)); }
    void close(std::uint16_t code, std::string_view) override { closedWith = code; }
    std::size_t queuedBytes() const override { return 0; }

    std::vector<SharedText> frames;
    std::vector<SharedText> binaries;
    int closedWith = 0;
};

/// One client of the realtime room, without a network.
struct Client
{
    std::shared_ptr<HeardSocket> heard = std::make_shared<HeardSocket>();
    std::unique_ptr<RealtimeSocket> socket;

    void say(const std::string &frame) { socket->text(frame); }
    /// What was heard since the last call.
    std::vector<std::string> take()
    {
        std::vector<std::string> out;
        for (const auto &frame : heard->frames)
            out.push_back(*frame);
        heard->frames.clear();
        return out;
    }
    nlohmann::json takeJson()
    {
        nlohmann::json out = nlohmann::json::array();
        for (const std::string &frame : take())
            out.push_back(nlohmann::json::parse(frame));
        return out;
    }
};

struct RealtimeHouse : House
{
    Loop loop;
    std::shared_ptr<RealtimeHub> hub = std::make_shared<RealtimeHub>(*authenticator, loop);
    int listener = db->addListener([this](const Commit &commit) { hub->commit(commit); });

    ~RealtimeHouse() { db->removeListener(listener); }

    Client client(Vsn vsn = Vsn::V2)
    {
        Client client;
        client.socket = std::make_unique<RealtimeSocket>(hub, client.heard, vsn, anonKey());
        return client;
    }

    std::string token(Role role = Role::Viewer, qint64 lifeSeconds = 3600)
    {
        const qint64 now = toMicros(clock.now()) / 1'000'000;
        return authenticator->signer().sign({{"role", "authenticated"},
                                             {"sub", "11111111-1111-1111-1111-111111111111"},
                                             {"email", "staff@example.com"},
                                             {"exp", now + lifeSeconds},
                                             {"app_metadata", {{"role", wordOf(role).toStdString()}}}});
    }

    /// A V2 join of `realtime:<topic>`; `bindings` is the JSON of postgres_changes.
    std::string join(const std::string &topic, const std::string &bindings, const std::string &ref = "1",
                     const std::string &accessToken = {})
    {
        const std::string token = accessToken.empty() ? this->token() : accessToken;
        return "[\"" + ref + "\",\"" + ref + "\",\"realtime:" + topic +
               "\",\"phx_join\",{\"config\":{\"broadcast\":{\"ack\":false,\"self\":false},\"presence\":{\"key\":\"\","
               "\"enabled\":false},\"postgres_changes\":" +
               bindings + ",\"private\":false},\"access_token\":\"" + token + "\"}]";
    }

    void write(const std::string &sql)
    {
        clock.advance(Micros(1'000'000));
        const auto done = db->write([&]() -> Outcome {
            db->run(sql);
            return Done{};
        });
        if (!done)
            qFatal("%s: %s", sql.c_str(), qPrintable(done.error().detail));
    }
    void addNote(const std::string &noteId, const std::string &body, const std::string &entity = "x")
    {
        write("INSERT INTO notes (id, entity_type, entity_id, author_email, body) VALUES ('" + noteId + "', 'job', '" +
              entity + "', 'a@b.c', '" + body + "')");
    }
    void changeNote(const std::string &noteId, const std::string &body)
    {
        write("UPDATE notes SET body = '" + body +
              "', version = next_version(), updated_at = touched(updated_at) WHERE id = '" + noteId + "'");
    }
    void deleteNote(const std::string &noteId) { write("DELETE FROM notes WHERE id = '" + noteId + "'"); }
};

inline const std::string kNote1 = "e0000000-0000-4000-8000-000000000001";
inline const std::string kNote2 = "e0000000-0000-4000-8000-000000000002";
inline const char *kAllNotes = R"([{"event":"*","schema":"public","table":"notes"}])";

} // namespace bolt::tests
