"""Which of several persons of one surname an article means where it prints the surname alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from reader.quotes.name_forms import fits_gender, fits_generation, is_form_of
from reader.quotes.reporting_vocabulary import load_vocabulary
from reader.text.values.name_generations import Generation
from reader.text.values.name_spelling import NameRelation, relate_names

_MOST_NAMED = 400
"""Full names of one surname that are kept."""


class MeantPerson(NamedTuple):
    """What a surname alone shows."""

    name: str
    """The only person named near it; empty where nobody or several are."""
    is_open: bool
    """Whether any of several persons may be meant."""


class SurnameHolders:
    """The persons of one surname whom an article names in full, relatives included."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._names: list[str] = []
        self._relatives: set[str] = set()
        self._alone: set[str] = set()
        """Those that are printed without another given name before them."""
        self._opens_alone = False
        """Whether the surname is printed with a title alone before any full name."""

    @property
    def opens_alone(self) -> bool:
        """Whether the surname is printed with a title alone before any full name."""
        return self._opens_alone

    def add(self, start: int, name: str, *, is_relative: bool, is_joined: bool = False) -> None:
        """Add a name in full, in the order of the text.

        One without a known given name does not count, unless it is introduced as a relative's.

        Args:
            start: its position.
            name: the name.
            is_relative: whether it is that of somebody's relative, who is hardly meant by a
                surname alone, even where nobody else is named near it.
            is_joined: whether another given name has the surname too ("Ann and Bo Ray"): then
                both are named.
        """
        words = name.split()
        self._opens_alone = self._opens_alone or (len(words) == 1 and not self._names)
        is_shown = is_relative or name in self._relatives
        is_person = len(words) > 1 and (is_shown or words[0] in load_vocabulary().gender)
        if is_person and len(self._starts) < _MOST_NAMED:
            self._starts.append(start)
            self._names.append(name)
            if is_relative:
                self._relatives.add(name)
            if not is_joined:
                self._alone.add(name)

    def find_generation(self, generation: Generation) -> MeantPerson:
        """Find the only one who is the younger, or the elder, of two persons.

        The elder is surely meant only where a younger one is named in full.
        """
        fitting = _tell_apart([n for n in self._names if fits_generation(n, generation)], "")
        has_younger = any(fits_generation(n, Generation.YOUNGER) for n in self._names)
        if has_younger and len(fitting) == 1:
            return MeantPerson(fitting[0], is_open=False)
        return MeantPerson("", is_open=bool(self._names) and bool(fitting or not has_younger))

    def find_meant(self, near: int, position: int, gender: str) -> MeantPerson:
        """Find who is meant at a position.

        One of several persons is meant where no other is named near, or else where the last one
        named is the first one of the article, whom it calls by surname from then on. A name that is
        only printed together with another ("Ann and Bo Ray") is nobody's turn.

        Args:
            near: the start of the paragraph before.
            position: where the surname is printed.
            gender: m or f if its title shows it.
        """
        if len(_tell_apart(self._names, gender)) < 2:
            return MeantPerson("", is_open=False)
        if (titled := self._find_titled(gender)) is not None:
            return MeantPerson(titled, is_open=False)
        last = bisect_right(self._starts, position)
        close = _tell_apart(self._names[bisect_left(self._starts, near) : last], gender)
        if close:
            is_one = len(close) == 1 and close[0] in self._alone - self._relatives
            return MeantPerson(close[0] if is_one else "", is_open=not is_one)
        fitting = (name for name in self._names[:last] if fits_gender(name, gender))
        before = [name for name in fitting if name in self._alone]
        is_first = bool(before) and _is_same(before[0], before[-1])
        return MeantPerson("", is_open=not is_first)

    def _find_titled(self, gender: str) -> str | None:
        """Find the one who is no relative, where the article opens with title and surname alone.

        ("President Vance … with first lady Ann Vance … Vance said": an article that calls somebody
        so names the relatives in full.)
        """
        if not self._opens_alone:
            return None
        found = _tell_apart([n for n in self._names if n not in self._relatives], gender)
        return found[0] if len(found) == 1 else None


def _tell_apart(names: Iterable[str], gender: str) -> list[str]:
    """Return a name of each person, those of another gender left out."""
    persons: list[str] = []
    for name in dict.fromkeys(names):
        if fits_gender(name, gender) and not any(_is_same(name, each) for each in persons):
            persons.append(name)
    return persons


@lru_cache(maxsize=4_096)
def _is_same(one: str, other: str) -> bool:
    """Whether two full names of one surname may be one person's."""
    first, second = one.split(), other.split()
    if is_form_of(first, second) or is_form_of(second, first):
        return True
    return relate_names(first[0], second[0], may_be_nickname=True) is not NameRelation.OTHER
