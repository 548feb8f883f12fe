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
        <source>it may have been done: look before you ask again</source>
        <translation>vielleicht schon ausgeführt: erst nachsehen, dann neu anfordern</translation>
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
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Gives what was never sent another 24 hours</source>
        <translation>Gibt dem, was nie gesendet wurde, weitere 24 Stunden</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Jetzt nachfragen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AlertBanner</name>
    <message>
        <source>%1 fails %2 × its norm</source>
        <translation>%1 scheitert %2-mal so oft wie sonst</translation>
    </message>
    <message>
        <source>%1 stands still</source>
        <translation>%1 steht still</translation>
    </message>
    <message>
        <source>%1 may miss its SLA</source>
        <translation>%1 könnte das SLA verfehlen</translation>
    </message>
    <message>
        <source>%1 is silent</source>
        <translation>%1 schweigt</translation>
    </message>
    <message>
        <source>%1 is shut off</source>
        <translation>%1 ist gesperrt</translation>
    </message>
    <message>
        <source>%1 of %2 in the last 20 min, most often %3</source>
        <translation>%1 von %2 in den letzten 20 min, meist %3</translation>
    </message>
    <message>
        <source>due %1 · up to %2 late at this speed</source>
        <translation>fällig %1 · bei diesem Tempo bis zu %2 zu spät</translation>
    </message>
    <message>
        <source>last heard %1 ago · its work goes back to the queue</source>
        <translation>zuletzt vor %1 gehört · seine Arbeit geht zurück in die Warteschlange</translation>
    </message>
    <message>
        <source>its circuit is open · nothing is sent there until %1</source>
        <translation>Sicherung offen · bis %1 wird dort nichts eingereicht</translation>
    </message>
    <message>
        <source>Open job</source>
        <translation>Auftrag öffnen</translation>
    </message>
    <message>
        <source>Show its jobs</source>
        <translation>Aufträge zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%1 without progress · %Ln submission(s) left</source>
        <translation>
            <numerusform>%1 ohne Fortschritt · noch %Ln Eintrag</numerusform>
            <numerusform>%1 ohne Fortschritt · noch %Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has missed its SLA</source>
        <translation>%1 hat das SLA verfehlt</translation>
    </message>
    <message>
        <source>was due %1, %2</source>
        <translation>war fällig am %1, %2</translation>
    </message>
