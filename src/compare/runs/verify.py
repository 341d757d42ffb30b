"""Run what there is to run, hold it against the record, and record what has none. Two processes at a time.

What was done before an interruption is kept under .build/runs and not done again.
"""

from __future__ import annotations

import datetime
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from compare.load import Data, hashed, load
from compare.model import Fact, Part
from compare.problems import Faulty, Place, Problem, nearest
from compare.runs import facts, record, sandbox
from compare.runs.jobs import Job, jobs
from compare.runs.process import Outcome, Processes

AT_A_TIME = 2
PYTHON = ".venv-runs/bin/python"
KEPT = ".build/runs"


def verify(root: Path, task: str = "", side: str = "", again: bool = False) -> int:
    """Run all jobs, or those of one task and one contender. Gives 1 where one failed or its facts differ from the record.

    A job without a current record is recorded; with `again` every one is, whatever it printed.
    Raises Faulty where the data cannot be read or nothing has such a name.
    """
    data = load(root)
    chosen = _chosen(data, task, side)
    return Session(root, data, chosen, again).run()


def _chosen(data: Data, task: str, side: str) -> list[Job]:
    every = list(jobs(data))
    names = {job.run for job in every}
    if task and task not in names:
        raise Faulty([Problem(Place("data/snippets"), task, "nothing that runs has this name", nearest(task, names))])
    if side and side not in data.site.ids():
        raise Faulty([Problem(Place("data/site.yaml"), side, "no contender has this id", nearest(side, data.site.ids()))])
    return [job for job in every if (not task or job.run == task) and (not side or job.part == side)]


class Session:
    """One call of verify: what is run, what came of it, and how it is told."""

    def __init__(self, root: Path, data: Data, chosen: list[Job], again: bool) -> None:
        self.root, self.data, self.chosen, self.again = root, data, chosen, again
        self.python = root / PYTHON
        self.kept = sandbox.able()
        self.recordable = record.recordable(root, self.python)
        self.records = {run.id: dict(run.parts) for run in data.runs}
        self.done = root / KEPT / hashed(data.lock.encode(), str(again).encode())
        self.bad: list[str] = []
        self.recorded = 0

    def run(self) -> int:
        """Run what is left to run, tell each as it ends, and say at the end what came of all."""
        todo = [job for job in self.chosen if not (self.done / self._mark(job)).exists()]
        if len(todo) < len(self.chosen):
            print(f"{len(self.chosen) - len(todo)} of {len(self.chosen)} were done before the interruption")
        kept = " and ".join(self.kept) or "nothing"
        print(f"{len(todo)} to run, {AT_A_TIME} at a time; kept from each outside its own folder: {kept}", flush=True)
        self.done.mkdir(parents=True, exist_ok=True)
        processes = Processes(self.root, self.python, self.kept)
        start = time.monotonic()
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            waiting = {pool.submit(processes.run, job): job for job in sorted(todo, key=self._expected, reverse=True)}
            try:
                for number, future in enumerate(as_completed(waiting), 1):
                    job = waiting[future]
                    said = self._ended(job, future.result())
                    left = sum(self._expected(other) for other_future, other in waiting.items() if not other_future.done()) / AT_A_TIME
                    print(f"[{number}/{len(todo)}] {job.name}: {said}; about {left / 60:.0f} min left", flush=True)
            except KeyboardInterrupt:
                processes.stop()
                pool.shutdown(cancel_futures=True)
                print("\ninterrupted; the same command goes on from here", file=sys.stderr)
                return 130
        shutil.rmtree(self.done, ignore_errors=True)
        if self.recorded and self.recordable:
            record.write_environment(self.root, self.python, self.kept, self.data.lock)
        return self._sum_up(len(todo), time.monotonic() - start)

    def _ended(self, job: Job, outcome: Outcome) -> str:
        """Compare or record what a job printed. Gives what to say of it in a few words."""
        if outcome.last:
            return self._failed(job, "failed", outcome.last)
        printed, wrong = facts.read(outcome.said)
        if wrong or not printed:
            return self._failed(job, "its facts cannot be used", wrong or ["it printed no fact"])
        old = self.records.get(job.run, {}).get(job.part)
        current = old is not None and (old.code, old.lock) == (job.code, self.data.lock)
        if old and current and not self.again:
            differences = facts.differences(old.facts, printed)
            if differences:
                return self._failed(job, "differs from the record", [*differences, f"where that is right: {job.command} AGAIN=1"])
        said = "equal to the record" if current else "no current record, and none is made on this machine"
        if self.recordable and not (current and not self.again):
            self._record(job, printed, outcome.seconds)
            said = "recorded"
        (self.done / self._mark(job)).touch()
        return said

    def _record(self, job: Job, printed: list[Fact], seconds: float) -> None:
        today = datetime.date.today().isoformat()
        part = Part(date=today, lock=self.data.lock, code=job.code, exit=0, seconds=record.coarse(seconds), facts=printed)
        expected = {other.part for other in jobs(self.data) if other.run == job.run}
        parts = {**self.records.get(job.run, {}), job.part: part}
        self.records[job.run] = {name: one for name, one in parts.items() if name in expected}
        record.write_run(self.root, job.run, self.records[job.run])
        self.recorded += 1

    def _failed(self, job: Job, what: str, lines: list[str]) -> str:
        self.bad.append("\n  ".join([f"{job.name} {what} (data/snippets/{job.rows or job.script})", *lines, f"to repeat it alone: {job.command}"]))
        return what

    def _sum_up(self, ran: int, seconds: float) -> int:
        for text in self.bad:
            print(f"\n{text}", file=sys.stderr)
        print(f"{ran} ran in {seconds / 60:.1f} min: {self.recorded} recorded, {len(self.bad)} bad, the rest equal to the record")
        return 1 if self.bad else 0

    def _expected(self, job: Job) -> float:
        """Seconds that a job took when it was recorded."""
        part = self.records.get(job.run, {}).get(job.part)
        return part.seconds if part else 15

    def _mark(self, job: Job) -> str:
        """The file that says a job is done: named by what would make it another job."""
        return f"{job.run}.{job.part}.{job.code}"
