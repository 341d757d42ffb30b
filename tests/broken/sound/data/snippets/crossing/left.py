"""Cross a hill."""

import json


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


steps = len("left") * 3
print("walking", steps)
fact("steps", steps)
fact("slope", 0.25, within=0.01)
fact("arrived", True)
assert steps > 10
