"""Finding the persons that a text names."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.text.calendar_words import english_weekday_names
from reader.text.values.lexemes import GLUED, NUMBER, SPACED, WORD, cut_lexemes, lexeme_at
from reader.text.values.name_context import (
    possessive_representative,
    role_before,
    unnamed_representative,
    with_apposition,
    with_suffix,
)
from reader.text.values.name_runs import (
    count_saint_words,
    is_compound_modifier,
    is_state,
    is_title,
    name_run,
    without_leading,
)
from reader.text.values.name_spelling import given_name_gender
from reader.text.values.person_names import PersonName, build_name
from reader.text.values.value_lists import list_words, words_of_no_person

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reader.text.values.lexemes import Lexeme
    from reader.text.values.name_runs import NameWord

_MOST_WORDS = 9
_MOST_NAMES = 5
_ARTICLES = ("al", "el")
"""Words in lower case that begin a surname with a hyphen: "al-Masri"."""
_WITH_HYPHEN = ("al-", "el-")
_PIECE = re.compile(r"\w+")
_STORED_LINES = 4_096
"""Lines of which the names are stored: the same are asked for again by what compares them, by the
list of people, and in other versions of a text."""
_LONGEST_STORED = 4_000
"""Characters of a line that is stored: a longer one is no paragraph of a story."""


def parse_person_name(text: str) -> PersonName | None:
    """Read a text that is a person's name and nothing else, such as a speaker's.

    Titles, roles in front and "a spokesman for ..." are read, too. None for a text without a
    capitalised word, and for more than nine words.
    """
    lexemes = cut_lexemes(text)
    if not lexemes:
        return None
    for index in range(min(len(lexemes), _MOST_WORDS)):
        if spoken_for := unnamed_representative(lexemes, index):
            return spoken_for[0]
        words = name_run(lexemes, index)
        if not words:
            continue
        found = build_name(words, role_before(lexemes, index))
        if words[-1].is_possessive:
            found = possessive_representative(lexemes, words) or found
        return found and with_suffix(lexemes, found, words[-1].after)
    return None


def find_person_names(
    text: str, persons: Collection[tuple[str, ...]] = frozenset()
) -> list[PersonName]:
    """Return the persons named in an English text, in order. Linear in its length.

    A run of capitalised words is a person's name where a title, a role, a known given name or
    a verb of saying shows it; a single word is one where the text has it as a surname. What
    nothing shows to be a person is left out.

    Args:
        text: the text.
        persons: the words of names that are known to be persons', given name first; such a name
            is one here, too, and so is its surname alone.
    """
    named = _NamedPersons(persons)
    found: list[PersonName] = []
    singles: list[NameWord] = []
    start = 0
    # No name goes over the end of a line: equal lines are read once.
    for line in text.split("\n"):
        read = _scan if len(line) <= _LONGEST_STORED else _scan.__wrapped__
        names, alone = read(line, named.find_in(line))
        if start:
            found += (
                replace(name, start=name.start + start, end=name.end + start) for name in names
            )
            singles += (
                word._replace(start=word.start + start, end=word.end + start) for word in alone
            )
        else:
            found += names
            singles += alone
        start += len(line) + 1
    known = {person.surname for person in found if person.given and person.surname}
    known |= {words[-1] for words in persons if not _is_common_word(words[-1])}
    given = {person.given: person.gender for person in found if person.surname}
    for word in singles:
        # "Al-Masri said": a capital from the start of the sentence.
        small = word.raw[:1].lower() + word.raw[1:]
        raw = small if small in known and small.startswith(_WITH_HYPHEN) else word.raw
        if raw in known or raw in given:
            gender = given.get(raw, "")
            found.append(
                PersonName(word.start, word.end, surname=raw, suffix=word.suffix, gender=gender)
            )
    return sorted(found, key=lambda person: person.start)


class _NamedPersons:
    """Names that are known to be persons', found by their last words.

    Args:
        persons: the words of the names.
    """

    def __init__(self, persons: Iterable[tuple[str, ...]]) -> None:
        self._by_last: dict[str, list[tuple[tuple[str, ...], list[str]]]] = {}
        for words in persons:
            if pieces := _PIECE.findall(" ".join(words)):
                self._by_last.setdefault(pieces[-1], []).append((words, pieces))

    def find_in(self, line: str) -> frozenset[tuple[str, ...]]:
        """Return the names of which a line has all words."""
        if not self._by_last:
            return frozenset()
        pieces = set(_PIECE.findall(line))
        return frozenset(
            words
            for last in pieces & self._by_last.keys()
            for words, needed in self._by_last[last]
            if pieces.issuperset(needed)
        )


@lru_cache(maxsize=_STORED_LINES)
def _scan(
    line: str, persons: frozenset[tuple[str, ...]]
) -> tuple[tuple[PersonName, ...], tuple[NameWord, ...]]:
    """Return the persons that a line shows by itself, and the words that stand alone."""
    lexemes = cut_lexemes(line)
    found: list[PersonName] = []
    singles: list[NameWord] = []
    representatives = list_words("person_titles", "representatives")
    index = 0
    while index < len(lexemes):
        lexeme = lexemes[index]
        if not lexeme.raw[0].isupper() and lexeme.lower not in representatives:
            alone = name_run(lexemes, index) if lexeme.raw in _ARTICLES else []
            singles += alone[:1] if len(alone) == 1 else []
            index = alone[-1].after if alone else index + 1
            continue
        person, index, single = _person_at(lexemes, index, persons)
        if person is not None:
            found.append(person)
        elif single is not None:
            singles.append(single)
    return tuple(found), tuple(singles)


def _is_common_word(word: str) -> bool:
    return word.lower() in words_of_no_person() or is_title(word.lower())


def _person_at(
    lexemes: list[Lexeme], index: int, persons: Collection[tuple[str, ...]]
) -> tuple[PersonName | None, int, NameWord | None]:
    """Return the person that begins at `index`, the index to go on from, or a lone word."""
    lexeme = lexemes[index]
    is_handle = lexeme.gap == GLUED and lexeme_at(lexemes, index - 1).raw in "@#/_"
    if lexeme.kind != WORD or is_handle:
        return None, index + 1, None
    if spoken_for := unnamed_representative(lexemes, index):
        return spoken_for[0], spoken_for[1], None
    if not lexeme.raw[0].isupper():
        return None, index + 1, None
    return _named_person_at(lexemes, index, persons)


def _named_person_at(
    lexemes: list[Lexeme], index: int, persons: Collection[tuple[str, ...]]
) -> tuple[PersonName | None, int, NameWord | None]:
    """Do the same from a capitalised word on."""
    run = name_run(lexemes, index)
    after = run[-1].after if run else index + 1
    saints = count_saint_words(lexemes, index)
    run = run[saints:]
    if office_holder := _named_after_office(lexemes, index, run):
        return office_holder, after, None
    words, is_cut = _cut_to_name(run, persons)
    if not words:
        return None, after, None
    start = -1 if is_cut or saints else index
    if words[-1].is_possessive and (spoken_for_by := possessive_representative(lexemes, words)):
        return spoken_for_by, words[-1].after + 1, None
    person = build_name(words, role_before(lexemes, start))
    if person is None:
        return None, after, _lone_word(words)
    if not _is_known(person, persons) and not _is_person(lexemes, start, words, person):
        return None, after, _lone_word(words)
    person = with_suffix(lexemes, person, after)
    return with_apposition(lexemes, person, after), after, None


def _lone_word(words: list[NameWord]) -> NameWord | None:
    """Return the only word of a run, "Jr." not counted, or a surname after two particles."""
    if len(words) == 2 and words[1].lower in ("jr", "sr"):
        first, last = words
        return first._replace(end=last.end, is_possessive=last.is_possessive, suffix=last.lower)
    known = list_words("person_titles", "particles")
    if len(words) > 1 and words[0].lower in known and words[1].raw in known:
        # "Van der Berg said"
        raw = " ".join(word.raw for word in words)
        return words[0]._replace(raw=raw, end=words[-1].end, after=words[-1].after)
    return words[0] if len(words) == 1 else None


def _named_after_office(
    lexemes: list[Lexeme], index: int, run: list[NameWord]
) -> PersonName | None:
    """Read a surname after an office and its field: "Secretary of State Brandt"."""
    office = lexeme_at(lexemes, index - 2)
    is_field = len(run) == 2 and run[0].lower in list_words("person_titles", "title qualifiers")
    if not is_field or index < 2 or lexemes[index - 1].lower != "of" or not is_title(office.lower):
        return None
    if run[1].lower in words_of_no_person() or is_title(run[1].lower):
        return None
    title = f"{office.lower} of {run[0].lower}"
    return PersonName(run[1].start, run[1].end, surname=run[1].raw, title=title)


def _cut_to_name(
    run: list[NameWord], persons: Collection[tuple[str, ...]]
) -> tuple[list[NameWord], bool]:
    """Drop what comes before a name and its titles; say whether anything was dropped."""
    words, skipped = without_leading(_without_day(run))
    if not words:
        return [], True
    words, is_cut = _from_known_name(words, persons) or _from_last_title(words)
    return words, skipped > 0 or is_cut


def _without_day(run: list[NameWord]) -> list[NameWord]:
    """Drop the day after a name: "Ada Brandt Monday said", but not the name "Billy Sunday"."""
    if len(run) < 2 or run[-1].lower not in english_weekday_names():
        return run
    is_surname = len(run) == 2 and _is_given_name(run[0].raw)
    return run if is_surname else run[:-1]


def _from_known_name(
    words: list[NameWord], persons: Collection[tuple[str, ...]]
) -> tuple[list[NameWord], bool] | None:
    """Drop what comes before a known name that ends a run, its titles and initials excepted.

    What belongs to a title does, too: "Former Vice President Joe Brandt".
    """
    for at in range(1, len(words) - 1):
        if tuple(word.raw for word in words[at:]) in persons:
            while at and words[at - 1].is_initial:
                at -= 1
            qualifiers = list_words("person_titles", "title qualifiers")
            while at and (
                is_title(words[at - 1].lower)
                or (is_title(words[at].lower) and words[at - 1].lower in qualifiers)
            ):
                at -= 1
            return words[at:], at > 0
    return None


def _is_known(person: PersonName, persons: Collection[tuple[str, ...]]) -> bool:
    """Return whether a name is known, with the initials before it or without."""
    words = person.words
    while len(words) > 2 and len(words[0].rstrip(".")) == 1 and words not in persons:
        words = words[1:]
    return words in persons


def _from_last_title(words: list[NameWord]) -> tuple[list[NameWord], bool]:
    """Drop what comes before a title inside a run: "Jersey Republican Gov. Ada Brandt".

    A role is one before a known given name ("Security Adviser Ada Brandt").
    """
    known = list_words("person_titles", "title qualifiers") | list_words("person_titles", "roles")
    for at in range(len(words) - 2, 0, -1):
        is_before_name = words[at + 1].lower not in list_words("person_titles", "suffixes")
        is_role = words[at].lower in list_words("person_titles", "roles") and at + 2 < len(words)
        if words[at].lower in list_words("not_persons", "partisans") and at + 2 < len(words):
            return words[at + 1 :], True
        is_office = is_title(words[at].lower) or (is_role and _is_given_name(words[at + 1].raw))
        if is_office and is_before_name:
            while at and (is_title(words[at - 1].lower) or words[at - 1].lower in known):
                at -= 1
            return words[at:], at > 0
    return words, False


def _is_given_name(word: str) -> bool:
    known = list_words("given_names", "any")
    return bool(given_name_gender(word)) or word.lower().partition("-")[0] in known


def _is_person(
    lexemes: list[Lexeme], index: int, words: list[NameWord], person: PersonName
) -> bool:
    """Return whether anything shows that a run of capitalised words is a person's name."""
    if _is_no_person(person):
        return False
    if is_title(person.title.rpartition(" ")[2]) or person.role:
        return True
    if not person.given:
        return False
    return (
        person.title in list_words("person_titles", "roles")
        or _has_personal_form(words, person)
        or _is_followed_as_person(lexemes, words[-1].after)
        or _follows_saying(lexemes, index)
    )


