"""Places, marks and words of the elements of a page. Runs in the child process only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STORY_ELEMENTS = frozenset({"article", "main"})
"""Elements that a story is in."""

# A `header` is that of the page unless it is inside a story.
_BOILERPLATE_ELEMENTS = frozenset({"nav", "footer", "aside", "blockquote", "figure", "form"})
_OTHER_STORIES = frozenset((
    "comment", "comments", "related", "recommended", "sidebar", "teaser", "promo", "card",
    "widget", "newsletter", "pullquote", "pull-quote", "most-read", "trending",
))  # fmt: skip
# Characters.
_LONGEST_MARKS = 200
_LONGEST_TEXT = 4000
_INLINE_ELEMENTS = frozenset(
    {"b", "strong", "em", "i", "u", "font", "small", "abbr", "mark", "sup"}
)
_LIST_ELEMENTS = frozenset({"a", "li", "p", "div", "address"})
_BLOCKS = frozenset({
    "div", "p", "li", "ul", "ol", "h2", "h3", "h4", "h5", "section", "address", "time", "br",
})  # fmt: skip
_SEPARATOR = " | "


def marks_of(element: HtmlElement) -> list[str]:
    """Return the class names and the id of an element, in lower case."""
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    return marks[:_LONGEST_MARKS].lower().split()


def is_beside_story(element: HtmlElement) -> bool:
    """Return whether an element is in a part of the page that is not the story's own."""
    outer = list(element.iterancestors())
    tags = {ancestor.tag for ancestor in outer}
    if not _BOILERPLATE_ELEMENTS.isdisjoint(tags):
        return True
    if "header" in tags and STORY_ELEMENTS.isdisjoint(tags) and _is_header_of_page(outer):
        return True
    return any(not _OTHER_STORIES.isdisjoint(marks_of(ancestor)) for ancestor in outer)


def split_text(element: HtmlElement) -> str:
    """Return the words of an element in one line, with a bar where boxes touch.

    Sites print a name and a date in two boxes without a space between them, and the names of
    several writers in links or items with nothing but spaces between them.
    """
    pieces: list[str] = []
    length = 0
    for text, is_apart in _pieces(element):
        if length > _LONGEST_TEXT:
            break
        if is_apart and pieces and not pieces[-1][-1:].isspace() and not text[:1].isspace():
            pieces.append(_SEPARATOR)
        pieces.append(text)
        length += len(text)
    return " ".join("".join(pieces).split())


def _is_header_of_page(outer: list[HtmlElement]) -> bool:
    """Return whether the closest `<header>` is that of the page and not of its story."""
    header = next(ancestor for ancestor in outer if ancestor.tag == "header")
    if next(header.iter("h1"), None) is not None:
        return False
    parent = header.getparent()
    return next(header.iter("nav"), None) is not None or parent is None or parent.tag == "body"


def _pieces(element: HtmlElement) -> list[tuple[str, bool]]:
    """Return the texts of an element in order, each with whether a box begins or ends before it."""
    found: list[tuple[str, bool]] = []
    stack: list[tuple[HtmlElement, bool]] = [(element, True)]
    while stack:
        current, is_start = stack.pop()
        if is_start:
            if current.tag in ("script", "style", "svg", "button"):
                if current is not element and current.tail:
                    found.append((current.tail, True))
                continue
            is_apart = current.tag not in _INLINE_ELEMENTS
            if _follows_alike(current) or (current is not element and current.tag in _BLOCKS):
                found.append((_SEPARATOR, False))
            if current.text:
                found.append((current.text, is_apart))
            stack.append((current, False))
            stack.extend((child, True) for child in reversed(current))
        elif current is not element:
            if current.tag in _BLOCKS:
                found.append((_SEPARATOR, False))
            if current.tail:
                found.append((current.tail, current.tag not in _INLINE_ELEMENTS))
    return found


def _follows_alike(element: HtmlElement) -> bool:
    """Return whether it is an item after one of its kind, with only spaces between them.

    Links and blocks are items, and so are other boxes of several words: the names of a
    person may be in two boxes of one word.
    """
    before = element.getprevious()
    if before is None or before.tag != element.tag or (before.tail or "").strip():
        return False
    return element.tag in _LIST_ELEMENTS or all(
        len("".join(each.itertext())[:_LONGEST_MARKS].split()) > 1 for each in (before, element)
    )
