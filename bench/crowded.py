# SPDX-License-Identifier: GPL-3.0-or-later
"""How long others wait for the backend while one caller asks too much of it: `./boltdesk bench --crowded`.

/api/health is asked all the time over one connection, while a viewer asks for trees of tables and a stranger guesses passwords. Exits
with 1 when the slowest of a hundred answers took longer than the goal."""
import http.client
import json
import multiprocessing
import os
import pathlib
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

GOAL_MS = 50
SECONDS = 10
TREES = ["/rest/v1/jobs?select=*,customers(*,jobs(*,directory_submissions(*,directories(*,directory_submissions(*)))))",
         "/rest/v1/customers?select=*,jobs(*,customers(*,jobs(*)))"]
GUESS = json.dumps({"email": "nobody@boltdesk.test", "password": "wrong"})


class Server:
    def __init__(self, program, folder):
        ready = pathlib.Path(folder, "ready.json")
        self.process = subprocess.Popen([program, "--demo", "--listen", "127.0.0.1:0", "--proxy", "127.0.0.1", "--ready-file", ready], stdout=subprocess.DEVNULL)
        while not ready.exists():
            if self.process.poll() is not None:
                sys.exit("the server did not start")
            time.sleep(0.05)  # span: between two looks
        self.access = json.loads(ready.read_text(encoding="utf-8"))
        self.place = urllib.parse.urlsplit(self.access["url"]).netloc

    def ask(self, link, method, path, body=None, token=None, more=None):
        headers = {"apikey": self.access["anon_key"]} | ({"Authorization": f"Bearer {token}"} if token else {}) | (more or {})
        link.request(method, path, body, headers)
        answer = link.getresponse()
        return answer.status, answer.read()

    def viewer(self):
        user = next(one for one in self.access["users"] if one["role"] == "viewer")
        link = http.client.HTTPConnection(self.place)
        body = json.dumps({"email": user["email"], "password": user["password"]})
        return json.loads(self.ask(link, "POST", "/auth/v1/token?grant_type=password", body)[1])["access_token"]


def waits(server, seconds):
    link = http.client.HTTPConnection(server.place)
    taken, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.monotonic()
        server.ask(link, "GET", "/api/health")
        taken.append((time.monotonic() - began) * 1000)
        time.sleep(0.002)  # span: of the load
    return sorted(taken)


def call(server, calls, over, heard):
    """One caller, each time from another address: the rate of one address is bounded already."""
    link = http.client.HTTPConnection(server.place)
    while not over.is_set():
        for method, path, body, token in calls:
            address = "198.51.100." + str(random.randrange(256))
            status = server.ask(link, method, path, body, token, {"X-Forwarded-For": address})[0]
            heard.put(status)
            if status == 429:
                time.sleep(0.1)  # span: what a refused caller waits


def crowd(server, calls, threads, over, heard):
    callers = [threading.Thread(target=call, args=(server, calls, over, heard)) for _ in range(threads)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()


def crowded(server, calls, threads):
    """Health while `threads` callers, in a process of their own, repeat what `calls` says."""
    over, heard = multiprocessing.Event(), multiprocessing.Queue()
    others = multiprocessing.Process(target=crowd, args=(server, calls, threads, over, heard))
    others.start()
    taken = waits(server, SECONDS)
    over.set()
    statuses = {}
    while others.is_alive() or not heard.empty():
        try:
            status = heard.get(timeout=0.1)
            statuses[status] = statuses.get(status, 0) + 1
        except queue.Empty:
            pass
    others.join()
    return taken, statuses


def main():
    with tempfile.TemporaryDirectory() as folder:
        server = Server(os.environ["BOLT_SERVER"], folder)
        try:
            token = server.viewer()
            trees = [("GET", path, None, token) for path in TREES]
            guesses = [("POST", "/auth/v1/token?grant_type=password", GUESS, None)]
            slow = False
            for name, calls, threads in [("nobody", [], 0), ("trees of tables", trees, 4), ("wrong passwords", guesses, 30),
                                         ("both", trees + guesses, 30)]:
                taken, statuses = crowded(server, calls, threads)
                half, most = taken[len(taken) // 2], taken[len(taken) * 99 // 100]
                slow = slow or most > GOAL_MS
                print(f"{name:16} {len(taken):5} answers, p50 {half:.1f} ms, p99 {most:.1f} ms, slowest {taken[-1]:.1f} ms; they heard {statuses}")
        finally:
            server.process.terminate()
            server.process.wait()
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
