#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Equal row by row to a server whose tables have a primary key and nothing else (level L0): under load, after the server was
killed, and from a copy on disk. And what --events tells where nothing numbers the changes of a row."""
import json
import time
import unittest

from bare_proxy import BarePair, BareProxy
from fault_proxy import ProxyThread
from workspace import Load, Log, Server, Watch, differences, truth_of
from ws_frames import text_frame


class SlowProxy(BareProxy):
    """The stream of workers stands still for a while, and then brings at once what it owes."""

    def __init__(self, thread, port):
        super().__init__(thread, port, level=0)
        self.pair = SlowPair
        self.holds = False

    def go_on(self):
        self.holds = False
        self.thread.loop.call_soon_threadsafe(lambda: self.stream.writer.write(b"".join(self.stream.held)))


class SlowPair(BarePair):
    held = ()

    def message(self, message):
        if not self.proxy.holds or message[3] != "postgres_changes" or message[4]["data"]["table"] != "workers":
            return message
        self.held = [*self.held, text_frame(self.encoded(message))]
        self.proxy.stream = self
        return None


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

    def test_a_row_is_not_told_as_it_was_told_last(self):
        """A stream that is behind the answers sets the row back, and forth again before it is told."""
        server = Server(small=True)
        self.addCleanup(server.close)
        server.add_workers(2)
        proxy = SlowProxy(ProxyThread(), server.port)
        log = Log()
        watch = Watch(server, "--events", "--tables", "workers", "--until", "for:10m", url=proxy.url, output=log.file)
        self.addCleanup(watch.kill)
        watch.until_said("boltdesk-watch: live")

        def work(worker, processed):
            server.ask(f"/rest/v1/workers?id=eq.worker-{worker}", "PATCH", {"processed": processed})

        def told(worker, until):
            """What the first one was told to have processed, until that was told."""
            deadline = time.monotonic() + 60
            while True:
                rows = [json.loads(line)["record"] for line in log.text().split("\n")[:-1]]
                if (f"worker-{worker}", until) in [(row["id"], row["processed"]) for row in rows]:
                    return [row["processed"] for row in rows if row["id"] == "worker-0"]
                self.assertLess(time.monotonic(), deadline, watch.said())
                time.sleep(0.01)  # span: between two looks, until a deadline

        work(0, 1)
        told(0, until=1)
        proxy.holds = True
        work(0, 2)
        work(0, 3)
        told(0, until=3)  # by a delta pass
        proxy.go_on()
        work(1, 1)
        told_all = told(1, until=1)
        self.assertEqual([], [one for one, before in zip(told_all[1:], told_all) if one == before], told_all)


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
