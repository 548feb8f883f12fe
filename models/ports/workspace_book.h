// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/session.h"

#include <optional>
#include <vector>

namespace bolt {

class Preferences;

/// The workspaces a person stays signed in to, the one used last first: what a start without arguments opens, and what
/// `--workspace NAME` means. Addresses and public keys only; who is signed in, and the secret, rest in the keychain.
/// What is read back was once written by us, and is checked all the same: the file is anyone's to edit. Main thread.
class WorkspaceBook
{
public:
    static constexpr int most = 50;

    explicit WorkspaceBook(Preferences &preferences)
        : m_preferences(preferences)
    {
    }

    std::vector<Workspace> all() const;
    /// By name, or by address; upper and lower case are the same.
    std::optional<Workspace> find(const QString &nameOrUrl) const;
    /// To the front of the list; an older entry of the same address goes.
    void remember(const Workspace &workspace);
    void forget(const Workspace &workspace);
    /// Host, and the port where it is named.
    static QString nameFor(const QUrl &url);

private:
    void write(const std::vector<Workspace> &list);

    Preferences &m_preferences;
};

} // namespace bolt
