"""The writers that a page names. Runs in the child process only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.articles.metadata.dates import find_date
from reader.articles.metadata.writer_names import count_names, parse_writers
from reader.sources.formats.page_elements import is_beside_story, marks_of, split_text
from reader.sources.formats.page_text import are_same_name, is_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Characters.
_LONGEST_AUTHOR = 200
_SHORTEST_MARKED_AUTHOR = 3
_LONGEST_MARKED_AUTHOR = 300
_MOST_MARKED_AUTHORS = 8
# Ancestors that two elements for two authors of one story share.
_SHARED_ANCESTORS = 3
_AUTHOR_MARKS = frozenset((
    "byline", "author", "author-name", "authors", "article-author", "article__author",
    "article-byline", "article__byline", "post-author", "entry-author", "byline-name",
    "byline__name", "author__name", "story-byline", "p-author", "c-byline",
))  # fmt: skip
_HAS_LETTERS = re.compile(r"[^\W\d_]{2}")


def find_writers(
    root: HtmlElement, stated: Sequence[Sequence[str]], outlet: str | None
) -> str | None:
    """Return the writers that a page states.

    The names of the first statement that has any, unless the elements that are marked as the
    author name all of these and others.

    Args:
        root: the page.
        stated: the names in the head of the page, most reliable statement first.
        outlet: the name of the site, which is no writer.
    """
    named = next((names for each in stated if (names := _join(each, outlet))), "")
    elements = _marked_authors(root)
    marked = _join(elements, outlet)
    is_one_line = len({element.getparent() for element in elements}) == 1
    if not named or (is_one_line and _adds_names(marked, named)):
        return marked or named or None
    return named


def _adds_names(marked: str, named: str) -> bool:
    """Return whether the first names are all of the second, and others in full."""
    lowered = marked.casefold()
    return (
        count_names(marked) > count_names(named)
        and all(name.casefold() in lowered for name in named.split(", "))
        and all(" " in name for name in marked.split(", "))
    )


def _join(values: Iterable[HtmlElement | str], outlet: str | None) -> str:
    """Return the names in several values, each once, then the agencies."""
    names: dict[str, str] = {}
    agencies: dict[str, str] = {}
    for each in values:
        value = each if isinstance(each, str) else split_text(each)
        if not _may_be_author(value, outlet):
            continue
        writers = parse_writers(value)
        if not writers.names and not writers.agency and _is_other_name(value):
            names.setdefault(value.casefold(), value)
        elif writers.names and _may_be_author(writers.names, outlet):
            names.setdefault(writers.names.casefold(), writers.names)
        if writers.agency:
            agencies.setdefault(writers.agency, writers.agency)
    return ", ".join((*names.values(), *agencies.values()))


def _is_other_name(value: str) -> bool:
    """Return whether a value without a name in the usual form may be one all the same."""
    return _HAS_LETTERS.search(value) is not None and "@" not in value and not find_date(value)


def _may_be_author(name: str, outlet: str | None) -> bool:
    return (
        0 < len(name) <= _LONGEST_AUTHOR
        and not is_address(name)
        and not name.startswith("@")
        and not (outlet and are_same_name(name, outlet))
    )


def _marked_authors(root: HtmlElement) -> list[HtmlElement]:
    """Return the first element that is marked as the author, and of those beside it.

    Elements inside others that are marked, and those beside the story, are left out.
    """
    found: list[HtmlElement] = []
    for element in _marked_elements(root):
        if any(ancestor in found for ancestor in element.iterancestors()):
            continue
        words = split_text(element)
        if not _SHORTEST_MARKED_AUTHOR <= len(words) <= _LONGEST_MARKED_AUTHOR:
            continue
        if not parse_writers(words).names and not parse_writers(words).agency:
            continue
        if found and not _are_beside(found[0], element):
            break
        found.append(element)
        if len(found) == _MOST_MARKED_AUTHORS:
            break
    return found


def _are_beside(element: HtmlElement, other: HtmlElement) -> bool:
    """Return whether two elements have one of their closest ancestors in common."""
    near = list(element.iterancestors())[:_SHARED_ANCESTORS]
    others = list(other.iterancestors())[:_SHARED_ANCESTORS]
    return any(
        ancestor in others and ancestor.tag not in ("body", "main", "article") for ancestor in near
    )


def _marked_elements(root: HtmlElement) -> Iterator[HtmlElement]:
    for element in root.iter("a", "span", "div", "p", "address", "li", "ul", "h3", "h4", "strong"):
        if is_marked_as_author(element) and not is_beside_story(element):
            yield element


def is_marked_as_author(element: HtmlElement) -> bool:
    """Return whether the page marks an element as the author of its story or another."""
    if not element.keys():
        return False
    return (
        "author" in (element.get("rel") or "").lower().split()
        or (element.get("itemprop") or "").lower() == "author"
        or (element.get("property") or "").lower().rpartition(":")[2] == "author"
        or not _AUTHOR_MARKS.isdisjoint(marks_of(element))
    )
