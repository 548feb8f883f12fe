// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace bolt {

/// So much of a text is read, and no more comes of it: units of UTF-16.
inline constexpr qsizetype mostFolded = 4096;
/// Of the rules below. What was folded by others is folded again.
inline constexpr int foldingVersion = 1;

/// A text as it is looked for: no capitals, no accents, one way of writing what can be written in several ("Café" and
/// "CAFE", "Łódź" and "lodz", "straße" and "strasse", "ﬁn" and "fin", dashes, quotes, blanks). Both sides of a
/// comparison are folded. What makes another letter of a letter stays: the signs of vowels in Indic scripts, the
/// voicing of kana. Idempotent, also for any part of what it answers. Any thread.
QString folded(QStringView text);

} // namespace bolt
