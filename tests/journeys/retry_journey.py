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
        """To the Live list, down to the job, Enter opens it, n goes from one failure to the next."""
        job, submission = self.one_that_can_succeed()
        at = [row["jobId"] for row in state["live"]["jobs"]["rows"]].index(job)
        self.desk.press("g", "l")
        self.desk.see("the keyboard in the list", lambda s: s["live"]["jobs"]["currentId"])
        self.desk.press("Home", *["Down"] * at)
        self.desk.see("the wanted job under the cursor", lambda s: s["live"]["jobs"]["currentId"] == job)
        self.desk.press("Return")
        self.desk.see("the drawer", lambda s: s["job"]["open"] and s["job"]["jobId"] == job)
        shown = self.desk.state()
        while shown["job"]["submissionId"] != submission:
            before = shown["job"]["submissionId"]
            self.desk.press("n")
            shown = self.desk.see("the next failure in the drawer", lambda s: s["job"]["submissionId"] not in ("", before))
        self.assertEqual((submission, FAILED), (shown["job"]["submissionId"], shown["job"]["subState"]))
        self.desk.see("its attempts", lambda s: s["job"]["attemptsState"] == "Ready" and s["job"]["attempts"]["rows"])
        return submission

    def one_that_can_succeed(self):
        """A failed submission of a running job whose directory takes work: the seed's days depend on today."""
        failed = self.backend.rows("directory_submissions?select=id,submission_queue_id,jobs!inner(status),directories!inner(circuit_state)"
                                   "&status=eq.failed&jobs.status=eq.in_progress&directories.circuit_state=eq.closed&order=id")
        self.assertTrue(failed)
        return failed[0]["submission_queue_id"], failed[0]["id"]

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