</context>
<context>
    <name>AlertStack</name>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more alert(s)</source>
        <translation>
            <numerusform>%Ln weitere Warnung</numerusform>
            <numerusform>%Ln weitere Warnungen</numerusform>
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
        <translation>Stand %1 · wird aufgefrischt …</translation>
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
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>Asking the server for the figures …</source>
        <translation>Die Zahlen werden beim Server erfragt …</translation>
    </message>
    <message>
        <source>They are worked out there over all rows of the range, not only those on this desk.</source>
        <translation>Sie werden dort über alle Zeilen des Zeitraums berechnet, nicht nur über die hier vorhandenen.</translation>
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
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
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
    <message>
        <source>%1 was taken back before it was sent.</source>
        <translation>%1 wurde vor dem Senden zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 could not be sent for 24 hours and was given up.</source>
        <translation>%1 konnte 24 Stunden lang nicht gesendet werden und wurde aufgegeben.</translation>
    </message>
    <message numerus="yes">
        <source>%1: done, %Ln row(s)</source>
        <translation>
            <numerusform>%1: erledigt, %Ln Zeile</numerusform>
            <numerusform>%1: erledigt, %Ln Zeilen</numerusform>
        </translation>
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
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln erledigt</numerusform>
            <numerusform>%Ln erledigt</numerusform>
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
        <source>%1: %2</source>
        <comment>action and what came of it</comment>
        <translation>%1: %2</translation>
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
        <translation>Einzelheiten verbergen</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Asking for the attempts …</source>
        <translation>Die Versuche werden erfragt …</translation>
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
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>No attempt failed</source>
        <translation>Kein Versuch ist gescheitert</translation>
    </message>
    <message>
        <source>Only attempts that ended in an error leave a line here.</source>
        <translation>Nur Versuche, die mit einem Fehler endeten, hinterlassen hier eine Zeile.</translation>
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
        <source>what was sent comes to its end</source>
        <translation>was gesendet ist, kommt zu Ende</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message numerus="yes">
        <source>given up, %Ln left untouched</source>
        <translation>
            <numerusform>aufgegeben, %Ln blieb unberührt</numerusform>
            <numerusform>aufgegeben, %Ln blieben unberührt</numerusform>
        </translation>
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
        <source>waits to be sent</source>
        <translation>wartet auf Versand</translation>
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
        <source>Renew</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Gives what was never sent another 24 hours</source>
        <translation>Gibt dem, was nie gesendet wurde, weitere 24 Stunden</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause after what is under way</source>
        <translation>Anhalten nach dem, was unterwegs ist</translation>
    </message>
    <message numerus="yes">
        <source>Give up; %Ln are not sent yet and stay untouched</source>
        <translation>
            <numerusform>Aufgeben; %Ln ist noch nicht gesendet und bleibt unberührt</numerusform>
            <numerusform>Aufgeben; %Ln sind noch nicht gesendet und bleiben unberührt</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
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
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause after what is under way</source>
        <translation>Anhalten nach dem, was unterwegs ist</translation>
    </message>
    <message numerus="yes">
        <source>Give up; %Ln are not sent yet and stay untouched</source>
        <translation>
            <numerusform>Aufgeben; %Ln ist noch nicht gesendet und bleibt unberührt</numerusform>
            <numerusform>Aufgeben; %Ln sind noch nicht gesendet und bleiben unberührt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message>
        <source>%1 of %2 selected; the others are in another state</source>
        <comment>submissions</comment>
        <translation>%1 von %2 gewählten; die anderen sind in einem anderen Zustand</translation>
    </message>
    <message>
        <source>None of the selected is in a state for it.</source>
        <translation>Nichts Gewähltes ist in einem Zustand dafür.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln gewählt</numerusform>
            <numerusform>%Ln gewählt</numerusform>
        </translation>
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
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key on a keyboard</comment>
        <translation>Esc</translation>
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
        <source>“%1” is in no command, and in no name, address or error code of the local copy.</source>
        <translation>„%1“ steht in keinem Befehl und in keinem Namen, keiner Adresse und keinem Fehlercode der lokalen Kopie.</translation>
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
    <message>
        <source>Jobs whose state became completed on that day, in your time zone.</source>
        <translation>Aufträge, die an diesem Tag abgeschlossen wurden, in Ihrer Zeitzone.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln job(s)</source>
        <translation>
            <numerusform>%1: %Ln Auftrag</numerusform>
            <numerusform>%1: %Ln Aufträge</numerusform>
        </translation>
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
        <source>Joining …</source>
        <translation>Tritt bei …</translation>
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
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>data %1 old</source>
        <translation>Daten %1 alt</translation>
    </message>
