#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server is killed while changes stream, and comes back: the desk says so, keeps its data marked with its age, fetches
the gap, and then shows what the server has, job by job."""
import unittest

from backend import Fleet
from journey import BIN, Journey

STATES = ["pending", "in_progress", "paused"]


class Restart(Journey):
    database = "sqlite:{folder}/backend.sqlite"

    def test_kill_and_return(self):
        state = self.sign_in()
        fleet = Fleet(BIN / "boltdesk-workers", self.backend, rate=1200)
        self.addCleanup(fleet.stop)
        before = state["connection"]["events"]
        self.desk.see("a stream of changes", lambda s: s["connection"]["events"] > before + 100)

        self.backend.kill()
        gone = self.desk.see("that the connection is lost", lambda s: s["connection"]["phase"] != "Live", patience=10)
        self.assertFalse(gone["connection"]["fresh"])
        self.assertGreater(gone["connection"]["asOfMs"], 0)
        self.assertNotEqual("", gone["connection"]["reason"])
        self.assertGreater(len(gone["live"]["jobs"]["rows"]), 0, "the rows stay, marked with their age")
        self.desk.see("when it will try again", lambda s: s["connection"]["retryAtMs"] > 0
                      or s["connection"]["phase"] == "Connecting")

        self.backend.start()
        back = self.desk.see("the connection again", lambda s: s["connection"]["phase"] == "Live" and s["connection"]["fresh"])
        self.assertGreater(back["connection"]["reconnects"], 0)
        events = back["connection"]["events"]
        self.desk.see("the stream again", lambda s: s["connection"]["events"] > events)
        fleet.stop()
        self.desk.press("Home")  # takes in what waits behind the pill
        self.assert_converges()
        self.finish()

    def assert_converges(self):
        active = ",".join(STATES)

        def same(state):
            truth = {row["id"]: (row["directories_total"], row["directories_completed"], row["directories_failed"])
                     for row in self.backend.rows("jobs?select=id,directories_total,directories_completed,directories_failed"
                                                  f"&status=in.({active})&deleted_at=is.null&order=id")}
            shown = {row["jobId"]: (row["total"], row["done"], row["failedCount"])
                     for row in state["live"]["jobs"]["rows"] if not row["gone"]}
            held = len(self.backend.rows("directory_submissions?select=id&deleted_at=is.null&order=id"))
            return len(truth) <= 100 and truth == shown and held == state["connection"]["submissionsHeld"]

        self.desk.see("the desk's jobs equal to the server's", same)


if __name__ == "__main__":
    unittest.main()
