"""Datelines: where a report was filed, when, and by which agency.

SHANGHAI (Reuters) – …      WASHINGTON, April 24 (AP) — …      Shanghai, China - …
Kano, Oct. 9, 2024 (NAN) …  КАЗАНЬ, 24 апреля. /ТАСС/. …       新华社上海8月14日电 …
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.articles.metadata.agencies import agency_at_end, agency_at_start, agency_named
from reader.articles.metadata.dates import find_date
from reader.text.word_lists import WordLists

_PLACE_WORDS = WordLists(__file__, "datelines")
_REACH = 120
_DASH = re.compile(r"(?:(?<=[\s)])|(?<=\)[.,:])|(?<=\w)(?=[–—]))(?:--|[-–—―])\s*")
_MOST_BRACKETS = 3
_LONGEST_ABBREVIATION = 6
_LONGEST_SOURCE = 40
_LONGEST_PLACE = 60
_MOST_PLACE_WORDS = 7
_AFTER_SOURCE = " .,:;-–—―"
_OPENERS = "\"“«„'‘$€£¥[("


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
    for read in (_wide, _between_slashes, _before_agency, _before_dash, _before_colon):
        if dateline := read(head):
            return dateline
    return None


def place_before_colon(paragraph: str) -> str | None:
    """The place of `Guwahati: A stray elephant …`, if it is one: any word may stand there."""
    place, colon, rest = paragraph[:_REACH].partition(": ")
    if colon and _is_place(place) and (rest[:1].isupper() or rest[:1].isdigit()):
        return place
    return None


def _before_colon(head: str) -> Dateline | None:
    place, colon, rest = head.partition(": ")
    if colon and place.isupper() and len(place) > 3 and _is_place(place) and rest[:1].isupper():
        return Dateline(place, None, None, None)
    return None


def _between_slashes(head: str) -> Dateline | None:
    """`КАЗАНЬ, 24 апреля. /ТАСС/.`, `OSLO, May 6, 2024 /PRNewswire/ --`."""
    label, _, rest = head.partition(" /")
    source, slash, rest = rest.partition("/")
    if not slash or not source or len(source) > _LONGEST_SOURCE:
        return None
    agency = agency_named(source, in_brackets=True)
    if not agency and not rest.lstrip().startswith(("-", "–", "—")):
        return None
    place, date = _without_date(label.rstrip(" ."))
    if not (place or date) or (place and not _is_place(place)):
        return None
    return Dateline(place or None, date, source, agency)


def _wide(head: str) -> Dateline | None:
    """`新华社上海8月14日电`, with or without brackets; `【北京共同】`."""
    bare = head.lstrip("（(【［[　 ")
    if bare != head and (closing := re.search("[】］\\])）]", bare[:_LONGEST_SOURCE])):
        inside = bare[: closing.start()]
        for mark in ("＝", "=", "・", "、", ""):
            place, _, source = inside.partition(mark) if mark else _agency_inside(inside)
            if (agency := agency_named(source)) and 0 < len(place) <= 12:
                return Dateline(place, None, source, agency)
    agency_found = agency_at_start(bare)
    if not agency_found:
        return None
    name, length = agency_found
    match = re.match(
        r"[／/]?(\D{0,10}?)((?:\d{4}年)?\d{1,2}月\d{1,2}日)?(?:综合)?[电電讯訊]", bare[length:]
    )
    if not match or not (match[1] or match[2]):
        return None
    return Dateline(match[1] or None, match[2], bare[:length], name)


def _agency_inside(inside: str) -> tuple[str, str, str]:
    """The place before an agency's name at the end: `ワシントン共同`."""
    for length in range(2, min(len(inside), 8)):
        if agency_named(inside[-length:]):
            return inside[:-length], "", inside[-length:]
    return inside, "", ""