</context>
<context>
    <name>ConnectionPopup</name>
    <message>
        <source>Changes arrive as they happen</source>
        <translation>Änderungen kommen an, wenn sie geschehen</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
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
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Of the last heartbeat</source>
        <translation>Des letzten Herzschlags</translation>
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
        <source>Last tick of the server</source>
        <translation>Letzter Takt des Servers</translation>
    </message>
    <message>
        <source>The server moves a row every 15 s, so that silence can be told from a deaf channel.</source>
        <translation>Der Server bewegt alle 15 s eine Zeile, damit Stille von einem tauben Kanal zu unterscheiden ist.</translation>
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
        <source>Received in all</source>
        <translation>Insgesamt empfangen</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Neuverbindungen</translation>
    </message>
    <message>
        <source>Catch-ups · dirty fetches</source>
        <translation>Aufholungen · Nachfragen</translation>
    </message>
    <message>
        <source>How often what was missed was fetched; how often single rows were asked for again.</source>
        <translation>Wie oft Verpasstes geholt wurde; wie oft einzelne Zeilen nachgefragt wurden.</translation>
    </message>
    <message>
        <source>Dropped · degraded · garbage</source>
        <translation>Verworfen · unvollständig · unlesbar</translation>
    </message>
    <message>
        <source>Older than what is known here; incomplete, so fetched again; not a message at all.</source>
        <translation>Älter als hier bekannt; unvollständig und daher neu geholt; gar keine Nachricht.</translation>
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
        <source>Subscribed to</source>
        <translation>Abonniert</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <comment>time and age</comment>
        <translation>%1, vor %2</translation>
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
        <source>System page: connection diagnostics, waiting actions</source>
        <translation>Seite System: Diagnose der Verbindung, wartende Aktionen</translation>
    </message>
    <message>
        <source>Thaw the page</source>
        <translation>Seite auftauen</translation>
    </message>
    <message>
        <source>Freeze the page</source>
        <translation>Seite einfrieren</translation>
    </message>
    <message>
        <source>Fetch a fresh copy</source>
        <translation>Frische Kopie holen</translation>
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
        <source>Dense rows</source>
        <translation>Dichte Zeilen</translation>
    </message>
    <message>
        <source>Fold or unfold the sidebar</source>
        <translation>Seitenleiste falten oder entfalten</translation>
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
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Cancel the job of %1?</source>
        <translation>Auftrag von %1 stornieren?</translation>
    </message>
    <message>
        <source>Workspace: %1.</source>
        <translation>Arbeitsbereich: %1.</translation>
    </message>
    <message>
        <source>All failed submissions of %1 go back into the queue.</source>
        <translation>Alle gescheiterten Einträge von %1 gehen zurück in die Warteschlange.</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>Keep the job</source>
        <translation>Auftrag behalten</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) that wait will not be made. What is submitted stays. A cancelled job cannot be taken up again.</source>
        <translation>
            <numerusform>%Ln wartender Eintrag wird nicht mehr vorgenommen. Eingereichtes bleibt. Ein stornierter Auftrag kann nicht wieder aufgenommen werden.</numerusform>
            <numerusform>%Ln wartende Einträge werden nicht mehr vorgenommen. Eingereichtes bleibt. Ein stornierter Auftrag kann nicht wieder aufgenommen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry up to %Ln failed submission(s)?</source>
        <translation>
            <numerusform>Bis zu %Ln gescheiterten Eintrag wiederholen?</numerusform>
            <numerusform>Bis zu %Ln gescheiterte Einträge wiederholen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>What is kept on this computer of %1 (%2) is deleted. After the next sign-in it is read again from the server.</source>
        <translation>Was auf diesem Rechner von %1 liegt (%2), wird gelöscht. Nach der nächsten Anmeldung wird es neu vom Server gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln action(s) that were not sent are given up.</source>
        <translation>
            <numerusform>%Ln Aktion, die nicht gesendet wurde, wird aufgegeben.</numerusform>
            <numerusform>%Ln Aktionen, die nicht gesendet wurden, werden aufgegeben.</numerusform>
        </translation>
    </message>
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
        <source>%1: %2?</source>
        <comment>action and how many</comment>
        <translation>%1: %2?</translation>
    </message>
    <message>
        <source>Submissions that wait will not be made. What is submitted stays. A cancelled job cannot be taken up again.</source>
        <translation>Wartende Einträge werden nicht mehr vorgenommen. Eingereichtes bleibt. Ein stornierter Auftrag kann nicht wieder aufgenommen werden.</translation>
    </message>
    <message>
        <source>They are asked for in parts; on the way it can be paused or given up.</source>
        <translation>Sie werden in Teilen gesendet; unterwegs lässt sich das anhalten oder aufgeben.</translation>
    </message>
