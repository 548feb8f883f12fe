# SPDX-License-Identifier: GPL-3.0-or-later
"""What the real Supabase Realtime and the database behind it were seen to do wrong while everything seemed well, each as a
switch of the proxy. A switch is off, then on; most go off again, and from then on nothing is wrong any more."""
import asyncio
import json
import re
import zlib

from bare_proxy import READ, BarePair, BareProxy
from fault_proxy import REFUSALS, Broken

CANNOT = ("Unable to subscribe to changes with given parameters. Please check Realtime is enabled for the given connect parameters: "
          "[event: *, schema: public, table: {}, filters: [], select: nil]")
AWAY = {"code": "PGRST001", "details": "no connection to the server", "hint": None,
        "message": "Database client error. Retrying the connection."}


def system(message, text, status="error"):
    """What comes instead of a message: `system` on the same channel."""
    topic = message[2]
    return [message[0], None, topic, "system",
            {"message": text, "status": status, "extension": "postgres_changes", "channel": topic.removeprefix("realtime:")}]


def is_change(message):
    return message[3] == "postgres_changes"


def is_live(message):
    """The word that the subscription stands."""
    return message[3] == "system" and message[4].get("status") == "ok" and message[4].get("extension") == "postgres_changes"


class Switch:
    stays = False  # on from the beginning, and never off: how this server is
    has_stream = True  # for all tables, once nothing is wrong any more or although something is
    alone = False  # no random faults beside it
    never_said = ()  # what no pill may begin with

    def __init__(self, dice):
        self.dice = dice
        self.on = self.stays

    def request(self, target):
        """(status, body) of the answer in the server's place, or None."""

    def upgrade(self):
        """The status of a refusal, "hang", or None."""

    def joins(self, pair, message):
        """The client's phx_join is on its way."""

    def message(self, pair, message):
        """What is told instead; None: nothing."""
        return message

    async def hold(self, target):
        """A request is on its way."""

    def rewritten(self, table, query):
        """What is asked for instead."""
        return query

    def rows(self, table, rows):
        """Changes an answer; whether it did."""
        return False

    def seen(self, truth):
        """What a copy should show of the server's tables, {name: {id: row}}."""
        return truth

    def complaints(self):
        """What the client did wrong."""
        return []


class Deaf(Switch):
    """The change capture stopped: joined, heartbeats answered, new joins too, and no event. A channel that was joined meanwhile
    stays deaf when it goes on; one that is joined afterwards is well."""

    def joins(self, pair, message):
        pair.deaf = self.on

    def message(self, pair, message):
        pair.deaf = getattr(pair, "deaf", False) or self.on
        return None if pair.deaf and is_change(message) else message


class DeletionsLost(Switch):
    """Rows that are deleted, or marked so, send nothing: dropped over the message limit, or out of a policy's sight."""
    stays = True

    def message(self, pair, message):
        data = message[4]["data"] if is_change(message) else {}
        return None if data.get("type") == "DELETE" or (data.get("record") or {}).get("deleted_at") else message


class CutToOneLetter(Switch):
    """Realtime casts char(n) to bpchar without the length."""
    stays = True

    def __init__(self, dice):
        super().__init__(dice)
        self.columns = {"jobs": "current_directory", "packages": "currency", "customers": "company_name"}

    def message(self, pair, message):
        data = message[4]["data"] if is_change(message) else {}
        column = self.columns.get(data.get("table"))
        if column:
            for one in data["columns"]:
                one["type"] = "bpchar" if one["name"] == column else one["type"]
            for record in (data.get("record"), data.get("old_record")):
                if record and isinstance(record.get(column), str):
                    record[column] = record[column][:1]
        return message


class LongText(Switch):
    """S5: texts over 64 KiB, in events and answers alike. The row is shown, the text cut."""
    stays = True
    COLUMNS = {"jobs": "current_directory", "customers": "company_name", "directories": "name"}
    MORE, MOST = "ä\n" * 30_000, 64 << 10

    def change(self, table, row):
        column = self.COLUMNS.get(table)
        hit = column in row and isinstance(row.get("id"), str) and zlib.crc32(row["id"].encode()) % 16 == 0
        if hit:
            row[column] = (row[column] or "") + self.MORE
        return hit

    def message(self, pair, message):
        if is_change(message):
            data = message[4]["data"]
            for record in filter(None, (data.get("record"), data.get("old_record"))):
                self.change(data["table"], record)
        return message

    def rows(self, table, rows):
        return any([self.change(table, row) for row in rows])

    def seen(self, truth):
        truth = {name: {key: dict(row) for key, row in rows.items()} for name, rows in truth.items()}
        for table, column in self.COLUMNS.items():
            for row in truth[table].values():
                if self.change(table, row):
                    row[column] = row[column].encode()[:self.MOST].decode(errors="ignore") + "…"
        return truth


