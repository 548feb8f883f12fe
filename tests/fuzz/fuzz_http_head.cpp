// SPDX-License-Identifier: GPL-3.0-or-later
// Any request line: method, target and version, judged before a handler sees them.
#include "backend/http/request_check.h"

#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    using namespace bolt::backend;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto blank = text.find(' ');
    if (blank == std::string_view::npos)
        return 0;
    Request request;
    const HeadVerdict verdict = checkHead(text.substr(0, blank), text.substr(blank + 1), 11, &request);
    // What is let through has a path that names nothing above it.
    if (verdict.status == 0 &&
        (request.path.find("/../") != std::string::npos || request.path.find('\0') != std::string::npos))
        std::abort();
    return 0;
}
