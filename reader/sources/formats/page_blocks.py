"""All paragraphs of a page, in order, with their places in its tree of elements.

The library returns the words of a story without their place in the page. Compared with all
paragraphs of the page, the story shows what was left out between its paragraphs and beside
them, and which of its paragraphs are inside a box of links, a slide show or a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.sources.formats.page_site import PageSite
from reader.sources.formats.page_visibility import is_invisible

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Words in the class or id of an element that holds no part of the story. Each is listed only
# because it marked furniture on real pages, and no region that holds more than a share of the
# story counts: a wrapper may be called `sidebar__main`.
_FURNITURE_WORDS = frozenset({
    "author", "authors", "breadcrumb", "breadcrumbs", "carousel", "comment", "comments",
    "copyright", "crumbs", "cta", "debug", "disclaimer", "donate", "donation", "dropdown",
    "jwplayer", "linkbox", "navbar", "navi", "navigation", "newsletter", "outbrain", "popup",
    "promo", "publisher", "recirc", "recommendations", "recommended", "related", "sharedaddy",
    "sidebar", "signup", "slick", "slides", "sponsored", "subscribe", "swiper", "taboola", "toast",
    "toggle", "tooltip", "trending", "vjs",
})  # fmt: skip
_FURNITURE_ELEMENTS = frozenset({"aside", "nav", "dialog"})
_FURNITURE_ROLES = frozenset({
    "dialog", "alertdialog", "navigation", "search", "button", "toolbar", "menu", "menubar",
})  # fmt: skip
_WRAPPER_ELEMENTS = frozenset({"html", "body", "main", "article"})
_HIDDEN_ELEMENTS = frozenset({
    "script", "style", "noscript", "title", "template", "select", "textarea", "svg",
})  # fmt: skip
_INLINE_ELEMENTS = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Those of them that no wrapper of a story has.
_CERTAIN_WORDS = frozenset({
    "author", "authors", "copyright", "cta", "disclaimer", "donate", "donation", "dropdown",
    "jwplayer", "navbar", "navi", "navigation", "newsletter", "outbrain", "publisher",
    "sharedaddy", "signup", "taboola", "vjs",
})  # fmt: skip
# Properties and types of schema.org with metadata of a story for machines: dates, the
# publisher, the addresses of pictures.
_DATA_PROPERTIES = frozenset({
    "datepublished", "datemodified", "datecreated", "mainentityofpage", "publisher", "keywords",
    "inlanguage", "logo", "width", "height", "aggregaterating", "interactionstatistic",
})  # fmt: skip
_DATA_TYPES = frozenset({
    "organization", "newsmediaorganization", "quantitativevalue", "breadcrumblist", "wpheader",
    "wpfooter", "wpsidebar", "sitenavigationelement", "aggregaterating", "comment",
    "usercomments",
})  # fmt: skip
# Words in the names of an element that holds the standfirst, and words beside them that mark
# something else: `related-summary`, `teaser-list`.
_STANDFIRST_WORDS = frozenset({
    "chapo", "dek", "deck", "description", "excerpt", "ingress", "intro", "introduction",
    "lead", "lede", "standfirst", "strapline", "subhead", "subheadline", "subline", "subtitle",
    "sumario", "summary", "teaser", "vorspann", "einleitung", "entradilla", "occhiello",
    "sommario", "abstract", "headnote", "tagline", "underline", "subtitulo", "subheading",
})  # fmt: skip
# First words of a class that says what an element has or not.
_STATE_WORDS = frozenset({"has", "have", "is", "no", "with", "without"})
_NAME_ATTRIBUTES = ("class", "id")
_STANDFIRST_ATTRIBUTES = ("class", "id", "itemprop", "data-testid", "data-qa", "data-gu-name")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_LONGEST_ATTRIBUTE = 200
"""Characters of a class or an id."""
LONGEST_CAPTION = 1000
"""Characters; in a longer caption is the story, because it was not closed."""
_SHORTEST_PICTURE = 12  # Letters of the text of a picture that a paragraph repeats below it.
_MOST_REGIONS = 8  # Remembered around one paragraph, the innermost ones.
REMEMBERED_TEXTS = 32_768
"""Paragraphs of one page of which answers are remembered."""
_COMPACT = re.compile(r"[\W_]+")


class PageElement(NamedTuple):
    """An element that is not inline."""

    parent: int
    """The number of the element around it; the root is its own."""
    tag: str
    signature: int
    """The same for all elements with the same names inside elements with the same names."""
    is_marked_standfirst: bool
    is_named: bool
    """Whether it has a class or an `itemprop`."""
    may_hold_story: bool = True
    """False where its name or its role certainly marks it as furniture."""


class PageBlock(NamedTuple):
    """One paragraph of the page."""

    text: str
    is_caption: bool
    regions: tuple[int, ...]
    """The elements around it that are marked as furniture, by their numbers in the page."""
    element: int = 0
    """The innermost element that is not inline, by its number in the page."""
    link_share: float = 0.0
    """The share of its letters inside links, 0..1."""
    time: str = ""
    """The words of the first `<time>` in it."""
    is_hidden: bool = False
    link_count: int = 0
    leads_out: bool = False
    """Whether it has links, and all of them lead to other sites."""


class PageTree(NamedTuple):
    """A page: its paragraphs, and its elements by their numbers."""

    blocks: list[PageBlock]
    elements: list[PageElement]
    site: PageSite | None = None

    def tag(self, block: PageBlock) -> str:
        """Return the name of the element of a paragraph."""
        return self.elements[block.element].tag

    def heading_level(self, block: PageBlock) -> int:
        """Return 1 to 6, 0 where the paragraph is no heading."""
        return next(
            (
                _HEADINGS[self.elements[number].tag]
                for number in self.ancestors(block.element, 2)
                if self.elements[number].tag in _HEADINGS
            ),
            0,
        )

    def holder(self, block: PageBlock) -> int:
        """Return the element that holds a paragraph beside others of its kind."""
        element = self.elements[block.element]
        return block.element if element.tag in _CONTAINERS else element.parent

    def headed(self, block: PageBlock) -> int:
        """Return the element that a heading is in, that around its `<header>` where it has one."""
        holder = self.holder(block)
        element = self.elements[holder]
        return element.parent if element.tag == "header" else holder

    def ancestors(self, number: int, most: int = 1000) -> Iterator[int]:
        """Yield an element and those around it, from the inside."""
        for _ in range(most):
            yield number
            parent = self.elements[number].parent
            if parent == number:
                return
            number = parent

    def outermost_article(self, number: int) -> int:
        """Return the outermost `<article>` around an element, 0 where there is none."""
        around = [at for at in self.ancestors(number) if self.elements[at].tag == "article"]
        return around[-1] if around else 0

    def article_of(self, number: int) -> int:
        """Return the innermost `<article>` or `<main>` around an element, 0 where there is none."""
        return next(
            (at for at in self.ancestors(number) if self.elements[at].tag in ("article", "main")), 0
        )


_CONTAINERS = frozenset({
    "div", "section", "article", "main", "body", "td", "ul", "ol", "header", "form", "center",
})  # fmt: skip


@lru_cache(maxsize=REMEMBERED_TEXTS)
def compact(text: str) -> str:
    """Return the letters and digits of a text, by which it is compared."""
    return _COMPACT.sub("", text).casefold()


def read_page_tree(root: HtmlElement) -> PageTree:
    """Return the paragraphs of a page in order, without scripts and the like."""
    reader = _BlockReader(root)
    return PageTree(list(reader.blocks()), reader.elements, reader.site)


def is_caption_element(element: HtmlElement) -> bool:
    """Return whether an element holds the words below a picture, by its tag or its class."""
    if element.tag == "figcaption":
        return True
    marked = (element.get("class") or "")[:_LONGEST_ATTRIBUTE]
    marks = marked.lower()
    if "caption" not in marks:
        return False
    # What else is in a figure that has a caption is of that caption.
    if element.tag != "figure" and not any(map(_names_caption, marked.split())):
        return False
    return sum(map(len, element.itertext())) <= LONGEST_CAPTION


def _names_caption(name: str) -> bool:
    """Return whether a class names the element a caption: `has-caption` says what is in it."""
    words = [word.lower() for word in _WORD.findall(name)]
    return "caption" in words and words[0] not in _STATE_WORDS


class _BlockReader:
    """One pass over the elements of a page."""

    def __init__(self, root: HtmlElement) -> None:
        self.elements = [PageElement(0, "", 0, False, False)]
        self._root = root
        # Sites give the summary of the story as the text of its picture, too.
        self._summaries = {
            compact((meta.get("content") or "")[:LONGEST_CAPTION])
            for meta in root.iter("meta")
            if (meta.get("name") or meta.get("property") or "").endswith("description")
        }
        self._words: list[str] = []
        self._linked_letters = 0
        self._caption_letters = 0
        self._link_count = 0
        # Links since the last paragraph that lead to other sites, and to this one.
        self._links_out = self._links_in = 0
        self.site = PageSite(root)
        self._time = ""
        # The numbers of the open elements that are not inline.
        self._open = [0]
        # For each of them its number if it is furniture, else 0.
        self._regions = [0]
        self._signatures: dict[tuple[int, str], int] = {}
        self._open_captions = 0
        # What the last picture shows, until the paragraph after it.
        self._picture = ""
        self._open_unseen = 0
        self._open_invisible = 0
        self._open_links = 0

    def blocks(self) -> Iterator[PageBlock]:
        from lxml.etree import iterwalk

        for event, element in iterwalk(self._root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if not (self._is_inline(element.tag) or self._open_unseen):
                yield from self._take_block()
            if event == "start":
                self._enter(element)
                self._add(element.text)
            else:
                self._leave(element)
                self._add(element.tail)
        yield from self._take_block()

    def _add(self, text: str | None) -> None:
        if text and not self._open_unseen:
            self._words.append(text)
            if self._open_captions:
                self._caption_letters += len(text.strip())
            if self._open_links:
                self._linked_letters += len(text.strip())
                self._link_count = max(self._link_count, 1)

    def _take_block(self) -> Iterator[PageBlock]:
        text = " ".join("".join(self._words).split())
        linked, links, time = self._linked_letters, self._link_count, self._time
        leads_out = self._links_out > 0 and not self._links_in
        self._links_out = self._links_in = 0
        self._words.clear()
        is_caption = self._caption_letters > len(text) / 2
        self._linked_letters, self._link_count, self._time = 0, 0, ""
        self._caption_letters = 0
        if text:
            shows_picture = bool(self._picture) and compact(text) == self._picture
            self._picture = ""
            regions = tuple(region for region in self._regions if region)[-_MOST_REGIONS:]
            yield PageBlock(
                text,
                is_caption or shows_picture,
                regions,
                self._open[-1],
                min(linked / len(text), 1.0),
                time,
                self._open_invisible > 0,
                links,
                leads_out,
            )

    def _enter(self, element: HtmlElement) -> None:
        tag = element.tag
        self._open_captions += is_caption_element(element)
        self._open_unseen += tag in _HIDDEN_ELEMENTS
        if self._leads_away(element):
            self._open_links += 1
            self._link_count += 1
            is_out = self.site.is_left_by(element.get("href") or "")
            self._links_out += is_out
            self._links_in += not is_out
        if tag == "img":
            shown = compact((element.get("alt") or "")[:LONGEST_CAPTION])
            is_caption = len(shown) >= _SHORTEST_PICTURE and shown not in self._summaries
            self._picture = shown if is_caption else ""
        if tag == "time" and not self._time:
            self._time = " ".join("".join(element.itertext())[:_LONGEST_ATTRIBUTE].split())
        if self._is_inline(tag):
            return
        self._open_invisible += is_invisible(element)
        number = len(self.elements)
        self._regions.append(number if _is_furniture(element) else 0)
        parent = self._open[-1]
        self._open.append(number)
        self.elements.append(self._describe(parent, element))

    def _describe(self, parent: int, element: HtmlElement) -> PageElement:
        signature = self._signature(parent, element)
        if not element.keys():
            # Most elements are like this.
            is_furniture = element.tag in _FURNITURE_ELEMENTS
            return PageElement(parent, element.tag, signature, False, False, not is_furniture)
        return PageElement(
            parent,
            element.tag,
            signature,
            _is_marked_standfirst(element),
            bool(element.get("class") or element.get("itemprop")),
            _may_hold_story(element),
        )

    def _leave(self, element: HtmlElement) -> None:
        self._open_captions -= is_caption_element(element)
        self._open_unseen -= element.tag in _HIDDEN_ELEMENTS
        self._open_links -= self._leads_away(element)
        if not self._is_inline(element.tag):
            self._open_invisible -= is_invisible(element)
            self._regions.pop()
            self._open.pop()

    def _leads_away(self, element: HtmlElement) -> bool:
        """Return whether it is a link, but that of a heading to its own place in the page."""
        if element.tag != "a" or (address := element.get("href")) is None:
            return False
        return not (address.startswith("#") and self.elements[self._open[-1]].tag in _HEADINGS)

    @staticmethod
    def _is_inline(tag: str) -> bool:
        """Return whether an element ends no paragraph; one that is not shown ends none."""
        return tag in _INLINE_ELEMENTS or tag in _HIDDEN_ELEMENTS

    def _signature(self, parent: int, element: HtmlElement) -> int:
        """Return the number of the names of an element and those around it."""
        own = element.tag
        if element.keys():
            names = _WORD.findall((element.get("class") or "")[:_LONGEST_ATTRIBUTE])
            own = f"{own} {element.get('itemprop') or ''} {' '.join(sorted(names))}".rstrip()
        key = (self.elements[parent].signature, own)
        return self._signatures.setdefault(key, len(self._signatures) + 1)


def _is_furniture(element: HtmlElement) -> bool:
    """Return whether its name, role, class or id marks it as furniture."""
    if element.tag in _WRAPPER_ELEMENTS:
        return False
    if element.tag in _FURNITURE_ELEMENTS or element.get("role") in _FURNITURE_ROLES:
        return True
    if not element.keys():
        return False
    return _is_data(element) or not _FURNITURE_WORDS.isdisjoint(_names(element, _NAME_ATTRIBUTES))


def _is_data(element: HtmlElement) -> bool:
    """Return whether its microdata mark it as metadata of the story for machines."""
    property_name = (element.get("itemprop") or "")[:_LONGEST_ATTRIBUTE].lower()
    type_name = (element.get("itemtype") or "")[-_LONGEST_ATTRIBUTE:].lower().rpartition("/")[2]
    return property_name in _DATA_PROPERTIES or type_name in _DATA_TYPES


def _may_hold_story(element: HtmlElement) -> bool:
    """Return whether no tag, role or name says for certain that it is furniture."""
    if element.tag in _FURNITURE_ELEMENTS or element.get("role") in _FURNITURE_ROLES:
        return False
    return not _is_data(element) and _CERTAIN_WORDS.isdisjoint(_names(element, _NAME_ATTRIBUTES))


def _is_marked_standfirst(element: HtmlElement) -> bool:
    return not _STANDFIRST_WORDS.isdisjoint(_names(element, _STANDFIRST_ATTRIBUTES))


def _names(element: HtmlElement, attributes: tuple[str, ...]) -> list[str]:
    """Return the words in some attributes of an element, in lower case."""
    values = (element.get(attribute) for attribute in attributes)
    return [word for value in values if value for word in _split_name(value[:_LONGEST_ATTRIBUTE])]


@lru_cache(maxsize=4096)
def _split_name(value: str) -> tuple[str, ...]:
    """Return the words of a class or an id in lower case; a page has few different ones."""
    return tuple(map(str.lower, _WORD.findall(value)))
