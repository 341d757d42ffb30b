"""Compile a function to native code and compare it with eager mode."""

import json

import numpy as np
import torch
from torch._inductor.utils import run_and_get_code


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def swish_plus_tanh(x):
    y = x * torch.sigmoid(x) + torch.tanh(x)
    return y * y


data = np.random.default_rng(0).normal(size=(64, 512))
x = torch.tensor(data, dtype=torch.float32)
eager = swish_plus_tanh(x)

# A private helper that returns the code as text; to only read it,
# set TORCH_LOGS=output_code.
compiled = torch.compile(swish_plus_tanh, fullgraph=True)
native, (source,) = run_and_get_code(compiled, x)
largest = (native - eager).abs().max().item()
fact("largest-difference", largest, within=2e-5)
assert largest < 2e-5

traced = torch.fx.symbolic_trace(swish_plus_tanh)
calls = [n for n in traced.graph.nodes if n.op == "call_function"]
fact("operations", len(calls))

assert "torch/csrc/inductor/cpp_prefix.h" in source
fact("compiler-output", "C++ source")
kernels = source.count('extern "C"')
fact("fused-kernels", kernels)
assert 0 < kernels < len(calls)
