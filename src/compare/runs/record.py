"""The record of runs: data/runs/, a file a run, and data/environment.yaml. Written by `make verify`, committed, never edited."""

from __future__ import annotations

import json
import platform
import subprocess
from pathlib import Path

from compare.load import LOCK
from compare.model import Fact, Part
from compare.runs.lock import holds_for, wheels

_HEAD = "# Written by `make verify`. Commit it; do not edit it.\n"
_STEPS = (2, 5, 10, 20, 30, 60, 120, 240)
_PROBE = """
import importlib.metadata as m, json, platform, sys
given = {}
for module, names in m.packages_distributions().items():
    for name in names:
        given.setdefault(name.lower().replace("_", "-"), set()).add(module)
wanted = json.load(sys.stdin)
found = {n: (m.version(n), sorted(given.get(n, []))) for n in wanted if n in given}
print(json.dumps([f"{platform.python_implementation()} {platform.python_version()}", found]))
"""


def coarse(seconds: float) -> int:
    """A time as a step of a short ladder: enough to plan with, too little to compare with."""
    return next((step for step in _STEPS if seconds <= step), _STEPS[-1])


def write_run(root: Path, id: str, parts: dict[str, Part]) -> None:
    """Write a run's record whole, or leave it as it was."""
    lines = [f"id: {id}", "parts:"]
    for name, part in sorted(parts.items()):
        lines += [f"  {name}:", f"    date: {part.date}", f"    lock: {part.lock}", f"    code: {part.code}"]
        lines += [f"    exit: {part.exit}", f"    seconds: {part.seconds}", "    facts:", *(f"      - {_flow(fact)}" for fact in part.facts)]
    _write(root / "data" / "runs" / f"{id}.yaml", "\n".join(lines) + "\n")


def write_environment(root: Path, python: Path, kept: list[str], lock: str) -> None:
    """Write what the runs ran with: the packages that locks/runs.in asks for, as they are installed for `python`."""
    text = (root / LOCK).read_text(encoding="utf-8")
    wanted = wheels(text)
    asked = {line.partition("=")[0] for line in (root / LOCK).with_suffix(".in").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"}
    said = subprocess.run([python, "-c", _PROBE], input=json.dumps(sorted(asked & wanted.keys())), capture_output=True, text=True, check=True)
    version, found = json.loads(said.stdout)
    lines = [
        f"lock: {lock}",
        f"python: {version}",
        f"platform: {platform.system()} {platform.machine()}",
        f"kept_in: [{', '.join(kept)}]",
        "packages:" if found else "packages: {}",
    ]
    for name, (installed, imports) in found.items():
        file, sha256 = wanted[name]
        shown = [module for module in imports if module.isidentifier() and not module.startswith("_")]
        lines += [f"  {name}:", f'    version: "{installed}"', f"    imports: [{', '.join(shown)}]", f"    wheel: {file}", f"    sha256: {sha256}"]
    _write(root / "data" / "environment.yaml", "\n".join(lines) + "\n")


def recordable(root: Path, python: Path) -> bool:
    """Whether `python` is the one that the lock is made for: with another, runs are compared and not recorded."""
    ask = "import platform as p; print(p.system(), p.machine(), p.python_implementation(), p.python_version().rpartition('.')[0], sep='\\t')"
    system, machine, name, version = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout.strip().split("\t")
    return holds_for((root / LOCK).read_text(encoding="utf-8"), system, machine, f"{name} {version}")


def _flow(fact: Fact) -> str:
    """A fact as one line, its floats with a point, so that YAML reads them as floats."""
    parts = {"name": json.dumps(fact.name), "value": _value(fact.value)} | ({"within": _value(fact.within)} if fact.within is not None else {})
    return "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}"


def _value(value: bool | int | float | str) -> str:
    if isinstance(value, float):
        digits, e, power = repr(value).partition("e")
        return digits + ("" if "." in digits else ".0") + e + power
    return json.dumps(value, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.write_text(_HEAD + text, encoding="utf-8")
    draft.replace(path)
