"""The text with sources that is copied for a moment of the collated story."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles import Article, Passage
from reader.reports.citations import CitedQuote, cite_quote
from reader.reports.collated_report import describe_versions
from reader.story import CollatedMoment


def cite_moment(
    articles: Sequence[Article], moment: CollatedMoment, passages: Sequence[Passage]
) -> str:
    """Return the displayed words of a moment with their source, then the other versions.

    Args:
        articles: those of the story.
        moment: the moment.
        passages: its displayed passages, all from one article.
    """
    numbers = dict.fromkeys(passage.number for passage in passages)
    quote = CitedQuote(
        words="\n\n".join(passage.text for passage in passages),
        paragraphs=" ".join(f"¶{number}" for number in numbers),
        is_marked=False,
    )
    cited = cite_quote(articles[passages[0].article_position], quote)
    otherwise = [f"  {line}" for line in describe_versions(moment)]
    return "\n".join([cited, *otherwise])
