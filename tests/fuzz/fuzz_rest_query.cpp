// SPDX-License-Identifier: GPL-3.0-or-later
// A request target as a peer wrote it, and its Range behind a line's end, up to the SQL that would be run.
#include "backend/http/target.h"
#include "backend/rest/compile_select.h"
#include "backend/rest/read_query.h"

using namespace bolt::backend;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const std::size_t end = text.find('\n');
    Request request;
    if (!parseTarget("/rest/v1/jobs?" + std::string(text.substr(0, end)), &request))
        return 0;
    if (end != text.npos)
        request.headers.set("Range", std::string(text.substr(end + 1)));
    const auto query = readQuery(request);
    if (!query)
        return 0;
    Principal caller;
    caller.kind = Principal::Kind::Service;
    SelectCompiler compiler(caller, 1000);
    (void)compiler.rows(*schema().find("jobs"), query->wanted);
    (void)compiler.count(*schema().find("jobs"), query->wanted);
    return 0;
}
