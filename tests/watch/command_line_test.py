#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line of boltdesk-watch: what it takes, what it says, and its exit codes."""
import json
import subprocess
import unittest

from workspace import WATCH, Server, Watch, differences, truth_of


def run(*arguments, text=""):
    return subprocess.run([WATCH, *arguments], input=text, capture_output=True, text=True, timeout=60)


class CommandLine(unittest.TestCase):
    def test_help_and_version(self):
        self.assertIn("--until", run("--help").stdout)
        self.assertEqual(0, run("--version").returncode)

    def test_bad_arguments_are_one_line_and_2(self):
        good = ["--url", "http://127.0.0.1:1", "--anon-key", "k", "--email", "a@b.c", "--password-stdin"]
        for arguments in (["--nonsense"], [], ["--url", "ftp://x"], good[:-1], [*good, "--until", "later"],
                          [*good, "--act", "jobs.explode:1"], [*good, "--act", "jobs.pause:x"],
                          [*good, "--tables", "secrets"], [*good, "--dump"], ["--workspace", "x", *good], ["--workspace"],
                          [*good, "--patience", ""], [*good, "--clock-step", "4s"], [*good, "--clock-step", "4s=later"],
                          [*good, "--clock-step", "=5s"]):
            with self.subTest(arguments):
                done = run(*arguments)
                self.assertEqual(2, done.returncode)
                self.assertEqual(1, done.stderr.count("\n"), done.stderr)

    def test_nobody_there_is_4(self):
        self.assertEqual(4, run("--url", "http://127.0.0.1:1", "--anon-key", "k", "--email", "a@b.c", "--password-stdin",
                                "--until", "live", text="x\n").returncode)


class WithAServer(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.close)

    def equal(self, watch):
        self.assertEqual([], differences(truth_of(self.server), watch.dump), watch.said())

    def test_wrong_password_is_3(self):
        done = run("--url", self.server.url, "--anon-key", self.server.access["anon_key"], "--email",
                   self.server.user()["email"], "--password-stdin", "--until", "live", text="wrong\n")
        self.assertEqual(3, done.returncode, done.stderr)

    def test_equal_after_a_first_load_and_says_what_it_did(self):
        watch = Watch(self.server, "--until", "live")
        code, out = watch.wait()
        self.assertEqual(0, code, watch.said())
        stats = json.loads(out.splitlines()[-1])
        self.assertEqual("live", stats["phase"])
        self.assertEqual(10_000, stats["rows"]["directory_submissions"])
        self.equal(watch)

    def test_actions_from_the_command_line(self):
        failed = self.server.ask("/rest/v1/directory_submissions?status=eq.failed&select=id,jobs!inner(status)"
                                 "&jobs.status=eq.in_progress&limit=2")
        ids = [row["id"] for row in failed]
        watch = Watch(self.server, "--act", "submissions.retry:" + ",".join(ids), "--until", "idle:1s", "--events",
                      "--tables", "directory_submissions,packages,customers,directories,workers,jobs,submission_attempts")
        code, out = watch.wait()
        self.assertEqual(0, code, watch.said())
        self.assertIn("applied", watch.said())
        changed = {json.loads(line).get("record", {}).get("id") for line in out.splitlines()[:-1]}
        self.assertTrue(set(ids) <= changed)
        self.equal(watch)
        viewer = Watch(self.server, "--act", "submissions.skip:" + ids[0], "--until", "live", role="viewer")
        code, _ = viewer.wait()
        self.assertEqual(5, code, viewer.said())


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
