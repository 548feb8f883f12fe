// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/public_routes.h"

#include "backend/api/fields.h"
#include "backend/db/json_row.h"
#include "backend/db/schema.h"
#include "backend/rules/figures.h"

namespace bolt::backend::api {
namespace {

constexpr size_t onboardingBody = 32 * 1024;

} // namespace

PublicRoutes::PublicRoutes(Database &db)
    : m_db(db)
    , m_onboarding(db)
    , m_idempotency(db)
    , m_startedAt(db.clock().monotonic())
{
}

void PublicRoutes::addTo(Router &router, Gate &gate)
{
    // Health has no rate: whoever watches the backend must not be told that it is ill because he looks.
    router.add(Method::Get, "/api/health", [this](const Request &) { return health(); });
    router.add(Method::Get, "/api/packages", gate.open([this](const Request &) { return packages(); }));
    router.add(Method::Post, "/api/customers/register",
               gate.open([this](const Request &request) { return registerCustomer(request); }), onboardingBody);
    router.add(Method::Post, "/api/queue/submit", gate.open([this](const Request &request) { return submit(request); }),
               onboardingBody);
}

Reply PublicRoutes::health()
{
    const Micros now = m_db.clock().monotonic();
    if (!m_countedAt || now - *m_countedAt >= Seconds(1)) {
        const Result<QueueFigures> queue = Figures(m_db).queue();
        m_queueDepth = queue ? std::optional(queue->queueDepth) : std::nullopt;
        m_countedAt = now;
    }
    Json body{{"version", BOLT_VERSION},
              {"uptime_seconds", std::chrono::floor<Seconds>(now - m_startedAt).count()},
              {"status", m_queueDepth ? "ok" : "degraded"},
              {"database", {{"engine", Database::engineName()}, {"status", m_queueDepth ? "ok" : "failing"}}}};
    if (m_queueDepth)
        body["queue_depth"] = *m_queueDepth;
    return jsonReply(m_queueDepth ? 200 : 503, body);
}

Reply PublicRoutes::packages()
{
    const auto list = m_db.read([&]() -> Result<std::string> {
        const TableDef *table = schema().find("packages");
        Statement row = m_db.query("SELECT " + columnList(*table) +
                                   " FROM packages WHERE deleted_at IS NULL ORDER BY price_cents, id");
        std::string out;
        while (row.next()) {
            out += out.empty() ? "{\"packages\":[" : ",";
            appendJsonRow(out, *table, row);
        }
        return out.empty() ? std::string("{\"packages\":[]}") : out + "]}";
    });
    return list ? Reply::jsonText(200, *list) : errorReply(list.error());
}

Reply PublicRoutes::registerCustomer(const Request &request)
{
    auto parsed = Fields::ofBody(request);
    if (Reply *refusal = std::get_if<Reply>(&parsed))
        return *refusal;
    Fields &fields = std::get<Fields>(parsed);
    Onboarding::Registration registration;
    registration.email = fields.text("email", 254);
    registration.companyName = fields.text("company_name", 200);
    registration.website = fields.text("website", 500);
    if (fields.has("package_id"))
        registration.packageId = fields.text("package_id", 50);
    registration.businessData = fields.object("business_data");
    if (const auto problem = fields.problem())
        return *problem;
    const Result<std::string> id = m_onboarding.registerCustomer(registration);
    if (!id)
        return errorReply(id.error());
    return jsonReply(201, {{"customer_id", *id}, {"package_id", registration.packageId}});
}

Result<Idempotency::Answer> PublicRoutes::purchase(const Onboarding::Purchase &purchase)
{
    const Result<Onboarding::QueuedJob> job = m_onboarding.submit(purchase);
    if (!job)
        return job.error();
    const Json body{{"job_id", job->jobId}, {"submissions", job->submissions}, {"due_at", textOf(job->dueAt)}};
    return Idempotency::Answer{201, textOf(body)};
}

Reply PublicRoutes::submit(const Request &request)
{
    auto parsed = Fields::ofBody(request);
    if (Reply *refusal = std::get_if<Reply>(&parsed))
        return *refusal;
    Fields &fields = std::get<Fields>(parsed);
    Onboarding::Purchase wanted;
    wanted.customerId = fields.uuid("customer_id");
    wanted.packageId = fields.optionalText("package_id", 50);
    wanted.metadata = fields.object("metadata");
    // Optional here: a shop that was cut off may ask again without buying twice.
    const std::string_view keyText = request.headers.get("Idempotency-Key");
    const std::optional<std::string> key = canonicalUuid(keyText);
    if (!keyText.empty() && !key)
        fields.wrong("Idempotency-Key", "must be a uuid");
    if (const auto problem = fields.problem())
        return *problem;
    const std::string hash = "POST /api/queue/submit\n" + textOf(fields.json());
    const auto answer = m_db.write([&]() -> Result<Idempotency::Answer> {
        if (!key)
            return purchase(wanted);
        const auto first = m_idempotency.find(*key, "public", hash);
        if (!first)
            return first.error();
        if (first->has_value())
            return **first;
        const auto made = purchase(wanted);
        if (!made)
            return made.error();
        if (const Outcome kept = m_idempotency.remember(*key, "public", hash, *made); !kept)
            return kept.error();
        return *made;
    });
    return answer ? Reply::jsonText(answer->status, answer->body) : errorReply(answer.error());
}

} // namespace bolt::backend::api