</context>
<context>
    <name>DrawerHead</name>
    <message>
        <source>Unknown customer</source>
        <translation>Unbekannter Kunde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key on a keyboard</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy customer, address and job id</source>
        <translation>Kunde, Adresse und Auftragskennung kopieren</translation>
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
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedRow</name>
    <message>
        <source>%1 approved</source>
        <comment>a directory approved a listing</comment>
        <translation>%1 hat angenommen</translation>
    </message>
    <message>
        <source>Submitted to %1</source>
        <translation>Eingereicht bei %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>error code at directory</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Retry %1 of %2 at %3</source>
        <translation>Versuch %1 von %2 um %3</translation>
    </message>
    <message>
        <source>Back in the queue: %1</source>
        <translation>Wieder in der Schlange: %1</translation>
    </message>
    <message>
        <source>Needs a person: %1</source>
        <translation>Braucht einen Menschen: %1</translation>
    </message>
    <message>
        <source>%1 took %2</source>
        <comment>worker took directory</comment>
        <translation>%1 hat %2 begonnen</translation>
    </message>
    <message>
        <source>Started at %1</source>
        <translation>Begonnen bei %1</translation>
    </message>
    <message>
        <source>%1 rejected the listing</source>
        <translation>%1 hat abgelehnt</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <comment>a submission to a directory was skipped</comment>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>Job finished: %1 of %2</source>
        <translation>Auftrag fertig: %1 von %2</translation>
    </message>
    <message>
        <source>Job is now %1</source>
        <translation>Auftrag ist jetzt %1</translation>
    </message>
    <message>
        <source>%1 fell silent</source>
        <translation>%1 ist verstummt</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 ist zurück</translation>
    </message>
    <message>
        <source>%1 is shut off</source>
        <translation>%1 ist gesperrt</translation>
    </message>
    <message>
        <source>%1 is open again</source>
        <translation>%1 ist wieder offen</translation>
    </message>
    <message>
        <source>%1 is being probed</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
    <message>
        <source>its work goes back to the queue</source>
        <translation>seine Arbeit geht zurück in die Schlange</translation>
    </message>
    <message>
        <source>takes work again</source>
        <translation>nimmt wieder Arbeit an</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>circuit</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>%1 done · %2 refused</source>
        <translation>%1 erledigt · %2 abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln erledigt</numerusform>
            <numerusform>%Ln erledigt</numerusform>
        </translation>
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
    <name>JobDrawer</name>
    <message>
        <source>Job of %1</source>
        <translation>Auftrag von %1</translation>
    </message>
    <message>
        <source>Its submissions are not here yet</source>
        <translation>Seine Einträge sind noch nicht hier</translation>
    </message>
    <message>
        <source>This job is not here</source>
        <translation>Dieser Auftrag ist nicht hier</translation>
    </message>
    <message>
        <source>They are fetched after the jobs.</source>
        <translation>Sie werden nach den Aufträgen geholt.</translation>
    </message>
    <message>
        <source>It may be older than what this desk keeps, or the link points to another workspace.</source>
        <translation>Er ist vielleicht älter als das, was hier aufbewahrt wird, oder der Verweis führt in einen anderen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Gescheiterte wiederholen</translation>
    </message>
    <message>
        <source>Nothing failed here.</source>
        <translation>Hier ist nichts gescheitert.</translation>
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
        <source>Choose a square to see its attempts; N goes to the next one that failed. X selects it, ⇧X all that failed.</source>
        <translation>Ein Quadrat wählen zeigt seine Versuche; N geht zum nächsten gescheiterten. X wählt es aus, ⇧X alle gescheiterten.</translation>
    </message>
</context>
<context>
    <name>JobFigures</name>
    <message>
        <source>stalled</source>
        <translation>steht</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>too early to say</source>
        <translation>noch zu früh</translation>
    </message>
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
        <source>submitted or approved, of all directories of this job</source>
        <translation>eingereicht oder angenommen, von allen Verzeichnissen dieses Auftrags</translation>
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
        <source>%1, %2 for a person</source>
        <comment>failed, of which need a person</comment>
        <translation>%1, davon %2 von Hand</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>time left of a job</comment>
        <translation>Rest</translation>
    </message>
    <message>
        <source>%1 per minute at the moment</source>
        <translation>%1 je Minute im Augenblick</translation>
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
        <translation>angenommen · eingereicht · übersprungen · gescheitert · braucht einen Menschen · neuer Versuch · wird gerade eingereicht · wartet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Failed without another try by itself, rejected, or needing a person</source>
        <translation>Gescheitert ohne weiteren eigenen Versuch, abgelehnt oder auf einen Menschen wartend</translation>
    </message>
    <message>
        <source>Now at</source>
        <translation>Gerade bei</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Submissions per minute of this job, recent ones weigh more</source>
        <translation>Einträge je Minute dieses Auftrags, jüngere zählen mehr</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>time left of a job</comment>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Time left as a range: what remains ÷ the speed seen, widened by queue and package</source>
        <translation>Restzeit als Spanne: was bleibt ÷ gesehenes Tempo, geweitet um Warteschlange und Paket</translation>
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
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>rate-limited %1</source>
        <translation>gebremst bis %1</translation>
    </message>
    <message>
        <source>waits for a worker</source>
        <translation>wartet auf Worker</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>steht still</translation>
    </message>
    <message>
        <source>shut off to %1</source>
        <translation>gesperrt bis %1</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>steht</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>zu früh</translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4 done, %5 failed, %6, left %7, SLA %8</source>
        <translation>%1, %2, %3 von %4 erledigt, %5 Fehler, %6, Rest %7, SLA %8</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
