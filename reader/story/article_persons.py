"""The persons whom one article names, each with all the places of its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from reader.quote_versions.quote_corrections import CORRECTED_BY_USER
from reader.quotes import ArticleText, Quote, Speaker, SpeakerKind
from reader.quotes.article_names import ArticleNames
from reader.quotes.reporting_vocabulary import load_vocabulary
from reader.quotes.title_lines import TitleLines
from reader.story.name_surroundings import find_descriptions, find_title
from reader.story.same_person import (
    NameWords,
    find_offices,
    fits_gender,
    is_full,
    is_given_name,
    is_no_name,
    may_be_called,
    may_be_one,
    name_form,
    shown_gender,
    surname_key,
)
from reader.story.speeches import STORY_KINDS
from reader.story.surname_evidence import (
    find_names_of_surnames,
    find_partner,
    is_of_child,
)
from reader.text.values import PersonName, find_person_names, parse_person_name
from reader.text.values.name_spelling import plain_name

_POSSESSIVE = re.compile("[’']s? ")
_OF_BODY = re.compile(r"\bthe(?: [A-Z]\w+\.?){1,4} [A-Z]\w+s of [A-Z]")
"""A name of a body that ends as title and surname: "the Associated General Builders of Ohio"."""
_BODY_CHARS = 60
"""Characters before a name in which that of a body begins."""
_MOST_COMPARED = 40
"""Persons with one word in their names that are compared with a name."""
_MOST_OF_SURNAME = 12
"""Persons of one surname among whom the one that is meant is looked for."""
_LEAST_ROLE_WORDS = 3
"""Words of a role that tells who holds it, "the" counted: "the president" may be any."""
_PRONOUN_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_UNNAMED = (SpeakerKind.ROLE, SpeakerKind.SPOKESPERSON)
_MOST_PERSONS = 2_000
"""Persons of one article that are told apart; a list of more names is no story."""


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
                len(name.given.rstrip(".")) > 1,
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


class ArticlePersons:
    """The persons of one article.

    A surname alone is that of the person of this name; where several have it, of the one whom
    the words near it show, and of nobody where they show none.

    Args:
        text: the text of the article.
        quotes: its quotes.
    """

    def __init__(self, text: ArticleText, quotes: Sequence[Quote]) -> None:
        self._text = _blank_furniture(text)
        quoted = [(quote.start, quote.end) for quote in quotes if quote.depth == 0]
        self._names = ArticleNames(self._text, quoted)
        self._titles = TitleLines(self._text)
        self._by_key: dict[str, dict[int, ArticlePerson]] = defaultdict(dict)
        """By the words of their names as keys, then by identity."""
        self._starts: list[int] = []
        self._placed: list[tuple[PersonName, ArticlePerson]] = []
        self._paired: set[str] = set()
        """Surnames, as keys, of two who are named at once."""
        self._holders: dict[str, list[ArticlePerson]] | None = None
        self.persons: list[ArticlePerson] = []

    @staticmethod
    def cut_title(text: str, name: PersonName) -> tuple[int, int]:
        """Return the span of a name in the text without the title before it."""
        first = text.find(name.words[0], name.start, name.end) if name.words else -1
        return (first if first >= 0 else name.start), name.end

    def find_full_names(self) -> set[NameWords]:
        """Return the words of the names that the article itself shows to be persons'."""
        names = find_person_names(self._text)
        found = {name.words for name in names if is_full(name) and not self._is_in_headline(name)}
        found |= find_names_of_surnames(self._text, names)
        return found | {words for words in self._names.full_persons if not is_no_name(words)}

    def _is_in_headline(self, name: PersonName) -> bool:
        """Return whether a full name may be a verb and a surname: "Mayor Rejects Vance's Plan"."""
        is_shown = is_given_name(name.given) or len(name.given.rstrip(".")) == 1
        return not is_shown and self._titles.has(name.start)

    def collect(self, known: Collection[NameWords]) -> None:
        """Find the persons.

        Args:
            known: the words of names that are known to be persons'.
        """
        found = list(self._find_names(known))
        for name in found:
            if is_full(name) and len(self.persons) < _MOST_PERSONS:
                self._add(name, self._find_by_full_name(name) or self._new_person())
        full_starts = {name.start for name in found if is_full(name)}
        for name in found:
            # The given name of one of a pair is found as a name alone, too.
            if name.start in full_starts:
                continue
            person = self._find_by_short_name(name)
            is_in_headline = not name.title and not name.given and self._titles.has(name.start)
            if person is None and not is_in_headline and not self._list_candidates(name):
                person = self._new_person()
            if person is not None:
                self._add(name, person)
        self._drop_bodies()
        for person in self.persons:
            person.names.sort(key=lambda name: name.start)
        self._placed.sort(key=lambda pair: pair[0].start)
        self._starts = [name.start for name, _ in self._placed]

    def _find_names(self, known: Collection[NameWords]) -> Iterator[PersonName]:
        """Yield the names of the text in order, also of those for whom somebody speaks."""
        for name in find_person_names(self._text, known):
            if self._is_of_body(name):
                continue
            if is_full(name) and name.words not in known and self._is_in_headline(name):
                begin = name.end - len(name.surname)
                if self._text.startswith(name.surname, begin):
                    yield PersonName(begin, name.end, surname=name.surname)
            elif not name.is_unnamed:
                if is_full(name) and (partner := find_partner(self._text, name)):
                    self._paired.add(surname_key(name))
                    yield partner
                yield name
            elif principal := self._read_principal(name, known):
                yield principal

    def _is_of_body(self, name: PersonName) -> bool:
        """Return whether a title and a lone word are the end of a body's name."""
        if is_full(name) or not name.title:
            return False
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

    def find_speaker(self, speaker: Speaker) -> ArticlePerson | None:
        """Return the person that a speaker is; None for one who is no person of the article.

        A role right before a name is that person ("the mayor, Ada Brandt"), and so is one that the
        article gives to nobody else ("the fire chief").
        """
        if speaker.kind in (SpeakerKind.DOCUMENT, SpeakerKind.GROUP, SpeakerKind.JOINT):
            return None
        is_corrected = speaker.resolution == CORRECTED_BY_USER
        if not is_corrected and (named := self._find_at(speaker)):
            return named
        if speaker.kind is SpeakerKind.ROLE:
            return self._find_holder(speaker.name)
        if speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.UNKNOWN):
            return None
        gender = _PRONOUN_GENDERS.get(speaker.mention.lower(), "")
        return self.find_by_name(speaker.name, speaker.start, gender)

    def is_described(self, speaker: Speaker) -> bool:
        """Return whether title or description shows that a name of unknown kind is a person's."""
        if speaker.kind is not SpeakerKind.UNKNOWN or not speaker.mention:
            return False
        name = parse_person_name(speaker.mention)
        if name is None or not is_full(name) or is_no_name(name.words):
            return False
        placed = replace(name, start=speaker.start, end=speaker.end)
        has_title = find_title(self._text, placed) is not None
        return has_title or any(True for _ in find_descriptions(self._text, placed))

    def find_by_name(self, printed: str, position: int, gender: str = "") -> ArticlePerson | None:
        """Return the person of a name; None where the article names nobody so.

        Args:
            printed: the name.
            position: where it is meant, as an offset in the text.
            gender: m or f, if a pronoun there shows it.
        """
        name = parse_person_name(printed)
        if name is None or name.is_unnamed:
            return None
        if is_full(name):
            return self._find_by_full_name(name)
        return self._find_by_short_name(name, position, gender)

    def _find_holder(self, role: str) -> ArticlePerson | None:
        """Return the only person to whom the article gives a role, of "the Secretary of State"."""
        words = role.lower().split()
        if len(words) < 2 or words[0] != "the":
            return None
        if self._holders is None:
            self._holders = self._list_holders()
        if len(words) < _LEAST_ROLE_WORDS:
            key = " ".join(words)
        else:
            key = " ".join(words[2:] if words[1] == "new" else words[1:])
        holders = self._holders.get(key, [])
        return holders[0] if len(holders) == 1 else None

    def _list_holders(self) -> dict[str, list[ArticlePerson]]:
        """Return the persons by the last words of their titles and descriptions."""
        holders: dict[str, list[ArticlePerson]] = defaultdict(list)
        for name, person in self._placed:
            title = find_title(self._text, name)
            spans = [*([title] if title else []), *find_descriptions(self._text, name)]
            for begin, end in spans:
                words = self._text[begin:end].lower().split()
                for first in range(len(words)):
                    role = " ".join(words[first:])
                    if person not in holders[role]:
                        holders[role].append(person)
        return holders

    def add_speaker(self, speaker: Speaker) -> ArticlePerson | None:
        """Add a person who is known as a speaker alone.

        None if the words are no name, or may be that of one of several persons.
        """
        name = parse_person_name(speaker.name)
        if name is None or name.is_unnamed or len(self.persons) >= _MOST_PERSONS:
            return None
        if self.is_open(speaker):
            return None
        person = self._new_person()
        placed = PersonName(
            speaker.start, speaker.end, name.given, name.middle, name.surname, name.title,
            suffix=name.suffix, gender=name.gender,
        )  # fmt: skip
        self._add(placed, person)
        return person

    def _drop_bodies(self) -> None:
        """Drop names that end as those of bodies do, of whom nothing shows that it is a person."""
        bodies = {id(person) for person in self.persons if _is_body(person)}
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

    def _find_by_full_name(self, name: PersonName) -> ArticlePerson | None:
        for person in self._list_near(surname_key(name)):
            forms = person.full_forms
            if forms and all(_is_form(name, form) for form in forms):
                return person
        return None

    def is_open(self, speaker: Speaker) -> bool:
        """Return whether a speaker's name alone is that of several persons."""
        name = parse_person_name(speaker.name)
        if name is None or name.is_unnamed or is_full(name):
            return False
        return len(self._list_candidates(name)) > 1

    def _find_by_short_name(
        self, name: PersonName, position: int | None = None, gender: str = ""
    ) -> ArticlePerson | None:
        """Return the person of a surname, or of a given name, at a position."""
        at = name.start if position is None else position
        found = self._list_candidates(name, gender)
        if len(found) < 2:
            return found[0] if found else None
        if surname_key(name) in self._paired:
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

    def _list_candidates(self, name: PersonName, gender: str = "") -> list[ArticlePerson]:
        """Return those of the surname, or else of the given name, whom the gender fits."""
        shown = gender or shown_gender(name)
        key = plain_name(name.words[0].split()[-1])
        fitting = [person for person in self._list_near(key) if fits_gender(person.gender, shown)]
        of_surname = [person for person in fitting if may_be_called(person.fullest, key)]
        if not of_surname and is_of_child(self._text, name):
            return []
        return of_surname or ([] if name.title else fitting)

    def _find_at(self, speaker: Speaker) -> ArticlePerson | None:
        """Return the person whose name the words for a speaker are, or are set before."""
        last = speaker.mention.split()[-1:] if speaker.mention else []
        word = last[0].rstrip(".,’'") if last else ""
        index = bisect_left(self._starts, speaker.start)
        for name, person in self._placed[max(0, index - 1) : index + 2]:
            is_inside = name.start < speaker.end and speaker.start < name.end
            if is_inside and word in (name.words[-1].split()[-1], name.suffix):
                return person
            between = self._text[speaker.end : name.start]
            if speaker.kind in _UNNAMED and between in (", ", " "):
                return person
        return None


def _is_body(person: ArticlePerson) -> bool:
    """Return whether a name is a body's ("Christian Alliance", but not "Michael Bloomberg")."""
    surname = person.fullest.surname
    if not is_full(person.fullest) or surname not in load_vocabulary().organisation_words:
        return False
    return not any(
        name.title or name.role or (not is_full(name) and name.surname == surname)
        for name in person.names
    )


def _is_form(name: PersonName, form: PersonName) -> bool:
    """Return whether two full names of one article are one person's.

    An article that prints a name with "Jr." and without means two persons.
    """
    return name.suffix == form.suffix and may_be_one(name, form)


def _blank_furniture(text: ArticleText) -> str:
    """Return the text with the paragraphs that are not of the story as spaces."""
    parts = [
        paragraph.text.replace("\n", " ")
        if paragraph.kind in STORY_KINDS
        else " " * len(paragraph.text)
        for paragraph in text.article.paragraphs
    ]
    return "\n".join(parts)


def list_known_names(articles: Iterable[ArticlePersons]) -> set[NameWords]:
    """Return the words of the names that any of the articles shows to be a person's."""
    return set().union(*(article.find_full_names() for article in articles))
