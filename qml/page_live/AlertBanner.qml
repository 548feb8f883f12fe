// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Tables

// One thing that is wrong, in a sentence, with the one action that answers it.
Banner {
    id: banner

    required property string key
    required property int kind
    required property int severity
    required property string subject
    required property int n
    required property int of
    required property string code
    required property double ratio
    required property double untilMs
    required property string jobId
    required property string workerId
    signal jobWanted(string id)
    signal filterWanted(string words)
    signal dismissed(string key)

    readonly property bool aboutJob: kind === AlertsModel.Stalled || kind === AlertsModel.SlaAtRisk

    readonly property bool missed: kind === AlertsModel.SlaAtRisk && untilMs > 0 && untilMs < Format.viewNow

    function headline(): string {
        const name = Format.oneLine(subject, 80);
        switch (kind) {
        case AlertsModel.ErrorSpike:
            return qsTr("%1 fails %2 × its norm").arg(name).arg(Format.number(ratio, ratio < 10 ? 1 : 0));
        case AlertsModel.Stalled:
            return qsTr("%1 stands still").arg(name);
        case AlertsModel.SlaAtRisk:
            return missed ? qsTr("%1 has missed its SLA").arg(name) : qsTr("%1 may miss its SLA").arg(name);
        case AlertsModel.WorkerLost:
            return qsTr("%1 is silent").arg(name);
        }
        return qsTr("%1 is shut off").arg(name);
    }
    function details(): string {
        switch (kind) {
        case AlertsModel.ErrorSpike:
            return qsTr("%1 of %2 in the last 20 min, most often %3").arg(Format.number(n)).arg(Format.number(of)).arg(Format.oneLine(code, 40));
        case AlertsModel.Stalled:
            return qsTr("%1 without progress · %Ln submission(s) left", "", of).arg(Format.duration(n * 60));
        case AlertsModel.SlaAtRisk:
            return missed ? qsTr("was due %1, %2").arg(Format.date(untilMs)).arg(Format.time(untilMs)) : qsTr("due %1 · up to %2 late at this speed").arg(Format.time(untilMs)).arg(Format.duration(n * 60));
        case AlertsModel.WorkerLost:
            return qsTr("last heard %1 ago · its work goes back to the queue").arg(Format.ago(untilMs, Format.viewNow));
        }
        return qsTr("its circuit is open · nothing is sent there until %1").arg(Format.time(untilMs));
    }

    iconName: kind === AlertsModel.WorkerLost ? "worker" : kind === AlertsModel.CircuitOpen ? "circuit" : kind === AlertsModel.ErrorSpike ? "alert" : "clock"
    tint: severity > 1 ? Theme.bad : severity > 0 ? Theme.warn : Theme.submitted
    title: headline()
    text: details()
    actionText: aboutJob ? qsTr("Open job") : qsTr("Show its jobs")
    closable: true
    onActionTriggered: aboutJob ? jobWanted(jobId) : filterWanted(kind === AlertsModel.WorkerLost ? workerId : subject)
    onClosed: dismissed(key)
}
