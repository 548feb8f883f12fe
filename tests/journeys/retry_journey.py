#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Support's main job: find a failed submission, retry it with one key, see it approved. No mouse."""
import unittest

from backend import work_off
from journey import Journey

APPROVED, FAILED = 3, 5  # SubmissionState, as the screens show it to QML


class Retry(Journey):
    def test_retry_by_keyboard(self):
        state = self.sign_in()
        submission = self.find_a_failed_one(state)

        self.desk.press("r")
        self.desk.see("the server's answer to the retry", lambda s: s["job"]["subState"] != FAILED
                      and not s["job"]["subPendingVerb"])
        self.assertEqual("", self.desk.state()["job"]["subRefused"])
        self.assertEqual("pending", self.truth(submission)["status"])

        work_off(self.backend, submission)
        seen = self.desk.see("the approval on screen", lambda s: s["job"]["subState"] == APPROVED)
        self.assertEqual(submission, seen["job"]["submissionId"])
        self.assertEqual("approved", self.truth(submission)["status"])
        self.assert_audited(submission)
        self.finish()

    def find_a_failed_one(self, state):
        """Down the list to a job that has failures, Enter opens it, n goes to its first failed submission."""
        rows = state["live"]["jobs"]["rows"]
        at = next(i for i, row in enumerate(rows) if row["failed"] + row["manual"] > 0)
        wanted = rows[at]["jobId"]
        self.desk.press("Home", *["Down"] * at, "Return")
        self.desk.see("the drawer", lambda s: s["job"]["open"])
        self.assertEqual(wanted, self.desk.state()["job"]["jobId"])
        self.desk.press("n")
        shown = self.desk.see("a failed submission in the drawer",
                              lambda s: s["job"]["submissionId"] and s["job"]["subState"] == FAILED)
        self.desk.see("its attempts", lambda s: s["job"]["attemptsState"] == "Ready" and s["job"]["attempts"]["rows"])
        return shown["job"]["submissionId"]

    def truth(self, submission):
        [row] = self.backend.rows(f"directory_submissions?select=id,status,attempt&id=eq.{submission}&order=id")
        return row

    def assert_audited(self, submission):
        actions = self.backend.rows("admin_actions?select=action,target_ids,actor_email,status&order=id")
        mine = [a for a in actions if submission in a["target_ids"]]
        self.assertEqual(1, len(mine), actions)
        self.assertEqual(("applied", self.backend.user("admin")["email"]), (mine[0]["status"], mine[0]["actor_email"]))


if __name__ == "__main__":
    unittest.main()
