// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QString>

namespace bolt {

// Numbers, durations and times of day as words, by the default locale and the local time zone; used where models write
// sentences and by the pages' `Format`, so that both say the same. What is unknown is "–".

QString numberWords(double value, int decimals = 0);
/// "41 s", "4 min", "3 h 10", "2 d 4 h": two units at most, so that it can be read at a glance.
QString durationWords(double seconds);
/// "40–55 min", "1 h 40 – 2 h 50".
QString durationRangeWords(double low, double high);
/// "14:02".
QString timeWords(Instant at);
/// "14:02" of the day that `now` is in, "28 Nov, 14:02" of another.
QString momentWords(Instant at, Instant now);
/// The same for columns: of another day the day alone, "28 Nov".
QString briefMomentWords(Instant at, Instant now);
/// A name from outside, cut to `limit` characters and one line, set apart so that its direction turns nothing round.
QString isolated(const QString &name, int limit = 60);

} // namespace bolt
