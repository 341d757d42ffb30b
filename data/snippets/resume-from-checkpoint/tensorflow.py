"""Stop after 3 of 6 steps, resume in a fresh process, compare."""

import json
import subprocess
import sys

import keras
import numpy as np
import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def train(steps, folder, load=None, leave_out=None):
    keras.utils.set_random_seed(0)
    x = tf.random.stateless_normal([32, 8], seed=[0, 0])
    dropout = keras.layers.Dropout(0.5)
    layers = [keras.layers.Dense(16), dropout, keras.layers.Dense(1)]
    model = keras.Sequential([keras.Input([8]), *layers])
    optimizer = keras.optimizers.Adam(0.01)
    optimizer.build(model.trainable_variables)
    dataset = tf.data.Dataset.from_tensor_slices(x).shuffle(32, seed=7)
    batches = iter(dataset.batch(8).repeat())
    step = tf.Variable(0, dtype=tf.int64)
    state = {"model": model, "optimizer": optimizer, "step": step}
    state["batches"] = batches  # with the position and the order
    # The model's entry does not hold the state of its dropout.
    state["random"] = dropout.seed_generator.state.value
    if load:
        wanted = {k: v for k, v in state.items() if k != leave_out}
        path = tf.train.latest_checkpoint(load)
        tf.train.Checkpoint(**wanted).restore(path).expect_partial()
    while step < steps:  # an epoch has four steps: 3 lies inside one
        batch = next(batches)
        with tf.GradientTape() as tape:
            output = model(batch, training=True)
            loss = tf.reduce_mean((output - batch[:, :1]) ** 2)
        variables = model.trainable_variables
        optimizer.apply(tape.gradient(loss, variables), variables)
        step.assign_add(1)
    checkpoint = tf.train.Checkpoint(**state)
    tf.train.CheckpointManager(checkpoint, folder, 2).save()
    return np.concatenate([w.ravel() for w in model.get_weights()])


if "resume" in sys.argv:
    straight = np.load("straight.npy")
    for leave_out in None, "optimizer", "random":
        resumed = train(6, "resumed", load="half", leave_out=leave_out)
        same = np.array_equal(resumed, straight)
        fact(f"same-without-{leave_out}" if leave_out else "same", same)
        assert same == (leave_out is None)
else:
    np.save("straight.npy", train(6, "straight"))
    train(3, "half")
    subprocess.run([sys.executable, __file__, "resume"], check=True)
