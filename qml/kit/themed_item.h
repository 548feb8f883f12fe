// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/kit/theme.h"

#include <QQuickPaintedItem>

namespace bolt {

/// A painted item that repaints when the theme changes and when a value it shows changes, and at no other time.
class ThemedItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit ThemedItem(QQuickItem *parent = nullptr)
        : QQuickPaintedItem(parent)
    {
        setAntialiasing(true);
    }

protected:
    void componentComplete() override;
    const Palette &palette() const { return m_theme ? m_theme->palette() : Palette::dark(); }

    template<class T>
    void assign(T &member, const T &value)
    {
        if (member == value)
            return;
        member = value;
        update();
    }

private:
    Theme *m_theme = nullptr;
};

} // namespace bolt
