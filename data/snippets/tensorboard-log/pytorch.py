"""Log a scalar, a histogram and a graph for TensorBoard; read back."""

import json
import warnings
from importlib.metadata import requires

import torch
from tensorboard.backend.event_processing import event_accumulator
from torch import nn
from torch.utils.tensorboard import SummaryWriter


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def kind(tags, tag):
    for name, found in tags.items():  # a list of tags, or a yes or no
        if isinstance(found, list) and tag in found:
            return name


torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
with SummaryWriter("logs") as writer:
    for step in range(5):
        loss = 1 / (step + 1)
        writer.add_scalar("loss", loss, step)
        writer.add_scalar("loss-tensor", loss, step, new_style=True)
        writer.add_histogram("weights", model[0].weight, step)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        writer.add_graph(model, torch.ones(1, 4))

log = event_accumulator.EventAccumulator("logs").Reload()
tags = log.Tags()
losses = [event.value for event in log.Scalars("loss")]
histogram = log.Histograms("weights")[-1].histogram_value
operations = {node.op for node in log.Graph().node}
deprecated = str(caught[0].message).split(". ")[0]
needs = [need for need in requires("torch") if "tensorboard" in need]

fact("scalar-tag-kind", kind(tags, "loss"))
fact("new-style-tag-kind", kind(tags, "loss-tensor"))
fact("histogram-tag-kind", kind(tags, "weights"))
fact("last-loss", losses[-1], within=1e-6)
fact("layer-in-graph", ", ".join(operations & {"aten::linear"}))
fact("graph-warning", deprecated)
fact("installs-tensorboard", bool(needs))
assert kind(tags, "loss") == "scalars" and len(losses) == 5
assert kind(tags, "loss-tensor") == "tensors"
assert histogram.num == model[0].weight.numel()
assert "aten::linear" in operations and not needs
