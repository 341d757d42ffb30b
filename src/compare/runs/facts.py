"""The facts that a process prints, one JSON line each, and whether they are those of the record."""

from __future__ import annotations

import json
import math

from compare.model import Fact


def read(output: str) -> tuple[list[Fact], list[str]]:
    """Facts among the lines of `output`, and what is wrong with those that are none. Lines that are no fact at all are nobody's business."""
    facts: list[Fact] = []
    wrong: list[str] = []
    for line in output.splitlines():
        try:
            data = json.loads(line)
        except ValueError:
            continue
        if not (isinstance(data, dict) and "name" in data):
            continue
        name, value = data["name"], data.get("value")
        if not isinstance(value, bool | int | float | str) or set(data) - {"name", "value", "within"}:
            wrong.append(f"{name}: a fact is {{name, value}} or {{name, value, within}}, with a text, a whole number, true, false or a float as its value")
        elif isinstance(value, float) and not (math.isfinite(value) and isinstance(data.get("within"), float | int)):
            wrong.append(f"{name}: a float needs `within`, how far another machine may be off; {value} has none, or is no number")
        elif name in {fact.name for fact in facts}:
            wrong.append(f"{name}: printed twice")
        else:
            facts.append(Fact(**data))
    return facts, wrong


def differences(recorded: list[Fact], now: list[Fact]) -> list[str]:
    """What a reader of the record would not see today: facts gone, new, or other than recorded, a line each."""
    before, after = {fact.name: fact for fact in recorded}, {fact.name: fact for fact in now}
    gone = [f"{name}: recorded, and not printed now" for name in before if name not in after]
    new = [f"{name}: printed now, and not in the record" for name in after if name not in before]
    other = [
        f"{name}: {_shown(before[name])} in the record, {_shown(fact)} now" for name, fact in after.items() if name in before and not same(before[name], fact)
    ]
    return gone + new + other


def same(recorded: Fact, now: Fact) -> bool:
    """Whether a fact is the recorded one: equal, or for a float no further off than the record allows."""
    one, other = recorded.value, now.value
    if recorded.within is not None and isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= recorded.within
    return type(one) is type(other) and one == other


def _shown(fact: Fact) -> str:
    return f"{fact.value!r}" + (f" ± {fact.within}" if fact.within is not None else "")
