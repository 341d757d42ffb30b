"""Running code and keeping its record, tried on the small sound project: its code needs no framework."""

import os
import platform
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sound

from compare.__main__ import main
from compare.check import check
from compare.load import load
from compare.runs import facts, record, sandbox
from compare.runs.jobs import jobs
from compare.runs.process import Processes

HERE = f"# {platform.system()} {platform.machine()}, CPython {sys.version_info[0]}.{sys.version_info[1]}. \nwalker==1.2.0 --hash=sha256:00  # walker.whl\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sound project, with this Python in place of the one that has the libraries, and a lock for this machine."""
    project = sound.copy(tmp_path)
    (project / "locks/runs.txt").write_text(HERE)
    sound.ran(project)
    (project / ".venv-runs/bin").mkdir(parents=True)
    (project / ".venv-runs/bin/python").symlink_to(Path(sys.executable).resolve())
    return project


def change(root: Path, file: str, before: str, after: str) -> None:
    path = root / file
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


def snapshot(root: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in (root / "data/runs").iterdir()}


def test_a_run_that_repeats_leaves_the_record_as_it_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(root)
    assert main(["verify"], root) == 0
    assert "4 ran" in capsys.readouterr().out
    assert snapshot(root) == before
    assert check(root).faults == []


def test_other_facts_than_recorded_are_a_fault_until_they_are_accepted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(root, "data/runs/crossing.yaml", '"steps", value: 12', '"steps", value: 13')
    before = snapshot(root)
    assert main(["verify"], root) == 1
    told = capsys.readouterr()
    assert "crossing/left differs from the record" in told.err
    assert "steps: 13 in the record, 12 now" in told.err
    assert "make verify TASK=crossing SIDE=left AGAIN=1" in told.err
    assert snapshot(root) == before
    assert main(["verify", "--task", "crossing", "--side", "left", "--again"], root) == 0
    assert '"steps", value: 12' in snapshot(root)["crossing.yaml"]


