#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that are started with damaged files: a copy ends equal to the server's tables; a server starts, or ends with a word and
a code of its own. Nobody crashes. BOLT_DAMAGES is how many; BOLT_DAMAGE_SEED damages that one alone."""
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import time
import unittest

from damage import damage
from workspace import SERVER, Server, Watch, differences, truth_of

DAMAGES = int(os.environ.get("BOLT_DAMAGES", "20"))
ONE = os.environ.get("BOLT_DAMAGE_SEED")


class Damages:
    """One server, its database and a copy of it, both whole; odd seeds damage the one, even seeds the other."""

    def __init__(self):
        self.server = Server(small=True)
        self.copy = pathlib.Path(self.server.folder.name, "whole.replica")
        first = Watch(self.server, "--replica", str(self.copy), "--until", "idle:1s")
        if first.wait()[0] != 0:
            raise RuntimeError(first.said())
        self.truth = truth_of(self.server)
        self.ways = {}

    def close(self):
        self.server.close()

    def batch(self, seeds):
        """The seeds that failed."""
        watches = []
        for seed in seeds:
            if seed % 2 == 0:
                file = self.copy.with_name(f"copy-{seed}.replica")
                shutil.copy(self.copy, file)
                way = self.damaged(seed, file)
                watches.append((seed, way, Watch(self.server, "--replica", str(file), "--until", "idle:1s", haste=20)))
                watches[-4:][0][2].until_ended_or_said("connecting")
        failed = [seed for seed in seeds if seed % 2 and not self.server_bears(seed)]
        for seed, way, watch in watches:
            code, _ = watch.wait()
            lines = [f"ended with {code}"] if code < 0 else differences(self.truth, watch.dump)
            if lines:
                failed.append(seed)
                print(f"FAILED BOLT_DAMAGE_SEED={seed}: a copy, {way}", watch.said(), *lines, sep="\n", flush=True)
        return failed

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
                process.terminate()
                code = None if ready.exists() and process.wait(30) == 0 else -1
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
