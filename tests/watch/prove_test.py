#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./boltdesk prove keeps, writes down, and ends with; the schedules are a stand-in."""
import pathlib
import tempfile
import unittest

from prove import Proof


class Runner:
    step = 4

    def __init__(self, bad=(), dies_at=None, switches=(3, [])):
        self.bad, self.dies_at, self.switches = bad, dies_at, switches
        self.ran = []

    def before(self):
        return self.switches

    def batch(self, seeds):
        if self.dies_at in seeds:
            raise RuntimeError("no power")
        self.ran += seeds
        return [seed for seed in seeds if seed in self.bad]


class Proving(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.said = []

    def prove(self, runner, wanted=10, seed=0, resume=False, commit="abc"):
        self.proof = Proof("chaos", self.folder, seed, wanted, resume)
        return self.proof.run(runner, commit, tell=self.said.append)

    def test_all_are_run_and_counted(self):
        runner = Runner()
        self.assertTrue(self.prove(runner, seed=5))
        self.assertEqual(list(range(5, 15)), runner.ran)
        self.assertEqual(["4 of 10, 0 failed", "8 of 10, 0 failed", "10 of 10, 0 failed", "chaos: 10 schedules, 0 failed"], self.said)

    def test_one_that_failed_and_none_at_all_are_no_proof(self):
        self.assertFalse(self.prove(Runner(bad=[3])))
        self.assertEqual("chaos: 10 schedules, 1 failed: 3", self.said[-1])
        self.assertFalse(self.prove(Runner(), wanted=0))
        self.assertFalse(self.prove(Runner(switches=(3, ["deaf at L0"]))))

    def test_a_run_that_died_goes_on_with_the_next_seeds(self):
        with self.assertRaises(RuntimeError):
            self.prove(Runner(bad=[1], dies_at=6))
        second = Runner()
        self.assertFalse(self.prove(second, resume=True, commit="def"))
        self.assertEqual(list(range(4, 10)), second.ran)
        self.assertEqual([1], self.proof.failed)
        self.assertFalse(self.prove(Runner(), resume=True))  # nothing is left, and what failed did fail
        self.assertTrue(self.prove(Runner(), resume=False))

    def test_more_may_be_wanted_later(self):
        self.assertTrue(self.prove(Runner(), wanted=4))
        more = Runner()
        self.assertTrue(self.prove(more, wanted=6, resume=True))
        self.assertEqual([4, 5], more.ran)

    def test_the_page_has_a_line_for_each_run_and_keeps_its_notes(self):
        page = self.folder / "proofs/chaos.md"
        self.prove(Runner(), wanted=4)
        self.proof.record(page)
        page.write_text(page.read_text(encoding="utf-8") + "\n## Notes\n\nA slow machine.\n", encoding="utf-8")
        self.prove(Runner(bad=[5]), wanted=6, resume=True, commit="def")
        self.proof.record(page)
        text = page.read_text(encoding="utf-8")
        self.assertIn("**6 of 6 schedules, 1 failed.**", text)
        self.assertRegex(text, r"\| abc \| 0 to 3 \| 3 \| 0 min 0 s \| none \|\n.*\| def \| 4 to 5 \| 3 \| 0 min 0 s \| 5 \|\n\n## Notes\n\nA slow machine.\n$")


if __name__ == "__main__":
    unittest.main()
