"""How often a function is compiled for new shapes and new numbers."""

import json

import torch


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def scaled_sum(x, scale):
    return torch.relu(x * scale).sum()


def compilations(calls, **options):
    graphs = []

    def backend(module, example_inputs):
        graphs.append(module)
        return module.forward

    torch.compiler.reset()  # forget what earlier runs compiled
    compiled = torch.compile(scaled_sum, backend=backend, **options)
    for x, scale in calls:
        assert torch.allclose(compiled(x, scale), scaled_sum(x, scale))
    return len(graphs)


sizes = [(torch.ones(n, 4), 2.0) for n in range(2, 22)]
numbers = [(torch.ones(3, 4), float(k)) for k in range(2, 22)]

# The second size makes the compiler treat the size as a variable.
fact("sizes-by-default", compilations(sizes))

# Past recompile_limit the function runs uncompiled, with a warning.
exact = compilations(sizes, dynamic=False)
fact("sizes-each-exact", exact)
assert exact == torch._dynamo.config.recompile_limit < len(sizes)

for x, _ in sizes:
    torch._dynamo.mark_dynamic(x, 0)
declared = compilations(sizes)
fact("sizes-declared", declared)

fact("numbers-by-default", compilations(numbers))
as_tensors = [(x, torch.tensor(k)) for x, k in numbers]
tensors = compilations(as_tensors)
fact("numbers-as-tensors", tensors)
assert declared == tensors == 1
