// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/table_access.h"

#include <algorithm>

namespace bolt::backend {
namespace {

bool holds(const Principal &caller, const std::optional<Role> &needed)
{
    return caller.isService() || (caller.isStaff() && needed && caller.role >= *needed);
}

} // namespace

bool mayRead(const Principal &caller, const TableDef &table)
{
    return table.name == "packages" || holds(caller, table.reader);
}

bool mayInsert(const Principal &caller, const TableDef &table) { return holds(caller, table.inserter); }

bool mayUpdate(const Principal &caller, const TableDef &table) { return holds(caller, table.updater); }

bool mayDelete(const Principal &caller, const TableDef &table) { return holds(caller, table.remover); }

bool mayWriteColumn(const Principal &caller, const TableDef &table, std::string_view column)
{
    return caller.isService() ||
           std::find(table.writable.begin(), table.writable.end(), column) != table.writable.end();
}

} // namespace bolt::backend
