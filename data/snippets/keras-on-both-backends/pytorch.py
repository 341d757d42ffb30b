"""Keras 3 on PyTorch: train, hand the weights to TensorFlow."""

import json
import os
import subprocess
import sys

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import numpy as np


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(512, 2)).astype("float32")
y = (x[:, 0] * x[:, 1] > 0).astype("int64")
model = keras.Sequential([keras.Input((2,))])
model.add(keras.layers.Dense(32, activation="relu"))
model.add(keras.layers.Dense(32, activation="relu"))
model.add(keras.layers.Dense(2))

if "read" in sys.argv:  # the second process, on the other backend
    model.load_weights("model.weights.h5")
    np.save(keras.config.backend(), model.predict(x, verbose=0))
    sys.exit()
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
adam = keras.optimizers.Adam(0.01)
model.compile(optimizer=adam, loss=loss_fn, metrics=["accuracy"])
model.fit(x, y, batch_size=64, epochs=12, verbose=0)
accuracy = model.evaluate(x, y, verbose=0)[1]
model.save_weights("model.weights.h5")
other = "tensorflow"
# A fresh process, as Keras has one backend in each.
env = os.environ | {"KERAS_BACKEND": other}
command = [sys.executable, __file__, "read"]
subprocess.run(command, env=env, check=True)
read = np.load(f"{other}.npy")
difference = np.abs(read - model.predict(x, verbose=0)).max()

import torch  # noqa: E402

logits = model(torch.from_numpy(x))
loss = torch.nn.functional.cross_entropy(logits, torch.from_numpy(y))
model.zero_grad()
loss.backward()
gradients = [p.grad for p in model.parameters()]
with_gradient = sum(g is not None for g in gradients)

fact("backend", keras.config.backend())
fact("learned", bool(accuracy > 0.9))
fact("read-by", other)
fact("largest-difference", float(difference), within=1e-4)
fact("is-native-module", isinstance(model, torch.nn.Module))
fact("weights-with-a-gradient", with_gradient)
assert accuracy > 0.9 and difference < 1e-4 and with_gradient == 6
