#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk is closed, the server goes, the desk is opened again: the last view is on screen at once, marked with its age, and
can be searched; the server's return takes the mark off. Runs with a keyring of its own: tests/session/with_keyring.sh."""
import time
import unittest

from journey import Journey


COUNTED = ("approved", "submitted", "failed", "retrying", "manual", "inFlight", "waiting", "skipped", "other")


def jobs(state):
    """What stays while nobody works; the server's own rules may still move a submission."""
    return {row["jobId"]: (row["customer"], row["total"]) for row in state["live"]["jobs"]["rows"]}


def counted(state):
    """Each row's submissions are there, too."""
    return all(sum(row[name] for name in COUNTED) == row["total"] for row in state["live"]["jobs"]["rows"])


class Offline(Journey):
    database = "sqlite:{folder}/backend.sqlite"
    keeps = True

    def test_starts_from_disk(self):
        before = jobs(self.sign_in())
        self.desk.see("a copy on disk", lambda s: s["connection"]["replicaBytes"] > 0)
        self.finish()
        self.backend.kill()

        began = time.monotonic()
        self.start_desk()  # the workspace used last
        seen = self.desk.see("the last view", lambda s: jobs(s) == before and counted(s)
                             and s["connection"]["asOfMs"] > 0, patience=20)
        print(f"the last view was read back after {time.monotonic() - began:.2f} s, start of the program included", flush=True)
        self.assertEqual("SignedIn", seen["session"]["state"])
        self.assertFalse(seen["connection"]["fresh"])
        self.assertFalse(seen["live"]["jobs"]["rows"][0]["fresh"], "each row is marked")
        self.assertEqual("admin", seen["session"]["roleWord"])
        self.search(before)
        self.find(before)
        offline = self.desk.see("why it is not live", lambda s: s["connection"]["phase"] == "Offline")
        self.assertNotEqual("", offline["connection"]["reason"])

        self.backend.start()
        self.desk.see("the mark taken off", lambda s: s["connection"]["fresh"] and s["live"]["jobs"]["rows"][0]["fresh"])
        self.finish()

    def search(self, before):
        """A word of one customer's name finds exactly the jobs that bear it."""
        word = next(word for row in before.values() for word in row[0].split()[:1] if word.isascii() and word.isalpha())
        self.desk.press("g", "l")
        self.desk.see("the keyboard in the list", lambda s: s["live"]["jobs"]["currentId"])
        self.desk.press("slash")
        self.desk.type(word)
        self.desk.see("the jobs of " + word, lambda s: s["live"]["jobs"]["rows"] and all(
            word.lower() in row["customer"].lower() for row in s["live"]["jobs"]["rows"] if not row["gone"]), patience=30)
        self.desk.press("Escape")
        self.desk.see("all jobs again", lambda s: jobs(s) == before, patience=30)

    def find(self, before):
        """The palette finds a job by its customer in the copy on disk, and opens it."""
        word = next(word for row in before.values() for word in row[0].split() if word.isascii() and word.isalpha() and len(word) > 4)
        self.desk.press("ctrl+k")
        self.desk.see("the palette", lambda s: s["palette"]["open"])
        self.desk.type(word)
        found = self.desk.see("what the copy has of " + word, lambda s: s["palette"]["state"] == "Answered"
                              and s["palette"]["text"] == word and s["palette"]["lines"]["rows"])["palette"]
        lines = found["lines"]["rows"]
        self.assertLessEqual({1, 3}, {line["kind"] for line in lines}, "a customer and a job")
        at = next(i for i, line in enumerate(lines) if line["kind"] == 3)
        self.assertIn(word.lower(), lines[at]["title"].lower())
        self.desk.press(*["Down"] * (at - found["current"]))
        self.desk.press("Return")
        self.desk.see("its drawer", lambda s: s["job"]["open"] and s["job"]["jobId"] == lines[at]["lineId"] and s["job"]["known"])
        self.desk.press("Escape")
        self.desk.see("the drawer closed", lambda s: not s["job"]["open"])


if __name__ == "__main__":
    unittest.main()
