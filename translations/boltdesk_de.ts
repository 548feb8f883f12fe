<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountButton</name>
    <message>
        <source>Account: %1, %2</source>
        <translation>Konto: %1, %2</translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation>Rolle: %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out and delete the local copy …</source>
        <translation>Abmelden und lokale Kopie löschen …</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>next try in %1</source>
        <translation>nächster Versuch in %1</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>verfällt in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>may have been done: check before you try again</source>
        <translation>vielleicht schon ausgeführt: erst prüfen, dann neu versuchen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Keep trying</source>
        <translation>Weiter versuchen</translation>
    </message>
    <message>
        <source>Tries for another 24 hours to send it</source>
        <translation>Versucht weitere 24 Stunden, es zu senden</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
</context>
<context>
    <name>AdvancedFigures</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>Last sign of life</source>
        <translation>Letztes Lebenszeichen</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>The server sends one every 15 s, so that quiet can be told from a broken connection.</source>
        <translation>Der Server sendet alle 15 s eines, damit Ruhe von einer gestörten Verbindung zu unterscheiden ist.</translation>
    </message>
    <message>
        <source>Catch-ups · rows fetched again</source>
        <translation>Nachgeholt · neu geladene Zeilen</translation>
    </message>
    <message>
        <source>How often missed changes were fetched, and how often single rows were.</source>
        <translation>Wie oft verpasste Änderungen und wie oft einzelne Zeilen nachgeladen wurden.</translation>
    </message>
    <message>
        <source>Outdated · incomplete · unreadable</source>
        <translation>Veraltet · unvollständig · unlesbar</translation>
    </message>
    <message>
        <source>Messages older than what is here, incomplete ones that were fetched again, and ones that made no sense.</source>
        <translation>Meldungen, die älter waren als der Stand hier; unvollständige, die neu geladen wurden; unlesbare.</translation>
    </message>
    <message>
        <source>Window drawn by</source>
        <comment>the graphics card or software</comment>
        <translation>Fenster gezeichnet von</translation>
    </message>
</context>
<context>
    <name>AlertLine</name>
    <message>
        <source>over now</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Over</source>
        <comment>what was wrong is over</comment>
        <translation>Vorbei</translation>
    </message>
</context>
<context>
    <name>AlertList</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>All alerts</source>
        <translation>Alle Alarme</translation>
    </message>
    <message>
        <source>No alert matches the filter</source>
        <translation>Kein Alarm passt zum Filter</translation>
    </message>
    <message>
        <source>No alert is dismissed</source>
        <translation>Kein Alarm ist ausgeblendet</translation>
    </message>
    <message>
        <source>Nothing is wrong right now</source>
        <translation>Im Moment ist alles in Ordnung</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>A dismissed alert comes back when it gets worse.</source>
        <translation>Ein ausgeblendeter Alarm kommt wieder, wenn es schlimmer wird.</translation>
    </message>
</context>
<context>
    <name>AlertListHead</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>so many alerts, so many groups</comment>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <comment>of alerts</comment>
        <translation>
            <numerusform>%Ln Gruppe</numerusform>
            <numerusform>%Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Which alerts</source>
        <translation>Welche Alarme</translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln</source>
        <comment>alerts that are open</comment>
        <translation>
            <numerusform>Offen %Ln</numerusform>
            <numerusform>Offen %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismissed %Ln</source>
        <comment>alerts that were dismissed</comment>
        <translation>
            <numerusform>Ausgeblendet %Ln</numerusform>
            <numerusform>Ausgeblendet %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter alerts</source>
        <translation>Alarme filtern</translation>
    </message>
</context>
<context>
    <name>AlertPanel</name>
    <message>
        <source>Alerts are not known yet</source>
        <translation>Alarme noch nicht bekannt</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Keine Alarme</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>so many alerts, so many groups</comment>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln Alarm</numerusform>
            <numerusform>%Ln Alarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <comment>of alerts</comment>
        <translation>
            <numerusform>%Ln Gruppe</numerusform>
            <numerusform>%Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known yet: the first copy is still on its way</source>
        <translation>Noch nicht bekannt: Die Daten werden noch geladen</translation>
    </message>
    <message>
        <source>Nothing else is wrong right now</source>
        <translation>Sonst ist im Moment alles in Ordnung</translation>
    </message>
    <message>
        <source>Nothing is wrong right now</source>
        <translation>Im Moment ist alles in Ordnung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dismissed, not solved</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%Ln ausgeblendet, nicht gelöst</numerusform>
            <numerusform>%Ln ausgeblendet, nicht gelöst</numerusform>
        </translation>
    </message>
    <message>
        <source>the last alert ended at %1</source>
        <translation>der letzte Alarm endete um %1</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln group(s)</source>
        <comment>of alerts</comment>
        <translation>
            <numerusform>in %Ln Gruppe</numerusform>
            <numerusform>in %Ln Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dismissed</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%Ln ausgeblendet</numerusform>
            <numerusform>%Ln ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %Ln group(s)</source>
        <comment>of alerts, beside the one named</comment>
        <translation>
            <numerusform>+ %Ln Gruppe</numerusform>
            <numerusform>+ %Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <comment>alerts</comment>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all alerts</source>
        <translation>Alle Alarme zeigen</translation>
    </message>
</context>
<context>
    <name>AlertRow</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>alerts of this kind</comment>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>over now</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>zurückgeholt</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>ausgeblendet</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <comment>alerts of a kind</comment>
        <translation>
            <numerusform>Alle %Ln zeigen</numerusform>
            <numerusform>Alle %Ln zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Aufklappen</translation>
    </message>
    <message>
        <source>Bring back</source>
        <comment>a dismissed alert</comment>
        <translation>Zurückholen</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>no workers online</source>
        <comment>words by which alerts are found</comment>
        <translation>kein Worker online</translation>
    </message>
    <message>
        <source>missed its SLA, late, overdue</source>
        <comment>words by which alerts are found</comment>
        <translation>SLA verfehlt, zu spät, überfällig</translation>
    </message>
    <message>
        <source>stuck</source>
        <comment>words by which alerts are found</comment>
        <translation>hängt</translation>
    </message>
    <message>
        <source>fails more than usual, errors</source>
        <comment>words by which alerts are found</comment>
        <translation>scheitert öfter als sonst, Fehler</translation>
    </message>
    <message>
        <source>under 4 h, may miss its SLA, at risk</source>
        <comment>words by which alerts are found</comment>
        <translation>unter 4 h, SLA in Gefahr</translation>
    </message>
    <message>
        <source>worker lost, silent</source>
        <comment>words by which alerts are found</comment>
        <translation>Worker verloren, schweigt</translation>
    </message>
    <message>
        <source>shut off, circuit open</source>
        <comment>words by which alerts are found</comment>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) missed their SLA</source>
        <translation>
            <numerusform>%Ln Auftrag hat sein SLA verfehlt</numerusform>
            <numerusform>%Ln Aufträge haben ihr SLA verfehlt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) stuck</source>
        <translation>
            <numerusform>%Ln Auftrag hängt</numerusform>
            <numerusform>%Ln Aufträge hängen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln directory(s) fail more than usual</source>
        <translation>
            <numerusform>%Ln Verzeichnis scheitert öfter als sonst</numerusform>
            <numerusform>%Ln Verzeichnisse scheitern öfter als sonst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) under 4 h</source>
        <comment>due in less than four hours</comment>
        <translation>
            <numerusform>%Ln Auftrag unter 4 h</numerusform>
            <numerusform>%Ln Aufträge unter 4 h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) may miss their SLA</source>
        <translation>
            <numerusform>%Ln Auftrag könnte sein SLA verfehlen</numerusform>
            <numerusform>%Ln Aufträge könnten ihr SLA verfehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s) lost</source>
        <translation>
            <numerusform>%Ln Worker verloren</numerusform>
            <numerusform>%Ln Worker verloren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln directory(s) shut off</source>
        <translation>
            <numerusform>%Ln Verzeichnis gesperrt</numerusform>
            <numerusform>%Ln Verzeichnisse gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>No workers online since %1</source>
        <translation>Seit %1 kein Worker online</translation>
    </message>
    <message>
        <source>No workers online</source>
        <translation>Kein Worker online</translation>
    </message>
    <message>
        <source>%1 missed its SLA</source>
        <comment>a customer&apos;s job</comment>
        <translation>%1 hat das SLA verfehlt</translation>
    </message>
    <message>
        <source>%1 is stuck</source>
        <comment>a customer&apos;s job</comment>
        <translation>%1 hängt</translation>
    </message>
    <message>
        <source>%1 fails %2 × as often as usual</source>
        <comment>a directory</comment>
        <translation>%1 scheitert %2 × so oft wie sonst</translation>
    </message>
    <message>
        <source>%1 may miss its SLA</source>
        <comment>a customer&apos;s job</comment>
        <translation>%1 könnte das SLA verfehlen</translation>
    </message>
    <message>
        <source>%1 is silent</source>
        <comment>a worker</comment>
        <translation>%1 schweigt</translation>
    </message>
    <message>
        <source>%1 is shut off</source>
        <comment>a directory</comment>
        <translation>%1 ist gesperrt</translation>
    </message>
    <message>
        <source>newest %1, due %2 · oldest %3 late</source>
        <translation>neuester %1, fällig %2 · ältester %3 zu spät</translation>
    </message>
    <message>
        <source>the first tries again at %1</source>
        <translation>das erste versucht es um %1 wieder</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of a customer, directory or worker, then how bad it is: Smith 26 min</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln for captcha</source>
        <comment>directories that are shut off</comment>
        <translation>
            <numerusform>%Ln wegen Captcha</numerusform>
            <numerusform>%Ln wegen Captcha</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln do not answer</source>
        <comment>directories</comment>
        <translation>
            <numerusform>%Ln antwortet nicht</numerusform>
            <numerusform>%Ln antworten nicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed their form</source>
        <comment>directories</comment>
        <translation>
            <numerusform>%Ln hat ein neues Formular</numerusform>
            <numerusform>%Ln haben ein neues Formular</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for other reasons</source>
        <comment>directories that are shut off</comment>
        <translation>
            <numerusform>%Ln aus anderen Gründen</numerusform>
            <numerusform>%Ln aus anderen Gründen</numerusform>
        </translation>
    </message>
    <message>
        <source>due %1, %2 late</source>
        <comment>time, time span</comment>
        <translation>fällig %1, %2 zu spät</translation>
    </message>
    <message>
        <source>due %1, in %2</source>
        <comment>time, time span</comment>
        <translation>fällig %1, in %2</translation>
    </message>
    <message>
        <source>no progress for %1</source>
        <translation>seit %1 kein Fortschritt</translation>
    </message>
    <message>
        <source>%1 × as often as usual</source>
        <translation>%1 × so oft wie sonst</translation>
    </message>
    <message>
        <source>last heard %1 ago</source>
        <translation>zuletzt gehört vor %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left within %1</source>
        <comment>workers</comment>
        <translation>
            <numerusform>%Ln innerhalb von %1 weg</numerusform>
            <numerusform>%Ln innerhalb von %1 weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) wait, nothing is being sent</source>
        <translation>
            <numerusform>%Ln Eintrag wartet, nichts wird gesendet</numerusform>
            <numerusform>%Ln Einträge warten, nichts wird gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing waits to be sent</source>
        <translation>nichts wartet</translation>
    </message>
    <message>
        <source>%1 of %2 failed in the last 20 min, most often %3</source>
        <translation>%1 von %2 in 20 min gescheitert, meist: %3</translation>
    </message>
    <message>
        <source>its work goes back to the queue</source>
        <translation>seine Arbeit geht zurück in die Warteschlange</translation>
    </message>
    <message>
        <source>up to %1 late at this speed</source>
        <translation>bei diesem Tempo bis zu %1 zu spät</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <comment>submissions</comment>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) wait</source>
        <translation>
            <numerusform>%Ln Auftrag wartet</numerusform>
            <numerusform>%Ln Aufträge warten</numerusform>
        </translation>
    </message>
    <message>
        <source>no job waits</source>
        <translation>kein Auftrag wartet</translation>
    </message>
    <message>
        <source>no workers online</source>
        <translation>kein Worker online</translation>
    </message>
    <message numerus="yes">
        <source>%Ln missed their SLA</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>%Ln SLA verfehlt</numerusform>
            <numerusform>%Ln SLA verfehlt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stuck</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>%Ln hängt</numerusform>
            <numerusform>%Ln hängen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fail often</source>
        <comment>directories</comment>
        <translation>
            <numerusform>%Ln scheitert oft</numerusform>
            <numerusform>%Ln scheitern oft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln at risk</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>%Ln in Gefahr</numerusform>
            <numerusform>%Ln in Gefahr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln silent</source>
        <comment>workers</comment>
        <translation>
            <numerusform>%Ln schweigt</numerusform>
            <numerusform>%Ln schweigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shut off</source>
        <comment>directories</comment>
        <translation>
            <numerusform>%Ln gesperrt</numerusform>
            <numerusform>%Ln gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Show workers</source>
        <translation>Worker zeigen</translation>
    </message>
    <message>
        <source>Open job</source>
        <translation>Auftrag öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag zeigen</numerusform>
            <numerusform>%Ln Aufträge zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln directory(s)</source>
        <translation>
            <numerusform>%Ln Verzeichnis zeigen</numerusform>
            <numerusform>%Ln Verzeichnisse zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %Ln</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%Ln ausblenden</numerusform>
            <numerusform>%Ln ausblenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <comment>an alert</comment>
        <translation>Ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) that missed their SLA</source>
        <translation>
            <numerusform>%Ln Auftrag mit verfehltem SLA</numerusform>
            <numerusform>%Ln Aufträge mit verfehltem SLA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) that are stuck</source>
        <translation>
            <numerusform>%Ln Auftrag, der hängt</numerusform>
            <numerusform>%Ln Aufträge, die hängen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) that may miss their SLA</source>
        <translation>
            <numerusform>%Ln Auftrag mit SLA in Gefahr</numerusform>
            <numerusform>%Ln Aufträge mit SLA in Gefahr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) with work at %1</source>
        <comment>a directory</comment>
        <translation>
            <numerusform>%Ln Auftrag mit Arbeit bei %1</numerusform>
            <numerusform>%Ln Aufträge mit Arbeit bei %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnalyticsPage</name>
    <message>
        <source>Analytics</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>as of %1 · refreshing …</source>
        <translation>Stand %1 · wird aktualisiert …</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>The figures could not be loaded</source>
        <translation>Die Zahlen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>Loading the figures …</source>
        <translation>Die Zahlen werden geladen …</translation>
    </message>
    <message>
        <source>The server works them out over the whole range, not only over what is on this computer.</source>
        <translation>Der Server berechnet sie über den ganzen Zeitraum, nicht nur über das, was auf diesem Rechner liegt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>%1: %2 done, %3 refused. %4</source>
        <translation>%1: %2 erledigt, %3 abgelehnt. %4</translation>
    </message>
    <message>
        <source>%1 was refused. %2</source>
        <translation>%1 wurde abgelehnt. %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left untouched</source>
        <translation>
            <numerusform>%Ln blieb unberührt</numerusform>
            <numerusform>%Ln blieben unberührt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired without being sent</source>
        <translation>
            <numerusform>%Ln ist ungesendet verfallen</numerusform>
            <numerusform>%Ln sind ungesendet verfallen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <comment>name of an action</comment>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>%1 couldn&apos;t be sent for 24 hours and was dropped.</source>
        <translation>%1: 24 h nicht gesendet, verworfen.</translation>
    </message>
