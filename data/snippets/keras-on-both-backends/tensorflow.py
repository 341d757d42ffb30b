"""Keras 3 on TensorFlow: train, hand the weights to PyTorch."""

import json
import os
import subprocess
import sys

os.environ.setdefault("KERAS_BACKEND", "tensorflow")

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
other = "torch"
# A fresh process, as Keras has one backend in each.
env = os.environ | {"KERAS_BACKEND": other}
command = [sys.executable, __file__, "read"]
subprocess.run(command, env=env, check=True)
read = np.load(f"{other}.npy")
difference = np.abs(read - model.predict(x, verbose=0)).max()

import tensorflow as tf  # noqa: E402

ce = tf.nn.sparse_softmax_cross_entropy_with_logits
with tf.GradientTape() as tape:
    logits = model(tf.constant(x))
    loss = tf.reduce_mean(ce(labels=y, logits=logits))
gradients = tape.gradient(loss, model.trainable_weights)

fact("backend", keras.config.backend())
fact("learned", bool(accuracy > 0.9))
fact("read-by", other)
fact("largest-difference", float(difference), within=1e-4)
fact("is-native-module", isinstance(model, tf.Module))
fact("weights-with-a-gradient", len(gradients))
assert accuracy > 0.9 and difference < 1e-4 and len(gradients) == 6
assert all(g is not None for g in gradients)
