"""YAML files to models, with file and line kept for every mapping, so that a fault can name its place."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from compare.misfits import Mapping, Sequence, misfits
from compare.model import (
    Article,
    Authored,
    Causes,
    Changes,
    Dimension,
    Environment,
    Guide,
    Matrix,
    Profile,
    Publisher,
    Rows,
    Run,
    Site,
    Task,
    Tool,
)
from compare.problems import Faulty, Place, Problem, relative

M = TypeVar("M", bound=BaseModel)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Kind(NamedTuple):
    """One kind of file: where it lies under data/ (with a * there are many), the model it becomes, whether people write it."""

    path: str
    model: type[Authored]
    authored: bool = True

    def files(self, root: Path) -> list[Path]:
        """Its files in the project at `root`; a single one is named even where it is missing."""
        return sorted((root / "data").glob(self.path)) if "*" in self.path else [root / "data" / self.path]


KINDS = {
    "site": Kind("site.yaml", Site),
    "article": Kind("article.yaml", Article),
    "matrix": Kind("matrix.yaml", Matrix),
    "changes": Kind("changes.yaml", Changes),
    "framework": Kind("frameworks/*.yaml", Profile),
    "dimension": Kind("dimensions/*.yaml", Dimension),
    "use-case": Kind("use-cases/*.yaml", Guide),
    "tool": Kind("tools/*.yaml", Tool),
    "source": Kind("sources/*.yaml", Publisher),
    "task": Kind("snippets/*/task.yaml", Task),
    "phrasebook": Kind("snippets/phrasebook/*.yaml", Rows),
    "causes": Kind("snippets/same-model-different-numbers/*.yaml", Causes),
    "run": Kind("runs/*.yaml", Run, authored=False),
    "environment": Kind("environment.yaml", Environment, authored=False),
}
LOCK = "locks/runs.txt"
"""The versions that the runs are locked to."""


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
    tasks: list[Task]
    phrasebook: list[Rows]
    causes: list[Causes]
    runs: list[Run]
    environment: Environment | None
    code: dict[str, str]
    """The text of every file under data/snippets, by its path from there: code, and rows that are run."""
    lock: str
    """A hash of the lock of the runs; empty where there is none."""


def load(root: Path) -> Data:
    """Read `root`/data whole.

    Raises Faulty with every unreadable, unknown, missing or wrongly typed thing in all files.
    """
    problems: list[Problem] = []
    contenders = _contenders(root / "data" / "site.yaml")

    def read(kind: Kind) -> list[Any]:
        files = kind.files(root)
        if not kind.authored:
            files = [file for file in files if file.exists()]  # nothing has run yet
        known.update(files)
        made = [_model(file, root, kind.model, contenders, problems) for file in files]
        return [model for model in made if model is not None]

    known: set[Path] = {root / "data" / "published.yaml"}
    found = {name: read(kind) for name, kind in KINDS.items()}
    for stray in sorted({*(root / "data").rglob("*.yml"), *(root / "data").rglob("*.yaml")} - known):
        problems.append(Problem(Place(relative(stray, root)), "", "nothing reads this file", "name it *.yaml and put it into the folder of its kind"))
    if problems:
        raise Faulty(problems)

    def one(name: str) -> Any:
        return found[name][0]

    snippets = root / "data" / "snippets"
    code = {
        path.relative_to(snippets).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted([*snippets.rglob("*.py"), *snippets.rglob("*.yaml")])
    }
    lock = root / LOCK
    return Data(
        site=one("site"),
        article=one("article"),
        matrix=one("matrix"),
        changes=one("changes"),
        frameworks=found["framework"],
        dimensions=found["dimension"],
        guides=found["use-case"],
        tools=found["tool"],
        publishers=found["source"],
        tasks=found["task"],
        phrasebook=found["phrasebook"],
        causes=found["causes"],
        runs=found["run"],
        environment=next(iter(found["environment"]), None),
        code=code,
        lock=hashed(lock.read_bytes()) if lock.exists() else "",
    )


def hashed(*parts: bytes) -> str:
    """A short hash of bytes, each part told from the next."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


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
