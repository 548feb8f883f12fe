// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/request.h"

#include <nlohmann/json.hpp>

namespace bolt::backend {
namespace {

std::string_view find(const std::vector<Request::Item> &items, std::string_view name)
{
    for (const auto &item : items) {
        if (item.first == name)
            return item.second;
    }
    return {};
}

} // namespace

std::string_view wordOf(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    }
    return {};
}

std::string_view Request::queryValue(std::string_view name) const { return find(query, name); }

bool Request::hasQuery(std::string_view name) const
{
    for (const Item &item : query) {
        if (item.first == name)
            return true;
    }
    return false;
}

std::string_view Request::param(std::string_view name) const { return find(params, name); }

Reply Reply::json(int status, const nlohmann::json &value)
{
    // Text that is no UTF-8 must not end the process: it is shown with replacement marks.
    return jsonText(status, value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Reply Reply::jsonText(int status, std::string text)
{
    return Reply{status, {{"Content-Type", "application/json; charset=utf-8"}}, std::move(text)};
}

} // namespace bolt::backend
