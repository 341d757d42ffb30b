"""Save a model that scores raw text; a fresh process loads the file."""

import json
import subprocess
import sys

import keras
import numpy as np
import tensorflow as tf
from keras import layers


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


keras.utils.set_random_seed(0)
texts = ["Good film", "bad film", "an unseen word"]
words = ["good", "bad", "film"]  # ids from 2: 0 pads, 1 is unknown

model = keras.Sequential(
    [
        keras.Input((), dtype="string", name="texts"),
        layers.TextVectorization(
            vocabulary=words, output_sequence_length=4
        ),
        layers.Embedding(len(words) + 2, 8),
        layers.Flatten(),
        layers.Dense(1),
    ]
)

# The file takes strings; the words are in it, a part of the graph.
model.export("model", verbose=False)
load = """
import json, sys, tensorflow as tf
model = tf.saved_model.load("model")
strings = tf.constant(json.loads(sys.argv[1]))
result = model.serve(strings).numpy().tolist()
print(json.dumps([strings.dtype.name, result]))
"""
command = [sys.executable, "-c", load, json.dumps(texts)]
answer = subprocess.run(command, check=True, stdout=subprocess.PIPE)
dtype, result = json.loads(answer.stdout)
fact("input-type", dtype)

expected = model(tf.constant(texts)).numpy()
difference = float(np.abs(np.array(result) - expected).max())
fact("largest-difference", difference, within=1e-5)
assert difference < 1e-5 < expected.std()  # texts score differently
