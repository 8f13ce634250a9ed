"""Words of elements, names and titles of a page in the forms in which they are compared."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_VALUE = 2000
"""Characters of one value in the head of a page."""

# Characters.
_LONGEST_ELEMENT = 4000
_FEWEST_TITLE_WORDS = 3
# The share of the words of the shorter of two titles that must be in the other.
_SHARED_TITLE_WORDS = 0.6
_NAME_ENDINGS = (".com", ".org", ".net", ".co.uk", " news")


def element_text(element: HtmlElement | None) -> str:
    """Return the words inside an element, in one line; "" for None."""
    if element is None:
        return ""
    return " ".join("".join(element.itertext())[:_LONGEST_ELEMENT].split())


def value_text(value: object) -> str | None:
    """Return the words of a value of JSON-LD in one line: a text, a list, or an object."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    # Some pages escape the entities once more.
    return " ".join(unescape(unescape(value[:LONGEST_VALUE])).split()) or None


def are_same_title(one: str, other: str) -> bool:
    """Return whether two titles are the same but for the name of a site or a few words."""
    words, others = _title_words(one), _title_words(other)
    fewer = min(len(words), len(others))
    if fewer < _FEWEST_TITLE_WORDS:
        return words == others or (
            fewer > 0 and one.lower() in other.lower() and fewer == len(words)
        )
    return len(words & others) >= _SHARED_TITLE_WORDS * fewer


def are_same_name(one: str, other: str) -> bool:
    """Return whether two names of sites or papers are the same: `The Herald`, `herald.com`."""
    return _normalize_name(one) == _normalize_name(other) != ""


def is_address(text: str) -> bool:
    """Return whether the text is a single word with a full stop or a scheme inside."""
    return " " not in text.strip() and ("://" in text or "." in text.strip("."))


def _title_words(title: str) -> set[str]:
    return {
        word
        for word in (token.strip(".,:;!?'\"“”‘’()|–—-") for token in title.lower().split())
        if word
    }


def _normalize_name(name: str) -> str:
    name = name.lower().strip().removeprefix("www.").removeprefix("the ")
    for ending in _NAME_ENDINGS:
        name = name.removesuffix(ending)
    return "".join(character for character in name if character.isalnum())
