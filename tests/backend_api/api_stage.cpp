// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend_api/api_stage.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

namespace bolt::test {

using namespace Qt::StringLiterals;
using namespace bolt::backend;

namespace {

Instant theDay() { return *parseInstant(std::string_view("2026-08-21T12:00:00Z")); }

std::unique_ptr<Database> memory(const Clock &clock, Randomness &random)
{
    auto opened = Database::open(":memory:", clock, random);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return std::move(opened).value();
}

} // namespace

QByteArray newKey() { return QUuid::createUuid().toByteArray(QUuid::WithoutBraces); }

ApiStage::ApiStage(ApiLimits limits)
    : m_clock(theDay())
    , m_db(memory(m_clock, m_random))
    , m_auth(makeKeys(theDay()), m_clock)
    , m_api(*m_db, m_auth, limits)
    , m_maintenance(*m_db)
{
    m_api.addTo(m_router);
    m_server = std::make_unique<Server>(m_loop, m_router);
    const auto port = m_server->listen("127.0.0.1", 0);
    if (!port)
        qFatal("%s", qPrintable(port.error().message));
    m_port = *port;
    m_loop.start();
}

ApiStage::~ApiStage() { m_loop.stop(); }

QByteArray ApiStage::tokenOf(const std::string &who) const
{
    if (who == "anon")
        return QByteArray::fromStdString(m_auth.keys().anonKey);
    if (who == "service")
        return QByteArray::fromStdString(m_auth.keys().serviceKey);
    if (who == "worker")
        return QByteArray::fromStdString(m_auth.keys().workerToken);
    Json meta{{"role", who}};
    if (who == "customer")
        meta = Json{{"customer_id", "0c0c0c0c-0000-4000-8000-000000000001"}};
    const qint64 seconds = toMicros(theDay()) / 1'000'000;
    const std::string id = "a0000000-0000-4000-8000-0000000000" + std::to_string(10 + int(who.front()) % 90);
    return QByteArray::fromStdString(m_auth.signer().sign({{"role", "authenticated"},
                                                           {"sub", id},
                                                           {"email", who + "@boltdesk.test"},
                                                           {"app_metadata", meta},
                                                           {"iat", seconds},
                                                           {"exp", seconds + 30LL * 24 * 3600}}));
}

QNetworkReply *ApiStage::send(const char *method, const std::string &path, const std::string &who,
                              const QByteArray &body, const std::vector<Field> &more)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(QString::fromStdString(path))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!who.empty())
        request.setRawHeader("Authorization", "Bearer " + tokenOf(who));
    if (path.starts_with("/api/admin/") && QByteArrayView(method) != "GET")
        request.setRawHeader("Idempotency-Key", newKey());
    for (const auto &[name, value] : more)
        request.setRawHeader(name, value);
    return m_network.sendCustomRequest(request, method, body);
}

ApiStage::Answer ApiStage::settle(QNetworkReply *reply)
{
    if (!reply->isFinished()) {
        QSignalSpy finished(reply, &QNetworkReply::finished);
        finished.wait(20'000);
    }
    reply->deleteLater();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.text = reply->readAll();
    answer.body = Json::parse(answer.text.begin(), answer.text.end(), nullptr, false);
    answer.retryAfter = reply->rawHeader("Retry-After");
    answer.replayed = reply->rawHeader("Idempotent-Replayed");
    return answer;
}

ApiStage::Answer ApiStage::callRaw(const char *method, const std::string &path, const std::string &who,
                                   const QByteArray &body, const std::vector<Field> &more)
{
    return settle(send(method, path, who, body, more));
}

ApiStage::Answer ApiStage::call(const char *method, const std::string &path, const std::string &who, const Json &body,
                                const std::vector<Field> &more)
{
    return callRaw(method, path, who, body.is_null() ? QByteArray() : QByteArray::fromStdString(body.dump()), more);
}

std::vector<ApiStage::Answer> ApiStage::callTogether(int times, const char *method, const std::string &path,
                                                     const std::string &who, const Json &body,
                                                     const std::vector<Field> &more)
{
    std::vector<QNetworkReply *> replies;
    for (int i = 0; i < times; ++i)
        replies.push_back(send(method, path, who, QByteArray::fromStdString(body.dump()), more));
    std::vector<Answer> answers;
    for (QNetworkReply *reply : replies)
        answers.push_back(settle(reply));
    return answers;
}

void ApiStage::pass(Micros time)
{
    onLoop([&] { m_clock.advance(time); });
}

Maintenance::Report ApiStage::upkeep()
{
    Maintenance::Report report;
    onLoop([&] {
        const auto done = m_maintenance.tick();
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        report = *done;
    });
    return report;
}

std::string ApiStage::cell(const std::string &sql)
{
    std::string out = "none";
    onLoop([&] {
        (void)m_db->read([&]() -> Outcome {
            Statement row = m_db->query(sql);
            if (row.next())
                out = row.isNull(0) ? "null" : row.text(0);
            return Done{};
        });
    });
    return out;
}

void ApiStage::run(const std::string &sql)
{
    onLoop([&] {
        const Outcome done = m_db->write([&]() -> Outcome {
            m_db->run(sql);
            return Done{};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().message + done.error().detail));
    });
}

void ApiStage::addDirectories(int count)
{
    onLoop([&] {
        (void)m_db->write([&]() -> Outcome {
            for (int i = 0; i < count; ++i)
                m_db->run("INSERT INTO directories (name, da_score, priority_tier) VALUES (?, ?, 1)",
                          "Directory " + std::to_string(i), 90 - i % 90);
            return Done{};
        });
    });
}

std::string ApiStage::addCustomer(const std::string &email, const std::string &package)
{
    const Answer answer = call("POST", "/api/customers/register", {},
                               {{"email", email},
                                {"company_name", "Corner Shop"},
                                {"website", "https://shop.example.com"},
                                {"package_id", package},
                                {"business_data", {{"name", "Corner Shop"}, {"phone", "+49 30 1234567"}}}});
    return answer.body.is_object() ? answer.body.value("customer_id", std::string()) : std::string();
}

std::string ApiStage::addJob(const std::string &customer)
{
    const Answer answer = call("POST", "/api/queue/submit", {}, {{"customer_id", customer}});
    return answer.body.is_object() ? answer.body.value("job_id", std::string()) : std::string();
}

std::vector<std::string> ApiStage::failSome(int limit, const std::string &code)
{
    std::vector<std::string> ids;
    for (int i = 0; i < limit; ++i) {
        const Answer claimed = call("POST", "/api/worker/claim", "worker", {{"worker_id", "w-1"}, {"limit", 1}});
        if (claimed.body["claims"].empty())
            break;
        ids.push_back(claimed.body["claims"][0]["submission_id"]);
        call("POST", "/api/worker/update-progress", "worker",
             {{"event", "submission_failed"},
              {"worker_id", "w-1"},
              {"submission_id", ids.back()},
              {"code", code},
              {"message", "It did not work."}});
    }
    return ids;
}

} // namespace bolt::test
