"""Lines that state the outlet of a text and little else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.articles.furniture.roles import PageRole
from reader.articles.metadata.agencies import find_agency
from reader.articles.metadata.bylines import (
    BYLINE_WORDS,
    begins_as_station,
    is_outlet,
    is_signed,
)
from reader.articles.metadata.dates import find_date
from reader.articles.metadata.outlets import OUTLET_WORDS

# Characters.
_LONGEST_LINE = 90
# Words.
_MOST_NAME_WORDS = 5
_MOST_WORDS_WITHOUT_ARTICLE = 3
# Lines between that of an outlet and a title, a byline or a date; lines after the story.
_REACH = 2
_SIGN_OFF_REACH = 3
_MARKS = " *_()[]—–-.,|"
_SIGN_OFF_STARTS = ("(", "—", "–", "-", "*", "_")
_WITH_AGENCY = re.compile(
    r"([^|•/]{2,60}?)(?:,)? (?:with|and|mit|und|avec|et|con|y|e|com|en|met|/|\+) ([^|•/]{2,40})"
)
_HAS_MARK = re.compile(r"[,;:|/!?]")
_TITLE_SEPARATOR = re.compile(r"\s[|–—·•-]\s")
_ANCHOR_ROLES = (PageRole.TITLE, PageRole.BYLINE, PageRole.DATE)


class OutletLine(NamedTuple):
    """What a line states of the origin of a text."""

    outlet: str
    agency: str | None = None


def parse_outlet_with_agency(line: str) -> OutletLine | None:
    """Return what a line such as `*Harbour Courier with Reuters*` states, or None.

    The first name must be one of an outlet by its form: two writers and an agency look alike.
    """
    if len(line) > _LONGEST_LINE:
        return None
    match = _WITH_AGENCY.fullmatch(line.strip(_MARKS))
    if match is None:
        return None
    name, others = match[1].strip(_MARKS), match[2].strip(_MARKS)
    agency = find_agency(others)
    is_agency = agency or BYLINE_WORDS.words["anonymous"].issuperset(others.lower().split())
    return OutletLine(name, agency) if is_agency and has_form_of_outlet(name) else None


def has_form_of_outlet(name: str) -> bool:
    """Return whether a name is one of an outlet by its words: `The Herald`, `Sound Echo`, `CNN`.

    The names of sections, `World News`, are no outlets.
    """
    words = name.split()
    if not 1 <= len(words) <= _MOST_NAME_WORDS or find_agency(name) or _HAS_MARK.search(name):
        return False
    known = OUTLET_WORDS.words
    if words[0].lower() in known["sections"] or not words[0][0].isupper():
        return False
    if len(words) == 1:
        return name.isalpha() and (name[1:] != name[1:].lower())
    if words[-1].lower() in known["shared with sections"] and not _names_station(words):
        return False
    begins = (words[0].lower() in known["articles"] or begins_as_station(words)) and all(
        word[0].isupper() for word in words
    )
    return is_outlet(name) or begins


def _names_station(words: Sequence[str]) -> bool:
    """Return whether it is `BBC News` or a longer name, and not `Odd News`."""
    return len(words) > 2 or (words[0].isalpha() and words[0].isupper() and len(words[0]) > 1)


def find_outlet_line(
    texts: Sequence[str], roles: Sequence[PageRole], start: int
) -> OutletLine | None:
    """Return what the line of the outlet states, or None.

    Such a line is beside the title, the byline or the date, or signs the text below the story.

    Args:
        texts: the paragraphs of the page.
        roles: their roles.
        start: the position at which the story begins.
    """
    for position, text in enumerate(texts):
        if roles[position] in (PageRole.BODY, PageRole.HEADING, PageRole.TITLE):
            continue
        if stated := parse_outlet_with_agency(text):
            return stated
        is_placed = (
            _is_beside_anchor(roles, position)
            if position < start
            else position >= len(texts) - _SIGN_OFF_REACH and text.startswith(_SIGN_OFF_STARTS)
        )
        if is_placed and (name := parse_outlet_line(text)):
            return OutletLine(name)
    return None


def parse_outlet_line(line: str) -> str | None:
    """Return the outlet whose name is all of a line but for a date, or None."""
    if len(line) > _LONGEST_LINE or is_signed(line):
        return None
    date = find_date(line)
    rest = f"{line[: date.span.start]} {line[date.span.stop :]}" if date else line
    name = " ".join(rest.strip(_MARKS).split())
    # "The Long Read" and "La Nota" are sections: on a line of its own the last word decides.
    return name if is_outlet(name) and has_form_of_outlet(name) else None


def is_outlet_name(line: str) -> bool:
    """Return whether a line is the name of an outlet and too short for a headline about one."""
    name = parse_outlet_line(line)
    if not name:
        return False
    words = name.split()
    has_article = words[0].lower() in OUTLET_WORDS.words["articles"]
    return has_article or len(words) <= _MOST_WORDS_WITHOUT_ARTICLE


def split_title(title: str | None) -> tuple[str | None, str | None]:
    """Return the headline and the outlet of `Ferry sinks | Harbour Courier`; or the title."""
    if title is None:
        return None, None
    for match in reversed(list(_TITLE_SEPARATOR.finditer(title))):
        name = title[match.end() :].strip()
        if is_outlet(name) and has_form_of_outlet(name):
            return title[: match.start()].strip(), name
        break
    return title, None


def _is_beside_anchor(roles: Sequence[PageRole], position: int) -> bool:
    beside = [*_near(roles, position - 1, -1), *_near(roles, position + 1, 1)]
    return any(role in _ANCHOR_ROLES for role in beside)


def _near(roles: Sequence[PageRole], first: int, step: int) -> Iterator[PageRole]:
    for position in range(first, first + step * _REACH, step):
        if 0 <= position < len(roles):
            yield roles[position]
