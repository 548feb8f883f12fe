// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/realtime/channel_machine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <cstdlib>

namespace bolt {

/// A machine in virtual time with a log of what it did, one word a thing. Randomness is `dice`.
class MachineRig
{
public:
    explicit MachineRig(ChannelSettings settings = defaults())
        : machine(std::move(settings), [this] { return dice; })
    {
    }

    static ChannelSettings defaults()
    {
        ChannelSettings settings;
        settings.url = QUrl(QStringLiteral("ws://127.0.0.1:1/realtime/v1/websocket"));
        settings.apiKey = "key+/=";
        settings.topic = "realtime:desk";
        settings.bindings = {{"public", "jobs", "*", false}, {"public", "sync_tick", "*", true}};
        return settings;
    }

    ChannelMachine machine;
    double dice = 0.5;
    bool answersBeats = false;
    Micros at{1'000'000};
    Instant wall = fromMicros(1'800'000'000'000'000);
    QStringList
        log; ///< open, close, abort, join, beat, ping, leave, token, live, live again, interrupted: …, want, want!, …
    QByteArray lastSent;
    QByteArray lastJoin; ///< payload of the last phx_join
    QByteArray joinRef;
    QByteArray beatRef;
    QByteArray lastPing;
    std::function<void()> onPing, onBeat; ///< nobody asks for pings: they are answered and not told
    QUrl url;
    QList<QByteArray> changes;

    Moment now() const { return {at, wall}; }
    LinkPhase phase() const { return machine.status().phase; }

    wire::AccessToken token(const QByteArray &jwt, Seconds life = Seconds(3600), quint64 generation = 1) const
    {
        return {jwt, wall + life, generation};
    }
    void give(const QByteArray &jwt, Seconds life = Seconds(3600), quint64 generation = 1)
    {
        machine.setToken(token(jwt, life, generation), now());
        drain();
    }
    void start()
    {
        machine.start(now());
        drain();
    }
    /// Runs time forward, deadline by deadline.
    void pass(Micros time)
    {
        const Micros end = at + time;
        for (int guard = 0; guard < 100'000; ++guard) {
            const auto next = machine.nextDeadline();
            if (!next || *next > end)
                break;
            const Micros step = std::max(*next - at, Micros(0));
            at += step;
            wall += step;
            machine.tick(now());
            drain();
        }
        wall += end - at;
        at = end;
    }
    /// Runs time forward until it did `word`; false when it does not within an hour.
    bool passUntil(const QString &word)
    {
        const Micros end = at + Micros(Seconds(3600));
        while (!did(word) && at < end) {
            const auto next = machine.nextDeadline();
            if (!next)
                return false;
            pass(std::max(*next - at, Micros(1)));
        }
        return did(word);
    }
    /// Time goes by without anybody looking, then one look.
    void oversleep(Micros monotonic, Micros wallTime)
    {
        at += monotonic;
        wall += wallTime;
        machine.tick(now());
        drain();
    }
    void opened()
    {
        machine.socketOpened(now());
        drain();
    }
    void closed(int code = 1006, int status = 0, const QString &reason = {})
    {
        machine.socketClosed(code, status, reason, now());
        drain();
    }
    void recv(const QByteArray &text)
    {
        const auto frame = decoder.decode({text.constData(), size_t(text.size())});
        if (!frame.ok())
            qFatal("the test sent garbage");
        machine.frame(*frame, now());
        drain();
    }
    void reply(const QByteArray &status, const QByteArray &response) { replyTo(joinRef, status, response); }
    void replyTo(const QByteArray &ref, const QByteArray &status, const QByteArray &response)
    {
        recv("[\"" + ref + "\",\"" + ref + R"(","realtime:desk","phx_reply",{"status":")" + status +
             R"(","response":)" + response + "}]");
    }
    void joinOk()
    {
        QByteArray answer;
        const auto bindings = QJsonDocument::fromJson(lastJoin)[u"config"][u"postgres_changes"].toArray();
        for (qsizetype i = 0; i < bindings.size(); ++i)
            answer += (i ? "," : "") + QByteArray("{\"id\":") + QByteArray::number(i + 7) + '}';
        reply("ok", "{\"postgres_changes\":[" + answer + "]}");
    }
    void refuse(const QByteArray &reason) { reply("error", "{\"reason\":\"" + reason + "\"}"); }
    void system(const QByteArray &status, const QByteArray &message, const QByteArray &extension = "postgres_changes")
    {
        recv("[\"" + joinRef + R"(",null,"realtime:desk","system",{"status":")" + status + R"(","message":")" +
             message + R"(","extension":")" + extension + "\"}]");
    }
    void refuseTable(const QByteArray &table)
    {
        system("error",
               "Unable to subscribe to changes with given parameters. Please check Realtime is enabled for the "
               "given connect parameters: [event: *, schema: public, table: " +
                   table + ", filters: [], select: nil]");
    }
    /// Names of the tables that the last join asked for.
    QStringList asked() const
    {
        QStringList names;
        for (const auto &one : QJsonDocument::fromJson(lastJoin)[u"config"][u"postgres_changes"].toArray())
            names << one[u"table"].toString();
        names.sort();
        return names;
    }
    QStringList droppedTables() const
    {
        QStringList names;
        for (const auto &one : machine.status().dropped)
            names << QString::fromUtf8(one.binding.table);
        return names;
    }
    void subscribed() { system("ok", "Subscribed to PostgreSQL"); }
    void change(const QByteArray &payload = R"({"n":1})")
    {
        recv(R"([null,null,"realtime:desk","postgres_changes",)" + payload + ']');
    }
    void pong(const QByteArray &payload)
    {
        machine.pong(payload, now());
        drain();
    }
    void beatOk() { beatOk(beatRef); }
    void beatOk(const QByteArray &ref)
    {
        recv("[null,\"" + ref + R"(","phoenix","phx_reply",{"status":"ok","response":{}}])");
    }
    /// From nothing to live.
    void goLive(const QByteArray &jwt = "jwt1", Seconds life = Seconds(3600))
    {
        give(jwt, life);
        start();
        opened();
        joinOk();
        subscribed();
        pong(lastPing);
        beatOk();
        log.clear();
    }
    /// The log so far; forgets it.
    QStringList told() { return std::exchange(log, {}); }
    bool did(const QString &word) const { return log.contains(word); }

