"""Marks of footnotes in the text of a page: a raised number or sign at the end of a word.

They are no words of the story, and read without their place above the line they would become
part of the word or the figure before them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARK = re.compile(r"[\[(]?(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,5}|[*†‡§¶]{1,3}|[a-z])[\])]?")
_NUMBER = re.compile(r"[-−]?\d{1,3}")
# What a power stands at: a figure, a bracket, or the name of a unit.
_BASE = re.compile(r"(?:[\d)\]]|(?<![^\W\d_])[^\W\d_]{1,2})\Z")
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
# Characters before a mark that are looked at.
_REACH = 40


def drop_reference_marks(root: HtmlElement) -> None:
    """Take the marks of footnotes out of a page; a power of a figure or a unit gets raised digits.

    What else is raised, such as the letters of "19th", stays.
    """
    for raised in list(root.iter("sup")):
        text = "".join(raised.itertext()).strip()
        links_to_note = any(_leads_to_note(link) for link in _links_at(raised))
        if not links_to_note and _NUMBER.fullmatch(text) and _BASE.search(_text_before(raised)):
            for child in list(raised):
                raised.remove(child)
            raised.text = text.translate(_RAISED)
        elif _MARK.fullmatch(text) and (links_to_note or not text.strip("[]()").isalpha()):
            raised.drop_tree()


def _links_at(raised: HtmlElement) -> list[HtmlElement]:
    outer = raised.getparent()
    around = [outer] if outer is not None and outer.tag == "a" else []
    return [*raised.iter("a"), *around]


def _leads_to_note(link: HtmlElement) -> bool:
    return "#" in (link.get("href") or "")


def _text_before(element: HtmlElement) -> str:
    """Return the end of the text right before an element."""
    previous = element.getprevious()
    if previous is not None:
        text = previous.tail or "".join(previous.itertext())
    else:
        outer = element.getparent()
        text = (outer.text or "") if outer is not None else ""
    return text[-_REACH:]
