#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three jobs selected and paused by one key: undone it never reached the server, not undone each is paused exactly once; and
what is still held when the desk is closed is sent by then. No mouse."""
import unittest

from journey import Journey
from waiting import until


class Undo(Journey):
    def test_undo_and_send(self):
        jobs = self.select_three(self.sign_in())
        self.desk.press("p")
        self.assertEqual(3, self.confirm()["count"])
        self.desk.see("three jobs held", lambda s: s["held"]["count"] == 1 and s["held"]["things"] == 3
                      and s["held"]["untilMs"] > 0)
        self.desk.press("ctrl+z")
        gone = self.desk.see("nothing held", lambda s: s["held"]["count"] == 0)
        self.assertEqual([(True, 3, 0)], [(row["settled"], row["untouched"], row["applied"])
                                          for row in gone["bulk"]["model"]["rows"]])

        # Undone, and asked for again: after as long a time the server knows of the second alone.
        self.desk.press("p")
        self.confirm()
        until("all three paused at the server", lambda: self.states(jobs) == ["paused"] * 3)
        self.assertEqual(sorted(jobs), sorted(target for action, targets in self.audit() for target in targets))
        self.assertEqual(["jobs.pause"] * 3, [action for action, _ in self.audit()])

        self.desk.see("them paused on screen", lambda s: s["bulk"]["waiting"] == 0 and all(
            row["stateWord"] == "paused" for row in s["live"]["jobs"]["rows"] if row["jobId"] in jobs))
        self.desk.press("p")  # all three are paused, so that the key resumes them
        self.confirm()
        self.desk.see("three jobs held", lambda s: s["held"]["things"] == 3 and s["held"]["verb"] == "jobs.resume")
        self.finish()  # long before the hold ends
        self.assertEqual(["in_progress"] * 3, self.states(jobs))
        self.assertEqual(["jobs.pause"] * 3 + ["jobs.resume"] * 3, [action for action, _ in self.audit()])

    def select_three(self, state):
        """By x, and the cursor goes to where nothing is selected."""
        running = {row["id"] for row in self.backend.rows("jobs?select=id&status=eq.in_progress&order=id")}
        shown = [row["jobId"] for row in state["live"]["jobs"]["rows"]]
        self.desk.press("g", "l")
        self.desk.see("the keyboard in the list", lambda s: s["live"]["jobs"]["currentId"])
        self.desk.press("Home")
        chosen = []
        for job in shown:
            if len(chosen) == 3:
                break
            if job in running:
                self.desk.press("x")
                chosen.append(job)
            self.desk.press("j")
        self.desk.see("the cursor elsewhere", lambda s: s["live"]["jobs"]["currentId"] not in ("", *chosen))
        return chosen

    def states(self, jobs):
        return [row["status"] for row in self.backend.rows(f"jobs?select=id,status&id=in.({','.join(jobs)})&order=id")]

    def audit(self):
        return [(row["action"], row["target_ids"])
                for row in self.backend.rows("admin_actions?select=id,action,target_ids,created_at&order=created_at,id")]


if __name__ == "__main__":
    unittest.main()
