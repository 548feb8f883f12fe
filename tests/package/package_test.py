#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package of this very build: what is in it, what it depends on, and that what it unpacks runs."""
import os
import pathlib
import subprocess
import tempfile
import unittest

BUILD = pathlib.Path(os.environ["BOLT_BUILD"])
PROGRAMS = ["boltdesk", "boltdesk-server", "boltdesk-workers", "boltdesk-watch"]
# Loaded by name at run time: no tool finds these.
LOADED = ["libqt6sql6-sqlite", "libqt6svg6", "qml6-module-qtquick", "qml6-module-qtquick-window",
          "qml6-module-qtquick-templates", "qml6-module-qtquick-layouts", "qml6-module-qtcharts"]


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, timeout=240, **options).stdout


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        run("cpack", "-G", "DEB", "-B", cls.folder.name, cwd=BUILD)
        [cls.deb] = pathlib.Path(cls.folder.name).glob("*.deb")
        cls.root = pathlib.Path(cls.folder.name, "root")
        run("dpkg-deb", "-x", cls.deb, cls.root)

    def test_name_and_version(self):
        version = run(BUILD / "bin/boltdesk", "--version").split()[-1]
        self.assertTrue(self.deb.name.startswith(f"boltdesk_{version}"), self.deb.name)

    def test_everything_is_in_it(self):
        for file in [*(f"bin/{name}" for name in PROGRAMS), "share/applications/org.boltdesk.BoltDesk.desktop",
                     "share/metainfo/org.boltdesk.BoltDesk.metainfo.xml", "share/doc/boltdesk/copyright",
                     "share/icons/hicolor/scalable/apps/org.boltdesk.BoltDesk.svg"]:
            self.assertTrue((self.root / "usr" / file).is_file(), file)

    def test_it_depends_on_what_is_linked_and_on_what_is_loaded(self):
        depends = run("dpkg-deb", "-f", self.deb, "Depends")
        names = {part.split()[0] for part in depends.replace("|", ",").split(",")}
        for name in LOADED:
            self.assertIn(name, names)
        for linked in ("libsqlite3-0", "libsodium", "libsimdjson"):
            self.assertTrue(any(name.startswith(linked) for name in names), f"{linked} in {depends}")

    def test_the_programs_answer(self):
        for name in PROGRAMS:
            self.assertIn("--", run(self.root / "usr/bin" / name, "--help"), name)

    def test_the_desk_runs_on_its_embedded_backend(self):
        home = pathlib.Path(self.folder.name, "home")
        home.mkdir(mode=0o700)
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8",
                       "QT_QPA_PLATFORM": "offscreen"}
        words = run(self.root / "usr/bin/boltdesk", "--embedded", "--forgetful", "--for", "6", "--summary", env=environment)
        self.assertRegex(words.splitlines()[-1], r"^Seen in \d+ s: [1-9]\d* jobs, [1-9]\d* submissions, \d+ changes, connection live")


if __name__ == "__main__":
    unittest.main()
