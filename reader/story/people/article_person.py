"""One person of one article: all places of the name, and what titles show of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.story.people.same_person import (
    NameWords,
    find_offices,
    has_whole_name,
    is_full,
    name_form,
    shown_gender,
)
from reader.text.values import PersonName
from reader.text.values.name_generations import Generation, generation_of
from reader.text.values.name_spelling import plain_name
from reader.text.values.value_lists import list_words


@dataclass(slots=True, eq=False)
class ArticlePerson:
    """One person whom an article names. Spans of names are offsets in its whole text."""

    names: list[PersonName] = field(default_factory=list)
    """In the order of the article."""
    forms: dict[NameWords, PersonName] = field(default_factory=dict)
    """The first name of every form."""
    offices: set[int] = field(default_factory=set)
    """The offices in its titles, as `find_offices` gives them."""
    is_called_by_surname: bool = False
    """Whether the article also prints the surname without a given name."""
    _genders: Counter[str] = field(default_factory=Counter)

    def add(self, name: PersonName) -> None:
        """Add a place of the name."""
        self.names.append(name)
        self.forms.setdefault(name_form(name), name)
        self.offices |= find_offices(name.title)
        self.is_called_by_surname |= not is_full(name)
        if gender := shown_gender(name):
            self._genders[gender] += 1

    @property
    def fullest(self) -> PersonName:
        """The first of the names with most words; one with a given name before any other."""
        return max(
            self.forms.values(),
            key=lambda name: (
                is_full(name),
                has_whole_name(name),
                len("".join(name.words)) + len(name.words),
            ),
        )

    @property
    def full_forms(self) -> list[PersonName]:
        """Its names with given name and surname, each form once."""
        return [name for name in self.forms.values() if is_full(name)]

    @property
    def gender(self) -> str:
        """m, f or empty, as titles, roles and given names say most often."""
        return max(self._genders, key=lambda gender: self._genders[gender], default="")


def list_of_office(persons: Sequence[ArticlePerson], name: PersonName) -> list[ArticlePerson]:
    """Return those who hold the office of a name's title: "President Vance" of two Vances."""
    offices = find_offices(name.title)
    return [person for person in persons if offices & person.offices]


def list_of_generation(
    persons: Sequence[ArticlePerson], generation: Generation
) -> list[ArticlePerson]:
    """Return those who have "Jr." or a number in a full name, or for the elder those who don't."""
    is_younger = generation is Generation.YOUNGER
    return [
        person
        for person in persons
        if is_younger
        == any(generation_of(name.suffix) is Generation.YOUNGER for name in person.forms.values())
    ]


def _crowns() -> frozenset[str]:
    """Return the titles of who has a given name alone: "Queen Ada II" is no "Ada Vance"."""
    return list_words("person_titles", "crowned")


def is_crowned(name: PersonName) -> bool:
    """Return whether a name is a given name after a crowned title: "King Ned"."""
    is_alone = bool(name.given) and not name.surname
    return is_alone and name.title.rpartition(" ")[2] in _crowns()


def may_bear(name: PersonName, person: ArticlePerson) -> bool:
    """Return whether a crowned given name may be a person's, who has the title, too."""
    title = name.title.rpartition(" ")[2]
    if title not in _crowns():
        return True
    is_given = any(plain_name(name.given) == plain_name(each.given) for each in person.names)
    return is_given and any(title in each.title.split() for each in person.names)
