// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/request_check.h"

#include "backend/http/target.h"

#include <algorithm>

namespace bolt::backend {
namespace {

std::size_t countOf(const Headers &headers, std::string_view name)
{
    const auto &fields = headers.fields();
    return std::size_t(std::count_if(fields.begin(), fields.end(),
                                     [&](const Headers::Field &field) { return equalsNoCase(field.first, name); }));
}

bool methodOf(std::string_view word, Method *out)
{
    for (const Method method :
         {Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete, Method::Options}) {
        if (wordOf(method) == word) {
            *out = method;
            return true;
        }
    }
    return false;
}

/// Digits only: "+5", "-5", "5, 5" and " 0x5" have all been read differently by some pair of servers.
bool isPlainLength(std::string_view text)
{
    return !text.empty() && text.size() <= 18 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool framingIsClear(const Headers &headers, unsigned version)
{
    const std::size_t lengths = countOf(headers, "Content-Length");
    const std::size_t encodings = countOf(headers, "Transfer-Encoding");
    if (lengths > 1 || encodings > 1 || (lengths == 1 && encodings == 1))
        return false;
    if (lengths == 1 && !isPlainLength(headers.get("Content-Length")))
        return false;
    return encodings == 0 || (version >= 11 && equalsNoCase(headers.get("Transfer-Encoding"), "chunked"));
}

} // namespace

HeadVerdict checkHead(std::string_view method, std::string_view target, unsigned version, Request *request)
{
    if (version != 10 && version != 11)
        return {505, "bad_version", "Only HTTP/1.0 and HTTP/1.1 are spoken here"};
    if (!parseTarget(target, request))
        return {400, "bad_request", "The request target is malformed"};
    if (!framingIsClear(request->headers, version))
        return {400, "bad_framing", "The length of the body is not clear"};
    const std::size_t hosts = countOf(request->headers, "Host");
    if (hosts > 1 || (hosts == 0 && version >= 11))
        return {400, "bad_host", "Exactly one Host is needed"};
    if (!methodOf(method, &request->method))
        return {501, "method_not_implemented", "This server does not know that method"};
    return {};
}

bool isUpgrade(const Request &request)
{
    return request.method == Method::Get && equalsNoCase(request.headers.get("Upgrade"), "websocket");
}

} // namespace bolt::backend
