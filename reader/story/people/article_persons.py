"""The persons whom one article names, each with all the places of its name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice

from reader.quotes import ArticleText, Quote
from reader.quotes.antecedents import is_attributive
from reader.quotes.article_names import ArticleNames
from reader.quotes.reporting_vocabulary import load_vocabulary, load_word_class
from reader.quotes.title_lines import TitleLines
from reader.story.people.article_person import (
    ArticlePerson,
    is_crowned,
    list_of_generation,
    list_of_office,
    may_bear,
)
from reader.story.people.body_names import is_common_plural
from reader.story.people.headline_names import find_headline_names
from reader.story.people.printed_names import PLURAL_TITLES, SURNAME_PARTICLES, PrintedNames
from reader.story.people.same_person import (
    NameWords,
    find_offices,
    fits_gender,
    has_both_suffixes,
    is_full,
    is_given_name,
    may_be_called,
    may_be_one,
    name_form,
    shown_gender,
    surname_key,
)
from reader.story.people.story_text import read_story_text
from reader.story.people.surname_evidence import (
    is_of_child,
    is_of_relative,
)
from reader.text.values import PersonName, parse_person_name
from reader.text.values.name_generations import Generation, generation_of, read_generation
from reader.text.values.name_spelling import plain_name

_MOST_COMPARED = 40
"""Persons with one word in their names that are compared with a name."""
_MOST_OF_SURNAME = 12
"""Persons of one surname among whom the one that is meant is looked for."""
_TITLES_OF_GIVEN_NAMES = frozenset(
    ("sir", "dame", "lady", "prince", "princess", "king", "queen", "sheikh", "sister", "brother")
)
"""Titles before a given name alone: "Sir Keir"."""
_KIN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:son|father|daughter|mother|grandson),?(?: \w+){0,2} ?$"
)
_OF_COUPLE = re.compile(r"\bMrs?\.? and $")
"""Before the second title of a couple: "Mr. and Mrs. Vance" is neither of others."""
_COUPLE_CHARS = 10
_KIN_CHARS = 150
"""Characters between the names of two relatives of one name."""
_MOST_PERSONS = 2_000
"""Persons of one article that are told apart; a list of more names is no story."""


class ArticlePersons:
    """The persons of one article.

    A surname alone is that of the person of this name; where several have it, of the one whom
    the words near it show, and of nobody where they show none.

    Args:
        text: the text of the article.
        quotes: its quotes.
    """

    def __init__(self, text: ArticleText, quotes: Sequence[Quote]) -> None:
        self._text = read_story_text(text)
        self._article = text
        self._quoted = sorted((quote.start, quote.end) for quote in quotes if quote.depth == 0)
        self._names = ArticleNames(self._text, self._quoted)
        self._titles = TitleLines(self._text)
        self._printed = PrintedNames(self._text, self._names.full_persons)
        self._by_key: dict[str, dict[int, ArticlePerson]] = defaultdict(dict)
        """By the words of their names as keys, then by identity."""
        self._placed: list[tuple[PersonName, ArticlePerson]] = []
        self._relatives: set[int] = set()
        """The identities of those who are introduced as relatives."""
        self._parted: set[str] = set()
        """Surnames, as keys, that are printed with "Jr." and no given name: of two persons."""
        self.persons: list[ArticlePerson] = []

    @property
    def text(self) -> str:
        """The text in which they are named: that of the story, other paragraphs as spaces."""
        return self._text

    @property
    def placed(self) -> Sequence[tuple[PersonName, ArticlePerson]]:
        """The names with their persons, in the order of the article."""
        return self._placed

    def is_quoted(self, position: int) -> bool:
        """Return whether a position is in quotation marks."""
        return self.find_quote_start(position) is not None

    def find_quote_start(self, position: int) -> int | None:
        """Return where the quotation around a position begins; None outside any."""
        index = bisect_right(self._quoted, (position, len(self._text)))
        is_inside = index > 0 and position < self._quoted[index - 1][1]
        return self._quoted[index - 1][0] if is_inside else None

    @staticmethod
    def cut_title(text: str, name: PersonName) -> tuple[int, int]:
        """Return the span of a name in the text without the title before it."""
        first = text.find(name.words[0], name.start, name.end) if name.words else -1
        return (first if first >= 0 else name.start), name.end

    def find_full_names(self) -> set[NameWords]:
        """Return the words of the names that the article itself shows to be persons'."""
        found = self._printed.find_full_names()
        return found | {name.words for name in find_headline_names(self._article, ())}

    def find_bodies(self) -> set[NameWords]:
        """Return the words of full names that the article itself shows to be bodies'."""
        return self._printed.find_bodies()

    def find_titled(self) -> set[NameWords]:
        """Return the surnames that titles show to be persons': "President Vance"."""
        return self._printed.find_titled()

    def collect(self, known: Collection[NameWords], bodies: Collection[NameWords] = ()) -> None:
        """Find the persons.

        Args:
            known: the words of names that are known to be persons', surnames alone, too.
            bodies: the words of full names that are known to be bodies'.
        """
        found = list(self._printed.find(known, bodies))
        full = [name for name in found if is_full(name)]
        # "George Bush" may be of either, where George W. and George H. W. are named.
        for name in sorted(full, key=lambda name: not name.middle):
            fitting = self._list_by_full_name(name)
            if len(fitting) < 2 and len(self.persons) < _MOST_PERSONS:
                self._add(name, fitting[0] if fitting else self._new_person())
        for name in find_headline_names(self._article, known):
            is_other = name.words in bodies or self._list_near(surname_key(name))
            if not is_other and len(self.persons) < _MOST_PERSONS:
                self._add(name, self._new_person())
        surnames = {surname_key(name) for name in full}
        self._relatives = {
            id(each)
            for each in self.persons
            if any(is_of_relative(self._text, name, surnames) for name in each.names)
        }
        full_starts = {name.start for name in found if is_full(name)}
        # The given name of one of a pair is found as a name alone, too.
        short = [name for name in found if name.start not in full_starts]
        self._parted = {surname_key(name) for name in short if generation_of(name.suffix)}
        # A title shows who is meant, a surname alone may be of anybody known by then.
        for name in sorted(short, key=lambda name: (not name.suffix, not name.title)):
            self._add_short(name)
        self._drop_bodies()
        for person in self.persons:
            person.names.sort(key=lambda name: name.start)
        self._placed.sort(key=lambda pair: pair[0].start)

    def _add_short(self, name: PersonName) -> None:
        """Add a surname, or a given name alone, to its person, who may be a new one."""
        if _OF_COUPLE.search(self._text, max(0, name.start - _COUPLE_CHARS), name.start):
            return
        person = self._find_by_short_name(name)
        is_bare = not name.title and not name.given
        # "The Vance campaign" names nobody whom the article does not name elsewhere.
        is_beside = self._titles.has(name.start) or is_attributive(self._text, name.end)
        candidates = self._list_candidates(name)
        fitting = self._choose_by_generation(candidates, name, name.start)
        is_of_other = self._relatives.issuperset(map(id, candidates)) or not fitting
        is_of_other = is_of_other and bool(find_offices(name.title) or name.suffix)
        is_beside = is_bare and is_beside
        is_unknown = person is None and not is_beside and (not candidates or is_of_other)
        if is_unknown or (person is not None and self._is_of_namesake(name, person)):
            person = self._new_person()
        if person is not None:
            self._add(name, person)

    def _is_of_namesake(self, name: PersonName, person: ArticlePerson) -> bool:
        """Return whether an office shows that a surname is not a relative's: "President Vance".

        Neither is it a son's whose full name with "Jr." comes later: news names people in full
        first.
        """
        offices = find_offices(name.title)
        if not offices or offices & person.offices:
            return False
        full = [each for each in person.names if is_full(each)]
        is_later = bool(full) and all(
            each.suffix == "jr" and each.start > name.start for each in full
        )
        if is_later:
            self._relatives.add(id(person))
        return id(person) in self._relatives

    def find_by_name(self, printed: str, position: int, gender: str = "") -> ArticlePerson | None:
        """Return the person of a name; None where the article names nobody so.

        Args:
            printed: the name.
            position: where it is meant, as an offset in the text.
            gender: m or f, if a pronoun there shows it.
        """
        first, _, rest = printed.partition(" ")
        is_of_several = first.lower().rstrip(".") in PLURAL_TITLES
        name = parse_person_name(rest if is_of_several else printed)
        if name is None or name.is_unnamed:
            return None
        if name.given in SURNAME_PARTICLES:
            name = replace(name, given="", surname=f"{name.given} {name.surname}")
        if is_full(name):
            fitting = self._list_by_full_name(name)
            return fitting[0] if len(fitting) == 1 else None
        return self._find_by_short_name(name, position, gender)

    def add_person(self, name: PersonName) -> ArticlePerson | None:
        """Add a person who is known by one name alone; None if there are too many."""
        if len(self.persons) >= _MOST_PERSONS:
            return None
        person = self._new_person()
        self._add(name, person)
        return person

    def _is_kin(self, name: PersonName, person: ArticlePerson) -> bool:
        """Return whether a name stands beside a person who is a relative: "his son, Al Lee"."""
        if name.surname not in self._text[name.start : name.end]:
            return False
        for other in person.names:
            first, last = sorted((name, other), key=lambda each: each.start)
            between = self._text[first.end : last.start]
            if 0 < len(between) <= _KIN_CHARS and _KIN.search(between):
                return True
        return False

    def names_several(self, printed: str) -> bool:
        """Return whether a name alone is that of several persons of the article."""
        name = parse_person_name(printed)
        if name is None or name.is_unnamed:
            return False
        if is_full(name):
            return len(self._list_by_full_name(name)) > 1
        found = self._list_candidates(name)
        if (shown := generation_of(name.suffix)) is not None:
            found = list_of_generation(found, shown)
        return len(list_of_office(found, name) or found) > 1

    def _drop_bodies(self) -> None:
        """Drop names that end as those of bodies do, of whom nothing shows that it is a person."""
        bodies = {id(person) for person in self.persons if _is_body(self._text, person)}
        if not bodies:
            return
        self.persons = [person for person in self.persons if id(person) not in bodies]
        self._placed = [pair for pair in self._placed if id(pair[1]) not in bodies]
        for persons in self._by_key.values():
            for body in bodies & persons.keys():
                del persons[body]

    def _new_person(self) -> ArticlePerson:
        person = ArticlePerson()
        self.persons.append(person)
        return person

    def _add(self, name: PersonName, person: ArticlePerson) -> None:
        person.add(name)
        self._placed.append((name, person))
        for key in {surname_key(name), plain_name(name.given)} - {""}:
            self._by_key[key][id(person)] = person

    def _list_near(self, key: str) -> list[ArticlePerson]:
        """Return the persons with a word in their names, as many as are compared."""
        return list(islice(self._by_key.get(key, {}).values(), _MOST_COMPARED))

    def _list_by_full_name(self, name: PersonName) -> list[ArticlePerson]:
        """Return those of whom no full name contradicts one; or who alone is named just so."""
        fitting = [
            person
            for person in self._list_near(surname_key(name))
            if (forms := person.full_forms)
            and all(_is_form(name, form) for form in forms)
            and not self._is_kin(name, person)
        ]
        # The initial distinguishes a son from his father, who has none.
        exact = [person for person in fitting if name_form(name) in person.forms]
        return exact if len(exact) == 1 else fitting

    def _find_by_short_name(
        self, name: PersonName, position: int | None = None, gender: str = ""
    ) -> ArticlePerson | None:
        """Return the person of a surname, or of a given name, at a position."""
        at = name.start if position is None else position
        found = self._list_candidates(name, gender)
        found = list_of_office(found, name) or found
        found = self._choose_by_generation(found, name, at)
        found = self._choose_by_title(found, name, at, gender)
        if len(found) < 2:
            return found[0] if found else None
        if surname_key(name) in self._printed.paired:
            # "Barack and Michelle Obama": the surname alone may be of either, if no other
            # place names one of them in full.
            named = [person for person in found if sum(map(is_full, person.names)) > 1]
            return named[0] if len(named) == 1 else None
        if len(found) > _MOST_OF_SURNAME:
            return None
        word = name.words[0]
        meant = self._names.find_meant(word, at)
        if meant.is_open:
            return None
        full = parse_person_name(meant.name or self._names.find_fullest_form(word, at))
        if full is None or not is_full(full):
            return None
        fitting = [person for person in found if full.words in {w[:-1] for w in person.forms}]
        return fitting[0] if len(fitting) == 1 else None

    def _choose_by_generation(
        self, found: list[ArticlePerson], name: PersonName, at: int
    ) -> list[ArticlePerson]:
        """Return the younger or the elder of two, where "Jr." or the words before show which.

        Where an article prints "Vance Jr.", a "Vance" alone is the other one, if it names one.
        """
        stated = generation_of(name.suffix) or read_generation(self._text, at)
        is_parted = surname_key(name) in self._parted
        shown = stated or (Generation.ELDER if is_parted else None)
        if shown is None:
            return found
        fitting = list_of_generation(found, shown)
        if stated and not name.suffix and not list_of_generation(found, Generation.YOUNGER):
            return []
        return fitting if fitting or stated or find_offices(name.title) else found

    def _choose_by_title(
        self, found: list[ArticlePerson], name: PersonName, at: int, gender: str
    ) -> list[ArticlePerson]:
        """Return the one of several whom "Ms." fits, or the only one who is nobody's relative.

        A surname without a title may be a relative's who was named before it.
        """
        if len(found) < 2:
            return found
        shown = gender or shown_gender(name)
        fitting = [each for each in found if shown and each.gender == shown]
        # A father and his namesake are of one sex.
        if len(fitting) == 1 and not fitting[0].fullest.suffix:
            return fitting
        own = [each for each in found if id(each) not in self._relatives]
        others = [each for each in found if id(each) in self._relatives]
        is_named = any(each.names[0].start < at and not each.fullest.suffix for each in others)
        return own if len(own) == 1 and others and (name.title or not is_named) else found

    def _list_candidates(self, name: PersonName, gender: str = "") -> list[ArticlePerson]:
        """Return those of the surname, or else of the given name, whom the gender fits."""
        shown = gender or shown_gender(name)
        key = surname_key(name) if len(name.words) == 1 else plain_name(name.words[0])
        fitting = [person for person in self._list_near(key) if fits_gender(person.gender, shown)]
        of_surname = [person for person in fitting if may_be_called(person.fullest, key)]
        if is_crowned(name):
            # "King Salman" is no Mohammed bin Salman.
            return [person for person in fitting if may_bear(name, person)]
        if of_surname and not name.title:
            # Once both are named, the name alone may be of either.
            of_surname += [each for each in fitting if is_crowned(each.fullest)]
        if not of_surname and is_of_child(self._text, name):
            return []
        fitting = [person for person in fitting if may_bear(name, person)]
        is_of_surname = name.title and name.title.split()[-1] not in _TITLES_OF_GIVEN_NAMES
        return of_surname or ([] if is_of_surname else fitting)


