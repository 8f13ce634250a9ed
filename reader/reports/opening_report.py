"""The openings of articles as text: headline, standfirst, first paragraph and its moments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.articles import clean_line, show_date
from reader.reports.place_names import name_article
from reader.reports.possible_articles import describe_possible
from reader.story.article_openings import ArticleOpening, LeadMoment


def format_openings_as_text(openings: Sequence[ArticleOpening]) -> Iterator[str]:
    """Yield a block of lines for every article, with an empty line before each but the first."""
    for number, opening in enumerate(openings):
        if number:
            yield ""
        yield from _format_opening(opening)


def _format_opening(opening: ArticleOpening) -> Iterator[str]:
    article = opening.article
    date = show_date(article.published)
    yield f"{name_article(opening.position)} {article.label}{f', {date}' if date else ''}"
    if article.title:
        yield f"Headline: {article.title}"
    else:
        yield "No headline is known."
    if article.title and opening.own_words:
        words = ", ".join(f"“{article.title[start:end]}”" for start, end in opening.own_words)
        yield f"In this headline only: {words}"
    if article.standfirst:
        yield f"Standfirst: {clean_line(article.standfirst)}"
    if opening.first is None:
        yield "It has no paragraph of a story."
        return
    yield f"First paragraph, ¶{opening.first.number}: {clean_line(opening.first.text)}"
    for lead in opening.leads:
        yield f"“{clean_line(lead.moment.label.text)}”: {_say_where(lead)}"


def _say_where(lead: LeadMoment) -> str:
    """Return which other articles have a moment, in which paragraph, and which do not."""
    moment = lead.moment
    parts = []
    for article, rank in lead.places:
        perhaps = "" if article in lead.sure else "perhaps "
        parts.append(f"{perhaps}in paragraph {rank} of the story in {name_article(article)}")
    if not lead.places:
        parts.append("only here" if moment.is_only_here else "perhaps only here")
    if moment.perhaps_in:
        parts.append(describe_possible(moment, name_article))
    if lead.places and moment.left_out_by:
        parts.append(f"not in {' '.join(map(name_article, moment.left_out_by))}")
    return "; ".join(parts)
