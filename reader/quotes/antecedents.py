"""The person that he or she refers to: names before a pronoun, the likeliest of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.text.sentences import (
    BETWEEN_SENTENCES,
    ends_sentence,
    find_sentence_end,
    find_sentence_start,
)

_GENDER_OF_PRONOUN = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_PRONOUN = re.compile(r"\b(?:he|him|his|she|her)\b")
_CONJUNCTIONS = load_word_class("subject_conjunctions")
_OBLIQUE = load_word_class("phrase_ends") - _CONJUNCTIONS
_OPENERS = load_word_class("phrase_ends")
_ATTRIBUTIVE = load_word_class("attributive_heads")
_INSERTED = re.compile(r", (?P<pronoun>he|she) (?P<verb>[a-z]{3,12}),")
"""A reporting clause inside a sentence (", he said,")."""
_INSERTED_CHARS = 30

# Distances in characters, set by hand.
_PERSON_REACH = 3_000
"""Before a pronoun: where a person it refers to is searched."""
_POSSIBLE_REACH = 600
"""The same for a name that nothing else shows to be a person's."""
_SENTENCE_REACH = 250
_OBLIQUE_CHARS = 40
"""Before a name: where its titles and a preposition before them are read."""
_ATTRIBUTIVE_CHARS = 24
"""After a name: where the noun that it belongs to is read."""
_MOST_MENTIONS = 40
"""Names before a pronoun that are compared."""


class PersonMention(NamedTuple):
    """A person named in the article: `text[start:end]`."""

    start: int
    end: int
    surname: str
    gender: str
    """m, f or empty where unknown."""
    full: str = ""
    """The whole name, if it has more than the surname."""


class Antecedent(NamedTuple):
    """The name that a pronoun refers to."""

    mention: PersonMention
    has_rival: bool
    """Whether another person whom the pronoun fits is named in the same sentence or after it."""
    is_object: bool = False
    """Whether the name follows a preposition or has a genitive, and no verb follows it."""


class PersonMentions:
    """The names outside quotes that pronouns can refer to.

    Args:
        text: the article.
        persons: the mentions of persons, in order.
        possible: the mentions of names that may be persons', in order.
    """

    def __init__(
        self, text: str, persons: Sequence[PersonMention], possible: Sequence[PersonMention]
    ) -> None:
        self._text = text
        self._persons = persons
        self._possible = possible
        self._person_starts = [item.start for item in persons]
        self._possible_starts = [item.start for item in possible]

    def find_antecedent(self, pronoun: str, position: int, other: str = "") -> Antecedent | None:
        """Find the person that he or she refers to: the first fitting name of a sentence before.

        Args:
            pronoun: he, she or another case of them.
            position: where it is.
            other: the surname of a person whom it does not refer to.
        """
        gender = _GENDER_OF_PRONOUN.get(pronoun.lower())
        if gender is None:
            return None
        search = _Search(self._text, gender, position, other)
        found = search.find_person(self._persons, self._person_starts)
        return found or search.find_possible(self._possible, self._possible_starts)


