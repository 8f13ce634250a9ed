"""The seed articles, their shared quotes, and tables as drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from reader.articles import Article, parse_article
from reader.quote_versions import SharedQuote, shared_quotes

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="package")
def seeds() -> list[Article]:
    return [
        parse_article(path.read_text(encoding="utf-8"), source=path.name, name=path.name[:3])
        for path in SEEDS
    ]


@pytest.fixture(scope="package")
def paragraphs(seeds: list[Article]) -> dict[tuple[str, int], str]:
    """The text of every paragraph by source and number."""
    return {
        (article.source, paragraph.number): paragraph.text
        for article in seeds
        for paragraph in article.paragraphs
    }


@pytest.fixture(scope="package")
def seeds_shared(seeds: list[Article]) -> tuple[SharedQuote, ...]:
    return shared_quotes(seeds)


@pytest.fixture(scope="session")
def draw_lines() -> Callable[..., list[str]]:
    """`draw_lines(table, 160)`: its lines on a terminal of that width."""

    def draw(table: RenderableType, width: int = 160) -> list[str]:
        console = Console(width=width)
        with console.capture() as capture:
            console.print(table)
        return capture.get().splitlines()

    return draw


@pytest.fixture
def draw_table(draw_lines: Callable[..., list[str]]) -> Callable[..., str]:
    """`draw_table(table, 160)`: its text on a terminal of that width, in one line."""

    def draw(table: RenderableType, width: int = 160) -> str:
        return " ".join("\n".join(draw_lines(table, width)).split())

    return draw
