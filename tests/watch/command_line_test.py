#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line of boltdesk-watch: what it takes, what it says, and its exit codes."""
import json
import os
import pathlib
import random
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import tempfile
import time
import unittest

from fault_proxy import ProxyThread
from switches import Held, StreamDownForGood, SwitchProxy
from workspace import SERVER, WATCH, Server, Watch, differences, truth_of

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(*arguments, text="", **more):
    return subprocess.run([WATCH, *arguments], input=text, stderr=subprocess.PIPE, text=True, timeout=60,
                          **{"stdout": subprocess.PIPE, **more})


def account(url):
    return ["--url", url, "--anon-key", "k", "--email", "a@b.c", "--password-stdin", "--until", "live"]


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
                          [*good, "--clock-step", "=5s"], [*good, "--until", "for:40000000m"], [*good, "--until", "idle:169h"],
                          [*good, "--patience", "40000000m"], [*good, "--clock-step", "4s=99999999h"], [*good, "--haste", "0"],
                          [*good, "--haste", "100000000"], ["--url", "http://desk.example.org", *good[2:]]):
            with self.subTest(arguments):
                done = run(*arguments)
                self.assertEqual(2, done.returncode)
                self.assertEqual(1, done.stderr.count("\n"), done.stderr)

    def test_a_time_too_long_is_told_its_bound(self):
        for arguments in (["--until", "for:40000000m"], ["--patience", "169h"], ["--clock-step", "1s=169h"]):
            self.assertIn("168h", run(*account("http://127.0.0.1:1"), *arguments).stderr)

    def test_a_password_does_not_go_out_in_clear(self):
        done = run(*account("http://desk.example.org"), "--patience", "1s", text="x\n")
        self.assertEqual(2, done.returncode, done.stderr)
        self.assertIn("https", done.stderr)

    def test_the_readme_tells_the_exit_codes_as_the_help_does(self):
        told = re.findall(r"^  (\d)  (.+)$", run("--help").stdout.partition("Exit codes:")[2], re.MULTILINE)
        self.assertEqual([0, 2, 3, 4, 5, 6, 7, 8], [int(code) for code, _ in told])
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        self.assertEqual(told, re.findall(r"^\| (\d) \| (.+) \|$", readme, re.MULTILINE))

    def test_nobody_there_is_4(self):
        self.assertEqual(4, run(*account("http://127.0.0.1:1"), "--patience", "1s", text="x\n").returncode)

    def test_patience_ends_a_sign_in_that_nobody_answers(self):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            began = time.monotonic()
            done = run(*account(f"http://127.0.0.1:{silent.getsockname()[1]}"), "--patience", "2s", text="x\n")
            self.assertEqual(4, done.returncode, done.stderr)
            self.assertLess(time.monotonic() - began, 15)

    def test_a_dump_replaces_nothing_but_a_file(self):
        with tempfile.TemporaryDirectory() as folder:
            here = pathlib.Path(folder)
            (here / "file").write_text("kept")
            (here / "link").symlink_to("file")
            (here / "nowhere").symlink_to("missing")
            (here / "folder").mkdir()
            os.mkfifo(here / "pipe")
            terminal = os.openpty()  # a device that no mistake can replace
            self.addCleanup(lambda: [os.close(end) for end in terminal])
            for place in (here / "link", here / "nowhere", here / "folder", here / "pipe", os.ttyname(terminal[1])):
                with self.subTest(place):
                    done = run(*account("http://127.0.0.1:1"), "--dump", str(place), text="x\n")
                    self.assertEqual(7, done.returncode, done.stderr)
                    self.assertEqual(1, done.stderr.count("\n"), done.stderr)
                    self.assertIn(str(place), done.stderr)
            self.assertEqual("kept", (here / "file").read_text())
            self.assertEqual(["file", "folder", "link", "nowhere", "pipe"], sorted(p.name for p in here.iterdir()))


