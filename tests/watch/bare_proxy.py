# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the server look like one whose tables have a primary key and nothing else to go by (level L0): no version, no
updated_at, no soft deletes, no commit sequence."""
import json
import re

import ws_frames
from fault_proxy import FaultProxy, Pair

TABLES = b"packages|customers|directories|workers|jobs|directory_submissions|submission_attempts"
MISSING = ["version", "updated_at", "deleted_at"]


class BareProxy(FaultProxy):
    def __init__(self, thread, port):
        super().__init__(thread, port, seed=0, faulty=False)
        self.pair = BarePair
        self.asked = 0  # for columns that are not there


class BarePair(Pair):
    async def request(self, head):
        table = re.match(rb"GET /rest/v1/(" + TABLES + rb")\?(\S*) ", head)
        if table:
            for column in MISSING:
                if re.search(rb"(?<![a-z_])" + column.encode() + rb"(?![a-z_])", table[2]):
                    self.proxy.asked += 1
                    return await self.no_such_column(table[1].decode(), column)
            head = head.replace(table[2], table[2] + b"&deleted_at=is.null", 1)
        await super().request(head)

    async def no_such_column(self, table, column):
        body = json.dumps({"code": "42703", "details": None, "hint": None, "message": f"column {table}.{column} does not exist"})
        await self.send(self.writer, f"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
                        .encode() + body.encode())

    async def send(self, writer, data):
        await super().send(writer, re.sub(rb"(?i)x-commit-seq", b"x-other", data, count=1) if writer is self.writer else data)

    async def spoil(self, fault, opcode, head, payload):
        if opcode != ws_frames.TEXT or b"postgres_changes" not in payload[:300]:
            return head + payload
        message = json.loads(payload)
        data = message[4].get("data") if isinstance(message[4], dict) else None
        if message[3] != "postgres_changes" or not data or data["table"] == "sync_tick":
            return head + payload
        data.pop("commit_seq", None)
        record = data.get("record") or {}
        if record.get("deleted_at"):
            data.update(type="DELETE", old_record={"id": record["id"]})
            del data["record"]
        for column in MISSING:
            record.pop(column, None)
        data["columns"] = [column for column in data.get("columns", []) if column["name"] not in MISSING]
        return ws_frames.text_frame(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode())
