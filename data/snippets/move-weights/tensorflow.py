"""Carry the weights of a PyTorch model into Keras."""

import json

import keras
import numpy as np
import torch
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


class LastStep(nn.LSTM):
    def forward(self, x):  # an image, channels first
        return super().forward(x.flatten(2).mT)[0][:, -1]


def difference(pad=1, padding="valid", epsilon=1e-5):
    target = keras.Sequential([keras.Input((8, 8, 3))])
    target.add(keras.layers.ZeroPadding2D(pad))
    target.add(keras.layers.Conv2D(8, 3, strides=2, padding=padding))
    target.add(keras.layers.BatchNormalization(epsilon=epsilon))
    target.add(keras.layers.Reshape((16, 8)))  # row by row
    target.add(keras.layers.LSTM(6))
    target.add(keras.layers.Dense(4))
    target.set_weights(values)
    return float(np.abs(target.predict(x, verbose=0) - expected).max())


source = nn.Sequential(
    nn.Conv2d(3, 8, 3, stride=2, padding=1),
    nn.BatchNorm2d(8),
    LastStep(8, 6, batch_first=True),
    nn.Linear(6, 4),
).eval()
state = source.state_dict()
rng = np.random.default_rng(0)
for value in state.values():  # positive, as a variance has to be
    value.copy_(torch.from_numpy(rng.uniform(0.05, 0.5, value.shape)))
weights = {name: value.numpy() for name, value in state.items()}
weights.pop("1.num_batches_tracked")
# Two biases here, one in Keras: their sum.
bias_hh = weights.pop("2.bias_hh_l0")
weights["2.bias_ih_l0"] = weights["2.bias_ih_l0"] + bias_hh
axes = {1: (0,), 2: (1, 0), 4: (2, 3, 1, 0)}
values = [v.transpose(axes[v.ndim]) for v in weights.values()]

x = rng.normal(size=(5, 8, 8, 3)).astype("float32")
with torch.no_grad():
    expected = source(torch.from_numpy(x).permute(0, 3, 1, 2)).numpy()
handled = difference()
epsilon = difference(epsilon=1e-3)  # the default of Keras
padding = difference(pad=0, padding="same")
fact("own-padding", padding, within=1e-2)
fact("own-epsilon", epsilon, within=2e-5)
fact("all-handled", handled, within=1e-5)
assert handled <= 1e-5 < 1e-4 < epsilon and padding > 1e-2
