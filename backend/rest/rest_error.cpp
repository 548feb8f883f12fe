// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/rest_error.h"

#include "backend/http/json_text.h"

namespace bolt::backend {
namespace {

using nlohmann::json;

json orNull(const std::optional<std::string> &text) { return text ? json(*text) : json(); }

std::optional<std::string> textOf(const json &object, const char *name)
{
    const auto at = object.find(name);
    return at != object.end() && at->is_string() ? std::optional(at->get<std::string>()) : std::nullopt;
}

/// The status of a SQLSTATE.
int statusOf(const std::string &state)
{
    const std::string family = state.substr(0, 2);
    if (state == "23505" || state == "23503")
        return 409;
    if (state == "42883" || state == "42P01")
        return 404;
    if (family == "08" || family == "53" || state == "57P01")
        return 503;
    if (family == "54")
        return 413;
    if (family == "22" || family == "23" || family == "42" || state == "21000")
        return 400;
    return 500;
}

} // namespace

Reply restReply(const RestError &error)
{
    Reply reply = Reply::json(error.status, {{"code", error.code},
                                             {"message", error.message},
                                             {"details", orNull(error.details)},
                                             {"hint", orNull(error.hint)}});
    reply.headers.set("Proxy-Status", "PostgREST; error=" + error.code);
    if (error.status == 401) {
        reply.headers.set("WWW-Authenticate",
                          error.code.rfind("PGRST", 0) == 0
                              ? "Bearer error=\"invalid_token\", error_description=\"" + error.message + "\""
                              : std::string("Bearer"));
    }
    return reply;
}

Error asError(const RestError &error)
{
    const json detail = {{"status", error.status}, {"details", orNull(error.details)}, {"hint", orNull(error.hint)}};
    return Error{Error::Kind::Invalid, QString::fromStdString(error.code), QString::fromStdString(error.message),
                 QString::fromStdString(dumpJson(detail)), 0};
}

RestError asRestError(const Error &error)
{
    RestError out;
    out.code = error.code.toStdString();
    out.message = error.message.toStdString();
    const json detail = json::parse(error.detail.toStdString(), nullptr, false);
    if (detail.is_object() && detail.contains("status")) {
        out.status = detail["status"].get<int>();
        out.details = textOf(detail, "details");
        out.hint = textOf(detail, "hint");
        return out;
    }
    // From the database: its own words in `detail` are for logs only.
    out.status = statusOf(out.code);
    if (out.code == "57014")
        out.message = "canceling statement due to statement timeout";
    return out;
}

RestError parseFailed(std::string_view what, std::string_view text)
{
    return {400,
            "PGRST100",
            "\"failed to parse " + std::string(what) + " (" + std::string(text.substr(0, 200)) +
                ")\" (line 1, column 1)",
            "unexpected input",
            {}};
}

RestError unknownColumn(const std::string &table, const std::string &column)
{
    return {400, "42703", "column " + table + "." + column + " does not exist", {}, {}};
}

RestError unknownTable(const std::string &table)
{
    return {404, "PGRST205", "Could not find the table 'public." + table + "' in the schema cache", {}, {}};
}

RestError unknownFunction(std::string_view name)
{
    return {
        404, "PGRST202", "Could not find the function public." + std::string(name) + " in the schema cache", {}, {}};
}

RestError unknownRelation(const std::string &from, const std::string &to)
{
    return {400,
            "PGRST200",
            "Could not find a relationship between '" + from + "' and '" + to + "' in the schema cache",
            "Searched for a foreign key relationship between '" + from + "' and '" + to +
                "' in the schema 'public', but no matches were found.",
            {}};
}

RestError denied(const std::string &table, bool signedIn)
{
    return {signedIn ? 403 : 401, "42501", "permission denied for table " + table, {}, {}};
}

} // namespace bolt::backend
