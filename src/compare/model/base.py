"""What all authored shapes share: words that depend on who is compared, dates, addresses, places, sources.

Unknown keys are refused. A side, an edge or a pick is checked against the contenders of data/site.yaml, so no framework
is named here.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, PrivateAttr, StringConstraints, model_validator
from pydantic.functional_validators import AfterValidator, ModelWrapValidatorHandler
from pydantic_core import CoreSchema, core_schema

from compare import dates
from compare.problems import Place, nearest

_INDEX = re.compile(r"//([^/]*\.)?(pypi|npmjs|pythonhosted)\.")

CONTENDERS = "x-contenders"
"""Marks, in a model's JSON Schema, an enum to which the contenders' ids are added once they are known."""

BY_SIDE = "x-by-side"
"""Marks, in a model's JSON Schema, an object that has one text under each contender's id."""


class ContenderOr:
    """A word that is a contender's id or one of a few fixed words."""

    def __init__(self, *fixed: str) -> None:
        self.fixed = fixed

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def check(value: str, info: core_schema.ValidationInfo) -> str:
            known = (*(info.context or {}).get("contenders", ()), *self.fixed)
            if value not in known:
                raise ValueError(f"“{value}” is not one of the words used here; {nearest(value, known)}")
            return value

        return core_schema.with_info_after_validator_function(check, core_schema.str_schema())

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.fixed), CONTENDERS: True}


def _address(value: str) -> str:
    if not value.startswith(("https://", "http://")) or " " in value:
        raise ValueError(f"“{value}” is not a web address; write one that starts with https://, or give `check` and `printed` instead")
    if _INDEX.search(value):
        raise ValueError(f"“{value}” is the page of a package index; give the command in `check` and its answer in `printed` instead")
    return value


def _site_address(value: str) -> str:
    if not value.startswith("/"):
        raise ValueError(f"“{value}” is not a place on this site; write it from the root, as in /tools/#name")
    return value


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Date = Annotated[str, AfterValidator(dates.checked), Field(json_schema_extra={"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"})]
Address = Annotated[str, AfterValidator(_address)]
SiteAddress = Annotated[str, AfterValidator(_site_address)]
Side = Annotated[str, ContenderOr()]
Edge = Annotated[str, ContenderOr("even", "unknown")]
Leader = Annotated[str, ContenderOr("depends", "even", "unknown")]
Winner = Annotated[str, ContenderOr("depends")]
Pick = Annotated[str, ContenderOr("either", "neither")]
Scope = Annotated[str, ContenderOr("both")]
ToolScope = Annotated[str, ContenderOr("both", "neutral")]


class Authored(BaseModel):
    """Something a person wrote. It knows the place it was written at, and the line of each of its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    _place: Place = PrivateAttr(default=Place(""))
    _lines: dict[str, int] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        made = handler(data)
        if hasattr(data, "place"):
            made._place, made._lines = data.place, data.lines
        return made

    def at(self, key: str = "") -> Place:
        """Where this, or one of its keys, was written."""
        return Place(self._place.file, self._lines.get(key, self._place.line))


class Citation(Authored):
    """A source, and the place in it that carries the statement."""

    id: Id
    where: Prose | None = None


class Sourced(Authored):
    """A statement about the world, with what shows it. Stamped by a second reader, under a key of its own."""

    sources: list[Citation] = []

    def stated(self) -> str:
        """All that the statement states, as one text: what a second reader held against the sources, and what a stamp hashes."""
        raise NotImplementedError


class Statement(Sourced):
    """A sourced statement of a profile or a guide."""

    text: Prose

    def stated(self) -> str:
        """See Sourced."""
        return self.text
