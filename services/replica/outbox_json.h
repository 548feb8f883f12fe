// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"

#include <QByteArray>
#include <optional>

namespace bolt {

/// An action as it rests in the outbox: compact JSON with the stable words of verbs and phases, so that a file written
/// by another version stays readable.
QByteArray outboxBody(const ActionStatus &status);
/// Nothing when it cannot be understood; such an action is never sent.
std::optional<ActionStatus> actionFromBody(const QByteArray &body);

} // namespace bolt
