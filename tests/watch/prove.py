# SPDX-License-Identifier: GPL-3.0-or-later
"""./boltdesk prove: runs schedules until so many were run, keeps what was reached, and writes it down in docs/proofs/."""
import argparse
import concurrent.futures
import dataclasses
import os
import pathlib
import re
import subprocess
import sys
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
WANTED = {"chaos": 10_000, "crash": 200, "damage": 2_000}
WORDS = {
    "chaos": "Schedules of faults between a client and a server ([chaos_test](../../tests/watch/chaos_test.py)): random ones, malformed rows, "
             "damaged files, and each switch of a wrong server ([switches](../../tests/watch/switches.py)). Passed: the copy equals the "
             "server's tables row by row, and each action was done exactly once or is said not to be.",
    "crash": "Clients that are killed (-9) ten times each and started again from their file ([crash_test](../../tests/watch/crash_test.py)). "
             "Passed: the copy equals the server's tables row by row, and each action was done exactly once.",
    "damage": "Copies and databases that are damaged before a program is started with them "
              "([damage_test](../../tests/watch/damage_test.py)). Passed: nothing crashes, a copy ends equal to the server's tables, and a "
              "server starts or says why not.",
}


@dataclasses.dataclass
class Run:
    """A line of the page: schedules that were run one after another, or `again` those that had failed."""
    day: str
    commit: str
    first: int
    schedules: int = 0
    again: tuple = ()
    switches: int = 0
    seconds: float = 0
    failed: list = dataclasses.field(default_factory=list)

    ROW = re.compile(r"\| (\d{4}-\d\d-\d\d) \| ([^|]+) \| (?:(\d+) to (\d+)|([^|]+) again) \| (\d*) ?\| (\d+) min (\d+) s \| ([^|]+) \|")

    @classmethod
    def read(cls, line):
        """Of a line that is none: None."""
        if not (row := cls.ROW.fullmatch(line.strip())):
            return None
        day, commit, first, last, again, switches, minutes, seconds, failed = row.groups()
        def names(text):
            return [int(one) if one.isdigit() else one for one in text.split(", ")]
        return cls(day, commit, int(first or 0), 0 if again else int(last) - int(first) + 1, tuple(names(again) if again else ()),
                   int(switches or 0), 60 * int(minutes) + int(seconds), [] if failed == "none" else names(failed))

    def __str__(self):
        seeds = f"{', '.join(map(str, self.again))} again" if self.again else f"{self.first} to {self.first + self.schedules - 1}"
        minutes, seconds = divmod(round(self.seconds), 60)
        return (f"| {self.day} | {self.commit} | {seeds} | {self.switches or ''} | {minutes} min {seconds} s "
                f"| {', '.join(map(str, self.failed)) or 'none'} |")


