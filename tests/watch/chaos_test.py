#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random faults between real clients and a real server, by schedules that only their seed decides; then each copy equals the
server's tables row by row, and each action was done exactly once or is said not to be.

BOLT_CHAOS_SCHEDULES is how many; BOLT_CHAOS_SEED runs that one alone. Access tokens live for five seconds, the server is killed
and started again once a batch, and clocks are set forth and back."""
import os
import random
import threading
import time
import unittest

from fault_proxy import KINDS, FaultProxy, ProxyThread
from workspace import SETTLED, Load, Server, Watch, audit_of, differences, truth_of

SCHEDULES = int(os.environ.get("BOLT_CHAOS_SCHEDULES", "200"))
ONE = os.environ.get("BOLT_CHAOS_SEED")
BATCH = int(os.environ.get("BOLT_CHAOS_AT_ONCE", "25"))
FAULT_SECONDS = 10
HASTE = 100
# Ids are reconciled every 20 minutes / HASTE: what was lost without a sign is found by then.
QUIET_SECONDS = 20 * 60 / HASTE + 3


class Schedule:
    """One client, its proxy, and what it asks for."""

    def __init__(self, seed, server, thread, submission):
        dice = random.Random(f"client {seed}")
        self.seed, self.submission = seed, submission
        self.proxy = FaultProxy(thread, server.port, seed)
        arguments = ["--act", f"submissions.retry:{submission}", "--until", "for:20m", "--patience", "10m"]
        if dice.random() < 0.5:
            arguments += ["--replica", str(server.database.parent / f"copy-{seed}.replica")]
        self.steps = dice.randrange(3)
        for _ in range(self.steps):
            arguments += ["--clock-step", f"{dice.uniform(2, 10) * 1000:.0f}ms={dice.choice('+-')}{dice.choice([6, 40, 600, 3600])}s"]
        self.watch = Watch(server, *arguments, url=self.proxy.url, haste=HASTE)
        self.joined_since, self.link_down = None, 0
        self.settled = False

    def is_settled(self):
        """Live, and connected for as long as the clients need to find what was lost without a sign. A new token, every few
        seconds here, makes a client catch up for a moment: that is no interruption."""
        if self.watch.process.poll() is not None:
            return True
        actions, link = self.watch.actions(), self.watch.link()
        down = sum(not pill.startswith(("live", "catching up")) for pill in link)
        if down != self.link_down or not self.joined_since:
            self.joined_since, self.link_down = time.monotonic(), down
        quiet = time.monotonic() - self.joined_since > QUIET_SECONDS
        self.settled = quiet and link[-1].startswith("live") and bool(actions) and set(actions.values()) <= SETTLED
        return self.settled

    def __str__(self):
        return f"BOLT_CHAOS_SEED={self.seed}: {self.proxy.counts}, clock set {self.steps} times\n{self.watch.said()}"


class Chaos(unittest.TestCase):
    def setUp(self):
        self.server = Server(small=True, token_life="5s")
        self.addCleanup(self.server.close)
        self.thread = ProxyThread()
        self.counts = {"server killed": 0, "clock set": 0}

    def test_equal_and_exactly_once_after_random_faults(self):
        began = time.monotonic()
        seeds = [int(ONE)] if ONE else list(range(SCHEDULES))
        failed = 0
        for at in range(0, len(seeds), BATCH):
            failed += self.batch(seeds[at:at + BATCH])
        print(f"{len(seeds)} schedules in {time.monotonic() - began:.0f} s, {failed} failed: "
              f"{dict(sorted(self.counts.items()))}", flush=True)
        self.assertEqual(0, failed)
        if len(seeds) >= 100:
            self.assertEqual([], [kind for kind in KINDS if not self.counts.get(kind)], "these were never tried")

    def batch(self, seeds):
        submissions = self.failed_submissions(len(seeds))
        schedules = []
        for seed, submission in zip(seeds, submissions):
            schedules.append(Schedule(seed, self.server, self.thread, submission))
            # A password costs the server a tenth of a second: few at once.
            schedules[-4:][0].watch.until_said("connecting")
        for one in schedules:
            one.watch.until_said("connecting")  # signed in
        load = Load(self.server, rate=40, seed=seeds[0])
        killing = threading.Thread(target=self.kill_and_start, args=(random.Random(f"server {seeds[0]}"),))
        killing.start()
        time.sleep(FAULT_SECONDS)  # span: of the load or of the fault
        killing.join()
        load.end()
        for one in schedules:
            one.proxy.heal()
            one.joined_since = None
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not all([one.settled or one.is_settled() for one in schedules]):
            time.sleep(0.2)  # span: between two looks, until a deadline
        complaints = self.judge(schedules)
        for one in schedules:
            one.proxy.close()
            for kind, n in [*one.proxy.counts.items(), ("clock set", one.steps)]:
                self.counts[kind] = self.counts.get(kind, 0) + n
        for one, lines in complaints:
            print("FAILED", one, "\n".join(lines), sep="\n", flush=True)
        return len(complaints)

    def failed_submissions(self, count):
        rows = self.server.ask(f"/rest/v1/directory_submissions?select=id&order=id.asc&limit={count}")
        ids = [row["id"] for row in rows]
        for at in range(0, count, 70):
            self.server.ask(f"/rest/v1/directory_submissions?id=in.({','.join(ids[at:at + 70])})", "PATCH",
                            {"status": "failed", "next_retry_at": None})
        return ids

    def kill_and_start(self, dice):
        time.sleep(dice.uniform(2, 6))  # span: of the load or of the fault
        self.server.kill()
        time.sleep(dice.uniform(0.2, 1.5))  # span: of the load or of the fault
        self.server.start()
        self.counts["server killed"] += 1

    def judge(self, schedules):
        truth = truth_of(self.server)
        for one in schedules:
            one.watch.interrupt()
        audit = audit_of(self.server)
        complaints = []
        for one in schedules:
            lines = self.complaints_of(one, truth, audit)
            if lines:
                complaints.append((one, lines))
        return complaints

    def complaints_of(self, one, truth, audit):
        code, _ = one.watch.wait()
        if code != 0:
            return [f"ended with {code}"]
        lines = differences(truth, one.watch.dump)
        if not one.settled:
            lines.append("it did not come to rest")
        for action, word in one.watch.actions().items():
            done = audit.get(action, {}).get("status")
            if word not in SETTLED:
                lines.append(f"action {action} is still {word}")
            elif (word == "applied") != (done == "applied"):
                lines.append(f"action {action}: {word} here, {done} at the server")
        if len(one.watch.actions()) != 1:
            lines.append(f"{len(one.watch.actions())} actions were told of")
        return lines


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
