"""Ladders of the seed articles, and of quotes made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader import open_articles
from reader.app.ladder.printed_version import PrintedVersion
from reader.app.ladder.quote_ladders import QuoteLadders
from reader.articles import Article
from reader.quote_versions import shared_quotes

MakeLadders = Callable[..., QuoteLadders]
PrintVersion = Callable[..., PrintedVersion]


@pytest.fixture(scope="package")
def seeds() -> QuoteLadders:
    articles = open_articles([])
    return QuoteLadders(articles, shared_quotes(articles))


@pytest.fixture(scope="session")
def make_ladders(make_article: Callable[..., Article]) -> MakeLadders:
    """`make_ladders("words", …)`: one article for each, in which the minister says them."""

    def make(*quotes: str) -> QuoteLadders:
        articles = tuple(
            make_article(
                "The talks ended on Monday.",
                f"“{words},” Prime Minister Anna Berg said.",
                name=f"a{number}",
            )
            for number, words in enumerate(quotes)
        )
        return QuoteLadders(articles, shared_quotes(articles))

    return make


@pytest.fixture(scope="session")
def print_version() -> PrintVersion:
    """`print_version(ladders, article)`: the fullest version of an article with its text."""

    def printed(ladders: QuoteLadders, article: int, quote: int = 0) -> PrintedVersion:
        rungs = ladders.rungs(quote, None)
        rung = next(rung for rung in rungs if rung.article == article)
        return PrintedVersion(rung.version, ladders.text(article))

    return printed
