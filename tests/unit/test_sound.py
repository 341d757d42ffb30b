"""The sound project is sound, and comes out as counted by hand. It names other contenders: the core takes them from data."""

from pathlib import Path

import sound

from compare.check import check
from compare.schemas import stale


def test_nothing_is_wrong_with_it(tmp_path: Path) -> None:
    checked = check(sound.copy(tmp_path))
    assert checked.problems == []
    assert stale(tmp_path / "project", checked.index.sides) == []


def test_it_is_judged_as_counted_by_hand(tmp_path: Path) -> None:
    judged = check(sound.copy(tmp_path)).verdicts.dimensions["reach"]
    verdict = judged.verdict
    assert (verdict.leader, verdict.level, verdict.net, verdict.known) == ("left", "leads", 4, 6)
    assert (verdict.unless, verdict.flips_if) == ((), ("hills", "rivers"))
    assert (judged.confidence, judged.verified) == ("high", "2026-06-03")


def test_without_stamps_everything_is_unknown(tmp_path: Path) -> None:
    root = sound.copy(tmp_path)
    (root / "data/published.yaml").unlink()
    checked = check(root)
    assert checked.faults == []  # a missing file is an empty one
    assert {problem.todo.partition("`make verified ID=")[2][:-1] for problem in checked.problems} == set(checked.index.stampables)
    assert checked.verdicts.dimensions["reach"].verdict.leader == "unknown"
