"""The whole comparison as plain text, for a pipe, a file or a screen reader.

Everything is said in words; there are no colours, no signs that must be known,
no columns to follow. Lines are made one after the other, so that a reader of the
pipe sees the first at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from reader.articles import Article, Paragraph, ParagraphKind
from reader.coverage import Coverage
from reader.linking import Level, Link, Place
from reader.story import Moment

EXCERPT_WORDS = 18
"""A moment is named by so many of its first words."""


def plain_report(
    coverage: Coverage, *, width: int | None = None, floor: float | None = None
) -> Iterator[str]:
    """The lines of the report, without line ends.

    Args:
        coverage: what to write down.
        width: lines are wrapped to so many characters; None: a paragraph is one line.
        floor: the lowest score a link is shown with, the usual one if None.
    """
    for indent, text in _report(coverage, floor):
        if width is None or not text:
            yield " " * indent + text
        else:
            room = max(width - indent, 20)
            for line in wrap(text, room, break_on_hyphens=False) or [""]:
                yield " " * indent + line


def article_mark(position: int) -> str:
    """How the report calls an article: its number in the order given, from 1."""
    return f"[{position + 1}]"


def paragraph_mark(coverage: Coverage, place: Place) -> str:
    """How the report calls a paragraph: article and number."""
    article = coverage.articles[place.article]
    return f"{article_mark(place.article)} ¶{article.paragraphs[place.paragraph].number}"


Line = tuple[int, str]


def _report(coverage: Coverage, floor: float | None) -> Iterator[Line]:
    yield 0, _summary(coverage, floor)
    yield 0, ""
    for position, article in enumerate(coverage.articles):
        yield 0, f"{article_mark(position)} {article.label}: {article.heading}"
        for fact in _facts(article):
            yield 4, fact
    for position, article in enumerate(coverage.articles):
        yield 0, ""
        yield 0, f"ARTICLE {article_mark(position)} {article.label}"
        yield from _paragraphs(coverage, position, floor)
    yield from _moments(coverage)


def _summary(coverage: Coverage, floor: float | None) -> str:
    articles = len(coverage.articles)
    if articles == 1:
        return "1 article; name a second one to compare it with"
    levels = [0, 0]
    for article in range(articles):
        for other in range(article + 1, articles):
            same, related = coverage.link_counts(article, other, floor)
            levels[0] += same
            levels[1] += related
    return (
        f"{articles} articles compared: {levels[0]} same and {levels[1]} related links, "
        f"{_count(len(coverage.moments), 'shared moment')}"
    )


def _facts(article: Article) -> Iterator[str]:
    yield f"source: {article.source}"
    for name, value in (
        ("agency", article.agency),
        ("byline", article.byline),
        ("dateline", article.dateline),
        ("published", article.published),
        ("language", article.language),
    ):
        if value:
            yield f"{name}: {value}"
    yield from (f"credit: {credit}" for credit in article.credits)
    if article.encoding.lower().replace("_", "-") not in ("utf-8", "ascii"):
        yield f"encoding: {article.encoding}"
    yield from (f"note: {note}" for note in article.notes)


def _paragraphs(coverage: Coverage, position: int, floor: float | None) -> Iterator[Line]:
    article = coverage.articles[position]
    furniture = 0
    compared = len(coverage.articles) > 1
    alone: list[Paragraph] = []
    for index, paragraph in enumerate(article.paragraphs):
        if paragraph.kind is ParagraphKind.FURNITURE:
            furniture += 1
            continue
        heading = "heading: " if paragraph.kind is ParagraphKind.HEADING else ""
        yield 0, ""
        yield 0, f"¶{paragraph.number} {heading}{paragraph.text}"
        links = coverage.links_from(Place(position, index), floor)
        if compared and not links and paragraph.kind is ParagraphKind.BODY:
            alone.append(paragraph)
            yield 4, "only here"
        for link in links:
            yield 4, _link(coverage, link)
    if alone:
        numbers = ", ".join(f"¶{paragraph.number}" for paragraph in alone)
        yield 0, ""
        yield 0, f"Only in {article_mark(position)}: {numbers}"
    if furniture:
        yield 0, ""
        yield 0, f"({_count(furniture, 'paragraph')} of the page around the story left out)"


def _link(coverage: Coverage, link: Link) -> str:
    level = "same" if link.level is Level.SAME else "related"
    reason = coverage.evidence(link).reasons[0]
    return f"{level} {link.score:.2f} {paragraph_mark(coverage, link.there)}: {reason}"


def _moments(coverage: Coverage) -> Iterator[Line]:
    if len(coverage.articles) < 2:
        return
    yield 0, ""
    yield 0, "SHARED MOMENTS"
    if not coverage.moments:
        yield 0, "none"
    for moment in coverage.moments:
        articles = len({place.article for place in moment.places})
        places = ", ".join(paragraph_mark(coverage, place) for place in moment.places)
        yield 0, ""
        yield 0, f"{moment.number}. {_excerpt(coverage, moment)}"
        yield 4, f"in {articles} of {len(coverage.articles)} articles: {places}"


def _excerpt(coverage: Coverage, moment: Moment) -> str:
    """The first words of the fullest paragraph of the moment."""
    texts: Sequence[str] = [
        coverage.articles[place.article].paragraphs[place.paragraph].text for place in moment.places
    ]
    words = max(texts, key=len).split(None, EXCERPT_WORDS)
    return " ".join(words[:EXCERPT_WORDS]) + (" …" if len(words) > EXCERPT_WORDS else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
