"""One person of each name over several articles.

Names are joined only where given name, surname, suffix and office do not contradict, and where
they are those of one person only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.story.people.article_person import ArticlePerson
from reader.story.people.same_person import (
    bare_name,
    fits_gender,
    has_both_suffixes,
    has_whole_name,
    is_full,
    may_be_called,
    may_be_one,
    may_be_spelt_otherwise,
    name_form,
    offices_contradict,
    surname_key,
)
from reader.text.values import PersonName
from reader.text.values.name_spelling import plain_name

_MOST_COMPARED = 40
"""Persons with one word in their names that are compared with another one."""


@dataclass(slots=True, eq=False)
class MergedPerson:
    """One person, as each of several articles names it."""

    of_article: dict[int, ArticlePerson] = field(default_factory=dict)
    """By position of the article."""
    full_names: set[PersonName] = field(default_factory=set)
    """Every given name and surname that an article prints, as `bare_name` gives it."""

    @property
    def persons(self) -> list[ArticlePerson]:
        """The persons of the articles."""
        return list(self.of_article.values())

    @property
    def fullest(self) -> PersonName:
        """The fullest name that an article prints, one with initials before one without.

        Of equally full ones it is the most frequent.
        """
        counts = Counter(
            name_form(name) for person in self.persons for name in person.names if name.words
        )
        return max(
            (person.fullest for person in self.persons),
            key=lambda name: (
                is_full(name),
                has_whole_name(name),
                any(len(word.rstrip(".")) == 1 for word in name.words),
                counts[name_form(name)],
                len(name.words),
            ),
        )

    @property
    def gender(self) -> str:
        """m, f or empty, as most articles show it."""
        votes = Counter(person.gender for person in self.persons if person.gender)
        return votes.most_common(1)[0][0] if votes else ""

    @property
    def offices(self) -> frozenset[int]:
        """The offices that the articles give it."""
        return frozenset().union(*(person.offices for person in self.persons))


def merge_persons(articles: Sequence[Sequence[ArticlePerson]]) -> list[MergedPerson]:
    """Join the persons of several articles.

    Args:
        articles: the persons of each, in the order of the articles.

    Returns:
        Every person in one; in the order of their first articles.
    """
    index = _PersonIndex(_find_sons(articles), _find_namesakes(articles))
    short: list[tuple[int, ArticlePerson]] = []
    for article, persons in enumerate(articles):
        for person in persons:
            if person.full_forms:
                index.add_full(article, person)
            else:
                short.append((article, person))
    index.join_spellings()
    for article, person in short:
        index.add_short(article, person)
    return index.merged


def _find_sons(articles: Sequence[Sequence[ArticlePerson]]) -> frozenset[tuple[str, str]]:
    """Return the names (given, surname) that an article prints for two: with "Jr." and without.

    Of the one without, it may print the surname alone.
    """
    found: set[tuple[str, str]] = set()
    for persons in articles:
        named: dict[tuple[str, str], list[PersonName]] = defaultdict(list)
        for person in persons:
            for name in person.full_forms:
                named[plain_name(name.given), surname_key(name)].append(name)
        alone = {surname_key(each.fullest) for each in persons if not each.full_forms}
        found |= {
            key
            for key, names in named.items()
            if has_both_suffixes(names) or (key[1] in alone and names[0].suffix in ("jr", "sr"))
        }
    return frozenset(found)


def _find_namesakes(articles: Sequence[Sequence[ArticlePerson]]) -> frozenset[tuple[str, str]]:
    """Return the names (given, surname) of two persons of an article, one without an initial."""
    found: set[tuple[str, str]] = set()
    for persons in articles:
        with_middle: set[tuple[str, str]] = set()
        without: set[tuple[str, str]] = set()
        for person in persons:
            names = person.full_forms
            keys = {(plain_name(name.given), surname_key(name)) for name in names}
            (with_middle if any(name.middle for name in names) else without).update(keys)
        found |= with_middle & without
    return frozenset(found)


class _PersonIndex:
    """The persons joined so far, by the words of their names."""

    def __init__(
        self, sons: frozenset[tuple[str, str]], namesakes: frozenset[tuple[str, str]]
    ) -> None:
        self._sons = sons
        self._namesakes = namesakes
        self._by_key: dict[str, list[MergedPerson]] = defaultdict(list)
        self.merged: list[MergedPerson] = []

    def add_full(self, article: int, person: ArticlePerson) -> None:
        """Add a person whose given name and surname an article prints."""
        fitting = [each for each in self._find_near(person) if self._fits(each, article, person)]
        self._join(fitting[0] if len(fitting) == 1 else None, article, person)

    def join_spellings(self) -> None:
        """Join persons of different articles whose names differ in the spelling of one word.

        They are not joined where the name of either may be that of a third one.
        """
        for person in list(self.merged):
            fitting = self._list_spelt_otherwise(person)
            if len(fitting) == 1 and self._list_spelt_otherwise(fitting[0]) == [person]:
                self._absorb(person, fitting[0])

    def _list_spelt_otherwise(self, person: MergedPerson) -> list[MergedPerson]:
        """Return those whose names may be another spelling of a person's."""
        near = {
            id(each): each
            for one in person.persons
            for each in self._find_near(one)
            if each is not person
        }
        return [each for each in near.values() if _is_other_spelling(person, each)]

    def _absorb(self, person: MergedPerson, other: MergedPerson) -> None:
        """Give all articles of another person to a person."""
        self.merged.remove(other)
        for known in self._by_key.values():
            if other in known:
                known.remove(other)
        for article, each in other.of_article.items():
            self._join(person, article, each)

    def add_short(self, article: int, person: ArticlePerson) -> None:
        """Add a person of whom an article prints a single name."""
        name = person.fullest
        key = surname_key(name)
        fitting = [
            each
            for each in self._by_key[key][:_MOST_COMPARED]
            if article not in each.of_article
            and fits_gender(each.gender, person.gender)
            and not offices_contradict(each.offices, person.offices)
        ]
        of_surname = [each for each in fitting if may_be_called(each.fullest, key)]
        found = _choose(of_surname or fitting, person)
        self._join(found, article, person)

    def _find_near(self, person: ArticlePerson) -> Iterator[MergedPerson]:
        """Yield those who share a word of the name, each once."""
        seen: set[int] = set()
        for key in _list_keys(person):
            for each in self._by_key[key][:_MOST_COMPARED]:
                if id(each) not in seen:
                    seen.add(id(each))
                    yield each

    def _fits(self, merged: MergedPerson, article: int, person: ArticlePerson) -> bool:
        """Return whether no name and no office contradicts."""
        if article in merged.of_article or offices_contradict(merged.offices, person.offices):
            return False
        others = set(map(bare_name, person.full_forms))
        return bool(merged.full_names) and all(
            self._may_be_one(one, other) for one in merged.full_names for other in others
        )

    def _may_be_one(self, one: PersonName, other: PersonName) -> bool:
        key = plain_name(one.given), surname_key(one)
        if has_both_suffixes((one, other)) and key in self._sons:
            return False
        if key in self._namesakes and bool(one.middle) != bool(other.middle):
            return False
        return may_be_one(one, other)

    def _join(self, merged: MergedPerson | None, article: int, person: ArticlePerson) -> None:
        if merged is None:
            merged = MergedPerson()
            self.merged.append(merged)
        merged.of_article[article] = person
        merged.full_names.update(map(bare_name, person.full_forms))
        for key in _list_keys(person):
            near = self._by_key[key]
            if len(near) < _MOST_COMPARED and merged not in near:
                near.append(merged)


def _is_other_spelling(one: MergedPerson, other: MergedPerson) -> bool:
    """Return whether two persons of different articles may be one whose name is spelt otherwise."""
    if not one.of_article.keys().isdisjoint(other.of_article):
        return False
    if offices_contradict(one.offices, other.offices) or not one.full_names:
        return False
    if not fits_gender(one.gender, other.gender):
        return False
    return all(
        may_be_spelt_otherwise(first, second)
        for first in one.full_names
        for second in other.full_names
    )


def _list_keys(person: ArticlePerson) -> list[str]:
    """Return the surnames and given names of a person, as keys."""
    keys = {
        key
        for name in person.forms.values()
        for key in (surname_key(name), plain_name(name.given))
        if len(key) > 1
    }
    return sorted(keys)


def _choose(found: Sequence[MergedPerson], person: ArticlePerson) -> MergedPerson | None:
    """Return whom a single name means: the only one of it, or of those the one of the office,
    or the one whom other articles call so; None where several are left."""
    if len(found) < 2:
        return found[0] if found else None
    for fitting in (
        [each for each in found if each.offices & person.offices],
        [each for each in found if any(one.is_called_by_surname for one in each.persons)],
    ):
        if len(fitting) == 1:
            return fitting[0]
    return None
