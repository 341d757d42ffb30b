"""Export a model to ONNX with a free batch size and run the file."""

import json

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


torch.manual_seed(0)
x = np.random.default_rng(0).normal(size=(7, 20)).astype("float32")

model = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 3))
model.eval()

# An axis left unnamed keeps the size of the example.
torch.onnx.export(
    model,
    (torch.from_numpy(x[:2]),),
    "model.onnx",
    input_names=["x"],
    dynamic_shapes=({0: torch.export.Dim("batch")},),
    external_data=False,  # weights in the same file
    verbose=False,
)

exported = onnx.load("model.onnx")
onnx.checker.check_model(exported, full_check=True)
fact("opset", exported.opset_import[0].version)
operators = [node.op_type for node in exported.graph.node]
fact("operators", ", ".join(operators))

session = onnxruntime.InferenceSession("model.onnx")
(described,) = session.get_inputs()
# A free axis has a name in place of a size.
shape = [d if isinstance(d, int) else "free" for d in described.shape]
fact("input-shape", " x ".join(map(str, shape)))
assert shape == ["free", 20]

differences = []
for batch in (1, 7):
    (result,) = session.run(None, {described.name: x[:batch]})
    with torch.no_grad():
        expected = model(torch.from_numpy(x[:batch])).numpy()
    assert result.shape == expected.shape == (batch, 3)
    differences.append(float(np.abs(result - expected).max()))

fact("largest-difference", max(differences), within=1e-5)
assert max(differences) < 1e-5
