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
        self.ran, self.batches, self.looked = [], [], 0

    def before(self):
        self.looked += 1
        return self.switches

    def batch(self, seeds):
        if self.dies_at in seeds:
            raise RuntimeError("no power")
        self.ran += seeds
        self.batches.append(seeds)
        return [seed for seed in seeds if seed in self.bad]


class Proving(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.said = []

    def prove(self, *runners, wanted=10, seed=0, resume=False, commit="abc"):
        self.proof = Proof("chaos", self.folder / "chaos.md", seed, wanted, resume)
        return self.proof.run(runners, commit, tell=self.said.append)

    def page(self):
        return (self.folder / "chaos.md").read_text(encoding="utf-8")

    def test_all_are_run_and_counted(self):
        runner = Runner()
        self.assertTrue(self.prove(runner, seed=4))
        self.assertEqual(list(range(4, 14)), runner.ran)
        self.assertEqual(["4 of 10, 0 failed", "8 of 10, 0 failed", "10 of 10, 0 failed", "chaos: 10 schedules, 0 failed"], self.said)

    def test_some_runners_share_the_work(self):
        runners = [Runner(), Runner(bad=[5])]
        self.assertFalse(self.prove(*runners))
        self.assertEqual([[0, 1, 2, 3, 8, 9], [4, 5, 6, 7]], [runner.ran for runner in runners])
        self.assertEqual([5], self.proof.failed)

    def test_a_batch_ends_where_its_step_does(self):
        runner = Runner()
        self.assertTrue(self.prove(runner, wanted=6, seed=3))
        self.assertEqual([[3], [4, 5, 6, 7], [8]], runner.batches)

    def test_one_that_failed_and_none_at_all_are_no_proof(self):
        self.assertFalse(self.prove(Runner(bad=[3])))
        self.assertEqual("chaos: 10 schedules, 1 failed: 3", self.said[-1])
        self.assertFalse(self.prove(Runner(), wanted=0))
        self.assertFalse(self.prove(Runner(switches=(3, ["deaf at L0"]))))

    def test_a_run_that_died_goes_on_with_the_next_seeds(self):
        with self.assertRaises(RuntimeError):
            self.prove(Runner(dies_at=6))
        second = Runner()
        self.assertTrue(self.prove(second, resume=True, commit="def"))
        self.assertEqual(list(range(4, 10)), second.ran)
        self.assertTrue(self.prove(Runner(bad=[2]), resume=True))  # nothing is left

    def test_what_failed_is_run_again(self):
        self.assertFalse(self.prove(Runner(bad=[1, 6], switches=(3, ["deaf at L0"]))))
        second = Runner(bad=[6])
        self.assertFalse(self.prove(second, wanted=12, resume=True, commit="def"))
        self.assertEqual([[1], [6], [10, 11]], second.batches)
        self.assertEqual(2, second.looked)  # at the switches: one had failed, and again for the new seeds
        self.assertEqual([6], self.proof.failed)
        self.assertTrue(self.prove(Runner(), wanted=12, resume=True, commit="ghi"))
        self.assertRegex(self.page(), r"\| abc \| 0 to 9 \| 3 \| 0 min 0 s \| deaf at L0, 1, 6 \|\n.*\| def \| deaf at L0, 1, 6 again \| 3 \| 0 min 0 s \| 6 \|\n"
                                      r".*\| def \| 10 to 11 \| 3 \| 0 min 0 s \| none \|\n.*\| ghi \| 6 again \|  \| 0 min 0 s \| none \|\n")

    def test_a_switch_that_failed_is_driven_again_when_nothing_else_is_left(self):
        self.assertFalse(self.prove(Runner(switches=(3, ["deaf at L0"]))))
        self.assertFalse(self.prove(Runner(switches=(3, ["deaf at L0"])), resume=True))
        self.assertIn("| abc | deaf at L0 again | 3 | 0 min 0 s | deaf at L0 |\n", self.page())
        self.assertTrue(self.prove(Runner(), resume=True))

    def test_more_may_be_wanted_later(self):
        self.assertTrue(self.prove(Runner(), wanted=4))
        more = Runner()
        self.assertTrue(self.prove(more, wanted=6, resume=True))
        self.assertEqual([4, 5], more.ran)

    def test_the_page_has_a_line_for_each_run_and_keeps_its_notes(self):
        self.prove(Runner(), wanted=4)
        (self.folder / "chaos.md").write_text(self.page() + "\n## Notes\n\nA slow machine.\n", encoding="utf-8")
        self.prove(Runner(bad=[5]), wanted=6, resume=True, commit="def")
        self.assertIn("**6 of 6 schedules, 1 failed.**", self.page())
        self.assertRegex(self.page(), r"\| abc \| 0 to 3 \| 3 \| 0 min 0 s \| none \|\n.*\| def \| 4 to 5 \| 3 \| 0 min 0 s \| 5 \|\n\n## Notes\n\nA slow machine.\n$")


if __name__ == "__main__":
    unittest.main()