def _before_agency(head: str) -> Dateline | None:
    """`Kano, Oct. 9, 2024 (NAN) Tailors`, `(ANSA) - VENEZIA, 12 OTT - Un`."""
    opening = -1
    for _ in range(_MOST_BRACKETS):
        opening = head.find("(", opening + 1)
        closing = head.find(")", opening + 1)
        if opening < 0 or closing < 0:
            return None
        source = head[opening + 1 : closing].strip()
        agency = agency_named(source, in_brackets=True)
        if not agency:
            continue
        rest = head[closing + 1 :]
        words = rest.lstrip(_AFTER_SOURCE)
        if not words or not (words[0].isupper() or words[0] in _OPENERS or words[0].isdigit()):
            if words and not words[0].isalpha():
                return None
            if rest.lstrip()[:1] not in (".", ":", "-", "–", "—", "―"):
                return None
        place, date = _without_date(head[:opening].strip(" ,.-–—"))
        if place and not _is_place(_without_country(place)):
            return None
        if not place and not date and (inner := _before_dash(words)) and inner.place:
            return inner._replace(source=source, agency=agency)
        return Dateline(place or None, date, source, agency)
    return None


def _before_dash(head: str) -> Dateline | None:
    dash = _DASH.search(head)
    if not dash or dash.start() <= 1:
        return None
    label, after = head[: dash.start()].strip(), head[dash.end() :]
    source = None
    if label.rstrip(".,:").endswith(")") and "(" in label:
        label, source = label.rstrip(".,:")[:-1].rsplit("(", 1)
        label, source = label.strip(" ,"), source.strip()
        if len(source.split()) > 4 or (source.islower() and not agency_named(source)):
            return None
    agency = agency_named(source, in_brackets=True) if source else None
    if not source:
        label, agency = _agency_after_date(label)
        source = agency
    label, date = _without_date(label.rstrip("."))
    if not label:
        named = agency or (source and source.isupper())
        return Dateline(None, date, source, agency) if named else None
    if not _is_place(_without_country(label) if source else label):
        return None
    if date and not source and (named_after := _agency_at_start_of(after)):
        source = agency = named_after
    certain = source or date
    if not certain and not (after[:1].isupper() or after[:1].isdigit() or after[:1] in _OPENERS):
        return None
    if certain or label.isupper() or "," in label:
        return Dateline(label, date, source, agency)
    return None


def _agency_after_date(label: str) -> tuple[str, str | None]:
    """`TOKYO, Feb. 3 Kyodo`: the agency behind the date, without brackets."""
    ending = agency_at_end(label)
    if ending and _without_date(ending[1].rstrip(" .,"))[1]:
        return ending[1].rstrip(" .,"), ending[0]
    return label, None


def _agency_at_start_of(text: str) -> str | None:
    """`РИА Новости. …`: an agency before the first full stop."""
    name, stop, _ = text[:_LONGEST_SOURCE].partition(".")
    return agency_named(name) if stop else None


def _without_date(label: str) -> tuple[str, str | None]:
    date = find_date(label)
    if not date or label[date.span.stop :].strip(" ,."):
        return label, None
    place = label[: date.span.start].strip(" ,/")
    # A full stop after a long word is no abbreviation's: `Москва. 24 апреля.`
    if place.endswith(".") and len(place.split()[-1]) > _LONGEST_ABBREVIATION:
        place = place[:-1]
    return place, label[date.span]


def _without_country(label: str) -> str:
    """`Saint-Louis (Senegal)` as `Saint-Louis`."""
    return label.partition(" (")[0] if label.endswith(")") else label


def _is_place(label: str) -> bool:
    words = label.replace("/", " ").replace(",", " ").split()
    return (
        0 < len(words) <= _MOST_PLACE_WORDS
        and len(label) <= _LONGEST_PLACE
        and label[0].isupper()
        and not any(character.isdigit() or character in '"“”?!;:()' for character in label)
        and all(word[0].isupper() or word in _PLACE_WORDS.words["in places"] for word in words)
        and not all(word in _PLACE_WORDS.words["no places"] for word in words)
    )
