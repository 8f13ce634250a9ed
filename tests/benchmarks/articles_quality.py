"""How well the story is told from what stands around it, and what a text says of itself.

    python tests/benchmarks/articles_quality.py [--part PART] [--texts] [--pages] [--errors]

The set is made up for this purpose (tests/articles/pages) and has two parts: one to work
on, and one to report, on which nothing may be tuned; so only the errors of the first are
shown. Pages are read by `reader.sources.formats.pages`, texts by `parse_article`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "articles"))

from keyed import FIELDS, KINDS, PARTS, Keyed, Score, judge, read_part

from reader.articles import Article, clean_line, parse_article


def read_text(keyed: Keyed) -> Article:
    return parse_article(keyed.content, source=keyed.name, name=keyed.name)


def read_html(keyed: Keyed) -> Article:
    from reader.sources.formats.pages import read_page

    name = clean_line(keyed.name)
    return read_page(keyed.content.encode(), source=name, name=name)


def report(part: str, pages: bool, show_errors: bool) -> None:
    kinds = {kind: Score() for kind in KINDS.values()}
    fields = {name: Score() for name in FIELDS}
    chosen = [keyed for keyed in read_part(part) if keyed.is_page == pages]
    read: Callable[[Keyed], Article] = read_html if pages else read_text
    whole = 0
    for keyed in chosen:
        judged = judge(keyed, read(keyed))
        for name, score in judged.kinds.items():
            kinds[name] += score
        for name, score in judged.fields.items():
            fields[name] += score
        whole += not judged.errors
        if show_errors and judged.errors:
            print(f"\n=== {keyed.name}", *judged.errors, sep="\n    ")
    what = "HTML pages" if pages else "texts"
    print(f"\n{part}: {len(chosen)} {what}, {whole} of them without any error")
    print(f"{'':12} precision  recall      F1   right  wrong  missed")
    everything = Score()
    for score in fields.values():
        everything += score
    for name, score in [*kinds.items(), *fields.items(), ("all fields", everything)]:
        print(
            f"{name:12} {score.precision:9.3f} {score.recall:7.3f} {score.f1:7.3f}"
            f" {score.right:7} {score.wrong:6} {score.missed:7}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--part", choices=PARTS, help="only this part")
    parser.add_argument("--texts", action="store_true", help="only the texts")
    parser.add_argument("--pages", action="store_true", help="only the HTML pages")
    parser.add_argument(
        "--errors", action="store_true", help="list the errors in the part to work on"
    )
    chosen = parser.parse_args()
    for part in [chosen.part] if chosen.part else PARTS:
        for pages in (False, True):
            if (chosen.texts or chosen.pages) and not (chosen.pages if pages else chosen.texts):
                continue
            try:
                report(part, pages, chosen.errors and part == "work")
            except ImportError as error:
                print(f"\n{part}: pages cannot be read here ({error})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
