// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/screens/appearance_screen.h"

#include "models/ports/preferences.h"

#include <algorithm>

namespace bolt {

namespace {

const QString themeKey = QStringLiteral("appearance/theme");
const QString densityKey = QStringLiteral("appearance/density");
const QString motionKey = QStringLiteral("appearance/reducedMotion");
const QString scaleKey = QStringLiteral("appearance/textScale");
const QString languageKey = QStringLiteral("appearance/language");

constexpr int smallest = 80, largest = 200;

} // namespace

AppearanceScreen::AppearanceScreen(Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_language(preferences.value(languageKey).toString())
    , m_textScale(std::clamp(preferences.value(scaleKey, 100).toInt(), smallest, largest))
    , m_reducedMotion(preferences.value(motionKey, false).toBool())
{
    // Kept as words: the numbers of an enum are not a file format.
    const QString theme = preferences.value(themeKey).toString();
    m_theme = theme == u"dark" ? Dark : theme == u"light" ? Light : System;
    m_density = preferences.value(densityKey).toString() == u"dense" ? Dense : Comfortable;
}

void AppearanceScreen::setTheme(ThemeChoice theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    m_preferences.setValue(themeKey, theme == Dark    ? QStringLiteral("dark")
                                     : theme == Light ? QStringLiteral("light")
                                                      : QStringLiteral("system"));
    Q_EMIT themeChanged();
}

void AppearanceScreen::setSystemDark(bool dark)
{
    if (dark == m_systemDark)
        return;
    m_systemDark = dark;
    Q_EMIT themeChanged();
}

void AppearanceScreen::setDensity(Density density)
{
    if (density == m_density)
        return;
    m_density = density;
    m_preferences.setValue(densityKey, density == Dense ? QStringLiteral("dense") : QStringLiteral("comfortable"));
    Q_EMIT densityChanged();
}

void AppearanceScreen::setReducedMotion(bool reduced)
{
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    m_preferences.setValue(motionKey, reduced);
    Q_EMIT reducedMotionChanged();
}

void AppearanceScreen::setTextScale(int percent)
{
    const int scale = std::clamp(percent, smallest, largest);
    if (scale == m_textScale)
        return;
    m_textScale = scale;
    m_preferences.setValue(scaleKey, scale);
    Q_EMIT textScaleChanged();
}

void AppearanceScreen::setLanguage(const QString &language)
{
    if (language == m_language)
        return;
    m_language = language;
    m_preferences.setValue(languageKey, language);
    Q_EMIT languageChanged();
}

} // namespace bolt
