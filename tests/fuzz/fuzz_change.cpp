// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the payload of a change: refused or read, and a doubtful row carries no record (rule M3).
#include "services/connectors/directory_bolt.h"
#include "services/wire/change.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    using namespace bolt;
    static wire::ChangeDecoder decoder(DirectoryBoltConnector().naming());
    const auto change = decoder.decode({reinterpret_cast<const char *>(data), size});
    if (change && change->isDegraded() && change->row.record)
        std::abort();
    return 0;
}