def _is_no_person(person: PersonName) -> bool:
    """Return whether the words themselves are against a person: too many, places, initials."""
    if len(person.words) > _MOST_NAMES or all(len(word) == 1 for word in person.words):
        return True
    if is_state("".join(person.words[:2])) or any(map(is_compound_modifier, person.words)):
        return True
    names = [word.lower() for word in person.words]
    if person.title.rpartition(" ")[2] in list_words("person_titles", "honorifics"):
        # "Mr. President": who holds the office is spoken to.
        return list_words("not_persons", "spoken to").issuperset(names)
    # "Dutch Brandt" is a person's name, and "OF DOUBT" in capitals none.
    is_given = len(names) > 1 and not (person.words[0].isupper() and len(names[0]) > 1)
    words = names[1:] if is_given else names
    # "John A. Brandt": a letter is an initial.
    return not words_of_no_person().isdisjoint(word for word in words if len(word) > 1)


def _has_personal_form(words: list[NameWord], person: PersonName) -> bool:
    """Return whether the name has a given name, an initial or a hyphen that persons have."""
    if _is_given_name(person.given):
        return True
    # "J. Smith"; without the full stop the letter may be anything.
    has_initial = len(person.given) == 1 and words[0].end > words[0].start + 1
    return has_initial or (person.is_order_uncertain and "-" in words[1].raw)


def _follows_saying(lexemes: list[Lexeme], index: int) -> bool:
    """Return whether a quotation and "said" stand before: '"It is over," said'."""
    if index < 2 or lexemes[index].gap != SPACED:
        return False
    saying = lexemes[index - 1].lower in list_words("person_titles", "speaking")
    return saying and lexemes[index - 2].raw in "\"”’'»,"


def _is_followed_as_person(lexemes: list[Lexeme], after: int) -> bool:
    """Return whether "said", ", who" or an age between commas follows."""
    rest = lexemes[after : after + 3]
    if not rest:
        return False
    if rest[0].gap == SPACED and rest[0].lower in list_words("person_titles", "speaking"):
        return True
    if len(rest) < 3 or rest[0].raw != ",":
        return False
    aged = rest[1].kind == NUMBER and len(rest[1].raw) <= 3 and rest[2].raw == ","
    return aged or rest[1].lower == "who"
