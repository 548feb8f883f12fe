// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens
import BoltDesk.Tables

// The chosen square: what it is, what may be done about it, and every attempt.
Column {
    id: pane

    required property JobScreen job
    required property ActionsScreen actions
    required property BulkScreen bulk
    // An error code may be left over from an attempt before the one that went well.
    readonly property bool failed: job.subErrorClass >= 0 && (job.subBucket === MosaicModel.Failed || job.subBucket === MosaicModel.Retrying || job.subBucket === MosaicModel.Manual)
    readonly property string advice: failed ? Words.advice(job.subErrorClass, job.subBucket === MosaicModel.Retrying, verbs()) : ""

    // `revision` is read so that the answer is asked for again when role, state or pending marks change.
    function whyNot(verb: string): string {
        return actions.revision >= 0 ? Words.whyNot(actions.whyNotFor(verb, job.submissionId)) : "";
    }
    function ask(verb: string) {
        bulk.ask(verb, [job.submissionId], -1);
    }
    /// What may be done now; the advice names nothing else.
    function verbs(): var {
        const may = [];
        for (const verb of ["submissions.retry", "submissions.skip", "submissions.verify"]) {
            if (whyNot(verb).length === 0)
                may.push(verb);
        }
        return may;
    }
    function press(key: string): bool {
        const verb = key === "r" ? "retry" : key === "s" ? "skip" : key === "v" ? "verify" : "";
        if (verb.length > 0 && !actions.denies("submissions." + verb, job.submissionId))
            (key === "r" ? retry : key === "s" ? skip : verify).clicked();
        return verb.length > 0;
    }
    function status(): string {
        const code = failed ? Words.errorAndCode(Format.oneLine(job.subErrorCode, 60)) : "";
        const person = job.subBucket === MosaicModel.Manual && job.subState !== JobScreen.NeedsVerification ? qsTr("needs a person") : "";
        const next = job.subBucket === MosaicModel.Retrying && job.subNextRetryMs > 0 ? qsTr("next try %1").arg(Format.time(job.subNextRetryMs)) : "";
        return Format.joined([Words.submissionState(job.subState, job.subStateWord), code, person, next], " · ");
    }

    spacing: 10

    Item {
        width: parent.width
        height: Math.max(name.implicitHeight, state.implicitHeight)

        StateMark {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            width: Theme.scaled(13)
            height: width
            bucket: pane.job.subBucket
        }
        Label {
            id: name

            x: mark.width + 8
            width: Math.min(implicitWidth, parent.width * 0.45)
            text: Format.oneLine(pane.job.subDirectory, 80)
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        ToneLabel {
            id: state

            anchors.baseline: name.baseline
            x: name.x + name.width + 10
            width: parent.width - x
            text: pane.status()
            tone: Words.bucketTone(pane.job.subBucket)
            font.pixelSize: Theme.fontSmall
        }
    }
    Grid {
        width: parent.width
        columns: 4
        columnSpacing: 10

        Figure {
            width: (parent.width - 30) / 4
            label: qsTr("Attempt")
            value: pane.job.subMaxAttempts > 0 ? qsTr("%1 of %2", "attempt of all allowed").arg(pane.job.subAttempt).arg(pane.job.subMaxAttempts) : Format.number(pane.job.subAttempt)
        }
        Figure {
            width: (parent.width - 30) / 4
            label: qsTr("Duration")
            value: pane.job.subProcessingMs >= 0 ? Format.duration(pane.job.subProcessingMs / 1000) : "–"
        }
        Figure {
            width: (parent.width - 30) / 4
            label: qsTr("Predicted")
            value: pane.job.subProbability >= 0 ? Format.percent(pane.job.subProbability, 0) : "–"
            hint: qsTr("The chance of success as it was predicted before the attempt")
        }
        Figure {
            width: (parent.width - 30) / 4
            label: qsTr("Changed")
            value: pane.job.subUpdatedMs > 0 ? qsTr("%1 ago").arg(Format.ago(pane.job.subUpdatedMs, Format.viewNow)) : "–"
            hint: Format.absolute(pane.job.subUpdatedMs)
        }
    }
    OddLine {
        width: parent.width
        odd: pane.job.subOdd
    }
    Label {
        width: parent.width
        visible: pane.failed
        text: pane.advice
        color: Theme.muted
        wrapMode: Text.Wrap
        lineHeight: 1.15
    }
    Flow {
        width: parent.width
        spacing: 8

        Button {
            id: retry

            iconName: "retry"
            text: qsTr("Retry")
            shortcut: "R"
            whyNot: pane.whyNot("submissions.retry")
            enabled: whyNot.length === 0
            onClicked: pane.ask("submissions.retry")
        }
        Button {
            id: skip

            iconName: "skip"
            text: qsTr("Skip")
            shortcut: "S"
            whyNot: pane.whyNot("submissions.skip")
            enabled: whyNot.length === 0
            onClicked: pane.ask("submissions.skip")
        }
        Button {
            id: verify

            iconName: "verify"
            text: qsTr("Mark verified")
            shortcut: "V"
            whyNot: pane.whyNot("submissions.verify")
            enabled: whyNot.length === 0
            onClicked: pane.ask("submissions.verify")
        }
    }
    PendingLine {
        width: parent.width
        pendingVerb: pane.job.subPendingVerb
        refused: pane.job.subRefused
    }
    AttemptList {
        width: parent.width
        job: pane.job
    }
}
