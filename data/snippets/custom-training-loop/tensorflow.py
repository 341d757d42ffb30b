"""Write the training loop and clip gradients by their global norm."""

import json

import keras
import numpy as np
import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


MAX_NORM = 1.0
rng = np.random.default_rng(0)
weights = np.array([[3.0], [-2.0], [1.0], [4.0]], dtype="float32")
features = rng.normal(size=(256, 4)).astype("float32")
x = tf.constant(features)
y = tf.constant(features @ weights + 5.0)

model = keras.Sequential(
    [
        keras.Input(shape=(4,)),
        keras.layers.Dense(1, kernel_initializer="zeros"),
    ]
)
optimizer = keras.optimizers.SGD(learning_rate=0.1)
loss_fn = keras.losses.MeanSquaredError()


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    grads = tape.gradient(loss, model.trainable_variables)
    # Returns new gradients, and the norm from before.
    clipped, norm_before = tf.clip_by_global_norm(grads, MAX_NORM)
    norm_after = tf.linalg.global_norm(clipped)
    optimizer.apply(clipped, model.trainable_variables)
    return loss, norm_before, norm_after


rows = []
for step in range(150):
    start = 32 * (step % 8)
    batch = slice(start, start + 32)
    rows.append([v.numpy() for v in train_step(x[batch], y[batch])])
losses, before, after = np.array(rows, dtype="float64").T

fact("norm-before-clipping", round(before[0], 4), within=0.01)
fact("norm-after-clipping", round(after[0], 4), within=0.0005)
fact("steps-clipped", int((before > MAX_NORM).sum()))
fact("first-loss", round(losses[0], 4), within=0.01)
fact("last-loss", round(losses[-1], 6), within=0.001)
assert before[0] > 10 * MAX_NORM
assert after.max() < MAX_NORM + 1e-4
free = before < MAX_NORM  # these steps must be left as they were
assert free.any() and np.allclose(before[free], after[free])
assert losses[-1] < losses[0] / 1000
