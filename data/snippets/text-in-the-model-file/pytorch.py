"""Save a model that scores text by ids; a fresh process loads it."""

import inspect
import json
import subprocess
import sys

import torch
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


def encode(texts, words):  # 0 pads, 1 is unknown
    rows = [[words.get(w, 1) for w in t.lower().split()] for t in texts]
    return torch.tensor([(row + [0] * 4)[:4] for row in rows])


class TextModel(nn.Sequential):
    def forward(self, texts):
        return super().forward(encode(texts, words))


torch.manual_seed(0)
texts = ["Good film", "bad film", "an unseen word"]
words = {"good": 2, "bad": 3, "film": 4}
layers = nn.Embedding(5, 8), nn.Flatten(), nn.Linear(32, 1)
model = TextModel(*layers)

try:  # strings count as constants: other texts are refused
    torch.export.export(model, (["bad film"],)).module()(["good film"])
    raise SystemExit("another text was accepted")
except AssertionError as error:
    fact("other-text", f"{type(error).__name__}: {error}")

# The file takes ids; the words go into it as an extra file.
core, ids = nn.Sequential(*layers), encode(texts, words)
batch = {0: torch.export.Dim.DYNAMIC}
program = torch.export.export(core, (ids,), dynamic_shapes=(batch,))
extra = {"words.json": json.dumps(words)}
torch.export.save(program, "model.pt2", extra_files=extra)
load = """
import json, sys, torch
extra = {"words.json": ""}
model = torch.export.load("model.pt2", extra_files=extra).module()
ids = encode(json.loads(sys.argv[1]), json.loads(extra["words.json"]))
print(json.dumps([str(ids.dtype), model(ids).tolist()]))
"""
code = inspect.getsource(encode) + load
command = [sys.executable, "-c", code, json.dumps(texts)]
answer = subprocess.run(command, check=True, stdout=subprocess.PIPE)
dtype, result = json.loads(answer.stdout)
fact("input-type", dtype)
expected = model(texts)
difference = float((torch.tensor(result) - expected).abs().max())
fact("largest-difference", difference, within=1e-5)
assert difference < 1e-5 < expected.std()  # texts score differently
