#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server is stopped (SIGSTOP) while a fleet works: its sockets stay open and nothing answers. The desk says so within
3 s, and no figure moves until the server goes on; then it is live again, on the same socket. boltdesk-watch says it, too."""
import signal
import subprocess
import unittest

from backend import Fleet
from journey import BIN, Journey
from waiting import until

WRITTEN_EVERY = 250  # ms between two states of the desk


class Silence(Journey):
    database = "sqlite:{folder}/backend.sqlite"

    def freeze(self):
        self.backend.process.send_signal(signal.SIGSTOP)
        self.addCleanup(self.go_on)  # a stopped process does not end

    def go_on(self):
        if self.backend.process.poll() is None:
            self.backend.process.send_signal(signal.SIGCONT)

    def watch_until_silent(self):
        """The last state that did not say it, the first one that did, and by how much the program was late meanwhile: what
        the machine did not let it do in time is not the program's silence."""
        states = []

        def silent():
            state = self.desk.state()
            if state and (not states or state["writtenMs"] != states[-1]["writtenMs"]):
                states.append(state)
            return states and states[-1]["connection"]["silent"]

        until("that nobody answers", silent, patience=20)
        gaps = [b["writtenMs"] - a["writtenMs"] - WRITTEN_EVERY for a, b in zip(states, states[1:])]
        return states[-2], states[-1], max([0, *gaps])

    def test_frozen_server(self):
        state = self.sign_in()
        fleet = Fleet(BIN / "boltdesk-workers", self.backend, rate=1200)
        self.addCleanup(fleet.stop)
        self.desk.see("a stream of changes", lambda s: s["connection"]["events"] > state["connection"]["events"] + 100)
        watch, console = self.start_watch()

        self.freeze()
        before, said, late = self.watch_until_silent()
        heard = said["connection"]["silentSinceMs"]
        waited = before["writtenMs"] - heard
        print(f"{waited:.0f} ms after the last sign it was not said yet, {said['writtenMs'] - heard:.0f} ms after it was; the "
              f"desk was late by {late:.0f} ms meanwhile", flush=True)
        self.assertLess(waited, 3000 + late)
        self.assertGreater(said["writtenMs"] - heard, 2800, "not before the ping had its second")
        self.assertFalse(said["connection"]["fresh"])
        self.assertEqual("Live", said["connection"]["phase"], "the socket stands")
        self.assertEqual(heard, said["connection"]["asOfMs"], "the data is of the last sign")
        until("boltdesk-watch to say it", lambda: "no answer since" in console.read_text())

        still = self.desk.see("a second of silence", lambda s: s["writtenMs"] > said["writtenMs"] + 1100)
        later = self.desk.see("five more", lambda s: s["writtenMs"] > still["writtenMs"] + 5000)
        for model in ("tiles", "alerts"):
            self.assertEqual(still["live"][model]["rows"], later["live"][model]["rows"], "nothing derived moves")
        self.assertEqual(still["live"]["jobs"]["rows"], later["live"]["jobs"]["rows"])
        self.assertEqual(heard, later["connection"]["silentSinceMs"])
        self.desk.picture("silence")

        self.go_on()
        back = self.desk.see("it live again", lambda s: not s["connection"]["silent"] and s["connection"]["fresh"])
        self.assertEqual(state["connection"]["reconnects"], back["connection"]["reconnects"], "on the same socket")
        self.desk.see("the stream again", lambda s: s["connection"]["events"] > later["connection"]["events"])
        until("boltdesk-watch to say that, too", lambda: console.read_text().rstrip().endswith("live"))
        watch.terminate()
        watch.wait(timeout=20)
        fleet.stop()
        self.finish()

    def start_watch(self):
        console = self.folder / "watch.txt"
        with open(console, "wb") as out:
            watch = subprocess.Popen(
                [BIN / "boltdesk-watch", "--url", self.backend.access["url"], "--anon-key", self.backend.access["anon_key"],
                 "--email", self.backend.user("admin")["email"], "--password-stdin"],
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=out)
        watch.stdin.write(self.backend.user("admin")["password"].encode() + b"\n")
        watch.stdin.close()
        self.addCleanup(lambda: watch.poll() is None and (watch.kill(), watch.wait()))
        until("boltdesk-watch to be live", lambda: "live" in console.read_text())
        return watch, console


if __name__ == "__main__":
    unittest.main()
