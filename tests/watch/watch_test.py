#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""boltdesk-watch against a real backend: the command line, equality under load, kills, faults, and actions exactly once.

BOLT_LOAD_SECONDS, BOLT_CHAOS_SCHEDULES and BOLT_CRASHES make the runs longer."""
import json
import os
import pathlib
import random
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from fault_proxy import FaultProxy  # noqa: E402
from workspace import WATCH, Load, Server, Watch, differences  # noqa: E402

LOAD_SECONDS = int(os.environ.get("BOLT_LOAD_SECONDS", "10"))
SCHEDULES = int(os.environ.get("BOLT_CHAOS_SCHEDULES", "2"))
CRASHES = int(os.environ.get("BOLT_CRASHES", "3"))


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
                          [*good, "--tables", "secrets"], [*good, "--dump"], ["--workspace", "x", *good], ["--workspace"]):
            with self.subTest(arguments):
                done = run(*arguments)
                self.assertEqual(2, done.returncode)
                self.assertEqual(1, done.stderr.count("\n"), done.stderr)

    def test_nobody_there_is_4(self):
        self.assertEqual(4, run("--url", "http://127.0.0.1:1", "--anon-key", "k", "--email", "a@b.c", "--password-stdin",
                                "--until", "live", text="x\n").returncode)


class Workspace(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(lambda: self.server.close())

    def equal(self, watch):
        lines = differences(self.server, watch.dump)
        self.assertEqual([], lines, watch.said())

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
                      "--tables", "directory_submissions,packages,customers,directories,workers,jobs")
        code, out = watch.wait()
        self.assertEqual(0, code, watch.said())
        self.assertIn("applied", watch.said())
        changed = {json.loads(line).get("record", {}).get("id") for line in out.splitlines()[:-1]}
        self.assertTrue(set(ids) <= changed)
        self.equal(watch)
        viewer = Watch(self.server, "--act", "submissions.skip:" + ids[0], "--until", "live", role="viewer")
        code, _ = viewer.wait()
        self.assertEqual(5, code, viewer.said())

    def test_equal_after_load(self):
        watch = Watch(self.server, "--until", "idle:3s", haste=1)
        watch.until_said("live")
        load = Load(self.server)
        time.sleep(LOAD_SECONDS)  # span: of the load or of the fault
        load.end()
        code, out = watch.wait()
        self.assertEqual(0, code, watch.said())
        self.assertGreater(load.changes, LOAD_SECONDS * 50)
        stats = json.loads(out.splitlines()[-1])
        print(f"{load.changes / LOAD_SECONDS:.0f} changes/s, {stats['cpu_us_per_event']:.0f} us of CPU an event", flush=True)
        self.assertGreaterEqual(stats["events"], load.changes * 0.9)
        self.equal(watch)

    def test_equal_after_the_server_was_killed(self):
        watch = Watch(self.server, "--until", "idle:3s")
        watch.until_said("live")
        load = Load(self.server, rate=200)
        for _ in range(2):
            time.sleep(1.5)  # span: of the load or of the fault
            self.server.kill()
            time.sleep(0.5)  # span: of the load or of the fault
            self.server.start()
        time.sleep(1.5)  # span: of the load or of the fault
        load.end()
        code, _ = watch.wait()
        self.assertEqual(0, code, watch.said())
        self.equal(watch)

    def test_equal_after_random_faults(self):
        for seed in range(SCHEDULES):
            with self.subTest(seed=seed):
                proxy = FaultProxy(self.server.port, seed)
                self.addCleanup(proxy.close)
                watch = Watch(self.server, "--until", "for:10m", "--patience", "2m", url=proxy.url)
                watch.until_said("connecting")  # signed in
                proxy.armed.set()
                load = Load(self.server, rate=200, seed=seed)
                time.sleep(8)  # span: of the load or of the fault
                load.end()
                proxy.quiet.set()
                self.settle(watch)
                watch.interrupt()
                code, _ = watch.wait()
                self.assertEqual(0, code, watch.said())
                lines = differences(self.server, watch.dump)
                self.assertEqual([], lines, f"{proxy.counts}\n{watch.said()}")
                self.assertGreater(sum(proxy.counts.values()), 0)
                print(f"schedule {seed}: {proxy.counts}", flush=True)

    def settle(self, watch, seconds=60):
        """Live as the last word for five seconds."""
        deadline = time.monotonic() + seconds
        since = None
        while time.monotonic() < deadline and watch.process.poll() is None:
            lines = [line for line in watch.said().splitlines() if line]
            live = bool(lines) and lines[-1].endswith(" live")
            since = (since or time.monotonic()) if live else None
            if since and time.monotonic() - since > 5:
                return
            time.sleep(0.1)  # span: of the load or of the fault
    def test_killed_client_starts_from_disk_and_acts_exactly_once(self):
        dice = random.Random(7)
        replica = str(pathlib.Path(self.server.folder.name, "copy.replica"))
        pending = [row["id"] for row in
                   self.server.ask("/rest/v1/directory_submissions?status=eq.failed&select=id&order=id.asc&limit=1000")]
        load = Load(self.server, rate=100)
        told = []
        for n in range(CRASHES):
            act = f"submissions.retry:{pending[2 * n]},{pending[2 * n + 1]}"
            watch = Watch(self.server, "--replica", replica, "--act", act, "--until", "for:10m")
            time.sleep(dice.uniform(0.05, 2.0))  # span: of the load or of the fault
            watch.kill()
            told += [line.split()[2].rstrip(":") for line in watch.said().splitlines() if "submissions.retry" in line]
        load.end()
        last = Watch(self.server, "--replica", replica, "--until", "idle:2s")
        code, _ = last.wait()
        self.assertEqual(0, code, last.said())
        self.equal(last)
        audit = self.server.ask("/rest/v1/admin_actions?select=id,action,status,target_ids&limit=1000")
        ids = [row["id"] for row in audit]
        self.assertEqual(len(ids), len(set(ids)))
        # What was said to be on its way was done, and nothing else was.
        applied = {line.split()[2].rstrip(":") for line in last.said().splitlines() if "applied" in line}
        self.assertTrue(applied <= set(ids), last.said())
        self.assertTrue(set(ids) <= set(told) | applied, (ids, told))
        self.assertNotIn("unknown", last.said().splitlines()[-1])

    def test_bulk_action_outlives_kills(self):
        dice = random.Random(11)
        replica = str(pathlib.Path(self.server.folder.name, "bulk.replica"))
        jobs = [row["id"] for row in self.server.ask("/rest/v1/jobs?status=in.(in_progress,pending)&select=id&limit=20")]
        for n in range(4):
            verb = "jobs.pause" if n % 2 == 0 else "jobs.resume"
            watch = Watch(self.server, "--replica", replica, "--act", verb + ":" + ",".join(jobs), "--until", "for:10m")
            time.sleep(dice.uniform(0.1, 0.8))  # span: of the load or of the fault
            watch.kill()
        last = Watch(self.server, "--replica", replica, "--until", "idle:2s")
        code, _ = last.wait()
        self.assertEqual(0, code, last.said())
        self.equal(last)
        audit = self.server.ask("/rest/v1/admin_actions?select=id,action,target_ids&action=like.*job*&limit=1000")
        acted = [id for row in audit for id in row["target_ids"] if id in jobs]
        self.assertGreater(len(acted), 0, last.said())
        # Each bulk action was done to all of its jobs or, never having reached the disk, to none.
        self.assertEqual({acted.count(jobs[0])}, {acted.count(id) for id in jobs}, audit)
        self.assertEqual(len(audit), len({row["id"] for row in audit}))


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
