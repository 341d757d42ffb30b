"""How often a function is traced for new shapes and new numbers."""

import json

import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def scaled_sum(x, scale):
    return tf.reduce_sum(tf.nn.relu(x * scale))


def compilations(calls, **options):
    compiled = tf.function(scaled_sum, **options)
    for call in calls:
        tf.debugging.assert_near(compiled(*call), scaled_sum(*call))
    return compiled.experimental_get_tracing_count()


sizes = [(tf.ones([n, 4]), 2.0) for n in range(2, 22)]
numbers = [(tf.ones([3, 4]), float(k)) for k in range(2, 22)]

# One graph for each size; the fifth logs a warning.
by_default = compilations(sizes)
fact("sizes-by-default", by_default)
assert by_default == len(sizes)

# The second size makes tf.function treat the size as a variable.
relaxed = compilations(sizes, reduce_retracing=True)
fact("sizes-relaxed", relaxed)
assert relaxed < by_default

signature = [tf.TensorSpec([None, 4]), tf.TensorSpec([])]
declared = compilations(sizes, input_signature=signature)
fact("sizes-declared", declared)

fact("numbers-by-default", compilations(numbers))
as_tensors = [(x, tf.constant(k)) for x, k in numbers]
tensors = compilations(as_tensors)
fact("numbers-as-tensors", tensors)
assert declared == tensors == 1
