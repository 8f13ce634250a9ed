"""Differences between two versions in words."""

from __future__ import annotations

import pytest

from reader.articles import parse_article
from reader.quote_versions import shared_quotes
from reader.reports.shared_quote_report import format_shared_quotes_as_text


@pytest.mark.parametrize(
    ("words", "note"),
    [
        (
            "We will rebuild the old harbour … before the winter comes to us all",
            "cut inside with ellipsis: “of Leith”",
        ),
        (
            "We will rebuild the old harbour … in Leith before the winter comes to us all",
            "changed inside, with ellipsis: “of” is “in”",
        ),
        (
            "We will rebuild the old harbour of Leith before the long winter comes",
            "inserted inside: “long”",
        ),
        (
            "rebuild the old harbour of Leith before the winter comes to us all",
            "left out at the start: 2 words, “We will”",
        ),
    ],
)
def test_every_sort_of_difference_has_its_words(words: str, note: str) -> None:
    whole = "We will rebuild the old harbour of Leith before the winter comes to us all"
    articles = [
        parse_article(f"“{said},” Ann Lee said on Monday.", source=f"{name}.txt", name=name)
        for name, said in (("a", whole), ("b", words))
    ]
    notes = [
        line.strip() for line in format_shared_quotes_as_text(articles, shared_quotes(articles))
    ]
    assert note in notes
