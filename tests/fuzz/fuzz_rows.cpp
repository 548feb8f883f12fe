// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the answer to a read; the first byte chooses the table and what was asked for.
#include "services/connectors/directory_bolt.h"
#include "services/wire/rows.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    using namespace bolt;
    if (size == 0)
        return 0;
    static wire::RowsDecoder decoder(DirectoryBoltConnector().naming());
    const auto table = static_cast<Table>(data[0] % tableCount);
    const auto want = data[0] & 0x80 ? wire::RowsDecoder::Want::Versions : wire::RowsDecoder::Want::Records;
    const auto rows = decoder.decode(table, want, {reinterpret_cast<const char *>(data) + 1, size - 1});
    if (!rows)
        return 0;
    for (const wire::Row &row : *rows) {
        if (row.record && row.degraded != wire::Degraded::No)
            std::abort();
        if (row.key && wire::tableOf(*row.key) != table)
            std::abort();
    }
    return 0;
}
