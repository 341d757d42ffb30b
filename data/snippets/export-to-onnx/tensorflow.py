"""Export a model to ONNX with a free batch size and run the file."""

import json

import keras
import numpy as np
import onnx
import onnxruntime
from keras import layers


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(7, 20)).astype("float32")

model = keras.Sequential(
    [
        keras.Input((20,), name="x"),
        layers.Dense(64, activation="relu", bias_initializer="normal"),
        layers.Dense(3, bias_initializer="normal"),
    ]
)
model(x[:2])  # export asks for a model that has been called

# The batch axis of keras.Input is None, so it stays free.
model.export("model.onnx", format="onnx", verbose=False)

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
    expected = model(x[:batch]).numpy()
    assert result.shape == expected.shape == (batch, 3)
    differences.append(float(np.abs(result - expected).max()))

fact("largest-difference", max(differences), within=1e-5)
assert max(differences) < 1e-5