</context>
<context>
    <name>JobsTable</name>
    <message>
        <source>Active jobs</source>
        <translation>Laufende Aufträge</translation>
    </message>
    <message>
        <source>Home</source>
        <comment>the key on a keyboard</comment>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>new rows and finished rows</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <translation>Aufträge filtern</translation>
    </message>
    <message>
        <source>No active job matches the filter</source>
        <translation>Kein laufender Auftrag passt zum Filter</translation>
    </message>
    <message>
        <source>No active jobs</source>
        <translation>Keine laufenden Aufträge</translation>
    </message>
    <message>
        <source>“%1” is looked for in customer, package, directory, worker and id.</source>
        <translation>„%1“ wird in Kunde, Paket, Verzeichnis, Worker und Kennung gesucht.</translation>
    </message>
    <message>
        <source>A job appears here as soon as a customer buys a package. Finished jobs leave the list.</source>
        <translation>Ein Auftrag erscheint hier, sobald ein Kunde ein Paket kauft. Fertige Aufträge verlassen die Liste.</translation>
    </message>
    <message>
        <source>Empty the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Loading the first copy</source>
        <translation>Die erste Kopie wird geladen</translation>
    </message>
    <message>
        <source>Jobs and submissions are fetched once; from then on changes arrive by themselves.</source>
        <translation>Aufträge und Einträge werden einmal geholt; danach kommen Änderungen von selbst.</translation>
    </message>
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
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>nothing on this page moves</source>
        <translation>auf dieser Seite bewegt sich nichts</translation>
    </message>
    <message>
        <source>Thaw</source>
        <translation>Auftauen</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1 old · what you see may have changed; actions are kept and sent once</source>
        <comment>age of the data</comment>
        <translation>%1 alt · was Sie sehen, kann sich geändert haben; Aktionen bleiben erhalten und werden einmal gesendet</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message numerus="yes">
        <source>nothing on this page moves · %Ln change(s) wait</source>
        <translation>
            <numerusform>auf dieser Seite bewegt sich nichts · %Ln Änderung wartet</numerusform>
            <numerusform>auf dieser Seite bewegt sich nichts · %Ln Änderungen warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveTile</name>
    <message>
        <source>Active jobs</source>
        <translation>Laufende Aufträge</translation>
    </message>
    <message>
        <source>Submissions / min</source>
        <translation>Einträge / min</translation>
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
        <source>%1 created today</source>
        <translation>%1 heute angelegt</translation>
    </message>
    <message>
        <source>mean of 10 min</source>
        <translation>Mittel aus 10 min</translation>
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
        <source>%1 captcha, %2 phone or mail</source>
        <translation>%1 Captcha, %2 Telefon/Mail</translation>
    </message>
    <message>
        <source>all heard from</source>
        <translation>alle melden sich</translation>
    </message>
    <message>
        <source>Jobs that are queued, in progress or paused. The line: one sample a minute since the desk started.</source>
        <translation>Aufträge, die warten, laufen oder angehalten sind. Die Linie: ein Wert je Minute seit dem Start.</translation>
    </message>
    <message>
        <source>Submissions that came to an end (submitted, failed, rejected) per minute, mean of the last 10 minutes. The line: the last 60 minutes.</source>
        <translation>Einträge, die ein Ende fanden (eingereicht, gescheitert, abgelehnt), je Minute, Mittel der letzten 10 Minuten. Die Linie: die letzten 60 Minuten.</translation>
    </message>
    <message>
        <source>(submitted + approved) ÷ (submitted + approved + rejected + failed) of the last 60 minutes, over n attempts. The norm is the same figure over 7 days.</source>
        <translation>(eingereicht + angenommen) ÷ (eingereicht + angenommen + abgelehnt + gescheitert) der letzten 60 Minuten, aus n Versuchen. Die Norm ist dieselbe Zahl über 7 Tage.</translation>
    </message>
    <message>
        <source>Submissions of active jobs that only a person can move on: captcha, log-in, mail or phone check.</source>
        <translation>Einträge laufender Aufträge, die nur ein Mensch weiterbringt: Captcha, Anmeldung, Prüfung per Mail oder Telefon.</translation>
    </message>
    <message>
        <source>Submissions waiting in active jobs, divided by the speed of the last 10 minutes. “–” while nothing moves.</source>
        <translation>Wartende Einträge laufender Aufträge, geteilt durch das Tempo der letzten 10 Minuten. „–“, solange sich nichts bewegt.</translation>
    </message>
    <message>
        <source>Workers heard from in the last 90 seconds, of all that are known. A worker silent for 45 seconds is named here.</source>
        <translation>Worker, die sich in den letzten 90 Sekunden gemeldet haben, von allen bekannten. Wer 45 Sekunden schweigt, wird hier genannt.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
    <message>
        <source>Nothing loaded yet.</source>
        <translation>Noch nichts geladen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
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
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 – BoltDesk</source>
        <comment>workspace in the title of the window</comment>
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
        <source>Fetch a fresh copy</source>
        <translation>Frische Kopie holen</translation>
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
        <source>Thaw</source>
        <translation>Auftauen</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>Seitenleiste einklappen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Farben des Systems</translation>
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
        <source>Dense rows</source>
        <translation>Dichte Zeilen</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
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
    <name>OlderRow</name>
    <message>
        <source>Older rows are tried again: %1</source>
        <translation>Ältere Zeilen werden erneut versucht: %1</translation>
    </message>
    <message>
        <source>Older rows come when the server is back</source>
        <translation>Ältere Zeilen kommen, sobald der Server wieder da ist</translation>
    </message>
    <message>
        <source>Older rows are on their way …</source>
        <translation>Ältere Zeilen sind unterwegs …</translation>
    </message>
    <message>
        <source>Nothing older than %1 is kept here</source>
        <translation>Nichts vor dem %1 wird hier gehalten</translation>
    </message>
    <message>
        <source>Load 90 days more</source>
        <translation>90 Tage mehr laden</translation>
    </message>
    <message>
        <source>Jobs and submissions; kept until you close the desk, and found by Ctrl+K</source>
        <translation>Aufträge und Einträge; sie bleiben, bis Sie den Desk schließen, und werden mit Strg+K gefunden</translation>
    </message>
    <message>
        <source>No more submissions are kept on this computer than are here now; older ones stay at the server.</source>
        <translation>Mehr Einträge als jetzt werden auf diesem Rechner nicht gehalten; ältere bleiben auf dem Server.</translation>
    </message>
    <message>
        <source>Older rows come from the server, which cannot be reached now.</source>
        <translation>Ältere Zeilen kommen vom Server, der gerade nicht erreichbar ist.</translation>
    </message>