class OutOfSight(Switch):
    """Rows leave the sight of a policy and stay away: neither events nor answers tell of them, nor of their going."""
    stays = True
    FIRST = "20000000"  # one key in eight is before it

    def __init__(self, dice):
        super().__init__(dice)
        self.on = False  # until they leave
        self.table = dice.choice(["customers", "jobs", "directory_submissions"])

    def request(self, target):  # it sums what the policy hides
        return (404, {"code": "PGRST202", "message": "Could not find the function"}) if b"/rpc/boltdesk_checksum" in target else None

    def rewritten(self, table, query):
        return f"{query}&id=gte.{self.FIRST}-0000-0000-0000-000000000000" if self.on and table == self.table else query

    def message(self, pair, message):
        data = message[4]["data"] if self.on and is_change(message) else {}
        hidden = data.get("table") == self.table and (data.get("record") or data["old_record"])["id"] < self.FIRST
        return None if hidden else message

    def seen(self, truth):
        return {**truth, self.table: {key: row for key, row in truth[self.table].items() if key >= self.FIRST}}


class Interrupted(Switch):
    """S7: the socket breaks while a delta pass is on its way, which ends when the stream is back. What changed meanwhile only it
    tells, and that is no fault of the stream that stands now: no reason to join again."""
    alone = True
    AWAY = 0.2  # seconds

    def __init__(self, dice):
        super().__init__(dice)
        self.socket, self.asked, self.away, self.rejoins = None, {}, False, 0
        self.back = asyncio.Event()

    def upgrade(self):
        return 503 if self.away else None

    def joins(self, pair, message):
        self.rejoins += pair is self.socket
        self.socket = pair

    def message(self, pair, message):
        if is_live(message):
            self.back.set()
        return message

    async def hold(self, target):
        table = re.match(rb"/rest/v1/(\w+)\?.*updated_at=gte", target)
        if not (self.on and self.socket and table):
            return
        self.asked[table[1]] = self.asked.get(table[1], 0) + 1
        if self.asked[table[1]] < 3:  # the stream is not judged by the first ones
            return
        self.asked.clear()
        self.back.clear()
        self.away = True
        self.socket.abort()
        await asyncio.sleep(self.AWAY)  # span: of the load or of the fault
        self.away = False
        await self.back.wait()

    def complaints(self):
        return [f"joined {self.rejoins} times again on a socket that stood"] if self.rejoins else []


class DatabaseAway(Switch):
    """The database is away: "Database client error", reads are answered 503, nothing is streamed."""
    never_said = ("live:",)

    def request(self, target):
        return (503, AWAY) if self.on and target.startswith(b"/rest/") else None

    def message(self, pair, message):
        if not self.on or not (is_change(message) or is_live(message)):
            return message
        said, pair.said_away = getattr(pair, "said_away", False), True
        return None if said else system(message, "Database client error. Retrying")


class Unpublished(Switch):
    """A table is not in the publication: a join that names it is answered ok, and then nothing at all is streamed."""

    def __init__(self, dice, table):
        super().__init__(dice)
        self.table = table

    def joins(self, pair, message):
        wanted = message[4].get("config", {}).get("postgres_changes") or []
        pair.names = any(one.get("table") == self.table for one in wanted)
        pair.refused = self.on and pair.names

    def message(self, pair, message):
        if getattr(pair, "refused", False):
            return system(message, CANNOT.format(self.table)) if is_live(message) else None if is_change(message) else message
        if self.on and getattr(pair, "names", False) and is_change(message):  # taken out while the stream stood
            pair.refused = True
            return system(message, CANNOT.format(self.table))
        return message


class UnpublishedFromStart(Unpublished):
    stays = True
    has_stream = False


class NoTick(UnpublishedFromStart):
    """There is no sync_tick."""
    has_stream = True

    def __init__(self, dice):
        super().__init__(dice, "sync_tick")


class TickDenied(Switch):
    """sync_tick is published, and the role may not read it."""
    stays = True

    def message(self, pair, message):
        if is_change(message) and message[4]["data"]["table"] == "sync_tick":
            message[4]["data"] = {"schema": "public", "table": "sync_tick", "type": "UPDATE", "commit_timestamp": None, "columns": [],
                                  "record": {}, "old_record": {}, "errors": ["Error 401: Unauthorized"]}
        return message


