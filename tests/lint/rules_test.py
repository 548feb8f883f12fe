#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each house rule finds what it is against, and leaves alone what it is not: a rule that cannot fail guards nothing."""
import pathlib
import subprocess
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"

# rule: ([(path, offence)...], [(path, what is in order)...]). Every offence is tried alone.
CASES = {
    "hex-colours": (
        [("qml/pages/live/Row.qml", 'Rectangle { color: "#35B58A" }'),
         ("qml/pages/live/Row.qml", 'Rectangle { color: "#fff" }'),
         ("models/tables/jobs.cpp", 'QColor c(u"#AA35B58A"_s);'),
         ("qml/shell/Main.qml", "color: Qt.rgba(0, 0, 0, 1)")],
        [("qml/kit/palette.cpp", "return QColor(u\"#35B58A\"_s);"),
         ("qml/pages/live/Row.qml", 'text: "#1 of 5"'),
         ("qml/pages/live/Row.qml", '// not "#35B58A"')]),
    "rich-text": (
        [("qml/kit/Label.qml", "textFormat: Text.RichText"),
         ("qml/kit/Label.qml", "textFormat: Text.AutoText"),
         ("qml/kit/Label.qml", "textFormat: Text.StyledText"),
         ("app/desk/about.cpp", "label->setTextFormat(Qt::RichText);")],
        [("qml/kit/Label.qml", "textFormat: Text.PlainText")]),
    "settings-door": (
        [("models/screens/live.cpp", "QSettings settings;"),
         ("qml/shell/Main.qml", "import Qt.labs.settings")],
        [("app/settings_preferences.h", "QSettings m_settings;")]),
    "debug-leftovers": (
        [("services/sync/engine.cpp", 'qDebug() << "here";'),
         ("qml/shell/Main.qml", 'console.log("here")')],
        [("services/sync/engine.cpp", 'qCWarning(lcSync) << "dropped" << n;'),
         ("tests/sync/engine_test.cpp", "qDebug() << seed;")]),
    "future-then": (
        [("services/session/login.cpp", "future.then(this, [] {});"),
         ("services/session/login.cpp", "m_future->onFailed(this, [] {});")],
        [("services/session/login.cpp", "whenDone(future, this, [] {});")]),
    "sleeps": (
        [("tests/sync/a_test.cpp", "QTest::qSleep(50);"),
         ("tests/sync/a_test.cpp", "QTest::qWait(50);"),
         ("tests/sync/a_test.cpp", "std::this_thread::sleep_for(5ms);"),
         ("tests/sync/a_test.cpp", "QThread::msleep(5);"),
         ("tests/journeys/a.py", "    time.sleep(1)"),
         ("tests/script/a.sh", "    sleep 3")],
        [("tests/sync/a_test.cpp", "QTRY_COMPARE(n, 3);"),
         ("tests/journeys/waiting.py", "        time.sleep(POLL)")]),
    "fixed-ports": (
        [("tests/http/a_test.cpp", "server.listen(QHostAddress::LocalHost, 8080);"),
         ("tests/http/a_test.cpp", 'start({u"--listen"_s, u"127.0.0.1:54321"_s});'),
         ("tests/journeys/a.py", 'run([program, "--listen", "127.0.0.1:8080"])'),
         ("backend/server/main.cpp", "listener.bind(address, 8080);")],
        [("tests/http/a_test.cpp", "server.listen(QHostAddress::LocalHost, 0);"),
         ("tests/http/a_test.cpp", 'QVERIFY(rules.hostAllowed("127.0.0.1:8080"));'),
         ("backend/server/main.cpp", 'QString listen = u"127.0.0.1:0"_s;')]),
    "one-http-client": (
        [("services/session/login.cpp", "QNetworkAccessManager net;"),
         ("models/screens/a.h", "#include <QNetworkReply>")],
        [("services/http/http_client.cpp", "QNetworkAccessManager net;"),
         ("backend/workers/api.cpp", "QNetworkAccessManager net;")]),
    "dialect": (
        [("models/store/store.cpp", "for (auto x : v | std::views::reverse) {}"),
         ("models/store/store.cpp", "for (auto x : std::ranges::views::all(v)) {}"),
         ("models/store/store.cpp", 'auto s = std::format("{}", 1);'),
         ("models/store/store.h", "#include <source_location>")],
        [("models/store/store.cpp", "std::ranges::sort(v);")]),
    "newer-qt": (
        [("services/realtime/s.cpp", "connect(s, &QWebSocket::errorOccurred, this, f);"),
         ("app/desk/window.cpp", 'engine.loadFromModule("BoltDesk.Shell", "Main");'),
         ("qml/kit/Card.qml", "Rectangle { topLeftRadius: 6 }")],
        [("services/realtime/websocket_compat.h", "return &QWebSocket::errorOccurred;")]),
    "spdx": (
        [("models/store/store.cpp", None), ("qml/kit/Card.qml", None), ("tools/x.sh", None), ("tests/a.py", None)],
        [("models/store/store.cpp", "int x;")]),
    "secrets-in-logs": (
        [("services/session/a.cpp", 'qCWarning(lcAuth) << "got" << token;'),
         ("services/session/a.cpp", 'qWarning("password %s", qPrintable(password));'),
         ("services/session/a.cpp", 'qInfo() << u"key %1"_s.arg(m_apiKey);'),
         ("backend/auth/a.cpp", 'std::cerr << user.password << "\\n";'),
         ("qml/shell/Main.qml", 'console.info("t" + accessToken)')],
        [("services/session/a.cpp", 'qCWarning(lcAuth) << "the token was refused";'),
         ("services/session/a.cpp", 'qCWarning(lcAuth) << "password refused by" << host;')]),
    "file-sizes": (
        [("models/store/store.cpp", "\n" * 601), ("qml/kit/Card.qml", "\n" * 351)],
        [("models/store/store.cpp", "\n" * 590), ("qml/kit/Card.qml", "\n" * 340)]),
    "names": (
        [("models/store/a.h", "class JobManager"),
         ("models/store/a.h", "struct FormatUtils"),
         ("models/store/a.h", "namespace JobHandler {"),
         ("models/store/string_utils.h", "int x;")],
        [("services/http/a.h", "class QNetworkAccessManager;"),
         ("models/store/a.h", "class JobTable final")]),
    "property-ends": (
        [("models/screens/a.h", "    Q_PROPERTY(int count READ count NOTIFY countChanged)")],
        [("models/screens/a.h", "    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)"),
         ("models/screens/a.h", "    Q_PROPERTY(JobsView *jobs READ jobs CONSTANT)")]),
    "context-properties": (
        [("app/desk/window.cpp", 'engine.rootContext()->setContextProperty("desk", desk);')],
        [("app/desk/window.cpp", "engine.setInitialProperties(properties);")]),
    "arrows": (
        [("models/screens/a.cpp", '#include "services/http/http_client.h"'),
         ("models/store/a.cpp", '#include "qml/kit/theme.h"'),
         ("services/sync/a.cpp", '#include "backend/db/database.h"'),
         ("services/sync/a.cpp", '#include "models/screens/live_screen.h"'),
         ("backend/rest/a.cpp", '#include "services/wire/frame.h"'),
         ("backend/rest/a.cpp", '#include "models/store/store.h"'),
         ("backend/server/a.cpp", '#include "app/desk/options.h"'),
         ("qml/kit/a.h", '#include "services/http/http_client.h"'),
         ("qml/shell/Main.qml", "import BoltDesk.Services")],
        [("services/sync/a.cpp", '#include "models/store/store.h"'),
         ("backend/rest/a.cpp", '#include "models/domain/states.h"'),
         ("backend/server/a.cpp", '#include "app/process/stop_signals.h"'),
         ("app/desk/main.cpp", '#include "services/client/client.h"')]),
    "left-for-later": (
        [("models/store/a.cpp", "// TODO: counts"), ("qml/kit/Card.qml", "// FIXME later"),
         ("tests/journeys/a.py", "# XXX")],
        [("models/store/a.cpp", "// Counted once a batch.")]),
}


