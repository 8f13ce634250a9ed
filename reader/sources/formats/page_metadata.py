"""The metadata that a page states in its head and marks. Runs in the child process only.

Several places may state the same field, and they disagree: a headline for search engines,
the name of the company for that of the paper. The order of precedence of each field is at
its method. All values are raw.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from reader.sources.formats.linked_data import LinkedData
from reader.sources.formats.page_text import (
    LONGEST_VALUE,
    are_same_name,
    are_same_title,
    element_text,
    is_address,
    value_text,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_META_KEYS = 20_000
_MOST_AUTHORS = 12
_MOST_HEADLINES = 10
_MOST_SITE_NAME_WORDS = 5
# Characters.
_LONGEST_OUTLET = 100
_LONGEST_HEADLINE = 400
_LONGEST_AUTHOR = 120
_LONGEST_MARKS = 200
# Of an element that is marked as the author: characters, and words.
_SHORTEST_MARKED_AUTHOR = 3
_LONGEST_MARKED_AUTHOR = 100
_MOST_MARKED_AUTHOR_WORDS = 12
_SEPARATORS = ("|", "-", "–", "—", "·", "•", ":", "::", "»", "«", "/")
_BYLINE_START = re.compile(
    r"^(?:(?:(?:written|posted|published)\s)?by|authors?:|autor:|auteur\s:|von|par|por|di|af|av)\s",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(r"\d{1,2}[:.]\d{2}\b")
_HOME_PATHS = frozenset({"", "/", "./", "index.html", "index.php", "#"})
_OPEN_GRAPH_DATES = ("article:published_time", "og:article:published_time", "og:published_time")
_META_DATES = (
    "datepublished", "date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date",
    "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "publishdate",
    "publish_date", "publish-date", "publication_date", "pubdate", "article.published",
    "published_at", "cxenseparse:recs:publishtime", "citation_publication_date",
)  # fmt: skip
_META_AUTHORS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "citation_author",
)  # fmt: skip
_AUTHOR_MARKS = ("byline", "author", "author-name")
_STORY_ELEMENTS = frozenset({"article", "main"})
# A `header` is that of the page unless it is inside a story.
_BOILERPLATE_ELEMENTS = frozenset({"nav", "footer", "aside"})


def extract_page_metadata(root: HtmlElement) -> dict[str, str]:
    """Return those of the fields title, outlet, byline, published, language that are stated."""
    page = _PageMetadata(root)
    outlet = page.outlet()
    title = page.title(outlet)
    if not outlet:
        outlet = page.outlet_in_title(title)
    fields = {
        "title": title,
        "outlet": outlet,
        "byline": page.byline(outlet),
        "published": page.published(),
        "language": page.language(),
    }
    return {field: value[:LONGEST_VALUE] for field, value in fields.items() if value}


class _PageMetadata:
    """The places of one page that state its metadata."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._meta = _read_meta_elements(root)
        self._title_element = element_text(next(root.iter("title"), None))
        self._headlines = _find_headlines(root)
        self._linked_data = LinkedData(root)
        self._article = self._linked_data.find_article(
            [self._first_meta("og:title"), *self._headlines, self._title_element]
        )

    def outlet(self) -> str | None:
        """Return the site's name, else the publisher's, else that of the application."""
        publishers = self._linked_data.find_names(self._article.get("publisher"))
        candidates = [
            self._first_meta("og:site_name"),
            next(iter(publishers), None),
            self._linked_data.site_name(),
            self._first_meta("application-name", "dc.publisher", "publisher"),
        ]
        names = [name for name in candidates if name and len(name) <= _LONGEST_OUTLET]
        first = names[0] if names else None
        return next((name for name in names if not is_address(name)), first)

    def title(self, outlet: str | None) -> str | None:
        """Return the visible heading if the head of the page agrees with it, else the head's."""
        stated = [
            title
            for title in (
                value_text(self._article.get("headline")),
                self._first_meta("og:title"),
                self._first_meta("twitter:title", "dc.title", "citation_title"),
                self._title_element,
            )
            if title
        ]
        for headline in self._headlines:
            if any(are_same_title(headline, title) for title in stated):
                return headline
        if not stated:
            return self._headlines[0] if self._headlines else None
        return _without_site_name(stated[0], outlet)

    def outlet_in_title(self, title: str | None) -> str | None:
        """Return what `<title>` adds to the title after a separator: `Headline - The Courier`."""
        element = self._title_element
        if not title or not element.startswith(title) or len(element) == len(title):
            return None
        added = element[len(title) :].split()
        if len(added) < 2 or added[0] not in _SEPARATORS:
            return None
        words = added[1:]
        for position, word in enumerate(words):
            if word in _SEPARATORS:
                words = words[position + 1 :]
        return " ".join(words) if 1 <= len(words) <= _MOST_SITE_NAME_WORDS else None

    def byline(self, outlet: str | None) -> str | None:
        """Return the authors of the JSON-LD, else of the head, else of an element marked so."""
        authors = self._linked_data.find_names(self._article.get("author"))
        if not authors:
            stated = (name for key in _META_AUTHORS for name in self._meta.get(key, ()))
            authors = list(islice(stated, _MOST_AUTHORS))
        authors = [name for name in map(_strip_by, authors) if _may_be_author(name, outlet)]
        if not authors and (marked := self._marked_author()):
            authors = [name for name in (_strip_by(marked),) if name]
        return ", ".join(dict.fromkeys(authors)) or None

    def published(self) -> str | None:
        """Return the date of the JSON-LD or Open Graph, else of an element marked as it, else of
        the head, else of the first `<time>` of the story, else that of creation.
        """
        stated = value_text(self._article.get("datePublished")) or self._first_meta(
            *_OPEN_GRAPH_DATES
        )
        if not stated:
            stated = self._marked_date()
        if stated is not None:
            return stated
        return (
            self._first_meta(*_META_DATES)
            or self._first_time_of_story()
            or value_text(self._article.get("dateCreated"))
        )

    def language(self) -> str | None:
        return (
            self._root.get("lang")
            or self._root.get("{http://www.w3.org/XML/1998/namespace}lang")
            or value_text(self._article.get("inLanguage"))
            or self._first_meta("content-language", "og:locale", "dc.language", "language")
        )

    def _first_meta(self, *keys: str) -> str | None:
        return next((self._meta[key][0] for key in keys if key in self._meta), None)

    def _marked_date(self) -> str | None:
        """Return the date in an element marked as it, "" if empty, None without such an element."""
        for element in self._root.iter("time", "meta", "span", "abbr"):
            if (element.get("itemprop") or "").lower() == "datepublished":
                return element.get("content") or element.get("datetime") or element_text(element)
        return None

    def _first_time_of_story(self) -> str | None:
        """Return the first `<time>` with a date that is not in the boilerplate of the page."""
        for element in self._root.iter("time"):
            outer = {ancestor.tag for ancestor in element.iterancestors()}
            is_in_story = not _STORY_ELEMENTS.isdisjoint(outer)
            if not _BOILERPLATE_ELEMENTS.isdisjoint(outer) or (
                "header" in outer and not is_in_story
            ):
                continue
            stated = element.get("datetime") or element_text(element)
            if stated and not _TIME_OF_DAY.match(stated):
                return str(stated)
        return None

    def _marked_author(self) -> str | None:
        """Return the words of the first element that is marked as the author."""
        for element in self._root.iter("a", "span", "div", "p", "address"):
            if _is_marked_as_author(element):
                words = element_text(element)
                if (
                    _SHORTEST_MARKED_AUTHOR <= len(words) <= _LONGEST_MARKED_AUTHOR
                    and len(words.split()) <= _MOST_MARKED_AUTHOR_WORDS
                ):
                    return words
        return None


