// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import BoltDesk.Live
import BoltDesk.Analytics
import BoltDesk.System
import BoltDesk.Screens

// One page at a time. A page is made when it is first gone to, so that the start pays for one page only.
FocusScope {
    id: area

    required property Desk desk
    readonly property string page: desk.navigation.page
    /// Where the page tells news; it covers nothing there.
    readonly property Item lane: page === "analytics" ? (analytics.item as AnalyticsPage)?.newsLane ?? null : page === "system" ? (system.item as SystemPage)?.newsLane ?? null : (live.item as LivePage)?.newsLane ?? null
    signal pageWanted(string page)

    function showAlerts() {
        (live.item as LivePage)?.showAlerts();
    }

    function focusFirst() {
        if (page === "analytics")
            (analytics.item as AnalyticsPage)?.focusFirst();
        else if (page === "system")
            (system.item as SystemPage)?.focusFirst();
        else
            (live.item as LivePage)?.focusFirst();
    }

    /// After the drawer.
    function takeBack() {
        if (page === "live")
            (live.item as LivePage)?.takeBack();
        else
            focusFirst();
    }

    Accessible.role: Accessible.Client
    Accessible.name: qsTr("Page")

    // A Loader of Qt 6.4 cannot make a component that is bound to its context, so that the lint cannot see these ids.
    // qmllint disable unqualified
    Loader {
        id: live

        anchors.fill: parent
        active: area.page === "live" || item !== null
        visible: area.page === "live"
        focus: visible
        sourceComponent: LivePage {
            live: area.desk.live
            actions: area.desk.actions
            bulk: area.desk.bulk
            connection: area.desk.connection
            navigation: area.desk.navigation
            openedId: area.desk.job.open ? area.desk.job.jobId : ""
            onJobWanted: id => area.desk.openJob(id)
            onSubmissionWanted: id => area.desk.openSubmission(id)
            onWorkersWanted: {
                area.pageWanted("system");
                (system.item as SystemPage)?.showWorkers();
            }
        }
    }
    Loader {
        id: analytics

        anchors.fill: parent
        active: area.page === "analytics" || item !== null
        visible: area.page === "analytics"
        focus: visible
        sourceComponent: AnalyticsPage {
            analytics: area.desk.analytics
        }
    }
    Loader {
        id: system

        anchors.fill: parent
        active: area.page === "system" || item !== null
        visible: area.page === "system"
        focus: visible
        sourceComponent: SystemPage {
            connection: area.desk.connection
            actions: area.desk.actions
            bulk: area.desk.bulk
            demoFleet: area.desk.demoFleet
            workers: area.desk.live.workers
        }
    }
    // qmllint enable unqualified
}
