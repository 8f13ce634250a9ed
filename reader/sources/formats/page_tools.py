"""Tools of a page: boxes that an icon or a button opens, such as "Report a mistake".

A link that leads to no page does something on this one. The short text in the element around
it, below its icon, explains that and is no part of the story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TOOL_ROLE = "toolbar"
"""The role, of WAI-ARIA, by which an element is marked as a tool."""

_FRAMES = frozenset({"div", "li", "ul", "section"})
_TITLES = ("h1", "article", "main")
_LONGEST_TOOL = 400
"""Characters; an element with more text than this is more than a tool."""


def mark_tools(root: HtmlElement) -> None:
    """Mark the elements around links that lead to no page as tools, by their role."""
    for link in root.iter("a"):
        frame = link.getparent()
        if frame is None or frame.tag not in _FRAMES or not _leads_nowhere(link):
            continue
        if not (_has_own_words(frame) or _has_words_before(link)) and _is_small(frame):
            frame.set("role", TOOL_ROLE)


def _leads_nowhere(link: HtmlElement) -> bool:
    address = (link.get("href") or "").strip().lower()
    return address == "#" or address.startswith("javascript:")


def _has_own_words(frame: HtmlElement) -> bool:
    """Return whether words are directly in an element: the link is then one in a sentence."""
    texts = (frame.text, *(child.tail for child in frame))
    return any(text and text.strip() for text in texts)


def _has_words_before(link: HtmlElement) -> bool:
    """Return whether words are above a link: they are not about what it does."""
    return any(
        text.strip()
        for sibling in link.itersiblings(preceding=True)
        if isinstance(sibling.tag, str)
        for text in sibling.itertext()
    )


def _is_small(frame: HtmlElement) -> bool:
    size = 0
    for text in frame.itertext():
        size += len(text.strip())
        if size > _LONGEST_TOOL:
            return False
    return next(frame.iter(*_TITLES), None) is None
