"""pip's report of what it would install, as a lock: one line a package, with its hash and the file that has it.

`pip install --dry-run --ignore-installed --report -` gives the report. Unlike uv, pip takes a build that lies on no public
index (the CPU build of a package whose index lists another), so this lock holds for one platform only.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any


def locked(report: dict[str, Any]) -> str:
    """The lock's text, sorted by package."""
    where = report["environment"]
    made = f"# {where['platform_system']} {where['platform_machine']}, {where['platform_python_implementation']} {where['python_version']}. Written by `make lock-runs`.\n"
    lines = []
    for one in report["install"]:
        name = re.sub(r"[-_.]+", "-", one["metadata"]["name"]).lower()
        version = one["metadata"]["version"].partition("+")[0]
        file = one["download_info"]["url"].rpartition("/")[2].replace("%2B", "+")
        lines.append(f"{name}=={version} --hash=sha256:{one['download_info']['archive_info']['hashes']['sha256']}  # {file}\n")
    return made + "".join(sorted(lines))


def wheels(lock: str) -> dict[str, tuple[str, str]]:
    """Package to the file it was locked to, and the file's hash."""
    return {name: (file, hash) for name, hash, file in re.findall(r"^([a-z0-9-]+)==\S+ --hash=sha256:(\w+)  # (\S+)$", lock, re.M)}


def holds_for(lock: str, system: str, machine: str, python: str) -> bool:
    """Whether the lock was made for such a machine, e.g. ("Linux", "x86_64", "CPython 3.11")."""
    return lock.startswith(f"# {system} {machine}, {python}. ")


if __name__ == "__main__":
    sys.stdout.write(locked(json.load(sys.stdin)))
