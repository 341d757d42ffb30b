"""A criterion's title and question name neither contender and none of a contender's tools: a question that names one has chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.problems import Problem
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """Titles and questions in which a contender or one of its tools is named."""
    index = case.index
    names = [*index.labels.values(), *(name for tool in index.data.tools if tool.framework in index.sides for name in (tool.name, *tool.aliases))]
    for _, criterion in index.criteria.values():
        for key in ("title", "ask"):
            text = getattr(criterion, key)
            for name in names:
                if re.search(rf"(?<![\w.]){re.escape(name)}(?![\w])", text, re.I):
                    yield Problem(
                        criterion.at(key), key, f"“{name}” is named in a question that must be neutral", "ask for the task, and name the product in a finding"
                    )
