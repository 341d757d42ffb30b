"""Where data does not fit its model: pydantic's errors as one line each, at the line that must be mended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from compare.model import Authored
from compare.problems import Place, Problem, nearest


class Mapping(dict[str, Any]):
    """A mapping that knows its own place and the line of each key."""

    place: Place
    lines: dict[str, int]


class Sequence(list[Any]):
    """A list that knows the line of each item."""

    lines: list[int]


_WANTED = {
    "list_type": ("a list is needed", "write [a, b], or a line with “- ” for each"),
    "dict_type": ("keys with values are needed", "write “key: value”, a line each"),
    "model_type": ("keys with values are needed", "write “key: value”, a line each"),
    "string_type": ("text is needed", "write a text, in quotes if it looks like something else"),
    "int_type": ("a whole number is needed", "write a number without quotes"),
    "bool_type": ("true or false is needed", "write true or false without quotes"),
    "string_too_short": ("text is needed", "write it, or delete the key"),
}
_NAMES: dict[type, str] = {
    dict: "keys with values",
    list: "a list",
    str: "a text",
    int: "a number",
    float: "a number",
    bool: "true or false",
    type(None): "nothing",
}


def misfits(error: ValidationError, data: Any, file: str) -> Iterator[Problem]:
    """One problem for each thing in `data` (of `file`) that does not fit."""
    known = {field.alias or name for model in Authored.__subclasses__() for name, field in _all_fields(model)}
    for one in error.errors():
        line, field = _found(one["loc"], data)
        wrong, todo = _said(dict(one), known)
        yield Problem(Place(file, line), field, wrong, todo)


def _found(loc: tuple[int | str, ...], data: Any) -> tuple[int, str]:
    """The line of the deepest part of the path that exists, and the path in words."""
    line, here = 1, data
    for step in loc:
        if isinstance(here, Mapping):
            line = here.lines.get(str(step), here.place.line)
            here = here.get(str(step))
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here):
            line, here = here.lines[step], here[step]
    return line, "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc if step != "[key]").lstrip(".")


def _said(error: dict[str, Any], known: set[str]) -> tuple[str, str]:
    """What is wrong, and what to do."""
    kind, value = error["type"], error.get("input")
    if kind == "extra_forbidden":
        name = str(error["loc"][-1])
        todo = "it belongs to another kind of record: move it, or delete it" if name in known else f"{nearest(name, known)} If not, delete it"
        return "this key is not known here", todo
    if kind == "missing":
        return "this key is missing", "add it"
    if kind == "string_type" and isinstance(value, int | float):
        return f"{value} is a number, and text is needed", f'write it in quotes: "{value}"'
    if kind == "value_error":
        wrong, _, todo = str(error["msg"]).removeprefix("Value error, ").partition("; ")
        return wrong, todo
    if kind == "literal_error":
        choices = [word.strip("'") for word in str(error["ctx"]["expected"]).replace(" or ", ", ").split(", ")]
        return f"“{value}” is not one of the words used here", nearest(str(value), choices)
    if kind == "string_pattern_mismatch":
        pattern = error["ctx"]["pattern"]
        return f"“{value}” does not have the shape needed", "start it with “you ”" if pattern == "^you " else f"write it so that it matches {pattern}"
    wanted, todo = _WANTED.get(kind, (str(error["msg"]), "write what the schema asks for"))
    shown = next((name for type_, name in _NAMES.items() if isinstance(value, type_)), "something else")
    return f"{shown} stands here, and {wanted}", todo


def _all_fields(model: type[Authored]) -> Iterator[tuple[str, Any]]:
    yield from model.model_fields.items()
    for narrower in model.__subclasses__():
        yield from _all_fields(narrower)
