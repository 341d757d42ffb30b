"""Open the kinds of file PyTorch has written over the years."""

import json
import pickle
import warnings

import torch
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


class Net(nn.Sequential):
    def __init__(self):
        super().__init__(nn.Linear(4, 2), nn.ReLU())


def with_weights(path):
    other = Net()
    other.load_state_dict(torch.load(path))
    return other


torch.manual_seed(0)
net = Net().eval()
x = torch.rand(3, 4)
assert net(x).any()
torch.save(net, "whole.pt")
torch.save(net.state_dict(), "state.pt")
# The layout before release 1.6 was no zip archive.
layout = {"_use_new_zipfile_serialization": False}
torch.save(net.state_dict(), "state-1.5.pt", **layout)
torch.jit.script(net).save("script.pt")

try:  # the default, weights_only=True, builds no foreign objects
    torch.load("whole.pt")
except pickle.UnpicklingError as error:
    refused = f"UnpicklingError: {error}".split(". ")[0]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    script = torch.jit.load("script.pt")
warned = str(caught[0].message).split(". ")[0]

opened = {
    "whole-model-told-to": torch.load("whole.pt", weights_only=False),
    "graph": script,
    "weights": with_weights("state.pt"),
    "weights-older-layout": with_weights("state-1.5.pt"),
}
fact("whole-model-by-default", refused)
for name, model in opened.items():
    same = torch.allclose(model(x), net(x), atol=1e-6)
    fact(name, "opens, same output" if same else "other output")
    assert same
fact("graph-warning", warned)
assert "deprecated" in warned
