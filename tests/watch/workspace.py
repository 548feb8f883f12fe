# SPDX-License-Identifier: GPL-3.0-or-later
"""A real backend, a real headless client, changes at a steady rate, and the comparison of both ends row by row."""
import json
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request

SERVER = os.environ["BOLT_SERVER"]
WATCH = os.environ["BOLT_WATCH"]
ACTION = re.compile(r"boltdesk-watch: [a-z]+\.[a-z-]+ (?P<id>[0-9a-f-]{36}): (?P<word>[a-z ]+?)(?: \(.*)?$")
SETTLED = {"applied", "partly applied", "refused", "cancelled", "expired"}
PATIENCE = 120  # seconds: dozens of clients and the server share a machine, with sanitizers in --long
TABLES = ["packages", "customers", "directories", "workers", "jobs", "directory_submissions", "submission_attempts"]
NOW = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
# Of the attempts a client holds the last seven days; compared is what both surely have.
ATTEMPTS_SINCE = time.strftime("%Y-%m-%dT%H:00:00", time.gmtime(time.time() - 6.5 * 86400))


class Server:
    """boltdesk-server in a folder of its own; may be killed and started again on the same port and database."""

    seeded = {}  # the believable past, and a small part of it, are made once and copied

    def __init__(self, small=False, token_life="1h", seeding=False):
        self.token_life = token_life
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.ready = pathlib.Path(self.folder.name, "ready.json")
        self.database = pathlib.Path(self.folder.name, "desk.sqlite")
        self.port = 0
        if not seeding:
            if small not in Server.seeded:
                Server.seeded[small] = Server(seeding=True)
                if small:
                    Server.seeded[small].shrink()
                Server.seeded[small].stop()
            for file in pathlib.Path(Server.seeded[small].folder.name).iterdir():
                shutil.copy(file, self.folder.name)
        self.start()

    def shrink(self):
        """Leaves the jobs under way with their submissions, about a tenth: many clients can follow them at once."""
        self.ask("/rest/v1/processing_logs?id=not.is.null", "DELETE")
        for table, condition in (("directory_submissions", "submission_queue_id"), ("jobs", "id")):
            gone = [row["id"] for row in self.ask("/rest/v1/jobs?status=neq.in_progress&select=id&limit=1000")]
            for at in range(0, len(gone), 70):
                self.ask(f"/rest/v1/{table}?{condition}=in.({','.join(gone[at:at + 70])})", "DELETE")

    def start(self):
        self.ready.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [SERVER, "--listen", f"127.0.0.1:{self.port}", "--database", f"sqlite:{self.database}", "--demo", "--seed", "1",
             "--token-life", self.token_life, "--ready-file", str(self.ready)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 120
        while not self.ready.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the server did not start ({self.process.returncode})")
            time.sleep(0.02)  # span: between two looks, until a deadline
        self.access = json.loads(self.ready.read_text(encoding="utf-8"))
        self.url = self.access["url"]
        self.port = int(self.url.rsplit(":", 1)[1])

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.kill()

    def close(self):
        self.stop()
        self.folder.cleanup()

    def user(self, role="admin"):
        return next(u for u in self.access["users"] if u["role"] == role)

    def end_sessions(self, role="admin"):
        """As an administrator of the server would: all of the user's."""
        user = self.user(role)
        key = {"apikey": self.access["anon_key"]}
        grant = self.ask("/auth/v1/token?grant_type=password", "POST",
                         {"email": user["email"], "password": user["password"]}, {**key, "Authorization": ""})
        self.ask("/auth/v1/logout?scope=global", "POST", {}, {"Authorization": "Bearer " + grant["access_token"]})

    def sessions(self):
        """How many are signed in. It keeps its database to itself, so it is stopped for as long."""
        self.stop()
        database = sqlite3.connect(self.database)
        count = database.execute("SELECT count(*) FROM auth_sessions").fetchone()[0]
        database.close()
        self.start()
        return count

    def ask(self, path, method="GET", body=None, headers=None):
        key = self.access["service_key"]
        request = urllib.request.Request(
            self.url + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"apikey": key, "Authorization": f"Bearer {key}", "Content-Type": "application/json", **(headers or {})})
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                    text = answer.read()
                    return json.loads(text) if text else None
            except urllib.error.HTTPError as error:
                # An answer has a second of the clock; where dozens of clients share a machine that can be little.
                if error.code != 500 or b"57014" not in error.read() or time.monotonic() > deadline:
                    raise

    def add_workers(self, count=5):
        """The demo has none until its fleet comes."""
        self.ask("/rest/v1/workers", "POST", [{"id": f"worker-{n}", "heartbeat_at": NOW, "started_at": NOW} for n in range(count)])

    def table(self, name):
        rows, after = [], None
        while True:
            page = self.ask(f"/rest/v1/{name}?order=id.asc&limit=1000" + (f"&id=gt.{after}" if after else "") +
                            (f"&ended_at=gte.{ATTEMPTS_SINCE}Z" if name == "submission_attempts" else ""))
            if not page:
                return {row["id"]: row for row in rows if row["deleted_at"] is None}
            rows += page
            after = page[-1]["id"]


