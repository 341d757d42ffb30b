"""Freeze a body, train a new head; watch the body's BatchNorm."""

import json

import keras
import numpy as np


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


rng = np.random.default_rng(0)
x = rng.normal(3, 2, size=(256, 4)).astype("float32")
y = x.sum(axis=1, keepdims=True)

keras.utils.set_random_seed(0)
inputs = keras.Input(shape=(4,))
norm = keras.layers.BatchNormalization()
layers = [inputs, keras.layers.Dense(8), norm, keras.layers.ReLU()]
body = keras.Sequential(layers)
old = keras.Sequential([body, keras.layers.Dense(5)])  # as if trained


def fine_tune(epochs=120, training=None):
    features = old.layers[0](inputs, training=training)
    head = keras.layers.Dense(1)  # the new head
    model = keras.Model(inputs, head(features))
    model.compile(keras.optimizers.Adam(0.2), loss="mse")
    before = norm.moving_mean.numpy()
    fit = model.fit(x, y, batch_size=256, epochs=epochs, verbose=0)
    losses = fit.history["loss"]
    statistics_moved = (before != norm.moving_mean.numpy()).any().item()
    trained = len(model.trainable_variables)
    return trained, losses[-1] / losses[0], statistics_moved


variables = list(body.trainable_variables)
weights = [v.numpy() for v in variables]
body.trainable = False  # puts batch norm into inference mode, too
trained, loss_ratio, moved_frozen = fine_tune()
same = all(map(np.array_equal, weights, variables))
body.trainable = True
*_, moved_unfrozen = fine_tune(epochs=5)
# fit passes training=True, which overrides the argument here.
*_, moved_with_argument = fine_tune(epochs=5, training=False)

fact("trained-tensors", trained)
fact("loss-below-a-tenth", loss_ratio < 0.1)
fact("frozen-weights-moved", not same)
fact("statistics-moved-frozen", moved_frozen)
fact("statistics-moved-unfrozen", moved_unfrozen)
fact("statistics-moved-training-false", moved_with_argument)
assert trained == 2 and same and loss_ratio < 0.1
assert moved_unfrozen and moved_with_argument and not moved_frozen