</context>
<context>
    <name>AttemptList</name>
    <message>
        <source>Attempt %1 · %2</source>
        <translation>Versuch %1 · %2</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>Details anzeigen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>The attempts could not be loaded</source>
        <translation>Die Versuche konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>No attempt failed</source>
        <translation>Kein Versuch ist gescheitert</translation>
    </message>
    <message>
        <source>Loading the attempts …</source>
        <translation>Die Versuche werden geladen …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Only attempts that ended in an error are listed here.</source>
        <translation>Hier stehen nur Versuche, die mit einem Fehler endeten.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>BulkRow</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired</source>
        <translation>
            <numerusform>%Ln verfallen</numerusform>
            <numerusform>%Ln verfallen</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>nächster Versuch in %1</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>verfällt in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>finishing what was sent</source>
        <translation>Gesendetes läuft noch</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>läuft</translation>
    </message>
    <message numerus="yes">
        <source>stopped, %Ln left untouched</source>
        <translation>
            <numerusform>beendet, %Ln blieb unberührt</numerusform>
            <numerusform>beendet, %Ln blieben unberührt</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>wartet auf Versand</translation>
    </message>
    <message>
        <source>Keep trying</source>
        <translation>Weiter versuchen</translation>
    </message>
    <message>
        <source>Tries for another 24 hours to send it</source>
        <translation>Versucht weitere 24 Stunden, es zu senden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause after the current batch</source>
        <translation>Nach dem laufenden Teil anhalten</translation>
    </message>
    <message numerus="yes">
        <source>Stop; %Ln not sent yet stay untouched</source>
        <translation>
            <numerusform>Beenden; %Ln nicht gesendeter bleibt unberührt</numerusform>
            <numerusform>Beenden; %Ln nicht gesendete bleiben unberührt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkStrip</name>
    <message>
        <source>%1: %2 of %3</source>
        <comment>action, done, of all</comment>
        <translation>%1: %2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause after the current batch</source>
        <translation>Nach dem laufenden Teil anhalten</translation>
    </message>
    <message numerus="yes">
        <source>Stop; %Ln not sent yet stay untouched</source>
        <translation>
            <numerusform>Beenden; %Ln nicht gesendeter bleibt unberührt</numerusform>
            <numerusform>Beenden; %Ln nicht gesendete bleiben unberührt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>Wahl: %Ln</numerusform>
            <numerusform>Wahl: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Not possible for any of the selected.</source>
        <translation>Für nichts Gewähltes möglich.</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <comment>button: how many submissions</comment>
        <translation>%1 erneut</translation>
    </message>
    <message>
        <source>Skip %1</source>
        <comment>button: how many submissions</comment>
        <translation>%1 auslassen</translation>
    </message>
    <message>
        <source>Mark %1 verified</source>
        <comment>button: how many submissions</comment>
        <translation>%1 geprüft</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search or command</source>
        <translation>Suche oder Befehl</translation>
    </message>
    <message>
        <source>Page, command, customer, directory, error code …</source>
        <translation>Seite, Befehl, Kunde, Verzeichnis, Fehlercode …</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No command, name, address or error code on this computer contains “%1”.</source>
        <translation>Kein Befehl, Name, keine Adresse und kein Fehlercode auf diesem Rechner enthält „%1“.</translation>
    </message>
</context>
<context>
    <name>CompletedChart</name>
    <message>
        <source>Jobs completed per day</source>
        <translation>Abgeschlossene Aufträge je Tag</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>n %1 · %2</source>
        <comment>total and time zone</comment>
        <translation>n %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln job(s)</source>
        <translation>
            <numerusform>%1: %Ln Auftrag</numerusform>
            <numerusform>%1: %Ln Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs completed on that day, in your time zone.</source>
        <translation>An diesem Tag abgeschlossene Aufträge, in Ihrer Zeitzone.</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>ConnectionPill</name>
    <message>
        <source>Live · %1</source>
        <comment>connection state and round trip</comment>
        <translation>Live · %1</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Reconnecting in %1</source>
        <translation>Neuer Versuch in %1</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline seit %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Catching up …</source>
        <translation>Holt auf …</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>data %1 old</source>
        <translation>Daten %1 alt</translation>
    </message>
    <message>
        <source>No answer for %1</source>
        <comment>the server does not answer; a span, e.g. 3 s</comment>
        <translation>Keine Antwort seit %1</translation>
    </message>
    <message>
        <source>Subscribing …</source>
        <translation>Abonniert …</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Kein Zugriff</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read</source>
        <comment>of all tables</comment>
        <translation>
            <numerusform>%Ln Zeile ist nicht lesbar</numerusform>
            <numerusform>%Ln Zeilen sind nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Every %1</source>
        <comment>how often the server is asked, e.g. 20 s</comment>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Checked %1 ago</source>
        <comment>when all was seen to be right; a span</comment>
        <translation>Vor %1 geprüft</translation>
    </message>
    <message>
        <source>Partly live</source>
        <comment>of some tables no changes arrive</comment>
        <translation>Teilweise live</translation>
    </message>
</context>
<context>
    <name>ConnectionPopup</name>
    <message>
        <source>Changes arrive as they happen</source>
        <translation>Änderungen kommen sofort an</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Ereignisse je Sekunde</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Neuverbindungen</translation>
    </message>
    <message>
        <source>Data as of</source>
        <translation>Stand der Daten</translation>
    </message>
    <message>
        <source>never loaded</source>
        <translation>nie geladen</translation>
    </message>
    <message>
        <source>Local copy</source>
        <translation>Lokale Kopie</translation>
    </message>
    <message>
        <source>in memory only</source>
        <translation>nur im Speicher</translation>
    </message>
    <message>
        <source>All diagnostics</source>
        <translation>Alle Messwerte</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <comment>round trip, and when it was measured</comment>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>The server does not answer. What you see is as of %1.</source>
        <translation>Der Server antwortet nicht. Was Sie sehen, ist der Stand von %1.</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Next try in %1.</source>
        <comment>to get live updates again</comment>
        <translation>Nächster Versuch in %1.</translation>
    </message>
    <message>
        <source>No live updates: the server is asked every %1.</source>
        <translation>Keine Live-Daten: Der Server wird alle %1 gefragt.</translation>
    </message>
    <message>
        <source>%1: no live updates, read every %2</source>
        <comment>names of tables, a span</comment>
        <translation>%1: keine Live-Daten, alle %2 gelesen</translation>
    </message>
    <message>
        <source>%1: cannot be read</source>
        <comment>names of tables</comment>
        <translation>%1: nicht lesbar</translation>
    </message>
    <message>
        <source>Changes do not arrive for all tables</source>
        <translation>Nicht für alle Tabellen kommen Änderungen an</translation>
    </message>
</context>
<context>
    <name>ConnectionSection</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Ereignisse je Sekunde</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Data as of</source>
        <translation>Stand der Daten</translation>
    </message>
    <message>
        <source>never loaded</source>
        <translation>nie geladen</translation>
    </message>
    <message>
        <source>Events received</source>
        <translation>Empfangene Ereignisse</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Neuverbindungen</translation>
    </message>
    <message>
        <source>Local copy</source>
        <translation>Lokale Kopie</translation>
    </message>
    <message>
        <source>in memory only</source>
        <translation>nur im Speicher</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <comment>time and age</comment>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <comment>round trip, and when it was measured</comment>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>How long the server took to answer last</source>
        <translation>So lange brauchte der Server zuletzt für eine Antwort</translation>
    </message>
    <message>
        <source>Data received</source>
        <translation>Empfangene Daten</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CopyWords</name>
    <message>
        <source>the program is incomplete: a migration is missing</source>
        <translation>dem Programm fehlt eine Migration</translation>
    </message>
    <message>
        <source>One row of the local copy was damaged and is read again from the server.</source>
        <translation>Eine Zeile der lokalen Kopie war beschädigt und wird neu vom Server gelesen.</translation>
    </message>
    <message>
        <source>%1 rows of the local copy were damaged and are read again from the server.</source>
        <translation>%1 Zeilen der lokalen Kopie waren beschädigt und werden neu vom Server gelesen.</translation>
    </message>
    <message>
        <source>One action kept on this computer was damaged and is not sent.</source>
        <translation>Eine auf diesem Computer gespeicherte Aktion war beschädigt und wird nicht gesendet.</translation>
    </message>
    <message>
        <source>%1 actions kept on this computer were damaged and are not sent.</source>
        <translation>%1 auf diesem Computer gespeicherte Aktionen waren beschädigt und werden nicht gesendet.</translation>
    </message>
    <message>
        <source>Not saved on this computer: %1</source>
        <translation>Auf diesem Computer nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>many of its rows are damaged</source>
        <translation>viele ihrer Zeilen sind beschädigt</translation>
    </message>
    <message>
        <source>its rows are out of order</source>
        <translation>ihre Zeilen sind durcheinander</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>sie ist ein Ordner</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>it is not a BoltDesk copy</source>
        <translation>sie ist keine Kopie von BoltDesk</translation>
    </message>
    <message>
        <source>it was written by a newer BoltDesk</source>
        <translation>sie stammt von einem neueren BoltDesk</translation>
    </message>
    <message>
        <source>it belongs to another account</source>
        <translation>sie gehört zu einem anderen Konto</translation>
    </message>
    <message>
        <source>The local copy (%1) can neither be used nor set aside.</source>
        <translation>Die lokale Kopie (%1) lässt sich weder benutzen noch beiseitelegen.</translation>
    </message>
    <message>
        <source>The local copy was set aside as %1 (%2). It is read again from the server.</source>
        <translation>Die lokale Kopie wurde als %1 beiseitegelegt (%2). Sie wird neu vom Server gelesen.</translation>
    </message>
    <message>
        <source>1 action was carried over.</source>
        <translation>1 Aktion wurde übernommen.</translation>
    </message>
    <message>
        <source>%1 actions were carried over.</source>
        <translation>%1 Aktionen wurden übernommen.</translation>
    </message>
    <message>
        <source>1 action that had not been sent is lost.</source>
        <translation>1 nicht gesendete Aktion ist verloren.</translation>
    </message>
    <message>
        <source>%1 actions that had not been sent are lost.</source>
        <translation>%1 nicht gesendete Aktionen sind verloren.</translation>
    </message>
    <message>
        <source>1 action could not be read and is lost.</source>
        <translation>1 Aktion war nicht lesbar und ist verloren.</translation>
    </message>
    <message>
        <source>%1 actions could not be read and are lost.</source>
        <translation>%1 Aktionen waren nicht lesbar und sind verloren.</translation>
    </message>
    <message>
        <source>Actions that had not been sent may be lost.</source>
        <translation>Nicht gesendete Aktionen können verloren sein.</translation>
    </message>
    <message>
        <source>its tables are damaged</source>
        <translation>ihre Tabellen sind beschädigt</translation>
    </message>
</context>
<context>
    <name>DeskCommands</name>
    <message>
        <source>Live page</source>
        <translation>Seite Live</translation>
    </message>
    <message>
        <source>Analytics page</source>
        <translation>Seite Auswertung</translation>
    </message>
    <message>
        <source>Freeze the page</source>
        <translation>Seite einfrieren</translation>
    </message>
    <message>
        <source>Switch to the light theme</source>
        <translation>Zu hellen Farben wechseln</translation>
    </message>
    <message>
        <source>Switch to the dark theme</source>
        <translation>Zu dunklen Farben wechseln</translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation>Bequeme Zeilen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>System page: connection, waiting actions</source>
        <translation>Seite System: Verbindung, wartende Aktionen</translation>
    </message>
    <message>
        <source>Show all alerts</source>
        <translation>Alle Alarme zeigen</translation>
    </message>
    <message>
        <source>Unfreeze the page</source>
        <translation>Seite auftauen</translation>
    </message>
    <message>
        <source>Reload all</source>
        <translation>Alles neu laden</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Kompakte Zeilen</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste ein-/ausblenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Copy an answer for the customer</source>
        <translation>Antwort für den Kunden kopieren</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Sign out and delete the local copy?</source>
        <translation>Abmelden und die lokale Kopie löschen?</translation>
    </message>
    <message>
        <source>Sign out and delete</source>
        <translation>Abmelden und löschen</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
    <message>
        <source>Everything this computer keeps of %1 (%2) is deleted. It is loaded again after the next sign-in.</source>
        <translation>Alles, was dieser Rechner von %1 hat (%2), wird gelöscht. Nach der nächsten Anmeldung wird es neu geladen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln action(s) not sent yet will never be sent.</source>
        <translation>
            <numerusform>%Ln noch nicht gesendete Aktion wird nie gesendet.</numerusform>
            <numerusform>%Ln noch nicht gesendete Aktionen werden nie gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrawerFoot</name>
    <message>
        <source>N next failed · Enter attempts · X select · ⇧X all failed</source>
        <translation>N nächster Fehler · Enter Versuche · X wählen · ⇧X alle Fehler</translation>
    </message>
