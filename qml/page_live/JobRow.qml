// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// One active job. Fixed height; made for reuse: everything it shows is bound to its roles.
Item {
    id: row

    required property int index
    required property string jobId
    required property string customer
    required property string packageName
    required property int state
    required property string stateWord
    required property int approved
    required property int submitted
    required property int failed
    required property int retrying
    required property int manual
    required property int inFlight
    required property int skipped
    required property bool countsComplete
    required property int total
    required property int done
    required property int failedCount
    required property int standing
    required property string why
    required property double ratePerMin
    required property int leftKind
    required property string leftWords
    required property double dueMs
    required property string worker
    required property string pendingVerb
    required property string refused
    required property var odd
    required property bool gone

    required property JobColumns columns
    property bool current: false
    property bool opened: false
    property bool selected: false
    property bool focusShown: false
    readonly property bool hovered: pointer.hovered
    /// What a pointer here should be told, and beside what; the table has one hint for all rows.
    readonly property Item tipOf: namePointer.hovered && (nameLabel.truncated || doubts.length > 0) ? nameLabel : nowPointer.hovered && nowLabel.truncated ? nowLabel : slaPointer.hovered && (dueMs > 0 || doubt("sla").length > 0) ? slaLabel : failedPointer.hovered && failedCount > 0 ? failedLabel : null
    readonly property string tip: tipOf === nameLabel ? Format.joined([nameLabel.truncated ? nameLabel.text : "", doubts], "\n") : tipOf === nowLabel ? nowLabel.text : tipOf === slaLabel ? doubt("sla") || qsTr("due %1").arg(Format.absolute(dueMs)) : tipOf === failedLabel ? failedWords() : ""
    signal clicked(int modifiers)
    signal doubleClicked()
    signal checked()
    signal menuWanted()

    /// What of it could not be read; the cells say "?".
    readonly property string doubts: doubt("all")
    readonly property string whyWords: gone ? Words.jobState(state, stateWord) : Format.oneLine(why, 120)
    readonly property int whyTone: gone ? Words.Neutral : Words.standingTone(standing)

    function doubt(cell: string): string {
        return odd[cell] ?? "";
    }
    function marked(cell: string, text: string): string {
        return doubt(cell).length > 0 ? "?" : text;
    }
    // What the figure is made of; the buttons name their own part of it.
    function failedWords(): string {
        if (!countsComplete)
            return qsTr("%Ln failed", "submissions", failedCount);
        const parts = [failed > 0 ? qsTr("%Ln failed for good or rejected", "submissions", failed) : "", manual > 0 ? qsTr("%Ln need a person", "submissions", manual) : ""];
        return Format.joined([Format.joined(parts, " + "), retrying > 0 ? qsTr("%Ln more will be tried again by themselves", "submissions", retrying) : ""], " · ");
    }
    function spoken(): string {
        const row = qsTr("%1, %2, %3 of %4 done, %5 failed, %6, left %7, SLA %8", "a row as it is spoken: customer, package, …, why it stands so").arg(Format.name(Words.customer(customer))).arg(packageName).arg(done).arg(total).arg(failedCount).arg(whyWords).arg(leftWords).arg(Format.left(dueMs, Format.viewNow));
        return Format.joined([row, doubts], ", ");
    }

    implicitHeight: Theme.rowHeight
    opacity: gone ? 0.55 : 1

    Accessible.role: Accessible.Row
    Accessible.name: Spoken.active ? spoken() : ""
    Accessible.selectable: true
    Accessible.selected: selected || opened
    Accessible.focusable: true
    Accessible.focused: focusShown
    Accessible.onPressAction: row.doubleClicked()

    component Cell: Label {
        y: 0
        height: row.height
        visible: width > 0
        Accessible.ignored: true
    }

    Rectangle {
        anchors.fill: parent
        anchors.bottomMargin: 1
        color: row.opened || row.selected || row.current ? Theme.selected : row.hovered ? Theme.hovered : "transparent"
    }
    Rectangle {
        width: 2
        height: parent.height - 1
        visible: row.opened || row.selected
        color: Theme.accent
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
        color: Theme.line
        opacity: 0.6
    }
    Rectangle {
        anchors.fill: parent
        anchors.bottomMargin: 1
        visible: row.focusShown
        color: "transparent"
        border.width: 2
        border.color: Theme.accent
        radius: 3
    }
    Left {
        id: sla

        at: row.dueMs
    }
    HoverHandler {
        id: pointer
    }
    TapHandler {
        acceptedModifiers: Qt.KeyboardModifierMask
        onTapped: (point, button) => row.clicked(point.modifiers)
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: row.menuWanted()
    }

    RowCheck {
        x: row.columns.edge
        width: row.columns.check
        height: row.height
        on: row.selected
        text: qsTr("Select %1", "a job, by its customer").arg(Format.name(Words.customer(row.customer)))
        onClicked: row.checked()
    }
    Cell {
        id: nameLabel

        x: row.columns.customerX
        width: row.columns.customer
        text: (row.doubts.length > 0 ? "? " : "") + Format.oneLine(Words.customer(row.customer), 120)
        color: row.doubts.length > 0 ? Theme.warn : Theme.text
        font.weight: row.opened ? Font.Medium : Font.Normal

        HoverHandler {
            id: namePointer
        }
    }
    Cell {
        x: row.columns.packageX
        width: row.columns.package_
        text: row.marked("package", Format.oneLine(row.packageName, 40))
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
    }
    StackedBar {
        x: row.columns.progressX
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, row.columns.progress - (counted.visible ? counted.width + 6 : 0))
        height: 8
        approved: row.countsComplete ? row.approved : row.done
        submitted: row.countsComplete ? row.submitted : 0
        failed: row.countsComplete ? row.failed : row.failedCount
        manual: row.countsComplete ? row.manual : 0
        retrying: row.countsComplete ? row.retrying : 0
        inFlight: row.countsComplete ? row.inFlight : 0
        skipped: row.countsComplete ? row.skipped : 0
        total: row.total
    }
    ChangeTint {
        anchors.fill: counted
        ofId: row.jobId
        value: row.done + "/" + row.total
    }
    Cell {
        id: counted

        x: row.columns.progressX + row.columns.progress - width
        width: Theme.scaled(row.total >= 1000 ? 80 : 56)
        visible: row.columns.progress >= Theme.scaled(100)
        horizontalAlignment: Text.AlignRight
        text: row.marked("progress", Format.number(row.done) + "/" + Format.number(row.total))
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
    }
    ChangeTint {
        anchors.fill: failedLabel
        ofId: row.jobId
        value: String(row.failedCount)
    }
    ChangeTint {
        anchors.fill: nameLabel
        ofId: row.jobId
        value: row.stateWord
    }
    Cell {
        id: failedLabel

        x: row.columns.failedX
        width: row.columns.failed
        horizontalAlignment: Text.AlignRight
        text: row.marked("failed", row.failedCount > 0 ? Format.number(row.failedCount) : "–")
        color: row.failedCount > 0 && row.failedCount >= row.total * 0.05 ? Theme.bad : row.failedCount > 0 ? Theme.text : Theme.muted

        HoverHandler {
            id: failedPointer
        }
    }
    Row {
        x: row.columns.nowAtX
        height: row.height
        width: row.columns.nowAt
        spacing: 5

        Icon {
            id: nowIcon

            anchors.verticalCenter: parent.verticalCenter
            width: Theme.scaled(13)
            height: width
            visible: name.length > 0
            name: row.pendingVerb.length > 0 ? "clock" : row.refused.length > 0 ? "alert" : row.gone ? "" : Words.standingIcon(row.standing)
            colour: nowLabel.color
        }
        ToneLabel {
            id: nowLabel

            height: parent.height
            width: parent.width - (nowIcon.visible ? nowIcon.width + 5 : 0)
            text: row.pendingVerb.length > 0 ? Words.verbPending(row.pendingVerb) : row.refused.length > 0 ? qsTr("refused: %1").arg(Format.oneLine(row.refused, 120)) : row.whyWords
            tone: row.pendingVerb.length > 0 ? Words.Submitted : row.refused.length > 0 ? Words.Bad : row.whyTone
            neutral: Theme.muted
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true

            HoverHandler {
                id: nowPointer
            }
        }
    }
    Cell {
        x: row.columns.rateX
        width: row.columns.rate
        horizontalAlignment: Text.AlignRight
        text: row.gone ? "–" : Format.number(row.ratePerMin, 1)
        color: row.ratePerMin > 0 ? Theme.text : Theme.muted
    }
    Cell {
        x: row.columns.leftX
        width: row.columns.left
        text: row.leftWords
        color: row.standing === JobsView.Stuck ? Theme.warn : Theme.muted
        font.pixelSize: Theme.fontSmall
    }
    Cell {
        id: slaLabel

        x: row.columns.slaX
        width: row.columns.sla
        horizontalAlignment: Text.AlignRight
        text: row.marked("sla", sla.text)
        color: sla.soon ? Theme.bad : Theme.text
        font.weight: sla.over ? Font.DemiBold : Font.Normal

        HoverHandler {
            id: slaPointer
        }
    }
    Cell {
        x: row.columns.workerX
        width: row.columns.worker
        text: row.marked("worker", row.worker.length > 0 ? Format.oneLine(row.worker, 40) : "–")
        color: Theme.muted
        font.pixelSize: Theme.fontSmall
    }
}
