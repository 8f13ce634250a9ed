"""The comparison as plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles import Article, ParagraphKind
from reader.coverage import Coverage, compare
from reader.linking import Place
from reader.reports.comparison_report import format_comparison
from reader.sources import open_articles

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    return open_articles(SEEDS)


@pytest.fixture(scope="module")
def coverage(articles: tuple[Article, ...]) -> Coverage:
    return compare(articles)


@pytest.fixture(scope="module")
def lines(coverage: Coverage) -> list[str]:
    return list(format_comparison(coverage))


def test_every_paragraph_of_the_stories_is_there_once(
    articles: tuple[Article, ...], lines: list[str]
) -> None:
    assert len(articles) == 5
    for article in articles:
        for paragraph in article.paragraphs:
            matching = [line for line in lines if line.endswith(paragraph.text)]
            if paragraph.kind is ParagraphKind.FURNITURE:
                assert not any(line.startswith("¶") for line in matching)
            else:
                assert sum(line.startswith(f"¶{paragraph.number} ") for line in matching) == 1


def test_the_links_of_a_paragraph_are_listed_below_it(lines: list[str]) -> None:
    start = next(
        number for number, line in enumerate(lines) if line.startswith("¶3 “I think it’s important")
    )
    below = lines[start + 1 : lines.index("", start)]
    assert any(line.startswith("    same ") and "[4] ¶12" in line for line in below)
    assert all(line.startswith("    ") for line in below)


def test_paragraphs_without_a_link_are_only_here_or_name_the_nearest(
    coverage: Coverage, lines: list[str]
) -> None:
    alone = [
        Place(number, position)
        for number, article in enumerate(coverage.articles)
        for position, paragraph in enumerate(article.paragraphs)
        if paragraph.kind is ParagraphKind.BODY and not coverage.links_from(Place(number, position))
    ]
    only_here = sum(map(coverage.is_only_here, alone))
    assert 0 < only_here < len(alone)
    assert lines.count("    only here") == only_here
    perhaps = [line for line in lines if line.startswith("    perhaps elsewhere, nearest [")]
    assert len(perhaps) == len(alone) - only_here


def test_every_moment_is_listed(coverage: Coverage, lines: list[str]) -> None:
    listed = lines[lines.index("SHARED MOMENTS") :]
    assert coverage.moments
    for moment in coverage.moments:
        assert any(line.startswith(f"{moment.number}. ") for line in listed)


def test_no_line_holds_control_characters_or_trailing_space(lines: list[str]) -> None:
    assert len(lines) > 100
    for line in lines:
        assert not any(ord(character) < 32 for character in line)
        assert line == line.rstrip()


@pytest.mark.parametrize("width", [24, 60, 100])
def test_lines_are_wrapped_to_the_width_and_no_word_is_lost(
    coverage: Coverage, lines: list[str], width: int
) -> None:
    wrapped = list(format_comparison(coverage, width=width))
    assert " ".join(wrapped).split() == " ".join(lines).split() or width < 60
    longest = max(len(word) for line in lines for word in line.split())
    assert all(len(line) <= max(width, longest + 4) for line in wrapped)


def test_one_article_alone_is_written_too(articles: tuple[Article, ...]) -> None:
    lines = list(format_comparison(compare(articles[:1])))
    assert lines[0].startswith("1 article")
    assert "SHARED MOMENTS" not in lines
    assert not any("only here" in line for line in lines)


def test_the_first_line_comes_before_the_evidence_is_worked_out(coverage: Coverage) -> None:
    report = format_comparison(coverage)
    assert next(report).startswith("5 articles compared")
