"""The whole comparison as plain text, for a pipe, a file or a screen reader.

It has only words: no colours, no signs to learn, no columns to follow. Lines are yielded one
by one, so that a program that reads the pipe has the first at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from reader.articles import (
    Article,
    Paragraph,
    ParagraphKind,
    Place,
    list_dates,
    show_date,
)
from reader.coverage import Coverage
from reader.coverage.comparable_articles import name_languages_apart
from reader.linking import Link
from reader.reports.place_names import name_article, name_paragraph
from reader.story import Moment

EXCERPT_WORDS = 18
"""The first words of a moment that name it in the list of moments."""
_NARROWEST_TEXT = 20
"""Characters of text in a line at least, however narrow the report."""

_IndentedLine = tuple[int, str]
"""The spaces before a line, and its text."""


def format_comparison(
    coverage: Coverage, *, width: int | None = None, floor: float | None = None
) -> Iterator[str]:
    """Yield the lines of the report, without line ends.

    Args:
        coverage: the comparison.
        width: characters of a line; None prints every paragraph in one line.
        floor: the lowest score of a link, in 0..1; the usual one if None.
    """
    for indent, text in _list_lines(coverage, floor):
        if width is None or not text:
            yield " " * indent + text
        else:
            room = max(width - indent, _NARROWEST_TEXT)
            for line in wrap(text, room, break_on_hyphens=False) or [""]:
                yield " " * indent + line


def _list_lines(coverage: Coverage, floor: float | None) -> Iterator[_IndentedLine]:
    yield 0, _summarize(coverage, floor)
    yield 0, ""
    for position, article in enumerate(coverage.articles):
        yield 0, f"{name_article(position)} {article.label_and_heading}"
        for fact in _list_facts(article):
            yield 4, fact
    if apart := name_languages_apart(coverage.articles):
        yield 0, apart
    for position, article in enumerate(coverage.articles):
        yield 0, ""
        yield 0, f"ARTICLE {name_article(position)} {article.label}"
        yield from _list_paragraphs(coverage, position, floor)
    yield from _list_moments(coverage)


def _summarize(coverage: Coverage, floor: float | None) -> str:
    articles = len(coverage.articles)
    if articles == 1:
        return "1 article; name a second one to compare it with"
    return (
        f"{articles} articles compared: {_count(len(coverage.moments), 'shared moment')}; links: "
        f"{coverage.total_link_counts(floor)}"
    )


def _list_facts(article: Article) -> Iterator[str]:
    yield f"source: {article.source}"
    for name, value in (
        ("agency", article.agency),
        ("byline", article.byline),
        ("dateline", article.dateline),
        *((name, show_date(printed)) for name, printed in list_dates(article)),
        ("language", article.language),
    ):
        if value:
            yield f"{name}: {value}"
    yield from (f"correction: {note}" for note in article.corrections)
    yield from (f"credit: {credit}" for credit in article.credits)
    if article.encoding.lower().replace("_", "-") not in ("utf-8", "ascii"):
        yield f"encoding: {article.encoding}"
    yield from (f"note: {note}" for note in article.notes)


def _list_paragraphs(
    coverage: Coverage, position: int, floor: float | None
) -> Iterator[_IndentedLine]:
    article = coverage.articles[position]
    furniture = 0
    is_compared = len(coverage.articles) > 1
    only_here: list[Paragraph] = []
    for index, paragraph in enumerate(article.paragraphs):
        if paragraph.kind is ParagraphKind.FURNITURE:
            furniture += 1
            continue
        heading = "heading: " if paragraph.kind is ParagraphKind.HEADING else ""
        yield 0, ""
        yield 0, f"¶{paragraph.number} {heading}{paragraph.text}"
        place = Place(position, index)
        for link in coverage.links_from(place, floor):
            yield 4, _describe_link(coverage, link)
        if is_compared and coverage.is_only_here(place, floor):
            only_here.append(paragraph)
            yield 4, "only here"
        elif nearest := coverage.nearest(place, floor):
            reason = coverage.evidence(nearest).reasons[0]
            named = f"{name_paragraph(nearest.there)} {nearest.score:.2f}"
            yield 4, f"perhaps elsewhere, nearest {named}: {reason}"
    if only_here:
        numbers = ", ".join(f"¶{paragraph.number}" for paragraph in only_here)
        yield 0, ""
        yield 0, f"Only in {name_article(position)}: {numbers}"
    if furniture:
        yield 0, ""
        yield 0, f"({_count(furniture, 'paragraph')} of the page around the story left out)"


def _describe_link(coverage: Coverage, link: Link) -> str:
    reason = coverage.evidence(link).reasons[0]
    return f"{link.level.words} {link.score:.2f} {name_paragraph(link.there)}: {reason}"


def _list_moments(coverage: Coverage) -> Iterator[_IndentedLine]:
    if len(coverage.articles) < 2:
        return
    yield 0, ""
    yield 0, "SHARED MOMENTS"
    if not coverage.moments:
        yield 0, "none"
    for moment in coverage.moments:
        articles = len({passage.article_position for passage in moment.passages})
        places = ", ".join(map(name_paragraph, moment.passages))
        yield 0, ""
        yield 0, f"{moment.number}. {_excerpt(moment)}"
        yield 4, f"in {articles} of {len(coverage.articles)} articles: {places}"


def _excerpt(moment: Moment) -> str:
    """Return the first words of the fullest paragraph of a moment."""
    words = max((passage.text for passage in moment.passages), key=len).split(None, EXCERPT_WORDS)
    return " ".join(words[:EXCERPT_WORDS]) + (" …" if len(words) > EXCERPT_WORDS else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
