// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// The server's answers to what was asked for. Nothing is said before the answer.
Toasts {
    id: toasts

    required property ActionsScreen actions

    function say(kind: string, verb: string, applied: int, rejected: int, message: string) {
        const words = Words.verb(verb);
        const why = Format.oneLine(message, 240);
        switch (kind) {
        case "applied":
            show(qsTr("%1: done, %Ln row(s)", "", applied).arg(words), "check", false);
            break;
        case "partly":
            show(qsTr("%1: %2 done, %3 refused. %4").arg(words).arg(applied).arg(rejected).arg(why), "alert", true);
            break;
        case "refused":
            show(qsTr("%1 was refused. %2").arg(words).arg(why), "alert", true);
            break;
        case "cancelled":
            show(qsTr("%1 was taken back before it was sent.").arg(words), "info", false);
            break;
        case "expired":
            show(qsTr("%1 could not be sent for 24 hours and was given up.").arg(words), "alert", true);
            break;
        }
    }

    Connections {
        function onAnnounced(kind: string, verb: string, applied: int, rejected: int, message: string) {
            toasts.say(kind, verb, applied, rejected, message);
        }

        target: toasts.actions
    }
}
