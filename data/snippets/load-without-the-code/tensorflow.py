"""A saved model runs in a process that never sees its class."""

import json
import subprocess
import sys
import warnings

import keras
import numpy as np
import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


class Classifier(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(8, activation="relu")
        self.out = keras.layers.Dense(2, activation="softmax")

    def call(self, x):
        return self.out(self.hidden(x))


fresh_process = """
import numpy as np, tensorflow as tf
model = tf.saved_model.load("model")
for size in (1, 5):
    np.save(f"out{size}.npy", model.serve(np.load(f"in{size}.npy")))
print(type(model).__name__)
"""

keras.utils.set_random_seed(0)
model = Classifier()
model(tf.ones([2, 4]))  # builds the weights
batch = [tf.TensorSpec([None, 4])]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    model.export("model", input_signature=batch, verbose=False)
fact("warnings-at-saving", len(caught))
doc = " ".join(tf.saved_model.save.__doc__.split())
fact("docstring-on-versions", doc[doc.index("other sources") :][:70])

inputs = {n: np.ones((n, 4), "float32") / n for n in (1, 5)}
for size, x in inputs.items():
    np.save(f"in{size}.npy", x)
command = [sys.executable, "-c", fresh_process]
loaded_as = subprocess.check_output(command, text=True).strip()
assert loaded_as != "Classifier"
fact("loaded-as", loaded_as)
for size, x in inputs.items():
    y = np.load(f"out{size}.npy")
    gap = float(abs(y - model(x).numpy()).max())
    assert y.shape == (size, 2) and gap < 1e-6
    fact(f"difference-batch-{size}", gap, within=1e-6)
