from __future__ import annotations

from dataclasses import replace

from reader import compare
from reader.reports.opening_report import format_openings_as_text


def test_an_opening_has_headline_own_words_standfirst_and_who_else_has_it(make_article) -> None:
    articles = [
        replace(
            make_article(
                "herald", "The storm of Friday night sank twelve boats in the harbour of Ventspils."
            ),
            title="Storm sinks boats",
            standfirst="What the night left.",
        ),
        replace(
            make_article(
                "courier",
                "A museum of clocks opens in Riga.",
                "On Friday night a storm sank twelve boats in the harbour of Ventspils.",
            ),
            title="Storm over Ventspils",
        ),
    ]
    lines = list(format_openings_as_text(compare(articles).openings))
    first = lines[: lines.index("")]
    assert "Headline: Storm sinks boats" in first
    assert "In this headline only: “sinks boats”" in first
    assert "Standfirst: What the night left." in first
    assert first[-1].endswith("in paragraph 2 of the story in [2]")
    assert lines[-1].endswith(": perhaps only here; perhaps in [1]")
