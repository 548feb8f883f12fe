#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server is killed while changes stream, and comes back: the desk says so, keeps its data marked with its age, fetches
the gap, and then shows what the server has, job by job."""
import unittest

from backend import Fleet
from journey import BIN, Journey
from waiting import NeverHappened

STATES = ["pending", "in_progress", "paused"]
# The server's words, and the figures of a row that count them.
SHOWN = [(["approved"], ["approved"]), (["submitted"], ["submitted"]), (["pending"], ["waiting"]),
         (["submitting"], ["inFlight"]), (["skipped"], ["skipped"]),
         (["failed", "rejected", "needs_verification"], ["failed", "retrying", "manual"])]


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
            """Each active job's submissions by state, as the server has them and as the rows show them."""
            jobs = {row["id"]: row["directories_total"]
                    for row in self.backend.rows(f"jobs?select=id,directories_total&status=in.({active})"
                                                 "&deleted_at=is.null&order=id")}
            everything = self.backend.rows("directory_submissions?select=submission_queue_id,status&deleted_at=is.null&order=id")
            truth = {job: [total] + [0] * len(SHOWN) for job, total in jobs.items()}
            for row in everything:
                if row["submission_queue_id"] in jobs:
                    place = next(i for i, (words, _) in enumerate(SHOWN) if row["status"] in words)
                    truth[row["submission_queue_id"]][1 + place] += 1
            shown = {row["jobId"]: [row["total"]] + [sum(row[name] for name in names) for _, names in SHOWN]
                     for row in state["live"]["jobs"]["rows"] if not row["gone"]}
            return len(truth) <= 100 and truth == shown and len(everything) == state["connection"]["submissionsHeld"]

        self.desk.see("the desk's jobs equal to the server's", same)


if __name__ == "__main__":
    unittest.main()
