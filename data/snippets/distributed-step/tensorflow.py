"""A data-parallel step in two processes against one large batch."""

import json
import os
import subprocess
import sys

import keras
import numpy as np
import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def weights_after_step(strategy, x, y):
    keras.utils.set_random_seed(0)
    with strategy.scope():
        layers = [keras.layers.Dense(8, "relu"), keras.layers.Dense(1)]
        model = keras.Sequential([keras.Input([4]), *layers])
        optimizer = keras.optimizers.SGD(0.1)
        optimizer.build(model.trainable_variables)

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            # Divides by the size of both halves: gradients are summed.
            loss = tf.nn.compute_average_loss((model(x) - y)[:, 0] ** 2)
        optimizer.apply(tape.gradient(loss, model.trainable_variables))

    strategy.run(step, (x, y))
    return np.concatenate([w.ravel() for w in model.get_weights()])


if "TF_CONFIG" not in os.environ:  # the first starts the second
    hosts = ["127.0.0.1:12345", "127.0.0.1:23456"]  # free ports
    config = {"cluster": {"worker": hosts}}
    config["task"] = {"type": "worker", "index": 1}
    os.environ["TF_CONFIG"] = json.dumps(config)
    second = subprocess.Popen([sys.executable, __file__])
    config["task"]["index"] = 0
    os.environ["TF_CONFIG"] = json.dumps(config)
x = np.random.default_rng(0).random((16, 4), dtype="float32")
y = x.sum(1, keepdims=True)
strategy = tf.distribute.MultiWorkerMirroredStrategy()
rank = strategy.cluster_resolver.task_id
weights = weights_after_step(strategy, x[rank::2], y[rank::2])
np.save(f"weights-{rank}.npy", weights)
if rank == 0:
    assert second.wait() == 0
    same = np.array_equal(np.load("weights-1.npy"), weights)
    one = tf.distribute.get_strategy()
    whole = weights_after_step(one, x, y)
    half = weights_after_step(one, x[::2], y[::2])
    differences = [float(abs(w - whole).max()) for w in (weights, half)]
    fact("same-weights-in-both", same)
    fact("largest-difference", differences[0], within=1e-6)
    assert same and differences[0] < 1e-6 < 1e-3 < differences[1]
