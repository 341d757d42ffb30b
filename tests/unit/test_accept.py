"""`accept` and `verified`: what they write, what they say, and what they refuse."""

from pathlib import Path

import pytest
import sound

from compare import accept
from compare.check import check
from compare.problems import Faulty
from compare.published import FILE, read

EDGE = ("edge: left\n    strength: clear", "edge: left\n    strength: slight")
ENTRY = "changes:\n  - {id: x, date: '2026-06-04', thing: hills, what: edge, from: left clear, to: left slight, why: Because.}\n"


def edited(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    path.write_text(path.read_text().replace(old, new, 1))


def test_a_changed_edge_is_refused_until_an_entry_says_so(tmp_path: Path) -> None:
    root = sound.copy(tmp_path)
    before = (root / FILE).read_bytes()
    edited(root, "data/dimensions/reach.yaml", *EDGE)
    with pytest.raises(Faulty, match="no entry says so"):
        accept.accept(root)
    assert (root / FILE).read_bytes() == before
    edited(root, "data/changes.yaml", "changes: []\n", ENTRY)
    said = accept.accept(root)
    assert said[:2] == ["new address: /changes/#x", "edge of hills: left clear → left slight"]
    assert "guides: travel" in said[2]
    assert check(root).problems == []


def test_an_address_is_never_dropped(tmp_path: Path) -> None:
    root = sound.copy(tmp_path)
    edited(root, "data/matrix.yaml", "id: harbour", "id: haven")
    path = root / "data/dimensions/reach.yaml"
    path.write_text(path.read_text().replace("[harbour]", "[haven]"))
    assert any("address lost" in line and "/matrix/#harbour" in line for line in accept.accept(root))
    assert "/matrix/#harbour" in read(root).addresses
    assert any(problem.field == "/matrix/#harbour" for problem in check(root).faults)
    edited(root, "data/matrix.yaml", "id: haven", 'id: haven\n    aliases: ["/matrix/#harbour"]')
    assert not any(problem.field == "/matrix/#harbour" for problem in check(root).faults)


def test_a_stamp_mends_a_changed_text_and_a_wrong_key_is_helped(tmp_path: Path) -> None:
    root = sound.copy(tmp_path)
    edited(root, "data/dimensions/reach.yaml", "one way", "her way")
    assert check(root).faults
    accept.verified(root, ["hills/left"])
    assert not check(root).faults
    with pytest.raises(Faulty, match="did you mean “hills/left hills/right”"):
        accept.verified(root, ["hills"])
    with pytest.raises(Faulty, match="nothing to stamp"):
        accept.verified(root, ["harbour/right"])
