// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/sparkline.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace bolt {

Sparkline::Sparkline(QQuickItem *parent)
    : ThemedItem(parent)
{
    setImplicitSize(56, 22);
}

void Sparkline::setValues(const QList<qreal> &values)
{
    if (m_values == values)
        return;
    assign(m_values, values);
    Q_EMIT valuesChanged();
}

void Sparkline::setColour(const QColor &colour)
{
    if (m_colour == colour)
        return;
    assign(m_colour, colour);
    Q_EMIT colourChanged();
}

void Sparkline::setFromZero(bool fromZero)
{
    if (m_fromZero == fromZero)
        return;
    assign(m_fromZero, fromZero);
    Q_EMIT valuesChanged();
}

void Sparkline::paint(QPainter *painter)
{
    qreal low = m_fromZero ? 0 : INFINITY;
    qreal high = -INFINITY;
    for (const qreal value : std::as_const(m_values)) {
        if (!std::isfinite(value))
            continue;
        low = qMin(low, value);
        high = qMax(high, value);
    }
    if (m_values.size() < 2 || !std::isfinite(high))
        return;
    // A flat series is a line in the middle (or on the ground, if it is all zero), never a division by nothing.
    const qreal span = high - low;
    const qreal top = 2;
    const qreal room = height() - 2 * top;
    const qreal stepX = (width() - 4) / (m_values.size() - 1);
    QPainterPath line;
    bool open = false;
    QPointF last;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const qreal value = m_values.at(i);
        if (!std::isfinite(value)) {
            open = false;
            continue;
        }
        const qreal share = span > 0 ? (value - low) / span : (m_fromZero && high == 0 ? 0 : 0.5);
        last = QPointF(1 + stepX * i, top + room * (1 - share));
        open ? line.lineTo(last) : line.moveTo(last);
        open = true;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(line);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_colour);
    painter->drawEllipse(last, 2, 2);
}

} // namespace bolt
