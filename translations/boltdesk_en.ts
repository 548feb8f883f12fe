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
    <name>AlertBanner</name>
    <message numerus="yes">
        <source>%1 without progress · %Ln submission(s) left</source>
        <translation>
            <numerusform>%1 without progress · %Ln submission left</numerusform>
            <numerusform>%1 without progress · %Ln submissions left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertStack</name>
    <message numerus="yes">
        <source>%Ln more alert(s)</source>
        <translation>
            <numerusform>%Ln more alert</numerusform>
            <numerusform>%Ln more alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message numerus="yes">
        <source>%1: done, %Ln row(s)</source>
        <translation>
            <numerusform>%1: done, %Ln row</numerusform>
            <numerusform>%1: done, %Ln rows</numerusform>
        </translation>
    </message>
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
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln done</numerusform>
            <numerusform>%Ln done</numerusform>
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
        <source>given up, %Ln left untouched</source>
        <translation>
            <numerusform>given up, %Ln left untouched</numerusform>
            <numerusform>given up, %Ln left untouched</numerusform>
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
        <source>Give up; %Ln are not sent yet and stay untouched</source>
        <translation>
            <numerusform>Give up; %Ln is not sent yet and stays untouched</numerusform>
            <numerusform>Give up; %Ln are not sent yet and stay untouched</numerusform>
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
        <source>Give up; %Ln are not sent yet and stay untouched</source>
        <translation>
            <numerusform>Give up; %Ln is not sent yet and stays untouched</numerusform>
            <numerusform>Give up; %Ln are not sent yet and stay untouched</numerusform>
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
    <name>Dialogs</name>
    <message numerus="yes">
        <source>%Ln submission(s) that wait will not be made. What is submitted stays. A cancelled job cannot be taken up again.</source>
        <translation>
            <numerusform>%Ln submission that waits will not be made. What is submitted stays. A cancelled job cannot be taken up again.</numerusform>
            <numerusform>%Ln submissions that wait will not be made. What is submitted stays. A cancelled job cannot be taken up again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry up to %Ln failed submission(s)?</source>
        <translation>
            <numerusform>Retry up to %Ln failed submission?</numerusform>
            <numerusform>Retry up to %Ln failed submissions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln action(s) that were not sent are given up.</source>
        <translation>
            <numerusform>%Ln action that was not sent is given up.</numerusform>
            <numerusform>%Ln actions that were not sent are given up.</numerusform>
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
        <source>%Ln submission(s)</source>
        <translation>
            <numerusform>%Ln submission</numerusform>
            <numerusform>%Ln submissions</numerusform>
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
    <name>FeedCard</name>
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
    <name>JobsTable</name>
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
    <name>LivePage</name>
    <message numerus="yes">
        <source>nothing on this page moves · %Ln change(s) wait</source>
        <translation>
            <numerusform>nothing on this page moves · %Ln change waits</numerusform>
            <numerusform>nothing on this page moves · %Ln changes wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveTile</name>
    <message numerus="yes">
        <source>%Ln submission(s)</source>
        <translation>
            <numerusform>%Ln submission</numerusform>
            <numerusform>%Ln submissions</numerusform>
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
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>Frozen · %Ln wait</source>
        <comment>changes that wait while the view is frozen</comment>
        <translation>
            <numerusform>Frozen · %Ln wait</numerusform>
            <numerusform>Frozen · %Ln wait</numerusform>
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
</TS>
