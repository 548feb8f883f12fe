#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Equal row by row after a minute of 500 changes a second, and after the server was killed. BOLT_LOAD_SECONDS makes it longer."""
import json
import os
import time
import unittest

from workspace import Load, Server, Watch, differences, truth_of

SECONDS = int(os.environ.get("BOLT_LOAD_SECONDS", "60"))


class Loaded(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.close)

    def equal(self, watch):
        self.assertEqual([], differences(truth_of(self.server), watch.dump), watch.said())

    def test_equal_after_load(self):
        watch = Watch(self.server, "--until", "idle:3s", haste=1)
        watch.until_said("live")
        load = Load(self.server, rate=500)
        time.sleep(SECONDS)  # span: of the load or of the fault
        load.end()
        code, out = watch.wait()
        self.assertEqual(0, code, watch.said())
        rate = load.changes / load.seconds
        stats = json.loads(out.splitlines()[-1])
        print(f"{load.seconds:.0f} s, {load.changes} changes, {rate:.0f}/s; {stats['events']} events, "
              f"{stats['cpu_us_per_event']:.0f} us of CPU each", flush=True)
        self.assertGreaterEqual(rate, 480)
        self.assertGreaterEqual(stats["events"], load.changes * 0.99)
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


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