</context>
<context>
    <name>DrawerHead</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy an answer for the customer</source>
        <translation>Antwort für den Kunden kopieren</translation>
    </message>
</context>
<context>
    <name>ErrorChart</name>
    <message>
        <source>Error rate by directory</source>
        <translation>Fehlerquote nach Verzeichnis</translation>
    </message>
    <message>
        <source>(rejected + failed) ÷ attempts of the range, by directory.</source>
        <translation>(abgelehnt + gescheitert) ÷ Versuche des Zeitraums, nach Verzeichnis.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 attempts</source>
        <translation>%1: %2 von %3 Versuchen</translation>
    </message>
    <message>
        <source>%1 · n %2</source>
        <comment>rate and number of attempts</comment>
        <translation>%1 · n %2</translation>
    </message>
    <message>
        <source>No directory has enough attempts yet</source>
        <translation>Noch hat kein Verzeichnis genug Versuche</translation>
    </message>
    <message numerus="yes">
        <source>% of attempts, the %Ln highest</source>
        <translation>
            <numerusform>% der Versuche, die höchste</numerusform>
            <numerusform>% der Versuche, die %Ln höchsten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>only directories with at least %Ln attempt(s)</source>
        <translation>
            <numerusform>nur Verzeichnisse ab %Ln Versuch</numerusform>
            <numerusform>nur Verzeichnisse ab %Ln Versuchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A rate over fewer than %Ln attempt(s) would say more about chance than about the directory.</source>
        <translation>
            <numerusform>Eine Quote aus weniger als %Ln Versuch sagte mehr über den Zufall als über das Verzeichnis.</numerusform>
            <numerusform>Eine Quote aus weniger als %Ln Versuchen sagte mehr über den Zufall als über das Verzeichnis.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>page did not load</source>
        <translation>Seite lädt nicht</translation>
    </message>
    <message>
        <source>site is down</source>
        <translation>Seite ausgefallen</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>zu viele Anfragen</translation>
    </message>
    <message>
        <source>form changed</source>
        <translation>Formular geändert</translation>
    </message>
    <message>
        <source>captcha</source>
        <translation>Captcha</translation>
    </message>
    <message>
        <source>login needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>e-mail check</source>
        <translation>E-Mail-Prüfung</translation>
    </message>
    <message>
        <source>phone check</source>
        <translation>Telefonprüfung</translation>
    </message>
    <message>
        <source>already listed</source>
        <translation>schon eingetragen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>payment needed</source>
        <translation>Zahlung nötig</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>invalid data</source>
        <translation>Datenfehler</translation>
    </message>
</context>
<context>
    <name>FeedCard</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Noch ist nichts passiert</translation>
    </message>
    <message>
        <source>Every change is listed here as it happens, newest first.</source>
        <translation>Jede Änderung erscheint hier, sobald sie geschieht, die neueste zuerst.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Nothing of this kind yet</source>
        <translation>Noch nichts davon</translation>
    </message>
    <message>
        <source>The list above is filtered; All shows everything.</source>
        <translation>Die Liste ist gefiltert; „Alle“ zeigt alles.</translation>
    </message>
</context>
<context>
    <name>FeedControls</name>
    <message>
        <source>All</source>
        <comment>of the activity</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Attention</source>
        <comment>of the activity: what needs it</comment>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>of the activity: own actions</comment>
        <translation>Meine</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in the activity: %1</source>
        <translation>In der Aktivität zeigen: %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Wichtiges</translation>
    </message>
    <message>
        <source>My actions</source>
        <translation>Meine Aktionen</translation>
    </message>
    <message>
        <source>Resume the activity</source>
        <translation>Aktivität fortsetzen</translation>
    </message>
    <message>
        <source>Pause the activity</source>
        <translation>Aktivität anhalten</translation>
    </message>
</context>
<context>
    <name>FeedRow</name>
    <message>
        <source>Retry %1 of %2 at %3</source>
        <translation>Versuch %1 von %2 um %3</translation>
    </message>
    <message>
        <source>Job finished: %1 of %2</source>
        <translation>Auftrag fertig: %1 von %2</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
    <message>
        <source>its work goes back to the queue</source>
        <translation>seine Arbeit geht zurück in die Warteschlange</translation>
    </message>
    <message>
        <source>takes work again</source>
        <translation>nimmt wieder Arbeit an</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln erledigt</numerusform>
            <numerusform>%Ln erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>: %1</source>
        <comment>after a name: what became of it</comment>
        <translation>: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln approved</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln bestätigt</numerusform>
            <numerusform>%Ln bestätigt</numerusform>
        </translation>
    </message>
    <message>
        <source>approved</source>
        <comment>a directory approved a listing</comment>
        <translation>bestätigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln gesendet</numerusform>
            <numerusform>%Ln gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>sent</source>
        <comment>a listing was submitted to a directory</comment>
        <translation>gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>rejected</source>
        <comment>a directory rejected a listing</comment>
        <translation>abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln übersprungen</numerusform>
            <numerusform>%Ln übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>skipped</source>
        <comment>a submission to a directory was skipped</comment>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>started</source>
        <comment>a submission to a directory</comment>
        <translation>begonnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln started</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln begonnen</numerusform>
            <numerusform>%Ln begonnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) started</source>
        <translation>
            <numerusform>%Ln Eintrag begonnen</numerusform>
            <numerusform>%Ln Einträge begonnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed: %1</source>
        <comment>submissions: error code</comment>
        <translation>
            <numerusform>%Ln Fehler: %1</numerusform>
            <numerusform>%Ln Fehler: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <comment>error code</comment>
        <translation>Fehler: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need a person: %1</source>
        <comment>submissions: error code</comment>
        <translation>
            <numerusform>%Ln von Hand: %1</numerusform>
            <numerusform>%Ln von Hand: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs a person: %1</source>
        <comment>error code</comment>
        <translation>Von Hand: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln back in the queue</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln warten wieder</numerusform>
            <numerusform>%Ln warten wieder</numerusform>
        </translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>Wartet wieder</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s): %1</source>
        <comment>state of the jobs</comment>
        <translation>
            <numerusform>%Ln Auftrag: %1</numerusform>
            <numerusform>%Ln Aufträge: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Job: %1</source>
        <comment>state of the job</comment>
        <translation>Auftrag: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s) went offline</source>
        <translation>
            <numerusform>%Ln Worker ging offline</numerusform>
            <numerusform>%Ln Worker gingen offline</numerusform>
        </translation>
    </message>
    <message>
        <source>went offline</source>
        <comment>a worker</comment>
        <translation>ging offline</translation>
    </message>
    <message numerus="yes">
        <source>%Ln worker(s) back online</source>
        <translation>
            <numerusform>%Ln Worker wieder online</numerusform>
            <numerusform>%Ln Worker wieder online</numerusform>
        </translation>
    </message>
    <message>
        <source>back online</source>
        <comment>a worker</comment>
        <translation>wieder online</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to be retried: %1</source>
        <comment>submissions: error code</comment>
        <translation>
            <numerusform>%Ln neuer Versuch: %1</numerusform>
            <numerusform>%Ln neuer Versuch: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln directories shut off</source>
        <translation>
            <numerusform>%Ln Verzeichnis gesperrt</numerusform>
            <numerusform>%Ln Verzeichnisse gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>shut off</source>
        <comment>a directory</comment>
        <translation>gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln directories open again</source>
        <translation>
            <numerusform>%Ln Verzeichnis wieder offen</numerusform>
            <numerusform>%Ln Verzeichnisse wieder offen</numerusform>
        </translation>
    </message>
    <message>
        <source>open again</source>
        <comment>a directory</comment>
        <translation>wieder offen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln directories being tested</source>
        <translation>
            <numerusform>%Ln Verzeichnis im Test</numerusform>
            <numerusform>%Ln Verzeichnisse im Test</numerusform>
        </translation>
    </message>
    <message>
        <source>being tested</source>
        <comment>a directory that was shut off</comment>
        <translation>wird getestet</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln more</source>
        <comment>a directory and how many others</comment>
        <translation>
            <numerusform>%1, %Ln weitere</numerusform>
            <numerusform>%1, %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln more job(s)</source>
        <comment>a customer and how many others</comment>
        <translation>
            <numerusform>%1, %Ln weiterer Auftrag</numerusform>
            <numerusform>%1, %Ln weitere Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1 · last %2</source>
        <comment>duration · directory</comment>
        <translation>in %1 · zuletzt %2</translation>
    </message>
    <message>
        <source>within %1, from %2</source>
        <comment>duration, time of day</comment>
        <translation>innerhalb von %1, ab %2</translation>
    </message>
    <message>
        <source>%1 done, %2 refused</source>
        <translation>%1 erledigt, %2 abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln done, the rest undone</source>
        <translation>
            <numerusform>%Ln erledigt, der Rest rückgängig</numerusform>
            <numerusform>%Ln erledigt, der Rest rückgängig</numerusform>
        </translation>
    </message>
    <message>
        <source>undone before it was sent</source>
        <translation>vor dem Senden rückgängig gemacht</translation>
    </message>
    <message>
        <source>not sent for 24 hours, dropped</source>
        <translation>24 Stunden nicht gesendet, verworfen</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <comment>error code</comment>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from one time to another</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) reopened</source>
        <translation>
            <numerusform>%Ln Auftrag wieder geöffnet</numerusform>
            <numerusform>%Ln Aufträge wieder geöffnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Job reopened by %1</source>
        <translation>Auftrag wieder geöffnet von %1</translation>
    </message>
    <message>
        <source>Job reopened</source>
        <translation>Auftrag wieder geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln directories in an unknown state</source>
        <translation>
            <numerusform>%Ln Verzeichnis in unbekanntem Zustand</numerusform>
            <numerusform>%Ln Verzeichnisse in unbekanntem Zustand</numerusform>
        </translation>
    </message>
    <message>
        <source>in an unknown state</source>
        <comment>a directory</comment>
        <translation>in unbekanntem Zustand</translation>
    </message>
</context>
<context>
    <name>HeaderCell</name>
    <message>
        <source>%1, sorted descending</source>
        <translation>%1, absteigend sortiert</translation>
    </message>
    <message>
        <source>%1, sorted ascending</source>
        <translation>%1, aufsteigend sortiert</translation>
    </message>
</context>
<context>
    <name>HoldToast</name>
    <message>
        <source>in %1 s</source>
        <comment>seconds</comment>
        <translation>in %1 s</translation>
    </message>
    <message>
        <source>when the connection is back</source>
        <translation>sobald die Verbindung steht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more before it</source>
        <comment>actions that are held</comment>
        <translation>
            <numerusform>%Ln weitere davor</numerusform>
            <numerusform>%Ln weitere davor</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation>Noch ist nichts gesendet</translation>
    </message>
</context>
<context>
    <name>JobDrawer</name>
    <message>
        <source>Job of %1</source>
        <translation>Auftrag von %1</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Gescheiterte wiederholen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Priority %1</source>
        <translation>Priorität %1</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Cancel job …</source>
        <translation>Stornieren …</translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>%Ln wiederholen</numerusform>
            <numerusform>%Ln wiederholen</numerusform>
        </translation>
    </message>
    <message>
        <source>All that is failed, also what would be tried again by itself</source>
        <translation>Alles Gescheiterte, auch was von selbst noch einmal versucht würde</translation>
    </message>
    <message>
        <source>Submissions are still loading</source>
        <translation>Einträge werden noch geladen</translation>
    </message>
    <message>
        <source>This job is not on this computer</source>
        <translation>Dieser Auftrag ist nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>They are loaded after the jobs.</source>
        <translation>Sie werden nach den Aufträgen geladen.</translation>
    </message>
    <message>
        <source>It may be too old to be kept here, or the link is for another workspace.</source>
        <translation>Er ist vielleicht zu alt oder gehört zu einem anderen Arbeitsbereich.</translation>
    </message>
</context>
<context>
    <name>JobFigures</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>done of total</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>time left of a job</comment>
        <translation>Rest</translation>
    </message>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>fertig %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 zu spät</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>Submitted or approved, of all directories of this job</source>
        <translation>Eingereicht oder bestätigt, von allen Verzeichnissen dieses Auftrags</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln need a person)</source>
        <comment>failed submissions, of which need a person</comment>
        <translation>
            <numerusform>%1 (%Ln von Hand)</numerusform>
            <numerusform>%1 (%Ln von Hand)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 per minute, mean of the last 10 minutes</source>
        <translation>%1 je Minute, Mittel der letzten 10 Minuten</translation>
    </message>
</context>
<context>
    <name>JobHeader</name>
    <message>
        <source>Column heads</source>
        <translation>Spaltenköpfe</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>approved · submitted · skipped · failed · needs a person · retry · being submitted now · waiting</source>
        <translation>bestätigt · eingereicht · übersprungen · gescheitert · braucht einen Menschen · neuer Versuch · wird gerade eingereicht · wartet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>time left of a job</comment>
        <translation>Rest</translation>
    </message>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>Time left until the job is due</source>
        <translation>Zeit, bis der Auftrag fällig ist</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Select all jobs</source>
        <translation>Alle Aufträge auswählen</translation>
    </message>
    <message>
        <source>Failed for good, rejected, or needing a person; a row tells how many of each</source>
        <translation>Endgültig gescheitert, abgelehnt oder von Hand zu klären; jede Zeile nennt die Zahlen</translation>
    </message>
    <message>
        <source>Time left at the speed seen so far, as a range</source>
        <translation>Restzeit beim bisherigen Tempo, als Spanne</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>head of a column: why a job stands as it does</comment>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Where it is, or why not; sorted by who needs a hand first</source>
        <translation>Wo er gerade ist oder warum nicht; zuerst, was jemanden braucht</translation>
    </message>
    <message>
        <source>/ min</source>
        <comment>head of a column: a rate per minute</comment>
        <translation>/ min</translation>
    </message>
    <message>
        <source>Submissions of this job that came to an end per minute, mean of the last 10 minutes. With those of jobs that have left the list since, they add up to the mean in the tile.</source>
        <translation>Beendete Einträge dieses Auftrags je Minute, Mittel der letzten 10 Minuten. Mit denen inzwischen fertiger Aufträge ergeben sie das Mittel der Kachel.</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln gescheitert</numerusform>
            <numerusform>%Ln gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed for good or rejected</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln endgültig gescheitert oder abgelehnt</numerusform>
            <numerusform>%Ln endgültig gescheitert oder abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need a person</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln von Hand zu klären</numerusform>
            <numerusform>%Ln von Hand zu klären</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more will be tried again by themselves</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln weiterer wird von selbst wiederholt</numerusform>
            <numerusform>%Ln weitere werden von selbst wiederholt</numerusform>
        </translation>
    </message>
    <message>
        <source>Select %1</source>
        <comment>a job, by its customer</comment>
        <translation>%1 auswählen</translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4 done, %5 failed, %6, left %7, SLA %8</source>
        <comment>a row as it is spoken: customer, package, …, why it stands so</comment>
        <translation>%1, %2, %3 von %4 erledigt, %5 Fehler, %6, Rest %7, SLA %8</translation>
    </message>
