// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/options.h"
#include "models/ports/workspace_book.h"

namespace bolt {

/// Which workspace a start means. Named by address: that one. By name: the remembered one of that name, else a usage
/// error. Nothing said: the one used last, so that its copy is on screen at once; on a desk that remembers none, the
/// embedded backend.
Result<Options> chooseWorkspace(Options options, const WorkspaceBook &book);

} // namespace bolt
