"""What search finds: every criterion, statement, tool, target, guide, dimension and profile at its own anchor."""

from __future__ import annotations

from compare import addresses
from compare.present import words
from compare.present.records import Record, Records
from compare.present.words import first_sentence, plain


def entries(records: Records) -> list[Record]:
    """One entry a thing: {kind, title, text, more, names, url}. `text` is shown, `more` is only searched, `names` counts as the title does; `url` is a path from the root."""
    labels = records.index.labels
    by_id = {tool["id"]: tool["name"] for tool in records.tools}
    made: list[Record] = []

    def add(kind: str, title: str, text: str, url: str, more: str = "", names: str = "") -> None:
        made.append({"kind": kind, "title": title, "text": text, "url": url.lstrip("/"), "more": more, "names": names})

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
        add("Tool", tool["name"], f"{state}{after}. {tool['role']}", tool["url"], tool["finding"], names)
    for target in records.matrix:
        states = "; ".join(f"{label}: {target[side]['state']}" for side, label in labels.items())
        add("Target", target["target"], states, addresses.target(target["id"]), " ".join(target[side]["how"] for side in labels))
    for guide in records.use_cases:
        add("Guide", guide["title"], records.index.guides[guide["id"]].question, guide["url"], guide["because"])
    for claim in records.claims:
        add("Statement", claim["says"], claim["status"].replace("-", " "), claim["url"], claim["finding"])
    for task in records.snippets:
        facts = " ".join(fact["says"] for fact in task["facts"])
        add("Code", task["title"], first_sentence(task["look"]), task["url"], facts, " ".join(task["words"]))
    for group in records.phrasebook:
        for row in group["rows"]:
            both = " ⇄ ".join(row["words"] if len(row["words"]) == len(labels) else (last_line(row[side]) for side in labels))
            code = " ".join(row[side] for side in labels)
            add("Phrase", row["title"], both, row["url"], f"{code} {group['title']} {row['why']}", " ".join(row["words"]))
    for group in records.causes:
        for row in group["rows"]:
            add("Different numbers", row["title"], first_sentence(row["why"]), row["url"], f"{row['notice']} {row['mends']} {group['title']}")
    for profile in records.frameworks:
        add("Framework", profile["label"], profile["what"]["text"], profile["url"], "releases governance")
    return made


def last_line(code: str) -> str:
    """The line of an expression that says what it is."""
    return code.strip().splitlines()[-1]
