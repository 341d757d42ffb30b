"""Sentences that are generated from a verdict, so that they cannot contradict it."""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.judge import points, without
from compare.present.records import Record

CONFIDENCE = {
    "high": "high: the same verdict under both stress tests",
    "medium": "medium: the same verdict under one of the two stress tests",
    "low": "low: another verdict under both stress tests",
}


class Word(NamedTuple):
    """A piece of a sentence; `side` is the contender it names, or empty."""

    text: str
    side: str = ""


Sentence = list[Word]


def plain(sentence: Sentence) -> str:
    """The sentence as text."""
    return "".join(word.text for word in sentence)


def today(dimension: Record, labels: dict[str, str]) -> Sentence:
    """Who leads, in as few words as a table has room for: “X leads clearly”, “depends”, “not judged yet”."""
    verdict = dimension["verdict"]
    if not dimension["judged"]:
        return [Word("not judged yet")]
    if verdict["leader"] in labels:
        return [Word(labels[verdict["leader"]], verdict["leader"]), Word(" leads clearly" if verdict["level"] == "clearly" else " leads")]
    return [Word(verdict["leader"])]


def conditions(criteria: list[Record], labels: dict[str, str]) -> Sentence:
    """For whom the clear edges decide: “X if you …; Y if you …”, or “X if you …; otherwise little separates them”."""
    parts: list[Sentence] = []
    for side, label in labels.items():
        decides = [criterion["decides"] for criterion in criteria if (criterion["edge"], criterion["strength"]) == (side, "clear")]
        if decides:
            parts.append([Word(label, side), Word(" if " + ", or if ".join(decides))])
    if len(parts) == 1:
        parts.append([Word("otherwise little separates them")])
    joined: Sentence = []
    for part in parts:
        joined += [*([Word("; ")] if joined else []), *part]
    return [*joined, Word(".")]


def unless(verdict: Record, criteria: list[Record]) -> str:
    """Every clear edge against the leader, as a sentence; said too where there is none."""
    by_id = {criterion["id"]: criterion for criterion in criteria}
    if not verdict["unless"]:
        return "No clear edge against."
    return "Unless " + ", or unless ".join(by_id[id]["decides"] for id in verdict["unless"]) + "."


def why(verdict: Record, criteria: list[Record], labels: dict[str, str]) -> Sentence:
    """The line beside a verdict: unless, or for whom which."""
    if verdict["leader"] == "depends":
        return conditions(criteria, labels)
    if verdict["leader"] == "even":
        slight = [(label, sum(one["edge"] == side for one in criteria)) for side, label in labels.items()]
        return [Word("Only slight edges: " + ", ".join(f"{small(number)} for {label}" for label, number in slight) + ".")]
    if verdict["leader"] == "unknown":
        return [Word("Too few criteria are proven to count them.")]
    return [Word(unless(verdict, criteria))]


def first(dimension: Record, labels: dict[str, str]) -> Sentence:
    """Who leads, as a sentence."""
    start = today(dimension, labels)
    return [Word(start[0].text[:1].upper() + start[0].text[1:], start[0].side), *start[1:], Word(".")]


def says(dimension: Record, labels: dict[str, str]) -> Sentence:
    """The verdict's first sentence or two."""
    if not dimension["judged"]:
        return first(dimension, labels)
    return [*first(dimension, labels), Word(" "), *why(dimension["verdict"], dimension["criteria"], labels)]


def edge(criterion: Record, labels: dict[str, str]) -> Sentence:
    """An edge in words: “clear edge: X”, “even”, “unknown”."""
    if criterion["edge"] not in labels:
        return [Word(criterion["edge"])]
    return [Word(f"{criterion['strength']} edge: "), Word(labels[criterion["edge"]], criterion["edge"])]


def state(tool: Record) -> str | None:
    """A tool's state in a word; None while nobody has looked. Where somebody has, and no source says, that is said."""
    return str(tool["state"]) if tool["state"] else "undeclared" if tool["finding"] else None


def small(number: int) -> str:
    """A number, in words up to ten."""
    words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words[number] if number < len(words) else str(number)


def count(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{small(number)} {one if number == 1 else many}"


def flips(criteria: list[Record], verdict: Record, labels: dict[str, str]) -> list[tuple[Record, str]]:
    """Each edge which, set to even, changes who leads, with what the verdict would then be."""
    first, second = labels
    edges = {one["id"]: points(one["edge"], one["strength"], (first, second)) for one in criteria}
    then = {id: without(edges, id, (first, second)) for id in verdict["flips_if"]}
    return [(one, f"{labels[then[one['id']]]} leads" if then[one["id"]] in labels else then[one["id"]]) for one in criteria if one["id"] in then]


def net(verdict: Record, labels: dict[str, str]) -> str:
    """The net as words."""
    first, second = labels.values()
    lead = abs(verdict["net"])
    return "net 0" if not lead else f"net {lead} for {first if verdict['net'] > 0 else second}"


def first_sentence(text: str) -> str:
    """The text up to its first full stop."""
    return re.split(r"(?<=\.)\s", text.strip(), maxsplit=1)[0]


def release(version: str) -> str:
    """A version as people name a release: 2.13.0+cpu is 2.13."""
    return ".".join(version.partition("+")[0].split(".")[:2])


def number(value: float | int) -> str:
    """A measured number, short: 1.2e-07, 0.85, 0."""
    return f"{value:.3g}"
