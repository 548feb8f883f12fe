// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// The link at a glance; the System page has the rest.
T.Popup {
    id: popup

    required property ConnectionScreen connection
    /// Some tables stand apart while the rest is live.
    readonly property bool partly: connection.polledTables.length + connection.deniedTables.length > 0
    signal detailsWanted()

    // Nothing is worded for a popup that is closed: these figures go on all the time.

    /// Of the last answer, and how long that is ago.
    function roundTrip(): string {
        if (connection.latencyMs < 0 || connection.latencyAtMs <= 0)
            return Format.latency(connection.latencyMs);
        return qsTr("%1, %2 ago", "round trip, and when it was measured").arg(Format.latency(connection.latencyMs)).arg(Format.ago(connection.latencyAtMs, Format.now));
    }

    /// What is not live; nothing when all is well.
    function lack(): string {
        if (connection.phase === ConnectionScreen.Polling)
            return qsTr("No live updates: the server is asked every %1.").arg(Format.duration(connection.pollSeconds));
        if (!partly)
            return connection.phase === ConnectionScreen.Live ? "" : Words.linkPhase(connection.phase);
        const denied = connection.deniedTables.length === 0 ? "" : qsTr("%1: cannot be read", "names of tables").arg(Words.tables(connection.deniedTables));
        const polled = connection.polledTables.length === 0 ? "" : qsTr("%1: no live updates, read every %2", "names of tables, a span").arg(Words.tables(connection.polledTables)).arg(Format.duration(connection.pollSeconds));
        return Format.joined([denied, polled], "\n");
    }
    /// Why, and when that is tried again.
    function details(): string {
        if (connection.phase === ConnectionScreen.Live)
            return "";
        const next = connection.retryAtMs > Format.now ? qsTr("Next try in %1.", "to get live updates again").arg(Format.duration(Math.ceil((connection.retryAtMs - Format.now) / 1000))) : "";
        return Format.joined([Format.oneLine(connection.reason, 200), next], "\n");
    }
    function why(): string {
        return Format.joined([lack(), details()], "\n");
    }

    component Reading: Item {
        id: reading

        property string label
        property string value

        width: parent ? parent.width : 0
        height: Theme.scaled(24)
        Accessible.role: Accessible.StaticText
        Accessible.name: label + ": " + value

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width * 0.5
            text: reading.label
            color: Theme.muted
            Accessible.ignored: true
        }
        Label {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width * 0.5
            horizontalAlignment: Text.AlignRight
            text: reading.value
            Accessible.ignored: true
        }
    }

    width: Theme.scaled(300)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: 14
    margins: 8
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside | T.Popup.CloseOnPressOutsideParent

    contentItem: Column {
        spacing: 2

        Label {
            width: parent.width
            bottomPadding: 4
            text: popup.connection.silent ? qsTr("The server does not answer. What you see is as of %1.").arg(Format.clock(popup.connection.asOfMs)) : popup.partly ? qsTr("Changes do not arrive for all tables") : popup.connection.phase === ConnectionScreen.Live ? qsTr("Changes arrive as they happen") : popup.visible ? popup.lack() : Words.linkPhase(popup.connection.phase)
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            maximumLineCount: 6
        }
        Label {
            width: parent.width
            bottomPadding: 4
            visible: text.length > 0
            text: !popup.visible ? "" : popup.connection.phase === ConnectionScreen.Live ? popup.lack() : popup.details()
            color: popup.connection.phase === ConnectionScreen.Live ? Theme.warn : Theme.muted
            wrapMode: Text.Wrap
            maximumLineCount: 6
        }
        Reading {
            label: qsTr("Response time")
            value: popup.visible ? popup.roundTrip() : ""
        }
        Reading {
            label: qsTr("Events per second")
            value: popup.visible ? Format.number(popup.connection.eventsPerSecond, 1) : ""
        }
        Reading {
            label: qsTr("Last event")
            value: !popup.visible ? "" : popup.connection.lastEventMs > 0 ? qsTr("%1 ago").arg(Format.ago(popup.connection.lastEventMs, Format.now)) : "–"
        }
        Reading {
            label: qsTr("Reconnects")
            value: popup.visible ? Format.number(popup.connection.reconnects) : ""
        }
        Reading {
            label: qsTr("Data as of")
            value: !popup.visible ? "" : popup.connection.asOfMs > 0 ? Format.clock(popup.connection.asOfMs) : qsTr("never loaded")
        }
        Reading {
            label: qsTr("Local copy")
            value: !popup.visible ? "" : popup.connection.replicaBytes >= 0 ? Format.bytes(popup.connection.replicaBytes) : qsTr("in memory only")
        }
        Item {
            width: 1
            height: 8
        }
        Row {
            spacing: 8

            Button {
                focus: true
                text: qsTr("All diagnostics")
                onClicked: {
                    popup.close();
                    popup.detailsWanted();
                }
            }
            Button {
                kind: Button.Quiet
                iconName: "retry"
                text: qsTr("Try now")
                visible: popup.connection.phase !== ConnectionScreen.Live || popup.connection.silent || popup.partly
                onClicked: popup.connection.refresh()
            }
        }
    }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.lineStrong
        radius: Theme.radius + 2

        Shade {}
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.motion
        }
    }
}
