"""A loop and a branch on tensor values: eager, compiled, exported."""

import json

import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def outcome(call, *args):
    try:
        call(*args)
    except Exception as error:
        return type(error).__name__
    return "runs"


def plain_python(x):
    steps = 0
    while tf.reduce_max(tf.abs(x)) > 1:
        x, steps = x / 2, steps + 1
    return (x if tf.reduce_sum(x) > 0 else -x), steps


def with_list(x):
    seen = []
    while tf.reduce_max(tf.abs(x)) > 1:
        x = x / 2
        seen.append(x)
    return x, seen


x = tf.constant([-12.0, 5.0, 3.0])
expected, steps = plain_python(x)
assert len(with_list(x)[1]) == steps  # called eagerly, both are Python
fact("eager-steps", steps)

# AutoGraph makes while and if graph operators; a list stays Python.
compiled = tf.function(plain_python)
fact("list-in-loop", outcome(tf.function(with_list), x))
assert tf.reduce_all(compiled(x)[0] == expected)
fact("graphs", compiled.experimental_get_tracing_count())
whole = tf.function(plain_python, jit_compile=True)
fact("python-as-one-graph", outcome(whole, x))
assert tf.reduce_all(whole(x)[0] == expected)

module = tf.Module()
module.settle = compiled
fact("python-exported", outcome(tf.saved_model.save, module, "m"))
loaded = tf.saved_model.load("m")
same, steps = loaded.settle(x * 16)  # other values, so more steps
assert tf.reduce_all(same == expected) and int(steps) == 8
fact("steps-after-load", int(steps))
