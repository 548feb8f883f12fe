// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link.h"

namespace bolt {

QLatin1StringView phaseWord(LinkPhase phase);

/// What a person would see on the pill, and of each table that is not like the rest what is the matter with it.
QString linkLine(const LinkHealth &health);

/// What the server has of it is not known here, or not all of it yet.
bool isUnread(const LinkHealth &health, Table table);

} // namespace bolt
