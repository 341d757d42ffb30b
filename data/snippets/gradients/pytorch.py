"""Take first, second and per-example gradients; check by formula."""

import json

import torch
from torch.func import grad, vmap


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


# Derivatives of x^3 at x = 2, as autograd records operations.
x = torch.tensor(2.0, requires_grad=True)
y = x**3
(first,) = torch.autograd.grad(y, x, create_graph=True)
(second,) = torch.autograd.grad(first, x)
assert abs(first.item() - 3 * 2.0**2) < 1e-5
assert abs(second.item() - 6 * 2.0) < 1e-5


# The same by composing functions.
def cube(x):
    return x**3


torch.testing.assert_close(grad(cube)(x), first)
torch.testing.assert_close(grad(grad(cube))(x), second)

# Loss of one example: (w.a - b)^2; by formula 2 (w.a - b) a.
weights = torch.tensor([1.0, -2.0, 0.5])
inputs = torch.arange(12.0).reshape(4, 3) / 10
targets = torch.tensor([1.0, 0.0, -1.0, 2.0])


def loss(weights, a, b):
    return (weights @ a - b) ** 2


per_example = vmap(grad(loss), in_dims=(None, 0, 0))(
    weights, inputs, targets
)
formula = 2 * (inputs @ weights - targets)[:, None] * inputs
error = (per_example - formula).abs().max().item()

fact("first-derivative", first.item(), within=1e-5)
fact("second-derivative", second.item(), within=1e-5)
fact("per-example-shape", "x".join(map(str, per_example.shape)))
fact("per-example-error", error, within=1e-5)
assert error < 1e-5
# Their mean is the gradient that backward() gives of the mean loss.
weights.requires_grad_()
loss(weights, inputs.T, targets).mean().backward()
assert torch.allclose(per_example.mean(0), weights.grad)
assert not torch.allclose(per_example[0], per_example[1])
