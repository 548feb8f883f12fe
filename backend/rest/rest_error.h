// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"
#include "models/domain/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace bolt::backend {

/// An error as PostgREST words it (contracts/supabase.md §3.4).
struct RestError
{
    int status = 400;
    std::string code;
    std::string message;
    std::optional<std::string> details;
    std::optional<std::string> hint;
};

Reply restReply(const RestError &error);

/// RestErrors travel in Results: code, message, and the rest in `detail`.
Error asError(const RestError &error);
RestError asRestError(const Error &error);

RestError parseFailed(std::string_view what, std::string_view text);
RestError unknownColumn(const std::string &table, const std::string &column);
RestError unknownTable(const std::string &table);
RestError unknownFunction(std::string_view name);
RestError unknownRelation(const std::string &from, const std::string &to);
/// 401 for a caller without an account, 403 for one with.
RestError denied(const std::string &table, bool signedIn);

} // namespace bolt::backend
