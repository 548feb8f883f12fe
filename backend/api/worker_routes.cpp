// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/worker_routes.h"

#include "backend/api/fields.h"

namespace bolt::backend::api {
namespace {

constexpr size_t longestId = 100;

Json jsonOf(const WorkQueue::Claim &claim)
{
    return {
        {"submission_id", claim.submissionId},
        {"job_id", claim.jobId},
        {"customer_id", claim.customerId},
        {"package_type", claim.packageType},
        {"directory",
         {{"id", claim.directoryId},
          {"name", claim.directoryName},
          {"submission_url", claim.submissionUrl},
          {"category", claim.category}}},
        {"business", {{"company_name", claim.companyName}, {"website", claim.website}, {"data", claim.businessData}}},
        {"attempt", claim.attempt},
        {"max_attempts", claim.maxAttempts},
        {"success_probability", claim.successProbability ? Json(*claim.successProbability) : Json()},
        {"probe", claim.probe}};
}

Json jsonOf(const WorkQueue::Progress &progress)
{
    Json body{{"job_status", progress.jobStatus}, {"job_progress", progress.jobProgress}};
    if (!progress.submissionStatus.empty())
        body["submission_status"] = progress.submissionStatus;
    if (progress.nextRetryAt)
        body["next_retry_at"] = textOf(*progress.nextRetryAt);
    return body;
}

WorkQueue::Event eventOf(Fields &fields)
{
    WorkQueue::Event event;
    event.type = fields.text("event", 50);
    event.workerId = fields.text("worker_id", longestId);
    event.jobId = fields.optionalUuid("job_id");
    event.submissionId = fields.optionalUuid("submission_id");
    event.code = fields.optionalText("code", 60);
    event.message = fields.optionalText("message", 2000);
    event.details = fields.object("details");
    event.listingData = fields.object("listing_data");
    event.approved = fields.flag("approved");
    if (const auto ms = fields.optionalInteger("processing_ms", 0, 24 * 3600 * 1000))
        event.processingMs = int(*ms);
    if (const auto attempt = fields.optionalInteger("attempt", 1, 1'000'000))
        event.attempt = int(*attempt);
    const bool aboutJob = event.type.starts_with("job_");
    if (aboutJob && event.jobId.empty())
        fields.wrong("job_id", "is needed for this event");
    if (!aboutJob && event.submissionId.empty())
        fields.wrong("submission_id", "is needed for this event");
    if (event.type == "submission_failed" && event.code.empty())
        fields.wrong("code", "is needed for this event");
    return event;
}

} // namespace

void WorkerRoutes::addTo(Router &router, Gate &gate)
{
    router.add(Method::Post, "/api/worker/claim", gate.worker([this](const Request &r) { return claim(r); }));
    router.add(Method::Post, "/api/worker/heartbeat", gate.worker([this](const Request &r) { return heartbeat(r); }));
    router.add(Method::Post, "/api/worker/update-progress",
               gate.worker([this](const Request &r) { return progress(r); }));
}

Reply WorkerRoutes::claim(const Request &request)
{
    auto parsed = Fields::ofBody(request);
    if (Reply *refusal = std::get_if<Reply>(&parsed))
        return *refusal;
    Fields &fields = std::get<Fields>(parsed);
    const std::string worker = fields.text("worker_id", longestId);
    const std::string version = fields.optionalText("version", 50);
    const qint64 limit = fields.optionalInteger("limit", 1, 50).value_or(1);
    if (const auto problem = fields.problem())
        return *problem;
    const auto claims = m_queue.claim(worker, version, int(limit));
    if (!claims)
        return errorReply(claims.error());
    Json list = Json::array();
    for (const WorkQueue::Claim &one : *claims)
        list.push_back(jsonOf(one));
    return jsonReply(200, {{"claims", std::move(list)}});
}

Reply WorkerRoutes::heartbeat(const Request &request)
{
    auto parsed = Fields::ofBody(request);
    if (Reply *refusal = std::get_if<Reply>(&parsed))
        return *refusal;
    Fields &fields = std::get<Fields>(parsed);
    const std::string worker = fields.text("worker_id", longestId);
    const std::string version = fields.optionalText("version", 50);
    const std::string said = fields.optionalText("status", 20);
    const std::string status = said.empty() ? "online" : said;
    if (status != "online" && status != "draining" && status != "offline")
        fields.wrong("status", "must be online, draining or offline");
    if (const auto problem = fields.problem())
        return *problem;
    const Outcome beaten = m_queue.heartbeat(worker, version, status);
    return beaten ? jsonReply(200, {{"status", status}}) : errorReply(beaten.error());
}

/// `directory_progress` with an `outcome` is the directory's own answer about a listing that was submitted before: the
/// worker looked it up there.
Reply WorkerRoutes::progress(const Request &request)
{
    auto parsed = Fields::ofBody(request);
    if (Reply *refusal = std::get_if<Reply>(&parsed))
        return *refusal;
    Fields &fields = std::get<Fields>(parsed);
    WorkQueue::Event event = eventOf(fields);
    const std::string outcome = fields.optionalText("outcome", 20);
    if (!outcome.empty() && (event.type != "directory_progress" || (outcome != "approved" && outcome != "rejected")))
        fields.wrong("outcome", "approved or rejected, for directory_progress only");
    if (const auto problem = fields.problem())
        return *problem;
    if (!outcome.empty())
        event.approved = outcome == "approved";
    const auto done = outcome.empty() ? m_queue.report(event) : m_queue.directoryAnswer(event);
    return done ? jsonReply(200, jsonOf(*done)) : errorReply(done.error());
}

} // namespace bolt::backend::api
