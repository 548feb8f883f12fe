// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace bolt {

/// Roles of contracts/domain.md, from `app_metadata.role` of the access token; absent or unknown: Viewer.
enum class Role : quint8 { Viewer, Support, Manager, Admin };

enum class Permission : quint8 {
    RetrySubmission,
    SkipSubmission,
    VerifySubmission,
    AddNote,
    PauseJob,
    ResumeJob,
    ChangePriority,
    Export,
    ReadAudit,
    CancelJob,
    EditPackage,
    EditDirectory,
    CloseCircuit,
    ChangeCustomerPackage
};

Role roleFromWord(QStringView word);
QString wordOf(Role role);

/// The least role that holds a permission. The server enforces; the desk explains.
Role neededRole(Permission permission);
inline bool may(Role role, Permission permission) { return role >= neededRole(permission); }

} // namespace bolt
