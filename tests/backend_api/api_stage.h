// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/api.h"
#include "backend/http/server.h"
#include "backend/rules/maintenance.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <nlohmann/json.hpp>

namespace bolt::test {

using Json = nlohmann::json;

/// The API on a real loopback port with a clock and luck of its own, and a client that calls it.
class ApiStage
{
public:
    explicit ApiStage(backend::ApiLimits limits = {});
    ~ApiStage();

    struct Answer
    {
        int status = 0;
        Json body;
        QByteArray text;
        QByteArray retryAfter;
        QByteArray replayed;
        std::string code() const { return body.value(Json::json_pointer("/error/code"), std::string()); }
        Json details() const { return body.value(Json::json_pointer("/error/details"), Json()); }
    };
    using Field = std::pair<QByteArray, QByteArray>;

    /// `who`: a role's word, "anon", "service", "worker", "customer", or "" for nobody. A key is added for admin calls
    /// that are no GET unless `more` brings one.
    Answer call(const char *method, const std::string &path, const std::string &who = {}, const Json &body = nullptr,
                const std::vector<Field> &more = {});
    Answer callRaw(const char *method, const std::string &path, const std::string &who, const QByteArray &body,
                   const std::vector<Field> &more = {});
    /// Sent at once; answers in order.
    std::vector<Answer> callTogether(int times, const char *method, const std::string &path, const std::string &who,
                                     const Json &body, const std::vector<Field> &more);

    /// On the loop's thread.
    void onLoop(const std::function<void()> &fn) { m_loop.call(fn); }
    void pass(Micros time);
    backend::Maintenance::Report upkeep();
    /// One value of the database as text; "null" and "none" for what it says.
    std::string cell(const std::string &sql);
    void run(const std::string &sql);

    /// `count` directories of tier 1, best first: "Directory 0", …
    void addDirectories(int count);
    std::string addCustomer(const std::string &email = "shop@example.com", const std::string &package = "starter");
    /// A job of that customer over all his directories.
    std::string addJob(const std::string &customer);
    /// Takes up to `limit` submissions and fails each with `code`; their ids.
    std::vector<std::string> failSome(int limit, const std::string &code);

    backend::Database &db() { return *m_db; }
    quint16 port() const { return m_port; }

private:
    QByteArray tokenOf(const std::string &who) const;
    QNetworkReply *send(const char *method, const std::string &path, const std::string &who, const QByteArray &body,
                        const std::vector<Field> &more);
    static Answer settle(QNetworkReply *reply);

    FixedClock m_clock;
    backend::SeededRandomness m_random{7};
    std::unique_ptr<backend::Database> m_db;
    backend::Authenticator m_auth;
    backend::Api m_api;
    backend::Maintenance m_maintenance;
    backend::Router m_router;
    backend::Loop m_loop;
    std::unique_ptr<backend::Server> m_server;
    quint16 m_port = 0;
    QNetworkAccessManager m_network;
};

QByteArray newKey();

/// QCOMPARE for whatever is JSON: QTest itself trips over the conversions of the JSON type.
#define SAME(actual, ...)                                                                                              \
    QCOMPARE(QByteArray::fromStdString(bolt::test::Json(actual).dump()),                                               \
             QByteArray::fromStdString(bolt::test::Json(__VA_ARGS__).dump()))

} // namespace bolt::test
