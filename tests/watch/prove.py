# SPDX-License-Identifier: GPL-3.0-or-later
"""./boltdesk prove: runs schedules until so many were run, keeps what was reached, and writes it down in docs/proofs/."""
import argparse
import json
import os
import pathlib
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


class Proof:
    """What was reached: on disk after each batch, so that nothing of it is lost with the run."""

    def __init__(self, name, folder, seed, wanted, resume):
        self.name, self.file = name, pathlib.Path(folder, f"{name}.json")
        self.state = json.loads(self.file.read_text(encoding="utf-8")) if resume and self.file.exists() else {"next": seed, "runs": []}
        self.state["wanted"] = wanted

    @property
    def done(self):
        return sum(run["schedules"] for run in self.state["runs"])

    @property
    def failed(self):
        return [seed for run in self.state["runs"] for seed in run["failed"]]

    def run(self, runner, commit, tell=print, clock=time.monotonic):
        """Whether all that was wanted was run, at least one, and none failed."""
        run = {"commit": commit, "day": time.strftime("%Y-%m-%d", time.gmtime()), "from": self.state["next"], "schedules": 0, "seconds": 0,
               "failed": [], "switches": 0}
        while self.done < self.state["wanted"]:
            began = clock()
            if not run["schedules"]:
                self.state["runs"].append(run)
                run["switches"], failed = runner.before()
                run["failed"] += failed
            seeds = range(self.state["next"], self.state["next"] + min(runner.step, self.state["wanted"] - self.done))
            run["failed"] += runner.batch(list(seeds))
            run["schedules"] += len(seeds)
            run["seconds"] += clock() - began
            self.state["next"] = seeds.stop
            self.keep()
            tell(f"{self.done} of {self.state['wanted']}, {len(self.failed)} failed")
        ok = 0 < self.done and self.done >= self.state["wanted"] and not self.failed
        tell(f"{self.name}: {self.done} schedules, {len(self.failed)} failed{': ' + ', '.join(map(str, self.failed)) if self.failed else ''}")
        return ok

    def keep(self):
        self.file.parent.mkdir(parents=True, exist_ok=True)
        other = self.file.with_suffix(".new")
        other.write_text(json.dumps(self.state), encoding="utf-8")
        os.replace(other, self.file)

    def record(self, page):
        """Writes the page; what somebody noted below its last heading stays."""
        old = page.read_text(encoding="utf-8") if page.exists() else ""
        notes = old.partition("## Notes\n")[2].strip()
        lines = [f"# {self.name}", "", WORDS[self.name], "",
                 f"**{self.done:,} of {self.state['wanted']:,} schedules, {len(self.failed)} failed.** `./boltdesk prove {self.name} --resume` goes on.", "",
                 "| day | commit | seeds | switches at a natural pace | duration | failed |", "| --- | --- | --- | --- | --- | --- |"]
        for run in self.state["runs"]:
            minutes, seconds = divmod(round(run["seconds"]), 60)
            lines.append(f"| {run['day']} | {run['commit']} | {run['from']} to {run['from'] + run['schedules'] - 1} | {run['switches'] or ''} "
                         f"| {minutes} min {seconds} s | {', '.join(map(str, run['failed'])) or 'none'} |")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("\n".join(lines) + "\n" + (f"\n## Notes\n\n{notes}\n" if notes else ""), encoding="utf-8")


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
    parser.add_argument("--resume", action="store_true")
    return parser.parse_args(words)


def main(words):
    asked = arguments_of(words)
    proof = Proof(asked.name, TOP / "build/prove", asked.seed, WANTED[asked.name] if asked.schedules is None else asked.schedules, asked.resume)
    runner = RUNNERS[asked.name]()
    ok = False
    try:
        ok = proof.run(runner, commit_of(), tell=lambda line: print(line, flush=True))
    except KeyboardInterrupt:
        print(f"ended at {proof.done} of {proof.state['wanted']}; --resume goes on", flush=True)
    finally:
        runner.close()
        if proof.done:
            proof.record(TOP / f"docs/proofs/{asked.name}.md")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
