<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertListHead</name>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <comment>of alerts</comment>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln</source>
        <comment>alerts that are open</comment>
        <translation>
            <numerusform>Open %Ln</numerusform>
            <numerusform>Open %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismissed %Ln</source>
        <comment>alerts that were dismissed</comment>
        <translation>
            <numerusform>Dismissed %Ln</numerusform>
            <numerusform>Dismissed %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertPanel</name>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln alert</numerusform>
            <numerusform>%Ln alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <comment>of alerts</comment>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dismissed, not solved</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%Ln dismissed, not solved</numerusform>
            <numerusform>%Ln dismissed, not solved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln group(s)</source>
        <comment>of alerts</comment>
        <translation>
            <numerusform>in %Ln group</numerusform>
            <numerusform>in %Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dismissed</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%Ln dismissed</numerusform>
            <numerusform>%Ln dismissed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %Ln group(s)</source>
        <comment>of alerts, beside the one named</comment>
        <translation>
            <numerusform>+ %Ln group</numerusform>
            <numerusform>+ %Ln groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertRow</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>alerts of this kind</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <comment>alerts of a kind</comment>
        <translation>
            <numerusform>Show all %Ln</numerusform>
            <numerusform>Show all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message numerus="yes">
        <source>%Ln job(s) missed their SLA</source>
        <translation>
            <numerusform>%Ln job missed its SLA</numerusform>
            <numerusform>%Ln jobs missed their SLA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) stuck</source>
        <translation>
            <numerusform>%Ln job stuck</numerusform>
            <numerusform>%Ln jobs stuck</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln directory(s) fail more than usual</source>
        <translation>
            <numerusform>%Ln directory fails more than usual</numerusform>
            <numerusform>%Ln directories fail more than usual</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) under 4 h</source>
        <comment>due in less than four hours</comment>
        <translation>
            <numerusform>%Ln job under 4 h</numerusform>
            <numerusform>%Ln jobs under 4 h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) may miss their SLA</source>
        <translation>
            <numerusform>%Ln job may miss its SLA</numerusform>
            <numerusform>%Ln jobs may miss their SLA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s) lost</source>
        <translation>
            <numerusform>%Ln worker lost</numerusform>
            <numerusform>%Ln workers lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln directory(s) shut off</source>
        <translation>
            <numerusform>%Ln directory shut off</numerusform>
            <numerusform>%Ln directories shut off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for captcha</source>
        <comment>directories that are shut off</comment>
        <translation>
            <numerusform>%Ln for captcha</numerusform>
            <numerusform>%Ln for captcha</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln do not answer</source>
        <comment>directories</comment>
        <translation>
            <numerusform>%Ln does not answer</numerusform>
            <numerusform>%Ln do not answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed their form</source>
        <comment>directories</comment>
        <translation>
            <numerusform>%Ln changed its form</numerusform>
            <numerusform>%Ln changed their form</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for other reasons</source>
        <comment>directories that are shut off</comment>
        <translation>
            <numerusform>%Ln for another reason</numerusform>
            <numerusform>%Ln for other reasons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left within %1</source>
        <comment>workers</comment>
        <translation>
            <numerusform>%Ln left within %1</numerusform>
            <numerusform>%Ln left within %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) wait, nothing is being sent</source>
        <translation>
            <numerusform>%Ln submission waits, nothing is being sent</numerusform>
            <numerusform>%Ln submissions wait, nothing is being sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) wait</source>
        <translation>
            <numerusform>%Ln job waits</numerusform>
            <numerusform>%Ln jobs wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln missed their SLA</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>%Ln missed its SLA</numerusform>
            <numerusform>%Ln missed their SLA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stuck</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>%Ln stuck</numerusform>
            <numerusform>%Ln stuck</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fail often</source>
        <comment>directories</comment>
        <translation>
            <numerusform>%Ln fails often</numerusform>
            <numerusform>%Ln fail often</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln at risk</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>%Ln at risk</numerusform>
            <numerusform>%Ln at risk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln silent</source>
        <comment>workers</comment>
        <translation>
            <numerusform>%Ln silent</numerusform>
            <numerusform>%Ln silent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shut off</source>
        <comment>directories</comment>
        <translation>
            <numerusform>%Ln shut off</numerusform>
            <numerusform>%Ln shut off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln job(s)</source>
        <translation>
            <numerusform>Show %Ln job</numerusform>
            <numerusform>Show %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln directory(s)</source>
        <translation>
            <numerusform>Show %Ln directory</numerusform>
            <numerusform>Show %Ln directories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %Ln</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>Dismiss %Ln</numerusform>
            <numerusform>Dismiss %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) that missed their SLA</source>
        <translation>
            <numerusform>%Ln job that missed its SLA</numerusform>
            <numerusform>%Ln jobs that missed their SLA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) that are stuck</source>
        <translation>
            <numerusform>%Ln job that is stuck</numerusform>
            <numerusform>%Ln jobs that are stuck</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) that may miss their SLA</source>
        <translation>
            <numerusform>%Ln job that may miss its SLA</numerusform>
            <numerusform>%Ln jobs that may miss their SLA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) with work at %1</source>
        <comment>a directory</comment>
        <translation>
            <numerusform>%Ln job with work at %1</numerusform>
            <numerusform>%Ln jobs with work at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message numerus="yes">
        <source>%Ln left untouched</source>
        <translation>
            <numerusform>%Ln left untouched</numerusform>
            <numerusform>%Ln left untouched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired without being sent</source>
        <translation>
            <numerusform>%Ln expired without being sent</numerusform>
            <numerusform>%Ln expired without being sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkRow</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s)</source>
        <translation>
            <numerusform>%Ln submission</numerusform>
            <numerusform>%Ln submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired</source>
        <translation>
            <numerusform>%Ln expired</numerusform>
            <numerusform>%Ln expired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped, %Ln left untouched</source>
        <translation>
            <numerusform>stopped, %Ln left untouched</numerusform>
            <numerusform>stopped, %Ln left untouched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop; %Ln not sent yet stay untouched</source>
        <translation>
            <numerusform>Stop; %Ln not sent yet stays untouched</numerusform>
            <numerusform>Stop; %Ln not sent yet stay untouched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkStrip</name>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop; %Ln not sent yet stay untouched</source>
        <translation>
            <numerusform>Stop; %Ln not sent yet stays untouched</numerusform>
            <numerusform>Stop; %Ln not sent yet stay untouched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompletedChart</name>
    <message numerus="yes">
        <source>%1: %Ln job(s)</source>
        <translation>
            <numerusform>%1: %Ln job</numerusform>
            <numerusform>%1: %Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionPill</name>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read</source>
        <comment>of all tables</comment>
        <translation>
            <numerusform>%Ln row cannot be read</numerusform>
            <numerusform>%Ln rows cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message numerus="yes">
        <source>%Ln action(s) not sent yet will never be sent.</source>
        <translation>
            <numerusform>%Ln action not sent yet will never be sent.</numerusform>
            <numerusform>%Ln actions not sent yet will never be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorChart</name>
    <message numerus="yes">
        <source>% of attempts, the %Ln highest</source>
        <translation>
            <numerusform>% of attempts, the %Ln highest</numerusform>
            <numerusform>% of attempts, the %Ln highest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>only directories with at least %Ln attempt(s)</source>
        <translation>
            <numerusform>only directories with at least %Ln attempt</numerusform>
            <numerusform>only directories with at least %Ln attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A rate over fewer than %Ln attempt(s) would say more about chance than about the directory.</source>
        <translation>
            <numerusform>A rate over fewer than %Ln attempt would say more about chance than about the directory.</numerusform>
            <numerusform>A rate over fewer than %Ln attempts would say more about chance than about the directory.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedControls</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedRow</name>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln done</numerusform>
            <numerusform>%Ln done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln approved</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln approved</numerusform>
            <numerusform>%Ln approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln sent</numerusform>
            <numerusform>%Ln sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln started</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln started</numerusform>
            <numerusform>%Ln started</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) started</source>
        <translation>
            <numerusform>%Ln submission started</numerusform>
            <numerusform>%Ln submissions started</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed: %1</source>
        <comment>submissions: error code</comment>
        <translation>
            <numerusform>%Ln failed: %1</numerusform>
            <numerusform>%Ln failed: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need a person: %1</source>
        <comment>submissions: error code</comment>
        <translation>
            <numerusform>%Ln needs a person: %1</numerusform>
            <numerusform>%Ln need a person: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln back in the queue</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln back in the queue</numerusform>
            <numerusform>%Ln back in the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s): %1</source>
        <comment>state of the jobs</comment>
        <translation>
            <numerusform>%Ln job: %1</numerusform>
            <numerusform>%Ln jobs: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s) went offline</source>
        <translation>
            <numerusform>%Ln worker went offline</numerusform>
            <numerusform>%Ln workers went offline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s) back online</source>
        <translation>
            <numerusform>%Ln worker back online</numerusform>
            <numerusform>%Ln workers back online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to be retried: %1</source>
        <comment>submissions: error code</comment>
        <translation>
            <numerusform>%Ln to be retried: %1</numerusform>
            <numerusform>%Ln to be retried: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln directories shut off</source>
        <translation>
            <numerusform>%Ln directory shut off</numerusform>
            <numerusform>%Ln directories shut off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln directories open again</source>
        <translation>
            <numerusform>%Ln directory open again</numerusform>
            <numerusform>%Ln directories open again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln directories being tested</source>
        <translation>
            <numerusform>%Ln directory being tested</numerusform>
            <numerusform>%Ln directories being tested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln more</source>
        <comment>a directory and how many others</comment>
        <translation>
            <numerusform>%1, %Ln more</numerusform>
            <numerusform>%1, %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln more job(s)</source>
        <comment>a customer and how many others</comment>
        <translation>
            <numerusform>%1, %Ln more job</numerusform>
            <numerusform>%1, %Ln more jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done, the rest undone</source>
        <translation>
            <numerusform>%Ln done, the rest undone</numerusform>
            <numerusform>%Ln done, the rest undone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) reopened</source>
        <translation>
            <numerusform>%Ln job reopened</numerusform>
            <numerusform>%Ln jobs reopened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln directories in an unknown state</source>
        <translation>
            <numerusform>%Ln directory in an unknown state</numerusform>
            <numerusform>%Ln directories in an unknown state</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoldToast</name>
    <message numerus="yes">
        <source>%Ln more before it</source>
        <comment>actions that are held</comment>
        <translation>
            <numerusform>%Ln more before it</numerusform>
            <numerusform>%Ln more before it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobDrawer</name>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>Retry %Ln failed</numerusform>
            <numerusform>Retry %Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobFigures</name>
    <message numerus="yes">
        <source>%1 (%Ln need a person)</source>
        <comment>failed submissions, of which need a person</comment>
        <translation>
            <numerusform>%1 (%Ln needs a person)</numerusform>
            <numerusform>%1 (%Ln need a person)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed for good or rejected</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln failed for good or rejected</numerusform>
            <numerusform>%Ln failed for good or rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need a person</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln needs a person</numerusform>
            <numerusform>%Ln need a person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more will be tried again by themselves</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln more will be tried again by itself</numerusform>
            <numerusform>%Ln more will be tried again by themselves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobsHead</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished</source>
        <translation>
            <numerusform>%Ln finished</numerusform>
            <numerusform>%Ln finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message numerus="yes">
        <source>%Ln active job(s) of %1</source>
        <comment>a customer</comment>
        <translation>
            <numerusform>%Ln active job of %1</numerusform>
            <numerusform>%Ln active jobs of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) with work at %1</source>
        <comment>a directory</comment>
        <translation>
            <numerusform>%Ln job with work at %1</numerusform>
            <numerusform>%Ln jobs with work at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveTile</name>
    <message numerus="yes">
        <source>%Ln submission(s) wait</source>
        <translation>
            <numerusform>%Ln submission waits</numerusform>
            <numerusform>%Ln submissions wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MosaicView</name>
    <message numerus="yes">
        <source>Mosaic of %Ln submission(s)</source>
        <translation>
            <numerusform>Mosaic of %Ln submission</numerusform>
            <numerusform>Mosaic of %Ln submissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeSlot</name>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln change waiting</numerusform>
            <numerusform>%Ln changes waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxSection</name>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s)</source>
        <translation>
            <numerusform>%Ln submission</numerusform>
            <numerusform>%Ln submissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewList</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusalList</name>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message numerus="yes">
        <source>%1 · the %Ln selected</source>
        <comment>name of an action</comment>
        <translation>
            <numerusform>%1 · the %Ln selected</numerusform>
            <numerusform>%1 · the %Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%Ln job(s) selected</source>
        <translation>
            <numerusform>%Ln job selected</numerusform>
            <numerusform>%Ln jobs selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetupSection</name>
    <message numerus="yes">
        <source>%Ln thing(s) missing</source>
        <translation>
            <numerusform>%Ln thing missing</numerusform>
            <numerusform>%Ln things missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message numerus="yes">
        <source>%Ln refused action(s)</source>
        <translation>
            <numerusform>%Ln refused action</numerusform>
            <numerusform>%Ln refused actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>Data live · %Ln submission(s)</source>
        <translation>
            <numerusform>Data live · %Ln submission</numerusform>
            <numerusform>Data live · %Ln submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Data %1 old · %Ln submission(s)</source>
        <translation>
            <numerusform>Data %1 old · %Ln submission</numerusform>
            <numerusform>Data %1 old · %Ln submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln action(s) waiting</source>
        <translation>
            <numerusform>%Ln action waiting</numerusform>
            <numerusform>%Ln actions waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No answer · data %1 old · %Ln submission(s)</source>
        <translation>
            <numerusform>No answer · data %1 old · %Ln submission</numerusform>
            <numerusform>No answer · data %1 old · %Ln submissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TablesSection</name>
    <message numerus="yes">
        <source>%Ln submission(s) here</source>
        <comment>on this computer</comment>
        <translation>
            <numerusform>%Ln submission here</numerusform>
            <numerusform>%Ln submissions here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read</source>
        <comment>of a table</comment>
        <translation>
            <numerusform>%Ln row cannot be read</numerusform>
            <numerusform>%Ln rows cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message numerus="yes">
        <source>Next of %Ln message(s)</source>
        <translation>
            <numerusform>Next of %Ln message</numerusform>
            <numerusform>Next of %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>Frozen · %Ln waiting</source>
        <comment>changes that wait while the view is frozen</comment>
        <translation>
            <numerusform>Frozen · %Ln waiting</numerusform>
            <numerusform>Frozen · %Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkersSection</name>
    <message numerus="yes">
        <source>%Ln known</source>
        <comment>a number of workers</comment>
        <translation>
            <numerusform>%Ln known</numerusform>
            <numerusform>%Ln known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bolt::EmbeddedWorkspace</name>
    <message numerus="yes">
        <source>%n simulated worker(s)</source>
        <translation>
            <numerusform>%n simulated worker</numerusform>
            <numerusform>%n simulated workers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bolt::Words</name>
    <message numerus="yes">
        <source>%Ln submission(s) queued for retry</source>
        <translation>
            <numerusform>%Ln submission queued for retry</numerusform>
            <numerusform>%Ln submissions queued for retry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) skipped</source>
        <translation>
            <numerusform>%Ln submission skipped</numerusform>
            <numerusform>%Ln submissions skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) marked verified</source>
        <translation>
            <numerusform>%Ln submission marked verified</numerusform>
            <numerusform>%Ln submissions marked verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) paused</source>
        <translation>
            <numerusform>%Ln job paused</numerusform>
            <numerusform>%Ln jobs paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) resumed</source>
        <translation>
            <numerusform>%Ln job resumed</numerusform>
            <numerusform>%Ln jobs resumed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) cancelled</source>
        <translation>
            <numerusform>%Ln job cancelled</numerusform>
            <numerusform>%Ln jobs cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Priority of %Ln job(s) changed</source>
        <translation>
            <numerusform>Priority of %Ln job changed</numerusform>
            <numerusform>Priority of %Ln jobs changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln done</source>
        <comment>an action this version does not know</comment>
        <translation>
            <numerusform>%1: %Ln done</numerusform>
            <numerusform>%1: %Ln done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln submission(s)</source>
        <translation>
            <numerusform>Retry %Ln submission</numerusform>
            <numerusform>Retry %Ln submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skip %Ln submission(s)</source>
        <translation>
            <numerusform>Skip %Ln submission</numerusform>
            <numerusform>Skip %Ln submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln submission(s) verified</source>
        <translation>
            <numerusform>Mark %Ln submission verified</numerusform>
            <numerusform>Mark %Ln submissions verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry what failed in %Ln job(s)</source>
        <translation>
            <numerusform>Retry what failed in %Ln job</numerusform>
            <numerusform>Retry what failed in %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %Ln job(s)</source>
        <translation>
            <numerusform>Pause %Ln job</numerusform>
            <numerusform>Pause %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %Ln job(s)</source>
        <translation>
            <numerusform>Resume %Ln job</numerusform>
            <numerusform>Resume %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln job(s)</source>
        <translation>
            <numerusform>Cancel %Ln job</numerusform>
            <numerusform>Cancel %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the priority of %Ln job(s)</source>
        <translation>
            <numerusform>Change the priority of %Ln job</numerusform>
            <numerusform>Change the priority of %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retrying %Ln submission(s)</source>
        <translation>
            <numerusform>Retrying %Ln submission</numerusform>
            <numerusform>Retrying %Ln submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skipping %Ln submission(s)</source>
        <translation>
            <numerusform>Skipping %Ln submission</numerusform>
            <numerusform>Skipping %Ln submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marking %Ln submission(s) verified</source>
        <translation>
            <numerusform>Marking %Ln submission verified</numerusform>
            <numerusform>Marking %Ln submissions verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retrying what failed in %Ln job(s)</source>
        <translation>
            <numerusform>Retrying what failed in %Ln job</numerusform>
            <numerusform>Retrying what failed in %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pausing %Ln job(s)</source>
        <translation>
            <numerusform>Pausing %Ln job</numerusform>
            <numerusform>Pausing %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resuming %Ln job(s)</source>
        <translation>
            <numerusform>Resuming %Ln job</numerusform>
            <numerusform>Resuming %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelling %Ln job(s)</source>
        <translation>
            <numerusform>Cancelling %Ln job</numerusform>
            <numerusform>Cancelling %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing the priority of %Ln job(s)</source>
        <translation>
            <numerusform>Changing the priority of %Ln job</numerusform>
            <numerusform>Changing the priority of %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type %1 to cancel %Ln job(s)</source>
        <translation>
            <numerusform>Type %1 to cancel %Ln job</numerusform>
            <numerusform>Type %1 to cancel %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type %1 to continue with %Ln job(s)</source>
        <translation>
            <numerusform>Type %1 to continue with %Ln job</numerusform>
            <numerusform>Type %1 to continue with %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type %1 to continue with %Ln submission(s)</source>
        <translation>
            <numerusform>Type %1 to continue with %Ln submission</numerusform>
            <numerusform>Type %1 to continue with %Ln submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: %1</source>
        <translation>
            <numerusform>%Ln left out: %1</numerusform>
            <numerusform>%Ln left out: %1</numerusform>
        </translation>
    </message>
</context>
</TS>
