// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Widths of the table's columns for a width of the table: what matters least goes first. 0: not shown. A person's own
// widths hold as long as they leave room for the progress; in a narrower window the table's own come back.
QtObject {
    id: columns

    required property real width
    /// By column, in units of text scale 100 %; what is not in it has the table's own width.
    property var wishes: ({})
    readonly property int edge: 12
    readonly property int between: Theme.scaled(800) > width ? 8 : 10
    readonly property int check: Theme.scaled(16)
    readonly property int more: Theme.tall(24)
    /// Of what stands before the first and behind the last of the widths below.
    readonly property int leftEdge: edge + check + 12
    readonly property int rightEdge: more + 18
    readonly property int leastProgress: 100

    readonly property var wished: arrange(wishes)
    readonly property var usual: arrange({})
    readonly property var widths: wished.progress >= leastProgress ? wished : usual

    function arrange(by: var): var {
        const wide = width >= Theme.scaled(800);
        const of = (name, own) => own > 0 && by[name] > 0 ? Theme.scaled(Math.max(30, Math.min(480, by[name]))) : own;
        const w = {
            package: of("package", wide ? Theme.scaled(76) : 0),
            failed: of("failed", Theme.scaled(52)),
            now: of("now", Theme.scaled(wide ? 178 : 116)),
            rate: of("rate", width >= Theme.scaled(720) ? Theme.scaled(44) : 0),
            eta: of("eta", width >= Theme.scaled(560) ? Theme.scaled(wide ? 108 : 96) : 0),
            due: of("due", Theme.scaled(58)),
            worker: of("worker", width >= Theme.scaled(1080) ? Theme.scaled(84) : 0),
            customer: 0,
            progress: 0
        };
        const shown = 5 + (w.package > 0 ? 1 : 0) + (w.rate > 0 ? 1 : 0) + (w.eta > 0 ? 1 : 0) + (w.worker > 0 ? 1 : 0);
        const taken = w.package + w.failed + w.now + w.rate + w.eta + w.due + w.worker;
        const room = Math.max(0, width - leftEdge - rightEdge - (shown - 1) * between - taken);
        const own = Math.min(room - leastProgress, Math.max(Theme.scaled(130), Math.min(room * 0.54, Theme.scaled(260))));
        w.customer = Math.round(by.customer > 0 ? Theme.scaled(Math.max(80, Math.min(600, by.customer))) : own);
        w.progress = Math.round(room) - w.customer;
        return w;
    }
    // No wider than what the progress and a customer of no wished width can spare: a wish beyond that would take back all
    // of them.
    function wish(name: string, pixels: real) {
        const next = Object.assign({}, wishes);
        const ofCustomer = name === "customer" || wishes.customer > 0 ? 0 : Math.max(0, widths.customer - Theme.scaled(100));
        const most = widths[name] + Math.max(0, widths.progress - leastProgress) + ofCustomer;
        next[name] = Math.floor(Math.min(pixels, most) * 100 / Theme.scaled(100));
        wishes = next;
    }
    function forget(name: string) {
        const next = Object.assign({}, wishes);
        delete next[name];
        wishes = next;
    }

    readonly property int package_: widths.package
    readonly property int failed: widths.failed
    readonly property int nowAt: widths.now
    readonly property int rate: widths.rate
    readonly property int left: widths.eta
    readonly property int sla: widths.due
    readonly property int worker: widths.worker
    readonly property int customer: widths.customer
    readonly property int progress: widths.progress

    readonly property real customerX: leftEdge
    readonly property real packageX: customerX + customer + between
    readonly property real progressX: packageX + (package_ > 0 ? package_ + between : 0)
    readonly property real failedX: progressX + progress + between
    readonly property real nowAtX: failedX + failed + between
    readonly property real rateX: nowAtX + nowAt + between
    readonly property real leftX: rateX + (rate > 0 ? rate + between : 0)
    readonly property real slaX: leftX + (left > 0 ? left + between : 0)
    readonly property real workerX: slaX + sla + between
    readonly property real moreX: width - more - 12
}
