// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/error_form.h"

#include <QDebug>

namespace bolt::backend::api {
namespace {

int statusOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Invalid:
        return 422;
    case Error::Kind::Unauthorized:
        return 401;
    case Error::Kind::Forbidden:
        return 403;
    case Error::Kind::NotFound:
        return 404;
    case Error::Kind::Conflict:
        return 409;
    case Error::Kind::TooLarge:
        return 413;
    case Error::Kind::RateLimit:
        return 429;
    case Error::Kind::Network:
    case Error::Kind::Server:
    case Error::Kind::Storage:
    case Error::Kind::Cancelled:
    case Error::Kind::Internal:
        break;
    }
    return 500;
}

/// The query or body field that an error of the rules is about, where they do not say it in `detail`.
std::string_view fieldOf(std::string_view code)
{
    if (code == "bad_zone")
        return "tz";
    if (code == "bad_range")
        return "to";
    if (code == "bad_filter")
        return "filter";
    if (code == "unknown_event")
        return "event";
    if (code == "key_reused")
        return "Idempotency-Key";
    return {};
}

} // namespace

std::string textOf(const Json &value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string textOf(Instant at) { return formatInstant(at).toStdString(); }

Reply jsonReply(int status, const Json &value) { return Reply::jsonText(status, textOf(value)); }

Reply errorReply(int status, std::string_view code, std::string_view message, const Json &details)
{
    Json error{{"code", code}, {"message", message}};
    if (!details.is_null())
        error["details"] = details;
    return jsonReply(status, Json{{"error", std::move(error)}});
}

Reply errorReply(const Error &error)
{
    if (error.code == QStringLiteral("57014"))
        return errorReply(503, "too_slow", "This takes more time than one call may have; ask for less.");
    const int status = statusOf(error.kind);
    if (status == 500) {
        qWarning().noquote() << "api:" << error.code << error.message << error.detail;
        return errorReply(500, "internal", "The backend could not do this. The operator's log says more.");
    }
    const std::string code = error.code.toStdString();
    const std::string message = error.message.toStdString();
    Json details = Json::parse(error.detail.toStdString(), nullptr, false);
    if (!details.is_object())
        details = nullptr;
    if (details.is_null() && !fieldOf(code).empty())
        details = Json{{fieldOf(code), message}};
    return errorReply(status, code, message, details);
}

Reply invalidFields(const Json &fields)
{
    std::string names;
    for (const auto &[name, reason] : fields.items())
        names += (names.empty() ? "" : ", ") + name;
    return errorReply(422, "validation", "Some fields are not right: " + names + ".", fields);
}

} // namespace bolt::backend::api
