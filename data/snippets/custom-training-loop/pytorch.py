"""Write the training loop and clip gradients by their global norm."""

import json

import numpy as np
import torch
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


MAX_NORM = 1.0
rng = np.random.default_rng(0)
weights = np.array([[3.0], [-2.0], [1.0], [4.0]], dtype="float32")
features = rng.normal(size=(256, 4)).astype("float32")
x = torch.from_numpy(features)
y = torch.from_numpy(features @ weights + 5.0)

model = nn.Linear(4, 1)
nn.init.zeros_(model.weight)
nn.init.zeros_(model.bias)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
loss_fn = nn.MSELoss()


def train_step(x, y):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    # Scales .grad in place; returns the norm from before.
    norm_before = nn.utils.clip_grad_norm_(model.parameters(), MAX_NORM)
    norm_after = nn.utils.get_total_norm(
        [p.grad for p in model.parameters()]
    )
    optimizer.step()
    return loss.detach(), norm_before, norm_after


rows = []
for step in range(150):
    start = 32 * (step % 8)
    batch = slice(start, start + 32)
    rows.append([v.item() for v in train_step(x[batch], y[batch])])
losses, before, after = np.array(rows).T

fact("norm-before-clipping", round(before[0], 4), within=0.01)
fact("norm-after-clipping", round(after[0], 4), within=0.0005)
fact("steps-clipped", int((before > MAX_NORM).sum()))
fact("first-loss", round(losses[0], 4), within=0.01)
fact("last-loss", round(losses[-1], 6), within=0.001)
assert before[0] > 10 * MAX_NORM
assert after.max() < MAX_NORM + 1e-4
free = before < MAX_NORM  # these steps must be left as they were
assert free.any() and np.allclose(before[free], after[free])
assert losses[-1] < losses[0] / 1000
