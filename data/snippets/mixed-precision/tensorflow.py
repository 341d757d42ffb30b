"""Train in bfloat16 on the CPU; with float16, scale the loss."""

import json

import keras
import numpy as np
import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def make_model(policy):
    keras.config.set_dtype_policy(policy)
    # Often the last layer gets dtype="float32"; here it does not.
    layers = [keras.layers.Dense(32, "relu"), keras.layers.Dense(1)]
    return keras.Sequential([keras.Input([4]), *layers])


x = np.random.default_rng(0).random((64, 4), dtype="float32")
y = x.sum(1, keepdims=True)
keras.utils.set_random_seed(0)
model = make_model("mixed_bfloat16")
weight = model.layers[0].kernel
model.compile(keras.optimizers.Adam(0.01), "mse")
history = model.fit(x, y, 64, epochs=100, verbose=0, shuffle=False)
losses = history.history["loss"]
with tf.GradientTape() as tape:
    output = model(x)
    loss = model.compute_loss(x, y, output)
gradient = tape.gradient(loss, weight.value)

fact("weights", weight.dtype)
fact("activations", output.dtype.name)
fact("loss", loss.dtype.name)
fact("gradients", gradient.dtype.name)
state = model.optimizer.variables
mean = next(v for v in state if v.path.endswith("kernel_momentum"))
fact("optimizer-state", mean.dtype)
fact("loss-falls-tenfold", losses[-1] < losses[0] / 10)

model = make_model("mixed_float16")
kernel = model.layers[0].kernel
# With this policy compile() adds such a scaler by itself, at 2 ** 15.
# Scaled by 2 ** 24, the gradients overflow float16.
adam = keras.optimizers.Adam(0.01)
scaler = keras.optimizers.LossScaleOptimizer(adam, 2.0**24)
model.compile(scaler, "mse")
before = kernel.numpy()
model.train_on_batch(x, y + 1)
skipped = bool((kernel.numpy() == before).all())
fact("overflowed-step-skipped", skipped)
fact("scale-after-overflow", scale := int(scaler.dynamic_scale))
assert output.dtype == tf.bfloat16 and loss.dtype == tf.float32
assert losses[-1] < losses[0] / 10
assert skipped and scale == 2**23
