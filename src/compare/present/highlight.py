"""Python code as HTML: few kinds of words told apart, so that a page of two hundred expressions stays light."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup, escape
from pygments.lexers import PythonLexer
from pygments.token import Comment, Keyword, Number, Operator, String, _TokenType

_KINDS: tuple[tuple[_TokenType, str], ...] = ((Keyword, "k"), (Operator.Word, "k"), (String, "s"), (Comment, "c"), (Number, "m"))
"""What is told apart, under the class names that Pygments itself uses."""


def python(code: str) -> Markup:
    """The code as the inside of a <code> element."""
    parts = []
    for kind, pieces in groupby(_pieces(code), key=lambda piece: piece[0]):
        text = "".join(piece[1] for piece in pieces)
        parts.append(Markup('<span class="{}">{}</span>').format(kind, text) if kind and text.strip() else escape(text))
    return Markup("").join(parts)


def _pieces(code: str) -> Iterator[tuple[str, str]]:
    for token, text in PythonLexer(stripnl=False, ensurenl=False).get_tokens(code.rstrip("\n")):
        yield next((kind for family, kind in _KINDS if token in family), ""), text
