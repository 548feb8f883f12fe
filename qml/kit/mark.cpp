// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/mark.h"

#include <QPainter>
#include <QPainterPath>

namespace bolt {
namespace {

void paintHollow(QPainter &painter, const QRectF &box, const QColor &colour, qreal stroke, qreal radius)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, stroke));
    const qreal half = stroke / 2;
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius);
}

void paintFull(QPainter &painter, const QRectF &box, const QColor &colour, qreal radius)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(box, radius, radius);
}

// Signs are drawn in the colour of the ground, so that they look cut out of the square.
void paintSign(QPainter &painter, const QRectF &box, Mark mark, const Palette &palette)
{
    const qreal unit = box.width() / 12;
    QPen pen(palette.canvas, qMax(1.2, 1.4 * unit), Qt::SolidLine, Qt::RoundCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const QPointF c = box.center();
    if (mark == Mark::Failed) {
        const qreal r = 2.2 * unit;
        painter.drawLine(c + QPointF(-r, -r), c + QPointF(r, r));
        painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
    } else if (mark == Mark::Retrying) {
        painter.drawLine(c + QPointF(-0.6 * unit, -2.6 * unit), c + QPointF(-0.6 * unit, 0.8 * unit));
        painter.drawLine(c + QPointF(-0.6 * unit, 0.8 * unit), c + QPointF(2.2 * unit, 0.8 * unit));
    } else if (mark == Mark::Manual) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.canvas);
        painter.drawEllipse(c, 2 * unit, 2 * unit);
    }
}

} // namespace

void paintHatch(QPainter &painter, const QRectF &box, const QColor &colour)
{
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(QPen(colour, 2.1, Qt::SolidLine, Qt::FlatCap));
    const qreal step = 4.2;
    for (qreal x = box.left() - box.height(); x < box.right() + box.height(); x += step)
        painter.drawLine(QPointF(x, box.bottom() + 1), QPointF(x + box.height() + 2, box.top() - 1));
    painter.restore();
}

void paintMark(QPainter &painter, const QRectF &box, Mark mark, const Palette &palette)
{
    const qreal radius = qMin(2.5, box.width() / 5);
    const bool large = box.width() >= 12;
    const qreal stroke = box.width() >= 8 ? 2 : 1.4;
    switch (mark) {
    case Mark::Approved:
        paintFull(painter, box, palette.markApproved, radius);
        break;
    case Mark::Submitted:
        paintHollow(painter, box, palette.markSubmitted, stroke, radius);
        break;
    case Mark::Failed:
        paintFull(painter, box, palette.markFailed, radius);
        break;
    case Mark::Retrying:
        paintFull(painter, box, palette.markRetrying, radius);
        break;
    case Mark::Manual:
        paintFull(painter, box, palette.markManual, box.width() / 2);
        break;
    case Mark::InFlight: {
        painter.save();
        QPainterPath clip;
        clip.addRoundedRect(box, radius, radius);
        painter.setClipPath(clip, Qt::IntersectClip);
        paintHatch(painter, box, palette.markInFlight);
        painter.restore();
        break;
    }
    case Mark::Waiting:
        paintFull(painter, box, palette.markWaiting, radius);
        paintHollow(painter, box, palette.markWaitingEdge, 1, radius);
        break;
    case Mark::Skipped:
        paintFull(painter, QRectF(box.left(), box.center().y() - stroke / 2, box.width(), stroke), palette.markSkipped,
                  0);
        break;
    case Mark::Other:
        paintHollow(painter, box, palette.text, 1, box.width() / 2);
        break;
    }
    if (large)
        paintSign(painter, box, mark, palette);
}

} // namespace bolt
