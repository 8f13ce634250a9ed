"""Measures the real program in a pseudo-terminal, beside the least a Textual app can do.

    python tests/benchmarks/terminal.py                 everything, a few minutes
    python tests/benchmarks/terminal.py --quick         fewer runs, smaller articles
    python tests/benchmarks/terminal.py start keys      some parts of: line, start, keys,
                                                        burst, matrix, memory

Ratios are of medians (the least value is in brackets) of one run, in which the two programs
take turns. Exit code 1 where a bound is not kept.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version

from terminal_measures import FULL, PARTS, QUICK, Figure

_HEADINGS = ("", "reader", "beside", "ratio", "at most", "kept")


def main() -> int:
    """Run the parts named and print their tables as they come."""
    options = _options()
    machine = _machine()
    print(machine, flush=True)
    figures: dict[str, list[Figure]] = {}
    for part in options.parts or PARTS:
        print(f"\n{part}: {(PARTS[part].__doc__ or '').strip()}", flush=True)
        figures[part] = list(PARTS[part](QUICK if options.quick else FULL))
        print(_table(figures[part]), flush=True)
    if options.json:
        told = {part: [asdict(figure) for figure in found] for part, found in figures.items()}
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"machine": machine, "quick": options.quick, "parts": told}, file, indent=1)
    return int(any(figure.met is False for found in figures.values() for figure in found))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the reader in a terminal.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="fewer runs, smaller articles")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return options


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f}"
    return (
        f"Python {platform.python_version()}, Textual {version('textual')}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors{load}"
    )


def _table(figures: Sequence[Figure]) -> str:
    lines = [_HEADINGS, *(_cells(figure) for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cells(figure: Figure) -> tuple[str, ...]:
    kept = {True: "yes", False: "NO", None: ""}[figure.met]
    return (
        figure.what,
        figure.value,
        figure.beside,
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        "" if figure.most is None else f"{figure.most:.2f}",
        kept,
    )


if __name__ == "__main__":
    sys.exit(main())
