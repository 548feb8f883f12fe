// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// The heads of the columns; a click sorts.
Item {
    id: header

    required property JobsView jobs
    required property JobColumns columns
    /// Of the rows: how many of them are selected.
    required property int selected
    /// A person gave a column its width: to be kept.
    signal widthsSettled()
    signal selectAllWanted(bool all)

    component Cell: HeaderCell {
        id: cell

        required property string key

        height: header.height
        z: -x // the edge of a column lies over the head of the next
        visible: width > 0
        sorted: header.jobs.sortKey === key
        descending: header.jobs.sortDescending
        onClicked: header.jobs.sortBy(key)
        Keys.onPressed: event => {
            const way = event.key === Qt.Key_Right ? 1 : event.key === Qt.Key_Left ? -1 : 0;
            event.accepted = way !== 0 && (event.modifiers & Qt.AltModifier) !== 0 && key !== "progress";
            if (event.accepted)
                grip.widen(way * 8);
        }

        ColumnEdge {
            id: grip

            visible: cell.key !== "progress" // it takes what the others leave
            columns: header.columns
            key: cell.key
            columnWidth: cell.width
            onSettled: header.widthsSettled()
        }
    }

    implicitHeight: Theme.tall(32)
    Accessible.role: Accessible.Row
    Accessible.name: qsTr("Column heads")

    RowCheck {
        x: header.columns.edge
        width: header.columns.check
        height: header.height
        on: header.selected > 0 && header.selected >= header.jobs.count
        some: header.selected > 0
        text: qsTr("Select all jobs")
        focusPolicy: Qt.TabFocus
        onClicked: header.selectAllWanted(!on)
    }
    Cell {
        key: "customer"
        x: header.columns.customerX
        width: header.columns.customer
        text: qsTr("Customer")
    }
    Cell {
        key: "package"
        x: header.columns.packageX
        width: header.columns.package_
        text: qsTr("Package")
    }
    Cell {
        key: "progress"
        x: header.columns.progressX
        width: header.columns.progress
        text: qsTr("Progress")
        hint: qsTr("approved · submitted · skipped · failed · needs a person · retry · being submitted now · waiting")
    }
    Cell {
        key: "failed"
        x: header.columns.failedX
        width: header.columns.failed
        text: qsTr("Failed")
        alignRight: true
        hint: qsTr("Failed for good, rejected, or needing a person; a row tells how many of each")
    }
    Cell {
        key: "now"
        x: header.columns.nowAtX
        width: header.columns.nowAt
        text: qsTr("Why", "head of a column: why a job stands as it does")
        hint: qsTr("Where it is, or why not; sorted by who needs a hand first")
    }
    Cell {
        key: "rate"
        x: header.columns.rateX
        width: header.columns.rate
        text: qsTr("/ min", "head of a column: a rate per minute")
        alignRight: true
        hint: qsTr("Submissions of this job that came to an end per minute, mean of the last 10 minutes. With those of jobs that have left the list since, they add up to the mean in the tile.")
    }
    Cell {
        key: "eta"
        x: header.columns.leftX
        width: header.columns.left
        text: qsTr("Left", "time left of a job")
        hint: qsTr("Time left at the speed seen so far, as a range")
    }
    Cell {
        key: "due"
        x: header.columns.slaX
        width: header.columns.sla
        text: qsTr("SLA")
        alignRight: true
        hint: qsTr("Time left until the job is due")
    }
    Cell {
        key: "worker"
        x: header.columns.workerX
        width: header.columns.worker
        text: qsTr("Worker")
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
