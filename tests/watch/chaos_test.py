#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random faults between real clients and a real server, by schedules that only their seed decides; then each copy equals the
server's tables row by row, and each action was done exactly once or is said not to be.

BOLT_CHAOS_SCHEDULES is how many; BOLT_CHAOS_SEED runs that one alone, BOLT_CHAOS_KIND="deaf@0" makes every schedule of that kind
and level. Access tokens live for five seconds, the server is killed and started again once a batch, and clocks are set forth and
back."""
import json
import os
import pathlib
import random
import shutil
import threading
import time
import unittest

import malformed
from damage import damage
from fault_proxy import KINDS, ProxyThread
from switches import SWITCHES, SwitchProxy
from workspace import SETTLED, TABLES, Load, Log, Server, Watch, audit_of, differences, truth_of

ONE = os.environ.get("BOLT_CHAOS_SEED")
ONLY = os.environ.get("BOLT_CHAOS_KIND")
# A pace lasts for so many seeds, so that a seed means the same in any batch, and each switch at each level is in one of two of them.
SLY_KINDS = [(kind, level) for kind in SWITCHES for level in (0, 1)]
BATCH = len(SLY_KINDS)
AT_ONCE = int(os.environ.get("BOLT_CHAOS_AT_ONCE", BATCH))
SCHEDULES = int(os.environ.get("BOLT_CHAOS_SCHEDULES", 3 * BATCH))
FAULT_SECONDS = 10
# Whatever went wrong without a sign, the copy equals the server so long after it ended, at a natural pace.
BOUND_SECONDS = 90


class Pace:
    def __init__(self, haste, quiet, token_life):
        self.haste, self.quiet, self.token_life = haste, quiet, token_life


# Mostly at level 2, where hastened passes cost little. Ids are reconciled every 20 minutes: what a proxy of random faults swallowed is found by then. Every few seconds a new token.
ROUGH = Pace(100, 20 * 60 / 100 + 3, "5s")
# One thing is wrong, and nothing interrupts the clients: it has to be found by itself, and long before ids are reconciled.
SLY = Pace(20, 2 * BOUND_SECONDS / 20 + 3, "1h")
NATURAL = Pace(1, BOUND_SECONDS, "1h")


ROUGH_KINDS = ["faults"] * 8 + ["malformed"] * 5 + ["damaged"] * 2


class Schedule:
    """One client, its proxy, what is wrong, and what the client asks for. `kind` is "faults", "malformed", "damaged" or a switch."""

    def __init__(self, seed, batch, submission, pace, kind=None, level=None):
        dice = random.Random(f"client {seed}")
        self.seed, self.batch, self.submission, self.pace, self.dice = seed, batch, submission, pace, dice
        self.kind, self.level = self.drawn(dice, pace, seed)
        self.kind, self.level = kind or self.kind, self.level if level is None else level
        switches = [SWITCHES[self.kind](dice)] if self.kind in SWITCHES else []
        self.spoiler = malformed.Spoiler(dice, batch.schema) if self.kind == "malformed" else None
        self.is_blind = self.spoiler is not None and self.spoiler.hides_all()
        self.events = Log() if pace is not ROUGH else None
        self.never_said = tuple(word for switch in switches for word in switch.never_said)
        self.has_stream = all(switch.has_stream for switch in switches)
        self.proxy = SwitchProxy(batch.thread, batch.server.port, seed, True, self.level, switches, self.spoiler)
        if self.kind == "malformed" or any(switch.alone for switch in switches) or self.kind != "faults" and (pace is NATURAL or dice.random() < 0.8):
            self.proxy.calm()
        self.arguments = ["--until", "for:20m", "--patience", "10m"]
        self.replica = str(batch.server.database.parent / f"copy-{seed}.replica")
        if self.kind == "damaged" or dice.random() < 0.5:
            self.arguments += ["--replica", self.replica]
        self.steps = dice.randrange(3) if self.kind == "faults" else 0
        for _ in range(self.steps):
            self.arguments += ["--clock-step", f"{dice.uniform(2, 10) * 1000:.0f}ms={dice.choice('+-')}{dice.choice([6, 40, 600, 3600])}s"]
        self.joined_since, self.link_down = None, 0
        self.settled = False
        self.damages = []
        self.said_before = ""
        if self.kind == "damaged":
            shutil.copy(batch.copy, self.replica)
            self.damages.append(damage(self.replica, dice))
            self.watch = self.begin()
        else:
            self.watch = self.begin("--act", f"submissions.retry:{submission}")

    @staticmethod
    def drawn(dice, pace, seed):
        if ONLY:
            kind, _, level = ONLY.partition("@")
            return kind, int(level or 1)
        if pace is SLY:
            return SLY_KINDS[seed % BATCH]
        return dice.choice(ROUGH_KINDS), dice.choices([2, 1, 0], [10, 1, 1])[0]

    def begin(self, *arguments):
        output = {}
        if self.events:
            arguments += ("--events",)
            output["output"] = self.events.file
        return Watch(self.batch.server, *arguments, *self.arguments, url=self.proxy.url, haste=self.pace.haste, **output)

    def die_and_begin(self):
        """A client whose file was damaged dies, its file is damaged again, and only the next life is asked for something."""
        time.sleep(self.dice.uniform(0.5, 5))  # span: of the load or of the fault
        self.watch.kill()
        self.batch.back.wait()  # for the sign-in
        self.said_before = self.watch.said() + "-- killed\n"
        self.damages.append(damage(self.replica, self.dice))
        self.watch = self.begin("--act", f"submissions.retry:{self.submission}")

    def healed(self):
        self.proxy.heal()
        self.joined_since = None

    def is_settled(self):
        """Live, and connected for as long as the clients need to find what was lost without a sign. A new token, every few
        seconds here, makes a client catch up for a moment: that is no interruption."""
        if self.watch.process.poll() is not None:
            return True
        actions, link = self.watch.actions(), self.watch.link()
        down = sum(not pill.startswith(("live", "catching up")) for pill in link) if self.has_stream else 0
        if down != self.link_down or not self.joined_since:
            self.joined_since, self.link_down = time.monotonic(), down
        quiet = time.monotonic() - self.joined_since > self.pace.quiet
        fine = "live" if self.has_stream else ("live", "every")
        self.settled = quiet and bool(actions) and set(actions.values()) <= SETTLED and (self.is_blind or link[-1].startswith(fine))
        return self.settled

    def complaints(self, truth, audit):
        code, _ = self.watch.wait()
        refused = any(word in SETTLED - {"applied"} for word in self.watch.actions().values())
        troubled = any(words in self.watch.said() for words in ("set aside", "Not saved", "damaged"))
        fine = (5, 6) if refused else (8,) if troubled else (0,)  # 5: refused with 403
        if code not in fine and not (self.is_blind and code == 5 and "not read to its end, though" in self.watch.said()):
            return [f"ended with {code}"]
        for switch in self.proxy.switches:
            truth = switch.seen(truth)
        excused = {"excused": self.spoiler.excused} if self.spoiler else {}
        lines = differences(truth, self.watch.dump, without=self.proxy.missing, **excused)
        lines += [f"said: {pill}" for pill in self.watch.link() if pill.startswith(self.never_said)]
        lines += self.told_twice()
        lines += [line for switch in self.proxy.switches for line in switch.complaints()]
        if not self.settled:
            lines.append("it did not come to rest")
        for action, word in self.watch.actions().items():
            done = audit.get(action, {}).get("status")
            if word not in SETTLED:
                lines.append(f"action {action} is still {word}")
            elif (word == "applied") != (done == "applied"):
                lines.append(f"action {action}: {word} here, {done} at the server")
        if len(self.watch.actions()) != 1:
            lines.append(f"{len(self.watch.actions())} actions were told of")
        return lines

    def told_twice(self):
        """S8: a row that is as it was is no news."""
        told, lines = {}, []
        for line in self.events.text().splitlines() if self.events else ():
            event = json.loads(line)
            if event.get("op") == "reset":
                told.clear()
            row = event.get("record") or event
            key = event.get("table"), row.get("id")
            if told.get(key) == row and event.get("op") == "upsert":
                lines.append(f"told twice: {line[:300]}")
            told[key] = row
        return lines[:3]

    def counts(self):
        spoilt = {f"malformed {what}": n for what, n in (self.spoiler.counts if self.spoiler else {}).items()}
        return {**self.proxy.counts, **spoilt, "clock set": self.steps, **{f"damaged: {way}": self.damages.count(way) for way in self.damages},
                f"{self.kind} at L{self.level}": 1}

    def __str__(self):
        what = f"{self.kind} at L{self.level}, {self.spoiler or self.damages or [vars(one) for one in self.proxy.switches]}"
        return f"BOLT_CHAOS_SEED={self.seed}: {what}\n{self.proxy.counts}, clock set {self.steps} times\n{self.said_before}{self.watch.said()}"


class Chaos:
    """One server and batches of schedules."""

    def __init__(self):
        self.server = Server(small=True, token_life="5s")
        self.thread = ProxyThread()
        self.total = {"server killed": 0}
        self.back = threading.Event()  # the server is, after it was killed
        self.server.add_workers()
        self.schema = malformed.schema_of(self.server, TABLES)
        self.copy = pathlib.Path(self.server.folder.name, "whole.replica")
        first = Watch(self.server, "--replica", str(self.copy), "--until", "idle:1s", haste=ROUGH.haste)
        if first.wait()[0] != 0:
            raise RuntimeError(first.said())

    def close(self):
        self.server.close()

    def batch(self, seeds):
        """Runs so many at once; the seeds that failed."""
        pace = SLY if seeds[0] // BATCH % 2 or (ONLY or "").partition("@")[0] in SWITCHES else ROUGH
        schedules = self.begun(pace, [(seed,) for seed in seeds])
        load = Load(self.server, rate=40, seed=seeds[0])
        busy = [threading.Thread(target=one.die_and_begin) for one in schedules if one.kind == "damaged"]
        if pace is ROUGH:
            busy.append(threading.Thread(target=self.kill_and_start, args=(random.Random(f"server {seeds[0]}"),)))
        self.back.clear()
        for one in busy:
            one.start()
        time.sleep(FAULT_SECONDS)  # span: of the load or of the fault
        for one in busy:
            one.join()
        load.end()
        for one in schedules:
            one.healed()
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not all([one.settled or one.is_settled() for one in schedules]):
            time.sleep(0.2)  # span: between two looks, until a deadline
        return self.judge(schedules)

    def natural_pace(self):
        """Each switch at each level, no wait shortened. How many, and the names of those that failed."""
        schedules = self.begun(NATURAL, [(f"{kind} at L{level}", kind, level) for kind, level in SLY_KINDS])
        load = Load(self.server, rate=40, seed=1)
        time.sleep(3 * FAULT_SECONDS)  # span: of the load or of the fault
        load.end()
        for one in schedules:
            one.healed()
        time.sleep(BOUND_SECONDS)  # span: what is promised
        for one in schedules:
            one.settled = True
        return len(schedules), self.judge(schedules)

    def begun(self, pace, what):
        """Schedules whose clients have signed in."""
        if self.server.token_life != pace.token_life:
            self.server.stop()
            self.server.token_life = pace.token_life
            self.server.start()
        schedules = []
        for submission, (seed, *kind) in zip(self.failed_submissions(len(what)), what):
            schedules.append(Schedule(seed, self, submission, pace, *kind))
            # A password costs the server a tenth of a second: few at once.
            schedules[-4:][0].watch.until_said("connecting")
        for one in schedules:
            one.watch.until_said("connecting")
        return schedules

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
        self.server.token_life = SLY.token_life  # enough of it: now they shall come to rest
        self.server.start()
        self.back.set()
        self.total["server killed"] += 1

    def judge(self, schedules):
        truth = truth_of(self.server)
        for one in schedules:
            one.watch.interrupt()
        audit = audit_of(self.server)
        failed = []
        for one in schedules:
            lines = one.complaints(truth, audit)
            one.proxy.close()
            for kind, n in one.counts().items():
                self.total[kind] = self.total.get(kind, 0) + n
            if lines:
                failed.append(one.seed)
                print("FAILED", one, *lines, sep="\n", flush=True)
        return failed


def never_spoilt(schema, schedules=10_000):
    """The columns, and the ways to spoil a kind of them, that none of so many schedules would try."""
    tried = set()
    for seed in (seed for seed in range(schedules) if seed // BATCH % 2 == 0):
        dice = random.Random(f"client {seed}")
        if Schedule.drawn(dice, ROUGH, seed)[0] == "malformed":
            for table, columns in malformed.Spoiler(dice, schema).plan.items():
                tried |= {(table, column) for column in columns} | {(kind, way) for kind, way, _ in columns.values()}
    for table, columns in schema.items():
        yield from {(table, column) for column in columns} - tried
        yield from {(kind, way) for column, kind in columns.items() for way in malformed.ways_of(column, kind)} - tried


class Test(unittest.TestCase):
    def test_equal_and_exactly_once_after_random_faults(self):
        chaos = Chaos()
        self.addCleanup(chaos.close)
        self.assertEqual([], [] if ONLY else list(never_spoilt(chaos.schema)), "no schedule of the proof tries these")
        began = time.monotonic()
        seeds = [int(ONE)] if ONE else list(range(SCHEDULES))
        failed = []
        for at in range(0, len(seeds), AT_ONCE):
            failed += chaos.batch(seeds[at:at + AT_ONCE])
        print(f"{len(seeds)} schedules in {time.monotonic() - began:.0f} s, {len(failed)} failed: {dict(sorted(chaos.total.items()))}",
              flush=True)
        self.assertEqual([], failed)
        if len(seeds) >= 100 and not ONLY:
            self.assertEqual([], [kind for kind in KINDS if not chaos.total.get(kind)], "these were never tried")


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
