// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/actions/outbox_gateway.h"
#include "services/connectors/directory_bolt.h"
#include "services/http/http_client.h"
#include "services/replica/outbox_store.h"
#include "tests/actions/scripted_server.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QSet>
#include <algorithm>

/// Counts what happens to disk and server; at the chosen step the program is dead: nothing of it reaches either any
/// more.
struct Fate
{
    int steps = 0;
    int dieAt = -1;
    bool dead = false;
    bool live()
    {
        dead = dead || steps == dieAt;
        ++steps;
        return !dead;
    }
};

/// A disk that outlives the program. A write takes place between two steps, so that it dies before and after.
class MortalOutbox final : public bolt::OutboxStore
{
public:
    explicit MortalOutbox(bolt::MemoryOutbox &d, Fate &f)
        : m_disk(d)
        , m_fate(f)
    {
    }
    QFuture<bolt::Result<std::vector<bolt::ActionStatus>>> load() override { return m_disk.load(); }
    QFuture<bolt::Outcome> put(const bolt::ActionStatus &status) override { return putAll({status}); }
    QFuture<bolt::Outcome> putAll(const std::vector<bolt::ActionStatus> &all) override
    {
        return written([&] { return m_disk.putAll(all); });
    }
    QFuture<bolt::Outcome> remove(const bolt::ActionId &id) override { return removeAll({id}); }
    QFuture<bolt::Outcome> removeAll(const std::vector<bolt::ActionId> &ids) override
    {
        return written([&] { return m_disk.removeAll(ids); });
    }

private:
    template<class Write>
    QFuture<bolt::Outcome> written(Write write)
    {
        if (m_fate.live()) {
            auto done = write();
            if (m_fate.live())
                return done;
        }
        m_never.emplace_back().start();
        return m_never.back().future();
    }
    bolt::MemoryOutbox &m_disk;
    Fate &m_fate;
    std::vector<QPromise<bolt::Outcome>> m_never;
};

/// What the contract asks of a server: a key that was seen is answered as the first time and applies nothing twice.
/// Ids that begin with an odd digit are refused.
class KeyedServer
{
public:
    using Reply = ScriptedServer::Reply;

    static bool takes(const QString &id) { return id.front().digitValue() % 2 == 0; }

    Reply serve(const ScriptedServer::Asked &asked)
    {
        if (const auto known = m_answers.constFind(asked.key); known != m_answers.cend())
            return {200, {}, *known};
        QJsonArray rejected;
        int applied = 0;
        for (const QString &id : idsOf(asked)) {
            log.append(id + u' ' + QString::fromLatin1(asked.path.mid(asked.path.lastIndexOf('/') + 1)));
            if (takes(id)) {
                ++times[id];
                ++applied;
            } else {
                rejected.append(QJsonObject{{QStringLiteral("id"), id},
                                            {QStringLiteral("code"), QStringLiteral("state")},
                                            {QStringLiteral("message"), QStringLiteral("Odd: ") + id}});
            }
        }
        const QJsonObject answer{{QStringLiteral("applied"), applied}, {QStringLiteral("rejected"), rejected}};
        return {200, {}, *m_answers.insert(asked.key, QJsonDocument(answer).toJson(QJsonDocument::Compact))};
    }
    static QStringList idsOf(const ScriptedServer::Asked &asked)
    {
        const auto path = asked.path.split('/');
        if (path.value(3) == "jobs")
            return {QString::fromLatin1(path.value(4))};
        QStringList ids;
        for (const auto &id : QJsonDocument::fromJson(asked.body).object().value(u"ids").toArray())
            ids.append(id.toString());
        return ids;
    }

    QHash<QString, int> times; ///< how often each id was acted on
    QStringList log;           ///< id and verb, in the order of the server

private:
    QHash<QByteArray, QByteArray> m_answers;
};

/// Odd and even first digits in turn: see KeyedServer::takes().
template<class I>
I numbered(uint n)
{
    return I(QUuid((n % 10) << 28 | n, 7, 0x4abc, 0x80, 1, 2, 3, 4, 5, 6, 7));
}

/// One run of the program's outbox on a disk and against a server.
struct Program
{
    Program(bolt::OutboxStore &store, const QUrl &url, const bolt::Clock &clock, bool open = true,
            bolt::Millis hold = bolt::Millis(0))
        : http(web(url), [] { return QByteArray("token"); })
        , gateway(http, connector, clock, settings(hold))
    {
        gateway.setStore(&store);
        gateway.setOpen(open);
    }
    static bolt::HttpClient::Settings web(const QUrl &url)
    {
        bolt::HttpClient::Settings s;
        s.base = url;
        return s;
    }
    static bolt::OutboxGateway::Settings settings(bolt::Millis hold)
    {
        bolt::OutboxGateway::Settings s;
        s.retryFirst = bolt::Millis(2);
        s.retryMax = bolt::Millis(8);
        s.partSize = 3;
        s.hold = hold;
        s.random = [] { return 1.0; };
        return s;
    }
    bool isSettled() const
    {
        const auto all = gateway.actions();
        return std::all_of(all.begin(), all.end(), [](const auto &a) { return bolt::isSettled(a.phase); });
    }

    bolt::DirectoryBoltConnector connector;
    bolt::HttpClient http;
    bolt::OutboxGateway gateway;
};
