"""What TensorFlow and Keras say of deprecated and removed names."""

import json
import logging
import re
import warnings

import keras
import tensorflow as tf
from absl import logging as absl_logging


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


class Keep(logging.Handler):  # some warnings are only logged
    def emit(self, record):
        kept.append(("logged warning", record.getMessage()))


def said(call):
    """Kind and sentence of the first message about the call."""
    kept.clear()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            call()
        except (AttributeError, ValueError) as error:
            kept.append((type(error).__name__, error))
    kept.extend((w.category.__name__, w.message) for w in caught)
    for kind, message in kept:
        text = re.sub(r"From \S+: | \(from \S+\)", "", str(message))
        for sentence in " ".join(text.split()).split(". "):
            if any(word in sentence for word in words):
                sentence = sentence.removeprefix("Warning: ")
                return f"{kind}: {sentence}"[:90]


kept = []
words = "deprecated", "legacy", "no attribute", "Invalid"
for logger in (tf.get_logger(), absl_logging.get_absl_logger()):
    logger.setLevel(logging.WARNING)
    logger.addHandler(Keep())
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
lite = tf.lite.TFLiteConverter.from_keras_model(model).convert()
calls = {
    "lite-interpreter": lambda: tf.lite.Interpreter(model_content=lite),
    "is-gpu-available": tf.test.is_gpu_available,
    "save-to-h5": lambda: model.save("model.h5"),
    "save-format": lambda: model.save("folder", save_format="tf"),
    "save-to-folder": lambda: model.save("folder"),
    "removed-names": lambda: tf.Session(),
}
for name, call in calls.items():
    fact(name, message := said(call))
    assert message
assert not any(hasattr(tf, n) for n in ("contrib", "estimator"))
assert hasattr(tf.compat.v1, "Session")
