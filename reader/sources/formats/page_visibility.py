"""Which elements browsers don't show, or set apart, by their own attributes.

Runs in the child process only. Style sheets are not read: what they do is not known.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Characters of a style; a longer one sets a picture, not a text.
_LONGEST_STYLE = 2000
_LONGEST_CLASS = 400
# Class names by which frameworks hide a text from all but screen readers.
_UNSEEN_CLASSES = frozenset({
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
    "u-visually-hidden", "u-hidden-visually",
})  # fmt: skip
_UNSEEN_VALUES = {
    "display": re.compile(r"none"),
    "visibility": re.compile(r"hidden|collapse"),
    "color": re.compile(r"transparent"),
    "clip": re.compile(r"rect\((?:[01](?:px)?[, ]*){4}\)"),
    "clip-path": re.compile(r"inset\((?:50|100)%\)"),
    "transform": re.compile(r"scale\(0\)"),
}
_BLOCK_VALUES = frozenset({"block", "flex", "grid", "list-item", "table"})
_SIZES = ("font-size", "opacity")
_NOTHING = re.compile(r"0*\.?0*(?:px|r?em|%|pt)?")
# Out of any screen: hundreds of letters or of pixels above it or before its left edge.
_PLACES = ("left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top")
_FAR_AWAY = re.compile(r"-\d{3,7}(?:\.\d+)?(?:em|rem|vw|vh|%)|-\d{4,7}(?:\.\d+)?(?:px|pt)?")


def is_invisible(element: HtmlElement) -> bool:
    """Return whether the element itself says that browsers don't show it."""
    if not element.keys():
        return False
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if style and _hides(style[:_LONGEST_STYLE]):
        return True
    names = (element.get("class") or "")[:_LONGEST_CLASS]
    return bool(names) and not _UNSEEN_CLASSES.isdisjoint(names.lower().split())


def is_own_line(element: HtmlElement) -> bool:
    """Return whether the style of an inline element sets it in lines of its own."""
    style = element.get("style")
    return bool(style) and _sets_apart(style[:_LONGEST_STYLE])


@lru_cache(maxsize=1024)
def _sets_apart(style: str) -> bool:
    declarations = map(_split, style.lower().split(";"))
    return any(name == "display" and value in _BLOCK_VALUES for name, value in declarations)


@lru_cache(maxsize=1024)
def _hides(style: str) -> bool:
    """Return whether a style hides a text: of no size, without colour, or outside the screen."""
    return any(_hides_by(*_split(declaration)) for declaration in style.lower().split(";"))


def _split(declaration: str) -> tuple[str, str]:
    name, _, value = declaration.partition(":")
    return name.strip(), value.partition("!")[0].strip()


def _hides_by(name: str, value: str) -> bool:
    if name in _UNSEEN_VALUES:
        return _UNSEEN_VALUES[name].fullmatch(value) is not None
    if name in _SIZES:
        return bool(value) and _NOTHING.fullmatch(value) is not None
    return name in _PLACES and _FAR_AWAY.fullmatch(value) is not None
