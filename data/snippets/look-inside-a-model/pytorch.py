"""Print and stop inside the forward pass, eagerly and compiled."""

import contextlib
import io
import json
import sys

import torch
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


stops = []  # the type of x at every breakpoint(), in place of pdb
sys.breakpointhook = lambda: stops.append(
    type(sys._getframe(1).f_locals["x"]).__name__
)


class Dense(nn.Linear):
    def forward(self, x, stop=True):
        x = super().forward(x)
        print("mean", x.mean())
        if stop:
            breakpoint()
        return torch.relu(x)


def observe(model, *args):
    stops.clear()
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        for _ in range(3):
            model(torch.ones(2, 4), *args)
    prints, kinds = printed.getvalue().count("mean"), sorted({*stops})
    return f"print {prints}, breakpoint {len(stops)} {kinds}"


model, made = Dense(4, 2), torch._dynamo.utils.counters["stats"]
parts = torch.compile(model, backend="eager")  # no code generation
whole = torch.compile(model, backend="eager", fullgraph=True)
fact("eager", eager := observe(model))
try:
    observe(whole)
except torch._dynamo.exc.Unsupported as error:
    fact("fullgraph-error", str(error).splitlines()[0][:80])
assert made["unique_graphs"] == 0
fact("compiled", compiled := observe(parts))
assert made["unique_graphs"] == 2  # before print, after breakpoint
with torch.compiler.set_stance("force_eager"):
    fact("eager-switch", switched := observe(parts))
torch.compiler.reset()  # or the next call would run eagerly
# Named in the error's hint; prints after the graph has run.
torch._dynamo.config.reorderable_logging_functions.add(print)
fact("compiled-print", kept := observe(whole, False))
stopped = "print 3, breakpoint 3 ['Tensor']"
assert eager == compiled == switched == stopped
assert kept == "print 3, breakpoint 0 []" and made["unique_graphs"] == 3
