#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sign-in that is kept in a real keychain (tests/session/with_keyring.sh): by name afterwards, with its exit codes."""
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from workspace import WATCH, Server, Watch, differences, truth_of  # noqa: E402


def run(*arguments):
    return subprocess.run([WATCH, *arguments], capture_output=True, text=True, timeout=60)


class Remembered(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(lambda: self.server.close())
        first = Watch(self.server, "--remember", "--until", "live", role="support")
        code, _ = first.wait()
        self.assertEqual(0, code, first.said())
        self.name = f"127.0.0.1:{self.server.port}"

    def test_by_name_and_again(self):
        dump = pathlib.Path(self.server.folder.name, "dump.json")
        for name in (self.name, self.server.url, self.name):  # each time the kept token is another one
            done = run("--workspace", name, "--until", "live", "--dump", str(dump), "--haste", "20")
            self.assertEqual(0, done.returncode, done.stderr)
            self.assertEqual([], differences(truth_of(self.server), dump))
            self.assertEqual(1, self.server.sessions())  # what is kept is not signed out

    def test_exit_codes(self):
        self.assertEqual(2, run("--workspace", "nobody.example").returncode)
        self.assertEqual(2, run("--workspace", self.name, "--email", "a@b.c").returncode)
        admin = Watch(self.server, "--act", "jobs.cancel:" + self.a_job(), "--until", "live", role="admin")
        self.assertEqual(0, admin.wait()[0], admin.said())  # so that it is the role that is refused below
        refused = run("--workspace", self.name, "--act", "jobs.cancel:" + self.a_job(), "--until", "live")
        self.assertEqual(5, refused.returncode, refused.stderr)
        self.server.kill()
        away = run("--workspace", self.name, "--until", "live", "--patience", "1s")
        self.assertEqual(4, away.returncode, away.stderr)
        self.server.start()
        self.server.end_sessions("support")
        ended = run("--workspace", self.name, "--until", "live")
        self.assertEqual(3, ended.returncode, ended.stderr)

    def a_job(self):
        return self.server.ask("/rest/v1/jobs?status=eq.in_progress&select=id&limit=1")[0]["id"]


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
