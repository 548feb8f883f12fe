// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/rest/ast.h"
#include "backend/rest/text_cursor.h"
#include "models/domain/result.h"

#include <string_view>

namespace bolt::backend {

/// `id,order_items(id,sku)`; empty: `*`. Errors: PGRST100.
Result<std::vector<SelectItem>> parseSelect(std::string_view text);
/// `a.desc.nullslast,b`
Result<std::vector<OrderTerm>> parseOrder(std::string_view text);
/// `data->address->>city`; false when there is no name.
bool parseField(TextCursor &cursor, FieldPath *out);

} // namespace bolt::backend