    void drain()
    {
        for (const auto &output : machine.take())
            std::visit([this](const auto &one) { note(one); }, output);
    }

private:
    using M = ChannelMachine;
    void note(const M::OpenSocket &o)
    {
        url = o.url;
        log << QStringLiteral("open");
    }
    void note(const M::CloseSocket &) { log << QStringLiteral("close"); }
    void note(const M::AbortSocket &) { log << QStringLiteral("abort"); }
    void note(const M::SendText &send)
    {
        lastSent = send.text;
        const auto frame = QJsonDocument::fromJson(send.text).array();
        const auto event = frame.at(3).toString();
        if (event == u"phx_join") {
            joinRef = frame.at(0).toString().toLatin1();
            lastJoin = QJsonDocument(frame.at(4).toObject()).toJson(QJsonDocument::Compact);
            log << QStringLiteral("join");
        } else if (event == u"heartbeat") {
            beatRef = frame.at(1).toString().toLatin1();
            log << QStringLiteral("beat");
            if (onBeat)
                onBeat();
            if (answersBeats) {
                const QByteArray answer =
                    "[null,\"" + beatRef + R"(","phoenix","phx_reply",{"status":"ok","response":{}}])";
                machine.frame(*decoder.decode({answer.constData(), size_t(answer.size())}), now());
            }
        } else if (event == u"phx_leave") {
            log << QStringLiteral("leave");
        } else if (event == u"access_token") {
            log << QStringLiteral("token ") + frame.at(4)[u"access_token"].toString();
        } else {
            log << event;
        }
    }
    void note(const M::SendPing &ping)
    {
        lastPing = ping.payload;
        if (!onPing) {
            machine.pong(ping.payload, now());
            return;
        }
        log << QStringLiteral("ping");
        onPing();
    }
    void note(const M::StatusChanged &) {}
    void note(const M::Live &live) { log << (live.again ? QStringLiteral("live again") : QStringLiteral("live")); }
    void note(const M::Interrupted &) { log << QStringLiteral("interrupted"); }
    void note(const M::Change &one) { changes << one.payload; }
    void note(const M::Garbled &) { log << QStringLiteral("garbled"); }
    void note(const M::TokenWanted &want) { log << (want.forced ? QStringLiteral("want!") : QStringLiteral("want")); }

    wire::FrameDecoder decoder;
};

} // namespace bolt
