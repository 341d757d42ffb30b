"""What search finds: every criterion, statement, tool, target, guide, dimension and profile at its own anchor."""

from __future__ import annotations

from compare import addresses
from compare.present import words
from compare.present.records import Record, Records
from compare.present.words import plain


def entries(records: Records) -> list[Record]:
    """One entry a thing: {kind, title, text, more, url}. `text` is shown, `more` is only searched; `url` is a path from the root."""
    labels = records.index.labels
    by_id = {tool["id"]: tool["name"] for tool in records.tools}
    made: list[Record] = []

    def add(kind: str, title: str, text: str, url: str, more: str = "") -> None:
        made.append({"kind": kind, "title": title, "text": text, "url": url.lstrip("/"), "more": more})

    for dimension in records.dimensions:
        add("Dimension", dimension["title"], dimension["question"], dimension["url"], dimension["verdict"]["because"])
        for one in dimension["criteria"]:
            found = " ".join(finding["text"] for finding in one["findings"].values())
            edge = plain(words.edge(one, labels))
            add("Criterion", one["title"], f"{edge}. {one['ask']}", one["url"], f"{one['decides']} {found}")
    for tool in records.tools:
        names = " ".join([*tool["aliases"], *(package["name"] for package in tool["packages"])])
        state = " ".join([words.state(tool) or "not judged yet", *([f"since {tool['since']}"] if tool["since"] else [])])
        after = f", successor {by_id[tool['successor']]}" if tool["successor"] else ""
        add("Tool", tool["name"], f"{state}{after}. {tool['role']}", tool["url"], f"{names} {tool['finding']}")
    for target in records.matrix:
        states = "; ".join(f"{label}: {target[side]['state']}" for side, label in labels.items())
        add("Target", target["target"], states, addresses.target(target["id"]), " ".join(target[side]["how"] for side in labels))
    for guide in records.use_cases:
        add("Guide", guide["title"], records.index.guides[guide["id"]].question, guide["url"], guide["because"])
    for claim in records.claims:
        add("Statement", claim["says"], claim["status"].replace("-", " "), claim["url"], claim["finding"])
    for profile in records.frameworks:
        add("Framework", profile["label"], profile["what"]["text"], profile["url"], "releases governance")
    return made
