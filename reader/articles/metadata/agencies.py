"""News agencies, by the names under which texts cite them."""

from __future__ import annotations

from functools import lru_cache

from reader.text.word_lists import WordLists

_AGENCIES = WordLists(__file__, "agencies")

_MOST_NAME_WORDS = 5
# Characters. Shorter names in capitals are other words as well.
_SHORTEST_SPELLED_IN_CAPITALS = 4
_MARKS_AROUND = " .,:;()[]|–—-/"


def find_agency(name: str, *, in_brackets: bool = False) -> str | None:
    """Return the agency that is called exactly `name`, or None: Reuters for "Thomson Reuters".

    Args:
        name: with or without marks around it and "the" before it.
        in_brackets: whether it is in the brackets of a dateline; only then ambiguous names
            count.
    """
    name = name.strip(_MARKS_AROUND)
    if name.lower().startswith("the "):
        name = name[4:]
    agency = _agencies_by_name().get(name) or _agencies_by_name().get(name.upper())
    if not agency and in_brackets:
        agency = _agencies_in_brackets().get(name)
    return agency


def find_agency_at_end(line: str) -> tuple[str, str] | None:
    """Return the agency that the line ends with and the text before it, or None."""
    words = line.rstrip(" .)").split()
    for count in range(min(_MOST_NAME_WORDS, len(words)), 0, -1):
        if agency := find_agency(" ".join(words[-count:])):
            return agency, " ".join(words[:-count])
    return None


def find_agency_at_start(text: str) -> tuple[str, int] | None:
    """Return the agency whose Chinese or Japanese name the text begins with, and its length."""
    if not "\u2e80" <= text[:1] <= "\u9fff":
        return None
    for name, agency in _agencies_by_name().items():
        if not name[0].isascii() and text.startswith(name):
            return agency, len(name)
    return None


def is_release_wire(name: str) -> bool:
    """Return whether `name` is that of a distributor of press releases."""
    return name.lower() in _AGENCIES.lines["release wires"]


@lru_cache(maxsize=1)
def _agencies_by_name() -> dict[str, str]:
    return {name: agency for name, agency in _names() if not name.startswith("(")}


@lru_cache(maxsize=1)
def _agencies_in_brackets() -> dict[str, str]:
    return {name[1:-1]: agency for name, agency in _names() if name.startswith("(")}


def _names() -> list[tuple[str, str]]:
    """Return every name, brackets included, with the agency that it means."""
    names = []
    for line in _AGENCIES.lines[""]:
        agency, *others = (name.strip() for name in line.split("|"))
        for name in (agency, *others):
            names.append((name.removeprefix("The "), agency.strip("()")))
            if len(name) >= _SHORTEST_SPELLED_IN_CAPITALS:
                names.append((name.removeprefix("The ").upper(), agency.strip("()")))
    return names
