// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/seed only.

#include "backend/seed/picks.h"

#include <string>

namespace bolt::backend {

struct MadeName
{
    std::string shown;
    std::string domain; ///< ASCII, unique by its number
};

/// The `index`-th company. Some are written in other scripts, and one is hostile: what shows it must show it as text.
MadeName companyName(Picks &picks, int index);
/// The `index`-th web directory, with its category.
MadeName directoryName(Picks &picks, int index, std::string *category);
std::string businessData(Picks &picks, const MadeName &company);

} // namespace bolt::backend
