// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/kit/palette.h"

#include <QRectF>

class QPainter;

namespace bolt {

/// The buckets of a job's submissions, in the order of JobCounts::Bucket (asserted where both are known).
enum class Mark : quint8 { Approved, Submitted, Failed, Retrying, Manual, InFlight, Waiting, Skipped, Other };
inline constexpr int markCount = 9;

/// Paints one state as colour and shape: full, hollow, cross, hands of a clock, point, hatch, faint, dash. From 12 px
/// on the signs are cut into the square; below, only forms that survive the size are used.
void paintMark(QPainter &painter, const QRectF &box, Mark mark, const Palette &palette);
/// The 45° hatch of what is under way.
void paintHatch(QPainter &painter, const QRectF &box, const QColor &colour);

} // namespace bolt
