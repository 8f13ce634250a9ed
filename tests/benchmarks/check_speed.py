"""How long quotations are checked against many sources, beside a plain fuzzy ratio.

    python tests/benchmarks/check_speed.py [--data FOLDER]

The quotations are those of labelled articles, half of them altered by one word, against the texts
of other articles and their own. The plain way is RapidFuzz's partial_ratio of every quotation over
every source, which gives a ratio and no place, speaker or reason. At the end `reader check --jsonl`
answers as many lines of which no two are equal, start included.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from quotes_quality import DEFAULT_DATA, read_lines
from rapidfuzz.fuzz import partial_ratio

from reader.quote_check import QuoteSources
from reader.quotes import find_quotes

SOURCES, QUOTATIONS, LINES = 350, 200, 10_000
LEAST_WORDS = 4
RATIO = 85.0


def main() -> int:
    """Print the seconds of each case and of the plain way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    options = parser.parse_args()
    articles = read_lines(options.data / "ecbplus_train.jsonl")[:SOURCES]
    texts = ["\n".join(article["sentences"]) for article in articles]
    quotations = choose_quotations(texts)[:QUOTATIONS]
    print(f"{'case':<44}{'ours':>8}{'plain':>8}{'ratio':>7}")
    measure(f"{QUOTATIONS} quotations, {len(texts)} sources", quotations, texts)
    long_texts = ["\n".join(texts[n : n + 3]) for n in range(len(texts))]
    measure(f"{QUOTATIONS} quotations, as many of three articles", quotations, long_texts)
    source = max(texts, key=len)
    measure(f"{LINES} quotations, one source", repeat(choose_parts(source), LINES), [source])
    measure_command(choose_parts(source, (5, 8, 12, 16, 20, 25))[:LINES], source)
    return 0


def measure_command(quotations: Sequence[str], source: str) -> None:
    """Print the seconds of `reader check --jsonl`: by the clock, and of all its processes."""
    with tempfile.TemporaryDirectory() as folder:
        lines, text = Path(folder, "lines.jsonl"), Path(folder, "source.txt")
        lines.write_text("".join(f"{json.dumps({'quote': one})}\n" for one in quotations))
        text.write_text(source)
        options = ["--jsonl", str(lines), "--against", str(text)]
        command = [sys.executable, "-m", "reader", "check", *options]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        clock = time.perf_counter() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        print(f"{len(set(quotations))} different lines of --jsonl: {used:.2f} s of processor time")
        print(f"{clock:.2f} s by the clock: {used / clock:.2f} processors at work on the average")


def measure(name: str, quotations: Sequence[str], texts: Sequence[str]) -> None:
    """Print the processor time of one case and of the plain way."""

    def check() -> None:
        sources = QuoteSources(texts)
        for quotation in quotations:
            sources.check_quote(quotation)

    def compare() -> None:
        for quotation in quotations:
            for text in texts:
                partial_ratio(quotation, text, score_cutoff=RATIO)

    ours, plain = seconds(check), seconds(compare)
    print(f"{name:<44}{ours:>6.2f} s{plain:>6.2f} s{plain / ours:>7.1f}")


def choose_quotations(texts: Sequence[str]) -> list[str]:
    """Return quotations of the texts in any order, every second one with another word."""
    found = [quote.text for text in texts for quote in find_quotes(text)]
    return alter([text for text in found if len(text.split()) >= LEAST_WORDS])


def choose_parts(text: str, sizes: Sequence[int] = (5, 12, 25)) -> list[str]:
    """Return every run of words of a text of a few lengths, every second one with another word."""
    words = text.split()
    runs = [words[at : at + size] for size in sizes for at in range(len(words) - size)]
    return alter([" ".join(run) for run in runs])


def alter(quotations: list[str]) -> list[str]:
    """Shuffle quotations, and replace a word of every second one; the same every time."""
    chance = random.Random(16)
    chance.shuffle(quotations)
    altered = []
    for number, quotation in enumerate(quotations):
        words = quotation.split()
        if number % 2:
            words[chance.randrange(len(words))] = "zebra"
        altered.append(" ".join(words))
    return altered


def repeat(quotations: list[str], count: int) -> list[str]:
    """Return so many quotations, each as often as necessary."""
    return [quotations[number % len(quotations)] for number in range(count)]


def seconds(work: Callable[[], None]) -> float:
    """Return the processor time of some work."""
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    raise SystemExit(main())
