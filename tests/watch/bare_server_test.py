#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Equal row by row to a server whose tables have a primary key and nothing else (level L0): under load, after the server was
killed, and from a copy on disk."""
import json
import time
import unittest

from bare_proxy import BareProxy
from fault_proxy import ProxyThread
from workspace import Load, Server, Watch, differences, truth_of


class BareServer(unittest.TestCase):
    def test_equal_at_level_0(self):
        server = Server(small=True)
        self.addCleanup(server.close)
        proxy = BareProxy(ProxyThread(), server.port)
        replica = ["--replica", str(server.database.parent / "copy.replica")]
        for life in ("first", "from disk"):
            with self.subTest(life):
                watch = Watch(server, "--until", "idle:3s", *replica, url=proxy.url)
                watch.until_said("live")
                load = Load(server, rate=200)
                time.sleep(2)  # span: of the load or of the fault
                server.kill()
                time.sleep(0.5)  # span: of the load or of the fault
                server.start()
                time.sleep(2)  # span: of the load or of the fault
                load.end()
                code, out = watch.wait()
                self.assertEqual(0, code, watch.said())
                self.assertGreater(proxy.asked, 0)
                stats = json.loads(out.splitlines()[-1])
                print(f"{load.changes} changes, {stats}", flush=True)
                self.assertGreater(stats["events"], 0)
                self.assertEqual([], differences(truth_of(server), watch.dump, without=proxy.missing), watch.said())


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
