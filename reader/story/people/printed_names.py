"""The names of persons that one article prints, and the words that only look like one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.title_lines import TitleLines
from reader.story.people.apposed_names import find_apposed_names
from reader.story.people.body_names import (
    has_model_ending,
    is_called_body,
    is_listed_body,
    is_model_word,
    is_name_of_body,
    opens_as_body,
)
from reader.story.people.coverage_people import COURTESY_TITLES
from reader.story.people.listed_names import find_listed_names
from reader.story.people.name_surroundings import is_person_noun
from reader.story.people.same_person import (
    NameWords,
    is_full,
    is_given_name,
    is_no_name,
    surname_key,
)
from reader.story.people.surname_evidence import find_names_of_surnames, find_partner
from reader.text.values import PersonName, find_person_names, parse_person_name
from reader.text.values.value_lists import title_words

_POSSESSIVE = re.compile("[’']s? ")
_OF_BODY = re.compile(r"\bthe(?: [A-Z]\w+\.?){1,4} [A-Z]\w+s of [A-Z]")
"""A name of a body that ends as title and surname: "the Associated General Builders of Ohio"."""
_PLACE_CHARS = 10
_AFTER_PLACE = re.compile(r"[a-z], $")
_SUFFIXES = ("jr", "sr")
_AUXILIARIES = ("Will", "May")
"""Given names that open questions, too."""
_SENTENCE_BEFORE = re.compile(r"\n$|[.?!”\"“] ?$")
_QUESTION = re.compile(r"[ \u00a0](?:not[ \u00a0])?[a-z][^.!?\n”\"]*\?")
_QUESTION_CHARS = 200
_LEAST_ACRONYM = 2
"""Letters with full stops that may be a body's."""
_LEAST_BODY, _MOST_BODY = 3, 4
"""Letters of a word in capitals that is a body's name where no given name comes before."""
_BODY_CHARS = 60
"""Characters before a name in which that of a body begins."""
_PLACE_BEFORE = re.compile(
    r"\b(?:Port|Lake|Mount|Mt\.|Fort|Bay|Cape|Camp|Point|Hotel|Castle|River"
    r"|North|South|East|West)[ \u00a0]$"
)
"""Right before a surname that is part of a place's name."""
_PLACE_AFTER = re.compile(r"[’']s (?:County|Hospital|Hotel|Church|Cathedral|Park|School)\b")
SURNAME_PARTICLES = frozenset(("Le", "La", "De", "Du", "Des", "Von", "Bin"))
"""First words of surnames that no given name is."""
_CONJUNCTIONS = frozenset(
    ("After", "Although", "As", "Because", "But", "If", "Once", "Since", "Though", "When", "While")
)
"""First words of sentences, right before a surname."""
PLURAL_TITLES = frozenset(
    ("govs", "governors", "judges", "justices", "messrs", "presidents", "reps", "sens", "senators")
)
_PEOPLES = ("an", "ese", "ite", "ish")
"""Endings of nouns for who comes from somewhere."""
_SURE_TITLES = COURTESY_TITLES | frozenset(
    (
        *("congressman", "congresswoman", "dr", "gov", "governor", "president", "rep"),
        *("representative", "sen", "senator"),
    )
)
"""Titles that are no words of a body's name."""
_AFTER_GENERAL = frozenset(("electric", "motors", "mills", "dynamics", "assembly"))
"""What follows "General" in the names of bodies."""


