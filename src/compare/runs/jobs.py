"""What there is to run: one process a task and contender, one a group of rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from compare.index import CAUSES, PHRASEBOOK, run_of
from compare.load import Data, hashed, read_yaml

ROWS = "rows.py"
"""The file under data/snippets that runs a group of rows, given on its standard input."""


class Job(NamedTuple):
    """One process: the run it belongs to, its part in it, the file under data/snippets that runs, and the file of rows it is given."""

    run: str
    part: str
    script: str
    rows: str
    code: str

    @property
    def name(self) -> str:
        """As it is named to people."""
        return f"{self.run}/{self.part}"

    @property
    def command(self) -> str:
        """What repeats it alone."""
        return f"make verify TASK={self.run}" + ("" if self.rows else f" SIDE={self.part}")


def jobs(data: Data) -> Iterator[Job]:
    """Every process, with a hash of all that decides what it does."""
    for task in data.tasks:
        for side in data.site.ids():
            script = f"{task.id}/{side}.py"
            if script in data.code:
                yield Job(task.id, side, script, "", hashed(data.code[script].encode()))
    for folder, groups in ((PHRASEBOOK, data.phrasebook), (CAUSES, data.causes)):
        for group in groups:
            rows = f"{folder}/{group.id}.yaml"
            yield Job(run_of(folder, group), "rows", ROWS, rows, hashed(data.code[rows].encode(), data.code.get(ROWS, "").encode()))


def rows_for(root: Path, job: Job) -> str:
    """What the job is given on its standard input, as JSON; empty for a pair."""
    if not job.rows:
        return ""
    return json.dumps(read_yaml(root / "data" / "snippets" / job.rows, root))
