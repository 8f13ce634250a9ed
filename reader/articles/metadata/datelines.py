"""Datelines: where a report was filed, when, and by which agency.

SHANGHAI (Reuters) – …      WASHINGTON, April 24 (AP) — …      Shanghai, China - …
Kano, Oct. 9, 2024 (NAN) …  КАЗАНЬ, 24 апреля. /ТАСС/. …       新华社上海8月14日电 …
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.articles.metadata.agencies import (
    find_agency,
    find_agency_at_end,
    find_agency_at_start,
)
from reader.articles.metadata.dates import find_date
from reader.text.quote_signs import OPENING_SIGNS, STRAIGHT_SIGNS
from reader.text.word_lists import WordLists

_PLACE_WORDS = WordLists(__file__, "datelines")

# Characters: of a paragraph in which a dateline is searched, and of its parts.
_REACH = 120
_LONGEST_SOURCE = 40
_LONGEST_PLACE = 60
_LONGEST_ABBREVIATION = 6
_SHORTEST_PLACE_BEFORE_COLON = 4
_LONGEST_WIDE_PLACE = 12
_MOST_BRACKETS = 3
_MOST_SOURCE_WORDS = 4
_MOST_PLACE_WORDS = 7
_DASHES = ("-", "–", "—")
_AFTER_SOURCE = " .,:;-–—―"
_OPENERS = STRAIGHT_SIGNS + OPENING_SIGNS + "$€£¥[("
_DASH = re.compile(r"(?:(?<=[\s)])|(?<=\)[.,:])|(?<=\w)(?=[–—]))(?:--|[-–—―])\s*")
_WIDE_CLOSING = re.compile("[】］\\])）]")
_WIDE_PLACE_AND_DATE = re.compile(
    r"[／/]?(\D{0,10}?)((?:\d{4}年)?\d{1,2}月\d{1,2}日)?(?:综合)?[电電讯訊]"
)


class Dateline(NamedTuple):
    """The parts of a dateline; at least one of place and source is not None."""

    place: str | None
    date: str | None
    source: str | None
    """The text in its brackets, as printed: an agency, or an outlet."""
    agency: str | None
    """The agency, where the source is a known one."""


def find_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that the paragraph begins with, or None."""
    start = paragraph[:_REACH]
    for parse in (_parse_wide, _parse_slashes, _parse_brackets, _parse_dash, _parse_colon):
        if dateline := parse(start):
            return dateline
    return None


def find_place_before_colon(paragraph: str) -> str | None:
    """Return the place of `Guwahati: A stray elephant …`, or None.

    Any name may precede a colon; something else must show that it is a place.
    """
    place, colon, rest = paragraph[:_REACH].partition(": ")
    if colon and _is_place(place) and (rest[:1].isupper() or rest[:1].isdigit()):
        return place
    return None


def _parse_colon(start: str) -> Dateline | None:
    """Parse `LONDON: …`; the place must be in capitals."""
    place, colon, rest = start.partition(": ")
    if (
        colon
        and place.isupper()
        and len(place) >= _SHORTEST_PLACE_BEFORE_COLON
        and _is_place(place)
        and rest[:1].isupper()
    ):
        return Dateline(place, None, None, None)
    return None


def _parse_slashes(start: str) -> Dateline | None:
    """Parse `КАЗАНЬ, 24 апреля. /ТАСС/.`, `OSLO, May 6, 2024 /PRNewswire/ --`."""
    label, _, rest = start.partition(" /")
    source, slash, rest = rest.partition("/")
    if not slash or not source or len(source) > _LONGEST_SOURCE:
        return None
    agency = find_agency(source, in_brackets=True)
    if not agency and not rest.lstrip().startswith(_DASHES):
        return None
    place, date = _split_date(label.rstrip(" ."))
    if not (place or date) or (place and not _is_place(place)):
        return None
    return Dateline(place or None, date, source, agency)


def _parse_wide(start: str) -> Dateline | None:
    """Parse `新华社上海8月14日电`, with or without brackets; `【北京共同】`."""
    unbracketed = start.lstrip("（(【［[　 ")
    if unbracketed != start and (bracketed := _parse_wide_brackets(unbracketed)):
        return bracketed
    found = find_agency_at_start(unbracketed)
    if not found:
        return None
    agency, length = found
    match = _WIDE_PLACE_AND_DATE.match(unbracketed[length:])
    if not match or not (match[1] or match[2]):
        return None
    return Dateline(match[1] or None, match[2], unbracketed[:length], agency)


def _parse_wide_brackets(text: str) -> Dateline | None:
    """Parse place and agency before a closing bracket: `北京＝共同】`, `ワシントン共同】`."""
    closing = _WIDE_CLOSING.search(text[:_LONGEST_SOURCE])
    if not closing:
        return None
    inside = text[: closing.start()]
    for mark in ("＝", "=", "・", "、", ""):
        place, source = _split_wide(inside, mark)
        agency = find_agency(source)
        if agency and 0 < len(place) <= _LONGEST_WIDE_PLACE:
            return Dateline(place, None, source, agency)
    return None


def _split_wide(inside: str, mark: str) -> tuple[str, str]:
    """Return the place and the source around the mark, or without one as names show it."""
    if mark:
        place, _, source = inside.partition(mark)
        return place, source
    for length in range(2, min(len(inside), 8)):
        if find_agency(inside[-length:]):
            return inside[:-length], inside[-length:]
    return inside, ""


