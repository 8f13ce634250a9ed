"""Bylines and credit lines: who wrote, edited or photographed, as printed."""

from __future__ import annotations

from typing import NamedTuple

from reader.articles.agencies import agency_at_end, agency_named
from reader.articles.dates import find_date
from reader.articles.wordlists import words_by_section

_LONGEST_BYLINE = 160
_LONGEST_CREDIT = 500


class Byline(NamedTuple):
    """Who signs a text; at least one of the two is there."""

    writers: str | None
    agency: str | None
    outlet: str | None = None
    """For whom they write, where the byline says `for The Evening Ledger`."""


def find_byline(line: str) -> Byline | None:
    """The byline that `line` is, with or without a date, or None.

    `By Simon Lewis`, `By Thomson Reuters Apr 24, 2024 | 7:25 PM`, `Written by JANE DOE,
    Associated Press`; without "By" only before an agency: `Simon Lewis | Reuters`.
    """
    if len(line) > _LONGEST_BYLINE:
        return None
    words = line.strip(" -–—•*").split()
    if len(words) > 2 and words[0].lower() in _known("written") and words[1].lower() == "by":
        del words[0]
    if len(words) < 2:
        agency = agency_named(line)
        return Byline(None, agency) if agency else None
    signed = words[0].lower().rstrip(":") in _known("by") and words[0] != "di"
    rest = _without_date(" ".join(words[1:] if signed else words))
    if not rest:
        return None
    return _signed(rest) if signed else _agency_line(rest)


def are_writers(line: str) -> bool:
    """Can it be the names of one or several writers, and nothing else?"""
    words = line.split()
    return 2 <= len(words) <= 8 and len(line) <= 80 and _are_names(line) and not agency_named(line)


def is_post(line: str) -> bool:
    """Is it what somebody is at the paper, `Senior Correspondent`, and nothing else?"""
    words = line.lower().split()
    return 0 < len(words) <= 4 and _known("posts").issuperset(words)


def is_credit(paragraph: str) -> bool:
    """Is it a line that says who reported, wrote or edited, and nothing else?

    `(Reporting by A; Editing by B and C)`, `Additional reporting by D in Beijing`.
    """
    if len(paragraph) > _LONGEST_CREDIT:
        return False
    inside = paragraph.strip(" ()[]*_—–-•")
    first = inside.split(None, 1)[0] if inside else ""
    first = first.lower().strip(",.:")
    if first not in _known("credit words") or first in _known("by"):
        return False
    words = inside.replace(";", " ; ").split()
    lowered = [word.lower().strip(",.:;()") for word in words]
    if (
        len(words) < 3
        or not (set(lowered[:4]) & _known("roles"))
        or lowered[0] not in _known("credit words")
    ):
        return False
    if not {"by", "from", "inputs", "input"} & set(lowered[:6]) and not paragraph.count(":"):
        return False
    small = _known("credit words") | _known("between names")
    return all(
        lower in small or not word[0].isalpha() or word[0].isupper()
        for word, lower in zip(words, lowered, strict=True)
    )


def split_credit(paragraph: str) -> list[str]:
    """The single credits of a credit line, as printed, without brackets."""
    inside = paragraph.strip(" *_—–-•")
    if inside.startswith("(") and inside.rstrip(".").endswith(")"):
        inside = inside.rstrip(".")[1:-1]
    return [credit.strip() for credit in inside.split(";") if credit.strip()]


def _without_date(text: str) -> str:
    if date := find_date(text):
        text = text[: date.span.start]
        words = text.split()
        labels = words_by_section("dates")["labels"] | {"at"}
        while words and words[-1].lower().rstrip(":") in labels:
            words.pop()
        text = " ".join(words)
    return text.strip(" ,|•·–—-/()")


def _signed(rest: str) -> Byline | None:
    if agency := agency_named(rest):
        return Byline(None, agency)
    ending = agency_at_end(rest)
    if ending and ending[1].rstrip().endswith((",", "|", "/", "•", "·", "-", "–", "—", "(")):
        writers, agency = ending[1].strip(" ,|/•·–—-("), ending[0]
    else:
        writers, agency = rest, _agency_of_post(rest)
    for mark in (" | ", " • ", " · ", " — ", " – ", ", reporting", ", in "):
        writers = writers.split(mark)[0]
    names, comma, post = writers.partition(", ")
    if comma and post.split()[-1:] and post.split()[-1].lower() in _known("post nouns"):
        writers = names
    writers, _, outlet = writers.partition(" FOR " if writers.isupper() else " for ")
    writers = writers.strip(" ,.")
    return Byline(writers, agency, outlet.strip() or None) if _are_names(writers) else None


def _agency_line(rest: str) -> Byline | None:
    if agency := agency_named(rest):
        return Byline(None, agency)
    names, comma, post = rest.partition(", ")
    if comma and post.lower() in _known("post nouns") and are_writers(names):
        return Byline(names, None)
    ending = agency_at_end(rest)
    if not ending or not ending[1].rstrip().endswith((",", "|", "/", "•", "·", "-", "–", "—", "(")):
        return None
    writers = ending[1].strip(" ,|/•·–—-(")
    return Byline(writers, ending[0]) if _are_names(writers) and len(writers.split()) <= 8 else None


def _agency_of_post(rest: str) -> str | None:
    """The agency of `MATTHEW LEE AP Diplomatic Writer`."""
    words = rest.split()
    if words[-1].lower() not in _known("posts"):
        return None
    return next((agency for word in words if (agency := agency_named(word))), None)


def _are_names(text: str) -> bool:
    words = text.replace(",", " ").replace("/", " ").split()
    if not 1 <= len(words) <= 20 or text[-1:] in "!?:" or words[0] in _known("no names"):
        return False
    small = _known("between names")
    capitals = 0
    for word in words:
        if word[0].isupper() or (not word[0].isascii() and word[0].isalpha()):
            capitals += 1
        elif not (word in small or word.startswith("al-") or word.lower() in _known("posts")):
            return False
    return capitals > 0


def _known(section: str) -> frozenset[str]:
    return words_by_section("names")[section]
