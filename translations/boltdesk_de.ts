<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountButton</name>
    <message>
        <source>Account: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlertBanner</name>
    <message>
        <source>%1 fails %2 × its norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stands still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may miss its SLA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is shut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 in the last 20 min, most often %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 without progress · %n submission(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>due %1 · up to %2 late at this speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last heard %1 ago · its work goes back to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its circuit is open · nothing is sent there until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlertStack</name>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more alert(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnalyticsPage</name>
    <message>
        <source>Analytics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1 · refreshing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server for the figures …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are worked out there over all rows of the range, not only those on this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message numerus="yes">
        <source>%1: done, %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 done, %3 refused. %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was refused. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was taken back before it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be sent for 24 hours and was given up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttemptList</name>
    <message>
        <source>Attempt %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the attempts …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attempts could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attempt failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only attempts that ended in an error leave a line here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompletedChart</name>
    <message>
        <source>Jobs completed per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n %1 · %2</source>
        <comment>total and time zone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs whose state became completed on that day, in your time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n job(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionPill</name>
    <message>
        <source>Live · %1</source>
        <comment>connection state and round trip</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catching up …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionPopup</name>
    <message>
        <source>Changes arrive as they happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data as of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in memory only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionSection</name>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the last heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last tick of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server moves a row every 15 s, so that silence can be told from a deaf channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data as of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catch-ups · dirty fetches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often what was missed was fetched; how often single rows were asked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped · degraded · garbage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older than what is known here; incomplete, so fetched again; not a message at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in memory only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribed to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Cancel the job of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) that wait will not be made. What is submitted stays. A cancelled job cannot be taken up again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Workspace: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed submission(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All failed submissions of %1 go back into the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Retry %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawerHead</name>
    <message>
        <source>Unknown customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key on a keyboard</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorChart</name>
    <message>
        <source>Error rate by directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>% of attempts, the %n highest</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>only directories with at least %n attempt(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(rejected + failed) ÷ attempts of the range, by directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · n %2</source>
        <comment>rate and number of attempts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No directory has enough attempts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A rate over fewer than %n attempt(s) would say more about chance than about the directory.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedCard</name>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change since the desk started is listed here, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedRow</name>
    <message>
        <source>%1 approved</source>
        <comment>a directory approved a listing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>error code at directory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry %1 of %2 at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in the queue: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a person: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took %2</source>
        <comment>worker took directory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rejected the listing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <comment>a submission to a directory was skipped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job finished: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job is now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fell silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is shut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being probed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its work goes back to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes work again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 done · %2 refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month of a date</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeaderCell</name>
    <message>
        <source>%1, sorted descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sorted ascending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobDrawer</name>
    <message>
        <source>Job of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its submissions are not here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are fetched after the jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be older than what this desk keeps, or the link points to another workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing failed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel job …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a square to see its attempts; N goes to the next one that failed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobFigures</name>
    <message>
        <source>stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too early to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>done of total</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>submitted or approved, of all directories of this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 for a person</source>
        <comment>failed, of which need a person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <comment>time left of a job</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per minute at the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SLA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobHeader</name>
    <message>
        <source>Column heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved · submitted · skipped · failed · needs a person · retry · being submitted now · waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed without another try by itself, rejected, or needing a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submissions per minute of this job, recent ones weigh more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <comment>time left of a job</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left as a range: what remains ÷ the speed seen, widened by queue and package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SLA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left until the job is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>rate-limited %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shut off to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4 done, %5 failed, %6, left %7, SLA %8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsTable</name>
    <message>
        <source>Active jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <comment>the key on a keyboard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>new rows and finished rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active job matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is looked for in customer, package, directory, worker and id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job appears here as soon as a customer buys a package. Finished jobs leave the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the first copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs and submissions are fetched once; from then on changes arrive by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>nothing on this page moves · %n change(s) wait</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing on this page moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thaw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 old · what you see may have changed; actions are kept and sent once</source>
        <comment>age of the data</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveTile</name>
    <message>
        <source>Active jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submissions / min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success, last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue to drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>workers online of all known</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 created today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of 10 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7-day norm %1 · n %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 captcha, %2 phone or mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 silent for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all heard from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs that are queued, in progress or paused. The line: one sample a minute since the desk started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submissions that came to an end (submitted, failed, rejected) per minute, mean of the last 10 minutes. The line: the last 60 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(submitted + approved) ÷ (submitted + approved + rejected + failed) of the last 60 minutes, over n attempts. The norm is the same figure over 7 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submissions of active jobs that only a person can move on: captcha, log-in, mail or phone check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submissions waiting in active jobs, divided by the speed of the last 10 minutes. “–” while nothing moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers heard from in the last 90 seconds, of all that are known. A worker silent for 45 seconds is named here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 – BoltDesk</source>
        <comment>workspace in the title of the window</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch a fresh copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thaw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BoltDesk %1</source>
        <comment>name and version</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MosaicView</name>
    <message numerus="yes">
        <source>Mosaic of %n submission(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxSection</name>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you ask for is written here first, then sent exactly once, even if the network goes or the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageArea</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PendingLine</name>
    <message>
        <source>Refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriorityMenu</name>
    <message>
        <source>0 – before all packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 – as Enterprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 – as Professional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 – as Growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 – as Starter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message numerus="yes">
        <source>Retry %n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing failed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel job …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Empty the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n job(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key on a keyboard</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analytics page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freeze and thaw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the drawer, let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the next control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fold the sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger text, Ctrl – smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list of jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down and up, also arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry what failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause or resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let in what waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walk the mosaic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next one that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry the submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry all that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause or resume the job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n refused action(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Enter the address of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https:// (or http:// for this machine).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain http:// would send the password readable by others. Use https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave user name and password out of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address names no host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address, such as https://project.supabase.co.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to BoltDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session ended. What you asked for is kept and goes on once you are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any Supabase-compatible workspace, with the account you use there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anon key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public by design; it names the project, not you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the project&apos;s anon key (Settings → API).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the e-mail address of your account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay signed in (kept in the system&apos;s keychain)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain answered. You can go on without remembering: the sign-in then lasts until the window closes, and nothing secret is written anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without remembering</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaleMark</name>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing loaded yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Starting the embedded workspace …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copy live · %n submission(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %1 old · %n submission(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing loaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>thaw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubmissionPane</name>
    <message>
        <source>needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>attempt of all allowed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chance of success as it was predicted before the attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark verified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuccessChart</name>
    <message>
        <source>Success rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n %1 attempts · gap: none that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(submitted + approved) ÷ (submitted + approved + rejected + failed) of each day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 · n %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch a fresh copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the server for everything once more; nothing here is lost meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated fleet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TablesSection</name>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 submissions held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3 rows, as of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows here of rows at the server</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Hide the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Top bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Frozen · %n wait</source>
        <comment>changes that wait while the view is frozen</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Switch to the light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>queued</source>
        <comment>state of a job</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <comment>state of a job</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <comment>state of a job</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <comment>state of a job</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a job</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>state of a job</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>state of a submission</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being submitted</source>
        <comment>state of a submission</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>submitted</source>
        <comment>state of a submission</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved</source>
        <comment>state of a submission</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <comment>state of a submission</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a submission</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <comment>state of a submission</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a person</source>
        <comment>state of a submission</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved</source>
        <comment>legend</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>submitted</source>
        <comment>legend</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <comment>legend</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry</source>
        <comment>legend: will be tried again by itself</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <comment>legend: needs a person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <comment>legend: being submitted now</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>legend</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <comment>legend</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <comment>legend: a state this version does not know</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passing trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the site changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>business data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passing trouble: it is tried again by itself. A retry in the directory&apos;s quiet hours helps most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory changed its form. Report the form mapping; retry once it is fixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person has to solve this at the directory. Mark it verified when done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the customer&apos;s business data first, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another try will not help. Skip it, or tell the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cause is not known. Read the log below before you retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer lost, asking again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry asked for …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip asked for …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verification asked for …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause asked for …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume asked for …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel asked for …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>priority asked for …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs the role %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
