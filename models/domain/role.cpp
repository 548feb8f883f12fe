// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/role.h"

namespace bolt {

Role roleFromWord(QStringView word)
{
    if (word == u"admin")
        return Role::Admin;
    if (word == u"manager")
        return Role::Manager;
    if (word == u"support")
        return Role::Support;
    return Role::Viewer;
}

QString wordOf(Role role)
{
    switch (role) {
    case Role::Viewer:
        return QStringLiteral("viewer");
    case Role::Support:
        return QStringLiteral("support");
    case Role::Manager:
        return QStringLiteral("manager");
    case Role::Admin:
        return QStringLiteral("admin");
    }
    return {};
}

Role neededRole(Permission permission)
{
    using enum Permission;
    switch (permission) {
    case RetrySubmission:
    case SkipSubmission:
    case VerifySubmission:
    case AddNote:
        return Role::Support;
    case PauseJob:
    case ResumeJob:
    case ChangePriority:
    case Export:
    case ReadAudit:
        return Role::Manager;
    case CancelJob:
    case EditPackage:
    case EditDirectory:
    case CloseCircuit:
    case ChangeCustomerPackage:
        return Role::Admin;
    }
    return Role::Admin;
}

} // namespace bolt
