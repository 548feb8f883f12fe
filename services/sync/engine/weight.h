// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace bolt::sync {

/// What one row adds to the checksum of its table, as `boltdesk_checksum` has it (resources/supabase/live.sql and the
/// backend). Of the version alone: versions are drawn from one sequence, so one names its row and the write as well.
/// The square, for a sum of the versions themselves is equal as soon as one goes up by what another goes down. Nothing
/// but integers, so it costs the server little more than the count, and the desk nothing that shows.
constexpr qint64 weightOf(qint64 version)
{
    const qint64 rest = version % 2'147'483'647; // so that the square fits
    return rest * rest % 4'294'967'291;
}

} // namespace bolt::sync