class Signals(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.ready = pathlib.Path(self.folder.name, "ready.json")

    def start(self, **more):
        server = subprocess.Popen([SERVER, "--listen", "127.0.0.1:0", "--ready-file", str(self.ready)],
                                  stderr=subprocess.DEVNULL, **{"stdout": subprocess.DEVNULL, **more})
        self.addCleanup(server.kill)
        return server

    def until_ready(self, server):
        deadline = time.monotonic() + 60
        while not self.ready.exists():
            self.assertIsNone(server.poll())
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.02)  # span: between two looks, until a deadline

    def test_the_server_takes_its_keys_along(self):
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
            with self.subTest(number):
                server = self.start()
                self.until_ready(server)
                server.send_signal(number)
                self.assertEqual(0, server.wait(30))
                self.assertFalse(self.ready.exists())

    def test_also_when_its_terminal_and_its_reader_are_gone(self):
        server = self.start(stdout=subprocess.PIPE)
        server.stdout.close()
        self.until_ready(server)
        server.send_signal(signal.SIGHUP)
        self.assertEqual(0, server.wait(30))
        self.assertFalse(self.ready.exists())

    def test_the_ready_file_replaces_nothing_but_a_file(self):
        self.ready.symlink_to("elsewhere")
        server = self.start()
        self.assertEqual(1, server.wait(30))
        self.assertTrue(self.ready.is_symlink())


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

    def some(self, status, count=1):
        rows = self.server.ask(f"/rest/v1/directory_submissions?status=eq.{status}&select=id,jobs!inner(status)"
                               f"&jobs.status=eq.in_progress&limit={count}")
        return [row["id"] for row in rows]

    def replica(self):
        return pathlib.Path(self.server.folder.name, "copy.replica")

    def test_a_refused_action_is_6(self):
        failed, approved = self.some("failed")[0], self.some("approved")[0]
        for verb, word in ((f"submissions.retry:{approved}", "refused"), (f"submissions.retry:{failed},{approved}", "partly")):
            with self.subTest(word):
                watch = Watch(self.server, "--act", verb, "--until", "live", "--replica", str(self.replica()))
                self.assertEqual(6, watch.wait()[0], watch.said())
                self.assertIn(": " + word, watch.said())
        # It stays in the outbox, and is no failure of the next run.
        later = Watch(self.server, "--until", "live", "--replica", str(self.replica()))
        self.assertEqual(0, later.wait()[0], later.said())

    def unsend(self, **more):
        """As if what is in the outbox of the copy had never been sent."""
        with sqlite3.connect(self.replica()) as copy:
            for number, body in copy.execute("SELECT position, body FROM outbox").fetchall():
                status = {**json.loads(body), "phase": "waiting", **more}
                copy.execute("UPDATE outbox SET body=?, sum=NULL WHERE position=?", (json.dumps(status), number))
        copy.close()

    def test_an_expired_action_is_6(self):
        first = Watch(self.server, "--act", "submissions.retry:" + self.some("failed")[0], "--until", "live", "--replica",
                      str(self.replica()))
        self.assertEqual(0, first.wait()[0], first.said())
        self.unsend(created_at="2020-01-01T00:00:00.000000Z")
        second = Watch(self.server, "--until", "live", "--replica", str(self.replica()))
        self.assertEqual(6, second.wait()[0], second.said())
        self.assertIn(": expired", second.said())

    def test_a_copy_that_is_set_aside_or_not_taken_is_8(self):
        self.replica().write_bytes(b"no database at all" * 100)
        watch = Watch(self.server, "--until", "live", "--replica", str(self.replica()))
        self.assertEqual(8, watch.wait()[0], watch.said())
        self.assertIn("set aside", watch.said())
        self.equal(watch)
        watch = Watch(self.server, "--until", "live", "--replica", str(self.replica() / "below-a-file"), "--act",
                      "submissions.retry:" + self.some("failed")[0])
        self.assertEqual(8, watch.wait()[0], watch.said())
        self.assertIn("Not saved", watch.said())
        self.assertIn(": not on disk", watch.said())
        self.assertNotIn(": waiting", watch.said())
        self.assertIn(": applied", watch.said())
        self.equal(watch)

    def test_what_is_not_on_disk_is_not_promised(self):
        """It waits for a server that takes no actions."""
        held = Held("/api/admin/")
        proxy = SwitchProxy(ProxyThread(), self.server.port, 1, False, 2, [held])
        self.addCleanup(proxy.close)
        retry = "submissions.retry:" + self.some("failed")[0]
        for place, words in ((self.replica(), "go on at the next start"), (self.replica() / "below-a-file", "nothing more will be known: 1")):
            with self.subTest(words):
                watch = Watch(self.server, "--until", "live", "--replica", str(place), "--act", retry, url=proxy.url)
                for word in (": sending", "boltdesk-watch: live"):
                    watch.until_said(word)
                watch.interrupt()
                self.assertEqual(6, watch.wait()[0], watch.said())
                self.assertIn(words, watch.said())
                self.assertEqual(place == self.replica(), "next start" in watch.said(), watch.said())

    def test_what_is_lost_with_a_copy_is_said(self):
        first = Watch(self.server, *(word for id in self.some("failed", 2) for word in ("--act", "submissions.retry:" + id)),
                      "--until", "live", "--replica", str(self.replica()))
        self.assertEqual(0, first.wait()[0], first.said())
        self.unsend()
        other = Watch(self.server, "--until", "live", "--replica", str(self.replica()), role="viewer")
        self.assertEqual(8, other.wait()[0], other.said())
        self.assertIn("2 actions that had not been sent are lost", other.said())

    def test_a_session_that_ends_while_it_runs_is_3(self):
        server = Server(small=True, token_life="5s")
        self.addCleanup(server.close)
        watch = Watch(server, "--until", "for:10m")
        watch.until_said("live")
        server.end_sessions()
        code, _ = watch.wait(60)
        self.assertEqual(3, code, watch.said())
        self.assertIn("session has ended", watch.said())

    def test_it_signs_out_and_stays_in_order_when_the_terminal_goes(self):
        for number in (signal.SIGTERM, signal.SIGHUP):
            with self.subTest(number):
                watch = Watch(self.server, "--until", "for:10m")
                watch.until_said("live")
                watch.process.send_signal(number)
                self.assertEqual(0, watch.wait()[0], watch.said())
                self.equal(watch)
                self.assertEqual(0, self.server.sessions())

    def test_patience_waits_for_a_server_that_comes_up(self):
        self.server.stop()
        watch = Watch(self.server, "--until", "live", "--patience", "2m")
        watch.until_said("could not be reached")
        self.server.start()
        self.assertEqual(0, watch.wait()[0], watch.said())
        self.equal(watch)

    def without_stream(self, way):
        stream = StreamDownForGood(random.Random(1))
        stream.way = way
        proxy = SwitchProxy(ProxyThread(), self.server.port, 1, False, 2, [stream])
        self.addCleanup(proxy.close)
        return stream, proxy

    def test_patience_ends_the_wait_for_a_stream(self):
        for way, until in ((503, "live"), ("never live", "idle:1s")):
            with self.subTest(way):
                _, proxy = self.without_stream(way)
                watch = Watch(self.server, "--until", until, "--patience", "8s", url=proxy.url)
                self.assertEqual(4, watch.wait()[0], watch.said())
                self.assertIn("boltdesk-watch: every ", watch.said())
                self.assertRegex(watch.said(), r"the server's stream was not reached: \S")
                self.equal(watch)

    def test_patience_waits_for_a_stream_that_comes_up(self):
        stream, proxy = self.without_stream(503)
        watch = Watch(self.server, "--until", "live", "--patience", "2m", url=proxy.url)
        watch.until_said("every ")
        stream.on = False
        self.assertEqual(0, watch.wait()[0], watch.said())
        self.equal(watch)

    def test_a_dump_is_for_its_owner(self):
        watch = Watch(self.server, "--until", "live")
        watch.dump.write_text("old")
        watch.dump.chmod(0o644)
        self.assertEqual(0, watch.wait()[0], watch.said())
        self.assertEqual(0o600, stat.S_IMODE(watch.dump.stat().st_mode))
        self.equal(watch)
        gone = pathlib.Path(self.server.folder.name, "gone", "dump.json")
        watch = Watch(self.server, "--until", "live", "--dump", str(gone))
        self.assertEqual(7, watch.wait()[0], watch.said())
        self.assertIn(str(gone), watch.said())

    def test_a_reader_that_is_gone_is_7(self):
        for arguments in (["--dump", "-", "--until", "live"], ["--events", "--until", "for:10m"]):
            with self.subTest(arguments):
                read, write = os.pipe()
                watch = subprocess.Popen(
                    [WATCH, "--ready-file", str(self.server.ready), *arguments], stdout=write, stderr=subprocess.PIPE, text=True,
                    restore_signals=True)
                self.addCleanup(watch.kill)
                os.close(write)
                os.close(read)
                # A shell's own words come first; then changes, so that there is something to print.
                deadline = time.monotonic() + 60
                while watch.poll() is None and time.monotonic() < deadline:
                    self.server.ask("/rest/v1/jobs?status=eq.in_progress", "PATCH", {"current_directory": str(time.monotonic())})
                    time.sleep(0.2)  # span: between two looks, until a deadline
                _, said = watch.communicate(timeout=10)
                self.assertEqual(7, watch.returncode, said)
                self.assertIn("standard output", said)

    def test_events_tell_what_reconciliation_misses(self):
        made = self.server.ask("/rest/v1/customers", "POST",
                               {"email": "gone@example.org", "company_name": "Gone", "website": "https://example.org",
                                "package_id": "growth"}, {"Prefer": "return=representation"})[0]["id"]
        first = Watch(self.server, "--until", "live", "--replica", str(self.replica()))
        self.assertEqual(0, first.wait()[0], first.said())
        self.server.ask(f"/rest/v1/customers?id=eq.{made}", "DELETE")  # nobody is there to be told
        second = Watch(self.server, "--events", "--until", "idle:2s", "--replica", str(self.replica()))
        code, out = second.wait()
        self.assertEqual(0, code, second.said())
        events = [json.loads(line) for line in out.splitlines()[:-1]]
        self.assertIn({"table": "customers", "op": "remove", "id": made}, events)
        self.equal(second)


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
