"""Save and load weights and a whole model; refuse a file with code."""

import json
import pickle
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def build():
    return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))


class Payload:
    def __reduce__(self):  # unpickling would make this call
        return Path.mkdir, (Path("ran"),)


model, x = build(), torch.ones(3, 4)
expected = model(x)

torch.save(model.state_dict(), "weights.pt")
fresh = build()
assert not torch.equal(fresh(x), expected)
fresh.load_state_dict(torch.load("weights.pt"))
assert torch.equal(fresh(x), expected)
fact("weights-restored", True)

save_file(model.state_dict(), "weights.safetensors")
neutral = build()
neutral.load_state_dict(load_file("weights.safetensors"))
assert torch.equal(neutral(x), expected)
fact("safetensors-restored", True)

torch.save(model, "model.pt")  # pickles the object, classes by name
try:
    torch.load("model.pt")
    fact("whole-model-by-default", "loads")
except pickle.UnpicklingError as error:
    fact("whole-model-by-default", str(error).split(".")[0])

torch.save({"weight": torch.ones(2), "extra": Payload()}, "bad.pt")
refused = None
try:
    torch.load("bad.pt")
except pickle.UnpicklingError as error:
    refused = type(error).__name__
fact("file-with-code", refused)
assert refused and not Path("ran").exists()
fact("code-ran-by-default", Path("ran").exists())
torch.load("bad.pt", weights_only=False)
assert Path("ran").exists()
fact("code-ran-if-trusted", Path("ran").exists())
