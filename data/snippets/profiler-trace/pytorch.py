"""Profile a training step; read back the trace file it writes."""

import json
from collections import Counter

import torch
import torch.nn.functional as F
from torch import nn
from torch.profiler import ProfilerActivity, profile, record_function


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
x, y = torch.randn(32, 64), torch.randn(32, 1)


def train_step():
    optimizer.zero_grad()
    loss = F.mse_loss(model(x), y)
    loss.backward()
    optimizer.step()


train_step()  # warm-up, outside the recording
activities = [ProfilerActivity.CPU]
# Layers are named in the trace only if stacks are recorded.
with profile(activities=activities, with_stack=True) as profiler:
    with record_function("my step"):
        train_step()
profiler.export_chrome_trace("trace.json")

with open("trace.json") as file:
    events = json.load(file)["traceEvents"]
calls = Counter(e["name"] for e in events if e["ph"] == "X")
modules = [name for name in calls if name.startswith("nn.Module: Lin")]
products = [
    name for name in calls if name in ("aten::addmm", "aten::mm")
]
# The same counts, with times, without going through the file.
averages = {row.key: row.count for row in profiler.key_averages()}

fact("trace-file", "trace.json")
fact("read-with", json.__name__)
fact("own-span", calls["my step"])
fact("matrix-products", sum(calls[name] for name in products))
fact("products-in-summary", sum(averages[name] for name in products))
fact("layer-named-in-trace", sorted(modules)[0])
assert calls["my step"] == 1 and len(modules) == 2
# Two layers forward; backward two for weights, one for an input.
assert sum(calls[name] for name in products) == 5
assert all(calls[name] == averages[name] for name in products)
