// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/target.h"

namespace bolt::backend {
namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// "." or ".." between slashes, also between escaped ones.
bool hasDotPart(std::string_view segment)
{
    std::size_t at = 0;
    while (at <= segment.size()) {
        const std::size_t slash = std::min(segment.find('/', at), segment.size());
        const std::string_view part = segment.substr(at, slash - at);
        if (part == "." || part == "..")
            return true;
        at = slash + 1;
    }
    return false;
}

bool parsePath(std::string_view path, Request *into)
{
    into->segments.clear();
    std::size_t at = 1;
    while (at <= path.size()) {
        const std::size_t slash = std::min(path.find('/', at), path.size());
        std::string segment;
        if (!percentDecode(path.substr(at, slash - at), false, &segment))
            return false;
        if (hasDotPart(segment) || segment.find('\0') != std::string::npos)
            return false;
        // A slash at the end, or two in a row, names the same thing.
        if (!segment.empty())
            into->segments.push_back(std::move(segment));
        at = slash + 1;
    }
    into->path.clear();
    for (const std::string &segment : into->segments)
        into->path.append("/").append(segment);
    if (into->path.empty())
        into->path = "/";
    return true;
}

bool parseQuery(std::string_view query, Request *into)
{
    into->query.clear();
    std::size_t at = 0;
    while (at < query.size()) {
        const std::size_t end = std::min(query.find('&', at), query.size());
        const std::string_view item = query.substr(at, end - at);
        at = end + 1;
        if (item.empty())
            continue;
        const std::size_t equals = std::min(item.find('='), item.size());
        Request::Item decoded;
        if (!percentDecode(item.substr(0, equals), true, &decoded.first))
            return false;
        if (equals < item.size() && !percentDecode(item.substr(equals + 1), true, &decoded.second))
            return false;
        into->query.push_back(std::move(decoded));
    }
    return true;
}

} // namespace

bool percentDecode(std::string_view text, bool plusIsSpace, std::string *out)
{
    out->clear();
    out->reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size())
                return false;
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0)
                return false;
            out->push_back(char(high * 16 + low));
            i += 2;
        } else {
            out->push_back(plusIsSpace && c == '+' ? ' ' : c);
        }
    }
    return true;
}

bool parseTarget(std::string_view target, Request *into)
{
    if (target.empty() || target.front() != '/')
        return false;
    const std::size_t mark = std::min(target.find('?'), target.size());
    into->rawQuery = mark < target.size() ? std::string(target.substr(mark + 1)) : std::string();
    return parsePath(target.substr(0, mark), into) && parseQuery(into->rawQuery, into);
}

} // namespace bolt::backend
