"""The dates of publication, update and correction that a page states. In the child only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from reader.articles.metadata.bylines import find_byline
from reader.articles.metadata.correction_notes import is_correction
from reader.articles.metadata.date_forms import format_date
from reader.articles.metadata.dates import DATE_WORDS, find_printed_dates
from reader.articles.metadata.post_times import is_post_time, is_time_word
from reader.sources.formats.page_authors import is_marked_as_author
from reader.sources.formats.page_elements import is_beside_story, marks_of, split_text
from reader.sources.formats.page_head import PageHead
from reader.sources.formats.page_text import element_text, value_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OPEN_GRAPH_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time",
    "og:pubdate", "article:published",
)  # fmt: skip
_META_PUBLISHED = (
    "datepublished", "date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date",
    "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "publishdate",
    "publication_date", "pubdate", "published_at", "cxenseparse:recs:publishtime",
    "citation_publication_date", "rnews:datePublished", "article:create_time",
)  # fmt: skip
_META_UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
    "dc.date.modified", "dcterms.modified", "last-modified", "lastmod", "rnews:dateModified",
    "article:modified",
)  # fmt: skip
_DATE_MARKS = frozenset((
    "published", "dt-published", "entry-date", "post-date", "pubdate", "publish-date",
    "published-date", "article-date", "article__date", "date-published", "dateline-date",
    "timestamp", "article-timestamp", "publication-date", "post__date", "story-date",
))  # fmt: skip
_UPDATE_MARKS = frozenset(("updated", "dt-updated", "modified", "date-modified", "last-updated"))
# Characters of an element with a date, of what precedes it, and of the shortest date.
_LONGEST_DATE_LINE = 120
_LABEL_REACH = 40
_SHORTEST_DATE = 6
_MOST_ELEMENTS = 200
# Fewer dates side by side may be those of publication and update.
_FEWEST_ENTRIES = 3
_LONGEST_AROUND = 300
# Words before a date among which one says what date it is.
_FIRST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+")


def find_page_dates(
    root: HtmlElement, head: PageHead, article: Mapping[str, Any]
) -> dict[str, str | None]:
    """Return the fields published, updated and corrected, each None where it is not stated.

    That of publication is that of the JSON-LD or Open Graph, else of an element marked as it,
    else of the head, else of the first date of the story that is not labelled as another, else
    that of creation.

    Args:
        root: the page.
        head: its `<meta>` elements.
        article: the object of the article in its JSON-LD.
    """
    elements = _date_elements(root)
    entries = _find_entries(elements)
    printed = _find_printed(each for each in elements if not _is_in(each, entries))
    published = _first_date(
        article.get("datePublished"),
        head.first(*_OPEN_GRAPH_PUBLISHED),
        _marked_date(root, "datepublished", entries),
        head.first(*_META_PUBLISHED),
        head.parsely_date(),
        printed.get("published"),
        article.get("dateCreated"),
    )
    updated = _first_date(
        article.get("dateModified"),
        head.first(*_META_UPDATED),
        _marked_date(root, "datemodified", entries),
        printed.get("updated"),
    )
    correction = article.get("correction")
    noted = correction.get("datePublished") if isinstance(correction, Mapping) else None
    return {
        "published": published,
        "updated": updated if updated != published else None,
        "corrected": _first_date(noted, printed.get("corrected")),
    }


def _first_date(*stated: object) -> str | None:
    """Return the first value that is not empty, in the form in which dates are read."""
    for value in stated:
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        text = f"{value:.0f}" if is_number else value_text(value)
        if text and any(map(str.isdigit, text)):
            return format_date(text)
    return None


def _marked_date(root: HtmlElement, mark: str, entries: Collection[HtmlElement]) -> str | None:
    """Return the date in the first element that is marked as it by microdata or RDFa.

    Args:
        root: the page.
        mark: the name of the field, in lower case.
        entries: elements whose dates are not those of the story.
    """
    for element in root.iter("time", "meta", "span", "abbr", "p", "div", "li"):
        kinds = (
            (element.get("itemprop") or "").lower(),
            (element.get("property") or "").lower().rpartition(":")[2],
        )
        if mark in kinds and not _is_in(element, entries) and (stated := _stated_in(element)):
            return stated
    return None


def _stated_in(element: HtmlElement) -> str:
    for attribute in ("content", "datetime", "title"):
        value = (element.get(attribute) or "").strip()
        if len(value) >= _SHORTEST_DATE and any(map(str.isdigit, value)):
            return value
    words = element_text(element)
    return words if len(words) <= _LONGEST_DATE_LINE else ""


def _date_elements(root: HtmlElement) -> list[HtmlElement]:
    made_for_dates = filter(_is_made_for_date, root.iter("time", "span", "div", "p", "abbr"))
    return list(islice(made_for_dates, _MOST_ELEMENTS))


def _find_entries(elements: Sequence[HtmlElement]) -> set[HtmlElement]:
    """Return the elements of one name beside one another that have one date each.

    They are the entries of a live blog or the items of a list, and none dates the whole page.
    """
    known = set(elements)
    outermost = [each for each in elements if known.isdisjoint(each.iterancestors())]
    chains = [[each, *each.iterancestors()] for each in outermost]
    counts = Counter(element for chain in chains for element in chain)
    groups: dict[tuple[object, object, object], list[HtmlElement]] = {}
    for chain in chains:
        item = [element for element in chain if counts[element] == 1][-1]
        key = (item.getparent(), item.tag, item.get("class"))
        groups.setdefault(key, []).append(item)
    return {item for items in groups.values() if len(items) >= _FEWEST_ENTRIES for item in items}


def _is_in(element: HtmlElement, outer: Collection[HtmlElement]) -> bool:
    return bool(outer) and any(each in outer for each in (element, *element.iterancestors()))


def _find_printed(elements: Iterable[HtmlElement]) -> dict[str, str]:
    """Return the first date of each field in those elements that are of the story."""
    found: dict[str, str] = {}
    # The value for machines is more exact than the printed date.
    for element in sorted(elements, key=lambda element: not element.get("datetime")):
        if is_beside_story(element) or _is_in_note(element) or not _dates_story(element):
            continue
        for field, date in _dates_in(element):
            found.setdefault(field, date)
    return found


def _dates_story(element: HtmlElement) -> bool:
    """Return whether an element dates the story, and nothing that the words around it name.

    `The hearing: <time>` does not, `Published on <time>` and `By Lena Brodt, <time>` do.
    """
    parent = element.getparent()
    if element.tag != "time" or parent is None:
        return True
    around = [parent.text or "", *(child.tail or "" for child in parent)]
    words = [word.lower() for word in _WORD.findall(" ".join(around)[:_LONGEST_AROUND])]
    labels = DATE_WORDS.words["date labels"]
    return (
        all(map(is_time_word, words))
        or not labels.isdisjoint(words[:_FIRST_WORDS])
        or is_marked_as_author(parent)
        or find_byline(" ".join(" ".join(around).split())) is not None
    )


def _is_made_for_date(element: HtmlElement) -> bool:
    if element.tag != "time" and not element.keys():
        return False
    marks = marks_of(element)
    return (
        element.tag == "time"
        or not _DATE_MARKS.isdisjoint(marks)
        or not _UPDATE_MARKS.isdisjoint(marks)
        or is_marked_as_author(element)
    )


def _is_in_note(element: HtmlElement) -> bool:
    """Return whether the element is in a correction note, whose dates are those of other things."""
    outer = [element, *element.iterancestors("p", "li")]
    return any(is_correction(element_text(each)) for each in outer)


def _dates_in(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the dates of an element, each with its field."""
    # In boxes of their own are counts of comments and shares, too.
    pieces = [piece for piece in split_text(element).split(" | ") if _is_of_date(piece)]
    words = " | ".join(pieces)
    if len(words) > _LONGEST_DATE_LINE:
        return
    dates = find_printed_dates(words)
    stated = _stated_in(element) if element.get("datetime") or element.get("title") else ""
    if stated and len(dates) < 2:
        label = " ".join((_text_before(element), dates[0].label if dates else words)).lower()
        yield _field_of(element, label), stated
        return
    for at, date in enumerate(dates):
        label = date.label if at or date.label else _text_before(element).lower()
        yield _field_of(element, label), words[date.span]


def _is_of_date(piece: str) -> bool:
    """Return whether a box holds a date, a time of day or words, and no bare number."""
    if not any(map(str.isdigit, piece)):
        return True
    return bool(find_printed_dates(piece)) or is_post_time(piece)


def _field_of(element: HtmlElement, label: str) -> str:
    words = {word.strip(":.,|()-–") for word in label.split()}
    if not DATE_WORDS.words["correction labels"].isdisjoint(words):
        return "corrected"
    is_update = not DATE_WORDS.words["update labels"].isdisjoint(words)
    if is_update or not _UPDATE_MARKS.isdisjoint(marks_of(element)):
        return "updated"
    return "published"


def _text_before(element: HtmlElement) -> str:
    """Return the last words before an element in the one it is in."""
    before = element.getprevious()
    parent = element.getparent()
    if before is not None:
        text = f"{element_text(before)} {before.tail or ''}"
    else:
        text = (parent.text or "") if parent is not None else ""
    return " ".join(text[-_LABEL_REACH:].split())
