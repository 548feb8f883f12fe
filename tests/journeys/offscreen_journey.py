#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What './boltdesk run' does where there is no display: the embedded backend, its fleet, a summary, and pictures."""
import os
import pathlib
import re
import signal
import struct
import subprocess
import tempfile
import unittest

from backend import environment_without_display
from desk import QML_WARNING
from waiting import until

BIN = pathlib.Path(os.environ["BOLT_BIN"])


class Offscreen(unittest.TestCase):
    def test_summary_and_pictures(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [BIN / "boltdesk", "--embedded", "--forgetful", "--for", "8", "--summary", "--shots", folder, "--theme", "dark",
                 "--size", "1440x900"],
                env={**environment_without_display(), "QT_QPA_PLATFORM": "offscreen", "HOME": folder, "XDG_RUNTIME_DIR": folder},
                capture_output=True, text=True, timeout=120)
            self.assertEqual(0, done.returncode, done.stderr)
            self.assertEqual([], [line for line in done.stderr.splitlines() if QML_WARNING.search(line)])
            self.assert_summary(done.stdout)
            for page in ("live", "analytics", "system", "drawer"):
                self.assertEqual((1440, 900), picture_size(pathlib.Path(folder, page + "-dark.png")))

    def test_without_a_display_it_says_so_in_one_line(self):
        with tempfile.TemporaryDirectory() as folder:
            for display in ({}, {"DISPLAY": ":65535"}, {"WAYLAND_DISPLAY": "nobody"}):
                environment = {**environment_without_display(), "HOME": folder, "XDG_RUNTIME_DIR": folder, **display}
                environment.pop("QT_QPA_PLATFORM", None)
                done = subprocess.run([BIN / "boltdesk", "--embedded", "--forgetful"], env=environment, capture_output=True,
                                      text=True, timeout=60)
                self.assertEqual(1, done.returncode, done.stderr)
                self.assertEqual(1, done.stderr.count("\n"), done.stderr)
                self.assertIn("display", done.stderr)

    def test_it_ends_in_order_when_its_terminal_goes(self):
        with tempfile.TemporaryDirectory() as folder:
            state = pathlib.Path(folder, "state.json")
            desk = subprocess.Popen(
                [BIN / "boltdesk", "--embedded", "--forgetful", "--rate", "0", "--state-file", state],
                env={**environment_without_display(), "QT_QPA_PLATFORM": "offscreen", "HOME": folder, "XDG_RUNTIME_DIR": folder},
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.addCleanup(desk.kill)
            until("the desk to be there", state.exists)
            desk.send_signal(signal.SIGHUP)
            self.assertEqual(0, desk.wait(60))

    def assert_summary(self, words):
        last = words.splitlines()[-1]
        seen = re.match(r"Seen in \d+ s: (\d+) jobs, (\d+) submissions, (\d+) changes, connection (\w+)", last)
        self.assertTrue(seen, words)
        jobs, submissions, changes = (int(n) for n in seen.groups()[:3])
        self.assertEqual("live", seen.group(4), words)
        self.assertGreaterEqual(jobs, 100)
        self.assertGreaterEqual(submissions, 5000)
        self.assertGreater(changes, 0)


def picture_size(path):
    with open(path, "rb") as file:
        head = file.read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n", path
    return struct.unpack(">II", head[16:24])


if __name__ == "__main__":
    unittest.main()
