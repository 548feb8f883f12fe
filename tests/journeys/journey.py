# SPDX-License-Identifier: GPL-3.0-or-later
"""What every journey has: a folder of its own, a screen, a backend, a desk signed in by keyboard, and a console without a
single warning at the end."""
import os
import pathlib
import tempfile
import unittest

from backend import Backend
from desk import Desk, Screen

BIN = pathlib.Path(os.environ["BOLT_BIN"])


class Journey(unittest.TestCase):
    database = "sqlite::memory:"
    keeps = False

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="boltdesk-journey-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.screen = Screen()
        self.addCleanup(self.screen.stop)
        self.backend = Backend(BIN / "boltdesk-server", self.folder, self.database.format(folder=folder.name))
        self.backend.start()
        self.addCleanup(self.backend.stop)
        self.start_desk("--url", self.backend.access["url"], "--anon-key", self.backend.access["anon_key"], "--email",
                        self.backend.user("admin")["email"])

    def start_desk(self, *arguments):
        self.desk = Desk(BIN / "boltdesk", self.screen, self.folder, self.id(), *arguments, keeps=self.keeps)
        # Also in a journey that forgets to finish: cleanups run backwards, so this one after the desk has ended.
        self.addCleanup(lambda desk=self.desk: self.assertEqual([], desk.warnings()))
        self.addCleanup(self.desk.stop)

    def sign_in(self, role="admin"):
        """The form begins in the first empty field: the password."""
        self.desk.see("the sign-in page", lambda s: s["session"]["state"] == "SignedOut" and not s["session"]["busy"])
        self.desk.type(self.backend.user(role)["password"])
        self.desk.press("Return")
        self.desk.see("a signed-in session", lambda s: s["session"]["state"] == "SignedIn")
        return self.desk.see("live data", lambda s: s["connection"]["phase"] == "Live" and s["connection"]["fresh"]
                             and s["live"]["jobs"]["rows"])

    def confirm(self):
        """Several things are asked for after a look, a lot of them or a cancellation by typing the figure."""
        preview = self.desk.see("a preview", lambda s: s["bulk"]["preview"]["open"] and s["bulk"]["preview"])["bulk"]["preview"]
        if preview["mustType"]:
            self.desk.type(preview["mustType"])
            self.desk.press("Return")
        else:
            self.desk.press("Tab", "Return")
        return preview

    def finish(self):
        """The desk ends in order and has complained about nothing."""
        self.assertEqual(0, self.desk.stop())
        self.assertEqual([], self.desk.warnings())
