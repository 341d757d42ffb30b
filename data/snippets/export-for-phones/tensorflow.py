"""Export a model for phones, to LiteRT, and run the file."""

import json
from pathlib import Path

import keras
import numpy as np
from ai_edge_litert.interpreter import Interpreter
from keras import layers


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
images = rng.random((4, 32, 32, 3), dtype="float32")

model = keras.Sequential(
    [
        keras.Input((32, 32, 3), name="images"),
        layers.Conv2D(8, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(10),
    ]
)

# The batch axis of keras.Input stays free.
model.export("model.tflite", format="litert", verbose=False)
fact("litert-marker", Path("model.tflite").read_bytes()[4:8].decode())
run = Interpreter("model.tflite").get_signature_runner()
(details,) = run.get_input_details().values()
shape = ["free" if d < 0 else d for d in details["shape_signature"]]
fact("litert-input", " x ".join(map(str, shape)))
assert shape == ["free", 32, 32, 3]

(result,) = run(images=images).values()
difference = float(np.abs(result - model(images).numpy()).max())
fact("litert-difference", difference, within=1e-5)
assert result.shape == (4, 10) and difference < 1e-5
