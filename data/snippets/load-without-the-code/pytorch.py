"""A saved model runs in a process that never sees its class."""

import json
import subprocess
import sys
import warnings

import numpy as np
import torch
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)
        self.out = nn.Linear(8, 2)

    def forward(self, x):
        return self.out(torch.relu(self.hidden(x))).softmax(dim=-1)


fresh_process = """
import numpy as np, torch
model = torch.export.load("model.pt2").module()
for size in (1, 5):
    y = model(torch.from_numpy(np.load(f"in{size}.npy")))
    np.save(f"out{size}.npy", y.numpy(force=True))
print(type(model).__name__)
"""

torch.manual_seed(0)
model = Classifier().eval()
free = {0: torch.export.Dim.DYNAMIC}  # any batch size
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    program = torch.export.export(
        model, (torch.ones(2, 4),), dynamic_shapes=(free,)
    )
    torch.export.save(program, "model.pt2")
fact("warnings-at-saving", len(caught))
doc = " ".join(torch.export.save.__doc__.split())
fact("docstring-on-versions", doc.split(": ")[1].split(". ")[0])

inputs = {n: np.ones((n, 4), "float32") / n for n in (1, 5)}
for size, x in inputs.items():
    np.save(f"in{size}.npy", x)
command = [sys.executable, "-c", fresh_process]
loaded_as = subprocess.check_output(command, text=True).strip()
fact("loaded-as", loaded_as)
for size, x in inputs.items():
    y = torch.from_numpy(np.load(f"out{size}.npy"))
    gap = (model(torch.from_numpy(x)) - y).abs().max().item()
    assert y.shape == (size, 2) and gap < 1e-6
    fact(f"difference-batch-{size}", gap, within=1e-6)
