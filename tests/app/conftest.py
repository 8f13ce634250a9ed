"""Articles and links without parsing and without the linker."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import settings

from reader.articles import Article, Clean, Paragraph, ParagraphKind, clean
from reader.coverage import Coverage
from reader.linking import Place
from reader.linking.link_table import LinkTable
from reader.linking.scored_links import ScoredPair

# Nothing here is timed: a busy machine must not fail a test.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

MakeArticle = Callable[..., Article]
MakeCoverage = Callable[..., Coverage]

WORDS = (
    "The minister said on Monday that the talks in the capital had ended without a result and "
    "that both delegations would return home before the end of the week to report."
)


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """`make_article("first paragraph", …)`; `furniture=(0,)` by position."""

    def make(
        *texts: str, name: str = "example", furniture: Iterable[int] = (), **fields: str
    ) -> Article:
        folded = frozenset(furniture)
        return Article(
            source=Clean(f"{name}.txt"),
            name=Clean(name),
            paragraphs=tuple(
                Paragraph(
                    position + 1,
                    ParagraphKind.FURNITURE if position in folded else ParagraphKind.BODY,
                    clean(text),
                )
                for position, text in enumerate(texts)
            ),
            **{field: clean(value) for field, value in fields.items()},  # type: ignore[arg-type]
        )

    return make


@pytest.fixture(scope="session")
def make_long_article(make_article: MakeArticle) -> MakeArticle:
    """`make_long_article(30)`: so many paragraphs, each of another length."""

    def make(count: int, **fields: object) -> Article:
        texts = [f"{number}. {WORDS[: 40 + 31 * number % 130]}" for number in range(count)]
        return make_article(*texts, **fields)

    return make


@pytest.fixture(scope="session")
def make_coverage() -> MakeCoverage:
    """`make_coverage(articles, [((0, 3), (1, 5), 0.9)])`: links by position."""

    def make(
        articles: Iterable[Article],
        links: Iterable[tuple[tuple[int, int], tuple[int, int], float]] = (),
    ) -> Coverage:
        articles = tuple(articles)
        pairs = (ScoredPair(Place(*here), Place(*there), score) for here, there, score in links)
        counts = [len(article.paragraphs) for article in articles]
        return Coverage(articles, LinkTable.build(counts, pairs))

    return make
