// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/staff_call.h"

#include "backend/api/records.h"

#include <QCryptographicHash>

namespace bolt::backend::api {
namespace {

/// Rows in an answer save the desk a wait; a bulk action's rows come over realtime.
constexpr size_t mostRecords = 20;

/// Method, path and body: the same key with anything else is another request. The body counts by its meaning, not its
/// spaces.
std::string hashOf(const Request &request, const Fields &fields)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const std::string text = std::string(wordOf(request.method)) + "\n" + request.path + "\n" + textOf(fields.json());
    hash.addData(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
    return hash.result().toHex().toStdString();
}

Idempotency::Answer answerOf(const Reply &reply) { return {reply.status, reply.body}; }

Json listOf(const std::vector<Refusal> &refusals)
{
    Json list = Json::array();
    for (const Refusal &refusal : refusals)
        list.push_back({{"id", refusal.id}, {"code", refusal.code}, {"message", refusal.message}});
    return list;
}

std::string_view tableOf(Touches touches)
{
    switch (touches) {
    case Touches::Submissions:
    case Touches::SubmissionsOfJob:
        return "directory_submissions";
    case Touches::Job:
        return "jobs";
    case Touches::Package:
        return "packages";
    case Touches::Directory:
        return "directories";
    case Touches::Customer:
        return "customers";
    }
    return {};
}

} // namespace

std::string StaffCallRunner::recordsFor(const Receipt &receipt, Touches touches, const std::string &target)
{
    std::string out;
    const auto add = [&](std::string_view table, const std::vector<std::string> &ids) {
        if (!out.empty())
            out += ',';
        out += "\"" + std::string(table) + "\":" + recordsById(m_db, table, ids);
    };
    if (!receipt.applied.empty() && receipt.applied.size() <= mostRecords)
        add(tableOf(touches), receipt.applied);
    if (touches == Touches::SubmissionsOfJob)
        add("jobs", {target});
    return "{" + out + "}";
}

Idempotency::Answer StaffCallRunner::answerFor(const Receipt &receipt, Touches touches, const std::string &target)
{
    if (!target.empty() && receipt.applied.empty() && !receipt.rejected.empty()) {
        const Refusal &refusal = receipt.rejected.front();
        return answerOf(errorReply(refusal.code == "not_found" ? 404 : 409, refusal.code, refusal.message,
                                   Json{{"action_id", receipt.actionId}, {"id", refusal.id}}));
    }
    std::string body = "{\"action_id\":" + textOf(receipt.actionId) + ",\"status\":" + textOf(receipt.status()) +
                       ",\"applied\":" + std::to_string(receipt.applied.size()) +
                       ",\"rejected\":" + textOf(listOf(receipt.rejected)) +
                       ",\"records\":" + recordsFor(receipt, touches, target) + "}";
    return {200, std::move(body)};
}

Reply StaffCallRunner::run(const Request &request, const Principal &who, Fields &fields, Touches touches,
                           const std::string &target, const Action &action)
{
    const std::optional<std::string> key = canonicalUuid(request.headers.get("Idempotency-Key"));
    if (!key)
        fields.wrong("Idempotency-Key", "is needed in the header: a uuid that is new for each action");
    if (const auto problem = fields.problem())
        return *problem;

    const Actor actor{*key, who.isService() ? "service" : who.userId, who.isService() ? "service" : who.email,
                      who.role};
    const std::string hash = hashOf(request, fields);
    bool again = false;
    const auto answer = m_db.write([&]() -> Result<Idempotency::Answer> {
        const auto first = m_idempotency.find(actor.key, actor.id, hash);
        if (!first)
            return first.error();
        if ((again = first->has_value()))
            return **first;
        const Result<Receipt> receipt = action(actor);
        if (!receipt)
            return receipt.error();
        const Idempotency::Answer made = answerFor(*receipt, touches, target);
        if (const Outcome kept = m_idempotency.remember(actor.key, actor.id, hash, made); !kept)
            return kept.error();
        return made;
    });
    if (!answer)
        return errorReply(answer.error());
    Reply reply = Reply::jsonText(answer->status, answer->body);
    if (again)
        reply.headers.set("Idempotent-Replayed", "true");
    return reply;
}

} // namespace bolt::backend::api
