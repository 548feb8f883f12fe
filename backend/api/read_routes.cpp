// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/read_routes.h"

#include "backend/api/fields.h"
#include "backend/api/list_sql.h"
#include "backend/db/json_row.h"
#include "backend/db/schema.h"
#include "backend/rules/figures.h"
#include "backend/rules/processing_log.h"
#include "models/domain/states.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>
#include <charconv>

namespace bolt::backend::api {
namespace {

// All others wait for it.
constexpr ReadBounds oneRead{std::chrono::seconds(1)};

/// `?limit=&cursor=` and what else a list lets one ask for; the 422 when something does not fit.
struct ListAsk
{
    int limit = 50;
    std::optional<Cursor> cursor;
    Json wrong = Json::object();

    ListAsk(const Request &request, std::initializer_list<std::string_view> known)
    {
        for (const auto &[name, value] : request.query) {
            const bool own = name == "limit" || name == "cursor" || name == "apikey";
            if (!own && std::find(known.begin(), known.end(), name) == known.end())
                wrong[name] = "is not known here";
        }
        if (const std::string_view text = request.queryValue("limit"); !text.empty()) {
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
            if (error != std::errc() || end != text.data() + text.size() || limit < 1 || limit > 500)
                wrong["limit"] = "must be a whole number from 1 to 500";
        }
        if (const std::string_view text = request.queryValue("cursor"); !text.empty()) {
            cursor = Cursor::fromText(text);
            if (!cursor)
                wrong["cursor"] = "is not one of ours";
        }
    }
};

std::optional<std::string> given(const Request &request, std::string_view name)
{
    const std::string_view value = request.queryValue(name);
    return value.empty() ? std::nullopt : std::optional(std::string(value));
}

/// Of a list of list_sql.h, whose first columns are those of `table`.
ListPage pageOf(Statement &row, const TableDef &table, int limit)
{
    ListPage page;
    page.items = "[";
    const int at = table.indexOf("created_at");
    Cursor last;
    for (int i = 0; row.next(); ++i) {
        if (i == limit) {
            page.next = last;
            break;
        }
        if (i > 0)
            page.items += ',';
        appendJsonRow(page.items, table, row);
        const Value id = row.value(int(table.primaryKey));
        last = {row.instant(at).value_or(Instant()), std::holds_alternative<qint64>(id)
                                                         ? std::to_string(std::get<qint64>(id))
                                                         : row.text(int(table.primaryKey))};
    }
    page.items += "]";
    return page;
}

const Cursor newest{fromMicros(std::numeric_limits<qint64>::max()), {}};

Json countsOf(const std::vector<QueueFigures::Count> &counts)
{
    Json out = Json::object();
    for (const QueueFigures::Count &count : counts)
        out[count.status] = count.count;
    return out;
}

Json jsonOf(const AnalyticsFigures &figures, const std::string &zone)
{
    Json days = Json::array();
    for (const AnalyticsFigures::Day &day : figures.days)
        days.push_back({{"start", textOf(day.start)},
                        {"jobs_completed", day.jobsCompleted},
                        {"succeeded", day.succeeded},
                        {"attempted", day.attempted}});
    Json directories = Json::array();
    for (const AnalyticsFigures::DirectoryErrors &entry : figures.directories)
        directories.push_back({{"directory_id", entry.directoryId},
                               {"name", entry.name},
                               {"failed", entry.failed},
                               {"attempted", entry.attempted}});
    return {{"from", textOf(figures.from)},
            {"to", textOf(figures.to)},
            {"as_of", textOf(figures.asOf)},
            {"bucket", "day"},
            {"tz", zone},
            {"min_attempts", figures.minAttempts},
            {"days", std::move(days)},
            {"directories", std::move(directories)}};
}

} // namespace

void ReadRoutes::addTo(Router &router, Gate &gate)
{
    const auto call = [&](std::string_view path, std::optional<Permission> permission,
                          Reply (ReadRoutes::*run)(const Request &)) {
        router.add(Method::Get, path, gate.staff(permission, [this, run](const Request &request, const Principal &) {
            return (this->*run)(request);
        }));
    };
    call("/api/admin/queue", {}, &ReadRoutes::queue);
    call("/api/admin/analytics", {}, &ReadRoutes::analytics);
    call("/api/admin/logs", {}, &ReadRoutes::logs);
    call("/api/admin/audit", Permission::ReadAudit, &ReadRoutes::audit);
}

Reply ReadRoutes::queue(const Request &request)
{
    ListAsk ask(request, {"status"});
    // Of a word that no row has, all rows would be searched.
    if (const auto word = given(request, "status");
        word && jobState(QString::fromStdString(*word)) == JobState::Unknown)
        ask.wrong["status"] = "is no state of a job";
    if (!ask.wrong.empty())
        return invalidFields(ask.wrong);
    const auto body = m_db.read(
        [&]() -> Result<std::string> {
            const auto figures = Figures(m_db).queue();
            if (!figures)
                return figures.error();
            const TableDef *table = schema().find("jobs");
            Statement row = jobsPage(ask.cursor.value_or(newest), given(request, "status"), ask.limit).on(m_db);
            const Json head{{"queue_depth", figures->queueDepth},
                            {"in_flight", figures->inFlight},
                            {"workers_online", figures->workersOnline},
                            {"circuits_open", figures->circuitsOpen},
                            {"throughput_per_minute", figures->throughputPerMinute},
                            {"jobs", countsOf(figures->jobs)},
                            {"submissions", countsOf(figures->submissions)}};
            const std::string text = textOf(head);
            return pageOf(row, *table, ask.limit).toJson(text.substr(1, text.size() - 2) + ",");
        },
        oneRead);
    return body ? Reply::jsonText(200, *body) : errorReply(body.error());
}

Reply ReadRoutes::audit(const Request &request)
{
    const ListAsk ask(request, {"action", "actor_email"});
    if (!ask.wrong.empty())
        return invalidFields(ask.wrong);
    const auto body = m_db.read(
        [&]() -> Result<std::string> {
            const TableDef *table = schema().find("admin_actions");
            Statement row = auditPage(ask.cursor.value_or(newest), given(request, "action"),
                                      given(request, "actor_email"), ask.limit)
                                .on(m_db);
            return pageOf(row, *table, ask.limit).toJson();
        },
        oneRead);
    return body ? Reply::jsonText(200, *body) : errorReply(body.error());
}

Reply ReadRoutes::logs(const Request &request)
{
    ListAsk ask(request, {"job_id", "submission_id", "level"});
    qint64 before = std::numeric_limits<qint64>::max();
    if (ask.cursor) {
        const std::string &id = ask.cursor->id;
        const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), before);
        if (error != std::errc() || end != id.data() + id.size())
            ask.wrong["cursor"] = "is not one of ours";
    }
    if (const auto word = given(request, "level");
        word && std::find(std::begin(logLevels), std::end(logLevels), *word) == std::end(logLevels))
        ask.wrong["level"] = "is no level of a log";
    if (!ask.wrong.empty())
        return invalidFields(ask.wrong);
    const auto body = m_db.read(
        [&]() -> Result<std::string> {
            const TableDef *table = schema().find("processing_logs");
            const LogFilter filter{given(request, "job_id"), given(request, "submission_id"), given(request, "level")};
            Statement row = logsPage(before, filter, ask.limit).on(m_db);
            return pageOf(row, *table, ask.limit).toJson();
        },
        oneRead);
    return body ? Reply::jsonText(200, *body) : errorReply(body.error());
}

