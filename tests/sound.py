"""A small sound project about two made-up libraries: what rules, writers and commands are tried on."""

import shutil
from pathlib import Path

from compare import accept
from compare.check import check
from compare.load import load
from compare.model import Fact, Part
from compare.runs import facts, record
from compare.runs.jobs import jobs

ROWS = """{"name": "stride.difference", "value": 0.0, "within": 0.001}
{"name": "leap.difference", "value": 1.5, "within": 0.001}
{"name": "leap.foot.left", "value": "left"}
{"name": "leap.foot.right", "value": "right"}"""
CAUSES = """{"name": "heavy-boots.difference", "value": 0.5, "within": 0.001}
{"name": "heavy-boots.left", "value": 0.0, "within": 0.001}"""

SOUND = Path(__file__).parent / "broken" / "sound"


def copy(folder: Path) -> Path:
    """A fresh copy in `folder`, stamped and accepted as of 2026-06-03, so that nothing is wrong with it."""
    root = folder / "project"
    shutil.copytree(SOUND, root)
    (root / "docs").mkdir()
    ran(root)
    accept.verified(root, list(check(root).index.stampables), "2026-06-03")
    accept.accept(root)
    return root


def ran(root: Path) -> None:
    """The record that a run of the project's code on 2026-06-02 would have left."""
    data = load(root)
    for run in {job.run for job in jobs(data)}:
        parts = {job.part: _part(job.part, job.run, job.code, data.lock) for job in jobs(data) if job.run == run}
        record.write_run(root, run, parts)
    packages = "".join(f"  {name}: {{version: {version}, imports: [{name}], wheel: {name}.whl, sha256: '00'}}\n" for name, version in VERSIONS.items())
    text = f"lock: {data.lock}\npython: CPython 3.11.7\nplatform: Linux x86_64\nkept_in: [files]\npackages:\n{packages}"
    (root / "data/environment.yaml").write_text(text, encoding="utf-8")


VERSIONS = {"walker": "1.2.0", "rider": "2.0.1"}


def printed(part: str, run: str) -> list[Fact]:
    """What the project's code prints."""
    steps = [Fact(name="steps", value=len(part) * 3), Fact(name="slope", value=0.25, within=0.01), Fact(name="arrived", value=True)]
    return steps if part != "rows" else facts.read(ROWS if run.startswith("phrasebook") else CAUSES)[0]


def _part(part: str, run: str, code: str, lock: str) -> Part:
    return Part(date="2026-06-02", lock=lock, code=code, exit=0, seconds=2, facts=printed(part, run))
