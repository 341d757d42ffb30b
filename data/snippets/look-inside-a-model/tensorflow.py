"""Print and stop inside the forward pass, eagerly and compiled."""

import contextlib
import io
import json
import sys
from pathlib import Path

import keras
import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


stops = []  # the type of x at every breakpoint(), in place of pdb
sys.breakpointhook = lambda: stops.append(
    type(sys._getframe(1).f_locals["x"]).__name__
)


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(2)

    def call(self, x):
        x = self.dense(x)
        print("mean", tf.reduce_mean(x))
        tf.print(tf.reduce_mean(x), output_stream="file://log.txt")
        breakpoint()
        return tf.nn.relu(x)


def observe(run, times=3):
    stops.clear()
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        for _ in range(times):
            run()
    prints, kinds = printed.getvalue().count("mean"), sorted({*stops})
    return f"print {prints}, breakpoint {len(stops)} {kinds}"


model, x, log = Net(), tf.ones((2, 4)), Path("log.txt")
fact("eager-first", observe(lambda: model(x), times=1))
fact("eager", eager := observe(lambda: model(x)))
whole = tf.function(model)
log.unlink()  # what tf.print wrote so far
fact("compiled", compiled := observe(lambda: whole(x)))
fact("compiled-print", n := f"tf.print {len(log.read_text().split())}")
data = tf.data.Dataset.from_tensors((x, tf.ones((2, 2)))).repeat(3)
model.compile(loss="mse")
fact("fit", fit := observe(lambda: model.fit(data), times=1))
model.compile(loss="mse", run_eagerly=True)
fact("eager-switch", slow := observe(lambda: model.fit(data), times=1))
assert eager == slow == "print 3, breakpoint 3 ['EagerTensor']"
assert compiled == "print 1, breakpoint 1 ['SymbolicTensor']"
assert "EagerTensor" not in fit and n == "tf.print 3"
