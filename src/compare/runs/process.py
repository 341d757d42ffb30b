"""One job as one process: fresh, in an empty folder of its own, confined, with a time limit."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from compare.runs import sandbox
from compare.runs.jobs import Job, rows_for

LIMIT = 300
"""Seconds after which a process is stopped."""

LAST = 12
"""Lines of a failure that are shown."""


class Outcome(NamedTuple):
    """How a process ended. `said` is its standard output; `last` the last lines of what went wrong, empty where nothing did."""

    said: str
    last: list[str]
    seconds: float


class Processes:
    """Starts jobs, and can stop all that are under way."""

    def __init__(self, root: Path, python: Path, kept: list[str], limit: float = LIMIT) -> None:
        self.root, self.python, self.kept, self.limit = root, python, kept, limit
        self._running: set[subprocess.Popen[str]] = set()
        self._lock, self._stopped = threading.Lock(), False

    def run(self, job: Job) -> Outcome:
        """Run one job to its end, or to the limit."""
        with tempfile.TemporaryDirectory(prefix="run-") as name:
            folder = Path(name)
            script = folder / "main.py"  # not its own name, which is that of the library it imports
            script.write_text((self.root / "data" / "snippets" / job.script).read_text(encoding="utf-8"), encoding="utf-8")
            start = time.monotonic()
            with self._lock:
                if self._stopped:
                    return Outcome("", ["stopped"], 0)
                process = self._start(folder)
                self._running.add(process)
            try:
                said, complaint = process.communicate(rows_for(self.root, job), timeout=self.limit)
                late = False
            except subprocess.TimeoutExpired:
                _end(process)
                said, complaint = process.communicate()
                late = True
            finally:
                with self._lock:
                    self._running.discard(process)
                _end(process)  # whatever it started and left behind
            seconds = time.monotonic() - start
        if late:
            return Outcome(said, [*complaint.splitlines()[-LAST:], f"stopped after {self.limit} seconds"], seconds)
        if process.returncode:
            return Outcome(said, [*complaint.splitlines()[-LAST:], f"exit status {process.returncode}"], seconds)
        return Outcome(said, [], seconds)

    def stop(self) -> None:
        """End everything that is under way, and start nothing more."""
        with self._lock:
            self._stopped = True
            for process in self._running:
                _end(process)

    def _start(self, folder: Path) -> subprocess.Popen[str]:
        command = [str(self.python), "main.py"]
        if self.kept:
            readable = {str(Path(path).resolve()) for path in (self.python.parent.parent, self.python.resolve().parent.parent, sys.prefix, sys.base_prefix)}
            here = [sys.executable, "-I", sandbox.__file__, str(folder), ",".join(self.kept), *sorted(readable)]
            command = [*here, "--", *command]
        settings = {
            "PATH": f"{self.python.parent}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "LANG": "C.UTF-8",
            "PYTHONHASHSEED": "0",
            "OMP_NUM_THREADS": "1",
            "CUDA_VISIBLE_DEVICES": "",
        }
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, cwd=folder, env=settings, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8", errors="replace", start_new_session=True
        )


def _end(process: subprocess.Popen[str]) -> None:
    """End a process with everything that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
