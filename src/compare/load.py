"""YAML files to models, with file and line kept for every mapping, so that a fault can name its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from compare.misfits import Mapping, Sequence, misfits
from compare.model import Article, Authored, Changes, Dimension, Guide, Matrix, Profile, Publisher, Site, Tool
from compare.problems import Faulty, Place, Problem, relative

M = TypeVar("M", bound=BaseModel)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Kind(NamedTuple):
    """One kind of authored file: where it lies, the model it becomes, and whether there is one file or a folder of them."""

    path: str
    model: type[Authored]
    many: bool


KINDS = {
    "site": Kind("site.yaml", Site, False),
    "article": Kind("article.yaml", Article, False),
    "matrix": Kind("matrix.yaml", Matrix, False),
    "changes": Kind("changes.yaml", Changes, False),
    "framework": Kind("frameworks", Profile, True),
    "dimension": Kind("dimensions", Dimension, True),
    "use-case": Kind("use-cases", Guide, True),
    "tool": Kind("tools", Tool, True),
    "source": Kind("sources", Publisher, True),
}


class Data(NamedTuple):
    """Everything authored, as models; folders sorted by file name."""

    site: Site
    article: Article
    matrix: Matrix
    changes: Changes
    frameworks: list[Profile]
    dimensions: list[Dimension]
    guides: list[Guide]
    tools: list[Tool]
    publishers: list[Publisher]


def load(root: Path) -> Data:
    """Read `root`/data whole.

    Raises Faulty with every unreadable, unknown, missing or wrongly typed thing in all files.
    """
    problems: list[Problem] = []
    contenders = _contenders(root / "data" / "site.yaml")

    def read(kind: Kind) -> list[Any]:
        path = root / "data" / kind.path
        files = sorted(path.glob("*.yaml")) if kind.many else [path]
        made = [_model(file, root, kind.model, contenders, problems) for file in files]
        return [model for model in made if model is not None]

    found = {name: read(kind) for name, kind in KINDS.items()}
    for stray in sorted({*(root / "data").rglob("*.yml"), *(root / "data").glob("*/*/*.yaml")}):
        if "snippets" not in stray.parts:
            problems.append(Problem(Place(relative(stray, root)), "", "nothing reads this file", "name it *.yaml and put it into the folder of its kind"))
    if problems:
        raise Faulty(problems)

    def one(name: str) -> Any:
        return found[name][0]

    return Data(
        one("site"), one("article"), one("matrix"), one("changes"), found["framework"], found["dimension"], found["use-case"], found["tool"], found["source"]
    )


def read_yaml(path: Path, root: Path) -> Any:
    """One YAML file as plain data with places. Raises Faulty where it is missing, broken or says a key twice."""
    place = Place(relative(path, root))
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except FileNotFoundError:
        raise Faulty([Problem(place, "", "the file is missing", "put it back, or take it from the history")]) from None
    except UnicodeDecodeError as error:
        raise Faulty([Problem(place, "", f"byte {error.start} is not UTF-8", "save the file as UTF-8")]) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or str(error).splitlines()[0]
        at = Place(place.file, mark.line + 1) if mark else place
        raise Faulty([Problem(at, "", f"the YAML is broken: {said}", "mend this line, or an indent, a colon or an open quote above it")]) from None
    if node is None:
        raise Faulty([Problem(place, "", "the file is empty", "fill it, or delete it")])
    problems: list[Problem] = []
    data = _plain(node, place.file, problems)
    if problems:
        raise Faulty(problems)
    return data


def _plain(node: yaml.Node, file: str, problems: list[Problem]) -> Any:
    """A YAML node as plain data. Dates stay the strings they were written as; anchors, tags and merges are refused."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        made = Mapping()
        made.place, made.lines = Place(file, line), {}
        for key_node, value_node in node.value:
            key, key_line = str(getattr(key_node, "value", "")), key_node.start_mark.line + 1
            if key in made:
                problems.append(Problem(Place(file, key_line), key, f"the key stands twice (first in line {made.lines[key]})", "keep one of them"))
            made[key], made.lines[key] = _plain(value_node, file, problems), key_line
        return made
    if isinstance(node, yaml.SequenceNode):
        items = Sequence(_plain(item, file, problems) for item in node.value)
        items.lines = [item.start_mark.line + 1 for item in node.value]
        return items
    kind, text = node.tag.rpartition(":")[2], str(node.value)
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() in {"true", "yes", "on"}
    if kind == "int" and text.lstrip("+-").isdigit():
        return int(text)
    if kind == "float":
        try:
            return float(text)
        except ValueError:
            return text
    if not node.tag.startswith("tag:yaml.org,2002:"):
        problems.append(Problem(Place(file, line), "", f"the tag {node.tag} is not read here", "write the plain value"))
    return text


def _contenders(path: Path) -> tuple[str, ...]:
    """The contenders' ids, read ahead of all else because every other file's words depend on them; empty where unreadable (said later)."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
        return tuple(str(one["id"]) for one in data["contenders"])
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError):
        return ()


def _model(path: Path, root: Path, model: type[M], contenders: tuple[str, ...], problems: list[Problem]) -> M | None:
    try:
        data = read_yaml(path, root)
        return model.model_validate(data, context={"contenders": contenders})
    except Faulty as faulty:
        problems.extend(faulty.problems)
    except ValidationError as error:
        problems.extend(misfits(error, data, relative(path, root)))
    return None
