#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that are started twice with damaged files: a copy ends equal to the server's tables, and the desk shows it; a server
starts, or ends with a word and a code of its own. Nobody crashes. BOLT_DAMAGES is how many; BOLT_DAMAGE_SEED damages that one
alone."""
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import time
import unittest

from damage import damage
from fault_proxy import FaultProxy, ProxyThread
from workspace import SERVER, Server, Watch, differences, truth_of

DAMAGES = int(os.environ.get("BOLT_DAMAGES", "40"))
DESK = os.environ.get("BOLT_DESK")
ONE = os.environ.get("BOLT_DAMAGE_SEED")


class Damages:
    """One server and its database; odd seeds damage a copy of that, even seeds what a client keeps: every second of these for a
    desk."""

    def __init__(self):
        self.server = Server(small=True)
        self.jobs = len(self.server.table("jobs"))
        self.ways = {}
        self.thread = ProxyThread()  # no faults; an address for each client, by which the server counts sign-ins
        self.proxies = {}  # by seed: a copy belongs to the address at which it was made
        self.home = pathlib.Path(self.server.folder.name, "home")
        if DESK and (code := self.desk(self.home)[0]) != 0:
            raise RuntimeError(f"the desk ended with {code}")

    def close(self):
        self.server.close()

    def watch(self, file, seed):
        if seed not in self.proxies:
            self.proxies[seed] = FaultProxy(self.thread, self.server.port, seed, faulty=False)
        return Watch(self.server, "--replica", str(file), "--until", "idle:1s", url=self.proxies[seed].url)

    def watched(self, files):
        """Runs a client for each, some at once: (seed, client, exit code)."""
        watches = []
        for seed, file in files:
            watches.append((seed, self.watch(file, seed)))
            watches[-4:][0][1].until_ended_or_said("connecting")
        return [(seed, watch, watch.wait()[0]) for seed, watch in watches]

    def desk(self, home):
        """Runs for some seconds without a screen: its exit code and what it said."""
        (home / "runtime").mkdir(parents=True, mode=0o700, exist_ok=True)
        user = self.server.user()
        environment = {name: value for name, value in os.environ.items()
                       if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        environment.update({"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "HOME": str(home),
                            "XDG_RUNTIME_DIR": str(home / "runtime"), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)})
        done = subprocess.run([DESK, "--url", self.server.url, "--anon-key", self.server.access["anon_key"], "--email", user["email"],
                               "--password-stdin", "--summary", "--for", "6"], input=user["password"] + "\n", env=environment,
                              capture_output=True, text=True, timeout=120, check=False)
        return done.returncode, done.stdout + done.stderr

    def desk_bears(self, seed):
        """The copy of a desk: twice in a row it starts, and shows all jobs."""
        home = self.home.with_name(f"home-{seed}")
        shutil.copytree(self.home, home)
        file = next(home.rglob("*.replica"))
        way = self.damaged(seed, file)
        jobs = f" {self.jobs} jobs"
        for start in ("first", "second"):
            code, said = self.desk(home)
            if code != 0 or jobs not in said.splitlines()[-1]:
                print(f"FAILED BOLT_DAMAGE_SEED={seed}: a desk's copy, {way}, {start} start: ended with {code}", said, sep="\n", flush=True)
                return False
        return True

    def batch(self, seeds):
        """The seeds that failed."""
        copies = [(seed, pathlib.Path(self.server.folder.name, f"copy-{seed}.replica"))
                  for seed in seeds if seed % 2 == 0 and not (DESK and seed % 4)]
        for seed, watch, code in self.watched(copies):
            if code != 0:
                raise RuntimeError(watch.said())
        ways = {seed: self.damaged(seed, file) for seed, file in copies}
        failed = [seed for seed in seeds if seed % 2 and not self.server_bears(seed)]
        failed += [seed for seed in seeds if DESK and seed % 4 == 2 and not self.desk_bears(seed)]
        for start in ("first", "second"):
            before, watched = truth_of(self.server), self.watched(copies)
            after = truth_of(self.server)  # a server tries closed directories again in its time
            for seed, watch, code in watched:
                lines = [f"ended with {code}"] if code < 0 else differences(before, watch.dump) and differences(after, watch.dump)
                if start == "second" and "set aside" in watch.said():
                    lines.append("set aside once more")
                if lines:
                    failed.append(seed)
                    print(f"FAILED BOLT_DAMAGE_SEED={seed}: a copy, {ways[seed]}, {start} start", watch.said(), *lines, sep="\n", flush=True)
        return sorted(set(failed))

    def damaged(self, seed, file):
        way = damage(file, random.Random(f"damage {seed}"))
        self.ways[way] = self.ways.get(way, 0) + 1
        return way

    def server_bears(self, seed):
        """A database: the server starts with it or says why not, twice in a row."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            file = pathlib.Path(folder, "desk.sqlite")
            shutil.copy(pathlib.Path(Server.seeded[True].folder.name, "desk.sqlite"), file)
            way = self.damaged(seed, file)
            for start in ("first", "second"):
                code, said = self.start_server(folder, file)
                if code is not None and (code <= 0 or not said.strip()):
                    print(f"FAILED BOLT_DAMAGE_SEED={seed}: a database, {way}, {start} start: ended with {code}", said, sep="\n", flush=True)
                    return False
        return True

    @staticmethod
    def start_server(folder, file):
        """Its exit code, None when it started, and what it said."""
        ready = pathlib.Path(folder, "ready.json")
        ready.unlink(missing_ok=True)
        with tempfile.TemporaryFile("w+") as log:
            process = subprocess.Popen([SERVER, "--listen", "127.0.0.1:0", "--database", f"sqlite:{file}", "--demo", "--seed", "1",
                                        "--ready-file", str(ready)], stdout=log, stderr=log)
            deadline = time.monotonic() + 60
            while process.poll() is None and not ready.exists() and time.monotonic() < deadline:
                time.sleep(0.02)  # span: between two looks, until a deadline
            code = process.poll()
            if code is None:
                started = ready.exists()  # it removes that at its end
                process.terminate()
                code = None if process.wait(30) == 0 and started else -1
            log.seek(0)
            return code, log.read()


class Test(unittest.TestCase):
    def test_nobody_crashes_and_copies_are_equal(self):
        damages = Damages()
        self.addCleanup(damages.close)
        seeds = [int(ONE)] if ONE else range(DAMAGES)
        failed = []
        for at in range(0, len(seeds), 20):
            failed += damages.batch(list(seeds[at:at + 20]))
        print(f"{len(seeds)} damaged files, {len(failed)} failed: {damages.ways}", flush=True)
        self.assertEqual([], failed)


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
