#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the programs stand on."""
import subprocess
import sys
import unittest

from workspace import Log

LINES = 20_000
WRITER = f"for n in range({LINES}): print(n, flush=True)"


class Test(unittest.TestCase):
    def test_a_log_is_whole_that_was_read_while_it_was_written(self):
        log = Log()
        with subprocess.Popen([sys.executable, "-c", WRITER], stdout=log.file) as writer:
            while writer.poll() is None:
                log.text()
        self.assertTrue([str(n) for n in range(LINES)] == log.text().split("\n")[:-1], log.text()[:200])


if __name__ == "__main__":
    unittest.main(verbosity=2)
