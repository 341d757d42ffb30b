"""Runs rows of two expressions side by side: the phrasebook's, and the causes of different numbers.

In on stdin: one file of rows, as JSON. Out on stdout: one fact a line. A row that does not do what it says ends the run
with the row's id and what happened instead.
"""

import ast
import inspect
import json
import random
import sys

import keras
import numpy as np
import tensorflow as tf
import torch
from torch import nn
from torch.nn import functional as F


def default(thing, name):
    """The default of a parameter, read from the signature that is installed here."""
    return inspect.signature(thing).parameters[name].default


NAMES = {
    "pytorch": {"torch": torch, "nn": nn, "F": F},
    "tensorflow": {"tf": tf, "keras": keras},
}
TENSOR = {"pytorch": torch.tensor, "tensorflow": tf.constant}


def run(code, given, side):
    """The value of the last expression of `code`, where the arrays of `given` are the side's own tensors."""
    random.seed(0)
    np.random.seed(0)
    torch.manual_seed(0)
    keras.utils.set_random_seed(0)
    names = {"np": np, "default": default, **NAMES[side]}
    for name, value in given.items():
        names[name] = (
            TENSOR[side](value)
            if isinstance(value, np.ndarray)
            else value
        )
    tree = ast.parse(code)
    if not isinstance(tree.body[-1], ast.Expr):
        raise SyntaxError("the last line is no expression")
    last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, side, "exec"), names)
    return plain(eval(compile(last, side, "eval"), names))


def plain(value):
    """A result as NumPy arrays, numbers, texts and lists of these."""
    if isinstance(value, torch.Tensor):
        value = value.detach()
        return (
            value.float() if value.dtype == torch.bfloat16 else value
        ).numpy()
    if isinstance(value, (tf.Tensor, tf.Variable, keras.Variable)):
        value = tf.convert_to_tensor(value)
        return (
            tf.cast(value, tf.float32)
            if value.dtype == tf.bfloat16
            else value
        ).numpy()
    if isinstance(value, (torch.Size, tf.TensorShape)):
        return [int(one) for one in value]
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {
            str(key): plain(one) for key, one in sorted(value.items())
        }
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, np.generic):
        return np.asarray(value)
    if value is None or isinstance(
        value, (bool, int, float, str, np.ndarray)
    ):
        return value
    raise TypeError(
        f"a result of the kind {type(value).__name__} cannot be compared; end with something plainer"
    )


def compare(one, other):
    """The largest difference as a number; or what cannot be subtracted, as a text."""
    if (
        isinstance(one, dict)
        and isinstance(other, dict)
        and one.keys() != other.keys()
    ):
        return f"{sorted(one)} against {sorted(other)}"
    if (
        isinstance(one, (list, dict))
        and type(one) is type(other)
        and len(one) == len(other)
    ):
        keys = one if isinstance(one, dict) else range(len(one))
        found = [compare(one[key], other[key]) for key in keys]
        texts = [each for each in found if isinstance(each, str)]
        return texts[0] if texts else max(found, default=0.0)
    if any(
        isinstance(each, (list, dict, str)) or each is None
        for each in (one, other)
    ):
        return (
            0.0
            if one == other
            else f"{show(one)} against {show(other)}"
        )
    a, b = np.asarray(one), np.asarray(other)
    if a.shape != b.shape:
        return f"shape {list(a.shape)} against {list(b.shape)}"
    if a.dtype.kind in "OSU" or b.dtype.kind in "OSU":
        return (
            0.0
            if (a == b).all()
            else f"{show(one)} against {show(other)}"
        )
    a, b = (
        each.astype(
            "complex128" if each.dtype.kind == "c" else "float64"
        )
        for each in (a, b)
    )
    apart = np.where(
        (a == b) | (np.isnan(a) & np.isnan(b)), 0.0, np.abs(a - b)
    )
    return float(np.max(apart, initial=0.0))


def show(value):
    """A short text for a result that is no number."""
    return f"“{value}”" if isinstance(value, str) else str(value)


def dtypes(one, other):
    """Pairs of element types that differ in two results of one shape."""
    if (
        isinstance(one, (list, dict))
        and type(one) is type(other)
        and len(one) == len(other)
    ):
        keys = one if isinstance(one, dict) else range(len(one))
        return [
            pair
            for key in keys
            for pair in dtypes(one[key], other[key])
        ]
    if (
        isinstance(one, np.ndarray)
        and isinstance(other, np.ndarray)
        and one.dtype != other.dtype
    ):
        return [(str(one.dtype), str(other.dtype))]
    return []


def fact(name, value, **within):
    """One fact, for the record."""
    print(
        json.dumps({"name": name, "value": value, **within}), flush=True
    )


def measured(name, difference, within=0):
    """A difference as a fact: to two digits, and as far off elsewhere as the row allows, or rounding makes it."""
    if isinstance(difference, str):
        return fact(name, difference)
    value = float(f"{difference:.2g}")
    fact(
        name,
        value,
        within=within or float(f"{max(1e-5, value / 20):.1g}"),
    )


def holds(difference, within):
    """Whether a difference is none, within what the row allows."""
    return not isinstance(difference, str) and difference <= within


def check(row):
    """Run one row. Raises AssertionError where it does not do what it says."""
    given = {}
    exec(row.get("given", ""), {"np": np}, given)
    one, other = (run(row[side], given, side) for side in NAMES)
    difference = compare(one, other)
    if "cure" in row:
        cured = {
            side: run(code, given, side)
            for side, code in row["cure"].items()
        }
        left = compare(
            cured.get("pytorch", one), cured.get("tensorflow", other)
        )
        assert not holds(difference, row["within"]), (
            f"the naive port is equal: the difference is {difference}"
        )
        assert holds(left, row["within"]), (
            f"after the cure a difference of {left} is left"
        )
        measured(row["id"] + ".difference", difference)
        measured(row["id"] + ".left", left, row["within"])
        return
    named = {each["what"] for each in row.get("defaults", [])}
    kinds = dtypes(one, other)
    assert not kinds or "dtype" in named, (
        f"element types differ and no default named “dtype” says so: {kinds}"
    )
    if "within" in row:
        assert holds(difference, row["within"]), (
            f"the row says equal within {row['within']}, the difference is {difference}"
        )
    else:
        assert not holds(difference, 0), (
            "the row says that it differs, and it is equal"
        )
    measured(
        row["id"] + ".difference", difference, row.get("within", 0)
    )
    for each in row.get("defaults", []):
        values = [run(each[side], given, side) for side in NAMES]
        assert compare(*values) != 0, (
            f"the default “{each['what']}” is the same: {values[0]}"
        )
        for side, value in zip(NAMES, values, strict=True):
            fact(
                f"{row['id']}.{each['what']}.{side}",
                value if isinstance(value, (bool, str)) else str(value),
            )


for row in json.load(sys.stdin)["rows"]:
    try:
        check(row)
    except Exception as error:
        sys.exit(f"row {row['id']}: {type(error).__name__}: {error}")
