// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/action_routes.h"

namespace bolt::backend::api {
namespace {

constexpr size_t mostIds = 10'000;
/// 10,000 uuids with quotes, commas and some spaces, and the rest of the body.
constexpr size_t bulkBody = 512 * 1024;

SubmissionSelection selectionOf(Fields &fields)
{
    SubmissionSelection which;
    const bool byIds = fields.has("ids");
    if (byIds == fields.has("filter"))
        fields.wrong("ids", "give either ids or filter");
    if (byIds)
        which.ids = fields.uuids("ids", mostIds);
    which.filter = fields.optionalObject("filter");
    return which;
}

/// The id in the path; a wrong one is a thing that does not exist.
std::variant<std::string, Reply> targetOf(const Request &request, std::string_view kind)
{
    if (const auto id = canonicalUuid(request.param("id")))
        return *id;
    return errorReply(404, "not_found", "There is no such " + std::string(kind) + ".");
}

} // namespace

void ActionRoutes::addTo(Router &router, Gate &gate)
{
    const auto call = [&](Method method, std::string_view path, Permission permission, StaffCall run,
                          size_t limit = Router::kDefaultBodyLimit) {
        router.add(method, path, gate.staff(permission, std::move(run)), limit);
    };
    using S = StaffActions;
    const auto bulkOf = [this](Bulk what) {
        return [this, what](const Request &request, const Principal &who) { return bulk(what, request, who); };
    };
    call(Method::Post, "/api/admin/submissions/retry", Permission::RetrySubmission, bulkOf(Bulk::Retry), bulkBody);
    call(Method::Post, "/api/admin/submissions/skip", Permission::SkipSubmission, bulkOf(Bulk::Skip), bulkBody);
    call(Method::Post, "/api/admin/submissions/verify", Permission::VerifySubmission, bulkOf(Bulk::Verify), bulkBody);
    call(Method::Post, "/api/admin/jobs/:id/pause", Permission::PauseJob, onJob(&S::pauseJob, Touches::Job));
    call(Method::Post, "/api/admin/jobs/:id/resume", Permission::ResumeJob, onJob(&S::resumeJob, Touches::Job));
    call(Method::Post, "/api/admin/jobs/:id/cancel", Permission::CancelJob, onJob(&S::cancelJob, Touches::Job));
    call(Method::Post, "/api/admin/jobs/:id/retry-failed", Permission::RetrySubmission,
         onJob(&S::retryFailedOfJob, Touches::SubmissionsOfJob));
    const auto own = [this](Reply (ActionRoutes::*run)(const Request &, const Principal &)) {
        return [this, run](const Request &request, const Principal &who) { return (this->*run)(request, who); };
    };
    call(Method::Patch, "/api/admin/jobs/:id", Permission::ChangePriority, own(&ActionRoutes::priority));
    call(Method::Patch, "/api/admin/packages/:id", Permission::EditPackage, own(&ActionRoutes::editPackage));
    call(Method::Patch, "/api/admin/directories/:id", Permission::EditDirectory, own(&ActionRoutes::editDirectory));
    call(Method::Post, "/api/admin/directories/:id/close-circuit", Permission::CloseCircuit,
         own(&ActionRoutes::closeCircuit));
    call(Method::Post, "/api/admin/customers/:id/package", Permission::ChangeCustomerPackage,
         own(&ActionRoutes::changePackage));
}

Reply ActionRoutes::bulk(Bulk what, const Request &request, const Principal &who)
{
    auto parsed = Fields::ofBody(request);
    if (Reply *refusal = std::get_if<Reply>(&parsed))
        return *refusal;
    Fields &fields = std::get<Fields>(parsed);
    const SubmissionSelection which = selectionOf(fields);
    std::optional<Instant> notBefore;
    std::optional<Json> listing;
    if (what == Bulk::Retry)
        notBefore = fields.optionalInstant("not_before");
    if (what == Bulk::Verify)
        listing = fields.optionalObject("listing_data");
    return m_runner.run(request, who, fields, Touches::Submissions, {}, [&](const Actor &actor) {
        switch (what) {
        case Bulk::Retry:
            return m_actions.retry(actor, which, notBefore);
        case Bulk::Skip:
            return m_actions.skip(actor, which);
        case Bulk::Verify:
            break;
        }
        return m_actions.verify(actor, which, listing);
    });
}

StaffCall ActionRoutes::onJob(JobAction action, Touches touches)
{
    return [this, action, touches](const Request &request, const Principal &who) -> Reply {
        const auto target = targetOf(request, "job");
        if (const Reply *refusal = std::get_if<Reply>(&target))
            return *refusal;
        auto parsed = Fields::ofBody(request);
        if (Reply *refusal = std::get_if<Reply>(&parsed))
            return *refusal;
        const std::string &job = std::get<std::string>(target);
        return m_runner.run(request, who, std::get<Fields>(parsed), touches, job,
                            [&](const Actor &actor) { return (m_actions.*action)(actor, job); });
    };
}

Reply ActionRoutes::priority(const Request &request, const Principal &who)
{
    const auto target = targetOf(request, "job");
    if (const Reply *refusal = std::get_if<Reply>(&target))
        return *refusal;
    auto parsed = Fields::ofBody(request);
    if (Reply *refusal = std::get_if<Reply>(&parsed))
        return *refusal;
    Fields &fields = std::get<Fields>(parsed);
    const std::string &job = std::get<std::string>(target);
    const auto value = fields.optionalInteger("priority_override", -1000, 1000);
    if (!fields.has("priority_override"))
        fields.wrong("priority_override", "is needed; null gives the job back to its package's priority");
    return m_runner.run(request, who, fields, Touches::Job, job, [&](const Actor &actor) {
        return m_actions.changePriority(actor, job, value ? std::optional(int(*value)) : std::nullopt);
    });
}

Reply ActionRoutes::editPackage(const Request &request, const Principal &who)
{
    const std::string id(request.param("id"));
    auto parsed = Fields::ofBody(request);
    if (Reply *refusal = std::get_if<Reply>(&parsed))
        return *refusal;
    Fields &fields = std::get<Fields>(parsed);
    const Json patch = fields.takeAll();
    return m_runner.run(request, who, fields, Touches::Package, id,
                        [&](const Actor &actor) { return m_actions.editPackage(actor, id, patch); });
}

Reply ActionRoutes::editDirectory(const Request &request, const Principal &who)
{
    const auto target = targetOf(request, "directory");
    if (const Reply *refusal = std::get_if<Reply>(&target))
        return *refusal;
    auto parsed = Fields::ofBody(request);
    if (Reply *refusal = std::get_if<Reply>(&parsed))
        return *refusal;
    Fields &fields = std::get<Fields>(parsed);
    const Json patch = fields.takeAll();
    const std::string &id = std::get<std::string>(target);
    return m_runner.run(request, who, fields, Touches::Directory, id,
                        [&](const Actor &actor) { return m_actions.editDirectory(actor, id, patch); });
}

Reply ActionRoutes::closeCircuit(const Request &request, const Principal &who)
{
    const auto target = targetOf(request, "directory");
    if (const Reply *refusal = std::get_if<Reply>(&target))
        return *refusal;
    auto parsed = Fields::ofBody(request);
    if (Reply *refusal = std::get_if<Reply>(&parsed))
        return *refusal;
    const std::string &id = std::get<std::string>(target);
    return m_runner.run(request, who, std::get<Fields>(parsed), Touches::Directory, id,
                        [&](const Actor &actor) { return m_actions.closeCircuit(actor, id); });
}

Reply ActionRoutes::changePackage(const Request &request, const Principal &who)
{
    const auto target = targetOf(request, "customer");
    if (const Reply *refusal = std::get_if<Reply>(&target))
        return *refusal;
    auto parsed = Fields::ofBody(request);
    if (Reply *refusal = std::get_if<Reply>(&parsed))
        return *refusal;
    Fields &fields = std::get<Fields>(parsed);
    const std::string package = fields.text("package_id", 50);
    const std::string &id = std::get<std::string>(target);
    return m_runner.run(request, who, fields, Touches::Customer, id,
                        [&](const Actor &actor) { return m_actions.changeCustomerPackage(actor, id, package); });
}

} // namespace bolt::backend::api