</context>
<context>
    <name>OutboxSection</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
    <message>
        <source>No action waits</source>
        <translation>Keine Aktion wartet</translation>
    </message>
    <message>
        <source>What you ask for is written here first, then sent exactly once, even if the network goes or the program ends.</source>
        <translation>Was Sie anfordern, wird zuerst hier notiert und dann genau einmal gesendet, auch wenn das Netz ausfällt oder das Programm endet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
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
        <source>Two letters are enough to search the local copy</source>
        <translation>Zwei Buchstaben genügen für die Suche in der lokalen Kopie</translation>
    </message>
    <message>
        <source>There is no copy on this computer to search yet</source>
        <translation>Auf diesem Rechner gibt es noch keine Kopie zum Durchsuchen</translation>
    </message>
    <message>
        <source>The search failed: %1</source>
        <translation>Die Suche ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Searched on this computer, also without a network</source>
        <translation>Auf diesem Rechner gesucht, auch ohne Netz</translation>
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
    <name>PriorityMenu</name>
    <message>
        <source>0 – before all packages</source>
        <translation>0 – vor allen Paketen</translation>
    </message>
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
        <source>As its package says</source>
        <translation>Wie sein Paket vorgibt</translation>
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
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Nothing failed here.</source>
        <translation>Hier ist nichts gescheitert.</translation>
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
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Cancel job …</source>
        <translation>Stornieren …</translation>
    </message>
    <message>
        <source>Retry what failed</source>
        <translation>Gescheitertes wiederholen</translation>
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
        <source>Empty the filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key on a keyboard</comment>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) selected</source>
        <translation>
            <numerusform>%Ln Auftrag gewählt</numerusform>
            <numerusform>%Ln Aufträge gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 selected; the others are in another state</source>
        <comment>jobs</comment>
        <translation>%1 von %2 gewählten; die anderen sind in einem anderen Zustand</translation>
    </message>
    <message>
        <source>%1. None of the selected is in a state for it.</source>
        <comment>name of an action</comment>
        <translation>%1. Nichts Gewähltes ist in einem Zustand dafür.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln gewählt</numerusform>
            <numerusform>%Ln gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Gescheiterte wiederholen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>jobs</comment>
        <translation>Stornieren</translation>
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
        <source>freeze and thaw</source>
        <translation>einfrieren und auftauen</translation>
    </message>
    <message>
        <source>close the drawer, let go</source>
        <translation>Details schließen, loslassen</translation>
    </message>
    <message>
        <source>to the next control</source>
        <translation>zum nächsten Bedienelement</translation>
    </message>
    <message>
        <source>fold the sidebar</source>
        <translation>Seitenleiste einklappen</translation>
    </message>
    <message>
        <source>larger text, Ctrl – smaller</source>
        <translation>größere Schrift, Strg – kleinere</translation>
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
        <source>this sheet</source>
        <translation>diese Übersicht</translation>
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
        <source>let in what waits</source>
        <translation>Wartendes einlassen</translation>
    </message>
    <message>
        <source>In the drawer</source>
        <translation>In den Auftragsdetails</translation>
    </message>
    <message>
        <source>walk the mosaic</source>
        <translation>durch das Mosaik gehen</translation>
    </message>
    <message>
        <source>next one that failed</source>
        <translation>nächster gescheiterter</translation>
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
        <source>The address must begin with https:// (or http:// for this machine).</source>
        <translation>Die Adresse muss mit https:// beginnen (oder http:// für diesen Rechner).</translation>
    </message>
    <message>
        <source>Plain http:// would send the password readable by others. Use https://.</source>
        <translation>Mit http:// wäre das Passwort für andere lesbar. Nehmen Sie https://.</translation>
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
        <source>This is not an address, such as https://project.supabase.co.</source>
        <translation>Das ist keine Adresse wie https://project.supabase.co.</translation>
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
        <source>Your session ended. What you asked for is kept and goes on once you are back.</source>
        <translation>Ihre Sitzung ist abgelaufen. Was Sie angefordert haben, bleibt erhalten und geht weiter, sobald Sie zurück sind.</translation>
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
        <source>Public by design; it names the project, not you.</source>
        <translation>Absichtlich öffentlich; er benennt das Projekt, nicht Sie.</translation>
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
        <source>No keychain answered. You can go on without remembering: the sign-in then lasts until the window closes, and nothing secret is written anywhere.</source>
        <translation>Kein Schlüsselbund hat geantwortet. Sie können fortfahren, ohne dass die Anmeldung gemerkt wird: Sie gilt dann, bis das Fenster schließt, und nichts Geheimes wird irgendwo gespeichert.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Meldet an …</translation>
    </message>
    <message>
        <source>Go on without remembering</source>
        <translation>Fortfahren, ohne zu merken</translation>
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
        <source>The workspace takes no more tries for now. Wait a minute, then try again.</source>
        <translation>Der Arbeitsbereich nimmt gerade keine Versuche mehr an. Eine Minute warten, dann neu versuchen.</translation>
    </message>
    <message>
        <source>The workspace is in trouble. Try again in a while.</source>
        <translation>Der Arbeitsbereich hat eine Störung. Später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The sign-in failed.</source>
        <translation>Die Anmeldung ist gescheitert.</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Opening the workspace …</source>
        <translation>Der Arbeitsbereich wird geöffnet …</translation>
    </message>
    <message>
        <source>Starting the embedded workspace …</source>
        <translation>Der eingebaute Arbeitsbereich startet …</translation>
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
        <source>thaw</source>
        <translation>auftauen</translation>
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
</context>
<context>
    <name>SubmissionPane</name>
    <message>
        <source>needs a person</source>
        <translation>braucht einen Menschen</translation>
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
        <source>Took</source>
        <translation>Dauer</translation>
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
        <translation>(eingereicht + angenommen) ÷ (eingereicht + angenommen + abgelehnt + gescheitert) je Tag.</translation>
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
        <source>Fetch a fresh copy</source>
        <translation>Frische Kopie holen</translation>
    </message>
    <message>
        <source>Asks the server for everything once more; nothing here is lost meanwhile.</source>
        <translation>Fragt beim Server alles noch einmal ab; hier geht währenddessen nichts verloren.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
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
</context>
<context>
    <name>TablesSection</name>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>%1 submissions held</source>
        <translation>%1 Einträge vorhanden</translation>
    </message>
    <message>
        <source>%1, %2, %3 rows, as of %4</source>
        <translation>%1, %2, %3 Zeilen, Stand %4</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows here of rows at the server</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>never loaded</source>
        <translation>nie geladen</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
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
        <source>Frozen · %Ln wait</source>
        <comment>changes that wait while the view is frozen</comment>
        <translation>
            <numerusform>Eingefroren · %Ln wartet</numerusform>
            <numerusform>Eingefroren · %Ln warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bolt::EmbeddedWorkspace</name>
    <message>
        <source>The embedded backend has no administrator.</source>
        <translation>Das eingebaute Backend hat keinen Verwalter.</translation>
    </message>
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
</context>
<context>
    <name>bolt::Words</name>
    <message>
        <source>queued</source>
        <comment>state of a job</comment>
        <translation>in der Schlange</translation>
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
        <translation>angenommen</translation>
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
        <translation>braucht einen Menschen</translation>
    </message>
    <message>
        <source>unknown state</source>
        <translation>unbekannter Zustand</translation>
    </message>
    <message>
        <source>approved</source>
        <comment>legend</comment>
        <translation>angenommen</translation>
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
        <translation>Mensch nötig</translation>
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
        <source>passing trouble</source>
        <translation>vorübergehende Störung</translation>
    </message>
    <message>
        <source>the site changed</source>
        <translation>die Seite hat sich geändert</translation>
    </message>
    <message>
        <source>needs a person</source>
        <translation>braucht einen Menschen</translation>
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
        <source>Passing trouble: it is tried again by itself. A retry in the directory&apos;s quiet hours helps most.</source>
        <translation>Vorübergehende Störung: Es wird von selbst noch einmal versucht. Am meisten hilft ein Versuch in den ruhigen Stunden des Verzeichnisses.</translation>
    </message>
    <message>
        <source>The directory changed its form. Report the form mapping; retry once it is fixed.</source>
        <translation>Das Verzeichnis hat sein Formular geändert. Melden Sie die Zuordnung; wiederholen Sie, sobald sie stimmt.</translation>
    </message>
    <message>
        <source>Correct the customer&apos;s business data first, then retry.</source>
        <translation>Berichtigen Sie zuerst die Geschäftsdaten des Kunden, dann wiederholen Sie.</translation>
    </message>
    <message>
        <source>Another try will not help. Skip it, or tell the customer.</source>
        <translation>Ein weiterer Versuch hilft nicht. Überspringen Sie, oder sagen Sie es dem Kunden.</translation>
    </message>
    <message>
        <source>The cause is not known. Read the log below before you retry.</source>
        <translation>Die Ursache ist nicht bekannt. Lesen Sie das Protokoll unten, bevor Sie wiederholen.</translation>
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
        <source>Joining</source>
        <translation>Tritt bei</translation>
    </message>
    <message>
        <source>Waiting for live</source>
        <translation>Wartet auf Live</translation>
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
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
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
        <source>answer lost, asking again</source>
        <translation>Antwort verloren, fragt nach</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>ausgeführt</translation>
    </message>
    <message>
        <source>partly applied</source>
        <translation>teilweise ausgeführt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
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
        <source>retry asked for …</source>
        <translation>Wiederholung angefordert …</translation>
    </message>
    <message>
        <source>skip asked for …</source>
        <translation>Überspringen angefordert …</translation>
    </message>
    <message>
        <source>verification asked for …</source>
        <translation>Vermerk angefordert …</translation>
    </message>
    <message>
        <source>pause asked for …</source>
        <translation>Anhalten angefordert …</translation>
    </message>
    <message>
        <source>resume asked for …</source>
        <translation>Fortsetzen angefordert …</translation>
    </message>
    <message>
        <source>cancel asked for …</source>
        <translation>Storno angefordert …</translation>
    </message>
    <message>
        <source>priority asked for …</source>
        <translation>Priorität angefordert …</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
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
        <source>Asked for already; the answer is on its way.</source>
        <translation>Schon angefordert; die Antwort steht noch aus.</translation>
    </message>
    <message>
        <source>Its state does not allow this.</source>
        <translation>Sein Zustand erlaubt das nicht.</translation>
    </message>
    <message>
        <source>It is not here any more.</source>
        <translation>Es ist nicht mehr da.</translation>
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
        <source>A person has to solve this at the directory; then mark it verified, or retry.</source>
        <translation>Das muss ein Mensch beim Verzeichnis lösen; dann als geprüft vermerken oder wiederholen.</translation>
    </message>
    <message>
        <source>the server&apos;s tick</source>
        <translation>der Takt des Servers</translation>
    </message>
</context>
</TS>
