"""The rule, by hand-computed cases and by brute force over every profile of 5 to 10 known edges."""

from itertools import combinations_with_replacement

import pytest

from compare.judge import Verdict, confidence, judge, points

SIDES = ("left", "right")
RANK = {("right", "clearly"): -2, ("right", "leads"): -1, ("depends", None): 0, ("even", None): 0, ("left", "leads"): 1, ("left", "clearly"): 2}


def over(*values: int | None) -> Verdict:
    return judge({f"c{number}": value for number, value in enumerate(values)}, SIDES)


@pytest.mark.parametrize(
    ("values", "leader", "level", "net"),
    [
        ((2, 2, 1, 0, 0), "left", "clearly", 5),
        ((2, 2, 2, 1, -2), "left", "clearly", 5),
        ((1, 1, 1, 1, 1), "left", "leads", 5),  # five points without a clear edge
        ((2, 2, 2, 2, -2, -2, 1), "left", "leads", 5),  # two clear edges against
        ((-2, -1, 0, 0, 0), "right", "leads", -3),
        ((2, 2, 2, 2, 2, 1, -2, -2, -2), "depends", None, 5),  # three clear edges against
        ((2, 0, 0, 0, 0), "depends", None, 2),
        ((2, -2, 0, 0, 0), "depends", None, 0),
        ((1, 1, 0, 0, 0), "even", None, 2),
        ((1, 1, 1, -1, 0, 0), "even", None, 2),
        ((2, 2, 2, 2, None), "unknown", None, 8),  # four known
        ((2, 2, 2, 2, 2, None, None, None), "unknown", None, 10),  # five of eight known, under two thirds
        ((2, 2, 1, 0, 0, None, None), "left", "clearly", 5),  # five of seven known
        ((), "unknown", None, 0),
    ],
)
def test_each_step_of_the_rule(values: tuple[int | None, ...], leader: str, level: str | None, net: int) -> None:
    verdict = over(*values)
    assert (verdict.leader, verdict.level, verdict.net) == (leader, level, net)


def test_unless_names_every_clear_edge_against_the_leader_and_nothing_without_a_leader() -> None:
    assert over(2, 2, 1, 1, -2, -1).unless == ("c4",)
    assert over(2, -2, 0, 0, 0).unless == ()


def test_would_change_if_names_each_edge_that_set_to_even_gives_another_leader() -> None:
    assert over(2, 2, 1, 1, -2, 0, 0, None).flips_if == ("c0", "c1")  # the worked example of docs/method.md
    assert over(2, 0, 0, 0, 0).flips_if == ("c0",)
    assert over(2, 2, 2, 2, None).flips_if == ()


def test_confidence_passes_both_one_or_neither_of_the_stress_tests() -> None:
    sound = {"a": 2, "b": 2, "c": 2, "d": 0, "e": 0}
    assert confidence(sound, [], SIDES) == "high"
    assert confidence(sound, ["a", "b"], SIDES) == "medium"  # struck to net 2: depends
    shaky: dict[str, int | None] = {"a": 2, "b": 1, "c": 0, "d": 0, "e": 0, "f": None}
    assert confidence(shaky, [], SIDES) == "medium"  # f clear for the right leaves net 1
    assert confidence(shaky, ["a"], SIDES) == "low"
    assert confidence({"a": 2}, [], SIDES) is None


@pytest.mark.parametrize(
    ("edge", "strength", "made"),
    [("left", "clear", 2), ("left", "slight", 1), ("right", "clear", -2), ("right", "slight", -1), ("even", None, 0), ("unknown", None, None)],
)
def test_an_edge_becomes_points(edge: str, strength: str | None, made: int | None) -> None:
    assert points(edge, strength, SIDES) == made


PROFILES = [profile for size in range(5, 11) for profile in combinations_with_replacement((-2, -1, 0, 1, 2), size)]


def test_the_guarantees_hold_for_every_profile() -> None:
    assert len(PROFILES) == 2877
    for profile in PROFILES:
        verdict = over(*profile)
        mirrored = over(*(-value for value in profile))
        other = {"left": "right", "right": "left"}
        assert (mirrored.leader, mirrored.level, mirrored.net) == (other.get(verdict.leader, verdict.leader), verdict.level, -verdict.net)
        with_even = over(*profile, 0)
        assert (with_even.leader, with_even.level) == (verdict.leader, verdict.level)
        sign = {"left": 1, "right": -1}.get(verdict.leader, 0)
        for value in set(profile):
            if verdict.level == "clearly":
                assert sign * (verdict.net - 2 * value) > 0  # any one edge judged the opposite way
            if verdict.level:
                assert sign * (verdict.net - value) > 0  # any one criterion struck out
            for higher in range(value + 1, 3):
                moved = list(profile)
                moved[profile.index(value)] = higher
                better = over(*moved)
                assert RANK[(better.leader, better.level)] >= RANK[(verdict.leader, verdict.level)]