class Load(threading.Thread):
    """Changes at about `rate` a second: updates of many rows, inserts, hard and soft deletes."""

    def __init__(self, server, rate=500, seed=1):
        super().__init__(daemon=True)
        self.server, self.rate, self.random = server, rate, random.Random(seed)
        self.ending = threading.Event()
        self.changes = 0
        self.seconds = 0
        self.jobs = [row["id"] for row in server.ask("/rest/v1/jobs?select=id&limit=1000")]
        self.submissions = [row["id"] for row in server.ask("/rest/v1/directory_submissions?select=id&limit=1000")]
        self.customers = []
        self.start()

    def run(self):
        began = time.monotonic()
        while not self.ending.is_set():
            if self.changes > (time.monotonic() - began) * self.rate:
                time.sleep(0.01)  # span: between two looks, until a deadline
                continue
            try:
                self.once(max(1, min(70, self.rate // 10)))
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)  # span: between two looks, until a deadline
        self.seconds = time.monotonic() - began

    def attempt(self, submission):
        outcome, code = self.random.choice([("submitted", None), ("failed_for_good", "TIMEOUT"), ("approved", None)])
        return {"submission_id": submission, "job_id": self.random.choice(self.jobs), "customer_id": submission,
                "directory_id": submission, "package_type": "growth", "directory_tier": 1, "attempt": 1, "outcome": outcome,
                "code": code, "ended_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())}

    def once(self, batch):
        ask = self.server.ask
        some = self.random.sample(self.submissions, batch)
        ask(f"/rest/v1/directory_submissions?id=in.({','.join(some)})", "PATCH",
            {"processing_ms": self.random.randrange(60_000)})
        self.changes += len(some)
        ask("/rest/v1/submission_attempts", "POST", [self.attempt(id) for id in some[:max(1, batch // 10)]])
        self.changes += max(1, batch // 10)
        job = self.random.choice(self.jobs)
        ask(f"/rest/v1/jobs?id=eq.{job}", "PATCH", {"current_directory": f"Directory {self.random.randrange(99)}"})
        ask(f"/rest/v1/workers?id=eq.worker-{self.random.randrange(5)}", "PATCH", {"processed": self.random.randrange(99_000)})
        if self.random.random() < 0.1:
            ask("/rest/v1/packages?id=eq.growth", "PATCH", {"annual_price_cents": self.random.randrange(99_000)})
        n = self.random.randrange(10_000_000)
        made = ask("/rest/v1/customers", "POST", {"email": f"c{n}@example.org", "company_name": f"Company {n}",
                                                   "website": "https://example.org", "package_id": "growth"},
                   {"Prefer": "return=representation"})
        self.customers.append(made[0]["id"])
        self.changes += 2
        if len(self.customers) > 20:
            gone = self.customers.pop(self.random.randrange(len(self.customers)))
            if self.random.random() < 0.5:
                ask(f"/rest/v1/customers?id=eq.{gone}", "DELETE")
            else:
                ask(f"/rest/v1/customers?id=eq.{gone}", "PATCH", {"deleted_at": "2026-01-01T00:00:00Z"})
            self.changes += 1

    def end(self):
        self.ending.set()
        self.join()


class Log:
    """What a program writes while others read it. They open it anew: a file that is shared with the program shares its place, too, and
    who goes back to its beginning sends the program there."""

    def __init__(self):
        self.file = tempfile.NamedTemporaryFile("w", encoding="utf-8")

    def text(self):
        return pathlib.Path(self.file.name).read_text(encoding="utf-8", errors="replace")


class Watch:
    def __init__(self, server, *arguments, url=None, role="admin", haste=20, output=subprocess.PIPE):
        user = server.user(role)
        self.log = Log()
        self.dump = pathlib.Path(server.folder.name, f"dump-{random.randrange(1 << 30)}.json")
        self.process = subprocess.Popen(
            [WATCH, "--url", url or server.url, "--anon-key", server.access["anon_key"], "--email", user["email"],
             "--password-stdin", "--haste", str(haste), "--dump", str(self.dump), "--stats", *arguments],
            stdin=subprocess.PIPE, stdout=output, stderr=self.log.file, text=True)
        self.process.stdin.write(user["password"] + "\n")
        self.process.stdin.close()
        self.process.stdin = None

    def said(self):
        return self.log.text()

    def link(self):
        """What was said of the link, the latest last."""
        return [line.removeprefix("boltdesk-watch: ") for line in self.said().splitlines() if not ACTION.match(line)]

    def actions(self):
        """What was last said of each action: {id: word}."""
        return {m["id"]: m["word"] for line in self.said().splitlines() if (m := ACTION.match(line))}

    def until_said(self, text, seconds=60):
        self.until_ended_or_said(text, seconds)
        if text not in self.said():
            raise AssertionError(f"never said '{text}':\n{self.said()}")

    def until_ended_or_said(self, text, seconds=60):
        deadline = time.monotonic() + seconds
        while text not in self.said() and self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"never said '{text}':\n{self.said()}")
            time.sleep(0.05)  # span: between two looks, until a deadline

    def wait(self, seconds=120):
        try:
            out, _ = self.process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            out, _ = self.process.communicate()
            raise AssertionError(f"did not end within {seconds} s:\n{self.said()}") from None
        return self.process.returncode, out

    def interrupt(self):
        self.process.send_signal(signal.SIGTERM)

    def kill(self):
        self.process.kill()
        self.process.communicate()


def alike(theirs, ours):
    if isinstance(ours, float) or isinstance(theirs, float):
        return theirs is not None and ours is not None and abs(float(theirs) - float(ours)) <= 1e-6 * max(1, abs(float(ours)))
    return theirs == ours or (theirs is None and ours == "")


def audit_of(server):
    """The latest actions that the server did, by id."""
    rows = server.ask("/rest/v1/admin_actions?select=id,status,target_ids&order=created_at.desc&limit=1000")
    return {row["id"]: row for row in rows}


def truth_of(server):
    return {name: server.table(name) for name in TABLES}


def differences(tables, dump, most=10, without=(), excused=lambda table, key, column, ours, odd: False):
    """Rows that are not the same in the server's tables and in a dump; at most so many lines. `excused` says what may differ: the
    row (column None) or a cell that looks so in the copy, of which `odd` tells that it could not be read."""
    held = json.loads(pathlib.Path(dump).read_text(encoding="utf-8"))
    lines = []
    for name in TABLES:
        truth = tables[name]
        copy = {row["id"]: row for row in held[name] if (row.get("ended_at") or "9") >= ATTEMPTS_SINCE}
        lines += [f"{name} {key} is missing in the copy" for key in truth.keys() - copy.keys() if not excused(name, key, None, None, {})]
        lines += [f"{name} {key} is only in the copy" for key in copy.keys() - truth.keys() if not excused(name, key, None, None, {})]
        for key in truth.keys() & copy.keys():
            odd = copy[key].pop("odd", {})
            for column, value in copy[key].items():
                if column not in truth[key] or column in without or (alike(truth[key][column], value) and column not in odd):
                    continue
                if not excused(name, key, column, value, odd):
                    lines.append(f"{name} {key} {column}: server {truth[key][column]!r}, copy {value!r} {odd.get(column, '')}")
    return lines[:most]