class _Search:
    """The search for the name that one pronoun refers to."""

    def __init__(self, text: str, gender: str, position: int, other: str) -> None:
        self._text = text
        self._gender = gender
        self._position = position
        self._other = other
        before = text[max(0, position - 10) : position]
        self._takes_nearest = before.endswith((" in which ", " where "))

    def find_person(
        self, mentions: Sequence[PersonMention], starts: Sequence[int]
    ) -> Antecedent | None:
        """Find the best name of the nearest sentence that has a fitting one."""
        index = bisect_left(starts, self._position)
        return self._find_nearest(self._keep_near(mentions, index, _PERSON_REACH))

    def find_possible(
        self, mentions: Sequence[PersonMention], starts: Sequence[int]
    ) -> Antecedent | None:
        """Find the same among names that may be persons', as subjects."""
        near = self._keep_near(mentions, bisect_left(starts, self._position), _POSSIBLE_REACH)
        return self._find_nearest([item for item in near if not is_oblique(self._text, item)])

    def _keep_near(
        self, mentions: Sequence[PersonMention], index: int, reach: int
    ) -> list[PersonMention]:
        """Return the fitting names before the pronoun, the nearest first."""
        near = mentions[max(0, index - _MOST_MENTIONS) : index]
        return [
            item
            for item in reversed(near)
            if self._position - item.start <= reach
            and item.gender in ("", self._gender)
            and item.surname != self._other
            and not is_attributive(self._text, item.end)
            and not self._is_topic(item)
        ]

    def _is_topic(self, mention: PersonMention) -> bool:
        """Whether a question before the answer is about a name ("And Mr Smith? “…,” he said")."""
        end = find_sentence_end(self._text, mention.end, self._position)
        if end == self._position or self._text[end - 1] != "?":
            return False
        is_last = not self._text[mention.end : end].strip("?")
        return is_last or is_oblique(self._text, mention)

    def _find_nearest(self, mentions: Sequence[PersonMention]) -> Antecedent | None:
        chosen: PersonMention | None = None
        passed: PersonMention | None = None
        surnames: set[str] = set()
        for mention in mentions:
            if chosen and ends_sentence(self._text, mention.end, chosen.start):
                break
            surnames.add(mention.surname)
            if chosen is None and self._is_passed(mention):
                passed = passed or mention
            elif chosen is None or self._is_better(mention, chosen):
                chosen = mention
        found = chosen or passed
        if found is None:
            return None
        is_object = is_oblique(self._text, found) and not has_verb_after(self._text, found.end)
        return Antecedent(found, len(surnames) > 1, is_object)

    def _is_passed(self, mention: PersonMention) -> bool:
        """Whether a name is somebody's of whom the pronoun's person speaks."""
        if self._takes_nearest and not ends_sentence(self._text, mention.end, self._position):
            return False
        return self._has_pronoun_subject(mention) or self._is_reported(mention.end)

    def _is_reported(self, end: int) -> bool:
        """Whether a clause inserted after a name reports its sentence ("Smith, he said, left")."""
        stop = min(end + _SENTENCE_REACH, self._position + _INSERTED_CHARS)
        found = _INSERTED.search(self._text, end, stop)
        if found is None or _GENDER_OF_PRONOUN[found["pronoun"]] != self._gender:
            return False
        if found["verb"] not in load_vocabulary().cues:
            return False
        is_in_sentence = not ends_sentence(self._text, end, found.start("pronoun"))
        return is_in_sentence and not self._opens_with_clause(end)

    def _opens_with_clause(self, position: int) -> bool:
        """Whether a clause or a phrase begins a sentence ("After Smith left, he said, …")."""
        begin = max(0, position - _SENTENCE_REACH)
        start = find_sentence_start(self._text, begin, position)
        words = self._text[start:position].lstrip(BETWEEN_SENTENCES).split(None, 1)
        return bool(words) and words[0].lower() in _OPENERS

    def _has_pronoun_subject(self, mention: PersonMention) -> bool:
        """Whether the pronoun comes before a name as a subject, so that the name is another's.

        It begins the sentence of the name, or the pronoun that is resolved is in that sentence too,
        or the name is that of no subject ("On Monday he came, thanking Smith").
        """
        position = mention.start
        begin = max(0, position - _SENTENCE_REACH)
        start = find_sentence_start(self._text, begin, position)
        words = self._text[start:position].lstrip(BETWEEN_SENTENCES)
        subject = "He " if self._gender == "m" else "She "
        if words.startswith(subject):
            return True
        if f" {subject.lower()}" not in f" {words}":
            return False
        if not ends_sentence(self._text, position, self._position):
            return True
        # Inside a quotation, he or she in its sentence is mostly who says it.
        is_object = not self._other and self._is_object(mention)
        return is_object and not has_verb_after(self._text, mention.end)

    def _is_object(self, mention: PersonMention) -> bool:
        """Whether a name, or the names that it is listed with, follows a participle.

        A name after a preposition or with a genitive is no subject either.
        """
        before = self._text[max(0, mention.start - _OBLIQUE_CHARS) : mention.start].split()
        while before and (before[-1][0].isupper() or _is_title(before[-1])):
            before.pop()
        is_participle = bool(before) and before[-1].endswith("ing")
        return is_participle or is_oblique(self._text, mention)

    def _is_better(self, mention: PersonMention, chosen: PersonMention) -> bool:
        """Whether a name is rather the subject of a sentence than one that follows it."""
        if self._takes_nearest and not ends_sentence(self._text, chosen.end, self._position):
            return False
        if has_verb_after(self._text, chosen.end) and not has_verb_after(self._text, mention.end):
            return False
        return not is_oblique(self._text, mention) or is_oblique(self._text, chosen)


def find_pronoun_gender(text: str, begin: int, stop: int) -> str:
    """Return the gender of the first he or she in a stretch of one sentence, or an empty string."""
    found = _PRONOUN.search(text, begin, stop)
    if found is None or ends_sentence(text, begin, found.start()):
        return ""
    return _GENDER_OF_PRONOUN[found.group().lower()]


def has_verb_after(text: str, end: int) -> bool:
    """Whether a reporting verb follows a name, also after "who"."""
    following = text[end : end + 25].split(None, 2)
    if following[:1] == ["who"]:
        del following[0]
    cue = load_vocabulary().cues.get(following[0].lower()) if following else None
    return cue is not None and not cue.weak


def is_attributive(text: str, end: int) -> bool:
    """Whether a name says whose the following noun is ("the Smith campaign")."""
    following = text[end : end + _ATTRIBUTIVE_CHARS].split(None, 2)
    if text[end : end + 1] not in (" ", "\u00a0") or not following:
        return False
    return following[0].strip(".,;:").lower() in _ATTRIBUTIVE


def is_oblique(text: str, mention: PersonMention) -> bool:
    """Whether a name follows a preposition or has a genitive: it is no subject then."""
    end = mention.end
    ends = text[end - 2 : end], text[end : end + 2]
    if any(genitive in ("’s", "'s") for genitive in ends):
        return True
    start = max(0, mention.start - _OBLIQUE_CHARS)
    line = text.rfind("\n", start, mention.start) + 1
    before = text[max(start, line) : mention.start].split()
    is_titled = bool(before) and _is_title(before[-1])
    while before and _is_title(before[-1]):
        before.pop()
    if is_titled and len(before) > 1 and before[-1].islower() and before[-1] not in _OBLIQUE:
        # "at special counsel Smith"
        is_verb = before[-1] in load_vocabulary().cues
        return before[-2].lower() in _OBLIQUE and not is_verb
    return bool(before) and before[-1].lower() in _OBLIQUE


def _is_title(word: str) -> bool:
    """Whether a printed word is a title or a role, and does not end a sentence."""
    words = load_vocabulary()
    is_known = word.rstrip(".").lower() in words.titles | words.roles
    return is_known and not (word.endswith(".") and word[0].islower())
