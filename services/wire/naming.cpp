// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/naming.h"

namespace bolt::wire {

std::optional<Table> Naming::find(std::string_view tableName) const
{
    for (size_t i = 0; i < tables.size(); ++i) {
        if (tables[i].name == tableName)
            return static_cast<Table>(i);
    }
    return {};
}

} // namespace bolt::wire
