"""The command line: `python -m compare <command>`. `make help` lists the commands as people use them."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from compare.problems import Faulty, Problem, Weight


def main(arguments: list[str] | None = None, root: Path | None = None) -> int:
    """Run one command in the project at `root` (the working folder where not given). Gives the exit status: 1 for faults."""
    parser = argparse.ArgumentParser(prog="compare", description="Check, judge and write the comparison's data.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="check the data and count the verdicts")
    render = commands.add_parser("render", help="write the page tree and all generated files, for any site builder")
    render.add_argument("folder", type=Path)
    commands.add_parser("accept", help="rewrite data/published.yaml and the schemas after a change")
    verified = commands.add_parser("verified", help="stamp statements that were held against their sources today")
    verified.add_argument("keys", nargs="*", metavar="ID")
    runs = commands.add_parser("verify", help="run the code of data/snippets and hold it against the record")
    runs.add_argument("--task", default="", help="only this task, or group of rows")
    runs.add_argument("--side", default="", help="only this contender")
    runs.add_argument("--again", action="store_true", help="record anew what it prints now")
    chosen = parser.parse_args(arguments)
    root = root or Path.cwd()
    try:
        if chosen.command == "check":
            return _check(root)
        if chosen.command == "render":
            from compare.write import render_to

            print(f"{render_to(root, chosen.folder, os.environ.get('SITE_URL', ''))} files in {chosen.folder}")
            return 0
        if chosen.command == "verify":
            from compare.runs.verify import verify

            return verify(root, chosen.task, chosen.side, chosen.again)
        from compare import accept

        lines = accept.accept(root) if chosen.command == "accept" else accept.verified(root, chosen.keys)
        print("\n".join(lines))
        return 0
    except Faulty as faulty:
        return _say(faulty.problems)


def _check(root: Path) -> int:
    from compare import schemas
    from compare.check import check

    checked = check(root)
    problems = [*checked.problems, *schemas.stale(root, checked.index.sides)]
    status = _say(problems)
    if not status:
        for id, judged in checked.verdicts.dimensions.items():
            criteria = len(checked.index.dimensions[id].criteria)
            verdict = judged.verdict
            print(
                f"{id}: "
                + (f"{verdict.leader} {verdict.level or ''} (net {verdict.net:+d} over {verdict.known} of {criteria})" if criteria else "not judged yet")
            )
    return status


def _say(problems: list[Problem]) -> int:
    """Print problems, faults last, where the eye ends. Gives 1 where there is a fault."""
    faults = [problem for problem in problems if problem.weight is not Weight.WARNING]
    for problem in [*(p for p in problems if p.weight is Weight.WARNING), *faults]:
        print(problem, file=sys.stderr)
    if faults:
        print(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
