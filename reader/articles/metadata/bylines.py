"""Bylines and credit lines: who wrote, edited or photographed, as printed."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.articles.furniture.boilerplate import is_phrase
from reader.articles.metadata.agencies import agency_at_end, agency_named
from reader.articles.metadata.dates import DATE_WORDS, find_date
from reader.articles.metadata.post_times import is_post_time
from reader.text.word_lists import WordLists

_BYLINE_WORDS = WordLists(__file__, "bylines")
_CREDIT_WORDS = WordLists(__file__, "credits")
_LONGEST_BYLINE = 160
_LONGEST_CREDIT = 500
_LONGEST_WRITERS = 80
_MOST_UNSIGNED_WORDS = 8
_MOST_OUTLET_WORDS = 5
_MOST_HEADER_WORDS = 22
_MOST_PLACE_WORDS = 3
_SEPARATOR = re.compile(r"\s*[|•∙]\s*|\s[·/–—-]\s|\s·|·\s")
_MARKS = (",", "|", "/", "•", "·", "-", "–", "—", "(")
_ASIDE = re.compile(r"\s?\([^()]{0,80}\)")
_PICTURES = re.compile(
    r"(?i),? (?:and )?((?:photography|photographs|photos|illustrations?|graphics|video|images?)"
    r" by [^,;|]{3,60})$"
)


class Byline(NamedTuple):
    """Who signs a text; at least one of writers and agency is there."""

    writers: str | None
    agency: str | None
    outlet: str | None = None
    """For whom they write, where the byline says `for The Evening Ledger`."""


def find_byline(line: str) -> Byline | None:
    """The byline that `line` is, with or without a date, or None.

    `By Simon Lewis`, `By Thomson Reuters Apr 24, 2024 | 7:25 PM`, `Written by JANE DOE,
    Associated Press`, `Nora Feld / PTI / Apr 3, 2024`; without "By" only beside an agency
    or a date: `Simon Lewis | Reuters`.
    """
    line = line[: _LONGEST_BYLINE + 1].strip(" -–—•*_")
    if not line or len(line) > _LONGEST_BYLINE:
        return None
    signed = _after_by(line)
    if not signed and not _can_be_unsigned(line):
        return None
    rest = _ASIDE.sub("", _PICTURES.sub("", signed or line))
    rest, dated = _without_date(rest)
    parts = [part for part in map(_stripped, _SEPARATOR.split(rest)) if not _says_nothing(part)]
    if not parts or (len(parts) > 3 and not signed):
        return None
    if signed:
        return _signed(parts)
    return _unsigned(parts, dated or len(parts) > 1, dated)


def is_signed(line: str) -> bool:
    """Does it begin with the word for "by"?"""
    return len(line) <= _LONGEST_BYLINE and _after_by(line.strip(" -–—•*_")) is not None


def byline_credit(line: str) -> str | None:
    """The credit inside a byline: `photography by Dre Wallace`, or None."""
    match = _PICTURES.search(line[:_LONGEST_BYLINE])
    return match[1] if match else None


def are_writers(line: str) -> bool:
    """Can it be the names of one or several writers, and nothing else?"""
    if len(line) > _LONGEST_WRITERS or agency_named(line):
        return False
    names, _ = _names_and_outlet(_ASIDE.sub("", line))
    words = names.split()
    if not _known("institutions").isdisjoint(word.strip(".,").lower() for word in line.split()):
        return False
    return 2 <= len(words) <= _MOST_UNSIGNED_WORDS and _are_names(names)


def writers_named(line: str) -> Byline:
    """The byline that a line of nothing but names is."""
    names, outlet = _names_and_outlet(_ASIDE.sub("", line))
    return Byline(names or line, None, outlet)


def is_post(line: str) -> bool:
    """Is it what somebody is at the paper, `Senior Correspondent`, and nothing else?"""
    words = line.lower().split()
    return 0 < len(words) <= 4 and (
        _known("posts").issuperset(words) or words[-1] in _known("post nouns")
    )


def is_credit(paragraph: str) -> bool:
    """Is it a line that says who reported, wrote or edited, and nothing else?

    `(Reporting by A; Editing by B and C)`, `Additional reporting by D in Beijing`.
    """
    if len(paragraph) > _LONGEST_CREDIT:
        return False
    inside = paragraph.strip(" ()[]*_—–-•")
    first = inside.split(None, 1)[0] if inside else ""
    first = first.lower().strip(",.:")
    if first not in _CREDIT_WORDS.words["credit words"] or first in _known("by"):
        return False
    words = inside.replace(";", " ; ").split()
    lowered = [word.lower().strip(",.:;()") for word in words]
    if (
        len(words) < 3
        or not (set(lowered[:4]) & _CREDIT_WORDS.words["roles"])
        or lowered[0] not in _CREDIT_WORDS.words["credit words"]
    ):
        return False
    if not {"by", "from", "inputs", "input"} & set(lowered[:6]) and not paragraph.count(":"):
        return False
    if lowered[0] in _CREDIT_WORDS.words["media"] and lowered[1] == "from":
        return False
    small = _CREDIT_WORDS.words["credit words"] | _known("between names")
    return all(
        lower in small or not word[0].isalpha() or word[0].isupper()
        for word, lower in zip(words, lowered, strict=True)
    )


def is_wire_credit(paragraph: str) -> bool:
    """Does a credit line say who reported, wrote or edited, as at the end of agency copy?"""
    words = {word.strip(".,:;()[]").lower() for word in paragraph.split()[:12]}
    return not words.isdisjoint(("reporting", "writing", "editing", "reported", "compiled"))


def split_credit(paragraph: str) -> list[str]:
    """The single credits of a credit line, as printed, without brackets."""
    inside = paragraph.strip(" *_—–-•")
    if inside.startswith("(") and inside.rstrip(".").endswith(")"):
        inside = inside.rstrip(".")[1:-1]
    return [credit.strip(" .") for credit in inside.split(";") if credit.strip(" .")]


def _after_by(line: str) -> str | None:
    """What follows the word for "by", or None where there is none."""
    words = line.split()
    if len(words) > 2 and words[0].lower() in _known("written") and words[1].lower() == "by":
        del words[0]
    if words and words[0].lower().rstrip(":：") in _known("author") and words[0][-1] in ":：":
        return " ".join(words[1:])
    if len(words) > 1 and words[1] == ":" and words[0].lower() in _known("author") | _known("by"):
        return " ".join(words[2:])
    if len(words) < 2 or words[0].lower().rstrip(":") not in _known("by"):
        return None
    if words[0] == "di" and not (len(words) <= 4 and all(word[0].isupper() for word in words[1:])):
        return None
    return " ".join(words[1:])


def _can_be_unsigned(line: str) -> bool:
    """A quick look: without a mark or a number only few words can be a name and an agency."""
    if any(mark in line for mark in ",|/•·∙(–—-") or any(map(str.isdigit, line)):
        return len(line.split()) <= _MOST_HEADER_WORDS
    return len(line.split()) <= _MOST_OUTLET_WORDS


def _stripped(text: str) -> str:
    return text.strip(" ,|()•·–—-/")


def _says_nothing(part: str) -> bool:
    """Is it a time, a reading time or nothing at all?"""
    return not part or is_post_time(part) or (is_phrase(part) and not agency_named(part))


def _without_date(text: str) -> tuple[str, bool]:
    date = find_date(text)
    if not date:
        return text, False
    before = text[: date.span.start].split()
    labels = DATE_WORDS.words["labels"] | {"at"}
    while before and before[-1].lower().rstrip(":") in labels:
        before.pop()
    return f"{' '.join(before)} | {text[date.span.stop :]}", True


def _signed(parts: list[str]) -> Byline | None:
    agency = outlet = None
    for part in parts[1:]:
        agency = agency or agency_named(part)
        outlet = outlet or (part if _is_outlet(part) else None)
    first = parts[0]
    if named := agency_named(first):
        return Byline(None, named)
    ending = agency_at_end(first)
    if ending and ending[1].rstrip().endswith(_MARKS):
        first, agency = ending[1].strip(" ,|/•·–—-("), ending[0]
    agency = agency or _agency_of_post(first)
    names, outlet_named = _names_and_outlet(first)
    if not names or not _are_names(names):
        return None
    if _known("nobody").issuperset(names.lower().split()):
        return Byline(None, agency) if agency else None
    return Byline(names, agency, outlet_named or outlet)


def _unsigned(parts: list[str], certain: bool, dated: bool) -> Byline | None:
    """Names beside an agency, a post or a date; an agency alone."""
    agency = outlet = names = None
    for part in parts:
        if named := agency_named(part):
            agency = agency or named
            continue
        ending = agency_at_end(part)
        if ending and ending[1].rstrip().endswith(_MARKS):
            agency, part = agency or ending[0], ending[1].strip(" ,|/•·–—-(")
        elif ending and _known("nobody").issuperset(ending[1].lower().split()):
            agency = agency or ending[0]
            continue
        if _is_outlet(part) and "," not in part:
            outlet = outlet or part
            continue
        found, its_outlet = _names_and_outlet(part)
        with_post = found != part and (its_outlet or _has_post(part))
        if names or not (2 <= len(found.split()) <= _MOST_UNSIGNED_WORDS and _are_names(found)):
            return None
        names, outlet = found, outlet or its_outlet
        certain = certain or bool(with_post)
    if names and not (agency or outlet or dated or certain):
        return None
    if names and not agency and not dated and len(parts) > 1 and not outlet:
        return None
    return Byline(names, agency, outlet) if names or agency else None


def _has_post(part: str) -> bool:
    post = part.partition(", ")[2].split()
    return bool(post) and post[-1].lower() in _known("post nouns")


def _is_outlet(name: str) -> bool:
    """Does it end as the names of papers and stations do?"""
    words = name.split()
    return (
        1 < len(words) <= _MOST_OUTLET_WORDS
        and words[-1].strip(".").lower() in _known("outlet words")
        and all(word[0].isupper() or word in ("of", "the", "&", "and") for word in words)
    )


def _names_and_outlet(text: str) -> tuple[str, str | None]:
    """The names of the writers without their posts, places and papers; and the paper."""
    for mark in (", reporting", ", in "):
        text = text.split(mark)[0]
    text, _, outlet = text.partition(" FOR " if text.isupper() else " for ")
    outlet = outlet.strip(" .,") or ""
    first, *others = text.strip(" ,.").split(", ")
    kept = [_without_agencies(first)]
    for other in others:
        words = other.split()
        if _is_outlet(other) or (words[:1] == ["The"] and len(words) > 1) or _is_initials(other):
            outlet = outlet or other
        elif words and words[-1].lower() in _known("post nouns"):
            continue
        elif len(words) > 1 and _are_names(other) and words[0].lower() not in _with():
            kept.append(_without_agencies(other))
        elif not _can_be_place(words):
            return "", None
    names = ", ".join(filter(None, kept))
    if not outlet:
        names, outlet = _outlet_at_end(names)
    return _without_post(names), outlet or None


def _can_be_place(words: list[str]) -> bool:
    """`, Altenlohm`, `, com Lusa`: what may stand behind a name in a byline."""
    if not words or words[0].lower() in _with():
        return True
    return len(words) <= _MOST_PLACE_WORDS and words[0][0].isupper()


def _without_agencies(names: str) -> str:
    """`Tessa Boyce and agencies`, `Ana Gil con EFE` without what follows the name."""
    words = names.split()
    for at in range(1, len(words)):
        if words[at].lower() in _with():
            rest = " ".join(words[at + 1 :])
            if rest.lower() in _known("nobody") or agency_named(rest):
                return " ".join(words[:at])
    for mark in (" at ", " in ") if not {"with", "and"} & set(words) else ():
        names = names.split(mark)[0]
    return names


def _with() -> frozenset[str]:
    return frozenset(
        ("and", "with", "und", "mit", "et", "avec", "y", "con", "com", "e", "en", "met")
    )


def _outlet_at_end(names: str) -> tuple[str, str]:
    """`Clay Denton Fox News`: two words of a name and two of a paper."""
    words = names.split()
    if len(words) == 4 and _is_outlet(" ".join(words[2:])) and "," not in names:
        return " ".join(words[:2]), " ".join(words[2:])
    return names, ""


def _without_post(names: str) -> str:
    """`Harriet Sloane Trainee Reporter` without what she is at the paper."""
    words = names.split()
    if len(words) > 3 and words[-1].lower() in _known("post nouns"):
        end = len(words)
        while end > 2 and words[end - 1].lower() in _known("posts") | _known("post nouns"):
            end -= 1
        return " ".join(words[:end])
    return names


def _is_initials(name: str) -> bool:
    """`CNN`, `KXYZ`; not `MD`."""
    return name.isalpha() and name.isupper() and 3 <= len(name) <= 5 and name.isascii()


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
        if any(character.isdigit() for character in word):
            return False
        if word[0].isupper() or (not word[0].isascii() and word[0].isalpha()):
            capitals += 1
        elif not (word in small or word.startswith("al-") or word.lower() in _known("posts")):
            return False
    return capitals > 0


def _known(section: str) -> frozenset[str]:
    return _BYLINE_WORDS.words[section]