</context>
<context>
    <name>JobsHead</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished</source>
        <translation>
            <numerusform>%Ln fertig</numerusform>
            <numerusform>%Ln fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>new rows and finished rows</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Active jobs</source>
        <translation>Laufende Aufträge</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <translation>Aufträge filtern</translation>
    </message>
</context>
<context>
    <name>JobsTable</name>
    <message>
        <source>Active jobs</source>
        <translation>Laufende Aufträge</translation>
    </message>
    <message>
        <source>No active jobs</source>
        <translation>Keine laufenden Aufträge</translation>
    </message>
    <message>
        <source>A job appears here as soon as a customer buys a package. Finished jobs leave the list.</source>
        <translation>Ein Auftrag erscheint hier, sobald ein Kunde ein Paket kauft. Fertige Aufträge verlassen die Liste.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>None of these jobs is active now</source>
        <translation>Keiner dieser Aufträge läuft noch</translation>
    </message>
    <message>
        <source>Show all jobs again</source>
        <translation>Wieder alle Aufträge zeigen</translation>
    </message>
    <message>
        <source>Loading jobs</source>
        <translation>Aufträge werden geladen</translation>
    </message>
    <message>
        <source>Jobs and submissions are loaded once; after that, changes arrive by themselves.</source>
        <translation>Aufträge und Einträge werden einmal geladen; danach kommen Änderungen von selbst.</translation>
    </message>
    <message>
        <source>No active job matches “%1”</source>
        <comment>what was typed</comment>
        <translation>Kein laufender Auftrag passt zu „%1“</translation>
    </message>
    <message>
        <source>Looked for in customer, package, worker, why and time left. status:paused, status:stuck or status:failed asks for that alone.</source>
        <translation>Gesucht in Kunde, Paket, Worker, Warum und Restzeit. status:angehalten, status:hängt oder status:gescheitert fragt nur danach.</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Live updates were stopped.</source>
        <translation>Die Live-Daten wurden angehalten.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
    <message>
        <source>You signed out.</source>
        <translation>Sie haben sich abgemeldet.</translation>
    </message>
    <message>
        <source>Another account signed in.</source>
        <translation>Ein anderes Konto hat sich angemeldet.</translation>
    </message>
    <message>
        <source>The sign-in could not be renewed.</source>
        <translation>Die Anmeldung konnte nicht erneuert werden.</translation>
    </message>
    <message>
        <source>The sign-in was not renewed in time.</source>
        <translation>Die Anmeldung wurde nicht rechtzeitig erneuert.</translation>
    </message>
    <message>
        <source>The server refused the sign-in, and no other could be had.</source>
        <translation>Der Server hat die Anmeldung abgelehnt, und eine andere war nicht zu bekommen.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Der Server war nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation>Der Server hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ging verloren.</translation>
    </message>
    <message>
        <source>The server ended the live updates.</source>
        <translation>Der Server hat die Live-Daten beendet.</translation>
    </message>
    <message>
        <source>The live updates broke off at the server.</source>
        <translation>Die Live-Daten sind auf dem Server abgebrochen.</translation>
    </message>
    <message>
        <source>The server refused live updates.</source>
        <translation>Der Server hat Live-Daten abgelehnt.</translation>
    </message>
    <message>
        <source>The server did not take all subscriptions.</source>
        <translation>Der Server hat nicht alle Abonnements angenommen.</translation>
    </message>
    <message>
        <source>The request for live updates was not answered.</source>
        <translation>Die Anfrage nach Live-Daten wurde nicht beantwortet.</translation>
    </message>
    <message>
        <source>The server did not confirm the live updates.</source>
        <translation>Der Server hat die Live-Daten nicht bestätigt.</translation>
    </message>
    <message>
        <source>Waiting since %1 for the server to publish the tables.</source>
        <translation>BoltDesk wartet seit %1 darauf, dass der Server die Tabellen veröffentlicht.</translation>
    </message>
    <message>
        <source>The server refused live updates of a table.</source>
        <translation>Der Server hat Live-Daten einer Tabelle abgelehnt.</translation>
    </message>
    <message>
        <source>The heartbeat was not answered.</source>
        <translation>Die Prüfung der Verbindung wurde nicht beantwortet.</translation>
    </message>
    <message>
        <source>The server reported something about the live updates.</source>
        <translation>Der Server hat etwas zu den Live-Daten gemeldet.</translation>
    </message>
    <message>
        <source>The network is back.</source>
        <translation>Das Netz ist wieder da.</translation>
    </message>
    <message>
        <source>Looking whether all tables are published by now.</source>
        <translation>BoltDesk sieht nach, ob inzwischen alle Tabellen veröffentlicht sind.</translation>
    </message>
    <message>
        <source>The server&apos;s sign of life did not come in time.</source>
        <translation>Das Lebenszeichen des Servers kam nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The server may tell of all tables again.</source>
        <translation>Der Server meldet vielleicht wieder alle Tabellen.</translation>
    </message>
    <message>
        <source>Nothing proves that changes arrive.</source>
        <translation>Nichts belegt, dass Änderungen ankommen.</translation>
    </message>
    <message>
        <source>A table could not be read.</source>
        <translation>Eine Tabelle konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A row without a readable key ended a page.</source>
        <translation>Eine Seite endete mit einer Zeile ohne lesbaren Schlüssel.</translation>
    </message>
    <message>
        <source>The desk was too slow: everything is read again.</source>
        <translation>BoltDesk war zu langsam: Alles wird neu gelesen.</translation>
    </message>
    <message>
        <source>The account has another role: everything is read again.</source>
        <translation>Das Konto hat eine andere Rolle: Alles wird neu gelesen.</translation>
    </message>
    <message>
        <source>No sync_tick came that can be read (is it moved, and may the role select it?): the tables are compared instead.</source>
        <translation>Es kam kein lesbarer sync_tick (wird er bewegt, und darf die Rolle ihn lesen?): Stattdessen werden die Tabellen verglichen.</translation>
    </message>
    <message>
        <source>%1 Reported: “%2”</source>
        <comment>a sentence; what the server said</comment>
        <translation>%1 Gemeldet: „%2“</translation>
    </message>
    <message>
        <source>The computer was asleep, or its clock was changed.</source>
        <translation>Der Computer war im Ruhezustand, oder seine Uhr wurde verstellt.</translation>
    </message>
    <message>
        <source>Another attempt was requested.</source>
        <translation>Ein neuer Versuch wurde angefordert.</translation>
    </message>
    <message>
        <source>Changes were found by reading, but none was announced.</source>
        <translation>Beim Lesen wurden Änderungen gefunden, aber keine wurde gemeldet.</translation>
    </message>
    <message>
        <source>The server was restored to an earlier state: everything is read again.</source>
        <translation>Der Server wurde auf einen früheren Stand zurückgesetzt: Alles wird neu gelesen.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message numerus="yes">
        <source>%Ln active job(s) of %1</source>
        <comment>a customer</comment>
        <translation>
            <numerusform>%Ln laufender Auftrag von %1</numerusform>
            <numerusform>%Ln laufende Aufträge von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No job of %1 is on this computer.</source>
        <comment>a customer</comment>
        <translation>Kein Auftrag von %1 ist auf diesem Rechner.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) with work at %1</source>
        <comment>a directory</comment>
        <translation>
            <numerusform>%Ln Auftrag mit Arbeit bei %1</numerusform>
            <numerusform>%Ln Aufträge mit Arbeit bei %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No active job has work left at %1.</source>
        <comment>a directory</comment>
        <translation>Kein laufender Auftrag hat noch Arbeit bei %1.</translation>
    </message>
    <message>
        <source>That submission is no longer on this computer.</source>
        <translation>Dieser Eintrag ist nicht mehr auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
</context>
<context>
    <name>LiveTile</name>
    <message>
        <source>Active jobs</source>
        <translation>Laufende Aufträge</translation>
    </message>
    <message>
        <source>Success, last hour</source>
        <translation>Erfolg, letzte Stunde</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>Von Hand zu klären</translation>
    </message>
    <message>
        <source>Queue to drain</source>
        <translation>Abgearbeitet in</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>workers online of all known</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>noch nicht geladen</translation>
    </message>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>7-day norm %1 · n %2</source>
        <translation>7-Tage-Norm %1 · n %2</translation>
    </message>
    <message>
        <source>Jobs that are queued, in progress or paused. The line: one sample a minute since the desk started.</source>
        <translation>Aufträge, die warten, laufen oder angehalten sind. Die Linie: ein Wert je Minute seit dem Start.</translation>
    </message>
    <message>
        <source>Submissions of active jobs that only a person can move on: captcha, log-in, mail or phone check.</source>
        <translation>Einträge laufender Aufträge, die nur ein Mensch weiterbringt: Captcha, Anmeldung, Prüfung per Mail oder Telefon.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
    <message>
        <source>Nothing loaded yet.</source>
        <translation>Noch nichts geladen.</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1 captcha</source>
        <translation>%1 Captcha</translation>
    </message>
    <message>
        <source>longest silence %1</source>
        <translation>bis %1 still</translation>
    </message>
    <message>
        <source>jobs</source>
        <comment>behind a number</comment>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>/ min</source>
        <comment>behind a number</comment>
        <translation>/ min</translation>
    </message>
    <message>
        <source>ok</source>
        <comment>behind a percentage: went well</comment>
        <translation>ok</translation>
    </message>
    <message>
        <source>need you</source>
        <comment>behind a number: wait for a person</comment>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>to drain</source>
        <comment>behind a span of time: until the queue is empty</comment>
        <translation>bis leer</translation>
    </message>
    <message>
        <source>workers</source>
        <comment>behind “3 of 4”</comment>
        <translation>Worker</translation>
    </message>
    <message>
        <source>not kept by the server</source>
        <translation>nicht auf dem Server</translation>
    </message>
    <message>
        <source>Submitted ÷ (submitted + rejected + failed for good) in the last 60 minutes, n in all. The norm is the same over 7 days. Retrying later changes nothing here.</source>
        <translation>Eingereicht ÷ (eingereicht + abgelehnt + endgültig gescheitert) in den letzten 60 Minuten, insgesamt n. Die Norm ist dasselbe über 7 Tage. Spätere Wiederholungen ändern daran nichts.</translation>
    </message>
    <message>
        <source>Submissions, last minute</source>
        <translation>Einträge / min</translation>
    </message>
    <message>
        <source>Not draining</source>
        <comment>the queue</comment>
        <translation>Stockt</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <comment>a number of jobs</comment>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <comment>a number of jobs</comment>
        <translation>%1 angehalten</translation>
    </message>
    <message>
        <source>10-min mean %1 / min</source>
        <translation>Mittel %1 / min</translation>
    </message>
    <message>
        <source>%1 captcha · %2 phone, mail</source>
        <translation>%1 Captcha · %2 Telefon, Mail</translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) wait</source>
        <translation>
            <numerusform>%Ln Eintrag wartet</numerusform>
            <numerusform>%Ln Einträge warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 submissions at %2 / min</source>
        <comment>what waits and how fast it goes</comment>
        <translation>%1 Einträge bei %2 / min</translation>
    </message>
    <message>
        <source>none online since %1</source>
        <translation>seit %1 keiner online</translation>
    </message>
    <message>
        <source>none online</source>
        <translation>keiner online</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>keiner bekannt</translation>
    </message>
    <message>
        <source>all online</source>
        <translation>alle online</translation>
    </message>
    <message>
        <source>%1 offline</source>
        <comment>a number of workers</comment>
        <translation>%1 offline</translation>
    </message>
    <message>
        <source>Submissions waiting in jobs that are not paused, divided by the mean of the last 10 minutes. Not draining: no worker is online, or nothing ended in that time.</source>
        <translation>Wartende Einträge nicht angehaltener Aufträge, geteilt durch das Mittel der letzten 10 Minuten. Stockt: Kein Worker ist online, oder nichts wurde in dieser Zeit fertig.</translation>
    </message>
    <message>
        <source>Workers heard from in the last 90 seconds, of all that are known. From 45 seconds of silence on, the longest is told here.</source>
        <translation>Worker, die sich in den letzten 90 Sekunden gemeldet haben, von allen bekannten. Ab 45 Sekunden Schweigen steht hier das längste.</translation>
    </message>
    <message>
        <source>Submissions that came to an end (submitted, rejected, failed for good) in the last 60 seconds. The mean is that of the last 10 minutes; the jobs’ rates add up to it. The line: the last 60 minutes.</source>
        <translation>In den letzten 60 Sekunden beendete Einträge (eingereicht, abgelehnt, endgültig gescheitert). Das Mittel ist das der letzten 10 Minuten; die Tempi der Aufträge ergeben es zusammen. Die Linie: die letzten 60 Minuten.</translation>
    </message>
    <message>
        <source>%1 running</source>
        <comment>a number of jobs</comment>
        <translation>%1 laufen</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Starting the demo</source>
        <translation>Demo startet</translation>
    </message>
    <message>
        <source>Opening the workspace</source>
        <translation>Arbeitsbereich wird geöffnet</translation>
    </message>
    <message>
        <source>%1 – BoltDesk</source>
        <comment>workspace, or what happens, in the title of the window</comment>
        <translation>%1 – BoltDesk</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>BoltDesk %1</source>
        <comment>name and version</comment>
        <translation>BoltDesk %1</translation>
    </message>
    <message>
        <source>Sign out and delete the local copy …</source>
        <translation>Abmelden und lokale Kopie löschen …</translation>
    </message>
    <message>
        <source>Search or command …</source>
        <translation>Suche oder Befehl …</translation>
    </message>
    <message>
        <source>Reload all</source>
        <translation>Alles neu laden</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>Auftauen</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste ein-/ausblenden</translation>
    </message>
    <message>
        <source>Match system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Kompakte Zeilen</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Copy an answer for the customer</source>
        <translation>Antwort für den Kunden kopieren</translation>
    </message>
