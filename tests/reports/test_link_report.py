"""The links one by one."""

from __future__ import annotations

import pytest
from rich.console import Console

from reader.articles import Article, Clean, Paragraph, ParagraphKind
from reader.coverage import Coverage
from reader.linking import LinkTable, Place
from reader.linking.scored_links import ScoredPair
from reader.reports.link_report import build_link_table, format_links_as_json, format_links_as_text


@pytest.fixture
def coverage() -> Coverage:
    texts = ("The [bold]mayor[/bold] of Ventspils said [sic] so.", "A mayor of Ventspils said so.")
    articles = [
        Article(
            Clean(f"{name}.txt"),
            Clean(name),
            (Paragraph(1, ParagraphKind.BODY, Clean(text)),),
        )
        for name, text in zip(("[/]one", "two"), texts, strict=True)
    ]
    return Coverage(articles, LinkTable.build((1, 1), [ScoredPair(Place(0, 0), Place(1, 0), 0.9)]))


def test_brackets_reach_the_table(coverage: Coverage) -> None:
    console = Console(width=160)
    with console.capture() as capture:
        console.print(build_link_table(coverage, 0.0))
    written = capture.get()
    for words in ("[/]one", "[bold]mayor[/bold]", "[sic]", "0.90", "same"):
        assert words in written


def test_a_floor_leaves_weaker_links_out(coverage: Coverage) -> None:
    assert len(list(format_links_as_json(coverage, 0.9))) == 1
    assert list(format_links_as_json(coverage, 0.91)) == []
    assert list(format_links_as_text(coverage, 0.91)) == []


def test_a_plain_line_names_both_paragraphs(coverage: Coverage) -> None:
    level, score, here, there, _why = next(format_links_as_text(coverage, 0.0)).split("\t")
    assert (level, score, here, there) == ("same", "0.90", "[/]one.txt ¶1", "two.txt ¶1")
