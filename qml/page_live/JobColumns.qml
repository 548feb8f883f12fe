// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Widths of the table's columns for a width of the table: what matters least goes first. 0: not shown.
QtObject {
    id: columns

    required property real width
    readonly property int edge: 12
    readonly property int rightEdge: 18
    readonly property int between: 10

    readonly property int package_: width >= Theme.scaled(800) ? Theme.scaled(76) : 0
    readonly property int failed: Theme.scaled(46)
    readonly property int nowAt: Theme.scaled(width >= Theme.scaled(800) ? 126 : 104)
    readonly property int rate: width >= Theme.scaled(720) ? Theme.scaled(44) : 0
    readonly property int left: width >= Theme.scaled(560) ? Theme.scaled(width >= Theme.scaled(800) ? 108 : 104) : 0
    readonly property int sla: Theme.scaled(62)
    readonly property int worker: width >= Theme.scaled(1080) ? Theme.scaled(84) : 0

    readonly property int shown: 5 + (package_ > 0 ? 1 : 0) + (rate > 0 ? 1 : 0) + (left > 0 ? 1 : 0) + (worker > 0 ? 1 : 0)
    readonly property real room: Math.max(0, width - edge - rightEdge - (shown - 1) * between - package_ - failed - nowAt - rate - left - sla - worker)
    readonly property int customer: Math.round(Math.min(room * 0.54, Theme.scaled(260)))
    readonly property int progress: Math.round(room) - customer

    readonly property real customerX: edge
    readonly property real packageX: customerX + customer + between
    readonly property real progressX: packageX + (package_ > 0 ? package_ + between : 0)
    readonly property real failedX: progressX + progress + between
    readonly property real nowAtX: failedX + failed + between
    readonly property real rateX: nowAtX + nowAt + between
    readonly property real leftX: rateX + (rate > 0 ? rate + between : 0)
    readonly property real slaX: leftX + (left > 0 ? left + between : 0)
    readonly property real workerX: slaX + sla + between
}
