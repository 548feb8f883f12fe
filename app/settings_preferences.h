// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/preferences.h"

#include <QSettings>
#include <QVariantMap>

namespace bolt {

/// Preferences in the platform's own settings store, the desk's also in its headless sister; a forgetful one lives in
/// memory.
class SettingsPreferences final : public Preferences
{
public:
    explicit SettingsPreferences(bool forgetful)
        : m_forgetful(forgetful)
        , m_settings(QStringLiteral("BoltDesk"), QStringLiteral("BoltDesk"))
    {
    }

    QVariant value(const QString &key, const QVariant &fallback = {}) const override
    {
        return m_forgetful ? m_memory.value(key, fallback) : m_settings.value(key, fallback);
    }
    void setValue(const QString &key, const QVariant &value) override
    {
        if (m_forgetful)
            m_memory.insert(key, value);
        else
            m_settings.setValue(key, value);
    }

private:
    bool m_forgetful;
    QSettings m_settings;
    QVariantMap m_memory;
};

} // namespace bolt
