// SPDX-License-Identifier: GPL-3.0-or-later
// Anchors the doors' meta-objects in one place.
#include "models/ports/action_gateway.h"
#include "models/ports/analytics.h"
#include "models/ports/history.h"
#include "models/ports/link.h"
#include "models/ports/preferences.h"
#include "models/ports/search.h"
#include "models/ports/session.h"
#include "models/ports/when_done.h"
