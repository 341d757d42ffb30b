"""Train a small classifier and measure it on held-out points."""

import json

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


torch.manual_seed(0)  # weights and the order of the batches
rng = np.random.default_rng(0)
points = rng.uniform(-1, 1, size=(1200, 2)).astype("float32")
labels = (points[:, 0] * points[:, 1] > 0).astype("int64")

train_set = TensorDataset(
    torch.from_numpy(points[:1000]), torch.from_numpy(labels[:1000])
)
test_points = torch.from_numpy(points[1000:])
test_labels = torch.from_numpy(labels[1000:])

model = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 2))
loader = DataLoader(train_set, batch_size=32, shuffle=True)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
loss_fn = nn.CrossEntropyLoss()  # takes logits

epoch_losses = []
for epoch in range(20):
    model.train()
    total = 0.0
    for batch_points, batch_labels in loader:
        loss = loss_fn(model(batch_points), batch_labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch_points)
    epoch_losses.append(total / len(train_set))

model.eval()
with torch.inference_mode():
    predicted = model(test_points).argmax(dim=1)
accuracy = (predicted == test_labels).float().mean().item()

fact("parameters", sum(p.numel() for p in model.parameters()))
fact("first-epoch-loss", round(epoch_losses[0], 4), within=0.1)
fact("last-epoch-loss", round(epoch_losses[-1], 4), within=0.03)
fact("test-accuracy", round(accuracy, 4), within=0.03)
assert epoch_losses[-1] < epoch_losses[0] / 4
assert accuracy > 0.95