class StreamDown(Switch):
    """Realtime refuses, hangs, denies the join, does not answer it, or never says that the subscription stands."""
    WAYS = [503, 403, 401, "hang", "denied", "unanswered", "never live"]

    def __init__(self, dice):
        super().__init__(dice)
        self.way = dice.choice(self.WAYS)

    def upgrade(self):
        return self.way if self.on and (self.way == "hang" or isinstance(self.way, int)) else None

    def joins(self, pair, message):
        pair.join_ref = message[1] if self.on else None

    def message(self, pair, message):
        if not self.on:
            return message
        if getattr(pair, "join_ref", None) is None:
            raise Broken  # it stood until now
        if message[3] == "phx_reply" and message[1] == pair.join_ref:
            if self.way == "denied":
                reason = f"Unauthorized: You do not have permissions to read from this Channel topic: {message[2]}"
                return [*message[:4], {"status": "error", "response": {"reason": reason}}]
            return None if self.way == "unanswered" else message
        return None if is_change(message) or is_live(message) else message


class StreamDownForGood(StreamDown):
    stays = True
    has_stream = False


class Held(Switch):
    """Requests whose target holds a text are not answered for so long."""
    stays = True

    def __init__(self, part, seconds=3600):
        super().__init__(None)
        self.part, self.seconds = part.encode(), seconds

    async def hold(self, target):
        if self.part in target:
            await asyncio.sleep(self.seconds)  # span: of the load or of the fault


PUBLISHED = ["packages", "customers", "directories", "workers", "jobs", "directory_submissions", "submission_attempts"]
SWITCHES = {
    "char(n) cut": CutToOneLetter,
    "deaf": Deaf,
    "deletions lost": DeletionsLost,
    "out of sight": OutOfSight,
    "long texts": LongText,
    "interrupted": Interrupted,
    "database away": DatabaseAway,
    "unpublished for a while": lambda dice: Unpublished(dice, dice.choice(PUBLISHED)),
    "unpublished": lambda dice: UnpublishedFromStart(dice, dice.choice(PUBLISHED)),
    "no tick": NoTick,
    "tick denied": TickDenied,
    "stream down for a while": StreamDown,
    "stream down": StreamDownForGood,
}


class SwitchProxy(BareProxy):
    def __init__(self, thread, port, seed, faulty, level, switches=(), spoiler=None):
        super().__init__(thread, port, seed, faulty, level)
        self.pair = SwitchPair
        self.switches, self.spoiler = list(switches), spoiler
        self.after = self.random.uniform(0, 3)  # the sign-in

    def arm(self):
        if self.faulty and not self.armed:
            asyncio.get_running_loop().call_later(self.after, self.turn, True)
        super().arm()

    def heal(self):
        super().heal()
        self.turn(False)
        if self.spoiler:
            self.spoiler.heal()

    def turn(self, on):
        for switch in self.switches:
            switch.on = switch.stays or (on and self.faulty)


class SwitchPair(BarePair):
    @property
    def looks_into_messages(self):
        return bool(self.proxy.missing or self.proxy.switches or self.proxy.spoiler)

    async def request(self, head):
        target = re.match(rb"\S+ (\S+)", head)[1]
        for switch in self.proxy.switches:
            if self.web_socket and (refusal := switch.upgrade()):
                await self.refuse_upgrade(head, refusal)
            if answer := switch.request(target):
                return await self.say(head, *answer)
            await switch.hold(target)
            if read := READ.match(head):
                head = head.replace(read[2], switch.rewritten(read[1].decode(), read[2].decode()).encode(), 1)
        await super().request(head)

    async def refuse_upgrade(self, head, how):
        if how == "hang":
            await asyncio.sleep(3600)  # span: of the load or of the fault
        await self.say(head, how, {"error": REFUSALS[how]})
        raise Broken

    async def said(self, payload):
        if b'"phx_join"' in payload:
            message = json.loads(payload)
            for switch in self.proxy.switches:
                switch.joins(self, message)

    def message(self, message):
        for switch in self.proxy.switches:
            if (message := switch.message(self, message)) is None:
                return None
        if self.proxy.spoiler and is_change(message):
            self.proxy.spoiler.change(message[4]["data"])
        return message

    def rows(self, table, rows):
        spoilt = [switch.rows(table, rows) for switch in self.proxy.switches]
        return any(spoilt) or bool(self.proxy.spoiler) and self.proxy.spoiler.answer(table, rows)

    def encoded(self, value):
        return self.proxy.spoiler.encoded(value) if self.proxy.spoiler else super().encoded(value)
