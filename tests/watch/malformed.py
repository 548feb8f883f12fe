# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows that are not as they should be: each kind of column spoilt in each way, in frames, in answers, or in both. The columns are
those that the server shows, and their kinds are told from its rows, but for those that are empty in all of them."""
import json
import re
import zlib

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)")
WORD = re.compile(r"[a-z][a-z_]*")

# What stands for itself in JSON: its text is not that of any Python value.
RAW = re.compile(r'"raw<([^>]*)>"')
STRINGS = {
    "wrong type": [17, True, -1.5, [], ["x"]],
    "too long": ["x" * 70_000, "ä" * 40_000],
    "bad encoding": [r'raw<"\ud800">', r'raw<"a\u0000b">', r'raw<"\udfff\ud83d">'],
}
EVERY = {"missing": [], "null": [None], "nested": [{"a": [{"b": [1, {"c": None}]}]}, [[[[[[]]]]]]]}
WAYS = {
    "text": STRINGS,
    "word": {**STRINGS, "out of range": ["no_such_word", "", "ÄÖ", " pending"]},
    "uuid": {**STRINGS, "out of range": ["", "x", "00000000-0000-0000-0000-000000000000", "g" * 36]},
    "timestamptz": {**STRINGS, "out of range": ["", "infinity", "-infinity", "294277-01-01T00:00:00+00:00", "2026-13-41T25:61:61+00:00",
                                                "0044-03-15T00:00:00+00:00 BC"]},
    "int": {"wrong type": ["many", "", True, []], "out of range": [2**31, -2**31 - 1, 2**63, -2**63 - 1, 1.5, "raw<1e400>"],
            "too long": ["raw<" + "9" * 400 + ">"], "bad encoding": STRINGS["bad encoding"]},
    "bool": {"wrong type": [17, "maybe", []], "out of range": [2, -1], "too long": ["t" * 70_000], "bad encoding": STRINGS["bad encoding"]},
    "jsonb": {"wrong type": [17, "text", True], "too long": [["x" * 70_000]], "bad encoding": STRINGS["bad encoding"]},
}
# What rows are told apart, ordered and windowed by is spoilt in ways that show: a wrong key, a wrong version and a wrong time that look
# like right ones are a lie that no client can see through.
GUIDES = {"id", "version", "updated_at", "created_at", "ended_at"}
WAYS["bigint"] = WAYS["int"]
NO_NUMBERS = ["NaN", "Infinity"]  # null in frames, text in answers: a client reads them as null
WAYS["numeric"] = {**WAYS["int"], "out of range": ["raw<1e400>", "raw<-1e400>", *NO_NUMBERS, "raw<12345678901234567890.125>"]}
EMPTY = {"current_submission_id": "uuid", "priority_override": "int", "worker_id": "text", "step": "word"}
TIMES = ("_at", "_until")
# Of a row that is there this is null; whatever else it looked like, the row would be gone.
NEVER = {"deleted_at"}


def kinds_of(rows):
    """{column: kind} of a table, by its rows."""
    kinds = {}
    for column in rows[0].keys() - NEVER:
        values = [row[column] for row in rows if row[column] is not None]
        kinds[column] = kind_of(values) if values else "timestamptz" if column.endswith(TIMES) else EMPTY[column]
    return kinds


def ways_of(column, kind):
    return {**EVERY, **({} if column in GUIDES else WAYS[kind])}


def kind_of(values):
    first = values[0]
    if isinstance(first, bool):
        return "bool"
    if any(isinstance(value, float) for value in values):
        return "numeric"
    if isinstance(first, int):
        return "bigint" if max(map(abs, values)) > 100_000 else "int"
    if isinstance(first, (list, dict)):
        return "jsonb"
    for kind, pattern in (("uuid", UUID), ("timestamptz", TIME)):
        if all(pattern.fullmatch(value) for value in values):
            return kind
    few = len(set(values)) <= min(12, len(values) // 2)
    return "word" if few and all(WORD.fullmatch(value) for value in values) else "text"


def schema_of(server, tables):
    return {table: kinds_of(server.ask(f"/rest/v1/{table}?limit=1000")) for table in tables}


class Spoiler:
    """Spoils some columns of some rows, always the same ones, until heal() or for good."""

    def __init__(self, dice, schema):
        self.schema = schema
        self.for_good = dice.random() < 0.5
        self.in_frames, self.in_answers = dice.choice([(True, False), (False, True), (True, True)])
        self.share = dice.choice([1, 2, 7, 40])  # one row in so many
        table = dice.choice(sorted(table for table in schema if schema[table]))
        self.plan = {}  # {table: {column: (kind, way, value)}}
        second = dice.choice(["jobs", "directory_submissions", "customers"])
        for table in sorted({table, second}):  # a set has another order in each process
            self.plan[table] = {}
            for _ in range(dice.choice([1, 1, 2, 4])):
                kind = dice.choice(sorted(set(schema[table].values())))  # or the few of a kind were hardly tried
                column = dice.choice(sorted(column for column, its in schema[table].items() if its == kind))
                self.plan[table][column] = self.spoilt(dice, column, kind)
        self.on = True
        self.counts = {}

    @staticmethod
    def spoilt(dice, column, kind):
        ways = ways_of(column, kind)
        way = dice.choice(sorted(ways))
        return kind, way, dice.choice(ways[way]) if ways[way] else None

    def heal(self):
        self.on = self.on and self.for_good

    def hides_all(self):
        """No key of a table can ever be read: it may not be complete, and is never said to be."""
        return self.for_good and self.in_answers and self.share == 1 and any("id" in columns for columns in self.plan.values())

    def hits(self, table, key):
        return table in self.plan and isinstance(key, str) and zlib.crc32(key.encode()) % self.share == 0

    def spoil(self, table, row):
        for column, (kind, way, value) in self.plan[table].items():
            if column in row:
                if way == "missing":
                    del row[column]
                else:
                    row[column] = value
                self.counts[f"{kind} {way}"] = self.counts.get(f"{kind} {way}", 0) + 1

    def change(self, data):
        for half in ("record", "old_record"):
            row = data.get(half)
            if self.on and self.in_frames and row and self.hits(data["table"], row.get("id")):
                self.spoil(data["table"], row)

    def answer(self, table, rows):
        hit = [row for row in rows if self.hits(table, row.get("id"))] if self.on and self.in_answers else []
        for row in hit:
            self.spoil(table, row)
        return bool(hit)

    @staticmethod
    def encoded(value):
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return RAW.sub(lambda found: json.loads(f'"{found[1]}"'), text).encode()

    def excused(self, table, key, column, ours, odd):
        """Whether this row (column None) or cell of a copy may differ from the server's: it is spoilt as long as one looks, and says
        so; or it was spoilt by something that passes for a value, and the row has not changed since."""
        if not self.hits(table, key):
            return False
        stands = self.on and self.in_answers
        if stands and "id" in self.plan[table]:
            return True  # nothing of it can be read again
        if column is None:
            return stands and "ended_at" in self.plan[table]  # nobody knows the window it is in
        if column not in self.plan[table]:
            return False
        if column in odd:
            return stands
        _, _, value = self.plan[table][column]
        return self.passes_for(value, ours)

    @staticmethod
    def passes_for(spoilt, ours):
        spoilt = json.loads(Spoiler.encoded(spoilt))
        if ours in (None, "") or isinstance(spoilt, bool):
            return spoilt in (None, "", False, True, *NO_NUMBERS)
        return ours == spoilt or str(ours) == str(spoilt) or (isinstance(ours, str) and ("\ufffd" in ours or str(spoilt).startswith(ours[:1000])))

    def __str__(self):
        plan = {table: {column: f"{kind} {way} {str(value)[:30]!r}" for column, (kind, way, value) in columns.items()}
                for table, columns in self.plan.items()}
        where = " and ".join(word for word, on in (("frames", self.in_frames), ("answers", self.in_answers)) if on)
        return f"one row in {self.share} spoilt {'for good' if self.for_good else 'for a while'} in {where}: {plan}"
