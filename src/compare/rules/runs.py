"""The record of the runs is that of the code, the rows and the lock as they stand, and it is cited for what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from compare.index import Index
from compare.model import Criterion, Task
from compare.problems import Place, Problem, Weight
from compare.rules import Case
from compare.runs.jobs import ROWS, jobs

LONGEST = 59
"""Lines of a file that a reader is shown beside another."""


def check(case: Case) -> Iterator[Problem]:
    """Code without a current record, records of nothing, facts that nobody explains, runs cited under versions that did not run."""
    index = case.index
    yield from _records(index)
    for task in index.data.tasks:
        yield from _task(index, task)
    for _, criterion in index.criteria.values():
        yield from _cited(index, criterion)


def _records(index: Index) -> Iterator[Problem]:
    data, known = index.data, set()
    for job in jobs(data):
        known.add((job.run, job.part))
        run = index.runs.get(job.run)
        part = run.parts.get(job.part) if run else None
        place = Place(f"data/snippets/{job.rows or job.script}")
        if part is None:
            yield Problem(place, "", "it has never run", f"`{job.command}`", Weight.BOOKKEEPING)
        elif (part.code, part.lock) != (job.code, data.lock):
            what = "it" if part.code != job.code else "locks/runs.txt"
            yield Problem(place, "", f"{what} changed since the run on record, of {part.date}", f"`{job.command}`", Weight.BOOKKEEPING)
    for run in data.runs:
        for name in run.parts:
            if (run.id, name) not in known:
                yield Problem(Place(run.at().file), name, "the record of something that does not exist", "delete it", Weight.BOOKKEEPING)
    scripts = {ROWS, *(f"{task.id}/{side}.py" for task in data.tasks for side in index.sides)}
    for path in sorted({path for path in data.code if path.endswith(".py")} - scripts):
        yield Problem(Place(f"data/snippets/{path}"), "", "nothing runs this file", "name it for a contender, beside a task.yaml", Weight.BOOKKEEPING)


def _task(index: Index, task: Task) -> Iterator[Problem]:
    explained = {fact.name for fact in task.facts}
    printed = {fact.name for part in (index.runs[task.id].parts.values() if task.id in index.runs else ()) for fact in part.facts}
    for side in index.sides:
        file = f"{task.id}/{side}.py"
        lines = index.data.code.get(file, "").count("\n")
        if file not in index.data.code:
            yield Problem(task.at(), side, f"there is no {side}.py beside it", "write it; where the task cannot be done, it asserts the error")
        elif lines > LONGEST:
            wrong = f"{lines} lines are more than a reader compares"
            yield Problem(Place(f"data/snippets/{file}"), "", wrong, f"come down to {LONGEST}, or make two tasks of it", Weight.BOOKKEEPING)
    for name in sorted(printed - explained):
        yield Problem(task.at("facts"), name, "a run printed this fact, and nothing says what it is", "add it to `facts`", Weight.BOOKKEEPING)
    for fact in task.facts:
        if printed and fact.name not in printed:
            yield Problem(fact.at(), fact.name, "no run printed this fact", "print it, or delete it", Weight.BOOKKEEPING)


def _cited(index: Index, criterion: Criterion) -> Iterator[Problem]:
    """A run shows something of the versions that it ran with, and of no other."""
    for side, finding in criterion.findings.items():
        for citation in finding.sources:
            if not citation.id.startswith("run-") or side not in index.versions:
                continue
            ran = ".".join(index.versions[side].split(".")[:2])
            if ran not in finding.text and finding.version != ran:
                todo = f"say in the text that it ran with {ran}, or make {ran} its version"
                yield Problem(
                    citation.at("id"), "id", f"the run is one with {index.labels[side]} {ran}, and the finding does not say so", todo, Weight.BOOKKEEPING
                )
            if citation.where:
                yield Problem(citation.at("where"), "where", "a run has one place", "delete it", Weight.BOOKKEEPING)
