// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/reply_text.h"

#include <ctime>

namespace bolt::backend {
namespace {

void appendClean(std::string *out, std::string_view text)
{
    for (const char c : text)
        out->push_back(static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c);
}

bool hasBody(int status) { return status >= 200 && status != 204 && status != 304; }

} // namespace

std::string textOf(const Reply &reply, const ReplyForm &form)
{
    std::string out;
    out.reserve(256 + (form.headOnly ? 0 : reply.body.size()));
    out.append(form.http10 ? "HTTP/1.0 " : "HTTP/1.1 ").append(std::to_string(reply.status)).append(" ");
    out.append(reasonOf(reply.status)).append("\r\n");
    out.append("Server: ").append(form.serverName).append("\r\nDate: ").append(form.date).append("\r\n");
    for (const auto &field : reply.headers.fields()) {
        appendClean(&out, field.first);
        out.append(": ");
        appendClean(&out, field.second);
        out.append("\r\n");
    }
    if (hasBody(reply.status))
        out.append("Content-Length: ").append(std::to_string(reply.body.size())).append("\r\n");
    out.append(form.keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
    if (hasBody(reply.status) && !form.headOnly)
        out.append(reply.body);
    return out;
}

std::string_view reasonOf(int status)
{
    struct Reason
    {
        int status;
        std::string_view text;
    };
    static constexpr Reason kReasons[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {300, "Multiple Choices"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {413, "Payload Too Large"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Entity"},
        {426, "Upgrade Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
    };
    for (const Reason &reason : kReasons) {
        if (reason.status == status)
            return reason.text;
    }
    return "Status";
}

std::string httpDate()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
#ifdef _WIN32
    gmtime_s(&parts, &now);
#else
    gmtime_r(&now, &parts);
#endif
    static constexpr const char *kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    // Not strftime: its names follow the process's locale.
    return std::string(kDays[parts.tm_wday]) + ", " + two(parts.tm_mday) + " " + kMonths[parts.tm_mon] + " " +
           std::to_string(1900 + parts.tm_year) + " " + two(parts.tm_hour) + ":" + two(parts.tm_min) + ":" +
           two(parts.tm_sec) + " GMT";
}

} // namespace bolt::backend
