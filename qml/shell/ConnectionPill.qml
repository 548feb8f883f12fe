// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import BoltDesk.Kit
import BoltDesk.Screens

// The truth about the link in words, shape and colour. Opens its figures.
T.AbstractButton {
    id: pill

    required property ConnectionScreen connection
    /// Little width: what is shown is not told its age here.
    property bool brief: false
    /// What any of its words takes, so that nothing beside it moves when they change.
    readonly property int longest: 35 * 60 * 60 / 3 // 11 h 40 min
    readonly property real slot: Math.ceil(Math.max(...usual().map(text => metrics.advanceWidth(text))) + (brief ? 0 : metrics.advanceWidth(" · " + aged(Format.shortDuration(longest))))) + line.spacing + mark.width + 22
    signal detailsWanted()

    readonly property bool live: connection.phase === ConnectionScreen.Live && !connection.silent
    /// Seconds without a sign of the server. Nobody is called silent before three of them.
    readonly property int silence: !connection.silent ? 0 : Math.max(3, Math.floor((Format.now - connection.silentSinceMs) / 1000))
    readonly property bool cut: connection.phase === ConnectionScreen.Offline || connection.phase === ConnectionScreen.Denied || connection.phase === ConnectionScreen.SignedOut
    /// Of what the server holds nothing is missing here.
    readonly property bool whole: live && connection.fresh && connection.unreadable === 0
    readonly property color tint: whole ? Theme.good : cut ? Theme.bad : Theme.warn

    function words(): string {
        if (connection.silent)
            return silent(silence);
        switch (connection.phase) {
        case ConnectionScreen.Live:
            return connection.unreadable > 0 ? missing(connection.unreadable) : !whole ? qsTr("Partly live", "of some tables no changes arrive") : connection.usualLatencyMs >= 0 ? qsTr("Live · %1", "connection state and round trip").arg(Format.latency(connection.usualLatencyMs)) : qsTr("Live");
        case ConnectionScreen.Offline:
            return connection.retryAtMs > Format.now ? retrying(Math.ceil((connection.retryAtMs - Format.now) / 1000)) : connection.sinceMs > 0 ? qsTr("Offline since %1").arg(Format.time(connection.sinceMs)) : qsTr("Offline");
        case ConnectionScreen.Connecting:
            return qsTr("Connecting …");
        case ConnectionScreen.Joining:
        case ConnectionScreen.AwaitLive:
            return qsTr("Subscribing …");
        case ConnectionScreen.CatchUp:
            return connection.unproven && connection.asOfMs > 0 ? lastChecked(Format.ago(connection.asOfMs, Format.now)) : qsTr("Catching up …");
        case ConnectionScreen.Polling:
            return every(connection.pollSeconds);
        case ConnectionScreen.SignedOut:
            return qsTr("Signed out");
        }
        return qsTr("No access");
    }

    // While the link is down what is shown grows old, and the pill is where one looks.
    function age(): string {
        const usual = connection.phase === ConnectionScreen.Polling ? 2000 * connection.pollSeconds : 10000;
        return !brief && !connection.unproven && !connection.fresh && !live && !connection.silent && connection.asOfMs > 0 && Format.now - connection.asOfMs >= usual ? aged(Format.ago(connection.asOfMs, Format.now)) : "";
    }
    function lastChecked(span: string): string {
        return qsTr("Checked %1 ago", "when all was seen to be right; a span").arg(span);
    }
    function aged(span: string): string {
        return qsTr("data %1 old").arg(span);
    }
    function missing(rows: int): string {
        return qsTr("%Ln row(s) cannot be read", "of all tables", rows);
    }
    function silent(seconds: double): string {
        return qsTr("No answer for %1", "the server does not answer; a span, e.g. 3 s").arg(Format.duration(seconds));
    }
    function every(seconds: double): string {
        return qsTr("Every %1", "how often the server is asked, e.g. 20 s").arg(Format.duration(seconds));
    }
    function retrying(seconds: double): string {
        return qsTr("Reconnecting in %1").arg(Format.duration(seconds));
    }
    function usual(): list<string> {
        return [silent(longest), lastChecked(Format.shortDuration(longest)), retrying(59), missing(99), qsTr("Offline since %1").arg(Format.time(longest * 1000)), qsTr("Subscribing …"), qsTr("Catching up …"), qsTr("Live · %1", "connection state and round trip").arg(Format.latency(999))];
    }

    implicitWidth: line.implicitWidth + 22
    implicitHeight: Theme.tall(26)
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    onClicked: popup.open()

    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Connection: %1").arg(Format.joined([words(), age()], ", "))
    Accessible.description: popup.why()
    Accessible.onPressAction: pill.clicked()
    Keys.onReturnPressed: pill.clicked()
    Keys.onEnterPressed: pill.clicked()

    FontMetrics {
        id: metrics

        font: label.font
    }

    contentItem: Item {
        Row {
            id: line

            anchors.centerIn: parent
            spacing: 7

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.scaled(8)
                height: width
                radius: width / 2
                visible: !pill.cut
                color: pill.whole ? pill.tint : "transparent"
                border.width: pill.whole ? 0 : 2
                border.color: pill.tint
            }
            Icon {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                width: Theme.scaled(14)
                height: width
                visible: pill.cut
                name: pill.connection.phase === ConnectionScreen.Denied ? "lock" : "offline"
                colour: pill.tint
            }
            Label {
                id: label

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, pill.slot - 22 - mark.width - line.spacing)
                text: Format.joined([pill.words(), pill.age()], " · ")
                color: pill.whole ? Theme.text : pill.tint
                font.pixelSize: Theme.fontSmall
                font.weight: Font.Medium
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: height / 2
        color: pill.hovered ? Theme.hovered : "transparent"
        border.color: pill.whole ? Theme.lineStrong : pill.tint

        FocusRing {
            shown: pill.visualFocus
            radius: height / 2
        }
    }

    Hint {
        visible: pill.hovered && !popup.visible && text.length > 0
        text: pill.hovered ? popup.why() : ""
    }
    ConnectionPopup {
        id: popup

        y: pill.height + 8
        x: pill.width - width
        connection: pill.connection
        onDetailsWanted: pill.detailsWanted()
    }
}
