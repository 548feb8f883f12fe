# SPDX-License-Identifier: GPL-3.0-or-later
"""The real desk on a screen of its own (Xvfb), driven by keys, seen through its state file and its console."""
import json
import os
import pathlib
import random
import re
import subprocess

from waiting import PATIENCE, NeverHappened, until

# What QML and Qt Quick say when something is wrong with them.
QML_WARNING = re.compile(r"qrc:|\.qml|QML|Qml|Binding loop|TypeError|ReferenceError|Cannot (?:read|assign|call)|ASSERT|WARNING")


class Screen:
    """An X server of its own. Its number is none that somebody looked for and found free: Xvfb is told one, takes it for itself
    or ends, and then the next is tried. So it does not matter who else starts and ends X servers meanwhile."""

    def __init__(self, width=1440, height=900, numbers=None):
        for number in numbers or random.sample(range(100, 50_000), 20):
            self.server = subprocess.Popen(
                ["Xvfb", f":{number}", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            # It says its number once it can be drawn on, and nothing when the number is another's.
            if self.server.stdout.readline().strip() == str(number).encode():
                self.display = f":{number}"
                return
            self.stop()
        raise AssertionError("Xvfb did not start")

    def tool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], env={**os.environ, "DISPLAY": self.display}, check=True,
                              capture_output=True, text=True, timeout=30).stdout

    def picture(self, path):
        subprocess.run(["import", "-window", "root", str(path)], env={**os.environ, "DISPLAY": self.display}, check=False,
                       timeout=30)

    def stop(self):
        self.server.terminate()
        try:
            self.server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
        self.server.stdout.close()


class Desk:
    def __init__(self, program, screen, folder, name, *arguments, keeps=False):
        """`keeps`: in the home and on the session bus it was called with, where it may remember (with_keyring.sh)."""
        self.name = name
        self.screen = screen
        self.folder = pathlib.Path(folder)
        self.state_file = self.folder / "state.json"
        self.console = self.folder / "console.txt"
        environment = {**os.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software",
                       "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        environment.pop("WAYLAND_DISPLAY", None)
        if not keeps:
            environment.update(self.home_of_its_own())
            environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
            arguments = ("--forgetful", *arguments)
        self.state_file.unlink(missing_ok=True)
        with open(self.console, "wb") as console:
            self.process = subprocess.Popen(
                [program, "--size", "1440x900", "--theme", "dark", "--state-file", self.state_file, *arguments],
                env=environment, stdout=console, stderr=console)
        self.window = until("the desk's window", self.find_window).split()[-1]
        screen.tool("mousemove", "0", "0")  # a row under the pointer would keep its place
        screen.tool("windowfocus", "--sync", self.window)

    def home_of_its_own(self):
        home = self.folder / "home"
        (home / "runtime").mkdir(parents=True, mode=0o700, exist_ok=True)
        return {"HOME": str(home), "XDG_RUNTIME_DIR": str(home / "runtime"), "XDG_CONFIG_HOME": str(home),
                "XDG_DATA_HOME": str(home), "XDG_CACHE_HOME": str(home)}

    def find_window(self):
        self.check_alive()
        try:
            return self.screen.tool("search", "--onlyvisible", "--pid", str(self.process.pid))
        except subprocess.CalledProcessError:
            return ""

    def check_alive(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the desk ended with {self.process.returncode}:\n" + self.console.read_text(errors="replace"))

    def state(self):
        """What the window shows now; {} before it was first written."""
        self.check_alive()
        try:
            return json.loads(self.state_file.read_text())
        except FileNotFoundError:
            return {}

    def see(self, what, look, patience=PATIENCE):
        """Waits until look(state) is truthy."""
        def now():
            state = self.state()
            return state if state and look(state) else None

        try:
            return until(what, now, patience)
        except NeverHappened:
            self.keep_what_was_seen()
            raise

    def picture(self, name):
        """Of the screen, where the caller names a place for pictures."""
        place = os.environ.get("BOLT_PICTURES")
        if place:
            pathlib.Path(place).mkdir(parents=True, exist_ok=True)
            self.screen.picture(pathlib.Path(place, name + ".png"))

    def keep_what_was_seen(self):
        """A journey that failed leaves its screen, its state and its console, where the caller names a place for them."""
        self.picture(self.name)
        place = os.environ.get("BOLT_PICTURES")
        if place:
            for kept, file in (("json", self.state_file), ("txt", self.console)):
                pathlib.Path(place, f"{self.name}.{kept}").write_bytes(file.read_bytes() if file.exists() else b"")

    def press(self, *keys):
        for key in keys:
            self.screen.tool("key", "--clearmodifiers", key)

    def type(self, text):
        self.screen.tool("type", "--clearmodifiers", "--delay", "4", text)

    def warnings(self):
        return [line for line in self.console.read_text(errors="replace").splitlines() if QML_WARNING.search(line)]

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)
        return self.process.returncode
