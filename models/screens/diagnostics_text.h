// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/ports/link.h"

namespace bolt {

/// The state of the link and of the outbox as plain English lines for a bug report. Addresses lose their user and their
/// query, and anything that looks like a token or an e-mail address is blanked: what is in a reason came from
/// elsewhere. Of the outbox only numbers are told: whom an action is about is nobody's business in a bug report.
QString diagnosticsText(const LinkHealth &health, const std::vector<ActionStatus> &outbox, Instant now,
                        const QString &drawnBy = {});
QString withoutSecrets(QString text);

} // namespace bolt
