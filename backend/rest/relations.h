// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/schema.h"
#include "backend/rest/ast.h"
#include "models/domain/result.h"

namespace bolt::backend {

/// The way from `from` that an embed means: by table, constraint or column name. Errors: PGRST200, PGRST201.
Result<const RelationDef *> findRelation(const TableDef &from, const Embed &embed);

} // namespace bolt::backend
