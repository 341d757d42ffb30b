"""Quantise a model to int8 with torchao, save it and load it."""

import copy
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torchao.quantization import (
    Int8DynamicActivationInt8WeightConfig,
    Int8WeightOnlyConfig,
    quantize_,
)


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


@torch.inference_mode()
def largest_difference(one, other):
    return float((one(rows) - other(rows)).abs().max())


# Weights made here stand in for trained ones: the same on both sides.
rng = np.random.default_rng(0)
rows = torch.from_numpy(rng.normal(size=(64, 512)).astype("float32"))
first = (rng.normal(size=(512, 1024)) / 22).astype("float32")
second = (rng.normal(size=(1024, 10)) / 32).astype("float32")

model = nn.Sequential(
    nn.Linear(512, 1024, bias=False),
    nn.ReLU(),
    nn.Linear(1024, 10, bias=False),
)
weights = {"0.weight": first.T, "2.weight": second.T}
model.load_state_dict({k: torch.tensor(w) for k, w in weights.items()})
torch.save(model.state_dict(), "float.pt")
fact("largest-output", float(model(rows).abs().max()), within=0.001)

small = copy.deepcopy(model)
quantize_(small, Int8WeightOnlyConfig())  # arithmetic in float32
weights_only = largest_difference(small, model)
fact("weights-only", weights_only, within=0.01)

# Activations in int8 too, scaled anew for each row of the input.
small = copy.deepcopy(model)
quantize_(small, Int8DynamicActivationInt8WeightConfig())
difference = largest_difference(small, model)
fact("weights-and-activations", difference, within=0.01)
assert 0 < difference < 0.1
torch.save(small.state_dict(), "int8.pt")
sizes = [Path(f"{n}.pt").stat().st_size for n in ("float", "int8")]
fact("size-factor", sizes[0] / sizes[1], within=0.2)
loaded = copy.deepcopy(model)  # assign: takes the tensors as they are
loaded.load_state_dict(torch.load("int8.pt"), assign=True)
fact("after-loading", largest_difference(loaded, small), within=1e-6)
assert 0 < weights_only < 0.1 and sizes[0] > 3.5 * sizes[1]
