"""Open the kinds of file TensorFlow has written over the years."""

import json

import keras
import numpy as np
import tensorflow as tf

v1 = tf.compat.v1


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


keras.utils.set_random_seed(0)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
x = tf.random.uniform((3, 4))
model.save("model.keras")
model.save("model.h5")
model.export("saved", verbose=False)
kernel, _ = model.get_weights()  # the bias is still zero
with tf.Graph().as_default() as graph, v1.Session() as session:
    given = v1.placeholder(tf.float32, (None, 4), "x")
    w = v1.get_variable("w", initializer=kernel)
    tf.matmul(given, w, name="y")
    session.run(v1.global_variables_initializer())
    v1.train.Saver().save(session, "./version1")
    frozen = v1.graph_util.convert_variables_to_constants(
        session, graph.as_graph_def(), ["y"]
    )
    tf.io.write_graph(frozen, ".", "frozen.pb", as_text=False)

try:  # from here on, only the files
    keras.models.load_model("saved")
except ValueError as error:
    refused = f"ValueError: {error}".split(": filepath")[0]
layer = keras.layers.TFSMLayer("saved", call_endpoint="serve")
with open("frozen.pb", "rb") as file:
    definition = v1.GraphDef.FromString(file.read())
imported = v1.wrap_function(
    lambda: tf.import_graph_def(definition, name=""), []
)
checkpoint = tf.train.load_checkpoint("./version1")

outputs = {
    "whole-model-told-to": layer(x),
    "graph": imported.prune("x:0", "y:0")(x),
    "whole-model-keras": keras.models.load_model("model.keras")(x),
    "whole-model-h5": keras.models.load_model("model.h5")(x),
    "weights": tf.matmul(x, checkpoint.get_tensor("w")),
}
fact("whole-model-by-default", refused)
for name, y in outputs.items():
    same = bool(np.allclose(y, model(x), atol=1e-6))
    fact(name, "opens, same output" if same else "other output")
    assert same
