// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace bolt {

class Preferences;

/// How the desk looks; kept in the preferences. Main thread.
class AppearanceScreen final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(ThemeChoice theme READ theme WRITE setTheme NOTIFY themeChanged FINAL)
    Q_PROPERTY(bool dark READ dark NOTIFY themeChanged FINAL)
    Q_PROPERTY(bool systemDark READ systemDark WRITE setSystemDark NOTIFY themeChanged FINAL)
    Q_PROPERTY(Density density READ density WRITE setDensity NOTIFY densityChanged FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged FINAL)
    Q_PROPERTY(int textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
public:
    enum ThemeChoice { System, Light, Dark };
    Q_ENUM(ThemeChoice)
    enum Density { Comfortable, Dense };
    Q_ENUM(Density)

    explicit AppearanceScreen(Preferences &preferences, QObject *parent = nullptr);

    ThemeChoice theme() const { return m_theme; }
    void setTheme(ThemeChoice theme);
    /// What the choice comes to.
    bool dark() const { return m_theme == Dark || (m_theme == System && m_systemDark); }
    bool systemDark() const { return m_systemDark; }
    /// Set by the app when the desktop's own theme is known or changes; not kept.
    void setSystemDark(bool dark);
    Density density() const { return m_density; }
    void setDensity(Density density);
    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);
    /// Percent, 80 … 200.
    int textScale() const { return m_textScale; }
    void setTextScale(int percent);
    /// A language tag (`de`, `pt_BR`); empty: the system's.
    QString language() const { return m_language; }
    void setLanguage(const QString &language);

Q_SIGNALS:
    void themeChanged();
    void densityChanged();
    void reducedMotionChanged();
    void textScaleChanged();
    void languageChanged();

private:
    Preferences &m_preferences;
    ThemeChoice m_theme = System;
    Density m_density = Comfortable;
    QString m_language;
    int m_textScale = 100;
    bool m_reducedMotion = false;
    bool m_systemDark = false;
};

} // namespace bolt
