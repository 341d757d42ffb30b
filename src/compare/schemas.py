"""The JSON Schema of each authored kind, made from the models that the build uses. Committed, so that editors find them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from compare.load import KINDS
from compare.model import BY_SIDE, CONTENDERS
from compare.problems import Place, Problem, Weight, relative

FOLDER = "data/schema"
AUTHORED = {name: kind for name, kind in KINDS.items() if kind.authored}


def schemas(contenders: tuple[str, ...]) -> dict[str, str]:
    """Each schema's text by file name; words that depend on who is compared carry the contenders' ids."""
    made = {}
    for name, kind in AUTHORED.items():
        schema = _filled(kind.model.model_json_schema(by_alias=True), contenders)
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"/schema/v1/{name}.schema.json"}
        made[f"{name}.schema.json"] = json.dumps({**head, **schema}, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    return made


def stale(root: Path, contenders: tuple[str, ...]) -> list[Problem]:
    """Schemas that differ from the models, and data files whose first line does not name theirs."""
    problems = []
    for name, text in schemas(contenders).items():
        path = root / FOLDER / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            problems.append(Problem(Place(f"{FOLDER}/{name}"), "", "the schema is not the one that the models give", "run `make accept`", Weight.BOOKKEEPING))
    for name, kind in AUTHORED.items():
        for path in kind.files(root):
            line = f"# yaml-language-server: $schema={'../' * kind.path.count('/')}schema/{name}.schema.json"
            if path.exists() and path.read_text(encoding="utf-8").partition("\n")[0] != line:
                problems.append(Problem(Place(relative(path, root), 1), "", "the first line does not name the schema", f"write: {line}", Weight.BOOKKEEPING))
    return problems


def write(root: Path, contenders: tuple[str, ...]) -> None:
    """Write every schema into the data folder."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(contenders).items():
        (folder / name).write_text(text, encoding="utf-8")


def _filled(schema: Any, contenders: tuple[str, ...]) -> Any:
    if isinstance(schema, list):
        return [_filled(one, contenders) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get(CONTENDERS):
        return {"type": "string", "enum": [*contenders, *schema["enum"]]}
    if schema.get(BY_SIDE):  # one text under each contender's id, in place of what gathers them
        fields = {key: value for key, value in schema["properties"].items() if key != "code"}
        required = [*contenders, *(key for key in schema["required"] if key != "code")]
        texts = {side: {"type": "string", "minLength": 1} for side in contenders}
        schema = {key: value for key, value in schema.items() if key != BY_SIDE} | {"properties": texts | fields, "required": required}
    return {key: _filled(value, contenders) for key, value in schema.items() if key != "description" or not isinstance(value, str) or "\n" not in value}
