"""Limits of a page beyond which a parser would take too long."""

from __future__ import annotations

import re

MOST_ATTRIBUTES = 1000
"""Attributes of one element. The parser compares each with all before it: 20,000 take seconds."""

_TAG = re.compile(rb"<[a-zA-Z][a-zA-Z0-9:_-]{0,40}(?=[\s/])")
_ATTRIBUTE = re.compile(
    rb"""[\s/]+[a-zA-Z_:@.*-][\w:@.*-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?(?=[\s/>])"""
)
# Bytes of an attribute, at least.
_SHORTEST_ATTRIBUTE = 2


def limit_attributes(page: bytes) -> bytes:
    """Return a page in which no element has more than `MOST_ATTRIBUTES`; the first ones stay.

    Each part of the page is read once. None of its text is changed.
    """
    kept: list[bytes] = []
    start = end = 0
    while tag := _TAG.search(page, end):
        end = tag.end()
        if _ends_soon(page, end):
            continue
        count = 0
        last = end
        while attribute := _ATTRIBUTE.match(page, end):
            end = attribute.end()
            count += 1
            if count == MOST_ATTRIBUTES:
                last = end
        if count > MOST_ATTRIBUTES:
            kept.append(page[start:last])
            start = end
    return b"".join((*kept, page[start:]))


def _ends_soon(page: bytes, start: int) -> bool:
    """Return whether a tag ends before it can have too many attributes."""
    return page.find(b">", start, start + MOST_ATTRIBUTES * _SHORTEST_ATTRIBUTE) >= 0
