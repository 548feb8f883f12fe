#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that are killed (-9) at random moments: each starts again from its file, ends equal to the server, and what it was
asked to do is done exactly once. BOLT_CRASHES is how often somebody is killed; BOLT_CRASH_SEED runs that client alone."""
import os
import random
import threading
import time
import unittest

from fault_proxy import FaultProxy, ProxyThread
from workspace import SETTLED, Load, Server, Watch, audit_of, differences, truth_of

CRASHES = int(os.environ.get("BOLT_CRASHES", "100"))
ONE = os.environ.get("BOLT_CRASH_SEED")
LIVES = 10  # of each client
AT_ONCE = 10
HASTE = 20
# The last word of an action before its client died. What was on its way was done, and the last life knows it; what never left the
# first moment may be lost.
KEPT = {"waiting", "sending", "unknown", "applied"}
LOST = SETTLED - KEPT


class Client:
    """Lives of one client with one file; each life is asked for one action and is killed at a random moment."""

    def __init__(self, number, server, thread, submissions):
        self.number, self.server, self.submissions = number, server, submissions
        self.dice = random.Random(f"crash {number}")
        # No faults; it gives this client an address of its own, by which the server counts sign-ins.
        self.proxy = FaultProxy(thread, server.port, number, faulty=False)
        self.replica = str(server.database.parent / f"copy-{number}.replica")
        self.told = {}  # action: its last word
        self.moments = []
        self.last = None
        self.codes = []
        self.failure = None

    def begin(self, *arguments):
        return Watch(self.server, "--replica", self.replica, *arguments, url=self.proxy.url, haste=HASTE)

    def run(self):
        try:
            self.live_and_die()
        except AssertionError as failure:  # a thread's would be heard by nobody
            self.failure = failure

    def live_and_die(self):
        for submission in self.submissions:
            watch = self.begin("--act", f"submissions.retry:{submission}", "--until", "for:10m")
            # Either somewhere in its first moments, or right after a word about the action.
            if self.dice.random() < 0.5:
                self.moments.append(self.dice.uniform(0.02, 1.5))
                time.sleep(self.moments[-1])  # span: of the load or of the fault
            else:
                self.moments.append(self.dice.choice(["waiting", "sending", "applied"]))
                watch.until_said(": " + self.moments[-1])
            watch.kill()
            self.told.update(watch.actions())
        self.live_on()
        self.end()

    def live_on(self):
        self.last = self.begin("--until", "idle:2s", "--patience", "2m")

    def end(self):
        self.codes.append(self.last.wait()[0])
        self.told.update(self.last.actions())


class Crashes:
    """One server and clients that die; each number is one client and its LIVES."""

    def __init__(self):
        self.server = Server(small=True)
        self.thread = ProxyThread()
        self.rows = self.server.ask("/rest/v1/directory_submissions?select=id&order=id.asc&limit=1000")

    def close(self):
        self.server.close()

    def batch(self, numbers):
        """Runs these clients at once; the numbers of those that failed."""
        ids = [row["id"] for row in self.rows[:len(numbers) * LIVES]]
        for at in range(0, len(ids), 70):
            self.server.ask(f"/rest/v1/directory_submissions?id=in.({','.join(ids[at:at + 70])})", "PATCH", {"status": "failed"})
        before = audit_of(self.server)
        clients = [Client(number, self.server, self.thread, ids[n * LIVES:(n + 1) * LIVES]) for n, number in enumerate(numbers)]
        load = Load(self.server, rate=40, seed=numbers[0])
        threads = [threading.Thread(target=client.run) for client in clients]
        for one in threads:
            one.start()
        while any(one.is_alive() for one in threads):
            if all(client.last or client.failure for client in clients):
                load.ending.set()
            time.sleep(0.05)  # span: between two looks, until a deadline
        load.end()
        # Who was idle while others still acted, or while a busy machine let nothing through, looks once more when all is quiet.
        whole = [client for client in clients if not client.failure]
        for n, client in enumerate(whole):
            client.live_on()
            whole[max(0, n - 3)].last.until_ended_or_said("connecting")
        for client in whole:
            client.end()
        truth = truth_of(self.server)
        audit = {key: row for key, row in audit_of(self.server).items() if key not in before}
        failed = []
        for client in clients:
            lines = self.complaints(client, truth, audit)
            client.proxy.close()
            if lines:
                failed.append(client.number)
                print(f"FAILED BOLT_CRASH_SEED={client.number}: killed at {client.moments}", client.told, *lines,
                      client.last.said() if client.last else "", sep="\n", flush=True)
        return failed

    def complaints(self, client, truth, audit):
        if client.failure or any(client.codes):
            return [client.failure or f"ended with {client.codes}"]
        lines = differences(truth, client.last.dump)
        ours = {key: row for key, row in audit.items() if set(row["target_ids"]) & set(client.submissions)}
        targets = [target for row in ours.values() for target in row["target_ids"]]
        if len(targets) != len(set(targets)):
            lines.append("something was done twice")
        lines += [f"{key} was {row['status']} at the server" for key, row in ours.items() if row["status"] != "applied"]
        lines += [f"{key} was done, and nobody was told" for key in ours.keys() - client.told.keys()]
        for action, word in client.told.items():
            if word in LOST and action in ours:
                lines.append(f"{action}: {word} here, and done at the server")
            elif word in KEPT and action not in ours:
                lines.append(f"{action}: {word} here, and not done at the server")
        return lines


class Test(unittest.TestCase):
    def test_starts_from_disk_and_acts_exactly_once(self):
        crashes = Crashes()
        self.addCleanup(crashes.close)
        began, failed = time.monotonic(), []
        numbers = [int(ONE)] if ONE else range(-(-CRASHES // LIVES))
        for at in range(0, len(numbers), AT_ONCE):
            failed += crashes.batch(list(numbers[at:at + AT_ONCE]))
        print(f"{len(numbers) * LIVES} crashes in {time.monotonic() - began:.0f} s", flush=True)
        self.assertEqual([], failed)

    def test_bulk_action_outlives_kills(self):
        server = Server()
        self.addCleanup(server.close)
        dice = random.Random(11)
        replica = str(server.database.parent / "bulk.replica")
        jobs = [row["id"] for row in server.ask("/rest/v1/jobs?status=in.(in_progress,pending)&select=id&limit=20")]
        for n in range(4):
            verb = "jobs.pause" if n % 2 == 0 else "jobs.resume"
            watch = Watch(server, "--replica", replica, "--act", verb + ":" + ",".join(jobs), "--until", "for:10m")
            watch.until_said(": waiting")
            time.sleep(dice.uniform(0, 0.5))  # span: of the load or of the fault
            watch.kill()
        last = Watch(server, "--replica", replica, "--until", "idle:2s")
        code, _ = last.wait()
        self.assertEqual(0, code, last.said())
        self.assertEqual([], differences(truth_of(server), last.dump), last.said())
        audit = server.ask("/rest/v1/admin_actions?select=id,action,target_ids&action=like.*job*&limit=1000")
        acted = [id for row in audit for id in row["target_ids"] if id in jobs]
        self.assertGreater(len(acted), 0, last.said())
        # Each bulk action was done to all of its jobs or, never having reached the disk, to none.
        self.assertEqual({acted.count(jobs[0])}, {acted.count(id) for id in jobs}, audit)
        self.assertEqual(len(audit), len({row["id"] for row in audit}))


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
