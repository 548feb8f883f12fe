// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// The server's answers to what was asked for, and why something could not even be asked. Nothing is said before the answer.
Toasts {
    id: toasts

    required property ActionsScreen actions
    required property BulkScreen bulk
    required property HeldScreen held

    function say(kind: string, verb: string, applied: int, rejected: int, message: string) {
        const words = Words.verb(verb);
        const why = Format.oneLine(message, 240);
        switch (kind) {
        case "applied":
            show(Words.done(verb, applied), "check", false);
            break;
        case "partly":
            show(qsTr("%1: %2 done, %3 refused. %4").arg(words).arg(applied).arg(rejected).arg(why), "alert", true);
            break;
        case "refused":
            show(qsTr("%1 was refused. %2").arg(words).arg(why), "alert", true);
            break;
        case "cancelled":
            show(qsTr("Undone: %1", "name of an action").arg(words), "info", false);
            break;
        case "expired":
            show(qsTr("%1 couldn't be sent for 24 hours and was dropped.").arg(words), "alert", true);
            break;
        }
    }

    function sayBulk(kind: string, verb: string, applied: int, refused: int, untouched: int) {
        if (kind === "aborted" && applied + refused === 0)
            return show(qsTr("Undone: %1", "name of an action").arg(Words.asked(verb, untouched)), "info", false);
        const left = kind === "aborted" ? qsTr("%Ln left untouched", "", untouched) : kind === "expired" ? qsTr("%Ln expired without being sent", "", untouched) : "";
        const came = Format.joined([Words.done(verb, applied), refused > 0 ? qsTr("%Ln refused", "", refused) : "", left], ", ");
        const bad = refused > 0 || kind === "expired";
        show(came, bad ? "alert" : "check", bad);
    }

    function sayWhyNot(verb: string, why: string) {
        show(Words.cannot(verb, why), "info", false);
    }

    Connections {
        function onAnnounced(kind: string, verb: string, applied: int, rejected: int, message: string) {
            toasts.say(kind, verb, applied, rejected, message);
        }
        function onDenied(verb: string, why: string) {
            toasts.sayWhyNot(verb, why);
        }

        target: toasts.actions
    }
    // It lets news have their say, but not while a person is at its button.
    HoldToast {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(parent.width, Theme.scaled(520))
        height: Math.min(parent.height, Theme.tall(toasts.low ? 30 : 52))
        low: toasts.low
        visible: held.count > 0 && (pointed || !toasts.speaking)
        held: toasts.held
    }

    Connections {
        function onDenied(verb: string, why: string) {
            toasts.sayWhyNot(verb, why);
        }
        function onAnnounced(kind: string, verb: string, applied: int, refused: int, untouched: int) {
            toasts.sayBulk(kind, verb, applied, refused, untouched);
        }

        target: toasts.bulk
    }
}
