"""Stop after 3 of 6 steps, resume in a fresh process, compare."""

import json
import subprocess
import sys

import torch
import torch.nn.functional as F
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def train(steps, path, load=None, leave_out=None):
    torch.manual_seed(0)
    x = torch.randn(32, 8)
    layers = [nn.Linear(8, 16), nn.Dropout(0.5), nn.Linear(16, 1)]
    model = nn.Sequential(*layers)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    shuffling = torch.Generator().manual_seed(7)
    step, order = 0, []
    if load:
        state = torch.load(load)
        step, order = state["step"], state["order"]
        shuffling.set_state(state["shuffling"])
        model.load_state_dict(state["model"])
        if leave_out != "optimizer":
            optimizer.load_state_dict(state["optimizer"])
        if leave_out != "random":  # dropout draws from it
            torch.set_rng_state(state["random"])
    while step < steps:  # an epoch has four steps: 3 lies inside one
        if not order:
            order = torch.randperm(32, generator=shuffling).tolist()
        batch, order = x[order[:8]], order[8:]
        loss = F.mse_loss(model(batch), batch[:, :1])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        step += 1
    state = {"model": model.state_dict(), "step": step, "order": order}
    state["optimizer"] = optimizer.state_dict()
    state["shuffling"] = shuffling.get_state()
    torch.save(state | {"random": torch.get_rng_state()}, path)
    return nn.utils.parameters_to_vector(model.parameters()).detach()


if "resume" in sys.argv:
    straight = torch.load("straight-weights.pt")
    for leave_out in None, "optimizer", "random":
        resumed = train(6, "resumed.pt", "half.pt", leave_out)
        same = resumed.equal(straight)
        fact(f"same-without-{leave_out}" if leave_out else "same", same)
        assert same == (leave_out is None)
else:
    torch.save(train(6, "straight.pt"), "straight-weights.pt")
    train(3, "half.pt")
    subprocess.run([sys.executable, __file__, "resume"], check=True)
