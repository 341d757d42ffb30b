"""Freeze a body, train a new head; watch the body's BatchNorm."""

import json

import numpy as np
import torch
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(3, 2, size=(256, 4)).astype("float32"))
y = x.sum(dim=1, keepdim=True)

torch.manual_seed(0)
norm = nn.BatchNorm1d(8)
body = nn.Sequential(nn.Linear(4, 8), norm, nn.ReLU())
model = nn.Sequential(body, nn.Linear(8, 5))  # as if trained


def fine_tune(steps=120):
    model[1] = nn.Linear(8, 1)  # the new head
    trainable = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.Adam(trainable, lr=0.2)
    before, losses = norm.running_mean.clone(), []
    for _ in range(steps):
        loss = nn.functional.mse_loss(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    statistics_moved = not torch.equal(before, norm.running_mean)
    return len(trainable), losses[-1] / losses[0], statistics_moved


weights = [p.clone() for p in body.parameters()]
model.train()  # reaches the body, whether it is frozen or not
body.requires_grad_(False)
trained, loss_ratio, moved_frozen = fine_tune()
same = all(map(torch.equal, weights, body.parameters()))
body.eval()  # batch norm uses its statistics and keeps them
*_, moved_frozen_eval = fine_tune(steps=5)
body.requires_grad_(True).train()
*_, moved_unfrozen = fine_tune(steps=5)

fact("trained-tensors", trained)
fact("loss-below-a-tenth", loss_ratio < 0.1)
fact("frozen-weights-moved", not same)
fact("statistics-moved-frozen", moved_frozen)
fact("statistics-moved-frozen-inference", moved_frozen_eval)
fact("statistics-moved-unfrozen", moved_unfrozen)
assert trained == 2 and same and loss_ratio < 0.1
assert moved_frozen and moved_unfrozen and not moved_frozen_eval
