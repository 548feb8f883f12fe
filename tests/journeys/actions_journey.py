#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every action by keyboard alone, each seen in the server's tables; every page, menu and sheet opened once; then the same keys
of somebody who may only look. No mouse, and a console without a warning."""
import time
import unittest

from journey import Journey
from waiting import until

NEEDS_A_PERSON = ("CAPTCHA", "LOGIN_REQUIRED", "EMAIL_VERIFICATION", "PHONE_VERIFICATION")
SKIPPED = 6  # SubmissionState, as the screens show it to QML


class Actions(Journey):
    def test_every_action_by_keyboard(self):
        self.sign_in()
        self.look_around()
        job, submission = self.one_with_failures()
        self.choose(job)
        self.actions_of_the_row(job)
        self.actions_of_the_drawer(job, submission)
        self.finish()

        before = self.audited()
        self.start_desk("--url", self.backend.access["url"], "--anon-key", self.backend.access["anon_key"], "--email",
                        self.backend.user("viewer")["email"])
        self.sign_in("viewer")
        self.choose(self.one_with_failures()[0])
        self.desk.press("r", "p", "i", "c", "Return")
        self.desk.see("the drawer", lambda s: s["job"]["open"])
        self.desk.press("n", "r", "s", "v", "p", "i", "c", "Escape")
        self.desk.see("the drawer closed, which is after all the keys", lambda s: not s["job"]["open"])
        self.assertEqual([], self.desk.state()["actions"]["model"]["rows"])
        self.assertEqual(before, self.audited())
        self.finish()

    def look_around(self):
        for letter, page in (("a", "analytics"), ("s", "system"), ("l", "live")):
            self.desk.press("g", letter)
            self.desk.see("the page " + page, lambda s, page=page: s["navigation"]["page"] == page)
        self.desk.press("question", "Escape", "alt+m", "Down", "Right", "Escape", "Escape", "ctrl+b", "ctrl+b")
        self.desk.press("F8")
        self.desk.see("it frozen", lambda s: s["live"]["frozen"])
        self.desk.press("F8")
        self.desk.see("it thawed", lambda s: not s["live"]["frozen"])

    def one_with_failures(self):
        """Failed for good: another one the server may try again at any moment, and then it is no failure any more."""
        failed = self.backend.rows("directory_submissions?select=id,submission_queue_id,jobs!inner(status)"
                                   "&status=eq.failed&next_retry_at=is.null&jobs.status=eq.in_progress&order=id")
        self.assertTrue(failed)
        return failed[0]["submission_queue_id"], failed[0]["id"]

    def choose(self, job):
        self.desk.press("g", "l")
        state = self.desk.see("the keyboard in the list", lambda s: s["live"]["jobs"]["currentId"])
        for _ in range(20):  # the order may change between a look and a press
            jobs = state["live"]["jobs"]
            if jobs["currentId"] == job:
                return
            ids = [row["jobId"] for row in jobs["rows"]]
            steps = ids.index(job) - ids.index(jobs["currentId"])
            self.desk.press(*["Down" if steps > 0 else "Up"] * abs(steps))
            state = self.desk.see("another job under the cursor",
                                  lambda s, before=jobs["currentId"]: s["live"]["jobs"]["currentId"] != before)
        self.fail("the wanted job is never under the cursor")

    def actions_of_the_row(self, job):
        for key, column, value in ((["p"], "status", "paused"), (["p"], "status", "in_progress"),
                                   (["i", "Down", "Return"], "priority_override", 0),
                                   (["i", *["Down"] * 6, "Return"], "priority_override", None)):
            self.desk.press(*key)
            until(f"{column} {value} at the server", lambda: self.job(job)[column] == value)
            self.settled(job)

    def actions_of_the_drawer(self, job, submission):
        self.desk.press("Return")
        shown = self.desk.see("the drawer", lambda s: s["job"]["open"] and s["job"]["jobId"] == job)
        for _ in range(100):
            before = shown["job"]["submissionId"]
            if before == submission:
                break
            self.desk.press("n")
            shown = self.desk.see("the next failure", lambda s, before=before: s["job"]["submissionId"] not in ("", before))
        self.assertEqual(submission, shown["job"]["submissionId"])
        self.desk.press("s")
        until("it skipped at the server", lambda: self.status(submission) == "skipped")
        self.desk.see("it skipped on screen", lambda s: s["job"]["subState"] == SKIPPED)
        if self.failed_of(job):
            self.desk.press("shift+r")
            if len(self.failed_of(job)) > 1:  # one alone is asked for at once
                self.confirm()
            until("nothing failed any more but what needs a person", lambda: not self.failed_of(job))
            self.settled(job)
        self.desk.press("c")
        self.confirm()
        until("the job cancelled at the server", lambda: self.job(job)["status"] == "cancelled")
        self.desk.see("the job cancelled on screen", lambda s: s["job"]["stateWord"] == "cancelled")

    def settled(self, job):
        """A second press while the first is in flight would not count: no mark of one, in a state written after the deed."""
        since = time.time()
        self.desk.see("the answer", lambda s: self.desk.state_file.stat().st_mtime > since and s["actions"]["waiting"] == 0
                      and not any(row["pendingVerb"] for row in s["live"]["jobs"]["rows"] if row["jobId"] == job))

    def job(self, job):
        [row] = self.backend.rows(f"jobs?select=id,status,priority_override&id=eq.{job}&order=id")
        return row

    def status(self, submission):
        [row] = self.backend.rows(f"directory_submissions?select=id,status&id=eq.{submission}&order=id")
        return row["status"]

    def failed_of(self, job):
        """What a retry of the whole job takes: not what somebody has to solve first."""
        rows = self.backend.rows("directory_submissions?select=id,last_error_code"
                                 f"&submission_queue_id=eq.{job}&status=eq.failed&order=id")
        return [row for row in rows if row["last_error_code"] not in NEEDS_A_PERSON]

    def audited(self):
        return [row["id"] for row in self.backend.rows("admin_actions?select=id&order=id")]


if __name__ == "__main__":
    unittest.main()
