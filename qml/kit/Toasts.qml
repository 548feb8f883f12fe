// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit

// Short news, after the server's answer, in a lane of their own: the newest in sight, how many more behind it. Bad news
// stays until it is closed. The lane may be low and wide or high and narrow; nothing of it reaches beyond.
Item {
    id: toasts

    /// As many are kept: beyond that the oldest good ones go first.
    readonly property int limit: 20
    property int at: 0
    readonly property bool shown: news.count > 0
    /// Something was said a moment ago.
    readonly property bool speaking: shown && speech.running
    readonly property bool low: height < Theme.tall(46)

    function show(text: string, iconName: string, bad: bool) {
        news.insert(0, {
            words: text,
            sign: iconName,
            isBad: bad
        });
        at = 0;
        if (news.count > limit)
            news.remove(oldest());
        fill();
        fade.restart();
        speech.restart();
    }
    function oldest(): int {
        for (let i = news.count - 1; i > 0; --i) {
            if (!news.get(i).isBad)
                return i;
        }
        return news.count - 1;
    }
    function close() {
        news.remove(at);
        fill();
    }
    function next() {
        at = (at + 1) % news.count;
        fill();
        fade.restart();
    }
    function fill() {
        at = Math.max(0, Math.min(at, news.count - 1));
        const it = news.count > 0 ? news.get(at) : null;
        toast.words = it?.words ?? "";
        toast.sign = it?.sign ?? "";
        toast.isBad = it?.isBad ?? false;
    }

    ListModel {
        id: news
    }
    Timer {
        id: speech

        interval: 3000
    }
    // Good news go when they had their time; every new one gives those behind it as much again.
    Timer {
        id: fade

        interval: 6000
        onTriggered: {
            if (pointer.hovered) {
                restart();
                return;
            }
            for (let i = news.count - 1; i >= 0; --i) {
                if (!news.get(i).isBad)
                    news.remove(i);
            }
            toasts.fill();
        }
    }
    Rectangle {
        id: toast

        property string words: ""
        property string sign: ""
        property bool isBad: false

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(parent.width, Theme.scaled(520))
        height: Math.min(parent.height, Theme.tall(toasts.low ? 30 : 52))
        radius: Theme.radius
        visible: toasts.shown
        color: Theme.raised
        border.color: isBad ? Theme.bad : Theme.lineStrong

        Accessible.role: Accessible.AlertMessage
        Accessible.name: words

        Icon {
            id: sign

            x: Theme.pad
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.icon
            height: Theme.icon
            name: toast.sign
            colour: toast.isBad ? Theme.bad : Theme.good
        }
        Label {
            id: body

            x: sign.x + sign.width + 10
            width: tail.x - x - 8
            height: parent.height
            text: toast.words
            font.pixelSize: Theme.fontSmall
            wrapMode: Text.Wrap
            maximumLineCount: toasts.low ? 1 : 2
            Accessible.ignored: true

            HoverHandler {
                id: pointer
            }
            Hint {
                visible: pointer.hovered && body.truncated
                text: body.text
            }
        }
        Row {
            id: tail

            anchors.right: parent.right
            anchors.rightMargin: 6
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            Button {
                kind: Button.Quiet
                visible: news.count > 1
                implicitHeight: Math.min(Theme.tall(24), toast.height - 4)
                leftPadding: 6
                rightPadding: 6
                font.pixelSize: Theme.fontSmall
                text: qsTr("%1 of %2", "which of several news is shown").arg(toasts.at + 1).arg(news.count)
                hint: qsTr("Next")
                Accessible.name: qsTr("Next of %Ln message(s)", "", news.count)
                onClicked: toasts.next()
            }
            IconButton {
                anchors.verticalCenter: parent.verticalCenter
                side: Math.min(Theme.tall(24), toast.height - 4)
                iconName: "close"
                text: qsTr("Dismiss")
                onClicked: toasts.close()
            }
        }
    }
}
