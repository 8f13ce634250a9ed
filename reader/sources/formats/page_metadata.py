"""The metadata that a page states in its head and marks. Runs in the child process only.

Several places may state the same field, and they disagree: a headline for search engines,
the name of the company for that of the paper. The order of precedence of each field is at
its method, or in the module of its kind. All values are raw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.metadata.outlets import find_domain
from reader.sources.formats.linked_data import LinkedData
from reader.sources.formats.page_authors import find_writers
from reader.sources.formats.page_corrections import find_correction_notes
from reader.sources.formats.page_dates import find_page_dates
from reader.sources.formats.page_head import PageHead
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

_MOST_HEADLINES = 10
_MOST_SITE_NAME_WORDS = 5
# Characters.
_LONGEST_OUTLET = 100
_LONGEST_HEADLINE = 400
_SEPARATORS = ("|", "-", "–", "—", "·", "•", ":", "::", "»", "«", "/")
_HOME_PATHS = frozenset({"", "/", "./", "index.html", "index.php", "#"})
_STORY_ELEMENTS = frozenset({"article", "main"})


def extract_page_metadata(root: HtmlElement, address: str | None = None) -> dict[str, str]:
    """Return those of the fields that are stated: title, outlet, byline, published, updated,
    corrected, corrections (one a line), language, and domain, that of the page's address.

    Args:
        root: the page.
        address: where it was, if known.
    """
    page = _PageMetadata(root)
    outlet = page.outlet()
    title = page.title(outlet)
    if not outlet:
        outlet = page.outlet_in_title(title)
    fields = {
        "title": title,
        "outlet": outlet,
        "byline": page.byline(outlet),
        **page.dates(),
        "corrections": page.corrections(),
        "language": page.language(),
        "domain": page.domain(address),
    }
    return {field: value[:LONGEST_VALUE] for field, value in fields.items() if value}


class _PageMetadata:
    """The places of one page that state its metadata."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._meta = PageHead(root)
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
        """Return the words of `<title>` after title and separator: `Headline - The Courier`."""
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
        """Return the authors of the JSON-LD, else of the head, else of elements marked so."""
        stated = self._linked_data.find_names(self._article.get("author"))
        stated = stated or self._linked_data.find_names(self._article.get("creator"))
        return find_writers(self._root, (stated, self._meta.authors()), outlet)

    def dates(self) -> dict[str, str | None]:
        """Return the dates of publication, update and correction."""
        return find_page_dates(self._root, self._meta, self._article)

    def corrections(self) -> str | None:
        """Return the correction notes, one a line."""
        stated = self._linked_data.find_texts(self._article.get("correction"))
        notes = find_correction_notes(self._root)
        return "\n".join(dict.fromkeys((*stated, *notes))) or None

    def domain(self, address: str | None) -> str | None:
        """Return the domain of the address that is known, or that the page gives as its own."""
        canonical = (
            link.get("href") or ""
            for link in self._root.iter("link")
            if (link.get("rel") or "").lower() == "canonical"
        )
        stated = (address, next(canonical, None), self._first_meta("og:url"))
        return next(filter(None, (find_domain(each) for each in stated if each)), None)

    def language(self) -> str | None:
        return (
            self._root.get("lang")
            or self._root.get("{http://www.w3.org/XML/1998/namespace}lang")
            or value_text(self._article.get("inLanguage"))
            or self._first_meta("content-language", "og:locale", "dc.language", "language")
        )

    def _first_meta(self, *keys: str) -> str | None:
        return self._meta.first(*keys)


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
