#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How boltdesk-watch ends where it cannot have what it was asked for, and what becomes of the dump."""
import json
import random
import shutil
import time
import unittest

from fault_proxy import ProxyThread
from switches import Held, StreamDownForGood, Switch, SwitchProxy, UnpublishedFromStart
from workspace import Log, Server, Watch

KEPT = "yesterday's"


class Answered(Switch):
    """Requests whose target holds a text are answered in the server's place."""
    stays = True

    def __init__(self, part, status, **body):
        super().__init__(random.Random(1))
        self.part, self.answer = part.encode(), (status, body)

    def request(self, target):
        return self.answer if self.part in target else None


class Ends(unittest.TestCase):
    def setUp(self):
        self.server = Server(small=True, token_life="6s" if "session" in self.id() else "1h")
        self.addCleanup(self.server.close)

    def watch(self, *arguments, switch=None, switches=(), **more):
        url = None
        if switch or switches:
            proxy = SwitchProxy(ProxyThread(), self.server.port, 1, False, 2, [switch] if switch else switches)
            self.addCleanup(proxy.close)
            url = proxy.url
        watch = Watch(self.server, *arguments, url=url, **more)
        self.addCleanup(watch.process.kill)
        return watch

    def ended(self, watch, code, *words):
        self.assertEqual(code, watch.wait(45)[0], watch.said())
        for one in words:
            self.assertIn(one, watch.said())

    def failed_submission(self):
        submission = self.server.ask("/rest/v1/directory_submissions?select=id&limit=1")[0]["id"]
        self.server.ask(f"/rest/v1/directory_submissions?id=eq.{submission}", "PATCH", {"status": "failed", "next_retry_at": None})
        return submission

    def call(self, name):
        """A customer is called so from now on."""
        customer = self.server.ask("/rest/v1/customers?select=id&order=id&limit=1")[0]["id"]
        self.server.ask(f"/rest/v1/customers?id=eq.{customer}", "PATCH", {"company_name": name})

    def told(self, log, watch, wanted, meanwhile=lambda name: None):
        tries, deadline = 0, time.monotonic() + 45
        while wanted not in log.text():
            self.assertLess(time.monotonic(), deadline, watch.said())
            meanwhile(f"then {(tries := tries + 1)}")
            time.sleep(0.02)  # span: between two looks, until a deadline

    def nothing_was_read(self, watch, code, *words):
        watch.dump.write_text(KEPT)
        self.ended(watch, code, *words, "nothing was read")
        self.assertEqual(KEPT, watch.dump.read_text())

    def test_a_time_that_nobody_was_reached_in_is_4(self):
        self.server.stop()
        self.nothing_was_read(self.watch("--until", "for:2s"), 4, "the server was not reached")

    def test_a_time_in_which_the_link_never_was_up_is_4(self):
        """Signing in is all that this server does."""
        stream = StreamDownForGood(random.Random(1))
        stream.way = 503
        away = Answered("/rest/v1/", 503, message="no connection to the database")
        self.nothing_was_read(self.watch("--until", "for:3s", switches=[stream, away]), 4,
                              "the server's data was not reached: The server refused live updates")

    def test_what_an_earlier_run_did_reached_nobody(self):
        proxy = SwitchProxy(ProxyThread(), self.server.port, 1, False, 2)
        self.addCleanup(proxy.close)
        kept = ("--replica", f"{self.server.folder.name}/copy.replica")
        first = Watch(self.server, *kept, "--act", f"submissions.retry:{self.failed_submission()}", "--until", "live", url=proxy.url)
        self.ended(first, 0, ": applied")
        proxy.switches = [StreamDownForGood(random.Random(1)), Answered("/rest/v1/", 503, message="no connection to the database")]
        proxy.switches[0].way = 503
        self.ended(Watch(self.server, *kept, "--until", "for:3s", url=proxy.url, haste=1), 4, "the server's data was not reached")

    def test_a_server_that_did_what_was_asked_was_reached(self):
        stream = StreamDownForGood(random.Random(1))
        stream.way = 503
        watch = self.watch("--act", f"submissions.retry:{self.failed_submission()}", "--until", "for:3s", switch=stream, haste=1)
        self.ended(watch, 7, ": applied", "nothing was read")
        self.assertNotIn("not reached", watch.said())

    def test_a_refused_table_does_not_end_a_load_that_takes_its_time(self):
        denied = Answered("/rest/v1/jobs?", 403, code="42501", message="permission denied for table jobs")
        watch = self.watch("--until", "live", "--patience", "4s", switches=[denied, Held("/rest/v1/", 0.6)])
        self.ended(watch, 5, "not read to its end, though it is in the dump: jobs")

    def test_a_refused_sign_in_leaves_the_dump(self):
        refused = Answered("grant_type=password", 400, code="invalid_credentials", message="Invalid login credentials")
        self.nothing_was_read(self.watch("--until", "live", switch=refused), 3)

    def test_patience_ends_with_reads_that_fail(self):
        away = Answered("/rest/v1/", 503, message="no connection to the database")
        self.nothing_was_read(self.watch("--until", "live", "--patience", "8s", switch=away), 4, "not all could be read")

    def test_patience_ends_with_a_server_that_dies_at_the_join(self):
        silent = StreamDownForGood(random.Random(1))
        silent.way = "unanswered"
        watch = self.watch("--until", "live", "--patience", "8s", switch=silent)
        watch.until_said("joining")
        self.server.kill()
        self.ended(watch, 4, "the server's stream was not reached")

    def test_patience_ends_with_a_session_that_a_gateway_refuses(self):
        refused = Answered("grant_type=refresh_token", 401, message="Invalid API key")
        self.ended(self.watch("--until", "for:10m", "--patience", "8s", switch=refused), 3,
                   "the session cannot be renewed: Invalid API key")

    def test_a_table_that_was_not_read_is_5(self):
        denied = Answered("/rest/v1/jobs?", 403, code="42501", message="permission denied for table jobs")
        self.ended(self.watch("--until", "live", switch=denied), 5, "; jobs: A table could not be read. Reported: “permission denied",
                   "not read to its end, though it is in the dump: jobs")
        self.ended(self.watch("--until", "live", "--tables", "customers", switch=denied), 0, "; jobs: A table could")

    def test_a_first_load_that_is_not_finished_is_5(self):
        log = Log()
        watch = self.watch("--events", "--until", "for:10m", switch=Held("/rest/v1/jobs?"), output=log.file)
        self.told(log, watch, '"table":"customers"', self.call)
        watch.interrupt()
        self.ended(watch, 5, "not read to its end, though it is in the dump: jobs")

    def test_a_table_that_is_not_there_is_5_where_it_belongs_to_the_business(self):
        for table, code in (("customers", 5), ("submission_attempts", 0)):
            with self.subTest(table):
                gone = Answered(f"/rest/v1/{table}?", 404, code="PGRST205", message="Could not find the table")
                self.ended(self.watch("--until", "live", switch=gone), code, f"; {table} is not on the server")

    def test_a_table_that_is_polled_is_said(self):
        watch = self.watch("--until", "live", switch=UnpublishedFromStart(random.Random(1), "packages"))
        self.assertEqual(0, watch.wait(45)[0], watch.said())
        self.assertRegex(watch.said(), r"live.*; packages every \d+ s")

    def test_a_server_that_was_set_back_is_said(self):
        before = self.server.database.with_suffix(".before")
        self.server.stop()
        shutil.copy(self.server.database, before)
        self.server.start()
        log = Log()
        watch = self.watch("--events", "--tables", "customers", "--until", "for:10m", output=log.file)
        watch.until_said("boltdesk-watch: live")
        for name in ("first", "second"):
            self.call(name)
        self.told(log, watch, '"second"')
        self.server.stop()
        shutil.copy(before, self.server.database)
        self.server.start()
        self.told(log, watch, '{"op":"reset"}')
        self.told(log, watch, '"then ', self.call)  # the first ones are read with all the rest
        watch.interrupt()
        self.ended(watch, 0)
        self.assertEqual(1, sum(json.loads(line).get("op") == "reset" for line in log.text().splitlines()[:-1]))


if __name__ == "__main__":
    unittest.main()
