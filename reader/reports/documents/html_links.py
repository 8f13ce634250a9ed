"""The links of a page: by paragraph for its gutter, and as data for its script."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from reader.articles import Place
from reader.linking import Level, Link
from reader.reports.documents.html_places import is_on_page, name_anchor, name_hue
from reader.reports.documents.passage_groups import MOST_ARTICLES
from reader.reports.documents.report import Report

LEVELS = tuple(Level)
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
"""The digits of base 64."""
_MOST_LINKS = 5
"""Links of one paragraph, the strongest, where there are many articles."""


class PageLink(NamedTuple):
    """A link to another article in the gutter of a paragraph."""

    anchor: str
    article: int
    """The number of the other article, from 1."""
    hue: str
    level: str


def list_gutter_links(report: Report, place: Place) -> list[PageLink]:
    """Return the strongest link of a paragraph to each other article, by article."""
    most = _MOST_LINKS if len(report.articles) > MOST_ARTICLES else len(report.articles)
    strongest: dict[int, Link] = {}
    for link in report.each_link_from(place):
        if is_on_page(link.there):
            strongest.setdefault(link.there.article_position, link)
        if len(strongest) == most:
            break
    return [
        PageLink(
            name_anchor(link.there.place),
            link.there.article_position + 1,
            name_hue(link.there.article_position),
            link.level.value,
        )
        for link in sorted(strongest.values(), key=lambda link: link.there.place)
    ]


class ScriptLinks(NamedTuple):
    """The links as the script of a page reads them."""

    links: list[list[object]]
    """Of each: ids, position of the level, score; of few articles then the positions of its
    reasons, and the shared words of both ends: starts and ends in turn as offsets in their
    paragraphs, each counted from the one before and written as `_encode` does."""
    reasons: list[str]
    """Every reason that a link has, once."""


def list_script_links(report: Report) -> ScriptLinks:
    """Return every link for the script; of many articles the strongest of every paragraph."""
    if len(report.articles) > MOST_ARTICLES:
        return ScriptLinks([_describe_ends(link) for link in _list_strongest(report)], [])
    links: list[list[object]] = []
    reasons: dict[str, int] = {}
    for link in report.links():
        if is_on_page(link.here) and is_on_page(link.there):
            evidence = report.evidence(link)
            links.append(
                [
                    *_describe_ends(link),
                    [reasons.setdefault(each, len(reasons)) for each in evidence.reasons],
                    _count_as_script(link.here.paragraph.text, evidence.shared_here),
                    _count_as_script(link.there.paragraph.text, evidence.shared_there),
                ]
            )
    return ScriptLinks(links, list(reasons))


def _describe_ends(link: Link) -> list[object]:
    ends = name_anchor(link.here.place), name_anchor(link.there.place)
    return [*ends, LEVELS.index(link.level), round(link.score, 2)]


def _list_strongest(report: Report) -> Iterator[Link]:
    seen: set[frozenset[Place]] = set()
    for position, article in enumerate(report.articles):
        for index in range(len(article.paragraphs)):
            for link in islice(report.each_link_from(Place(position, index)), _MOST_LINKS):
                ends = frozenset((link.here.place, link.there.place))
                if ends not in seen and is_on_page(link.here) and is_on_page(link.there):
                    seen.add(ends)
                    yield link


def _count_as_script(text: str, spans: tuple[slice, ...]) -> str:
    """Return the ends of spans as a script counts them, in units of UTF-16, each from the last."""
    ends = [end for span in spans for end in (span.start, span.stop)]
    if not text.isascii() and max(text) >= "\U00010000":
        ends = [len(text[:end].encode("utf-16-le")) // 2 for end in ends]
    return "".join(_encode(end - before) for before, end in pairwise((0, *ends)))


def _encode(number: int) -> str:
    """Return a number in the digits of base 64, five bits in each, the lowest first.

    A digit to which 32 is added is not the last one: the variable-length quantities of source maps,
    which need a third of the room of JSON numbers.
    """
    digits = []
    while number >= 32:
        digits.append(_DIGITS[number % 32 + 32])
        number //= 32
    return "".join((*digits, _DIGITS[number]))
