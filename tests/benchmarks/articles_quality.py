"""Quality of the kinds of paragraphs and of the metadata found in articles.

    python tests/benchmarks/articles_quality.py [--part PART] [--texts] [--pages] [--errors]

The set was invented for this purpose (tests/articles/pages) and has two parts: one for
development, and one to report, on which nothing may be tuned; so only the errors of the first
are shown. Pages are read by `reader.sources.formats.pages`, texts by `parse_article`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "articles"))

from labelled_articles import (
    FIELDS,
    KINDS,
    LABELLED_ONLY,
    PARTS,
    LabelledArticle,
    Score,
    read_part,
    score_article,
)

from reader.articles import Article, clean_line, parse_article


def read_text(labelled: LabelledArticle) -> Article:
    return parse_article(labelled.content, source=labelled.name, name=labelled.name)


def read_html(labelled: LabelledArticle) -> Article:
    from reader.sources.formats.pages import read_page

    name = clean_line(labelled.name)
    return read_page(labelled.content.encode(), source=name, name=name)


def report(part: str, pages: bool, show_errors: bool) -> None:
    kinds = {kind: Score() for kind in KINDS.values()}
    fields = {name: Score() for name in (*FIELDS, *LABELLED_ONLY)}
    chosen = [labelled for labelled in read_part(part) if labelled.is_page == pages]
    read: Callable[[LabelledArticle], Article] = read_html if pages else read_text
    flawless = 0
    for labelled in chosen:
        scored = score_article(labelled, read(labelled))
        for name, score in scored.kinds.items():
            kinds[name] += score
        for name, score in scored.fields.items():
            fields[name] += score
        flawless += not scored.errors
        if show_errors and scored.errors:
            print(f"\n=== {labelled.name}", *scored.errors, sep="\n    ")
    form = "HTML pages" if pages else "texts"
    print(f"\n{part}: {len(chosen)} {form}, {flawless} of them without any error")
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
        "--errors", action="store_true", help="list the errors in the part for development"
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
