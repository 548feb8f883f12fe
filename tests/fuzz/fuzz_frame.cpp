// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a text frame: refused or read, never more; what was read can be written and reads the same again.
#include "services/wire/frame.h"

#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    using namespace bolt::wire;
    static FrameDecoder decoder, again;
    const auto frame = decoder.decode({reinterpret_cast<const char *>(data), size});
    if (!frame)
        return 0;
    const std::string topic(frame->topic), event(frame->event);
    const QByteArray written = encodeFrame(frame->joinRef, frame->ref.value_or("1"), topic, event, frame->payload);
    const auto same = again.decode({written.constData(), size_t(written.size())});
    if (!same || same->topic != topic || same->event != event || same->payload != frame->payload)
        std::abort();
    return 0;
}
