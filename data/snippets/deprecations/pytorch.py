"""What PyTorch says of deprecated and removed names."""

import json
import warnings

import torch
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def said(call):
    """Category and sentence of the first warning about the call."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call()
    for one in caught:
        sentence = str(one.message).split(". ")[0]
        if "torch" in sentence.lower():  # not from other libraries
            return f"{one.category.__name__}: {sentence}"[:90]


def export():
    torch.onnx.export(model, (x,), "model.onnx", dynamo=False)


def quantize():
    torch.ao.quantization.quantize_dynamic(model, {nn.Linear})


model = nn.Sequential(nn.Linear(4, 2)).eval()
x = torch.ones(1, 4)
calls = {
    "torch-jit-script": lambda: torch.jit.script(model),
    "torch-jit-trace": lambda: torch.jit.trace(model, x),
    "onnx-export-without-dynamo": export,
    "quantize-dynamic": quantize,
    "cuda-amp-autocast": torch.cuda.amp.autocast,
}
for name, call in calls.items():
    words = said(call)
    fact(name, words)
    assert words.startswith(("DeprecationWarning", "FutureWarning"))

try:
    torch.symeig(torch.eye(2))
except RuntimeError as error:
    removed = f"RuntimeError: {error}".split(". ")[0]
fact("removed-names", removed)
assert removed.endswith("is now removed")