def _is_body(text: str, person: ArticlePerson) -> bool:
    """Return whether a name is a body's ("Christian Alliance", but not "Michael Bloomberg")."""
    surname = person.fullest.surname
    endings = load_vocabulary().organisation_words | load_word_class("programmes")
    is_thing = not is_given_name(person.fullest.given) and is_common_plural(text, surname)
    if not is_full(person.fullest) or (surname not in endings and not is_thing):
        return False
    return not any(
        name.title or name.role or (not is_full(name) and name.surname == surname)
        for name in person.names
    )


def _is_form(name: PersonName, form: PersonName) -> bool:
    """Return whether two full names of one article are one person's.

    An article that prints a name with "Jr." and without means two persons.
    """
    return not has_both_suffixes((name, form)) and may_be_one(name, form)


def list_known_names(articles: Sequence[ArticlePersons]) -> tuple[set[NameWords], set[NameWords]]:
    """Return the words of the names that any of the articles shows to be a person's, and a body's.

    Of persons without a full name in any they are surnames.
    """
    bodies = set[NameWords]().union(*(each.find_bodies() for each in articles))
    full = set[NameWords]().union(*(each.find_full_names() for each in articles)) - bodies
    titled = set[NameWords]().union(*(each.find_titled() for each in articles))
    return full | titled, bodies
