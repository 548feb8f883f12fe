// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Kit
import BoltDesk.Screens

// Where the things lead that a person chose by name. There is something at the end of each, or a sentence that says
// that there is not; a filter that would show nothing is never set.
Item {
    id: links

    required property Desk desk
    signal tableWanted()
    signal said(string words)

    function toCustomer(id: string, name: string) {
        const jobs = desk.live.jobsOf(id);
        const newest = desk.live.newestJobOf(id);
        if (jobs.length > 0)
            showOnly(jobs, qsTr("%Ln active job(s) of %1", "a customer", jobs.length).arg(Format.name(name, 40)));
        else if (newest.length > 0)
            desk.openJob(newest);
        else
            said(qsTr("No job of %1 is on this computer.", "a customer").arg(Format.name(name, 80)));
    }
    function toDirectory(id: string, name: string) {
        const jobs = desk.live.jobsAt(id);
        if (jobs.length > 0)
            showOnly(jobs, qsTr("%Ln job(s) with work at %1", "a directory", jobs.length).arg(Format.name(name, 40)));
        else
            said(qsTr("No active job has work left at %1.", "a directory").arg(Format.name(name, 80)));
    }
    function showOnly(jobs: list<string>, label: string) {
        desk.job.close();
        desk.live.jobs.showOnly(jobs, label);
        tableWanted();
    }

    Connections {
        function onCustomerWanted(id: string, name: string) {
            links.toCustomer(id, name);
        }
        function onDirectoryWanted(id: string, name: string) {
            links.toDirectory(id, name);
        }

        target: links.desk.palette
    }
    Connections {
        function onSubmissionMissed() {
            links.said(qsTr("That submission is no longer on this computer."));
        }

        target: links.desk
    }
}
