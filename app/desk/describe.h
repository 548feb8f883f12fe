// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

class QObject;

namespace bolt {

/// What an object shows to QML, as JSON: its own properties by name; screens are followed, of a model the first
/// `maxRows` rows by role name. Only what is on screen is reachable this way, so no secret is. Main thread.
QJsonObject describe(const QObject &object, int maxRows = 100);

} // namespace bolt
