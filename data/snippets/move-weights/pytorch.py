"""Carry the weights of a Keras model into PyTorch."""

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


def difference(model):
    outputs = model(inputs).detach().numpy()
    return float(np.abs(outputs - expected).max())


source = keras.Sequential([keras.Input((8, 8, 3))])
source.add(keras.layers.Conv2D(8, 3, strides=2, padding="same"))
source.add(keras.layers.BatchNormalization())
source.add(keras.layers.Reshape((16, 8)))  # row by row
source.add(keras.layers.LSTM(6))
source.add(keras.layers.Dense(4))
rng = np.random.default_rng(0)
for weight in source.weights:  # positive, as a variance has to be
    weight.assign(rng.uniform(0.05, 0.5, weight.shape))
target = nn.Sequential(
    nn.ZeroPad2d((0, 1, 0, 1)),  # Keras pads right and bottom here
    nn.Conv2d(3, 8, 3, stride=2),
    nn.BatchNorm2d(8, eps=1e-3),  # the default of Keras
    LastStep(8, 6, batch_first=True),
    nn.Linear(6, 4),
).eval()
state = target.state_dict()
state["3.bias_hh_l0"].zero_()  # two biases here, one in Keras
names = [n for n in state if "batches" not in n and "bias_hh" not in n]
axes = {1: (0,), 2: (1, 0), 4: (3, 2, 0, 1)}
for name, value in zip(names, source.get_weights(), strict=True):
    state[name] = torch.from_numpy(value.transpose(axes[value.ndim]))
target.load_state_dict(state)
x = rng.normal(size=(5, 8, 8, 3)).astype("float32")
inputs = torch.from_numpy(x).permute(0, 3, 1, 2)
expected = source.predict(x, verbose=0)
handled = difference(target)
target[2].eps = 1e-5  # the default of PyTorch
epsilon = difference(target)
target[2].eps, target[0] = 1e-3, nn.ZeroPad2d(1)  # padding=1
padding = difference(target)
fact("own-padding", padding, within=1e-2)
fact("own-epsilon", epsilon, within=2e-5)
fact("all-handled", handled, within=1e-5)
assert handled <= 1e-5 < 1e-4 < epsilon and padding > 1e-2
