// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bolt {

/// What a row shows while an action on it waits for its answer, by the verb's word: "retry requested …".
QString pendingWords(const QString &verb);

} // namespace bolt
