"""How fast pages open, and whether keys are answered meanwhile: `python opening_speed.py`.

With `keys` only the keys are measured.

Everything is made up from a fixed seed and measured beside something else in the same run, for
only such ratios mean the same on another machine.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from terminal_program import PROJECT, Program

from reader.articles import clean_line
from reader.processes.page_parser import MAX_CHILDREN, parse_in_sandbox, stop_parser
from reader.sources.formats.extraction_cache import clear_extraction_cache
from reader.sources.formats.page_extraction import extract_packed_page
from reader.sources.formats.pages import read_page
from reader.sources.opening import open_articles

PAGES = 20
ROUNDS = 12
LONG_ROUNDS = 40
"""They last as long as the page takes: first its parser, then this process."""
_TEXT_ROUNDS = 5
WORDS = ("ferry", "council", "pier", "harbour", "mayor", "vote", "island", "company", "night")


def write_page(path: Path, chance: random.Random) -> None:
    """Write a page of 300 kB: a story of 40 paragraphs, 1,500 links, and a script."""
    links = "".join(f"<a href=/{number}>Section {number} of the site</a>" for number in range(1500))
    story = "".join(
        f"<p>{' '.join(chance.choices(WORDS, k=40)).capitalize()}, said the mayor."
        for _ in range(40)
    )
    script = "var x = 1;" * 22_000
    path.write_text(
        f"<html><title>Talks</title><nav>{links}</nav><article><h1>Talks end</h1>{story}"
        f"</article><script>{script}</script></html>"
    )


def write_long_page(path: Path, chance: random.Random) -> None:
    """Write a page of 2 MB with 100,000 paragraphs."""
    story = "".join(f"<p>{' '.join(chance.choices(WORDS, k=2))} {at}" for at in range(100_000))
    path.write_text(
        f"<html><title>Talks</title><article><h1>Talks end</h1>{story}</article></html>"
    )


def write_text_page(path: Path, chance: random.Random) -> None:
    """Write a page of 320 kB that is nearly all text."""
    story = "".join(
        f"<p>{' '.join(chance.choices(WORDS, k=40)).capitalize()}, the mayor said on day {at}.</p>"
        for at in range(1150)
    )
    path.write_text(
        f"<html><title>Talks</title><article><h1>Talks end</h1>{story}</article></html>"
    )


def measure_text_page(path: Path) -> None:
    """Print the processor time of a page of text, both in the parser and in the program."""
    page = path.read_bytes()
    name = clean_line(path.name)
    times: list[float] = []
    for _ in range(_TEXT_ROUNDS):
        begun = time.process_time()
        answer = extract_packed_page(page, {})
        parsed = time.process_time() - begun
        with patch("reader.sources.formats.pages.extract_cached", return_value=answer):
            begun = time.process_time()
            read_page(page, source=name, name=name)
            times.append(parsed + time.process_time() - begun)
    print(f"processor time, {len(page) // 1000} kB of text  {statistics.median(times):6.3f} s")


def seconds(work: Callable[[], object]) -> float:
    """Return how long a call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure_pages(pages: list[str]) -> None:
    """Print what one page takes beside the start of its parser, twenty at once, and again."""
    stop_parser()
    start = seconds(lambda: parse_in_sandbox("page", b"", {"prepare": True}))
    one = statistics.median(seconds(partial(open_articles, [page])) for page in pages[:5])
    print(f"start of the parser            {start:6.2f} s")
    print(f"one page of 300 kB             {one:6.2f} s   {one / start:5.2f} of the start")
    # All parsers run before the clock does.
    open_articles(pages)
    clear_extraction_cache()
    alone = seconds(lambda: [open_articles([page]) for page in pages])
    clear_extraction_cache()
    together = seconds(lambda: open_articles(pages))
    again = seconds(lambda: open_articles(pages))
    print(f"{PAGES} pages one after the other    {alone:6.2f} s")
    print(
        f"{PAGES} pages at once                {together:6.2f} s   {together / alone:5.2f} of "
        f"that, with {MAX_CHILDREN} parsers"
    )
    print(f"{PAGES} pages again                  {again:6.2f} s   {again / alone:5.2f} of that")


def key_delays(program: Program, rounds: int) -> Iterator[float]:
    """Open and close the list of keys; yield the delay of each key in seconds."""
    for key in ("?", "\x1b") * rounds:
        yield program.ask(key, limit=20.0).seconds
        # A key that follows an escape at once would be one with Alt.
        program.drain(0.15, 0.3)


def measure_keys(name: str, path: Path, rounds: int) -> None:
    """Print the delays of keys and of leaving, while a page is read or after."""
    command = [sys.executable, "-m", "reader", str(path), str(PROJECT / "seeds")]
    with Program(command, columns=100, rows=30) as program:
        # The start of the program is measured by terminal.py. The parser goes on running.
        program.drain(2.0, 3.0)
        delays = sorted(key_delays(program, rounds))
        begun = time.perf_counter()
        program.press("q")
        while program.running:
            program.drain(0.02, 0.1)
        left = time.perf_counter() - begun
    print(
        f"{name:30s} median {statistics.median(delays):.3f} s, worst {delays[-1]:.3f} s, "
        f"leaving {left:.2f} s"
    )


def main() -> None:
    """Make the pages and print all figures."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory(prefix="reader-opening-") as place:
        os.environ["XDG_CACHE_HOME"] = place
        folder = Path(place, "pages")
        folder.mkdir()
        for number in range(PAGES):
            write_page(folder / f"{number:02}.html", chance)
        write_long_page(Path(place, "long.html"), chance)
        write_text_page(Path(place, "text.html"), chance)
        if "keys" not in sys.argv:
            measure_text_page(Path(place, "text.html"))
            measure_pages([str(path) for path in sorted(folder.iterdir())])
        measure_keys("keys, one page open", folder / "00.html", ROUNDS)
        measure_keys("keys, 100,000 paragraphs read", Path(place, "long.html"), LONG_ROUNDS)


if __name__ == "__main__":
    main()
