"""The whole kit through the command line: `python tests/hostile/run.py [GROUP …] [--large]`.

Prints one line for each thing that is wrong, then the dearest cases. The exit code is 1 where
anything is wrong.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from hostile_commands import run_commands
from hostile_faults import find_faults, with_companion
from hostile_groups import build_kit
from hostile_kit import story

COMMANDS = (
    ["--plain"],
    ["articles", "--json"],
    ["links", "--json"],
    ["quotes", "--json"],
    ["report", "--format", "html"],
    ["report", "--format", "json"],
)


def main() -> int:
    """Run the kit and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help="only these groups")
    parser.add_argument("--large", action="store_true", help="with the cases of many megabytes")
    parser.add_argument("--command", action="append", help="only this command, such as 'links'")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reader-hostile-") as place:
        folder, home = Path(place, "kit"), Path(place, "home")
        folder.mkdir()
        home.mkdir()
        companion = Path(place, "companion.txt")
        companion.write_text(story("Ferries sail from another pier."), encoding="utf-8")
        cases = [
            case
            for case in build_kit(folder, large=options.large)
            if not options.groups or case.group in options.groups
        ]
        commands = [
            command for command in COMMANDS if not options.command or command[0] in options.command
        ]
        tried = [
            (case, command)
            for command in commands
            for case in cases
            # The other commands need a choice of entries for a feed.
            if command == ["--plain"] or not case.options
        ]
        results = run_commands(
            [with_companion(command, case, str(companion)) for case, command in tried], home
        )
        fault_count, costs = 0, []
        for (case, command), result in zip(tried, results, strict=True):
            words = " ".join(command)
            costs.append((result.cpu, result.memory >> 20, f"{words} {case.group}/{case.name}"))
            for fault in find_faults(case, command[0], result):
                fault_count += 1
                print(f"{words} {case.group}/{case.name}: {fault}", flush=True)
    print(f"\n{len(costs)} runs of {len(cases)} cases, {fault_count} faults\n\nseconds    MB")
    for cpu, memory, name in sorted(costs, reverse=True)[:15]:
        print(f"{cpu:7.2f} {memory:5d}  {name}")
    print()
    for cpu, memory, name in sorted(costs, key=lambda cost: -cost[1])[:5]:
        print(f"{cpu:7.2f} {memory:5d}  {name}")
    return 1 if fault_count else 0


if __name__ == "__main__":
    sys.exit(main())
