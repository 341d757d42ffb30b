"""Train a small classifier and measure it on held-out points."""

import json

import keras
import numpy as np


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


keras.utils.set_random_seed(0)  # weights and the order of the batches
rng = np.random.default_rng(0)
points = rng.uniform(-1, 1, size=(1200, 2)).astype("float32")
labels = (points[:, 0] * points[:, 1] > 0).astype("int64")

train_points, train_labels = points[:1000], labels[:1000]
test_points, test_labels = points[1000:], labels[1000:]

model = keras.Sequential(
    [
        keras.Input(shape=(2,)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(2),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)

# Shuffles the rows anew in every epoch, unless told otherwise.
history = model.fit(
    train_points, train_labels, batch_size=32, epochs=20, verbose=0
)
epoch_losses = history.history["loss"]

test_loss, accuracy = model.evaluate(
    test_points, test_labels, verbose=0
)

fact("parameters", model.count_params())
fact("first-epoch-loss", round(epoch_losses[0], 4), within=0.1)
fact("last-epoch-loss", round(epoch_losses[-1], 4), within=0.03)
fact("test-accuracy", round(accuracy, 4), within=0.03)
assert epoch_losses[-1] < epoch_losses[0] / 4
assert accuracy > 0.95
