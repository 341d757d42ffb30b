"""Take first, second and per-example gradients; check by formula."""

import json

import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


# First and second derivative of x^3 at x = 2, by nested tapes.
x = tf.Variable(2.0)
with tf.GradientTape() as outer:
    with tf.GradientTape() as inner:
        y = x**3
    first = inner.gradient(y, x)  # recorded by the outer tape
second = outer.gradient(first, x)
assert abs(first.numpy() - 3 * 2.0**2) < 1e-5
assert abs(second.numpy() - 6 * 2.0) < 1e-5

# Loss of one example: (w.a - b)^2; by formula 2 (w.a - b) a.
weights = tf.Variable([1.0, -2.0, 0.5])
inputs = tf.reshape(tf.range(12.0), (4, 3)) / 10
targets = tf.constant([1.0, 0.0, -1.0, 2.0])
with tf.GradientTape(persistent=True) as tape:
    losses = (tf.linalg.matvec(inputs, weights) - targets) ** 2
    mean_loss = tf.reduce_mean(losses)
per_example = tape.jacobian(losses, weights)


# The same by mapping a function over the examples.
def example_grad(example):
    a, b = example
    with tf.GradientTape() as tape:
        loss = (tf.tensordot(weights, a, 1) - b) ** 2
    return tape.gradient(loss, weights)


mapped = tf.vectorized_map(example_grad, (inputs, targets))
tf.debugging.assert_near(mapped, per_example)

residuals = tf.linalg.matvec(inputs, weights) - targets
formula = 2 * residuals[:, None] * inputs
error = tf.reduce_max(tf.abs(per_example - formula)).numpy().item()

fact("first-derivative", first.numpy().item(), within=1e-5)
fact("second-derivative", second.numpy().item(), within=1e-5)
fact("per-example-shape", "x".join(map(str, per_example.shape)))
fact("per-example-error", error, within=1e-5)
assert error < 1e-5
# Their mean is what the tape gives for the mean loss.
tf.debugging.assert_near(
    tf.reduce_mean(per_example, 0), tape.gradient(mean_loss, weights)
)
assert not tf.reduce_all(per_example[0] == per_example[1])
