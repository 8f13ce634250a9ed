"""The lines of what one article begins with, at a width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.app.ladder.styled_text import StyledText
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Line
from reader.articles import clean_line, show_date
from reader.story.article_openings import ArticleOpening, LeadMoment

_NO_HEADLINE = "no headline is known"
_LONGEST_LABEL = 60


class OpeningLines(NamedTuple):
    """What an article begins with, part by part; in columns each part begins on one line."""

    head: list[Line]
    headline: list[Line]
    standfirst: list[Line]
    first: list[Line]
    leads: list[Line]


def draw_opening(opening: ArticleOpening, width: int, signs: Signs) -> OpeningLines:
    """Return the lines of an opening, each at most `width` cells."""
    texts = (
        _write_head(opening, signs),
        _write_headline(opening, signs),
        _write_standfirst(opening),
        _write_first(opening),
    )
    head, headline, standfirst, first = (text.lines(width) if text.text else [] for text in texts)
    leads = [line for text in _write_leads(opening, signs) for line in text.lines(width)]
    return OpeningLines(head, headline, standfirst, first, leads)


def _write_head(opening: ArticleOpening, signs: Signs) -> StyledText:
    """Return the mark and the name of the article, and when it was published."""
    styled = StyledText()
    styled.write(f"[{article_mark(opening.position)}]", f"{hue_name(opening.position)} strong")
    article = opening.article
    style = "muted" if article.is_called_by_heading else "strong"
    styled.write(f" {clean_line(article.label, _LONGEST_LABEL)}", style)
    if date := show_date(article.published):
        styled.write(f" {signs.dot} {date}", "muted")
    return styled


def _write_headline(opening: ArticleOpening, signs: Signs) -> StyledText:
    """Return the headline; in brackets the words that no other headline has."""
    styled = StyledText()
    title = opening.article.title
    if not title:
        styled.write(_NO_HEADLINE, "muted")
        return styled
    at = 0
    for start, end in opening.own_words:
        styled.write(title[at:start], "strong")
        styled.write(signs.added[0].rstrip("+"), "muted")
        styled.write(title[start:end], "strong warning")
        styled.write(signs.added[1].lstrip("+"), "muted")
        at = end
    styled.write(title[at:], "strong")
    return styled


def _write_standfirst(opening: ArticleOpening) -> StyledText:
    styled = StyledText()
    if opening.article.standfirst:
        styled.write(opening.article.standfirst.replace("\n", " "), "heading")
    return styled


def _write_first(opening: ArticleOpening) -> StyledText:
    styled = StyledText()
    if opening.first is not None:
        styled.write(f"¶{opening.first.number} ", "muted")
        styled.write(opening.first.text.replace("\n", " "))
    return styled


def _write_leads(opening: ArticleOpening, signs: Signs) -> list[StyledText]:
    """Return for every moment of the first paragraph who else has it and where."""
    return [_write_lead(opening, lead, signs) for lead in opening.leads]


def _write_lead(opening: ArticleOpening, lead: LeadMoment, signs: Signs) -> StyledText:
    styled = StyledText()
    moment = lead.moment
    if len(opening.leads) > 1:
        styled.write(f"“{clean_line(moment.label.text)}” ")
    if not lead.places:
        styled.write(f"{signs.only_here} only here", "muted")
    first = [article for article, rank in lead.places if rank == 1]
    if first:
        styled.write("first in ", "muted")
        _write_marks(styled, first)
        styled.write(" too", "muted")
    for number, (article, rank) in enumerate(each for each in lead.places if each[1] > 1):
        styled.write(", " if first or number else "", "muted")
        styled.write(f"{_write_rank(rank)} in ", "muted")
        _write_marks(styled, [article])
    if moment.perhaps_in:
        styled.write(f", {signs.perhaps} perhaps in ", "muted")
        _write_marks(styled, moment.perhaps_in)
    if lead.places and moment.left_out_by:
        styled.write(", not in ", "muted")
        _write_marks(styled, moment.left_out_by)
    return styled


def _write_marks(styled: StyledText, articles: Sequence[int]) -> None:
    for number, article in enumerate(articles):
        styled.write(" " if number else "")
        styled.write(article_mark(article), f"{hue_name(article)} strong")


def _write_rank(rank: int) -> str:
    """Return the rank of a paragraph: `2nd ¶`, `13th ¶`."""
    teens = 11 <= rank % 100 <= 13
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending} ¶"
