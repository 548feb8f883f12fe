// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/samples.h"

namespace bolt::bench {

/// CPU microseconds of a row on the main thread, in batches of 5,000 as the mailbox hands them over.
struct StoreReport
{
    Samples load;   ///< rows that were not known
    Samples change; ///< rows that were
    Samples floor;  ///< copying the same rows into a hash table by id, and nothing else
    int rows = 0;
};

/// The reference load (500,000 submissions of 2,000 jobs) into a new store, `repetitions` times after one to warm up.
StoreReport measureStore(int repetitions);

QByteArray storeTable(const StoreReport &report);
QByteArray storeJson(const StoreReport &report);

} // namespace bolt::bench
