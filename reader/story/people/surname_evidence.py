"""Full names that an article shows to be persons' by printing the surname as a person's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.title_lines import TitleLines
from reader.story.people.coverage_people import COURTESY_TITLES
from reader.story.people.name_surroundings import is_person_noun
from reader.story.people.same_person import NameWords, is_full, is_given_name, is_no_name
from reader.text.values import PersonName
from reader.text.values.name_spelling import plain_name
from reader.text.values.value_lists import list_words, words_of_no_person

_WORD = r"[A-Z][a-z’'-]*[A-Za-z]"
_FULL = re.compile(rf"(?<![\w’'.-])({_WORD})[ \u00a0](?=({_WORD})(?![\w-]))")
_LONGEST_NAME_ON_ING = 5
"""Letters of a word on "-ing" that may be a given name that no list has: "Xiling" is longer."""
_BEFORE_CHARS = 40
"""Characters before a name in which the word before it is read."""
_PARTNER = re.compile(rf"(?<![\w’'.-])({_WORD}) and $")
_DIRECTION_CHARS = 7
_DIRECTION = re.compile(r"\b(?:North|South|East|West|New)[ \u00a0]$")
"""Before the second word of a place: "South Carolina and Jim Lee"."""
_SIBLING = re.compile(r"(?:^|[a-z,] )([A-Z][a-z]+) and $")
"""A given name alone before "and" and a full name."""
_NAMES_BETWEEN = r"(?:[A-Z][a-z]+(?:, (?:and )?| and )){0,3}[A-Z]$"
_CHILDREN = re.compile(
    rf"\b(?:sons?|daughters?|child|children|grandsons?|granddaughters?),? {_NAMES_BETWEEN}"
)
_RELATIVES = re.compile(
    rf"{_CHILDREN.pattern}|\b(?:brothers?|sisters?|wife|husband|first lady),? {_NAMES_BETWEEN}"
)
_SPEAKING = re.compile(
    rf"(?<![\w’'.-])({_WORD})[ \u00a0](?:(?:also|later|then)[ \u00a0])?"
    r"(?:said|says|added|told|wrote|argued|asked|replied)\b"
    rf"|(?:,[”\"]|[”\"]) (?:said|says|added) ({_WORD})[.,]"
)
"""A surname as the first or the second group: "Vance said", "said Vance."."""


def find_names_of_surnames(text: str, names: Iterable[PersonName]) -> set[NameWords]:
    """Return the full names of which the text also prints the surname as a person's.

    ("Mikie Vance … Vance said", "the mayor, Dawn Vance … Ms. Vance"). Linear in the length.

    Args:
        text: the text of the article.
        names: the names already found in it.
    """
    shown = {name.surname for name in names if not is_full(name) and name.title in COURTESY_TITLES}
    shown |= {match.group(1) or match.group(2) for match in _SPEAKING.finditer(text)}
    titles = TitleLines(text)
    found: set[NameWords] = set()
    for match in _FULL.finditer(text):
        given, surname = match.groups()
        surname = surname.removesuffix("'s").removesuffix("’s")
        if surname not in shown or titles.has(match.start()) or _is_inside(text, match.start()):
            continue
        if may_be_given(given) and may_be_surname(surname) and not is_no_name((given, surname)):
            found.add((given, surname))
    return found


def find_partner(text: str, name: PersonName, known: Collection[NameWords]) -> PersonName | None:
    """Return the person whose given name shares a full name's surname: "Al and Jo Smith".

    The given name is in a list of them, or before that surname in another article.

    Args:
        text: the text of the name.
        name: the full name.
        known: the words of names that are known to be persons'.
    """
    first = text.find(name.given, name.start, name.end)
    match = _PARTNER.search(text, max(0, first - _BEFORE_CHARS), first)
    if match is None or name.title or _follows_direction(text, match.start(1)):
        return None
    before = text[max(0, match.start(1) - _BEFORE_CHARS) : match.start(1)].split()
    if before and before[-1].lower() in list_words("person_titles", "crowned"):
        # "Prince Ned and Kate Vance": he has no surname.
        return None
    if not is_given_name(match.group(1)) and (match.group(1), name.surname) not in known:
        return None
    return PersonName(*match.span(1), given=match.group(1), surname=name.surname)


def _follows_direction(text: str, position: int) -> bool:
    return _DIRECTION.search(text, max(0, position - _DIRECTION_CHARS), position) is not None


def is_of_child(text: str, name: PersonName) -> bool:
    """Return whether a given name alone is that of somebody's child: "his son Michael"."""
    if name.start >= name.end or is_full(name):
        return False
    return _CHILDREN.search(text, max(0, name.start - _BEFORE_CHARS), name.start + 1) is not None


def is_of_relative(text: str, name: PersonName, surnames: Collection[str]) -> bool:
    """Return whether a full name is introduced as that of somebody's relative, or of siblings.

    ("the mayor’s daughter Ida Vance", "Xerla and Ida Vance")

    Args:
        text: the text of the name.
        name: the name with its place.
        surnames: those of the article, as `plain_name` gives them.
    """
    lowest = max(0, name.start - _BEFORE_CHARS)
    if _RELATIVES.search(text, lowest, name.start + 1) is not None:
        return True
    if name.surname not in text[name.start : name.end]:
        return True
    match = _SIBLING.search(text[lowest : name.start]) if not name.title else None
    return match is not None and plain_name(match.group(1)) not in surnames


def _is_inside(text: str, start: int) -> bool:
    """Return whether a word that belongs to the name comes before: "Hillary" of three words."""
    before = text[max(0, start - _BEFORE_CHARS) : start].rpartition("\n")[2].split()[-1:]
    word = before[0] if before else ""
    bare = word.rstrip(".").lower()
    if not word[:1].isupper() or word[-1] in ',;:?!”"' or bare.endswith("-elect"):
        return False
    return not is_person_noun(bare)


def may_be_given(word: str) -> bool:
    """Return whether a word may be a given name: no title, no verb, no place, no body."""
    lower = word.lower()
    known = load_vocabulary()
    if lower in words_of_no_person() or is_person_noun(lower) or lower in known.cues:
        return False
    if word.endswith(("'s", "’s")) or lower in known.roles or lower in known.titles:
        return False
    if len(word) > _LONGEST_NAME_ON_ING and lower.endswith("ing") and not is_given_name(word):
        # "Keeping Vance out": a gerund opens the sentence.
        return False
    return not _is_other(word)


def may_be_surname(word: str) -> bool:
    """Return whether a word may be a surname: no title, no place, no body."""
    lower = word.lower()
    return lower not in words_of_no_person() and not is_person_noun(lower) and not _is_other(word)


def _is_other(word: str) -> bool:
    """Return whether a word is a place's or a body's, or one that opens sentences."""
    others = load_word_class("place_names") | load_word_class("capitals")
    others |= load_word_class("not_names") | load_vocabulary().organisation_words
    lower = word.lower()
    is_opening = lower in load_word_class("adverbial_starts") | load_word_class("phrase_ends")
    is_noun = lower in load_word_class("group_words") | load_word_class("speaking_nouns")
    return word in others or is_opening or is_noun or lower.endswith("-elect")
