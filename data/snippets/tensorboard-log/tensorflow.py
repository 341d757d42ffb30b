"""Log a scalar, a histogram and a graph for TensorBoard; read back."""

import json
import warnings
from importlib.metadata import requires

import keras
import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def kind(tags, tag):
    lists = {k: v for k, v in tags.items() if isinstance(v, list)}
    return next(k for k, found in lists.items() if tag in found)


keras.utils.set_random_seed(0)
layers = [keras.layers.Dense(8, "relu"), keras.layers.Dense(1)]
model = keras.Sequential([keras.Input([4]), *layers])
with tf.summary.create_file_writer("logs").as_default():
    for step in range(5):
        loss = 1 / (step + 1)
        tf.summary.scalar("loss", loss, step)
        tf.summary.histogram("weights", layers[0].kernel, step)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        forward = tf.function(model)
        concrete = forward.get_concrete_function(tf.ones([1, 4]))
        tf.summary.graph(concrete.graph)

log = event_accumulator.EventAccumulator("logs").Reload()
tags = log.Tags()
events = log.Tensors("loss")
losses = [tf.make_ndarray(e.tensor_proto).item() for e in events]
# One row for each bucket: left edge, right edge, count.
histogram = tf.make_ndarray(log.Tensors("weights")[-1].tensor_proto)
operations = {node.op for node in log.Graph().node}
wheel = requires("tensorflow-cpu")
needs = [need for need in wheel if "tensorboard" in need]

fact("scalar-tag-kind", kind(tags, "loss"))
fact("histogram-tag-kind", kind(tags, "weights"))
fact("last-loss", losses[-1], within=1e-6)
fact("layer-in-graph", ", ".join(operations & {"MatMul"}))
fact("graph-warning", str(caught[0].message)[:60] if caught else "none")
fact("installs-tensorboard", bool(needs))
assert kind(tags, "loss") == "tensors" and len(losses) == 5
assert histogram[:, 2].sum() == layers[0].kernel.numpy().size
assert "MatMul" in operations and not needs
