"""Bylines: who wrote a text, as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.articles.furniture.boilerplate import is_boilerplate
from reader.articles.metadata.agencies import find_agency, find_agency_at_end
from reader.articles.metadata.dates import DATE_WORDS, find_date
from reader.articles.metadata.post_times import is_post_time
from reader.text.calendar_words import is_english_day_or_month
from reader.text.word_lists import WordLists

BYLINE_WORDS = WordLists(__file__, "bylines")

# Characters.
_LONGEST_BYLINE = 160
_LONGEST_NAMES = 80
# Words: of names without "By", of an outlet, of a line with marks, of a place, of a job title.
_MOST_UNSIGNED_WORDS = 8
_MOST_OUTLET_WORDS = 5
_MOST_HEADER_WORDS = 22
_MOST_PLACE_WORDS = 3
_MOST_JOB_WORDS = 4
_MOST_NAME_WORDS = 20
_MOST_UNSIGNED_PARTS = 3
_AROUND_LINE = " -–—•*_"
_AROUND_PART = " ,|()•·–—-/"
_SEPARATOR = re.compile(r"\s*[|•∙]\s*|\s[·/–—-]\s|\s·|·\s")
_MARKS_BEFORE_AGENCY = (",", "|", "/", "•", "·", "-", "–", "—", "(")
_ASIDE = re.compile(r"\s?\([^()]{0,80}\)")
_PICTURE_CREDIT = re.compile(
    r"(?i),? (?:and )?((?:photography|photographs|photos|illustrations?|graphics|video|images?)"
    r" by [^,;|]{3,60})$"
)
# `(Harbour Courier) – By …`
_ORIGIN = re.compile(r"\(([^\W\d_][^()]{1,60})\)\s{0,2}[–—:-]?\s{0,2}(\S.*)")
_OUTLET_PARTICLES = ("of", "the", "&", "and")
_CONJUNCTIONS = frozenset(
    ("and", "with", "und", "mit", "et", "avec", "y", "con", "com", "e", "en", "met")
)
_BETWEEN_ENTRIES = re.compile(rf",? (?:{'|'.join(sorted(_CONJUNCTIONS))}) |, ")


class Byline(NamedTuple):
    """Who signs a text; at least one of the fields is not None."""

    writers: str | None
    agency: str | None
    outlet: str | None = None
    """For whom they write, where the byline says `for The Evening Ledger`."""


def find_byline(line: str) -> Byline | None:
    """Return the byline that `line` is, with or without a date, or None.

    `By Simon Lewis`, `By Thomson Reuters Apr 24, 2024 | 7:25 PM`, `Written by JANE DOE,
    Associated Press`, `Nora Feld / PTI / Apr 3, 2024`; without "By" only beside an agency
    or a date: `Simon Lewis | Reuters`.
    """
    line = line[: _LONGEST_BYLINE + 1].strip(_AROUND_LINE)
    if not line or len(line) > _LONGEST_BYLINE:
        return None
    origin = _ORIGIN.match(line)
    if origin and is_signed(origin[2]) and (byline := find_byline(origin[2])):
        agency = find_agency(origin[1], in_brackets=True)
        outlet = byline.outlet if agency else origin[1].strip()
        return byline._replace(agency=byline.agency or agency, outlet=outlet)
    signed = after_by(line)
    if not signed and not _may_be_unsigned(line):
        return None
    rest, has_date = _without_date(_ASIDE.sub("", _PICTURE_CREDIT.sub("", signed or line)))
    parts = [
        part
        for piece in _SEPARATOR.split(rest)
        if not _is_empty_part(part := piece.strip(_AROUND_PART))
    ]
    if not parts:
        return None
    if signed:
        return _parse_signed(parts)
    return _parse_unsigned(parts, has_date) if len(parts) <= _MOST_UNSIGNED_PARTS else None


def is_signed(line: str) -> bool:
    """Return whether the line begins with the word for "by"."""
    return len(line) <= _LONGEST_BYLINE and after_by(line.strip(_AROUND_LINE)) is not None


def find_byline_credit(line: str) -> str | None:
    """Return the credit inside a byline, `photography by Dre Wallace`, or None."""
    match = _PICTURE_CREDIT.search(line[:_LONGEST_BYLINE])
    return match[1] if match else None


def are_writers(line: str) -> bool:
    """Return whether the line may be the names of one or several writers, and nothing else."""
    if len(line) > _LONGEST_NAMES or find_agency(line):
        return False
    names, outlet = _split_outlet(_ASIDE.sub("", line))
    if is_outlet(line) or (outlet and not _has_form_of_outlet(outlet)):
        return False
    words = (word.strip(".,").lower() for word in line.split())
    if not BYLINE_WORDS.words["institutions"].isdisjoint(words):
        return False
    return 2 <= len(names.split()) <= _MOST_UNSIGNED_WORDS and are_names(names)


def parse_names(line: str) -> Byline:
    """Return the byline that a line of nothing but names is."""
    names, outlet = _split_outlet(_ASIDE.sub("", line))
    return Byline(names or line, None, outlet)


def is_job_title(line: str) -> bool:
    """Return whether the line describes a job at a paper and nothing else."""
    words = line.lower().split()
    return 0 < len(words) <= _MOST_JOB_WORDS and (
        BYLINE_WORDS.words["job words"].issuperset(words)
        or words[-1] in BYLINE_WORDS.words["job titles"]
    )


def after_by(line: str) -> str | None:
    """Return what follows the word for "by", or None where there is none."""
    known = BYLINE_WORDS.words
    words = line.split()
    if len(words) > 2 and words[0].lower() in known["before by"] and words[1].lower() == "by":
        del words[0]
    if not words:
        return None
    first, following = words[0].lower(), words[1:]
    if first.rstrip(":：") in known["author labels"] and first[-1] in ":：":
        return " ".join(following)
    if following[:1] == [":"] and (first in known["author labels"] or first in known["by"]):
        return " ".join(following[1:])
    if not following or first.rstrip(":") not in known["by"]:
        return None
    # "di" is a word of Italian sentences too.
    if words[0] == "di" and not (len(words) <= 4 and all(word[0].isupper() for word in following)):
        return None
    return " ".join(following)


def _may_be_unsigned(line: str) -> bool:
    """Return whether a line without "by" is short enough to be names and an agency.

    Cheap, to save most lines the search for names.
    """
    if any(mark in line for mark in ",|/•·∙(–—-") or any(map(str.isdigit, line)):
        return len(line.split()) <= _MOST_HEADER_WORDS
    return len(line.split()) <= _MOST_OUTLET_WORDS


def _is_empty_part(part: str) -> bool:
    """Return whether it is a time, a reading time or nothing at all."""
    return not part or is_post_time(part) or (is_boilerplate(part) and not find_agency(part))


def _without_date(text: str) -> tuple[str, bool]:
    """Return the text with a separator in the place of a date, and whether it has one."""
    date = find_date(text)
    if not date:
        return text, False
    before = text[: date.span.start].split()
    labels = DATE_WORDS.words["date labels"] | {"at", "on"}
    while before and before[-1].lower().rstrip(":") in labels:
        before.pop()
    return f"{' '.join(before)} | {text[date.span.stop :]}", True


def _parse_signed(parts: Sequence[str]) -> Byline | None:
    """Return the byline of the parts of what follows "by"."""
    agency = outlet = None
    for part in parts[1:]:
        agency = agency or find_agency(part)
        outlet = outlet or (part if is_outlet(part) else None)
    if only_agency := find_agency(parts[0]):
        return Byline(None, only_agency)
    listed, agency_in_list = _without_staff(parts[0])
    agency = agency_in_list or agency
    staff = next(filter(is_staff, _BETWEEN_ENTRIES.split(parts[0])), None)
    if not listed:
        return Byline(staff, agency) if staff or agency else None
    if staff is not None and agency is None and _is_single_name(listed):
        # Beside the staff, one word is no person: it is an agency that no list has.
        return Byline(staff, listed)
    first, first_agency = _split_agency(listed)
    agency = first_agency or agency or _agency_in_job_title(first)
    if begins_as_station(first.split()) and is_outlet(first):
        return Byline(None, agency, first)
    names, first_outlet = _split_outlet(first)
    if not names or not are_names(names):
        return None
    return Byline(_join_staff(names, staff, parts[0]), agency, first_outlet or outlet)


def _is_single_name(listed: str) -> bool:
    return listed.isalpha() and listed[0].isupper()


def _join_staff(names: str, staff: str | None, printed: str) -> str:
    """Return the names with the staff that signs beside them, as printed where nothing else is."""
    if staff is None:
        return names
    others = printed.replace(staff, "").removeprefix(names).strip(" ,")
    is_whole = others in _CONJUNCTIONS and names in printed
    return printed if is_whole else f"{names}, {staff}"


class _UnsignedPart(NamedTuple):
    """What one part of a byline without "by" states."""

    names: str = ""
    agency: str | None = None
    outlet: str | None = None
    has_job_title: bool = False


def _parse_unsigned(parts: Sequence[str], has_date: bool) -> Byline | None:
    """Return the byline of names beside an agency, a job title or a date; or of an agency."""
    parsed = []
    for part in parts:
        unsigned = _parse_unsigned_part(part)
        if unsigned is None:
            return None
        parsed.append(unsigned)
    return _join_unsigned(parsed, has_date)


def _join_unsigned(parts: Sequence[_UnsignedPart], has_date: bool) -> Byline | None:
    names = [part.names for part in parts if part.names]
    agency = next((part.agency for part in parts if part.agency), None)
    outlet = next((part.outlet for part in parts if part.outlet), None)
    if not names:
        return Byline(None, agency, outlet) if agency else None
    has_job_title = len(parts) == 1 and parts[0].has_job_title
    if len(names) > 1 or not (agency or outlet or has_date or has_job_title):
        return None
    return Byline(names[0], agency, outlet)


def _parse_unsigned_part(part: str) -> _UnsignedPart | None:
    """Return what a part states, or None where it has other words."""
    if agency := find_agency(part):
        return _UnsignedPart(agency=agency)
    rest, agency = _split_agency(part)
    if not agency and (ending := find_agency_at_end(part)) and is_anonymous(ending[1]):
        return _UnsignedPart(agency=ending[0])
    if is_outlet(rest) and "," not in rest:
        return _UnsignedPart(agency=agency, outlet=rest)
    names, outlet = _split_outlet(rest)
    if not (2 <= len(names.split()) <= _MOST_UNSIGNED_WORDS and are_names(names)):
        return None
    if outlet and not _has_form_of_outlet(outlet):
        return None
    has_job_title = names != rest and bool(outlet or _ends_with_job_title(rest))
    return _UnsignedPart(names, agency, outlet, has_job_title)


def _split_agency(part: str) -> tuple[str, str | None]:
    """Return the text before an agency that a mark sets apart at the end, and the agency."""
    ending = find_agency_at_end(part)
    if ending and ending[1].rstrip().endswith(_MARKS_BEFORE_AGENCY):
        return ending[1].strip(" ,|/•·–—-("), ending[0]
    return part, None


def _without_staff(part: str) -> tuple[str, str | None]:
    """Return a list of writers without staff and agencies, and the first agency of the list."""
    entries = _BETWEEN_ENTRIES.split(part)
    agency = next(filter(None, map(_find_listed_agency, entries)), None)
    names = [each for each in entries if not is_anonymous(each) and not _find_listed_agency(each)]
    return (part, None) if len(names) == len(entries) else (", ".join(names), agency)


def _find_listed_agency(entry: str) -> str | None:
    """Return the agency that an entry of a byline names: `Reuters`, `Reuters reports`, or None."""
    name, _, last = entry.rpartition(" ")
    return find_agency(entry) or (find_agency(name) if is_anonymous(last) else None)


def is_anonymous(names: str) -> bool:
    """Return whether it names no person: `Staff and agencies`."""
    words = set(names.lower().replace(",", " ").split()) - _CONJUNCTIONS
    return bool(words) and BYLINE_WORDS.words["anonymous"].issuperset(words)


def is_staff(names: str) -> bool:
    """Return whether it names the writers of an outlet together: `Our Staff`."""
    return names[:4].lower() == "our " and is_anonymous(names)


def _ends_with_job_title(part: str) -> bool:
    words = part.partition(", ")[2].split()
    return bool(words) and words[-1].lower() in BYLINE_WORDS.words["job titles"]


def is_outlet(name: str) -> bool:
    """Return whether it ends as the names of papers do, or begins as those of stations do."""
    words = name.split()
    known = BYLINE_WORDS.words
    return (
        1 < len(words) <= _MOST_OUTLET_WORDS
        and (words[-1].strip(".").lower() in known["outlet endings"] or begins_as_station(words))
        and all(word[0].isupper() or word in _OUTLET_PARTICLES for word in words)
    )


def begins_as_station(words: Sequence[str]) -> bool:
    """Return whether the words of a name begin as `Radio Harbour` does."""
    return words[0].lower() in BYLINE_WORDS.words["outlet beginnings"]


def _split_outlet(text: str) -> tuple[str, str | None]:
    """Return the names of the writers without their jobs, places and papers; and the paper.

    The names are "" where something else is among them.
    """
    for mark in (", reporting", ", in "):
        text = text.split(mark)[0]
    text, _, rest = text.partition(" FOR " if text.isupper() else " for ")
    outlet = rest.strip(" .,").removeprefix("the ")
    if outlet and not _may_be_outlet(outlet):
        return "", None
    first, *others = text.strip(" ,.").split(", ")
    names = [_without_agencies(first)]
    for other in others:
        words = other.split()
        if is_outlet_in_list(other):
            outlet = outlet or other
        elif words and words[-1].lower() in BYLINE_WORDS.words["job titles"]:
            continue
        elif len(words) > 1 and are_names(other) and words[0].lower() not in _CONJUNCTIONS:
            names.append(_without_agencies(other))
        elif not _may_be_place(words):
            return "", None
    joined = ", ".join(filter(None, names))
    if not outlet:
        joined, outlet = _split_outlet_at_end(joined)
    return _without_job_title(joined), outlet or None


def is_outlet_in_list(name: str) -> bool:
    """Return whether an entry after the names is an outlet: `The Ledger`, `CNN`."""
    words = name.split()
    return is_outlet(name) or (words[:1] == ["The"] and len(words) > 1) or _are_initials(name)


def _may_be_outlet(name: str) -> bool:
    """Return whether what follows "for" may be the name of an outlet: short, without a number."""
    words = name.split()
    return (
        len(words) <= _MOST_OUTLET_WORDS
        and not any(map(_has_digit, words))
        and all(word[0].isupper() or word in _OUTLET_PARTICLES for word in words)
    )


def _has_form_of_outlet(name: str) -> bool:
    """Return whether a name alone shows that it is one of an outlet: `The Ledger`, `MailOnline`."""
    return is_outlet_in_list(name) or (name.isalpha() and name[1:] != name[1:].lower())


def _may_be_place(words: Sequence[str]) -> bool:
    """Return whether it may follow a name in a byline: `, Altenlohm`, `, com Lusa`."""
    if not words or words[0].lower() in _CONJUNCTIONS:
        return True
    return len(words) <= _MOST_PLACE_WORDS and words[0][0].isupper() and "by" not in words


def _without_agencies(names: str) -> str:
    """Return the name of `Tessa Boyce and agencies`, `Ana Gil con EFE` without what follows it."""
    words = names.split()
    for at in range(1, len(words)):
        if words[at].lower() in _CONJUNCTIONS:
            rest = " ".join(words[at + 1 :])
            if rest.lower() in BYLINE_WORDS.words["anonymous"] or find_agency(rest):
                return " ".join(words[:at])
    if {"with", "and"}.isdisjoint(words):
        for mark in (" at ", " in "):
            names = names.split(mark)[0]
    return names


def _split_outlet_at_end(names: str) -> tuple[str, str]:
    """Return name and paper of `Clay Denton Fox News`: two words each."""
    words = names.split()
    if len(words) == 4 and is_outlet(" ".join(words[2:])) and "," not in names:
        return " ".join(words[:2]), " ".join(words[2:])
    return names, ""


def _without_job_title(names: str) -> str:
    """Return the name of `Harriet Sloane Trainee Reporter`."""
    words = names.split()
    titles, descriptions = BYLINE_WORDS.words["job titles"], BYLINE_WORDS.words["job words"]
    if len(words) > 3 and words[-1].lower() in titles:
        end = len(words)
        while end > 2 and (
            words[end - 1].lower() in descriptions or words[end - 1].lower() in titles
        ):
            end -= 1
        return " ".join(words[:end])
    return names


def _are_initials(name: str) -> bool:
    """Return whether it is a station's name: `CNN`, `KXYZ`; not `MD`."""
    return name.isalpha() and name.isupper() and 3 <= len(name) <= 5 and name.isascii()


def _agency_in_job_title(text: str) -> str | None:
    """Return the agency of `MATTHEW LEE AP Diplomatic Writer`."""
    words = text.split()
    if words[-1].lower() not in BYLINE_WORDS.words["job words"]:
        return None
    return next((agency for word in words if (agency := find_agency(word))), None)


def are_names(text: str) -> bool:
    """Return whether its words may be names of persons."""
    words = text.replace(",", " ").replace("/", " ").split()
    known = BYLINE_WORDS.words
    if not 1 <= len(words) <= _MOST_NAME_WORDS or text[-1:] in "!?:":
        return False
    if words[0] in known["not names"] or is_english_day_or_month(words[0]):
        return False
    if any(_has_digit(word) or word.endswith(":") for word in words):
        return False
    has_name = False
    for word in words:
        if word[0].isupper() or (not word[0].isascii() and word[0].isalpha()):
            has_name = True
        elif not (
            word in known["name particles"]
            or word.startswith("al-")
            or word.lower() in known["job words"]
        ):
            return False
    return has_name


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))
