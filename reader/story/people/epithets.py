"""The person whom an article calls by an epithet: "the four-term congressman said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from reader.quotes import Speaker, SpeakerKind
from reader.quotes.reporting_vocabulary import load_word_class
from reader.quotes.speaker_kinds import find_head
from reader.story.people.article_person import ArticlePerson
from reader.story.people.name_descriptions import find_descriptions
from reader.story.people.name_surroundings import PARTISANS, find_title
from reader.story.people.same_person import find_offices, fits_gender
from reader.story.people.speaker_words import is_epithet
from reader.text.values import PersonName
from reader.text.values.person_names import gender_of

_LAWMAKERS = ("senator", "representative")
_PARTY_LETTERS = {"R": "republican", "D": "democrat", "I": "independent"}
_PARTIES = {
    **dict.fromkeys(("republican", "gop", "g.o.p.", "republicans"), "republican"),
    **dict.fromkeys(("democrat", "democratic", "democrats"), "democrat"),
    "independent": "independent",
}
PARTY_WORDS = frozenset(_PARTIES)
_BLANK = frozenset(
    (
        *("hopeful", "contender", "candidate", "billionaire", "businessman", "businesswoman"),
        *("mogul", "native", "veteran", "star", "frontrunner", "front-runner"),
    )
)
"""Epithets that no title or description need show."""
_LETTER = re.compile(r"([RDI])[-–]")
_MOST_WORDS = 6
"""Words of an epithet, "the" counted."""


class Epithets:
    """The persons of one article, found by what it calls them besides their names.

    An epithet is of the one person whom its paragraph, or the nearest one before that names
    somebody, names and whom it fits: by office, party or noun beside the name, and by sex. One
    that says nothing of these ("the 43-year-old") is of the only person named there.

    Args:
        text: the text of the article, furniture as spaces.
        placed: its names with their persons, in order.
        is_quoted: returns whether a position is in quotation marks.
    """

    def __init__(
        self,
        text: str,
        placed: Sequence[tuple[PersonName, ArticlePerson]],
        is_quoted: Callable[[int], bool],
    ) -> None:
        self._text = text
        self._placed = [pair for pair in placed if not is_quoted(pair[0].start)]
        self._starts = [name.start for name, _ in self._placed]
        self._words: dict[int, tuple[str, ...]] = {}
        """The words of titles and descriptions beside the names of a person, by its identity."""
        self._spans: dict[int, list[tuple[int, int]]] = {}
        """Their places."""

    def find(self, speaker: Speaker) -> ArticlePerson | None:
        """Return the person of an epithet; None for other words, and where nobody is plain."""
        words = self._read_words(speaker)
        if not words:
            return None
        head = words[-1].removeprefix("ex-")
        places = _list_places(speaker.mention)
        near = [each for each in self._list_near(speaker.start) if self._may_be(each, head, places)]
        fitting = [each for each in near if self._fits(each, words, head)]
        if not fitting and places:
            every = {id(each): each for _, each in self._placed}.values()
            fitting = [each for each in every if self._is_of(each, places)]
            fitting = [each for each in fitting if self._fits(each, words, head)]
        if len(near) > 1 and places and fitting and not self._is_of(fitting[0], places):
            # "the Ohio Democrat" may not be the Democrat, but somebody else of no known state.
            fitting = [each for each in fitting if self._opens_paragraph(each, speaker.start)]
            return fitting[0] if len(fitting) == 1 else None
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
        is_blank = head in _BLANK or head.endswith("-year-old") or bool(places)
        is_only = len(near) == 1 and not self._is_other(near[0], words, head)
        return near[0] if is_blank and is_only else None

    def _read_words(self, speaker: Speaker) -> list[str]:
        """Return the words of a definite epithet in lower case; none for other words."""
        if speaker.kind not in (SpeakerKind.ROLE, SpeakerKind.UNKNOWN):
            return []
        words = speaker.mention.lower().split()
        if words and words[0] != "the":
            words = ["the", *words] if self._is_after_the(speaker.start) else []
        if self._text.startswith((" of ", " for "), speaker.end):
            return []
        if not 1 < len(words) <= _MOST_WORDS or find_head(speaker.mention) != words[-1]:
            return []
        head = words[-1].removeprefix("ex-")
        is_known = is_epithet(" ".join([*words[:-1], head])) or bool(find_offices(head))
        return words[1:] if is_known or head in PARTISANS else []

    def _is_after_the(self, position: int) -> bool:
        """Return whether what is before the last space before a position ends in "the"."""
        space = self._text.rfind(" ", 0, position)
        begin = max(0, space - len("the"))
        return space >= 0 and self._text[begin:space].lower() == "the"

    def _list_near(self, position: int) -> list[ArticlePerson]:
        """Return who is named in a paragraph before a position, or in the nearest one before."""
        index = bisect_left(self._starts, position)
        begin = self._text.rfind("\n", 0, position)
        found = self._list_between(begin, index)
        while not found and begin > 0 and index:
            begin = self._text.rfind("\n", 0, self._starts[index - 1])
            found = self._list_between(begin, index)
        if begin > 0 and len(found) < 2 and index > len(found):
            before = bisect_left(self._starts, begin)
            earlier = self._text.rfind("\n", 0, begin)
            found += [each for each in self._list_between(earlier, before) if each not in found]
        return found

    def _opens_paragraph(self, person: ArticlePerson, position: int) -> bool:
        """Return whether the paragraph of a position, or the one before, begins with a person."""
        own = self._text.rfind("\n", 0, position)
        for begin in (own, self._text.rfind("\n", 0, max(0, own))):
            index = bisect_left(self._starts, begin + 1)
            if index == len(self._placed) or self._placed[index][1] is not person:
                continue
            name = self._placed[index][0]
            title = find_title(self._text, name)
            if not self._text[begin + 1 : title[0] if title else name.start].strip():
                return True
        return False

    def _list_between(self, begin: int, stop: int) -> list[ArticlePerson]:
        first = bisect_left(self._starts, begin)
        return list({id(each): each for _, each in self._placed[first:stop]}.values())

    def _may_be(self, person: ArticlePerson, head: str, places: str) -> bool:
        """Return whether neither sex nor place contradicts."""
        is_there = not places or not self._list_own_places(person) or self._is_of(person, places)
        return is_there and fits_gender(person.gender, gender_of([], head, ""))

    def _is_of(self, person: ArticlePerson, places: str) -> bool:
        return any(_is_short_for(each, places) for each in self._list_own_places(person))

    def _list_own_places(self, person: ArticlePerson) -> list[str]:
        """Return the places in titles and descriptions of a person: "Calif" of "D-Calif."."""
        beside = self._read_beside(person)
        short = [word[2:] for word in beside if _LETTER.match(word)]
        return [*short, *(word for word in beside if word.title() in _place_names())]

    def _fits(self, person: ArticlePerson, words: Sequence[str], head: str) -> bool:
        """Return whether a title or description beside the names is the epithet."""
        if self._is_other(person, words, head):
            return False
        beside = self._read_beside(person)
        if head in _PARTIES:
            return _PARTIES[head] in self._list_parties(person)
        offices = _offices_of(head)
        return bool(offices & self._read_offices(person)) or head in beside

    def _is_other(self, person: ArticlePerson, words: Sequence[str], head: str) -> bool:
        """Return whether office or party of a person contradict an epithet."""
        parties = {_PARTIES[word] for word in words if word in _PARTIES}
        own = self._list_parties(person)
        if parties and own and not parties & own:
            return True
        offices, held = _offices_of(head), self._read_offices(person)
        return bool(offices and held) and not offices & held

    def _read_offices(self, person: ArticlePerson) -> frozenset[int]:
        """Return the offices in titles and descriptions: a vice president's is no president's."""
        found = set(person.offices)
        for span in self._list_spans(person):
            words = self._text[slice(*span)].lower().replace("-", " ").split()
            words = [word.strip(",.") for word in words]
            for last in range(1, len(words) + 1):
                found |= find_offices(" ".join(words[:last]))
        return frozenset(found)

    def _list_spans(self, person: ArticlePerson) -> list[tuple[int, int]]:
        """Return the spans of titles and descriptions of a person."""
        if id(person) not in self._spans:
            titles = [find_title(self._text, name) for name in person.names]
            self._spans[id(person)] = [
                *(span for span in titles if span is not None),
                *(span for name in person.names for span in find_descriptions(self._text, name)),
            ]
        return self._spans[id(person)]

    def _list_parties(self, person: ArticlePerson) -> set[str]:
        found = {_PARTIES[word] for word in self._read_beside(person) if word in _PARTIES}
        letters = {match[1] for word in self._read_beside(person) if (match := _LETTER.match(word))}
        return found | {_PARTY_LETTERS[letter] for letter in letters}

    def _read_beside(self, person: ArticlePerson) -> tuple[str, ...]:
        """Return the words of titles and descriptions of a person."""
        if id(person) not in self._words:
            found = [self._text[slice(*span)] for span in self._list_spans(person)]
            words = [
                word.strip(",.").lower() if _LETTER.match(word) is None else word
                for each in found
                for word in each.split()
            ]
            self._words[id(person)] = tuple(dict.fromkeys(words))
        return self._words[id(person)]


def _offices_of(head: str) -> frozenset[int]:
    if head == "lawmaker":
        return frozenset().union(*map(find_offices, _LAWMAKERS))
    return find_offices(head)


def _list_places(mention: str) -> str:
    """Return the place in an epithet, as one word: "newjersey" of "the New Jersey senator"."""
    words = [word for word in mention.split() if word[0].isupper() and word.lower() != "the"]
    if not any(word in _place_names() for word in words):
        return ""
    known = _place_names() | {"New", "North", "South", "West"}
    return "".join(word.lower() for word in words if word in known)


def _place_names() -> frozenset[str]:
    return load_word_class("place_names") - {word.title() for word in PARTY_WORDS}


def _is_short_for(short: str, place: str) -> bool:
    """Return whether a word is a place, or a short form of it: "Fla" of "florida"."""
    letters = iter(place)
    own = [letter for letter in short.lower() if letter.isalpha()]
    if place.endswith(short.lower()):
        return True
    return bool(own) and own[0] == place[0] and all(letter in letters for letter in own)
