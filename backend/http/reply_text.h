// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/request.h"

#include <string>
#include <string_view>

namespace bolt::backend {

struct ReplyForm
{
    bool keepAlive = true;
    bool headOnly = false; ///< answers HEAD: the length of the body, but not the body
    bool http10 = false;
    std::string_view serverName;
    std::string_view date; ///< RFC 7231 date
};

/// The bytes of an answer, head and body. Control bytes in fields become spaces, so that data can never begin a new
/// field.
std::string textOf(const Reply &reply, const ReplyForm &form);

std::string_view reasonOf(int status);

/// "Sat, 21 Nov 2026 07:55:27 GMT" of now.
std::string httpDate();

} // namespace bolt::backend