</context>
<context>
    <name>MendNote</name>
    <message>
        <source>Copy SQL</source>
        <translation>SQL kopieren</translation>
    </message>
</context>
<context>
    <name>MosaicView</name>
    <message numerus="yes">
        <source>Mosaic of %Ln submission(s)</source>
        <translation>
            <numerusform>Mosaik aus %Ln Eintrag</numerusform>
            <numerusform>Mosaik aus %Ln Einträgen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeSlot</name>
    <message>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>No answer · as of %1</source>
        <translation>Keine Antwort · Stand %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln Änderung wartet</numerusform>
            <numerusform>%Ln Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>updates are on hold</source>
        <translation>Änderungen warten</translation>
    </message>
    <message>
        <source>%1 old · actions are saved and sent later</source>
        <comment>age of the data</comment>
        <translation>%1 alt · Aktionen werden später gesendet</translation>
    </message>
    <message>
        <source>Everything is up to date</source>
        <translation>Alles ist aktuell</translation>
    </message>
    <message>
        <source>Nothing loaded yet</source>
        <translation>Noch nichts geladen</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>Auftauen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>%1: read every %2</source>
        <comment>names of tables, a span</comment>
        <translation>%1: alle %2 gelesen</translation>
    </message>
    <message>
        <source>%1 old · no live updates, read every %2</source>
        <comment>age of the data, a span</comment>
        <translation>%1 alt · keine Live-Daten, alle %2 gelesen</translation>
    </message>
    <message>
        <source>%1: cannot be read</source>
        <comment>names of tables</comment>
        <translation>%1: nicht lesbar</translation>
    </message>
</context>
<context>
    <name>OddWords</name>
    <message>
        <source>“%1” is not a text</source>
        <translation>„%1“ ist kein Text</translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>“%1” is not a time</source>
        <translation>„%1“ ist kein Zeitpunkt</translation>
    </message>
    <message>
        <source>“%1” is not an id</source>
        <translation>„%1“ ist keine Kennung</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no</source>
        <translation>„%1“ ist weder ja noch nein</translation>
    </message>
    <message>
        <source>The server sent no value</source>
        <translation>Der Server hat keinen Wert gesendet</translation>
    </message>
    <message>
        <source>The number is %1</source>
        <translation>Die Zahl ist %1</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Verzeichnisse</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Last sign of life</source>
        <translation>Letztes Lebenszeichen</translation>
    </message>
</context>
<context>
    <name>OlderRow</name>
    <message>
        <source>Older rows didn&apos;t load, trying again: %1</source>
        <translation>Ältere Zeilen nicht geladen, neuer Versuch: %1</translation>
    </message>
    <message>
        <source>Older rows load when the server is back</source>
        <translation>Ältere Zeilen laden, sobald der Server wieder da ist</translation>
    </message>
    <message>
        <source>Loading older rows …</source>
        <translation>Ältere Zeilen werden geladen …</translation>
    </message>
    <message>
        <source>Showing since %1</source>
        <translation>Angezeigt ab %1</translation>
    </message>
    <message>
        <source>Load 90 more days</source>
        <translation>90 Tage mehr laden</translation>
    </message>
    <message>
        <source>Jobs and submissions, kept until you close BoltDesk. %1 finds them.</source>
        <comment>keys of the search</comment>
        <translation>Aufträge und Einträge, bis Sie BoltDesk schließen. %1 findet sie.</translation>
    </message>
    <message>
        <source>This computer holds as many submissions as it can; older ones stay on the server.</source>
        <translation>Dieser Rechner ist voll; ältere Einträge bleiben auf dem Server.</translation>
    </message>
    <message>
        <source>Older rows are on the server, which can&apos;t be reached right now.</source>
        <translation>Ältere Zeilen liegen auf dem Server, der gerade nicht erreichbar ist.</translation>
    </message>
</context>
<context>
    <name>OnlyChip</name>
    <message>
        <source>Show all jobs again</source>
        <translation>Wieder alle Aufträge zeigen</translation>
    </message>
</context>
<context>
    <name>OutboxSection</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing waiting</source>
        <translation>nichts wartet</translation>
    </message>
    <message>
        <source>No actions waiting</source>
        <translation>Keine Aktion wartet</translation>
    </message>
    <message>
        <source>What you ask for is saved here first, then sent exactly once, even if the network fails or the program closes.</source>
        <translation>Was Sie anfordern, wird zuerst hier gespeichert und dann genau einmal gesendet, auch wenn das Netz ausfällt oder das Programm endet.</translation>
    </message>
</context>
<context>
    <name>PageArea</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>PaletteFoot</name>
    <message>
        <source>The search failed: %1</source>
        <translation>Die Suche ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>Type at least two letters to search</source>
        <translation>Mindestens zwei Buchstaben eingeben</translation>
    </message>
    <message>
        <source>Nothing on this computer to search yet</source>
        <translation>Auf diesem Rechner gibt es noch nichts zu suchen</translation>
    </message>
    <message>
        <source>Searched on this computer; works offline too</source>
        <translation>Auf diesem Rechner gesucht, auch offline</translation>
    </message>
</context>
<context>
    <name>PaletteRow</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>PendingLine</name>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>PendingWords</name>
    <message>
        <source>retry requested …</source>
        <translation>Wiederholung angefordert …</translation>
    </message>
    <message>
        <source>skip requested …</source>
        <translation>Überspringen angefordert …</translation>
    </message>
    <message>
        <source>verification requested …</source>
        <translation>Vermerk angefordert …</translation>
    </message>
    <message>
        <source>pause requested …</source>
        <translation>Anhalten angefordert …</translation>
    </message>
    <message>
        <source>resume requested …</source>
        <translation>Fortsetzen angefordert …</translation>
    </message>
    <message>
        <source>cancel requested …</source>
        <translation>Storno angefordert …</translation>
    </message>
    <message>
        <source>priority requested …</source>
        <translation>Priorität angefordert …</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1. What fails from now on is not touched.</source>
        <comment>in 4 jobs</comment>
        <translation>Betrifft %1. Was ab jetzt scheitert, bleibt unberührt.</translation>
    </message>
    <message>
        <source>%1 still waiting will not be sent. What is submitted stays. A cancelled job can&apos;t be resumed.</source>
        <comment>12 submissions</comment>
        <translation>Noch wartend und nicht mehr gesendet: %1. Eingereichtes bleibt. Ein stornierter Auftrag kann nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Waiting in them: %1.</source>
        <comment>12 submissions</comment>
        <translation>Darin warten: %1.</translation>
    </message>
    <message>
        <source>Workspace: %1.</source>
        <translation>Arbeitsbereich: %1.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Type the workspace&apos;s name, %1, to continue</source>
        <comment>name</comment>
        <translation>Zum Fortfahren den Namen des Arbeitsbereichs eingeben: %1</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Error codes</source>
        <translation>Fehlercodes</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>kein Code</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Verzeichnisse</translation>
    </message>
    <message>
        <source>Sent 8 s after you confirm; until then %1 undoes it.</source>
        <comment>keys</comment>
        <translation>Wird 8 s nach dem Bestätigen gesendet; bis dahin macht %1 es rückgängig.</translation>
    </message>
</context>
<context>
    <name>PreviewList</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PriorityMenu</name>
    <message>
        <source>1 – as Enterprise</source>
        <translation>1 – wie Enterprise</translation>
    </message>
    <message>
        <source>2 – as Professional</source>
        <translation>2 – wie Professional</translation>
    </message>
    <message>
        <source>3 – as Growth</source>
        <translation>3 – wie Growth</translation>
    </message>
    <message>
        <source>4 – as Starter</source>
        <translation>4 – wie Starter</translation>
    </message>
    <message>
        <source>0 – ahead of all packages</source>
        <translation>0 – vor allen Paketen</translation>
    </message>
    <message>
        <source>Package default</source>
        <translation>Paketstandard</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>No reason was given.</source>
        <translation>Es wurde kein Grund genannt.</translation>
    </message>
    <message>
        <source>The request was not understood.</source>
        <translation>Die Anfrage wurde nicht verstanden.</translation>
    </message>
    <message>
        <source>The sign-in was not accepted.</source>
        <translation>Die Anmeldung wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>This account may not do that.</source>
        <translation>Dieses Konto darf das nicht.</translation>
    </message>
    <message>
        <source>It no longer exists.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>It changed in the meantime.</source>
        <translation>Es hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Es ist zu groß.</translation>
    </message>
    <message>
        <source>Too many requests right now. Try again shortly.</source>
        <translation>Zu viele Anfragen. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation>Der Server hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The server had a problem.</source>
        <translation>Der Server hatte ein Problem.</translation>
    </message>
    <message>
        <source>The disk could not be read or written.</source>
        <translation>Der Datenträger ließ sich nicht lesen oder beschreiben.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Etwas Unerwartetes ist passiert.</translation>
    </message>
</context>
<context>
    <name>RefusalList</name>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel job …</source>
        <translation>Stornieren …</translation>
    </message>
    <message>
        <source>Retry what failed</source>
        <translation>Gescheitertes wiederholen</translation>
    </message>
    <message>
        <source>Not possible for any of the selected.</source>
        <translation>Für nichts Gewähltes möglich.</translation>
    </message>
    <message numerus="yes">
        <source>%1 · the %Ln selected</source>
        <comment>name of an action</comment>
        <translation>
            <numerusform>%1 · %Ln gewählter</numerusform>
            <numerusform>%1 · %Ln gewählte</numerusform>
        </translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Priority …</source>
        <translation>Priorität …</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search or command</source>
        <translation>Suche oder Befehl</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) selected</source>
        <translation>
            <numerusform>%Ln Auftrag gewählt</numerusform>
            <numerusform>%Ln Aufträge gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln gewählt</numerusform>
            <numerusform>%Ln gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Not possible for any of the selected.</source>
        <comment>name of an action</comment>
        <translation>%1. Für nichts Gewähltes möglich.</translation>
    </message>
    <message>
        <source>Retry %1 failed</source>
        <comment>button: how many submissions</comment>
        <translation>%1 Gescheiterte wiederholen</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <comment>button: how many jobs</comment>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <comment>button: how many jobs</comment>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>Priority %1</source>
        <comment>button: of how many jobs</comment>
        <translation>Priorität %1</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <comment>button: how many jobs</comment>
        <translation>%1 stornieren</translation>
    </message>
