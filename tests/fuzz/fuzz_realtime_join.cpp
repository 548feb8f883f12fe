// SPDX-License-Identifier: GPL-3.0-or-later
// A join as a peer wrote it, up to the filters that are bound to a table.
#include "backend/realtime/binding.h"
#include "backend/realtime/frame.h"
#include "backend/realtime/join_config.h"

using namespace bolt::backend;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    Principal caller;
    caller.kind = Principal::Kind::Service;
    for (const Vsn vsn : {Vsn::V1, Vsn::V2}) {
        const auto frame = decodeText(vsn, bytes);
        if (!frame)
            continue;
        const auto join = readJoin(frame->payload);
        if (!join)
            continue;
        for (const auto &sent : join->bindings) {
            Binding binding(sent);
            (void)binding.echo();
            (void)binding.subscribe(caller);
        }
    }
    return 0;
}
