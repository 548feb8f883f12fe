// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Job
import BoltDesk.Screens

// Slides the job's drawer over the page and gives the keyboard back when it goes.
FocusScope {
    id: area

    required property Desk desk
    readonly property bool open: desk.job.open
    /// Where news are told while the drawer covers the page's own place for them.
    readonly property Item lane: open ? (loader.item as JobDrawer)?.newsLane ?? null : null
    signal closed()

    function copyAnswer() {
        (loader.item as JobDrawer)?.copyAnswer();
    }

    property real shown: open ? 1 : 0

    visible: shown > 0
    onOpenChanged: {
        if (open)
            loader.forceActiveFocus(Qt.OtherFocusReason);
        else
            closed();
    }

    // A Loader of Qt 6.4 cannot make a component that is bound to its context, so that the lint cannot see these ids.
    // qmllint disable unqualified
    Behavior on shown {
        NumberAnimation {
            duration: Theme.motion
            easing.type: Easing.OutCubic
        }
    }
    Item {
        id: slide

        x: Math.round((1 - area.shown) * area.width)
        width: parent.width
        height: parent.height
        // The drawer's shadow on the page, as a fall of light to the left.
        Rectangle {
            x: -28
            width: 28
            height: parent.height
            gradient: Gradient {
                orientation: Gradient.Horizontal

                GradientStop {
                    position: 0
                    color: "transparent"
                }
                GradientStop {
                    position: 1
                    color: Qt.rgba(Theme.shadow.r, Theme.shadow.g, Theme.shadow.b, Theme.shadow.a * 0.6)
                }
            }
        }
        // Clicks and wheels end here, not at the page below.
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onWheel: wheel => wheel.accepted = true
        }
        Loader {
            id: loader

            anchors.fill: parent
            active: area.shown > 0
            focus: true
            sourceComponent: JobDrawer {
                job: area.desk.job
                actions: area.desk.actions
                bulk: area.desk.bulk
                connection: area.desk.connection
                onCloseWanted: area.desk.job.close()
                Component.onCompleted: focusFirst()
            }
        }
    }
    // qmllint enable unqualified
}