class PrintedNames:
    """The names of persons in one article.

    Args:
        text: the text of the story, other paragraphs as spaces.
        full_persons: the names of several words that its words show to be persons'.
    """

    def __init__(self, text: str, full_persons: Collection[NameWords]) -> None:
        self._text = text
        self._full_persons = full_persons
        self._titles = TitleLines(text)
        self.paired: set[str] = set()
        """Surnames, as keys, of two who are named at once, once the names are found."""

    def find_full_names(self) -> set[NameWords]:
        """Return the words of the names that the article itself shows to be persons'."""
        names = [
            self._without_place(self._without_auxiliary(each))
            for each in find_person_names(self._text)
            if not self._is_no_person(each)
        ]
        found = {name.words for name in names if is_full(name) and not self._is_in_headline(name)}
        found |= find_names_of_surnames(self._text, names)
        found |= find_listed_names(self._text, names) | find_apposed_names(self._text)
        found = {words for words in found if words[0] not in _CONJUNCTIONS}
        found |= {
            words
            for words in self._full_persons
            if not is_no_name(words) and not is_name_of_body(self._text, words)
        }
        # Particles are no given names: "Le Pen", "de León".
        return {
            words
            for words in found
            if words[0][0].isupper()
            and words[0] not in SURNAME_PARTICLES
            and not words[1][:1].islower()
            and len(set(words)) == len(words)
        }

    def find_bodies(self) -> set[NameWords]:
        """Return the words of full names that a noun before shows to be bodies', and no title."""
        full = [name for name in find_person_names(self._text) if is_full(name)]
        called = {name.words for name in full if is_called_body(self._text, name)}
        return called - {name.words for name in full if name.title}

    def find_titled(self) -> set[NameWords]:
        """Return the surnames that a title alone shows: "President Vance … Vance"."""
        bodies = load_vocabulary().organisation_words
        return {
            name.words
            for name in find_person_names(self._text)
            if name.title.rpartition(" ")[2] in _SURE_TITLES
            and not name.given
            and name.surname not in bodies
            and not self._is_no_person(name)
        }

    def _is_in_headline(self, name: PersonName) -> bool:
        """Return whether a full name may be a verb and a surname: "Mayor Rejects Vance's Plan"."""
        is_shown = is_given_name(name.given) or len(name.given.rstrip(".")) == 1
        return not is_shown and self._titles.has(name.start)

    def find(
        self, known: Collection[NameWords], bodies: Collection[NameWords] = ()
    ) -> Iterator[PersonName]:
        """Yield the names of the text in order, also of those for whom somebody speaks.

        Args:
            known: the words of names that are known to be persons'.
            bodies: the words of full names that are known to be bodies'.
        """
        parts = {word for words in bodies for word in words} - {words[-1] for words in known}
        for read in find_person_names(self._text, {*known, *self.find_titled()}):
            name = self._without_auxiliary(self._without_place(_without_first(read)))
            is_of_body = name.words in bodies or (
                not name.title and not parts.isdisjoint(name.words[-1:])
            )
            if self._is_no_person(name) or is_of_body:
                continue
            if is_full(name) and name.words not in known and self._is_in_headline(name):
                begin = name.end - len(name.surname)
                if self._text.startswith(name.surname, begin):
                    yield PersonName(begin, name.end, surname=name.surname)
            elif not name.is_unnamed:
                if is_full(name) and (partner := find_partner(self._text, name, known)):
                    self.paired.add(surname_key(name))
                    yield partner
                yield name
            elif principal := self._read_principal(name, known):
                yield principal

    def _is_no_person(self, name: PersonName) -> bool:
        """Return whether words only look like a person's name: "General Motors", "Port Vance"."""
        if not (name.given or name.title) and name.surname.isupper():
            # "the CEO’s remarks", "Ashford, N.C. FBI agents"
            is_acronym = _LEAST_BODY <= len(name.surname) <= _MOST_BODY
            return is_person_noun(name.surname.lower()) or is_acronym
        is_acronym = name.surname.isupper() and len(name.surname) in (_LEAST_BODY, _MOST_BODY)
        if is_acronym and not name.given.isupper() and not name.title:
            # "a Mercedes SUV"
            return True
        is_office = not name.given and name.surname.lower() in title_words()
        if is_office and name.title in COURTESY_TITLES and not self._is_surname(name.surname):
            return True
        if len(set(name.words)) < len(name.words) or self._is_office_of(name):
            return True
        if name.title == "general" and name.surname.lower() in _AFTER_GENERAL:
            return True
        if len(name.surname.rstrip(".")) == 1 or name.surname.lower() in _SUFFIXES:
            return True
        if self._is_of_place(name) or self._is_in_capitals(name):
            return True
        if not name.title and (is_listed_body(name.words) or opens_as_body(name.words)):
            return True
        if name.given.lower() in load_word_class("phrase_ends") and name.given[1:].islower():
            # "the Justice Against Smuggling Act": a title and the words of a law.
            return not is_given_name(name.given)
        return self._is_of_body(name) or self._follows_acronym(name)

    def _is_surname(self, word: str) -> bool:
        """Return whether a title is somebody's surname: "Peter King … Mr. King"."""
        before = re.finditer(rf"\b([A-Z][a-z]+)[ \u00a0]{re.escape(word)}\b", self._text)
        return any(is_given_name(match.group(1)) for match in before)

    def _is_office_of(self, name: PersonName) -> bool:
        """Return whether a given name is a land before an office: "Georgia Secretary of State"."""
        is_office = name.given and name.surname.lower() in title_words() and not name.title
        return bool(is_office) and self._text.startswith((" of ", "\u00a0of "), name.end)

    def _is_in_capitals(self, name: PersonName) -> bool:
        """Return whether capitals show nothing: every word of the line is written in them."""
        is_short = len(name.surname) <= _LEAST_ACRONYM
        return name.surname.isupper() and not is_short and self._titles.has(name.start)

    def _without_auxiliary(self, name: PersonName) -> PersonName:
        """Return a name without the verb that opens a question: "Will Vance go?"."""
        if name.given not in _AUXILIARIES or name.title or name.middle:
            return name
        is_first = _SENTENCE_BEFORE.search(self._text, max(0, name.start - 3), name.start)
        is_question = _QUESTION.match(self._text, name.end, name.end + _QUESTION_CHARS)
        if (name.start and not is_first) or not is_question:
            return name
        return replace(name, start=name.start + len(name.given) + 1, given="")

    def _without_place(self, name: PersonName) -> PersonName:
        """Return a name without the initials of a place: "Washington, D.C. Ned Vance"."""
        if not _AFTER_PLACE.search(self._text, max(0, name.start - _PLACE_CHARS), name.start):
            return name
        words = list(name.words)
        while len(words) > 1 and len(words[0].rstrip(".")) == 1:
            words.pop(0)
        if len(name.words) - len(words) < _LEAST_ACRONYM:
            return name
        start = self._text.index(words[0], name.start)
        given = words[0] if len(words) > 1 else ""
        return replace(name, start=start, given=given, middle=tuple(words[1:-1]))

    def _follows_acronym(self, name: PersonName) -> bool:
        """Return whether initials are a body's: "F.B.I. Nothing", "the F.B.I. said" elsewhere."""
        letters = name.words[:-1]
        if len(letters) < _LEAST_ACRONYM or any(len(word) > 1 for word in letters):
            return False
        acronym = "".join(f"{letter}\\." for letter in letters)
        return re.search(rf"\b{acronym}(?:[’']s)?(?:,| [a-z])", self._text) is not None

    def _is_of_place(self, name: PersonName) -> bool:
        """Return whether a surname is part of a place's name: "Port Vance", "Lee’s County"."""
        if _PLACE_AFTER.match(self._text, name.end - 2) or _PLACE_AFTER.match(self._text, name.end):
            return True
        is_alone = not name.title and not name.given
        lowest = max(0, name.start - _PLACE_CHARS)
        return is_alone and _PLACE_BEFORE.search(self._text, lowest, name.start) is not None

    def _is_of_body(self, name: PersonName) -> bool:
        """Return whether a name is a body's, or a title and a lone word are the end of one."""
        if is_full(name):
            is_shown = bool(name.title) or name.words in self._full_persons
            is_thing = is_model_word(name.words[-1].lower())
            return is_thing or (not is_shown and has_model_ending(name.words))
        if not name.title:
            return is_model_word(name.surname.lower())
        lowest = max(0, name.start - _BODY_CHARS)
        match = _OF_BODY.search(self._text, lowest, name.end + 5)
        return match is not None and match.end() == name.end + 5

    def _read_principal(
        self, spokesman: PersonName, known: Collection[NameWords]
    ) -> PersonName | None:
        """Return the person for whom an unnamed person speaks: "a spokesman for Ann Lee"."""
        begin = self._text.find(spokesman.represents.split()[0], spokesman.start, spokesman.end)
        words = _POSSESSIVE.split(self._text[max(0, begin) : spokesman.end])[0]
        name = parse_person_name(words) if begin >= 0 else None
        if name is None or name.is_unnamed or not (name.title or name.words in known):
            return None
        return replace(name, start=begin + name.start, end=begin + name.end)


def _without_first(name: PersonName) -> PersonName:
    """Return a name without a first word that does not belong: "Justices Kennedy", "Though Lee"."""
    if name.given in _CONJUNCTIONS:
        given, middle = (name.middle[0], name.middle[1:]) if name.middle else ("", ())
        start = name.start + len(name.given) + 1
        return replace(name, start=start, given=given, middle=middle)
    if name.given.lower().rstrip(".") in PLURAL_TITLES:
        given, middle = (name.middle[0], name.middle[1:]) if name.middle else ("", ())
        return replace(name, given=given, middle=middle)
    has_given = bool(name.middle) and is_given_name(name.middle[0])
    if has_given and name.given.lower().endswith(_PEOPLES) and not is_given_name(name.given):
        return replace(name, given=name.middle[0], middle=name.middle[1:])
    return name
