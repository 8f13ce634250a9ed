"""What the coverage matrix costs beside linking, in processor time, and how it grows.

    python tests/benchmarks/matrix_cost.py

The stories are made of the sentences of seeds/: every fact is one paragraph with half of its words
of weight exchanged for made-up ones, and every article has most facts, in about one order, with
words left out. Each number is the smallest of three runs in one process; the last columns are
shares of the time of linking, and microseconds a link.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from linking_cost import seed_paragraphs, word

from reader.articles import Article, parse_article
from reader.coverage import Coverage, compare

SEEDS = Path(__file__).parents[2] / "seeds"
RUNS = 3


def make_story(articles: int, paragraphs: int, seed: int = 20) -> tuple[Article, ...]:
    """Return articles of one event, each with most of its facts."""
    rng = random.Random(seed)
    texts = seed_paragraphs()
    facts = [vary(rng, texts[number % len(texts)]) for number in range(paragraphs * 3 // 2)]
    return tuple(
        parse_article("\n\n".join(tell(rng, facts, paragraphs)), source=f"{name}.txt", name=name)
        for name in map(str, range(articles))
    )


def vary(rng: random.Random, text: str) -> str:
    """Return a paragraph with other words in the place of half of the longer ones."""
    return " ".join(
        word(rng, 3) if len(part) > 4 and part.isalpha() and rng.random() < 0.5 else part
        for part in text.split()
    )


def tell(rng: random.Random, facts: list[str], count: int) -> Iterator[str]:
    """Yield so many of the facts, about in their order, words left out."""
    chosen = sorted(rng.sample(range(len(facts)), count), key=lambda at: at + rng.gauss(0, 20))
    for at in chosen:
        yield " ".join(part for part in facts[at].split() if rng.random() > 0.12)


def spend(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def measure(articles: tuple[Article, ...]) -> tuple[list[float], Coverage]:
    """Return the seconds of linking, differences, copy and matrix, and the last coverage."""
    best = [float("inf")] * 4
    for _ in range(RUNS):
        found: list[Coverage] = []
        link = spend(lambda found=found: found.append(compare(articles)))  # type: ignore[misc]
        coverage = found[0]
        link += spend(lambda coverage=coverage: (coverage.moments, coverage.quotes))  # type: ignore[misc]
        differ = spend(lambda coverage=coverage: coverage.differences)  # type: ignore[misc]
        copy = spend(lambda coverage=coverage: coverage.shared_copy)  # type: ignore[misc]
        build = spend(lambda coverage=coverage: coverage.matrix)  # type: ignore[misc]
        best = [min(pair) for pair in zip(best, (link, differ, copy, build), strict=True)]
    return best, coverage


def main() -> None:
    cases = {"seeds": tuple(parse_article(p.read_text("utf-8"), source=p.name, name=p.name[:3])
                            for p in sorted(SEEDS.glob("*.txt")))}  # fmt: skip
    for count, paragraphs in ((3, 30), (5, 100), (10, 100), (20, 100), (3, 600)):
        cases[f"{count} x {paragraphs}"] = make_story(count, paragraphs)
    print(f"{'articles':12}{'rows':>6}{'links':>8}{'linking':>10}{'differ':>9}{'copy':>8}{'matrix':>9}"
          f"{'of linking':>12}{'µs a link':>11}")  # fmt: skip
    for name, articles in cases.items():
        (link, differ, copy, build), coverage = measure(articles)
        links = len(coverage.table)
        print(
            f"{name:12}{len(coverage.matrix.rows):6}{links:8}{link * 1e3:8.0f}ms"
            f"{differ * 1e3:7.0f}ms{copy * 1e3:6.0f}ms{build * 1e3:7.0f}ms{build / link:12.2f}"
            f"{build / max(links, 1) * 1e6:11.1f}"
        )


if __name__ == "__main__":
    main()