def _parse_brackets(start: str) -> Dateline | None:
    """Parse `Kano, Oct. 9, 2024 (NAN) Tailors`, `(ANSA) - VENEZIA, 12 OTT - Un`."""
    found = _find_bracketed_agency(start)
    if not found:
        return None
    brackets, source, agency = found
    after = start[brackets.stop :]
    if not _may_follow_source(after):
        return None
    place, date = _split_date(start[: brackets.start].strip(" ,.-–—"))
    if place and not _is_place(_without_country(place)):
        return None
    if not place and not date:
        inner = _parse_dash(after.lstrip(_AFTER_SOURCE))
        if inner and inner.place:
            return inner._replace(source=source, agency=agency)
    return Dateline(place or None, date, source, agency)


def _find_bracketed_agency(start: str) -> tuple[slice, str, str] | None:
    """Return the first brackets with an agency, their content, and the agency."""
    opening = -1
    for _ in range(_MOST_BRACKETS):
        opening = start.find("(", opening + 1)
        closing = start.find(")", opening + 1)
        if opening < 0 or closing < 0:
            return None
        source = start[opening + 1 : closing].strip()
        if agency := find_agency(source, in_brackets=True):
            return slice(opening, closing + 1), source, agency
    return None


def _may_follow_source(after: str) -> bool:
    """Return whether the text after an agency in brackets may be that of a report.

    With a small letter it must have a mark between.
    """
    words = after.lstrip(_AFTER_SOURCE)
    if words and (words[0].isupper() or words[0] in _OPENERS or words[0].isdigit()):
        return True
    if words and not words[0].isalpha():
        return False
    return after.lstrip()[:1] in (".", ":", "-", "–", "—", "―")


def _parse_dash(start: str) -> Dateline | None:
    """Parse `WASHINGTON, April 24 (AP) — …`, `Shanghai, China - …`."""
    dash = _DASH.search(start)
    if not dash or dash.start() <= 1:
        return None
    after = start[dash.end() :]
    split = _split_source(start[: dash.start()].strip())
    if split is None:
        return None
    label, source, agency = split
    place, date = _split_date(label.rstrip("."))
    if not place:
        has_source = agency or (source and source.isupper())
        return Dateline(None, date, source, agency) if has_source else None
    if not _is_place(_without_country(place) if source else place):
        return None
    if date and not source:
        source = agency = _agency_before_stop(after)
    if not (source or date or _is_clear_without_source(place, after)):
        return None
    return Dateline(place, date, source, agency)


def _is_clear_without_source(place: str, after: str) -> bool:
    """Return whether the forms of the place and of the text after the dash show a dateline."""
    starts_sentence = after[:1].isupper() or after[:1].isdigit() or after[:1] in _OPENERS
    return starts_sentence and (place.isupper() or "," in place)


def _split_source(label: str) -> tuple[str, str | None, str | None] | None:
    """Return the text before the source of a dateline, the source, and its agency.

    None where the brackets hold something else.
    """
    unpunctuated = label.rstrip(".,:")
    if unpunctuated.endswith(")") and "(" in unpunctuated:
        rest, source = unpunctuated[:-1].rsplit("(", 1)
        rest, source = rest.strip(" ,"), source.strip()
        if len(source.split()) > _MOST_SOURCE_WORDS:
            return None
        if source.islower() and not find_agency(source):
            return None
        if source:
            return rest, source, find_agency(source, in_brackets=True)
        label = rest
    rest, agency = _split_agency_after_date(label)
    return rest, agency, agency


def _split_agency_after_date(label: str) -> tuple[str, str | None]:
    """Return the two parts of `TOKYO, Feb. 3 Kyodo`: the agency without brackets is the second."""
    ending = find_agency_at_end(label)
    if ending and _split_date(ending[1].rstrip(" .,"))[1]:
        return ending[1].rstrip(" .,"), ending[0]
    return label, None


def _agency_before_stop(text: str) -> str | None:
    """Return the agency before the first full stop: `РИА Новости. …`."""
    name, stop, _ = text[:_LONGEST_SOURCE].partition(".")
    return find_agency(name) if stop else None


def _split_date(label: str) -> tuple[str, str | None]:
    """Return the text before the date that a label ends with, and the date."""
    date = find_date(label)
    if not date or label[date.span.stop :].strip(" ,."):
        return label, None
    place = label[: date.span.start].strip(" ,/")
    # A full stop after a long word is no abbreviation's: `Москва. 24 апреля.`
    if place.endswith(".") and len(place.split()[-1]) > _LONGEST_ABBREVIATION:
        place = place[:-1]
    return place, label[date.span]


def _without_country(label: str) -> str:
    """Return the place of `Saint-Louis (Senegal)`."""
    return label.partition(" (")[0] if label.endswith(")") else label


def _is_place(label: str) -> bool:
    words, known = label.replace("/", " ").replace(",", " ").split(), _PLACE_WORDS.words
    return (
        0 < len(words) <= _MOST_PLACE_WORDS
        and len(label) <= _LONGEST_PLACE
        and label[0].isupper()
        and not any(character.isdigit() or character in '"“”?!;:()' for character in label)
        and all(word[0].isupper() or word in known["place particles"] for word in words)
        and not all(word in known["not places"] for word in words)
    )