class Proof:
    """What was reached. It is kept in the page alone, after each step, so that any clone goes on where the last one ended."""

    def __init__(self, name, page, seed, wanted, resume):
        self.name, self.page, self.wanted = name, page, wanted
        old = page.read_text(encoding="utf-8") if page.exists() else ""
        self.notes = old.partition("## Notes\n")[2].strip()
        self.runs = [run for line in old.splitlines() if (run := Run.read(line))] if resume else []
        self.next = max((run.first + run.schedules for run in self.runs if run.schedules), default=seed)

    @property
    def done(self):
        return sum(run.schedules for run in self.runs)

    @property
    def failed(self):
        """Seeds that failed and did not pass since, and the switches that failed in the last run."""
        open_ = {}
        for run in self.runs:
            names = [one for one in open_ if isinstance(one, str)] if run.switches else []
            for seed in (*run.again, *names):
                open_.pop(seed, None)
            open_.update(dict.fromkeys(run.failed))
        return list(open_)

    def run(self, runners, commit, tell=print, clock=time.monotonic):
        """Runs a batch with each runner at a time. Whether all that was wanted was run, at least one, and none failed."""
        step, day = runners[0].step, time.strftime("%Y-%m-%d", time.gmtime())
        if again := self.failed:
            run = Run(day, commit, 0, again=tuple(again))
            self.runs.append(run)
            seeds = [seed for seed in again if isinstance(seed, int)]
            if len(seeds) < len(again):
                self.before(run, runners[0], clock)
                self.record()
            groups = {}
            for seed in seeds:
                groups.setdefault(seed // step, []).append(seed)
            self.batches(run, runners, list(groups.values()), clock)
            tell(f"of {len(again)} that had failed, {len(run.failed)} failed again")
        run = Run(day, commit, self.next)
        while self.done < self.wanted:
            if not run.schedules:
                self.runs.append(run)
                self.before(run, runners[0], clock)
            end, chunks = self.next + self.wanted - self.done, []
            while len(chunks) < len(runners) and self.next < end:
                chunks.append(list(range(self.next, min(end, (self.next // step + 1) * step))))
                self.next = chunks[-1][-1] + 1
            self.batches(run, runners, chunks, clock)
            tell(f"{self.done} of {self.wanted}, {len(self.failed)} failed")
        failed = self.failed
        tell(f"{self.name}: {self.done} schedules, {len(failed)} failed{': ' + ', '.join(map(str, failed)) if failed else ''}")
        return 0 < self.done and self.done >= self.wanted and not failed

    @staticmethod
    def before(run, runner, clock):
        began = clock()
        run.switches, failed = runner.before()
        run.failed += failed
        run.seconds += clock() - began

    def batches(self, run, runners, chunks, clock):
        for at in range(0, len(chunks), len(runners)):
            began, some = clock(), chunks[at:at + len(runners)]
            with concurrent.futures.ThreadPoolExecutor(len(runners)) as pool:
                for failed in pool.map(lambda pair: pair[0].batch(pair[1]), zip(runners, some)):
                    run.failed += failed
            run.schedules += 0 if run.again else sum(map(len, some))
            run.seconds += clock() - began
            self.record()

    def record(self):
        """Writes the page; what somebody noted below its last heading stays."""
        lines = [f"# {self.name}", "", WORDS[self.name], "",
                 f"**{self.done:,} of {self.wanted:,} schedules, {len(self.failed)} failed.** `./boltdesk prove {self.name} --resume` goes on.", "",
                 "| day | commit | seeds | switches at a natural pace | duration | failed |", "| --- | --- | --- | --- | --- | --- |",
                 *map(str, self.runs)]
        self.page.parent.mkdir(parents=True, exist_ok=True)
        new = self.page.with_suffix(".new")
        new.write_text("\n".join(lines) + "\n" + (f"\n## Notes\n\n{self.notes}\n" if self.notes else ""), encoding="utf-8")
        os.replace(new, self.page)


class ChaosRunner:
    def __init__(self):
        import chaos_test
        self.step = chaos_test.BATCH
        self.chaos = chaos_test.Chaos()
        self.batch, self.close = self.chaos.batch, self.chaos.close

    def before(self):
        return self.chaos.natural_pace()


class CrashRunner:
    step = 10

    def __init__(self):
        import crash_test
        self.crashes = crash_test.Crashes()
        self.batch, self.close = self.crashes.batch, self.crashes.close

    @staticmethod
    def before():
        return 0, []


class DamageRunner(CrashRunner):
    step = 20

    def __init__(self):
        import damage_test
        self.damages = damage_test.Damages()
        self.batch, self.close = self.damages.batch, self.damages.close


RUNNERS = {"chaos": ChaosRunner, "crash": CrashRunner, "damage": DamageRunner}


def commit_of():
    def git(*arguments):
        return subprocess.run(["git", "-C", str(TOP), *arguments], capture_output=True, text=True, check=True).stdout.strip()
    return git("rev-parse", "--short=9", "HEAD") + (" and changes" if git("status", "--porcelain", "--untracked-files=no", ":!docs/proofs") else "")


def arguments_of(words):
    parser = argparse.ArgumentParser(prog="prove")
    parser.add_argument("name", choices=WANTED)
    parser.add_argument("--schedules", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--at-once", type=int, default=os.cpu_count())
    parser.add_argument("--resume", action="store_true")
    return parser.parse_args(words)


def main(words):
    asked = arguments_of(words)
    proof = Proof(asked.name, TOP / f"docs/proofs/{asked.name}.md", asked.seed,
                  WANTED[asked.name] if asked.schedules is None else asked.schedules, asked.resume)
    runners = [RUNNERS[asked.name]() for _ in range(max(1, asked.at_once))]
    try:
        return 0 if proof.run(runners, commit_of(), tell=lambda line: print(line, flush=True)) else 1
    except KeyboardInterrupt:
        print(f"ended at {proof.done} of {proof.wanted}; --resume goes on", flush=True)
        return 1
    finally:
        for runner in runners:
            runner.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
