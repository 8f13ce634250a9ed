"""Draws the opening of one article at a width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.app.ladder.styled_text import StyledText
from reader.app.themes.signs import Signs, article_mark
from reader.app.themes.styles import hue_name
from reader.app.widgets.line_widget import Line
from reader.articles import clean_line, show_date
from reader.reports.possible_articles import list_possible
from reader.story.article_openings import ArticleOpening, LeadMoment

_NO_HEADLINE = "no headline is known"
_LONGEST_LABEL = 60


class OpeningLines(NamedTuple):
    """The lines of an opening, part by part; in columns the same parts begin on the same line."""

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
    """Return, for every moment of the first paragraph, which other articles have it and where."""
    return [_write_lead(opening, lead, signs) for lead in opening.leads]


def _write_lead(opening: ArticleOpening, lead: LeadMoment, signs: Signs) -> StyledText:
    styled = StyledText()
    moment = lead.moment
    if len(opening.leads) > 1:
        styled.write(f"“{clean_line(moment.label.text)}” ")
    parts = [*_list_places(lead, is_sure=True), *_list_places(lead, is_sure=False)]
    if not lead.places:
        parts.append(
            (f"{signs.only_here} only here" if moment.is_only_here else "perhaps only here", (), "")
        )
    for level, possible in list_possible(moment):
        parts.append((f"{signs.level(level)} {level.value} in ", possible, ""))
    for number, (before, articles, after) in enumerate(parts):
        styled.write(f"{', ' if number else ''}{before}", "muted")
        _write_marks(styled, articles)
        styled.write(after, "muted")
    if lead.places and moment.left_out_by:
        styled.write(", not in ", "muted")
        _write_marks(styled, moment.left_out_by)
    return styled


def _list_places(lead: LeadMoment, *, is_sure: bool) -> list[tuple[str, Sequence[int], str]]:
    """Return where articles have a moment: words, the articles, and the words after them.

    Args:
        lead: the moment.
        is_sure: whether to list the articles with a *same* link; else those that perhaps have it.
    """
    perhaps = "" if is_sure else "perhaps "
    places = [each for each in lead.places if (each[0] in lead.sure) is is_sure]
    first = [article for article, rank in places if rank == 1]
    parts: list[tuple[str, Sequence[int], str]] = []
    if first:
        opens = "opens with it too" if len(first) == 1 else "open with it too"
        parts.append(("", first, f" {perhaps}{opens}"))
    for article, rank in places:
        if rank > 1:
            parts.append((f"{perhaps}{_write_rank(rank)} in ", [article], ""))
    return parts


def _write_marks(styled: StyledText, articles: Sequence[int]) -> None:
    for number, article in enumerate(articles):
        styled.write(" " if number else "")
        styled.write(article_mark(article), f"{hue_name(article)} strong")


def _write_rank(rank: int) -> str:
    """Return the rank of a paragraph: `2nd ¶`, `13th ¶`."""
    teens = 11 <= rank % 100 <= 13
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending} ¶"
