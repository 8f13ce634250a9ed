"""Boxes of links that stood at a name in a page, copied into the sentence with its text.

Where a site shows such a box beside a name, a copied text has the person's full name once more,
glued to the first of the linked headlines, and the last word of the box: "Senator Holm Ida Ann
HolmHarbour plan fails Ferry row goes on MORE said no". The sentence goes on behind it.
"""

from __future__ import annotations

import re

_LAST_WORD = re.compile(r"(?:[ \u00a0]|(?<=[a-z]))MORE\b")
_LONGEST = 900
"""Characters of a box: a name and up to five headlines."""
_NAME = r"[A-Z][\w’'-]{0,30}[a-z]"
_NAMES = r"(?:[ \u00a0][\w.()“”\"’'-]{1,30})"
_NAME_AGAIN = re.compile(
    rf"\b(?P<name>{_NAME}){_NAMES}{{0,7}}[ \u00a0](?P=name)(?=[A-Z0-9“‘\"'\[(]|$)"
    rf"|\b(?P<given>{_NAME})[ \u00a0](?P<surname>{_NAME}) ?(?P=given){_NAMES}{{0,4}}[ \u00a0]"
    r"(?P=surname)(?=[ \u00a0]?[A-Z0-9“‘\"'\[(])"
)
"""A name, and again with its given names and no space behind it; or two names, twice."""


def remove_name_boxes(text: str) -> tuple[str, int]:
    """Return a paragraph without the boxes in its sentences, and how many there were.

    Time is linear in the length of the text. Anything that only ends in the word stays.
    """
    kept: list[str] = []
    begin = count = 0
    for last in _LAST_WORD.finditer(text):
        name = _NAME_AGAIN.search(text, max(begin, last.start() - _LONGEST), last.start())
        if name is None:
            continue
        kept.append(text[begin : name.end("name" if name["name"] else "surname")])
        begin = last.end()
        count += 1
    return ("".join((*kept, text[begin:])), count) if count else (text, 0)
