#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of journeys while other X servers come and go."""
import os
import pathlib
import subprocess
import tempfile
import threading
import unittest

from desk import Screen


class Displays(unittest.TestCase):
    def screen(self, numbers=None):
        screen = Screen(numbers=numbers)
        self.addCleanup(screen.stop)
        return screen

    def test_a_number_that_is_taken_is_passed_over(self):
        taken = self.screen().display
        number = int(taken[1:])
        self.assertNotEqual(taken, self.screen(numbers=[number, *range(50_100, 50_150)]).display)

    def test_many_that_want_the_same_numbers_have_one_each(self):
        displays = []
        threads = [threading.Thread(target=lambda: displays.append(self.screen(numbers=range(51_000, 51_020)))) for _ in range(6)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        self.assertEqual(6, len({screen.display for screen in displays}))
        for screen in displays:
            screen.tool("getmouselocation")

    def test_an_x_server_that_ends_at_once_is_tried_again(self):
        real = subprocess.run(["sh", "-c", "command -v Xvfb"], capture_output=True, text=True, check=True).stdout.strip()
        with tempfile.TemporaryDirectory() as folder:
            stand_in = pathlib.Path(folder, "Xvfb")
            stand_in.write_text(f'#!/bin/sh\n[ -e "{folder}/tried" ] && exec {real} "$@"\n: >"{folder}/tried"\nexit 1\n', encoding="utf-8")
            stand_in.chmod(0o755)
            path = os.environ["PATH"]
            self.addCleanup(os.environ.update, PATH=path)
            os.environ["PATH"] = f"{folder}:{path}"
            self.screen().tool("getmouselocation")


if __name__ == "__main__":
    unittest.main()
