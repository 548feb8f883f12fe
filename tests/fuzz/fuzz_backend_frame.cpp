// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes that a client may send to the embedded backend's socket, in both serializations and as binary.
#include "backend/realtime/frame.h"

#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    using namespace bolt::backend;
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    for (const Vsn vsn : {Vsn::V1, Vsn::V2}) {
        if (const auto frame = decodeText(vsn, bytes))
            (void)encodeText(vsn, frame->joinRef, frame->ref, frame->topic, frame->event,
                             frame->payload.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    if (const auto broadcast = decodeBinary(bytes))
        (void)encodeUserBroadcast(*broadcast);
    return 0;
}
