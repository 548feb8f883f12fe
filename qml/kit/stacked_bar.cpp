// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/kit/stacked_bar.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <numeric>

namespace bolt {
namespace {

constexpr qreal thinnest = 2;
constexpr qreal between = 1;

QColor partColour(Mark mark, const Palette &p)
{
    switch (mark) {
    case Mark::Approved:
        return p.markApproved;
    case Mark::Submitted:
        return p.barSubmitted;
    case Mark::Failed:
        return p.markFailed;
    case Mark::Retrying:
        return p.markRetrying;
    case Mark::Manual:
        return p.markManual;
    default:
        return p.markSkipped;
    }
}

} // namespace

StackedBar::StackedBar(QQuickItem *parent)
    : ThemedItem(parent)
{
    setImplicitSize(96, 8);
}

void StackedBar::set(int &member, int value)
{
    if (member == value)
        return;
    assign(member, value);
    Q_EMIT countsChanged();
}

QList<StackedBar::Part> StackedBar::parts(qreal length) const
{
    const std::array<std::pair<Mark, int>, 7> counts{{{Mark::Approved, m_approved},
                                                      {Mark::Submitted, m_submitted},
                                                      {Mark::Skipped, m_skipped},
                                                      {Mark::Failed, m_failed},
                                                      {Mark::Manual, m_manual},
                                                      {Mark::Retrying, m_retrying},
                                                      {Mark::InFlight, m_inFlight}}};
    const int sum = std::accumulate(counts.begin(), counts.end(), 0,
                                    [](int before, const auto &count) { return before + qMax(0, count.second); });
    const int all = qMax(m_total, sum);
    if (all <= 0 || length <= 0)
        return {};
    std::array<qreal, counts.size()> widths{};
    qreal grown = 0;
    qreal spare = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
        const qreal exact = length * qMax(0, counts[i].second) / all;
        widths[i] = counts[i].second > 0 ? qMax(thinnest, exact) : 0;
        grown += widths[i];
        spare += qMax(0.0, widths[i] - 2 * thinnest);
    }
    // What the thin parts were given must come from the thick ones, else a full bar would run over its end.
    const qreal over = qMax(0.0, grown - length);
    QList<Part> parts;
    qreal at = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
        if (widths[i] <= 0)
            continue;
        if (over > 0 && spare > 0)
            widths[i] -= qMin(1.0, over / spare) * qMax(0.0, widths[i] - 2 * thinnest);
        parts.append({counts[i].first, at, qMin(length, at + widths[i])});
        at += widths[i];
    }
    return parts;
}

void StackedBar::paint(QPainter *painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const Palette &p = palette();
    QPainterPath shape;
    shape.addRoundedRect(QRectF(0, 0, width(), height()), 2, 2);
    painter->setClipPath(shape);
    painter->fillRect(QRectF(0, 0, width(), height()), p.markWaiting);
    const QList<Part> all = parts(width());
    for (const Part &part : all) {
        const bool last = part.to >= width();
        const QRectF box(part.from, 0, qMax(1.0, part.to - part.from - (last ? 0 : between)), height());
        if (part.mark == Mark::InFlight)
            paintHatch(*painter, box, p.markInFlight);
        else
            painter->fillRect(box, partColour(part.mark, p));
    }
}

} // namespace bolt
