"""Compile a function to native code and compare it with eager mode."""

import json

import numpy as np
import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def swish_plus_tanh(x):
    y = x * tf.sigmoid(x) + tf.tanh(x)
    return y * y


data = np.random.default_rng(0).normal(size=(64, 512))
x = tf.constant(data, dtype=tf.float32)
eager = swish_plus_tanh(x)

compiled = tf.function(swish_plus_tanh, jit_compile=True)
native = compiled(x)
largest = float(tf.reduce_max(tf.abs(native - eager)))
fact("largest-difference", largest, within=2e-5)
assert largest < 2e-5

graph = compiled.get_concrete_function(x).graph
calls = [op for op in graph.get_operations() if op.inputs]
calls = [op for op in calls if op.type != "Identity"]
fact("operations", len(calls))

# HLO after XLA's passes; dump flags would also show LLVM IR.
compiler_ir = compiled.experimental_get_compiler_ir(x)
hlo = compiler_ir(stage="optimized_hlo")
assert hlo.startswith("HloModule")
fact("compiler-output", "optimized HLO")
kernels = hlo.count(" fusion(")
fact("fused-kernels", kernels)
assert 0 < kernels < len(calls)
