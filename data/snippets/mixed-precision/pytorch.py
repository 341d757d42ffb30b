"""Train in bfloat16 on the CPU; with float16, scale the loss."""

import json

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def type_of(tensor):
    return str(tensor.dtype).removeprefix("torch.")


inputs = np.random.default_rng(0).random((64, 4), dtype="float32")
x = torch.from_numpy(inputs)
y = x.sum(1, keepdim=True)
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 32), nn.ReLU(), nn.Linear(32, 1))
weight = model[0].weight
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)

losses = []
for _ in range(100):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        output = model(x)
        loss = F.mse_loss(output, y)
    optimizer.zero_grad()
    loss.backward()  # outside autocast, in the types of the forward
    optimizer.step()
    losses.append(loss.item())

fact("weights", type_of(weight))
fact("activations", type_of(output))
fact("loss", type_of(loss))
fact("gradients", type_of(weight.grad))
fact("optimizer-state", type_of(optimizer.state[weight]["exp_avg"]))
fact("loss-falls-tenfold", losses[-1] < losses[0] / 10)

# Off by 1 and scaled by 2 ** 24, the gradients overflow float16.
scaler = torch.amp.GradScaler("cpu", init_scale=2.0**24)
before = weight.detach().clone()
with torch.autocast("cpu", dtype=torch.float16):
    loss = F.mse_loss(model(x), y + 1)
optimizer.zero_grad()
scaler.scale(loss).backward()
scaler.step(optimizer)
scaler.update()
fact("overflowed-step-skipped", weight.equal(before))
fact("scale-after-overflow", int(scaler.get_scale()))
assert output.dtype == torch.bfloat16 and loss.dtype == torch.float32
assert losses[-1] < losses[0] / 10
assert weight.equal(before) and scaler.get_scale() == 2**23
