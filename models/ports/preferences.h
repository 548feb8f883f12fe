// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

namespace bolt {

/// Small settings that outlive the window (theme, density, geometry, page). Never a secret. Main thread.
class Preferences
{
public:
    virtual ~Preferences() = default;
    virtual QVariant value(const QString &key, const QVariant &fallback = {}) const = 0;
    virtual void setValue(const QString &key, const QVariant &value) = 0;
};

} // namespace bolt
