#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new user's first minutes: the demo starts by itself, is left, tried again, left again, and Ctrl+Q ends the program on
the sign-in page. Then a demo that cannot start: the window says so and stays, a run that nobody watches ends with 1."""
import pathlib
import subprocess
import tempfile
import unittest

from backend import environment_without_display
from desk import Desk, Screen
from journey import BIN
from waiting import until


class Demo(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="boltdesk-journey-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def start(self, *arguments):
        self.screen = Screen()
        self.addCleanup(self.screen.stop)
        self.desk = Desk(BIN / "boltdesk", self.screen, self.folder, self.id(), *arguments)
        self.addCleanup(self.desk.stop)

    def see_scene(self, scene):
        return self.desk.see(f"the scene {scene}", lambda s: s["session"]["scene"] == scene)

    def command(self, words):
        """By the palette, as a person would."""
        self.desk.press("ctrl+k")
        self.desk.see("the palette", lambda s: s["palette"]["open"])
        self.desk.type(words)
        self.desk.see("the command found", lambda s: s["palette"]["text"] == words)
        self.desk.press("Return")

    def quit(self):
        self.desk.press("ctrl+q")
        until("the end of the program", lambda: self.desk.process.poll() is not None)
        self.assertEqual(0, self.desk.process.returncode)
        self.assertEqual([], self.desk.warnings())

    def test_leave_the_demo_and_try_it_again(self):
        self.start()
        for _ in range(2):
            self.desk.see("the demo, live", lambda s: s["session"]["scene"] == "AtDesk"
                          and s["connection"]["phase"] == "Live" and s["live"]["jobs"]["rows"])
            self.command("sign out")
            self.see_scene("AtSignIn")
            self.assertEqual("DemoRunning", self.desk.state()["session"]["demo"])
            self.desk.press("shift+Tab")  # from the first field back to the last control: "Try the demo again"
            self.desk.press("Return")
            self.see_scene("AtDesk")
        self.command("sign out")
        self.see_scene("AtSignIn")
        self.quit()

    def test_quit_while_it_starts(self):
        self.start("--scale", "xl")
        self.see_scene("StartingDemo")
        self.quit()

    def test_a_demo_that_cannot_start(self):
        nowhere = str(self.folder / "no" / "such" / "folder" / "x.sqlite")
        self.start("--embedded", "--database", nowhere)
        state = self.desk.see("what went wrong", lambda s: s["session"]["errorKind"] == "demo")
        self.assertEqual("AtSignIn", state["session"]["scene"])
        self.assertNotEqual("", state["session"]["error"])
        self.quit()
        unattended = subprocess.run(
            [BIN / "boltdesk", "--embedded", "--forgetful", "--database", nowhere, "--for", "60"],
            env={**environment_without_display(), "QT_QPA_PLATFORM": "offscreen", "HOME": str(self.folder),
                 "XDG_RUNTIME_DIR": str(self.folder)}, capture_output=True, text=True, timeout=60)
        self.assertEqual(1, unattended.returncode, unattended.stderr)
        self.assertIn("did not start", unattended.stderr)


if __name__ == "__main__":
    unittest.main()