</context>
<context>
    <name>SetupSection</name>
    <message>
        <source>Server set-up</source>
        <translation>Einrichtung des Servers</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) missing</source>
        <translation>
            <numerusform>%Ln Sache fehlt</numerusform>
            <numerusform>%Ln Sachen fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy SQL</source>
        <translation>SQL kopieren</translation>
    </message>
    <message>
        <source>The server cannot say what it lacks: it has no function boltdesk_check.</source>
        <translation>Der Server kann nicht sagen, was ihm fehlt: Er hat keine Funktion boltdesk_check.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Live page</source>
        <translation>Seite Live</translation>
    </message>
    <message>
        <source>Analytics page</source>
        <translation>Seite Auswertung</translation>
    </message>
    <message>
        <source>System page</source>
        <translation>Seite System</translation>
    </message>
    <message>
        <source>to the next control</source>
        <translation>zum nächsten Bedienelement</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>In the list of jobs</source>
        <translation>In der Auftragsliste</translation>
    </message>
    <message>
        <source>down and up, also arrows</source>
        <translation>ab und auf, auch Pfeile</translation>
    </message>
    <message>
        <source>open the job</source>
        <translation>Auftrag öffnen</translation>
    </message>
    <message>
        <source>retry what failed</source>
        <translation>Gescheitertes wiederholen</translation>
    </message>
    <message>
        <source>pause or resume</source>
        <translation>anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>select</source>
        <translation>auswählen</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtern</translation>
    </message>
    <message>
        <source>In the drawer</source>
        <translation>In den Auftragsdetails</translation>
    </message>
    <message>
        <source>retry the submission</source>
        <translation>Eintrag wiederholen</translation>
    </message>
    <message>
        <source>retry all that failed</source>
        <translation>alle gescheiterten wiederholen</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <source>mark verified</source>
        <translation>als geprüft vermerken</translation>
    </message>
    <message>
        <source>pause or resume the job</source>
        <translation>Auftrag anhalten/fortsetzen</translation>
    </message>
    <message>
        <source>select all</source>
        <translation>alle auswählen</translation>
    </message>
    <message>
        <source>select all that failed</source>
        <translation>alle gescheiterten auswählen</translation>
    </message>
    <message>
        <source>width of a column, on its head</source>
        <translation>Breite einer Spalte, auf ihrem Kopf</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>cancel the job</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>search or command</source>
        <translation>Suche oder Befehl</translation>
    </message>
    <message>
        <source>freeze or unfreeze</source>
        <translation>einfrieren oder auftauen</translation>
    </message>
    <message>
        <source>close, clear the selection</source>
        <translation>schließen, Auswahl aufheben</translation>
    </message>
    <message>
        <source>show or hide the sidebar</source>
        <translation>Seitenleiste ein-/ausblenden</translation>
    </message>
    <message>
        <source>larger text; smaller: %1</source>
        <comment>a key</comment>
        <translation>größere Schrift; kleiner: %1</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>diese Übersicht</translation>
    </message>
    <message>
        <source>all alerts</source>
        <translation>alle Alarme</translation>
    </message>
    <message>
        <source>show new rows</source>
        <translation>neue Zeilen anzeigen</translation>
    </message>
    <message>
        <source>move between squares</source>
        <translation>zwischen Quadraten gehen</translation>
    </message>
    <message>
        <source>next failed one</source>
        <translation>nächster gescheiterter</translation>
    </message>
    <message>
        <source>undo what is not sent yet</source>
        <translation>Ungesendetes rückgängig machen</translation>
    </message>
    <message>
        <source>copy an answer for the customer</source>
        <translation>Antwort für den Kunden kopieren</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused action(s)</source>
        <translation>
            <numerusform>%Ln abgelehnte Aktion</numerusform>
            <numerusform>%Ln abgelehnte Aktionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Enter the address of the workspace.</source>
        <translation>Geben Sie die Adresse des Arbeitsbereichs ein.</translation>
    </message>
    <message>
        <source>Leave user name and password out of the address.</source>
        <translation>Lassen Sie Name und Passwort aus der Adresse weg.</translation>
    </message>
    <message>
        <source>The address names no host.</source>
        <translation>Die Adresse nennt keinen Rechner.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to BoltDesk</source>
        <translation>Bei BoltDesk anmelden</translation>
    </message>
    <message>
        <source>Any Supabase-compatible workspace, with the account you use there.</source>
        <translation>Jeder Supabase-kompatible Arbeitsbereich, mit Ihrem dortigen Konto.</translation>
    </message>
    <message>
        <source>Workspace address</source>
        <translation>Adresse des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Anon key</source>
        <translation>Anon-Schlüssel</translation>
    </message>
    <message>
        <source>Enter the project&apos;s anon key (Settings → API).</source>
        <translation>Geben Sie den Anon-Schlüssel des Projekts ein (Settings → API).</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Enter the e-mail address of your account.</source>
        <translation>Geben Sie die E-Mail-Adresse Ihres Kontos ein.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Geben Sie Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>Stay signed in (kept in the system&apos;s keychain)</source>
        <translation>Angemeldet bleiben (im Schlüsselbund des Systems)</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Meldet an …</translation>
    </message>
    <message>
        <source>The e-mail address or the password is wrong.</source>
        <translation>Die E-Mail-Adresse oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>The workspace does not accept this anon key.</source>
        <translation>Der Arbeitsbereich nimmt diesen Anon-Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>The workspace was not reached. Check its address and your network, then try again.</source>
        <translation>Der Arbeitsbereich war nicht zu erreichen. Adresse und Netz prüfen, dann neu versuchen.</translation>
    </message>
    <message>
        <source>Begin the address with https://</source>
        <translation>Beginnen Sie die Adresse mit https://</translation>
    </message>
    <message>
        <source>Use https://. Plain http:// lets others read the password.</source>
        <translation>Nehmen Sie https://. Bei http:// können andere das Passwort mitlesen.</translation>
    </message>
    <message>
        <source>Enter an address such as https://project.supabase.co</source>
        <translation>Geben Sie eine Adresse wie https://projekt.supabase.co ein</translation>
    </message>
    <message>
        <source>Your session ended. Your actions are saved and continue once you sign in again.</source>
        <translation>Ihre Sitzung ist abgelaufen. Ihre Aktionen sind gespeichert und gehen weiter, sobald Sie sich wieder anmelden.</translation>
    </message>
    <message>
        <source>Too many tries. Wait a minute, then try again.</source>
        <translation>Zu viele Versuche. Eine Minute warten, dann neu versuchen.</translation>
    </message>
    <message>
        <source>The workspace has a problem right now. Try again later.</source>
        <translation>Der Arbeitsbereich hat gerade eine Störung. Später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The demo did not start. Try it again, or sign in to a workspace.</source>
        <translation>Die Demo ist nicht gestartet. Noch einmal versuchen oder bei einem Arbeitsbereich anmelden.</translation>
    </message>
    <message>
        <source>The sign-in failed. Check what you entered, then try again.</source>
        <translation>Die Anmeldung ist fehlgeschlagen. Eingaben prüfen, dann neu versuchen.</translation>
    </message>
    <message>
        <source>Not a secret: it names the project, not you.</source>
        <translation>Kein Geheimnis: Er benennt das Projekt, nicht Sie.</translation>
    </message>
    <message>
        <source>Continue without staying signed in</source>
        <translation>Ohne Speichern fortfahren</translation>
    </message>
    <message>
        <source>You left the demo. It goes on until you quit.</source>
        <translation>Sie haben die Demo verlassen. Sie läuft, bis Sie beenden.</translation>
    </message>
    <message>
        <source>No workspace at hand? The demo runs on this computer, with invented data.</source>
        <translation>Kein Arbeitsbereich zur Hand? Die Demo läuft auf diesem Rechner, mit erfundenen Daten.</translation>
    </message>
    <message>
        <source>Try the demo again</source>
        <translation>Demo noch einmal ausprobieren</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
</context>
<context>
    <name>SignInResult</name>
    <message>
        <source>Waiting for %1 …</source>
        <translation>Wartet auf %1 …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No keychain was found: you stay signed in until the window closes, and nothing secret is saved.</source>
        <translation>Kein Schlüsselbund gefunden: Sie bleiben angemeldet, bis das Fenster schließt; nichts Geheimes wird gespeichert.</translation>
    </message>
    <message>
        <source>Your password is not kept.</source>
        <translation>Ihr Passwort wird nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>StaleMark</name>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>still loading</source>
        <translation>lädt noch</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Starting the demo …</source>
        <translation>Die Demo startet …</translation>
    </message>
    <message>
        <source>Opening the workspace …</source>
        <translation>Der Arbeitsbereich wird geöffnet …</translation>
    </message>
    <message>
        <source>Sign in to a workspace instead</source>
        <translation>Stattdessen bei einem Arbeitsbereich anmelden</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation>%1 Ereignisse/s</translation>
    </message>
    <message>
        <source>freeze</source>
        <translation>einfrieren</translation>
    </message>
    <message>
        <source>shortcuts</source>
        <translation>Kürzel</translation>
    </message>
    <message numerus="yes">
        <source>Data live · %Ln submission(s)</source>
        <translation>
            <numerusform>Daten live · %Ln Eintrag</numerusform>
            <numerusform>Daten live · %Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Data %1 old · %Ln submission(s)</source>
        <translation>
            <numerusform>Daten %1 alt · %Ln Eintrag</numerusform>
            <numerusform>Daten %1 alt · %Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln action(s) waiting</source>
        <translation>
            <numerusform>%Ln Aktion wartet</numerusform>
            <numerusform>%Ln Aktionen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Lädt …</translation>
    </message>
    <message numerus="yes">
        <source>No answer · data %1 old · %Ln submission(s)</source>
        <translation>
            <numerusform>Keine Antwort · Daten %1 alt · %Ln Eintrag</numerusform>
            <numerusform>Keine Antwort · Daten %1 alt · %Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>unfreeze</source>
        <translation>auftauen</translation>
    </message>
</context>
<context>
    <name>SubmissionPane</name>
    <message>
        <source>needs a person</source>
        <translation>von Hand zu klären</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>attempt of all allowed</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>The chance of success as it was predicted before the attempt</source>
        <translation>Die Erfolgsaussicht, wie sie vor dem Versuch vorhergesagt wurde</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Mark verified</source>
        <translation>Als geprüft vermerken</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>SuccessChart</name>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>% per day</source>
        <translation>% je Tag</translation>
    </message>
    <message>
        <source>n %1 attempts · gap: none that day</source>
        <translation>n %1 Versuche · Lücke: keine an dem Tag</translation>
    </message>
    <message>
        <source>(submitted + approved) ÷ (submitted + approved + rejected + failed) of each day.</source>
        <translation>(eingereicht + bestätigt) ÷ (eingereicht + bestätigt + abgelehnt + gescheitert) je Tag.</translation>
    </message>
    <message>
        <source>%1: %2 · n %3</source>
        <translation>%1: %2 · n %3</translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Local copy</source>
        <translation>Lokale Kopie</translation>
    </message>
    <message>
        <source>Simulated fleet</source>
        <translation>Simulierte Flotte</translation>
    </message>
    <message>
        <source>Reload all</source>
        <translation>Alles neu laden</translation>
    </message>
    <message>
        <source>Loads everything from the server again. Nothing on this computer is lost meanwhile.</source>
        <translation>Lädt alles neu vom Server. Auf diesem Rechner geht dabei nichts verloren.</translation>
    </message>
</context>
<context>
    <name>TablesSection</name>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>never loaded</source>
        <translation>nie geladen</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) here</source>
        <comment>on this computer</comment>
        <translation>
            <numerusform>%Ln Eintrag hier</numerusform>
            <numerusform>%Ln Einträge hier</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <comment>rows here of rows at the server</comment>
        <translation>%1 von etwa %2</translation>
    </message>
    <message>
        <source>%1, %2, %3 rows, %4</source>
        <comment>table, connection, rows here, their age</comment>
        <translation>%1, %2, %3 Zeilen, %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read</source>
        <comment>of a table</comment>
        <translation>
            <numerusform>%Ln Zeile ist nicht lesbar</numerusform>
            <numerusform>%Ln Zeilen sind nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Every %1</source>
        <comment>how often the server is asked, e.g. 20 s</comment>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Not on the server</source>
        <translation>Nicht auf dem Server</translation>
    </message>
    <message>
        <source>The server does not publish this table. To publish it:</source>
        <translation>Der Server veröffentlicht diese Tabelle nicht. So veröffentlichen Sie sie:</translation>
    </message>
    <message>
        <source>The server does not have this table. The script live.sql creates it:</source>
        <translation>Der Server hat diese Tabelle nicht. Das Skript live.sql legt sie an:</translation>
    </message>
    <message>
        <source>The server does not have this table.</source>
        <translation>Der Server hat diese Tabelle nicht.</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Hide the password</source>
        <translation>Passwort ausblenden</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
</context>
<context>
    <name>TileBand</name>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which of several news is shown</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>Next of %Ln message(s)</source>
        <translation>
            <numerusform>Nächste von %Ln Meldung</numerusform>
            <numerusform>Nächste von %Ln Meldungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Top bar</source>
        <translation>Kopfleiste</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
    <message>
        <source>Switch to the light theme</source>
        <translation>Zu hellen Farben wechseln</translation>
    </message>
    <message>
        <source>Switch to the dark theme</source>
        <translation>Zu dunklen Farben wechseln</translation>
    </message>
    <message numerus="yes">
        <source>Frozen · %Ln waiting</source>
        <comment>changes that wait while the view is frozen</comment>
        <translation>
            <numerusform>Eingefroren · %Ln wartet</numerusform>
            <numerusform>Eingefroren · %Ln warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyBlock</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry %1 …</source>
        <comment>a number of submissions</comment>
        <translation>%1 wiederholen …</translation>
    </message>
    <message>
        <source>Show %1</source>
        <comment>a number of submissions</comment>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>by itself</source>
        <comment>it goes on without anybody</comment>
        <translation>von selbst</translation>
    </message>
</context>
<context>
    <name>WhyLine</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry %1 failed …</source>
        <translation>%1 Gescheiterte wiederholen …</translation>
    </message>
    <message>
        <source>Show %1</source>
        <comment>a number of submissions</comment>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>WorkersSection</name>
    <message>
        <source>online</source>
        <comment>a worker</comment>
        <translation>online</translation>
    </message>
    <message>
        <source>finishing up</source>
        <comment>a worker</comment>
        <translation>beendet Letztes</translation>
    </message>
    <message>
        <source>offline</source>
        <comment>a worker</comment>
        <translation>offline</translation>
    </message>
    <message>
        <source>silent</source>
        <comment>a worker</comment>
        <translation>still</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a worker’s state</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message numerus="yes">
        <source>%Ln known</source>
        <comment>a number of workers</comment>
        <translation>
            <numerusform>%Ln bekannt</numerusform>
            <numerusform>%Ln bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>This workspace lists none.</source>
        <translation>Dieser Arbeitsbereich führt keine.</translation>
    </message>
    <message>
        <source>never heard</source>
        <translation>nie gemeldet</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a worker was heard of; a span of time</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <comment>a worker’s state, in the server’s word</comment>
        <translation>unbekannt: %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>when a worker was heard of last</comment>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>bolt::EmbeddedWorkspace</name>
    <message>
        <source>Embedded demo</source>
        <translation>Eingebaute Demo</translation>
    </message>
    <message numerus="yes">
        <source>%n simulated worker(s)</source>
        <translation>
            <numerusform>%n simulierter Worker</numerusform>
            <numerusform>%n simulierte Worker</numerusform>
        </translation>
    </message>
    <message>
        <source>No simulated fleet: boltdesk-workers is not installed beside the desk.</source>
        <translation>Keine simulierte Flotte: boltdesk-workers ist nicht neben dem Programm installiert.</translation>
    </message>
    <message>
        <source>The demo&apos;s server has no administrator account.</source>
        <translation>Der Server der Demo hat kein Verwalterkonto.</translation>
    </message>
</context>
<context>
    <name>bolt::Fleet</name>
    <message>
        <source>The simulated fleet ended with code %1.</source>
        <translation>Die simulierte Flotte hat sich mit Code %1 beendet.</translation>
    </message>
    <message>
        <source>The simulated fleet crashed.</source>
        <translation>Die simulierte Flotte ist abgestürzt.</translation>
    </message>
</context>
<context>
    <name>bolt::Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month of a date</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>weekday, day and month of a date</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
</context>
<context>
    <name>bolt::HttpClient</name>
    <message>
        <source>The server&apos;s answer was too large.</source>
        <translation>Die Antwort des Servers war zu groß.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate could not be trusted.</source>
        <translation>Dem Zertifikat des Servers ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Der Server war nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server redirected the request elsewhere, which is not followed.</source>
        <translation>Der Server hat die Anfrage umgeleitet; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The workspace&apos;s address is not usable.</source>
        <translation>Die Adresse des Arbeitsbereichs ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