def objections(rule, path, text):
    """What the rule prints about a tree that holds this one file."""
    with tempfile.TemporaryDirectory() as tree:
        file = pathlib.Path(tree, path)
        file.parent.mkdir(parents=True)
        head = SPDX if path.endswith((".cpp", ".h", ".qml")) else SPDX.replace("//", "#")
        file.write_text("int x;\n" if text is None else head + text + "\n", encoding="utf-8")
        subprocess.run(["git", "init", "-q", tree], check=True)
        script = 'TOP=$1; cd "$2"; source "$TOP/tools/lint/find.sh"; source "$TOP/tools/lint/rules/$3"'
        done = subprocess.run(["bash", "-c", script, "rule", str(TOP), tree, rule], capture_output=True, text=True)
        if done.stderr:
            raise AssertionError(f"{rule}: {done.stderr}")
        return done.stdout


class Rules(unittest.TestCase):
    def test_every_rule_is_tried(self):
        self.assertEqual(sorted(p.name for p in (TOP / "tools/lint/rules").iterdir()), sorted(CASES))

    def test_every_rule_says_why(self):
        for file in (TOP / "tools/lint/rules").iterdir():
            self.assertIn("\n# Why: ", file.read_text(encoding="utf-8"), file.name)

    def test_offences_are_found(self):
        for rule, (offences, _) in CASES.items():
            for path, text in offences:
                with self.subTest(rule=rule, path=path, text=(text or "")[:60]):
                    self.assertIn(path + ":", objections(rule, path, text))

    def test_what_is_in_order_is_left_alone(self):
        for rule, (_, order) in CASES.items():
            for path, text in order:
                with self.subTest(rule=rule, path=path, text=text[:60]):
                    self.assertEqual("", objections(rule, path, text))


if __name__ == "__main__":
    unittest.main()
