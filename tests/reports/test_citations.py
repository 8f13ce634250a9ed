"""Paragraphs and quotes with their sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.articles import Article, Clean, Paragraph, ParagraphKind
from reader.reports.citations import CitedQuote, cite_paragraph, cite_quote

BARE = Article(
    Clean("a.txt"),
    Clean("a"),
    (
        Paragraph(1, ParagraphKind.BODY, Clean("First.")),
        Paragraph(2, ParagraphKind.BODY, Clean("The “[sic]” words.")),
    ),
)


@pytest.fixture
def article() -> Article:
    return replace(
        BARE,
        outlet=Clean("Le Monde"),
        agency=Clean("AFP"),
        title=Clean("The talks"),
        published=Clean("May 4"),
    )


def test_a_paragraph_is_cited_with_outlet_title_date_number_and_source(article: Article) -> None:
    assert cite_paragraph(article, 1) == (
        "The “[sic]” words.\n— Le Monde · AFP, “The talks”, May 4, ¶2 (a.txt)"
    )


def test_unknown_facts_are_left_out() -> None:
    assert cite_paragraph(BARE, 0) == "First.\n— a, ¶1 (a.txt)"


def test_a_quote_is_cited_with_speaker_verb_and_differences(article: Article) -> None:
    quote = CitedQuote("Yes,", "¶1", "Anna Berg", "said", ("2 words trimmed", "cut inside"))
    assert cite_quote(article, quote) == (
        "“Yes,”\n— Anna Berg (“said”), Le Monde · AFP, “The talks”, May 4, ¶1 (a.txt)\n"
        "  2 words trimmed; cut inside"
    )


def test_indirect_speech_is_cited_without_marks() -> None:
    quote = CitedQuote("She agreed.", "¶1", "Anna Berg", is_marked=False)
    assert cite_quote(BARE, quote) == "She agreed.\n— Anna Berg, a, ¶1 (a.txt)"
