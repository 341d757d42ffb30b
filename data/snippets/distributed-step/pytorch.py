"""A data-parallel step in two processes against one large batch."""

import json
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
import torch.multiprocessing as mp
import torch.nn.functional as F
from torch import nn
from torch.nn.parallel import DistributedDataParallel


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def make_model():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))


def weights_after_step(model, x, y):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    F.mse_loss(model(x), y).backward()
    optimizer.step()
    return nn.utils.parameters_to_vector(model.parameters()).detach()


def worker(rank, x, y):
    url = Path("rendezvous").absolute().as_uri()
    dist.init_process_group("gloo", url, rank=rank, world_size=2)
    model = DistributedDataParallel(make_model())
    # backward() averages the gradients of the two processes.
    mine = slice(rank, None, 2)
    weights = weights_after_step(model, x[mine], y[mine])
    torch.save(weights, f"weights-{rank}.pt")
    dist.destroy_process_group()


if __name__ == "__main__":
    inputs = np.random.default_rng(0).random((16, 4), dtype="float32")
    x = torch.from_numpy(inputs)
    y = x.sum(1, keepdim=True)
    mp.spawn(worker, args=(x, y), nprocs=2)
    first, second = (
        torch.load(f"weights-{rank}.pt") for rank in (0, 1)
    )
    whole = weights_after_step(make_model(), x, y)
    half = weights_after_step(make_model(), x[::2], y[::2])
    difference = (first - whole).abs().max().item()
    fact("same-weights-in-both", first.equal(second))
    fact("largest-difference", difference, within=1e-6)
    assert first.equal(second) and difference < 1e-6
    # Without the other half the step would have been another.
    assert (half - whole).abs().max() > 1e-3
