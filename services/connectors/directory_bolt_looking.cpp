// SPDX-License-Identifier: GPL-3.0-or-later
// What is fetched when a person looks: attempts of a submission, figures for the charts.
#include "services/connectors/directory_bolt.h"
#include "services/connectors/query.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bolt {

namespace {

constexpr qsizetype maxEntries = 10'000;
constexpr qsizetype maxText = 64 << 10;
constexpr size_t maxLacks = 50;
constexpr qsizetype maxLackText = 500;

Error unreadable()
{
    return {
        Error::Kind::Invalid, QStringLiteral("body"), QStringLiteral("The server's answer could not be read."), {}, 0};
}

QString zulu(Instant at)
{
    QString text = formatInstant(at);
    return text.endsWith(QLatin1StringView("+00:00")) ? text.chopped(6) + u'Z' : text;
}

/// Text as it is, anything else as compact JSON.
QString printed(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().left(maxText);
    if (value.isNull() || value.isUndefined())
        return {};
    QJsonArray holder{value};
    QByteArray text = QJsonDocument(holder).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2)).left(maxText);
}

Attempt attemptOf(const QJsonObject &entry)
{
    Attempt attempt;
    attempt.at = parseInstant(entry.value(u"at").toString()).value_or(Instant());
    attempt.attempt = entry.value(u"attempt").toInt();
    attempt.code = entry.value(u"code").toString().left(256);
    attempt.message = entry.value(u"message").toString().left(maxText);
    attempt.details = printed(entry.value(u"details"));
    return attempt;
}

} // namespace

wire::Request DirectoryBoltConnector::setupCheck() const
{
    wire::Request request;
    request.target = "/rest/v1/rpc/boltdesk_check";
    request.headers = {{"Accept", "application/json"}, {"Accept-Profile", QByteArray::fromStdString(m_naming.schema)}};
    return request;
}

Result<std::vector<SetupLack>> DirectoryBoltConnector::readSetupCheck(const wire::Answer &answer) const
{
    if (!answer.ok())
        return wire::errorOf(answer);
    const auto document = QJsonDocument::fromJson(answer.body);
    if (!document.isArray())
        return unreadable();
    std::vector<SetupLack> lacks;
    for (const auto &row : document.array()) {
        SetupLack lack{row[u"problem"].toString().left(maxLackText), row[u"mend"].toString().left(maxLackText)};
        if (!lack.problem.isEmpty() && lacks.size() < maxLacks)
            lacks.push_back(std::move(lack));
    }
    return lacks;
}

wire::Request DirectoryBoltConnector::attempts(const SubmissionId &id) const
{
    Query query("/rest/v1/" + QByteArray::fromStdString(m_naming.of(Table::Submissions).name));
    query.add("select", u"error_log").add("id", QStringLiteral("eq.") + id.toString());
    wire::Request request;
    request.target = query.target();
    request.headers = {{"Accept", "application/json"}, {"Accept-Profile", QByteArray::fromStdString(m_naming.schema)}};
    return request;
}

Result<std::vector<Attempt>> DirectoryBoltConnector::readAttempts(const wire::Answer &answer) const
{
    if (!answer.ok())
        return wire::errorOf(answer);
    const auto document = QJsonDocument::fromJson(answer.body);
    if (!document.isArray())
        return unreadable();
    if (document.array().isEmpty())
        return Error{Error::Kind::NotFound,
                     QStringLiteral("not_found"),
                     QStringLiteral("The submission is not there any more."),
                     {},
                     0};
    const auto log = document.array().first().toObject().value(u"error_log").toArray();
    std::vector<Attempt> out;
    for (qsizetype i = log.size() - 1; i >= 0 && log.size() - i <= maxEntries;
         --i) // newest last on the wire, first here
        out.push_back(attemptOf(log.at(i).toObject()));
    return out;
}

wire::Request DirectoryBoltConnector::analytics(const TimeRange &range, const QByteArray &timeZoneId) const
{
    Query query("/api/admin/analytics");
    query.add("from", zulu(range.from)).add("to", zulu(range.to)).add("bucket", u"day");
    query.add("tz", QString::fromLatin1(timeZoneId));
    wire::Request request;
    request.target = query.target();
    request.headers = {{"Accept", "application/json"}};
    return request;
}

Result<AnalyticsReport> DirectoryBoltConnector::readAnalytics(const wire::Answer &answer) const
{
    if (!answer.ok())
        return wire::errorOf(answer);
    const auto body = QJsonDocument::fromJson(answer.body).object();
    const auto from = parseInstant(body.value(u"from").toString());
    const auto to = parseInstant(body.value(u"to").toString());
    const auto asOf = parseInstant(body.value(u"as_of").toString());
    if (!from || !to || !asOf || !body.value(u"days").isArray() || !body.value(u"directories").isArray())
        return unreadable();
    AnalyticsReport report;
    report.range = {*from, *to};
    report.asOf = *asOf;
    report.minAttempts = body.value(u"min_attempts").toInt();
    const auto days = body.value(u"days").toArray();
    const auto directories = body.value(u"directories").toArray();
    if (days.size() > maxEntries || directories.size() > maxEntries)
        return unreadable();
    for (const auto &entry : days) {
        const auto day = entry.toObject();
        const auto start = parseInstant(day.value(u"start").toString());
        if (!start)
            return unreadable();
        report.days.push_back({*start, day.value(u"jobs_completed").toInt(), day.value(u"succeeded").toInt(),
                               day.value(u"attempted").toInt()});
    }
    for (const auto &entry : directories) {
        const auto one = entry.toObject();
        report.directories.push_back({DirectoryId::parse(one.value(u"directory_id").toString()),
                                      one.value(u"name").toString(), one.value(u"failed").toInt(),
                                      one.value(u"attempted").toInt()});
    }
    return report;
}

} // namespace bolt
