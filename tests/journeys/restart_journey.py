#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server is killed while changes stream, and comes back: the desk says so, keeps its data marked with its age, fetches
the gap, and then shows what the server has, job by job. What was told once is not told again, neither when the server is back
nor by the next start of the desk, which has it from its disk: for that, a keyring of its own (tests/session/with_keyring.sh)."""
import os
import unittest

from backend import Fleet
from journey import BIN, Journey
from waiting import NeverHappened

YOU = 13  # FeedModel.Kind
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


@unittest.skipUnless(os.environ.get("DBUS_SESSION_BUS_ADDRESS"), "nothing to remember a sign-in with")
class ToldOnce(Journey):
    database = "sqlite:{folder}/backend.sqlite"
    keeps = True

    def test_told_once(self):
        state = self.sign_in()
        self.desk.press("g", "l")
        self.desk.see("the keyboard in the list", lambda s: s["live"]["jobs"]["currentId"])
        running = {row["id"] for row in self.backend.rows("jobs?select=id&status=eq.in_progress&order=id")}
        at = next(n for n, row in enumerate(state["live"]["jobs"]["rows"]) if row["jobId"] in running)
        self.desk.press("Home", *["Down"] * at, "p")
        told = self.desk.see("the pause in the feed", lambda s: self.own(s) and s["held"]["count"] == 0)
        self.assertEqual(1, len(self.own(told)))
        self.backend.kill()
        self.desk.see("that the connection is lost", lambda s: s["connection"]["phase"] != "Live", patience=10)
        self.backend.start()
        back = self.desk.see("the connection again", lambda s: s["connection"]["fresh"])
        self.assertEqual(self.own(told), self.own(back))
        self.finish()

        for _ in range(2):
            self.start_desk()  # the workspace used last
            again = self.desk.see("what was seen before, and live data", lambda s: s["connection"]["fresh"] and self.own(s))
            self.assertEqual(self.own(told), self.own(again))
            # A second later, as nothing more was told meanwhile.
            later = again["writtenMs"] + 1000
            self.assertEqual(self.own(told), self.own(self.desk.see("a later moment", lambda s: s["writtenMs"] > later)))
            self.finish()
        self.assertEqual(1, len(self.backend.rows("admin_actions?select=id&order=id")))

    @staticmethod
    def own(state):
        """The lines about what the person did, by the moment at which it was done."""
        return [(row["text"], row["atMs"]) for row in state["live"]["feed"]["rows"] if row["kind"] == YOU]


if __name__ == "__main__":
    unittest.main()
