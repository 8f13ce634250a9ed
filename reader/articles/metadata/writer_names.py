"""The names of writers in what a page states as its author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.articles.metadata.agencies import find_agency
from reader.articles.metadata.bylines import (
    BYLINE_WORDS,
    after_by,
    are_names,
    is_job_title,
    is_outlet_in_list,
    is_staff,
)
from reader.articles.metadata.dates import DATE_WORDS, find_date
from reader.articles.metadata.post_times import is_post_time, is_time_word

# Characters.
_LONGEST_STATED = 600
_LONGEST_NAME = 80
# Words of a name that follows another one.
_MOST_FOLLOWING_WORDS = 6
_MOST_DATES = 4
_AROUND = " ,;|·•–—-/:*()[]"
_ADDRESS = re.compile(r"\S{1,64}@\S{1,100}|https?://\S{1,200}|(?<!\S)@\w{1,30}|\bwww\.\S{1,100}")
_ASIDE = re.compile(r"\s?[(\[][^()\[\]]{0,80}[)\]]")
# A careless copy has no space between a name and a date, or between a year and a count.
_JOINED = re.compile(r"(?<=[^\W\d_])(?=\d)")
_JOINED_YEAR = re.compile(r"\b((?:19|20|21)\d\d)(?=\d{1,6}\b)")
_CONJUNCTIONS = "and|und|et|y|e|en|og|och|i|&|with|mit|avec|con|com|med|in collaboration with"
_SEPARATOR = re.compile(
    rf"(\s{{0,3}}[,;]\s{{0,3}}(?:(?:{_CONJUNCTIONS})\s+)?|\s+(?:{_CONJUNCTIONS})\s+"
    r"|\s{0,3}[|•·∙/\n]\s{0,3}|\s[–—-]\s)"
)
_PLACE = re.compile(r"(?<=\w)\s+(?:in|at|from|reporting from|aus|à|desde)\s+(?=[^\W\d_a-z])")
_FOR_OUTLET = re.compile(r"\s+(?:for|FOR|für|pour|para|per)\s+(?:[Tt]he\s+)?(?=[^\W\d_a-z])")


class StatedWriters(NamedTuple):
    """The writers and the agency that a value names."""

    names: str = ""
    """The names with what is printed between them, "" where there is none."""
    agency: str | None = None


def parse_writers(stated: str) -> StatedWriters:
    """Return the names in a value that states the writers, and nothing beside them.

    Left out are the word for "by", dates and times, counts, addresses of mail and pages, jobs,
    places, papers and names that are there already: `Lena Brodt4 May 2031651` is Lena Brodt.
    """
    text = _without_dates(_without_addresses(" ".join(stated[:_LONGEST_STATED].split())))
    names, agency = "", None
    seen: set[str] = set()
    pieces = ["", *_SEPARATOR.split(text)]
    for separator, piece in zip(pieces[::2], pieces[1::2], strict=True):
        name = _parse_name(piece, names)
        if not name:
            continue
        if found := find_agency(name):
            agency = agency or found
        elif name.casefold() not in seen:
            seen.add(name.casefold())
            names += f"{_printed_separator(separator, len(seen))}{name}" if names else name
    return StatedWriters(names, agency)


def _printed_separator(separator: str, count: int) -> str:
    """Return what is printed before a name that is the last of so many."""
    words = separator.strip(" ,;")
    if not words or not (words[0].isalpha() or words == "&"):
        return ", "
    return f", {words} " if separator.lstrip()[:1] in ",;" and count > 2 else f" {words} "


def _without_addresses(text: str) -> str:
    return _ASIDE.sub("", _ADDRESS.sub(" | ", text))


def _without_dates(text: str) -> str:
    parted = _JOINED_YEAR.sub(r"\1 | ", _JOINED.sub(" | ", text)) if _has_digit(text) else text
    if find_date(parted):
        text = parted
    labels = DATE_WORDS.words["date labels"] | {"at"}
    for _ in range(_MOST_DATES):
        date = find_date(text)
        if date is None:
            break
        before = text[: date.span.start].split()
        while before and before[-1].lower().rstrip(":") in labels:
            before.pop()
        text = f"{' '.join(before)} | {text[date.span.stop :]}"
    return text


def _parse_name(piece: str, before: str) -> str:
    """Return the name in a piece between separators, "" where it is not a name.

    Args:
        piece: the words.
        before: the names before it.
    """
    text = piece.strip(_AROUND)
    text = (after_by(text) or text).strip(_AROUND)
    if find_agency(text) or is_staff(text):
        return text
    text = _FOR_OUTLET.split(_PLACE.split(text)[0])[0].strip(_AROUND)
    text = _without_job(_without_copy(text))
    words = text.split()
    if not words or len(text) > _LONGEST_NAME or is_post_time(text) or is_job_title(text):
        return ""
    if not any(map(_may_begin_name, words)) or not are_names(text) or _is_by_or_time(words):
        return ""
    if BYLINE_WORDS.words["anonymous"].issuperset(map(str.lower, words)):
        return ""
    return text if not before or _may_follow(words, before) else ""


def _may_follow(words: Sequence[str], before: str) -> bool:
    """Return whether words after a name are one, and no place, paper, institution or job."""
    known = BYLINE_WORDS.words
    last = words[-1].lower()
    has_job = last in known["anonymous"] or (words[0].isupper() and last in known["job titles"])
    return (
        not has_job
        and (len(words) > 1 or " " not in before)
        and len(words) <= _MOST_FOLLOWING_WORDS
        and not is_outlet_in_list(" ".join(words))
        and known["institutions"].isdisjoint(map(str.lower, words))
    )


def count_names(names: str) -> int:
    """Return how many names there are in names with what is printed between them."""
    return len(_SEPARATOR.split(names)[::2]) if names else 0


def _without_copy(text: str) -> str:
    """Return the name that a text has twice, as where one is for narrow screens."""
    words = text.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else text


def _without_job(text: str) -> str:
    """Return a name without the job after it: `Lena Brodt Political Correspondent`."""
    known = BYLINE_WORDS.words
    words = text.split()
    if len(words) < 2 or words[-1].lower() not in known["job titles"]:
        return text
    if agency := find_agency(words[0]):
        return agency
    end = len(words)
    while end > 2 and (
        words[end - 1].lower() in known["job titles"]
        or words[end - 1].lower() in known["job words"]
    ):
        end -= 1
    if len(words) == 2 and not words[0].isascii():
        end = 1
    is_job = any(word.lower() in known["job words"] for word in words[:end])
    return text if is_job else " ".join(words[:end])


def _is_by_or_time(words: Sequence[str]) -> bool:
    """Return whether it is what is left of a byline or of a reading time without the number."""
    lowered = [word.lower().strip(".:") for word in words]
    return len(lowered) == 1 and (
        lowered[0] in BYLINE_WORDS.words["by"] or is_time_word(lowered[0])
    )


def _may_begin_name(word: str) -> bool:
    return word[0].isupper() or (word[0].isalpha() and not word[0].islower())


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
