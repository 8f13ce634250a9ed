"""News agencies by the names that texts give them."""

from __future__ import annotations

from functools import lru_cache

from reader.text.word_lists import WordLists

_AGENCIES = WordLists(__file__, "agencies")
_MOST_NAME_WORDS = 5
_BRACKETS = " .,:;()[]|–—-/"


def agency_named(name: str, *, in_brackets: bool = False) -> str | None:
    """The agency that is called exactly `name` ("Thomson Reuters" is Reuters), or None.

    Names that mean much else besides count only `in_brackets`, as a dateline has them.
    """
    name = name.strip(_BRACKETS)
    if name.lower().startswith("the "):
        name = name[4:]
    found = _by_name().get(name) or _by_name().get(name.upper())
    if not found and in_brackets:
        found = _in_brackets().get(name)
    return found


def agency_at_end(line: str) -> tuple[str, str] | None:
    """The agency that `line` ends with, and what stands before it, or None."""
    words = line.rstrip(" .)").split()
    for count in range(min(_MOST_NAME_WORDS, len(words)), 0, -1):
        if agency := agency_named(" ".join(words[-count:])):
            return agency, " ".join(words[:-count])
    return None


def agency_at_start(text: str) -> tuple[str, int] | None:
    """The agency whose Chinese or Japanese name `text` begins with, and its length, or None."""
    if not "\u2e80" <= text[:1] <= "\u9fff":
        return None
    for name, agency in _by_name().items():
        if not name[0].isascii() and text.startswith(name):
            return agency, len(name)
    return None


def is_release_wire(name: str) -> bool:
    """Return whether `name` is that of a distributor of press releases."""
    return name.lower() in _AGENCIES.lines["release wires"]


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    return {name: agency for name, agency in _names() if not name.startswith("(")}


@lru_cache(maxsize=1)
def _in_brackets() -> dict[str, str]:
    return {name[1:-1]: agency for name, agency in _names() if name.startswith("(")}


def _names() -> list[tuple[str, str]]:
    names = []
    for line in _AGENCIES.lines[""]:
        agency, *others = (name.strip() for name in line.split("|"))
        for name in (agency, *others):
            names.append((name.removeprefix("The "), agency.strip("()")))
            if len(name) > 3:
                names.append((name.removeprefix("The ").upper(), agency.strip("()")))
    return names
