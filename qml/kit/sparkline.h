// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/kit/themed_item.h"

#include <QColor>
#include <QList>

namespace bolt {

/// A line without axes: the shape of the last minutes beside a figure. Oldest value first; NaN makes a gap.
class Sparkline : public bolt::ThemedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<qreal> values READ values WRITE setValues NOTIFY valuesChanged FINAL)
    Q_PROPERTY(QColor colour READ colour WRITE setColour NOTIFY colourChanged FINAL)
    /// Whether the bottom is zero (counts) or the least value (rates).
    Q_PROPERTY(bool fromZero READ fromZero WRITE setFromZero NOTIFY valuesChanged FINAL)

public:
    explicit Sparkline(QQuickItem *parent = nullptr);
    QList<qreal> values() const { return m_values; }
    void setValues(const QList<qreal> &values);
    QColor colour() const { return m_colour; }
    void setColour(const QColor &colour);
    bool fromZero() const { return m_fromZero; }
    void setFromZero(bool fromZero);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void valuesChanged();
    void colourChanged();

private:
    QList<qreal> m_values;
    QColor m_colour;
    bool m_fromZero = true;
};

} // namespace bolt
