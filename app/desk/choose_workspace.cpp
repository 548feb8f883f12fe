// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/choose_workspace.h"

namespace bolt {

Result<Options> chooseWorkspace(Options options, const WorkspaceBook &book)
{
    std::optional<Workspace> chosen;
    if (!options.workspace.isEmpty()) {
        chosen = book.find(options.workspace);
        if (!chosen)
            return Error{Error::Kind::Invalid,
                         QStringLiteral("usage"),
                         QStringLiteral("no workspace called '%1' is remembered; sign in with --url first")
                             .arg(options.workspace),
                         {},
                         0};
    } else if (options.anyWorkspace) {
        const auto known = book.all();
        if (!known.empty())
            chosen = known.front();
    }
    if (chosen) {
        options.embedded = false;
        options.url = chosen->url;
        options.anonKey = chosen->anonKey;
    }
    return options;
}

} // namespace bolt