</context>
<context>
    <name>bolt::JobFilter</name>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>hängt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in arbeit</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>von hand</translation>
    </message>
    <message>
        <source>failed for good</source>
        <translation>endgültig gescheitert</translation>
    </message>
    <message>
        <source>no worker</source>
        <translation>kein Worker</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>aufgeschoben</translation>
    </message>
    <message>
        <source>directories shut off</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>gebremst</translation>
    </message>
    <message>
        <source>retry wait</source>
        <translation>neuer versuch</translation>
    </message>
    <message>
        <source>being closed</source>
        <translation>wird geschlossen</translation>
    </message>
    <message>
        <source>estimating</source>
        <translation>wird geschätzt</translation>
    </message>
    <message>
        <source>status</source>
        <comment>before a colon in a filter: status:paused</comment>
        <translation>status</translation>
    </message>
    <message>
        <source>state</source>
        <comment>before a colon in a filter: state:paused</comment>
        <translation>zustand</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>bolt::JobWords</name>
    <message>
        <source>%1 captcha</source>
        <comment>a number of them</comment>
        <translation>%1 Captcha</translation>
    </message>
    <message>
        <source>%1 phone or mail</source>
        <comment>a number of checks</comment>
        <translation>%1 Telefon/Mail</translation>
    </message>
    <message>
        <source>%1 other</source>
        <comment>a number of things only a person can do</comment>
        <translation>%1 anderes</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a job</comment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>a job</comment>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>a job</comment>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Paused by %1, %2</source>
        <translation>%1 hielt an, %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Paused by %1</source>
        <translation>%1 hielt an</translation>
    </message>
    <message>
        <source>All sent, being closed</source>
        <comment>a job of which nothing is left</comment>
        <translation>Alles gesendet, wird geschlossen</translation>
    </message>
    <message>
        <source>Needs you: %1</source>
        <translation>Von Hand: %1</translation>
    </message>
    <message>
        <source>Needs you: %1 failed for good</source>
        <translation>Von Hand: %1 endgültig gescheitert</translation>
    </message>
    <message>
        <source>Stuck %1: no worker</source>
        <comment>for how long</comment>
        <translation>Hängt seit %1: kein Worker</translation>
    </message>
    <message>
        <source>Stuck %1</source>
        <comment>for how long</comment>
        <translation>Hängt seit %1</translation>
    </message>
    <message>
        <source>Queued: no worker online</source>
        <translation>Wartet: kein Worker online</translation>
    </message>
    <message>
        <source>Directories shut off until %1</source>
        <translation>Verzeichnisse gesperrt bis %1</translation>
    </message>
    <message>
        <source>Directories shut off</source>
        <translation>Verzeichnisse gesperrt</translation>
    </message>
    <message>
        <source>Rate limit until %1</source>
        <translation>Gebremst bis %1</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Gebremst</translation>
    </message>
    <message>
        <source>Retry wait until %1</source>
        <translation>Nächster Versuch %1</translation>
    </message>
    <message>
        <source>Retry wait</source>
        <translation>Wartet auf Versuch</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>At %1</source>
        <comment>a directory, where something is being submitted</comment>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>Queued: place %1 of %2</source>
        <translation>Platz %1 von %2</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>instead of the time left</comment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <comment>instead of the time left</comment>
        <translation>fertig</translation>
    </message>
    <message>
        <source>needs you</source>
        <comment>instead of the time left</comment>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>stuck</source>
        <comment>instead of the time left</comment>
        <translation>hängt</translation>
    </message>
    <message>
        <source>no worker</source>
        <comment>instead of the time left</comment>
        <translation>kein Worker</translation>
    </message>
    <message>
        <source>waits</source>
        <comment>instead of the time left</comment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>queued</source>
        <comment>instead of the time left</comment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>estimating</source>
        <comment>instead of the time left</comment>
        <translation>wird geschätzt</translation>
    </message>
    <message>
        <source>Failed: %1 of %2 sent.</source>
        <comment>a job</comment>
        <translation>Gescheitert: %1 von %2 gesendet.</translation>
    </message>
    <message>
        <source>Cancelled: %1 of %2 sent.</source>
        <comment>a job</comment>
        <translation>Storniert: %1 von %2 gesendet.</translation>
    </message>
    <message>
        <source>Done %1: %2 of %3 sent.</source>
        <comment>a job, and when</comment>
        <translation>Fertig %1: %2 von %3 gesendet.</translation>
    </message>
    <message>
        <source>Done: %1 of %2 sent.</source>
        <comment>a job</comment>
        <translation>Fertig: %1 von %2 gesendet.</translation>
    </message>
    <message>
        <source>The server says %1; this version does not know that state.</source>
        <translation>Der Server meldet %1; diesen Zustand kennt diese Version nicht.</translation>
    </message>
    <message>
        <source>Paused since %1.</source>
        <translation>Angehalten seit %1.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Paused by %1 since %2.</source>
        <translation>Angehalten von %1 seit %2.</translation>
    </message>
    <message>
        <source>Paused by %1.</source>
        <translation>Angehalten von %1.</translation>
    </message>
    <message>
        <source>%1 left; none starts until it is resumed.</source>
        <translation>%1 übrig; keiner beginnt, bis er fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Not all of its %1 submissions are here yet.</source>
        <translation>Noch sind nicht alle %1 Einträge hier.</translation>
    </message>
    <message>
        <source>Nothing is left; the server closes the job.</source>
        <translation>Nichts ist übrig; der Server schließt den Auftrag.</translation>
    </message>
    <message>
        <source>Needs you: %1. Nothing else is left.</source>
        <translation>Von Hand: %1. Sonst ist nichts übrig.</translation>
    </message>
    <message>
        <source>Needs you: %1 failed for good. Nothing else is left.</source>
        <translation>Von Hand: %1 endgültig gescheitert. Sonst ist nichts übrig.</translation>
    </message>
    <message>
        <source>Stuck since %1; no worker is online since %2.</source>
        <translation>Hängt seit %1; seit %2 ist kein Worker online.</translation>
    </message>
    <message>
        <source>Stuck since %1: nothing was finished for %2 though a worker was free.</source>
        <translation>Hängt seit %1: Seit %2 wurde nichts fertig, obwohl ein Worker frei war.</translation>
    </message>
    <message>
        <source>Queued: no worker is online since %1. %2 left.</source>
        <translation>Wartet: Seit %1 ist kein Worker online. %2 übrig.</translation>
    </message>
    <message>
        <source>Queued: no worker is online. %1 left.</source>
        <translation>Wartet: Kein Worker ist online. %1 übrig.</translation>
    </message>
    <message>
        <source>%1 for directories that are shut off</source>
        <comment>a number of submissions waits</comment>
        <translation>%1 auf gesperrte Verzeichnisse</translation>
    </message>
    <message>
        <source>%1 for a rate limit</source>
        <comment>a number of submissions waits</comment>
        <translation>%1 wegen Bremse</translation>
    </message>
    <message>
        <source>%1 for another try</source>
        <comment>a number of submissions waits</comment>
        <translation>%1 auf einen neuen Versuch</translation>
    </message>
    <message>
        <source>Waits until %1: %2.</source>
        <comment>a job</comment>
        <translation>Wartet bis %1: %2.</translation>
    </message>
    <message>
        <source>Waits: %1.</source>
        <comment>a job</comment>
        <translation>Wartet: %1.</translation>
    </message>
    <message>
        <source>Running: %1 being submitted.</source>
        <translation>Läuft: %1 gerade in Arbeit.</translation>
    </message>
    <message>
        <source>Running: %1 being submitted, at %2.</source>
        <translation>Läuft: %1 gerade in Arbeit, bei %2.</translation>
    </message>
    <message>
        <source>Queued: place %1 of %2.</source>
        <translation>Wartet: Platz %1 von %2.</translation>
    </message>
    <message>
        <source>Queued: waits for a worker.</source>
        <translation>Wartet auf einen Worker.</translation>
    </message>
    <message>
        <source>Workers online: %1, all busy.</source>
        <translation>Worker online: %1, alle beschäftigt.</translation>
    </message>
    <message>
        <source>Workers online: %1, busy: %2.</source>
        <translation>Worker online: %1, beschäftigt: %2.</translation>
    </message>
    <message>
        <source>%1 left.</source>
        <comment>a number of submissions</comment>
        <translation>%1 übrig.</translation>
    </message>
    <message>
        <source>sent</source>
        <comment>the last attempt</comment>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>Last: %1 at %2, %3.</source>
        <comment>what happened, the directory, when</comment>
        <translation>Zuletzt: %1 bei %2, %3.</translation>
    </message>
    <message>
        <source>Goes on when somebody resumes it.</source>
        <translation>Geht weiter, sobald jemand ihn fortsetzt.</translation>
    </message>
    <message>
        <source>Goes on when a person has solved it.</source>
        <translation>Geht weiter, sobald es von Hand geklärt ist.</translation>
    </message>
    <message>
        <source>Ends when what failed is retried or skipped.</source>
        <translation>Endet, sobald Gescheitertes wiederholt oder übersprungen ist.</translation>
    </message>
    <message>
        <source>Goes on when a worker is back.</source>
        <translation>Geht weiter, sobald ein Worker zurück ist.</translation>
    </message>
    <message>
        <source>Goes on when a worker takes it.</source>
        <translation>Geht weiter, sobald ein Worker ihn nimmt.</translation>
    </message>
    <message>
        <source>Next: %1, %2.</source>
        <comment>when, the directory</comment>
        <translation>Als Nächstes: %1, %2.</translation>
    </message>
    <message>
        <source>A worker is free for it in about %1.</source>
        <translation>In etwa %1 ist ein Worker dafür frei.</translation>
    </message>
    <message>
        <source>%1 for %2 left.</source>
        <comment>a range of time, a number of submissions</comment>
        <translation>%1 für %2 übrige.</translation>
    </message>
    <message>
        <source>Too early to say when it is done.</source>
        <translation>Noch nicht absehbar, wann er fertig ist.</translation>
    </message>
    <message>
        <source>For a person: %1.</source>
        <translation>Von Hand: %1.</translation>
    </message>
    <message>
        <source>being submitted now</source>
        <translation>gerade in Arbeit</translation>
    </message>
    <message>
        <source>held by the pause</source>
        <translation>durch die Pause gehalten</translation>
    </message>
    <message>
        <source>waiting for a worker: none is online</source>
        <translation>wartet auf Worker: keiner online</translation>
    </message>
    <message>
        <source>waiting their turn: %1 at a time</source>
        <comment>submissions of one job</comment>
        <translation>warten: %1 gleichzeitig</translation>
    </message>
    <message>
        <source>waiting for a worker: place %1 of %2</source>
        <translation>wartet auf Worker: Platz %1 von %2</translation>
    </message>
    <message>
        <source>waiting for a worker</source>
        <translation>wartet auf Worker</translation>
    </message>
    <message>
        <source>waiting for directories that are shut off: %1</source>
        <translation>wartet auf gesperrte Verzeichnisse: %1</translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation>gebremst</translation>
    </message>
    <message>
        <source>waiting for another try</source>
        <translation>wartet auf neuen Versuch</translation>
    </message>
    <message>
        <source>for a person: captcha</source>
        <translation>von Hand: Captcha</translation>
    </message>
    <message>
        <source>for a person: phone or mail check</source>
        <translation>von Hand: Telefon/Mail</translation>
    </message>
    <message>
        <source>for a person: log-in or other</source>
        <translation>von Hand: Anmeldung oder anderes</translation>
    </message>
    <message>
        <source>failed for good</source>
        <translation>endgültig gescheitert</translation>
    </message>
    <message>
        <source>in a state that this version does not know</source>
        <translation>in unbekanntem Zustand</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>first try %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>goes on %1</source>
        <translation>weiter %1</translation>
    </message>
    <message>
        <source>%1: listed, or sent for listing, at %2 of %3 directories.</source>
        <translation>%1: in %2 von %3 Verzeichnissen eingetragen oder eingereicht.</translation>
    </message>
    <message>
        <source>Still to come: %1, expected between %2 and %3.</source>
        <translation>Noch offen: %1, voraussichtlich zwischen %2 und %3.</translation>
    </message>
    <message>
        <source>Still to come: %1; on hold at the moment.</source>
        <translation>Noch offen: %1; im Moment angehalten.</translation>
    </message>
    <message>
        <source>Still to come: %1, not before %2.</source>
        <translation>Noch offen: %1, nicht vor %2.</translation>
    </message>
    <message>
        <source>Still to come: %1; it is too early to say when.</source>
        <translation>Noch offen: %1; wann, ist noch nicht absehbar.</translation>
    </message>
    <message>
        <source>Waiting for a code sent to your phone or e-mail: %1.</source>
        <translation>Warten auf einen Code, der an Ihr Telefon oder Ihre E-Mail ging: %1.</translation>
    </message>
    <message>
        <source>Being finished by hand: %1.</source>
        <translation>Wird von Hand erledigt: %1.</translation>
    </message>
    <message>
        <source>Promised by %1.</source>
        <translation>Zugesagt bis %1.</translation>
    </message>
    <message>
        <source>It was promised by %1; we are working on it.</source>
        <translation>Zugesagt war %1; wir arbeiten daran.</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>the last attempt</comment>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Stuck since %1; no worker is online.</source>
        <translation>Hängt seit %1; kein Worker ist online.</translation>
    </message>
    <message>
        <source>Reopened by %1.</source>
        <comment>a job</comment>
        <translation>Wieder geöffnet von %1.</translation>
    </message>
    <message>
        <source>A retry of what failed reopens it.</source>
        <comment>a completed job</comment>
        <translation>Eine Wiederholung der Gescheiterten öffnet ihn wieder.</translation>
    </message>
    <message>
        <source>Listed, or sent for listing, at %1 of %2 directories.</source>
        <translation>In %1 von %2 Verzeichnissen eingetragen oder eingereicht.</translation>
    </message>
</context>
<context>
    <name>bolt::OutboxGateway</name>
    <message>
        <source>Sign in first.</source>
        <translation>Erst anmelden.</translation>
    </message>
</context>
<context>
    <name>bolt::RefreshFlight</name>
    <message>
        <source>No session is kept.</source>
        <translation>Keine Anmeldung gespeichert.</translation>
    </message>
</context>
<context>
    <name>bolt::SessionClient</name>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
    <message>
        <source>A newer sign-in replaced this one.</source>
        <translation>Eine neuere Anmeldung hat diese ersetzt.</translation>
    </message>
    <message>
        <source>No sign-in is saved for this workspace.</source>
        <translation>Für diesen Arbeitsbereich ist keine Anmeldung gespeichert.</translation>
    </message>
