"""Save and load weights and a whole model; refuse a file with code."""

import json
from pathlib import Path

import keras
import tensorflow as tf
from keras import layers
from safetensors.tensorflow import load_file, save_file


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def build():
    inner = layers.Dense(8, activation="relu")
    return keras.Sequential([keras.Input((4,)), inner, layers.Dense(2)])


keras.utils.set_random_seed(0)
model, x = build(), tf.ones([3, 4])
expected = model(x)

model.save_weights("model.weights.h5")
fresh = build()
assert not tf.reduce_all(fresh(x) == expected)
fresh.load_weights("model.weights.h5")
assert tf.reduce_all(fresh(x) == expected)
fact("weights-restored", True)

# Keras writes no safetensors itself; names here are positions.
arrays = {str(i): w.value for i, w in enumerate(model.weights)}
save_file(arrays, "weights.safetensors")
neutral, arrays = build(), load_file("weights.safetensors")
neutral.set_weights([arrays[str(i)] for i in range(len(arrays))])
assert tf.reduce_all(neutral(x) == expected)
fact("safetensors-restored", True)

model.save("model.keras")  # layers as JSON, weights as HDF5
loaded = keras.saving.load_model("model.keras")
assert tf.reduce_all(loaded(x) == expected)
fact("whole-model-by-default", "loads")

# A lambda's bytecode goes into the file; it must import what it uses.
code = layers.Lambda(lambda t: (__import__("os").mkdir("ran"), t)[1])
keras.Sequential([keras.Input((4,)), code]).save("bad.keras")
Path("ran").rmdir()  # building the model ran it here
refused = None
try:
    keras.saving.load_model("bad.keras")
except ValueError as error:
    refused = type(error).__name__
fact("file-with-code", refused)
assert refused and not Path("ran").exists()
fact("code-ran-by-default", Path("ran").exists())
keras.saving.load_model("bad.keras", safe_mode=False)
assert Path("ran").exists()
fact("code-ran-if-trusted", Path("ran").exists())
