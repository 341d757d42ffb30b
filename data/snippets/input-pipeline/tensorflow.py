"""Read shuffled, augmented batches from .npy shards in parallel."""

import json

import numpy as np
import tensorflow as tf


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def augment(record, seed):
    row = tf.io.decode_raw(record, tf.float32)
    noise = tf.random.stateless_uniform(tf.shape(row), seed)
    return tf.cast(row[0], tf.int32), row + 0.1 * noise


def make_dataset(paths, header, parallel):
    # Behind the .npy header a row is four raw float32 numbers.
    records = tf.data.FixedLengthRecordDataset(paths, 4 * 4, header)
    records = records.shuffle(32, seed=7)  # 32: all of them
    # Each record gets a seed of its own, drawn anew in every epoch.
    seeds = tf.data.Dataset.random(7, rerandomize_each_iteration=True)
    return (
        tf.data.Dataset.zip(records, seeds.batch(2))
        .map(augment, num_parallel_calls=parallel)
        .batch(8)
        .prefetch(tf.data.AUTOTUNE)
    )


def epoch(dataset):
    ids, rows = zip(*dataset.as_numpy_iterator())
    return np.concatenate(ids).tolist(), np.concatenate(rows)


table = np.arange(32, dtype="float32")[:, None].repeat(4, axis=1)
paths = [f"shard-{number}.npy" for number in range(4)]
for path, rows in zip(paths, np.split(table, 4)):
    np.save(path, rows)
header = tf.io.gfile.stat(paths[0]).length - rows.nbytes
dataset = make_dataset(paths, header, parallel=2)
first, noisy = epoch(dataset)
second, noisy_second = epoch(dataset)
again, noisy_again = epoch(make_dataset(paths, header, parallel=2))
single, noisy_single = epoch(make_dataset(paths, header, parallel=None))
fact("first-batch", str(first[:8]))
fact("each-item-once", sorted(first) == list(range(32)))
fact("second-epoch-differs", first != second)
fact("same-order-again", first == again == single)
fact("same-noise-again", bool((noisy == noisy_again).all()))
fact("same-noise-unparallel", bool((noisy == noisy_single).all()))
assert sorted(first) == sorted(second) == list(range(32))
assert first == again == single != second
assert (noisy == noisy_again).all() and (noisy == noisy_single).all()
# Sorted, the rows stand by item: other noise in the second epoch.
assert (np.sort(noisy, 0) != np.sort(noisy_second, 0)).any()