</context>
<context>
    <name>bolt::SyncWorker</name>
    <message>
        <source>%1: the row is too large for one answer</source>
        <comment>a key</comment>
        <translation>%1: Die Zeile ist größer, als eine Antwort sein darf</translation>
    </message>
</context>
<context>
    <name>bolt::Words</name>
    <message>
        <source>queued</source>
        <comment>state of a job</comment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>in progress</source>
        <comment>state of a job</comment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>state of a job</comment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>completed</source>
        <comment>state of a job</comment>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a job</comment>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>state of a job</comment>
        <translation>storniert</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>state of a submission</comment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>being submitted</source>
        <comment>state of a submission</comment>
        <translation>wird eingereicht</translation>
    </message>
    <message>
        <source>submitted</source>
        <comment>state of a submission</comment>
        <translation>eingereicht</translation>
    </message>
    <message>
        <source>approved</source>
        <comment>state of a submission</comment>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>rejected</source>
        <comment>state of a submission</comment>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a submission</comment>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>skipped</source>
        <comment>state of a submission</comment>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>needs a person</source>
        <comment>state of a submission</comment>
        <translation>von Hand zu klären</translation>
    </message>
    <message>
        <source>unknown state</source>
        <translation>unbekannter Zustand</translation>
    </message>
    <message>
        <source>approved</source>
        <comment>legend</comment>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>submitted</source>
        <comment>legend</comment>
        <translation>eingereicht</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>legend</comment>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>retry</source>
        <comment>legend: will be tried again by itself</comment>
        <translation>neuer Versuch</translation>
    </message>
    <message>
        <source>person</source>
        <comment>legend: needs a person</comment>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>now</source>
        <comment>legend: being submitted now</comment>
        <translation>gerade</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>legend</comment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>skipped</source>
        <comment>legend</comment>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>other</source>
        <comment>legend: a state this version does not know</comment>
        <translation>anderes</translation>
    </message>
    <message>
        <source>needs a person</source>
        <translation>von Hand zu klären</translation>
    </message>
    <message>
        <source>business data</source>
        <translation>Geschäftsdaten</translation>
    </message>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>unknown cause</source>
        <translation>unbekannte Ursache</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Holt auf</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>wartet auf Versand</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>verfallen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Mark verified</source>
        <translation>Als geprüft vermerken</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Gescheiterte wiederholen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>Change priority</source>
        <translation>Priorität ändern</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Needs the role %1.</source>
        <translation>Braucht die Rolle %1.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Sie sind abgemeldet.</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Verzeichnisse</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>temporary problem</source>
        <translation>vorübergehende Störung</translation>
    </message>
    <message>
        <source>form changed</source>
        <translation>Formular geändert</translation>
    </message>
    <message>
        <source>Subscribing</source>
        <translation>Abonniert</translation>
    </message>
    <message>
        <source>Waiting for live data</source>
        <translation>Wartet auf Live-Daten</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Kein Zugriff</translation>
    </message>
    <message>
        <source>answer lost, checking again</source>
        <translation>Antwort verloren, fragt nach</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>partly done</source>
        <translation>teilweise erledigt</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) queued for retry</source>
        <translation>
            <numerusform>%Ln Eintrag wird wiederholt</numerusform>
            <numerusform>%Ln Einträge werden wiederholt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) skipped</source>
        <translation>
            <numerusform>%Ln Eintrag übersprungen</numerusform>
            <numerusform>%Ln Einträge übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) marked verified</source>
        <translation>
            <numerusform>%Ln Eintrag als geprüft vermerkt</numerusform>
            <numerusform>%Ln Einträge als geprüft vermerkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) paused</source>
        <translation>
            <numerusform>%Ln Auftrag angehalten</numerusform>
            <numerusform>%Ln Aufträge angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) resumed</source>
        <translation>
            <numerusform>%Ln Auftrag fortgesetzt</numerusform>
            <numerusform>%Ln Aufträge fortgesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) cancelled</source>
        <translation>
            <numerusform>%Ln Auftrag storniert</numerusform>
            <numerusform>%Ln Aufträge storniert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Priority of %Ln job(s) changed</source>
        <translation>
            <numerusform>Priorität von %Ln Auftrag geändert</numerusform>
            <numerusform>Priorität von %Ln Aufträgen geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln done</source>
        <comment>an action this version does not know</comment>
        <translation>
            <numerusform>%1: %Ln erledigt</numerusform>
            <numerusform>%1: %Ln erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln submission(s)</source>
        <translation>
            <numerusform>%Ln Eintrag wiederholen</numerusform>
            <numerusform>%Ln Einträge wiederholen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skip %Ln submission(s)</source>
        <translation>
            <numerusform>%Ln Eintrag überspringen</numerusform>
            <numerusform>%Ln Einträge überspringen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln submission(s) verified</source>
        <translation>
            <numerusform>%Ln Eintrag als geprüft vermerken</numerusform>
            <numerusform>%Ln Einträge als geprüft vermerken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry what failed in %Ln job(s)</source>
        <translation>
            <numerusform>Gescheitertes in %Ln Auftrag wiederholen</numerusform>
            <numerusform>Gescheitertes in %Ln Aufträgen wiederholen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag anhalten</numerusform>
            <numerusform>%Ln Aufträge anhalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag fortsetzen</numerusform>
            <numerusform>%Ln Aufträge fortsetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag stornieren</numerusform>
            <numerusform>%Ln Aufträge stornieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the priority of %Ln job(s)</source>
        <translation>
            <numerusform>Priorität von %Ln Auftrag ändern</numerusform>
            <numerusform>Priorität von %Ln Aufträgen ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retrying %Ln submission(s)</source>
        <translation>
            <numerusform>%Ln Eintrag wiederholen</numerusform>
            <numerusform>%Ln Einträge wiederholen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skipping %Ln submission(s)</source>
        <translation>
            <numerusform>%Ln Eintrag überspringen</numerusform>
            <numerusform>%Ln Einträge überspringen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marking %Ln submission(s) verified</source>
        <translation>
            <numerusform>%Ln Eintrag als geprüft vermerken</numerusform>
            <numerusform>%Ln Einträge als geprüft vermerken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retrying what failed in %Ln job(s)</source>
        <translation>
            <numerusform>In %Ln Auftrag wiederholen</numerusform>
            <numerusform>In %Ln Aufträgen wiederholen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pausing %Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag anhalten</numerusform>
            <numerusform>%Ln Aufträge anhalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resuming %Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag fortsetzen</numerusform>
            <numerusform>%Ln Aufträge fortsetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelling %Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag stornieren</numerusform>
            <numerusform>%Ln Aufträge stornieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing the priority of %Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag: Priorität</numerusform>
            <numerusform>%Ln Aufträge: Priorität</numerusform>
        </translation>
    </message>
    <message>
        <source>held until the connection is back</source>
        <translation>zurückgehalten, bis die Verbindung steht</translation>
    </message>
    <message>
        <source>held, sent in %1 s</source>
        <translation>zurückgehalten, wird in %1 s gesendet</translation>
    </message>
    <message numerus="yes">
        <source>Type %1 to cancel %Ln job(s)</source>
        <translation>
            <numerusform>%1 eingeben, um %Ln Auftrag zu stornieren</numerusform>
            <numerusform>%1 eingeben, um %Ln Aufträge zu stornieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type %1 to continue with %Ln job(s)</source>
        <translation>
            <numerusform>%1 eingeben, um mit %Ln Auftrag fortzufahren</numerusform>
            <numerusform>%1 eingeben, um mit %Ln Aufträgen fortzufahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type %1 to continue with %Ln submission(s)</source>
        <translation>
            <numerusform>%1 eingeben, um mit %Ln Eintrag fortzufahren</numerusform>
            <numerusform>%1 eingeben, um mit %Ln Einträgen fortzufahren</numerusform>
        </translation>
    </message>
    <message>
        <source>a person must act</source>
        <comment>why something is left out</comment>
        <translation>von Hand zu klären</translation>
    </message>
    <message>
        <source>rejected by the directory</source>
        <comment>why something is left out</comment>
        <translation>vom Verzeichnis abgelehnt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how many, why</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: %1</source>
        <translation>
            <numerusform>%Ln ausgelassen: %1</numerusform>
            <numerusform>%Ln ausgelassen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Already requested; waiting for the answer.</source>
        <translation>Schon angefordert; die Antwort steht noch aus.</translation>
    </message>
    <message>
        <source>Not possible as it stands now.</source>
        <translation>Im jetzigen Zustand nicht möglich.</translation>
    </message>
    <message>
        <source>It is no longer here.</source>
        <translation>Es ist nicht mehr da.</translation>
    </message>
    <message>
        <source>What failed needs a person; another try will not help.</source>
        <translation>Das muss von Hand geklärt werden; ein weiterer Versuch hilft nicht.</translation>
    </message>
    <message>
        <source>The directory rejected it.</source>
        <translation>Das Verzeichnis hat es abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing failed here.</source>
        <translation>Hier ist nichts gescheitert.</translation>
    </message>
    <message>
        <source>Its submissions are not here yet.</source>
        <translation>Seine Einträge sind noch nicht geladen.</translation>
    </message>
    <message>
        <source>Squares are selected: R, S and V act on them. Esc clears the selection.</source>
        <translation>Quadrate sind gewählt: R, S und V gelten ihnen. Esc hebt die Auswahl auf.</translation>
    </message>
    <message>
        <source>This job is %1.</source>
        <comment>state of a job</comment>
        <translation>Zustand des Auftrags: %1.</translation>
    </message>
    <message>
        <source>Needs manual verification.</source>
        <translation>Muss von Hand geprüft werden.</translation>
    </message>
    <message>
        <source>This submission is %1.</source>
        <comment>state of a submission</comment>
        <translation>Zustand des Eintrags: %1.</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Can&apos;t retry</source>
        <translation>Wiederholen nicht möglich</translation>
    </message>
    <message>
        <source>Can&apos;t skip</source>
        <translation>Überspringen nicht möglich</translation>
    </message>
    <message>
        <source>Can&apos;t mark verified</source>
        <translation>Vermerk nicht möglich</translation>
    </message>
    <message>
        <source>Can&apos;t retry what failed</source>
        <translation>Wiederholen nicht möglich</translation>
    </message>
    <message>
        <source>Can&apos;t pause</source>
        <translation>Anhalten nicht möglich</translation>
    </message>
    <message>
        <source>Can&apos;t resume</source>
        <translation>Fortsetzen nicht möglich</translation>
    </message>
    <message>
        <source>Can&apos;t cancel</source>
        <translation>Stornieren nicht möglich</translation>
    </message>
    <message>
        <source>Can&apos;t change the priority</source>
        <translation>Priorität nicht änderbar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what can&apos;t be done: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>signs of life</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>The site was slow, busy or down.</source>
        <translation>Die Seite war langsam, überlastet oder ausgefallen.</translation>
    </message>
    <message>
        <source>Retry once the site is back.</source>
        <translation>Wiederholen, sobald die Seite wieder da ist.</translation>
    </message>
    <message>
        <source>Skip it if the site stays away.</source>
        <translation>Überspringen, wenn sie ausbleibt.</translation>
    </message>
    <message>
        <source>The directory has changed its form.</source>
        <translation>Das Verzeichnis hat sein Formular geändert.</translation>
    </message>
    <message>
        <source>Retry once the workers know the new form; before that it fails again.</source>
        <translation>Wiederholen, sobald die Worker das neue Formular kennen; vorher scheitert es wieder.</translation>
    </message>
    <message>
        <source>Skip it if it cannot wait.</source>
        <translation>Überspringen, wenn es nicht warten kann.</translation>
    </message>
    <message>
        <source>The directory asks for a person: captcha, log-in or a check by phone or mail.</source>
        <translation>Das Verzeichnis verlangt einen Menschen: Captcha, Anmeldung oder eine Prüfung per Telefon oder Mail.</translation>
    </message>
    <message>
        <source>Skip it if nobody can solve it.</source>
        <translation>Überspringen, wenn niemand es lösen kann.</translation>
    </message>
    <message>
        <source>Solve it at the directory, then mark it verified.</source>
        <translation>Beim Verzeichnis lösen, dann als geprüft vermerken.</translation>
    </message>
    <message>
        <source>The directory did not accept the business data.</source>
        <translation>Das Verzeichnis hat die Geschäftsdaten nicht angenommen.</translation>
    </message>
    <message>
        <source>Retry once the customer&apos;s data is right; before that it fails again.</source>
        <translation>Wiederholen, sobald die Daten des Kunden stimmen; vorher scheitert es wieder.</translation>
    </message>
    <message>
        <source>Skip it if the data stays as it is.</source>
        <translation>Überspringen, wenn die Daten so bleiben.</translation>
    </message>
    <message>
        <source>Skip it, so that the job can end.</source>
        <translation>Überspringen, damit der Auftrag enden kann.</translation>
    </message>
    <message>
        <source>The cause is not known; the attempts below say what happened.</source>
        <translation>Die Ursache ist nicht bekannt; die Versuche unten sagen, was geschah.</translation>
    </message>
    <message>
        <source>Skip it if it happens each time.</source>
        <translation>Überspringen, wenn es jedes Mal geschieht.</translation>
    </message>
    <message>
        <source>If it is done at the directory, mark it verified.</source>
        <translation>Wenn es beim Verzeichnis erledigt ist, als geprüft vermerken.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>Retry to send it again; the directory may ask again.</source>
        <translation>Wiederholen sendet es noch einmal; vielleicht kommt dieselbe Frage.</translation>
    </message>
    <message>
        <source>The directory does not accept this listing; another try would end the same way.</source>
        <translation>Das Verzeichnis nimmt diesen Eintrag nicht; ein weiterer Versuch endet genauso.</translation>
    </message>
    <message>
        <source>Retry if it happened only once.</source>
        <translation>Wiederholen, wenn es nur einmal geschah.</translation>
    </message>
    <message>
        <source>already requested</source>
        <comment>why something is left out</comment>
        <translation>schon angefordert</translation>
    </message>
    <message>
        <source>no longer here</source>
        <comment>why something is left out</comment>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Without live updates</source>
        <translation>Ohne Live-Daten</translation>
    </message>
    <message>
        <source>Unknown customer</source>
        <translation>Unbekannter Kunde</translation>
    </message>
</context>
</TS>
