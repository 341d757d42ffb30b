"""A loop and a branch on tensor values: eager, compiled, exported."""

import json

import torch


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def outcome(call, *args):
    try:
        call(*args)
    except Exception as error:
        return type(error).__name__
    return "runs"


class PlainPython(torch.nn.Module):
    def forward(self, x):
        steps = 0
        while x.abs().max() > 1:
            x, steps = x / 2, steps + 1
        return (x if x.sum() > 0 else -x), steps


@torch.compile(backend="eager")
def with_list(x):
    seen = [x]
    while seen[-1].abs().max() > 1:
        seen.append(seen[-1] / 2)
    return seen


class Operators(torch.nn.Module):  # both are prototypes in 2.13
    def forward(self, x):
        x, n = torch.while_loop(
            lambda x, n: x.abs().max() > 1,
            lambda x, n: (x / 2, n + 1),
            (x, torch.tensor(0)),
        )
        return torch.cond(x.sum() > 0, torch.clone, torch.neg, (x,)), n


x, plain = torch.tensor([-12.0, 5.0, 3.0]), PlainPython()
expected, steps = plain(x)
fact("eager-steps", steps)
whole = torch.compile(plain, fullgraph=True)
fact("python-as-one-graph", outcome(whole, x))
compiled = torch.compile(plain, backend="eager")  # only captures graphs
assert torch.equal(compiled(x)[0], expected)
fact("graphs", torch._dynamo.utils.counters["stats"]["unique_graphs"])
fact("list-in-loop", outcome(with_list, x))
fact("python-exported", outcome(torch.export.export, plain, (x,)))
torch.export.save(torch.export.export(Operators(), (x,)), "m.pt2")
same, steps = torch.export.load("m.pt2").module()(x * 16)
assert torch.equal(same, expected) and steps == 8
fact("steps-after-load", steps.item())
