"""Datelines: where a report was filed, when, and by which agency.

SHANGHAI (Reuters) – …      WASHINGTON, April 24 (AP) — …      Shanghai, China - …
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.articles.agencies import agency_at_start, agency_named
from reader.articles.dates import find_date
from reader.articles.wordlists import words_by_section

_REACH = 120
_DASH = re.compile(r"(?:(?<=[\s)])|(?<=\w)(?=[–—]))(?:--|[-–—―])\s*")


class Dateline(NamedTuple):
    """What a dateline tells; at least one of place and source is there."""

    place: str | None
    date: str | None
    source: str | None
    """What stands in brackets, as printed: an agency, or an outlet."""
    agency: str | None
    """The agency, where the source is a known one."""


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that `paragraph` begins with, or None."""
    head = paragraph[:_REACH]
    if chinese := _chinese(head):
        return chinese
    if slashed := _between_slashes(head):
        return slashed
    dash = _DASH.search(head)
    if dash and dash.start() > 1:
        return _read(head[: dash.start()].strip(), head[dash.end() : dash.end() + 1])
    place, colon, rest = head.partition(": ")
    if colon and place.isupper() and len(place) > 3 and _is_place(place) and rest[:1].isupper():
        return Dateline(place, None, None, None)
    return None


def _between_slashes(head: str) -> Dateline | None:
    """`КАЗАНЬ, 24 апреля. /ТАСС/.`"""
    label, _, rest = head.partition(" /")
    source, slash, _ = rest.partition("/")
    agency = agency_named(source) if slash and len(source) <= 40 else None
    place, date = _without_date(label.rstrip(" ."))
    if not agency or not (place or date) or (place and not _is_place(place)):
        return None
    return Dateline(place or None, date, source, agency)


def _chinese(head: str) -> Dateline | None:
    """`新华社上海8月14日电`."""
    agency = agency_at_start(head)
    if not agency:
        return None
    name, length = agency
    match = re.match(r"(\D{0,10}?)(\d{1,2}月\d{1,2}日)[电電讯訊]", head[length:])
    if not match:
        return None
    return Dateline(match[1] or None, match[2], head[:length], name)


def _read(label: str, next_character: str) -> Dateline | None:
    source = None
    if label.endswith(")") and "(" in label:
        label, source = label[:-1].rsplit("(", 1)
        label, source = label.strip(" ,"), source.strip()
        if len(source.split()) > 4 or (source.islower() and not agency_named(source)):
            return None
    agency = agency_named(source) if source else None
    label, date = _without_date(label)
    if not label:
        named = agency or (source and source.isupper())
        return Dateline(None, date, source, agency) if named else None
    if not _is_place(label):
        return None
    certain = source or date
    if not certain and not (next_character.isupper() or next_character in "\"“«„'‘$€£0123456789"):
        return None
    if certain or label.isupper() or "," in label:
        return Dateline(label, date, source, agency)
    return None


def _without_date(label: str) -> tuple[str, str | None]:
    date = find_date(label)
    if not date or label[date.span.stop :].strip(" ,."):
        return label, None
    return label[: date.span.start].strip(" ,/"), label[date.span]


def _is_place(label: str) -> bool:
    known = words_by_section("names")
    words = label.replace("/", " ").replace(",", " ").split()
    return (
        0 < len(words) <= 7
        and len(label) <= 60
        and label[0].isupper()
        and not any(character.isdigit() or character in '"“”?!;:()' for character in label)
        and all(word[0].isupper() or word in known["in places"] for word in words)
        and not all(word in known["no places"] for word in words)
    )
