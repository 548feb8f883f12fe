# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for what must happen, with a deadline, and saying what was there instead."""
import os
import time

POLL = 0.05
PATIENCE = int(os.environ.get("BOLT_PATIENCE", "60"))


class NeverHappened(AssertionError):
    pass


def until(what, look, patience=PATIENCE):
    """The first truthy answer of look(); `what` is what a person would say they are waiting for."""
    deadline = time.monotonic() + patience
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > deadline:
            raise NeverHappened(f"waited {patience} s for {what}")
        time.sleep(POLL)
