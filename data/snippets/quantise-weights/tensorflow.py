"""Quantise the weights of a model to int8 and save it."""

import json
from pathlib import Path

import keras
import numpy as np
from keras import layers
from keras.quantizers import Int8QuantizationConfig


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def largest_difference(one, other):
    return float(np.abs(one(rows).numpy() - other(rows).numpy()).max())


# Weights made here stand in for trained ones: the same on both sides.
rng = np.random.default_rng(0)
rows = rng.normal(size=(64, 512)).astype("float32")
first = (rng.normal(size=(512, 1024)) / 22).astype("float32")
second = (rng.normal(size=(1024, 10)) / 32).astype("float32")

model = keras.Sequential(
    [
        keras.Input((512,)),
        layers.Dense(1024, activation="relu", use_bias=False),
        layers.Dense(10, use_bias=False),
    ]
)
model.set_weights([first, second])
model.save("float.keras")
fact("largest-output", float(np.abs(model(rows)).max()), within=0.001)

# Weights in int8, arithmetic in float32.
small = keras.models.load_model("float.keras")
small.quantize(config=Int8QuantizationConfig(activation_quantizer=None))
difference = largest_difference(small, model)
fact("weights-only", difference, within=0.01)
assert 0 < difference < 0.1

# Activations in int8 too, scaled anew for each row of the input.
small = keras.models.load_model("float.keras")
small.quantize("int8")
difference = largest_difference(small, model)
fact("weights-and-activations", difference, within=0.01)
assert 0 < difference < 0.1
small.save("int8.keras")
sizes = [Path(f"{n}.keras").stat().st_size for n in ("float", "int8")]
fact("size-factor", sizes[0] / sizes[1], within=0.2)
loaded = keras.models.load_model("int8.keras")
fact("after-loading", largest_difference(loaded, small), within=1e-6)
assert sizes[0] > 3.5 * sizes[1]
