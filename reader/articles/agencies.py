"""News agencies by the names that texts give them."""

from __future__ import annotations

from functools import lru_cache

from reader.articles.wordlists import lines_by_section


def agency_named(name: str) -> str | None:
    """The agency that is called exactly `name` ("Thomson Reuters" is Reuters), or None."""
    name = name.strip(" .,:;()[]|–—-")
    if name.lower().startswith("the "):
        name = name[4:]
    return _by_name().get(name) or _by_name().get(name.upper())


def agency_at_end(line: str) -> tuple[str, str] | None:
    """The agency that `line` ends with, and what stands before it, or None."""
    words = line.rstrip(" .)").split()
    for count in range(min(4, len(words)), 0, -1):
        if agency := agency_named(" ".join(words[-count:])):
            return agency, " ".join(words[:-count])
    return None


def agency_at_start(text: str) -> tuple[str, int] | None:
    """The agency whose Chinese name `text` begins with, and the length of the name, or None."""
    if not "\u2e80" <= text[:1] <= "\u9fff":
        return None
    for name, agency in _by_name().items():
        if not name[0].isascii() and text.startswith(name):
            return agency, len(name)
    return None


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    names = {}
    for line in lines_by_section("agencies")[""]:
        agency, *others = (name.strip() for name in line.split("|"))
        for name in (agency, *others):
            names[name.removeprefix("The ")] = agency
            if len(name) > 3:
                names[name.removeprefix("The ").upper()] = agency
    return names
