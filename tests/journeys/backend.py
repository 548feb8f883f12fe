# SPDX-License-Identifier: GPL-3.0-or-later
"""The real boltdesk-server as a child, its truth by REST with the service key, and a worker that does as it is told."""
import json
import os
import pathlib
import signal
import subprocess
import urllib.request

from waiting import until


class Backend:
    def __init__(self, program, folder, database="sqlite::memory:"):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.database = database
        self.process = None
        self.access = {}

    def start(self):
        """Also after kill(): then on the same address, for those who reconnect."""
        listen = self.access["url"].removeprefix("http://") if self.access else "127.0.0.1:0"
        ready = self.folder / "ready.json"
        ready.unlink(missing_ok=True)
        with open(self.folder / "server.log", "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "--listen", listen, "--database", self.database, "--demo", "--seed", "1", "--ready-file", ready],
                stdout=log, stderr=log)
        until("the server's ready file", lambda: ready.exists() or self.process.poll() is not None)
        if not ready.exists():
            raise AssertionError("the server ended: " + (self.folder / "server.log").read_text(errors="replace")[-2000:])
        self.access = json.loads(ready.read_text())

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=15)
        return self.process.returncode if self.process else 0

    def user(self, role):
        return next(user for user in self.access["users"] if user["role"] == role)

    def ask(self, method, path, body=None, headers=None):
        request = urllib.request.Request(self.access["url"] + path, method=method,
                                         data=None if body is None else json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json", **(headers or {})})
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def rows(self, query):
        """The truth: /rest/v1/<query> with the service key, in pages, so that no cap cuts it."""
        key = self.access["service_key"]
        rows, page = [], None
        while page is None or page:
            page = self.ask("GET", f"/rest/v1/{query}&limit=1000&offset={len(rows)}",
                            headers={"apikey": key, "Authorization": f"Bearer {key}"})
            rows += page
        return rows

    def work(self, path, **body):
        return self.ask("POST", f"/api/worker/{path}", {"worker_id": "journey", **body},
                        {"Authorization": "Bearer " + self.access["worker_token"]})


class Fleet:
    """The simulated workers as a child."""

    def __init__(self, program, backend, rate, workers=12):
        self.process = subprocess.Popen(
            [program, "--url", backend.access["url"], "--token-stdin", "--workers", str(workers), "--rate", str(rate),
             "--seed", "1"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.process.stdin.write(backend.access["worker_token"].encode() + b"\n")
        self.process.stdin.flush()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=15)
        self.process.stdin.close()


def work_off(backend, submission):
    """Works until that submission is approved. Everything else that is claimed on the way succeeds, too."""
    def one_round():
        for claim in backend.work("claim", limit=50)["claims"]:
            identity = claim["submission_id"]
            backend.work("update-progress", event="submission_started", submission_id=identity)
            backend.work("update-progress", event="submission_success", submission_id=identity, processing_ms=1200,
                         approved=True)
            if identity == submission:
                return True
        return False

    backend.work("heartbeat", status="online")
    until(f"submission {submission} to be handed to a worker", one_round)


def environment_without_display():
    return {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
