"""The outlet of a text, where its furniture or the page's title names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.articles.metadata.agencies import find_agency
from reader.text.word_lists import WordLists

OUTLET_WORDS = WordLists(__file__, "outlets")
"""Words by which the name of an outlet is recognised."""

# Words.
_MOST_NAME_WORDS = 6
_MOST_SITE_NAME_WORDS = 5
# Characters.
_LONGEST_ADDRESS = 2000
_ADDRESS = re.compile(
    r"https?://((?:[a-z0-9_-]{1,63}\.){1,8}[a-z][a-z0-9-]{1,30})(?::\d{1,5})?(/\S*)?$",
    re.IGNORECASE,
)
_SUBDOMAIN = re.compile(r"^(?:www\d?|m|mobile|amp|edition|rss|feeds)\.(?=.*\.)")
_MARKS_BEFORE_SITE_NAME = ("|", "–", "—", "-", "•", "·")
# After the name: `The Daily Star holds no responsibility for …`.
_DISCLAIMERS = (
    " holds no responsib", " takes no responsib", " bears no responsib", " accepts no responsib",
    " assumes no responsib", " is not responsible for", " assumes no liab", " accepts no liab",
    " takes no liab", " has not edited", " have not edited", " did not edit",
)  # fmt: skip
# Before the name.
_ATTRIBUTIONS = (
    "not been edited by ", "not edited by ",
    "originally appeared on ", "originally appeared in ", "first appeared on ",
    "first appeared in ", "originally published by ", "originally published on ",
    "originally published in ", "first published by ", "first published in ", "first published on ",
)  # fmt: skip


def find_stated_outlet(furniture: Sequence[str]) -> str | None:
    """Return the outlet that a disclaimer, an attribution or a copyright line names, or None."""
    for text in furniture:
        if name := _named_in_disclaimer(text) or _named_in_attribution(text):
            return name
    for text in furniture:
        if (holder := find_copyright_holder(text)) and not find_agency(holder):
            return holder
    return None


def find_site_name(title: str, lines: Sequence[str]) -> str | None:
    """Return the name that a line adds to the title, as pages do: `Headline - Daily Star`.

    Args:
        title: of the story.
        lines: above the story.
    """
    for line in lines:
        if len(line) > len(title) and line.startswith(title):
            added = line[len(title) :]
            mark, name = added.strip()[:1], added.strip(" |–—-•·")
            has_name = 1 <= len(name.split()) <= _MOST_SITE_NAME_WORDS
            if mark in _MARKS_BEFORE_SITE_NAME and has_name:
                return parse_name_at_start(name)
    return None


def find_copyright_holder(text: str) -> str | None:
    """Return the name in `© 2024 The Daily Star. All rights reserved.`, if it is no company's."""
    if not text.lower().startswith(("©", "copyright", "(c)")):
        return None
    words = text.split()
    while words and words[0].strip("©.,()-–").lower() in ("copyright", "c", ""):
        del words[0]
    while words and words[0].strip("©.,-–").replace("-", "").replace("–", "").isdigit():
        del words[0]
    name = parse_name_at_start(" ".join(words).removeprefix("by "))
    if not name:
        return None
    lowered = (word.lower().strip(".,") for word in name.split())
    return name if OUTLET_WORDS.words["companies"].isdisjoint(lowered) else None


def find_domain(address: str) -> str | None:
    """Return the domain of an address of the web as a name, `harbourcourier.com`, or None.

    The address in that of an archive of pages counts; hosts of other people's texts name no outlet.
    """
    match = _ADDRESS.match(address.strip()[:_LONGEST_ADDRESS])
    if match is None:
        return None
    host, path = match[1].lower(), match[2] or ""
    inner = path.find("http")
    if host in OUTLET_WORDS.words["archives"]:
        return find_domain(path[inner:]) if inner >= 0 else None
    host = _SUBDOMAIN.sub("", host)
    is_of_others = any(
        host == each or host.endswith(f".{each}") for each in OUTLET_WORDS.words["hosts"]
    )
    return None if is_of_others else host


def is_same_outlet(name: str | None, outlet: str | None) -> bool:
    """Return whether a name is that of the outlet, with or without "the" before it."""
    if not name or not outlet:
        return False
    first, second = (each.casefold().removeprefix("the ").strip() for each in (name, outlet))
    return first == second


def parse_name_at_start(text: str) -> str | None:
    """Return the name that the capitalised words at the start of a text are, or None."""
    words: list[str] = []
    for word in text.split()[: _MOST_NAME_WORDS + 1]:
        if not _may_be_in_name(word):
            break
        words.append(word.rstrip(".,;:)"))
        if word[-1] in ".,;:)":
            break
    return _checked_name(words)


def _named_in_disclaimer(text: str) -> str | None:
    for phrase in _DISCLAIMERS:
        before, found, _ = text.partition(phrase)
        if found and (name := _parse_name_at_end(before)):
            return name
    return None


def _named_in_attribution(text: str) -> str | None:
    for phrase in _ATTRIBUTIONS:
        _, found, rest = text.partition(phrase)
        if found and (name := parse_name_at_start(rest)):
            return name
    return None


def _parse_name_at_end(text: str) -> str | None:
    """Return the name that the capitalised words at the end of a text are, or None."""
    words: list[str] = []
    last = text.split()[-_MOST_NAME_WORDS - 1 :]
    while last and last[-1] in OUTLET_WORDS.words["not at the end"]:
        last.pop()
    for word in reversed(last[-_MOST_NAME_WORDS:]):
        if word.endswith((".", ":", ",")) or not _may_be_in_name(word):
            break
        words.insert(0, word)
    return _checked_name(words)


def _may_be_in_name(word: str) -> bool:
    return word[0].isupper() or word in OUTLET_WORDS.words["name particles"]


def _checked_name(words: list[str]) -> str | None:
    """Return the name of these words without small words at its ends; None if nothing is left."""
    known = OUTLET_WORDS.words
    while words and words[-1].lower() in known["not at the end"]:
        words.pop()
    while words and words[0] in known["name particles"]:
        del words[0]
    if not words or (len(words) == 1 and words[0] in known["not names"]):
        return None
    if words[0] == "The" and len(words) == 2 and words[1].isupper():
        del words[0]
    return " ".join(words)
