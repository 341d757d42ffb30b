"""Every rule's broken twin: one edit of the sound project, and the exact line that an editor must get for it.

In `find` a trailing * stands for the rest of the file (or, after a space, of the line).
"""

from pathlib import Path

import pytest
import sound
import yaml

from compare.__main__ import main
from compare.rules import all_rules

CASES = sorted(Path(__file__).parent.glob("*.yaml"))


def edit(root: Path, file: str, find: str, replace: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if find.endswith("*"):
        start = text.index(find[:-1])
        end = text.index("\n", start) + 1 if find.endswith(" *") else len(text)
        path.write_text(text[:start] + replace + text[end:], encoding="utf-8")
    else:
        assert find in text, f"the case edits what is not there: {find}"
        path.write_text(text.replace(find, replace, 1), encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_it_is_told(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = sound.copy(tmp_path)
    told = yaml.safe_load(case.read_text(encoding="utf-8"))
    for one in told["edits"]:
        edit(root, **one)
    status = main(["check"], root)
    lines = capsys.readouterr().err.splitlines()
    for line in told["says"]:
        assert line in lines, "\n".join(lines)
    assert status == (0 if all("warning: " in line for line in told["says"]) else 1)
    assert len(lines) - status == len(told["says"]), "one edit, told once: \n" + "\n".join(lines)


def test_no_rule_is_without_a_twin() -> None:
    assert set(all_rules()) | {"shape"} == {case.stem.partition("--")[0] for case in CASES}


def test_all_faults_are_told_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = sound.copy(tmp_path)
    edit(root, "data/tools/torch.yaml", "id: torch", "id: torches")
    edit(root, "data/tools/lantern.yaml", "north-notes", "south-note")
    edit(root, "data/dimensions/reach.yaml", "ask: Can one cross hills?", "ask: Can Left cross hills?")
    assert main(["check"], root) == 1
    told = capsys.readouterr().err
    assert all(file in told for file in ("tools/torch.yaml:2", "tools/lantern.yaml", "dimensions/reach.yaml"))
