// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/link.h"

namespace bolt {

/// The state of the link as plain English lines for a bug report. Addresses lose their user and their query, and
/// anything that looks like a token is blanked: what is in a reason came from elsewhere.
QString diagnosticsText(const LinkHealth &health, Instant now);
QString withoutSecrets(QString text);

} // namespace bolt