def test_changed_code_is_recorded_anew_and_the_rest_stands_where_one_fails(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(root, "data/snippets/crossing/left.py", "* 3", "* 4")
    change(root, "data/snippets/crossing/right.py", "steps > 10", "steps > 100")
    right = next(run for run in check(root).index.data.runs if run.id == "crossing").parts["right"]
    assert main(["verify", "--task", "crossing"], root) == 1
    told = capsys.readouterr().err
    assert "crossing/right failed (data/snippets/crossing/right.py)" in told
    assert "AssertionError" in told
    assert "exit status 1" in told
    assert "to repeat it alone: make verify TASK=crossing SIDE=right" in told
    now = next(run for run in load(root).runs if run.id == "crossing").parts
    assert now["left"].facts[0].value == 16
    assert now["left"].date > "2026-06-02"
    assert now["right"] == right
    assert [problem.place.file for problem in check(root).faults] == ["data/snippets/crossing/right.py"]


def test_a_machine_that_the_lock_is_not_for_compares_and_does_not_record(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "locks/runs.txt").write_text(HERE.replace("CPython", "OtherPython"))
    sound.ran(root)
    change(root, "data/snippets/crossing/left.py", "* 3", "* 4")
    before = snapshot(root)
    assert main(["verify"], root) == 0
    assert "none is made on this machine" in capsys.readouterr().out
    assert snapshot(root) == before


def test_a_name_that_nothing_has_is_helped(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--task", "crosing"], root) == 1
    assert "did you mean “crossing”?" in capsys.readouterr().err


def test_an_interrupted_run_goes_on_where_it_was(root: Path) -> None:
    change(root, "data/snippets/crossing/left.py", "steps = ", "import pathlib, time\nwhile not pathlib.Path('go').exists():\n    time.sleep(0.05)\nsteps = ")
    command = [sys.executable, "-m", "compare", "verify"]
    settings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src"), "PYTHONUNBUFFERED": "1"}
    first = subprocess.Popen(command, cwd=root, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    done = root / ".build/runs"
    deadline = time.monotonic() + 30
    while len(list(done.rglob("*.rows.*"))) + len(list(done.rglob("*.right.*"))) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    first.send_signal(signal.SIGINT)
    _, told = first.communicate(timeout=30)
    assert first.returncode == 130
    assert "the same command goes on" in told
    change(root, "data/snippets/crossing/left.py", "exists()", "is_file() and False")
    second = subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, timeout=60, check=False)
    assert "3 of 4 were done before the interruption" in second.stdout
    assert second.returncode == 0
    third = subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, timeout=60, check=False)
    assert third.stdout.startswith("4 to run")


def test_a_process_that_does_not_end_is_ended(root: Path) -> None:
    change(root, "data/snippets/crossing/left.py", "steps = ", "while True:\n    pass\nsteps = ")
    (job,) = (one for one in jobs(load(root)) if one.name == "crossing/left")
    outcome = Processes(root, root / ".venv-runs/bin/python", [], limit=1).run(job)
    assert outcome.last[-1] == "stopped after 1 seconds"


ESCAPE = """
import json, pathlib, socket, subprocess, sys, tempfile

def tried(name, what):
    try:
        what()
        answer = "done"
    except OSError:
        answer = "refused"
    print(json.dumps({"name": name, "value": answer}))

outside = pathlib.Path(OUTSIDE)
server = socket.create_server(("127.0.0.1", 0))
pathlib.Path("mine").write_text("x")
tried("own", lambda: pathlib.Path("mine").rename("yours"))
tried("temporary", lambda: tempfile.TemporaryDirectory())
tried("read", lambda: outside.read_text())
tried("write", lambda: outside.write_text("harmed"))
tried("child", lambda: subprocess.run(["cat", outside], check=True, capture_output=True, text=True).stdout and None)
tried("loopback", lambda: socket.create_connection(server.getsockname(), 2))
tried("network", lambda: socket.create_connection(("192.0.2.1", 80), 2))
"""


@pytest.mark.skipif(set(sandbox.able()) != {"files", "network"}, reason="this system cannot confine a process")
def test_a_process_reaches_its_own_folder_and_nothing_else(root: Path) -> None:
    outside = root / "outside.txt"
    outside.write_text("unharmed")
    escape = ESCAPE.replace("OUTSIDE", repr(str(outside))).replace("check=True, ", "check=False, ")
    (root / "data/snippets/crossing/left.py").write_text(escape)
    (job,) = (one for one in jobs(load(root)) if one.name == "crossing/left")
    outcome = Processes(root, root / ".venv-runs/bin/python", sandbox.able()).run(job)
    assert outcome.last == []
    answers = {fact.name: fact.value for fact in facts.read(outcome.said)[0]}
    assert answers == {"own": "done", "temporary": "done", "read": "refused", "write": "refused", "child": "done", "loopback": "done", "network": "refused"}
    assert outside.read_text() == "unharmed"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"name": "a", "value": 0.5}', "needs `within`"),
        ('{"name": "a", "value": NaN, "within": 1}', "is no number"),
        ('{"name": "a", "value": [1]}', "a fact is"),
        ('{"name": "a", "value": 1, "seconds": 2}', "a fact is"),
        ('{"name": "a", "value": 1}\n{"name": "a", "value": 2}', "printed twice"),
    ],
)
def test_a_fact_that_cannot_be_held_against_another_run_is_refused(line: str, told: str) -> None:
    assert told in " ".join(facts.read(line)[1])


def test_facts_are_found_among_other_lines_and_compared_by_their_kind() -> None:
    read, wrong = facts.read(
        'hello\n{"name": "n", "value": 3}\n[1, 2]\n{"loss": 1}\n{"name": "x", "value": 1e-05, "within": 1e-06}\n{"name": "y", "value": true}'
    )
    assert wrong == []
    now, _ = facts.read('{"name": "n", "value": 4}\n{"name": "x", "value": 1.05e-05, "within": 1}\n{"name": "y", "value": 1}\n{"name": "z", "value": "new"}')
    assert facts.differences(read, now) == [
        "z: printed now, and not in the record",
        "n: 3 in the record, 4 now",
        "y: True in the record, 1 now",
    ]


def test_a_record_is_read_as_it_was_written(root: Path) -> None:
    (run,) = (one for one in load(root).runs if one.id == "crossing")
    printed = facts.read('{"name": "tiny", "value": 1e-05, "within": 1e-06}\n{"name": "text", "value": "a: “b” # c\\n{d}"}\n{"name": "yes", "value": true}')[0]
    record.write_run(root, "crossing", {"left": run.parts["left"].model_copy(update={"facts": printed})})
    (again,) = (one for one in load(root).runs if one.id == "crossing")
    assert [fact.model_dump() for fact in again.parts["left"].facts] == [fact.model_dump() for fact in printed]
