"""Runs rows of two expressions side by side, for two libraries that are made up."""

import json
import sys


def value(code, given):
    names = {}
    exec(given, names)
    return eval(code, names)


for row in json.load(sys.stdin)["rows"]:
    given = row.get("given", "")
    one, other = value(row["left"], given), value(row["right"], given)
    print(json.dumps({"name": row["id"] + ".difference", "value": float(abs(one - other)), "within": 0.001}))
    if "cure" in row:
        left = abs(value(row["cure"].get("left", row["left"]), given) - value(row["cure"].get("right", row["right"]), given))
        print(json.dumps({"name": row["id"] + ".left", "value": float(left), "within": 0.001}))
    for default in row.get("defaults", []):
        for side in ("left", "right"):
            print(json.dumps({"name": f"{row['id']}.{default['what']}.{side}", "value": value(default[side], given)}))
