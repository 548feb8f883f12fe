// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/rules only.

#include "models/domain/result.h"

#include <nlohmann/json.hpp>
#include <string_view>

namespace bolt::backend {

/// Field → reason, collected while checking an input.
class FieldReasons
{
public:
    void add(const std::string &field, const std::string &reason) { m_reasons[field] = reason; }
    bool empty() const { return m_reasons.empty(); }
    /// Invalid `validation`: every field in the message for people, and as a JSON object in `detail`.
    Error error() const;

private:
    nlohmann::json m_reasons = nlohmann::json::object();
};

Error invalid(std::string_view code, std::string_view message);
Error notFound(std::string_view what, std::string_view id);
Error conflict(std::string_view code, std::string_view message);

} // namespace bolt::backend
