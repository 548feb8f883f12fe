# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes our server look like a lesser one, by taking away what the desk could go by.

| level | what rows are followed by |
| 2 | version and commit sequence: our own server, untouched |
| 1 | version, updated_at, soft deletes |
| 0 | updated_at |
| "bare" | a primary key and nothing else |
"""
import json
import re

from fault_proxy import CONTENT_LENGTH, FaultProxy, Pair

TABLES = b"packages|customers|directories|workers|jobs|directory_submissions|submission_attempts"
MISSING = {2: [], 1: [], 0: ["version", "deleted_at"], "bare": ["version", "updated_at", "deleted_at"]}
COMMIT_SEQ = re.compile(rb'"commit_seq":\d+,|,"commit_seq":\d+')
READ = re.compile(rb"GET /rest/v1/(" + TABLES + rb")\?(\S*) ")


class BareProxy(FaultProxy):
    def __init__(self, thread, port, seed=0, faulty=False, level="bare"):
        super().__init__(thread, port, seed, faulty)
        self.pair = BarePair
        self.level, self.missing = level, MISSING[level]
        self.asked = 0  # for columns that are not there


class BarePair(Pair):
    @property
    def looks_into_messages(self):
        return bool(self.proxy.missing)

    async def request(self, head):
        table = READ.match(head)
        if table and self.proxy.missing:
            for column in self.proxy.missing:
                if re.search(rb"(?<![a-z_])" + column.encode() + rb"(?![a-z_])", table[2]):
                    self.proxy.asked += 1
                    return await self.say(head, 400, {"code": "42703", "details": None, "hint": None,
                                                      "message": f"column {table[1].decode()}.{column} does not exist"})
            head = head.replace(table[2], table[2] + b"&deleted_at=is.null", 1)
        # What comes with live.sql is not there without it.
        if self.proxy.missing and (called := re.match(rb"POST /rest/v1/rpc/(\w+) |GET /rest/v1/rpc/(\w+)\b", head)):
            name = (called[1] or called[2]).decode()
            return await self.say(head, 404, {"code": "PGRST202", "details": None, "hint": None,
                                              "message": f"Could not find the function public.{name} in the schema cache"})
        await super().request(head)

    async def say(self, head, status, body):
        """Answers a request in the server's place."""
        await self.body_of(head)
        body = json.dumps(body).encode()
        await self.send(self.writer, f"HTTP/1.1 {status} As told\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
                        .encode() + body)

    def answer(self, request, head, body):
        if self.proxy.level != 2:
            head = re.sub(rb"(?i)\nx-commit-seq", b"\nx-other", head, count=1)
        read = READ.match(request)
        if read and body[:1] == b"[":
            rows = json.loads(body)
            if self.rows(read[1].decode(), rows):
                body = self.encoded(rows)
                head = CONTENT_LENGTH.sub(rb"\g<1>%d" % len(body), head, count=1)
        return head, body

    def rows(self, table, rows):
        """Changes an answer; whether it did."""
        return False

    def told(self, payload):
        if not self.looks_into_messages:
            return payload if self.proxy.level == 2 else COMMIT_SEQ.sub(b"", payload, count=1)
        message = json.loads(payload)
        if message[3] == "postgres_changes":
            self.lessen(message[4]["data"])
        message = self.message(message)
        return None if message is None else self.encoded(message)

    def message(self, message):
        """What is told instead: [join_ref, ref, topic, event, payload], or None."""
        return message

    def lessen(self, data):
        if self.proxy.level == 2 or data["table"].encode() not in TABLES.split(b"|"):
            return
        data.pop("commit_seq", None)
        record = data.get("record") or {}
        if self.proxy.missing and record.get("deleted_at"):
            data.update(type="DELETE", old_record={"id": record["id"]})
            del data["record"]
        for column in self.proxy.missing:
            record.pop(column, None)
        data["columns"] = [column for column in data.get("columns", []) if column["name"] not in self.proxy.missing]

    @staticmethod
    def encoded(value):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
