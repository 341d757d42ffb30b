"""Export a model for phones, to ExecuTorch and to LiteRT; run both."""

import json
import sys
from pathlib import Path

import litert_torch
import numpy as np
import torch
from ai_edge_litert.interpreter import Interpreter
from executorch.backends.xnnpack.partition.xnnpack_partitioner import (
    XnnpackPartitioner,
)
from executorch.exir import to_edge_transform_and_lower
from executorch.runtime import Runtime
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def check(name, result):
    difference = float(np.abs(result - expected).max())
    fact(name, difference, within=1e-5)
    assert difference < 1e-5


torch.manual_seed(0)
x = np.random.default_rng(0).random((4, 32, 32, 3), dtype="float32")
images = torch.from_numpy(x).permute(0, 3, 1, 2).contiguous()
model = nn.Sequential(
    *(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten()),
    nn.Linear(8 * 15 * 15, 10),
).eval()
expected = model(images).detach().numpy()

# ExecuTorch: export, hand operators to XNNPACK, write the program.
program = to_edge_transform_and_lower(
    torch.export.export(model, (images,)),
    partitioner=[XnnpackPartitioner()],
).to_executorch()
program.save("model.pte")
written = Path("model.pte").read_bytes()
fact("executorch-marker", written[4:8].decode())
assert b"XnnpackBackend" in written
method = Runtime.get().load_program("model.pte").load_method("forward")
(result,) = method.execute([images])
check("executorch-difference", result.numpy())

# LiteRT: the same model, converted without importing TensorFlow.
litert_torch.convert(model, (images,)).export("model.tflite")
fact("litert-marker", Path("model.tflite").read_bytes()[4:8].decode())
run = Interpreter("model.tflite").get_signature_runner()
(details,) = run.get_input_details().values()
fact("litert-input", " x ".join(map(str, details["shape_signature"])))
check("litert-difference", *run(args_0=images.numpy()).values())
assert "tensorflow" not in sys.modules