def _is_marked_as_author(element: HtmlElement) -> bool:
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST_MARKS].lower()
    return (
        "author" in (element.get("rel") or "").lower().split()
        or (element.get("itemprop") or "").lower() == "author"
        or any(mark in marks.split() for mark in _AUTHOR_MARKS)
    )


def _read_meta_elements(root: HtmlElement) -> dict[str, list[str]]:
    """Return the contents of the `<meta>` elements by their lower-case names."""
    values: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("http-equiv")
        value = " ".join((meta.get("content") or "").split())
        if key and value and len(values) < _MOST_META_KEYS:
            values.setdefault(key.strip().lower(), []).append(value[:LONGEST_VALUE])
    return values


def _find_headlines(root: HtmlElement) -> list[str]:
    """Return the first-level headings, those of the story before those of the site."""
    inside: list[str] = []
    outside: list[str] = []
    for heading in root.iter("h1"):
        words = element_text(heading)
        if words and len(words) <= _LONGEST_HEADLINE and not _links_home(heading):
            outer = {ancestor.tag for ancestor in heading.iterancestors()}
            (outside if _STORY_ELEMENTS.isdisjoint(outer) else inside).append(words)
    return (inside + outside)[:_MOST_HEADLINES]


def _links_home(heading: HtmlElement) -> bool:
    """Return whether it is the name of the site, with a link to its home page."""
    for link in heading.iter("a"):
        address = link.get("href") or ""
        path = address.partition("://")[2].partition("/")[2] if "://" in address else address
        if link.get("href") is not None and path.strip() in _HOME_PATHS:
            return True
    return False


def _without_site_name(title: str, outlet: str | None) -> str:
    """Return the title without ` | Herald` at its end or start, if that is the outlet's name."""
    if not outlet:
        return title
    words = title.split()
    for position in range(len(words) - 1, 0, -1):
        if words[position] in _SEPARATORS:
            before, after = " ".join(words[:position]), " ".join(words[position + 1 :])
            if are_same_name(after, outlet):
                return before
            if are_same_name(before, outlet):
                return after
    return title


def _strip_by(text: str) -> str:
    """Return the names of a byline without "By" and marks around them."""
    return _BYLINE_START.sub("", " ".join(text.split())).strip(" ,|·•-–—")


def _may_be_author(name: str, outlet: str | None) -> bool:
    return (
        0 < len(name) <= _LONGEST_AUTHOR
        and not is_address(name)
        and not name.startswith("@")
        and not (outlet and are_same_name(name, outlet))
    )
