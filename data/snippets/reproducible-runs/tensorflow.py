"""Train in fresh processes, with and without a seed, and compare."""

import hashlib
import json
import subprocess
import sys

import keras
import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def train(seed):
    if seed:
        keras.utils.set_random_seed(int(seed))
        tf.config.experimental.enable_op_determinism()
    x = tf.reshape(tf.linspace(-1.0, 1.0, 256), (64, 4))
    y = tf.reduce_sum(x, axis=1, keepdims=True)
    model = keras.Sequential()
    model.add(keras.layers.Dense(16, activation="relu"))
    model.add(keras.layers.Dropout(0.2))
    model.add(keras.layers.Dense(1))
    model.compile(keras.optimizers.Adam(0.01), loss="mse")
    model.fit(x, y, batch_size=16, epochs=5, verbose=0)
    sha = hashlib.sha256()
    for value in model.get_weights():
        sha.update(value.tobytes())
    return sha.hexdigest()


def fresh(seed):
    command = [sys.executable, __file__, "train", seed]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


if "train" in sys.argv:
    print(train(seed=sys.argv[2]))
    sys.exit()

runs = [fresh(seed) for seed in ("7", "7", "", "")]
a, b, c, d = [run.communicate()[0] for run in runs]

tf.config.experimental.enable_op_determinism()
try:
    tf.random.normal([3])  # no seed was set in this process
except RuntimeError as error:
    refused = f"RuntimeError: {error}".split(". ")[0]
fact("same-seed-bit-equal", a == b)
fact("no-seed-bit-equal", c == d)
fact("refused", refused)
assert a == b and len({a, c, d}) == 3
