"""Profile a training step; read back the trace file it writes."""

import json
from collections import Counter
from pathlib import Path

import keras
import tensorflow as tf

# Not public API: the wheel's own definition of the file's format.
from tensorflow.tsl.profiler.protobuf import xplane_pb2


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


hidden = keras.layers.Dense(64, "relu", name="hidden")
last = keras.layers.Dense(1)
model = keras.Sequential([keras.Input([64]), hidden, last])
optimizer = keras.optimizers.SGD(0.1)
x, y = tf.random.normal([32, 64]), tf.random.normal([32, 1])


@tf.function
def train_step():
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x) - y) ** 2)
    variables = model.trainable_variables
    optimizer.apply(tape.gradient(loss, variables), variables)


train_step()  # warm-up, outside the recording
profiler = tf.profiler.experimental
with profiler.Profile("logs"), profiler.Trace("my step"):
    train_step()

[path] = Path("logs").rglob("*.xplane.pb")
space = xplane_pb2.XSpace.FromString(path.read_bytes())
calls = Counter(
    plane.event_metadata[event.metadata_id].name
    for plane in space.planes
    for line in plane.lines
    for event in line.events
)
# A span of an operation is called "path in the graph:kind".
operations = [name for name in calls if ":" in name]
products = [n for n in operations if "MatMul" in n.split(":")[-1]]
parts = {part for name in operations for part in name.split("/")}
[layer] = [part for part in parts if part.startswith("hidden")]

fact("trace-file", "".join(path.suffixes[-2:]))
fact("read-with", xplane_pb2.__name__)
fact("own-span", calls["my step"])
fact("matrix-products", sum(calls[name] for name in products))
fact("layer-named-in-trace", layer)
assert calls["my step"] == 1
# Two layers forward; backward two for weights, one for an input.
assert sum(calls[name] for name in products) == 5
