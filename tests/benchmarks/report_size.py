"""How long a report is, and how long it takes, for nearly equal articles.

    python tests/benchmarks/report_size.py [ARTICLES …] [--paragraphs MOST] [--folded]

The articles are one of those that come along, each with other words in some places: the worst case,
where every paragraph is linked to one of every other article. Seconds are those of the processor.
With `--folded` near copies are listed and not compared, as in reports of more than ten articles.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.articles import Article, parse_article
from reader.coverage import compare
from reader.reports.documents import Report, build_report
from reader.reports.documents.document_formats import DocumentFormat, format_document
from reader.story import NearCopy
from reader.story.text_versions.near_copies import describe_near_copies, fold_near_copies

SEED = Path(__file__).resolve().parents[2] / "seeds" / "003_d6cbc6820d1273b7.txt"
COUNTS = (4, 10, 100)
WORDS_PER_CHANGE = 25
SHORTEST = 80
"""Characters of a paragraph that is taken over."""
FORMATS = (DocumentFormat.PLAIN, DocumentFormat.MARKDOWN, DocumentFormat.HTML)

_Result = TypeVar("_Result")


def main() -> int:
    """Print seconds, lines and bytes for each number of articles."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("counts", nargs="*", type=int, default=COUNTS, metavar="ARTICLES")
    parser.add_argument("--paragraphs", type=int, help="of each article at most so many")
    parser.add_argument("--folded", action="store_true", help="near copies are only described")
    options = parser.parse_args()
    for count in options.counts:
        measure(count, options.paragraphs, is_folded=options.folded)
    return 0


def measure(count: int, most: int | None, *, is_folded: bool = False) -> None:
    """Compare so many articles and print what each part of the report takes."""
    articles = [make_article(number, most) for number in range(count)]
    print(f"{count} articles, {sum(map(count_bytes, articles)):,} bytes of text")
    copies: tuple[NearCopy, ...] = ()
    if is_folded:
        articles, copies = timed("near copies", lambda: fold(articles))
        print(f"    {len(articles)} compared")
    coverage = timed("comparing", lambda: compare(articles))
    timed("differences", lambda: coverage.differences)
    timed("shared copy", lambda: coverage.shared_copy)
    timed("matrix", lambda: coverage.matrix)
    report = timed("the rest of the report", lambda: build_report(coverage, copies=copies))
    for form in FORMATS:
        lines = timed(f"writing {form.value}", partial(write, report, form))
        size = sum(len(line.encode()) + 1 for line in lines)
        print(f"{'':34}{len(lines):>8,} lines{size:>12,} bytes")


def fold(articles: list[Article]) -> tuple[list[Article], tuple[NearCopy, ...]]:
    """Return the articles that are compared, and the near copies of them."""
    folded = fold_near_copies(articles)
    compared = [articles[at] for at in folded.compared]
    numbers = {at: number for number, at in enumerate(folded.compared)}
    copies = [(articles[at], numbers[one]) for at, one in sorted(folded.originals.items())]
    return compared, describe_near_copies(tuple(compared), copies)


def write(report: Report, form: DocumentFormat) -> list[str]:
    """Return the lines of a report."""
    return list(format_document(report, form))


def timed(name: str, work: Callable[[], _Result]) -> _Result:
    """Do something and print the seconds it took."""
    begin = time.process_time()
    result = work()
    print(f"    {name:<24}{time.process_time() - begin:>6.2f}")
    return result


def make_article(number: int, most: int | None = None) -> Article:
    """Return the article, or its first paragraphs, with other words in some places."""
    chance = random.Random(number)
    paragraphs = []
    for line in SEED.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if len(line) > SHORTEST:
            for _ in range(len(words) // WORDS_PER_CHANGE + 1):
                words[chance.randrange(len(words))] = chance.choice(("some", "new", "other"))
            paragraphs.append(" ".join(words))
    return parse_article(
        "\n\n".join(paragraphs[:most]), source=f"near{number}.txt", name=f"near{number}"
    )


def count_bytes(article: Article) -> int:
    """Return the bytes of the paragraphs of an article."""
    return sum(len(paragraph.text.encode()) for paragraph in article.paragraphs)


if __name__ == "__main__":
    raise SystemExit(main())
