"""Read shuffled, augmented batches from .npy shards with 2 workers."""

import json

import numpy as np
import torch
from torch.utils.data import ConcatDataset, DataLoader, Dataset


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


class Shard(Dataset):
    def __init__(self, path):
        self.rows = np.load(path, mmap_mode="r")

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, index):
        row = torch.tensor(self.rows[index])
        # Each worker's generator is seeded from the loader's.
        return row[0].int(), row + 0.1 * torch.rand(row.shape)


def make_loader(paths, workers):
    return DataLoader(
        ConcatDataset([Shard(path) for path in paths]),
        batch_size=8,
        shuffle=True,
        num_workers=workers,  # each prefetches two batches
        generator=torch.Generator().manual_seed(7),
    )


def epoch(loader):
    ids, rows = zip(*loader)
    return torch.cat(ids).tolist(), torch.cat(rows)


if __name__ == "__main__":  # started workers may import this file
    table = np.arange(32, dtype="float32")[:, None].repeat(4, axis=1)
    paths = [f"shard-{number}.npy" for number in range(4)]
    for path, rows in zip(paths, np.split(table, 4)):
        np.save(path, rows)
    loader = make_loader(paths, workers=2)
    (first, noisy), (second, _) = epoch(loader), epoch(loader)
    again, noisy_again = epoch(make_loader(paths, workers=2))
    single, noisy_single = epoch(make_loader(paths, workers=0))
    fact("first-batch", str(first[:8]))
    fact("each-item-once", sorted(first) == list(range(32)))
    fact("second-epoch-differs", first != second)
    fact("same-order-again", first == again == single)
    fact("same-noise-again", noisy.equal(noisy_again))
    fact("same-noise-unparallel", noisy.equal(noisy_single))
    assert sorted(first) == sorted(second) == list(range(32))
    assert first == again == single != second
    assert noisy.equal(noisy_again) and not noisy.equal(noisy_single)
