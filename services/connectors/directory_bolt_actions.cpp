// SPDX-License-Identifier: GPL-3.0-or-later
// Actions: `/api/admin` of contracts/domain.md. Golden requests and answers: tests/data/wire/api.
#include "services/connectors/directory_bolt.h"
#include "services/wire/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bolt {

namespace {

constexpr size_t maxIds = 10'000;
constexpr int maxRejected = 10'000;

Error invalid(const QString &code, const QString &message) { return {Error::Kind::Invalid, code, message, {}, 0}; }

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

Result<wire::Request> submissionsRequest(const char *verb, const Command &command)
{
    if (command.submissions.empty() || command.submissions.size() > maxIds)
        return invalid(QStringLiteral("ids"), QStringLiteral("An action takes 1 to 10,000 submissions."));
    QJsonArray ids;
    for (const auto &id : command.submissions)
        ids << id.toString();
    wire::Request request;
    request.method = "POST";
    request.target = QByteArrayLiteral("/api/admin/submissions/") + verb;
    request.body = compact({{QStringLiteral("ids"), ids}});
    return request;
}

Result<wire::Request> jobRequest(const char *verb, const Command &command)
{
    if (command.job.isNull())
        return invalid(QStringLiteral("job"), QStringLiteral("The action names no job."));
    wire::Request request;
    request.method = "POST";
    request.target = QByteArrayLiteral("/api/admin/jobs/") + command.job.toString().toLatin1() + verb;
    return request;
}

Result<wire::Request> requestOf(const Command &command)
{
    using Verb = Command::Verb;
    switch (command.verb) {
    case Verb::RetrySubmissions:
        return submissionsRequest("retry", command);
    case Verb::SkipSubmissions:
        return submissionsRequest("skip", command);
    case Verb::VerifySubmissions:
        return submissionsRequest("verify", command);
    case Verb::RetryFailedOfJob:
        return jobRequest("/retry-failed", command);
    case Verb::PauseJob:
        return jobRequest("/pause", command);
    case Verb::ResumeJob:
        return jobRequest("/resume", command);
    case Verb::CancelJob:
        return jobRequest("/cancel", command);
    case Verb::ChangePriority:
        break;
    }
    auto request = jobRequest("", command);
    if (request.ok()) {
        request->method = "PATCH";
        const auto priority = command.priorityOverride ? QJsonValue(*command.priorityOverride) : QJsonValue();
        request->body = compact({{QStringLiteral("priority_override"), priority}});
    }
    return request;
}

std::vector<wire::Row> rowsOf(const wire::Naming &naming, const QJsonObject &records)
{
    std::vector<wire::Row> out;
    wire::RowsDecoder decoder(naming);
    for (auto it = records.begin(); it != records.end(); ++it) {
        const auto table = naming.find(it.key().toStdString());
        if (!table || !it.value().isArray())
            continue;
        // Printed again for the one decoder of rows; integers survive this exactly.
        const auto text = QJsonDocument(it.value().toArray()).toJson(QJsonDocument::Compact);
        auto rows = decoder.decode(*table, wire::RowsDecoder::Want::Records,
                                   {text.constData(), static_cast<size_t>(text.size())});
        if (!rows.ok())
            continue;
        for (auto &row : *rows)
            out.push_back(std::move(row));
    }
    return out;
}

} // namespace

Result<wire::Request> DirectoryBoltConnector::action(const ActionId &id, const Command &command) const
{
    auto request = requestOf(command);
    if (!request.ok())
        return request;
    request->headers = {{"Accept", "application/json"},
                        {"Content-Type", "application/json"},
                        {"Idempotency-Key", id.toString().toLatin1()}};
    return request;
}

Result<Receipt> DirectoryBoltConnector::readReceipt(const Command &command, const wire::Answer &answer) const
{
    Q_UNUSED(command)
    if (!answer.ok())
        return wire::errorOf(answer);
    const auto document = QJsonDocument::fromJson(answer.body);
    const auto body = document.object();
    if (!document.isObject() || !body.value(u"applied").isDouble()) {
        // It may well have been applied; asking again with the same key tells.
        return Error{Error::Kind::Network,
                     QStringLiteral("body"),
                     QStringLiteral("The server's answer to the action could not be read."),
                     {},
                     0};
    }
    Receipt receipt;
    receipt.applied = body.value(u"applied").toInt();
    const auto rejected = body.value(u"rejected").toArray();
    for (const auto &entry : rejected) {
        if (static_cast<int>(receipt.rejected.size()) >= maxRejected)
            break;
        const auto one = entry.toObject();
        receipt.rejected.push_back(
            {one.value(u"id").toString(), one.value(u"code").toString(), one.value(u"message").toString()});
    }
    receipt.rows = rowsOf(m_naming, body.value(u"records").toObject());
    return receipt;
}

} // namespace bolt