/// A zone made of a name takes POSIX rules too, and with them almost any word; so the name must be listed, or be a path
/// of words such as "Etc/UTC" or "US/Eastern", which Qt knows but does not list.
bool ReadRoutes::isZoneName(const QByteArray &name)
{
    static const QRegularExpression path(QStringLiteral("^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)+$"));
    return QTimeZone::isTimeZoneIdAvailable(name) ||
           (path.match(QString::fromLatin1(name)).hasMatch() && QTimeZone(name).isValid());
}

Reply ReadRoutes::analytics(const Request &request)
{
    Json wrong = Json::object();
    const auto instant = [&](const char *name) {
        const std::optional<Instant> at = parseInstant(request.queryValue(name));
        if (!at)
            wrong[name] = "must be a time as 2026-08-21T12:00:00Z";
        return at.value_or(Instant());
    };
    Figures::Query query;
    query.from = instant("from");
    query.to = instant("to");
    if (const std::string_view bucket = request.queryValue("bucket"); !bucket.empty() && bucket != "day")
        wrong["bucket"] = "must be day";
    if (const std::string_view zone = request.queryValue("tz"); !zone.empty())
        query.zone = QByteArray(zone.data(), qsizetype(zone.size()));
    if (!isZoneName(query.zone))
        wrong["tz"] = "is not a time zone of the IANA list";
    if (!wrong.empty())
        return invalidFields(wrong);
    const auto figures = m_db.read([&] { return Figures(m_db).analytics(query); }, oneRead);
    return figures ? jsonReply(200, jsonOf(*figures, query.zone.toStdString())) : errorReply(figures.error());
}

} // namespace bolt::backend::api
