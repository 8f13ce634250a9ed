"""The people that are listed, in sections, in one of several orders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from reader.app.matrix.row_filter import RowFilter
from reader.quotes import SpeakerKind
from reader.story.people.coverage_people import CoveragePeople, PeopleRow
from reader.text.words import strip_accents

HEARD = "heard"
PERHAPS = "perhaps heard"
SILENT = "named, never heard"
OTHERS = "other speakers"
PERSONS = "persons"
HEARD_ONCE = "heard in one article only"
HEARD_OFTEN = "heard in several articles"


class PeopleOrder(Enum):
    """An order of the listed people; the values are displayed."""

    WORDS = "most words first"
    NAME = "by name"
    ONE_ARTICLE = "one article only first"


@dataclass(frozen=True, slots=True)
class PeopleSection:
    """Rows under one heading."""

    heading: str
    rows: tuple[PeopleRow, ...]
    """At least one."""


class PeopleCounts(NamedTuple):
    """Counts of people, over all articles."""

    heard: int
    heard_once: int
    """Of them, those who are quoted in one article only."""
    silent: int
    """Persons who are named and surely quoted nowhere."""
    in_one_article: int
    """Rows, other speakers among them, that one article alone has."""
    rows: int
    most_words: int
    """The words of the cell with most of them, at least 1."""


def count_people(people: CoveragePeople) -> PeopleCounts:
    """Return the counts of a coverage's people."""
    every = (*people.persons, *people.others)
    return PeopleCounts(
        len(people.heard),
        len(people.heard_once),
        len(people.never_heard),
        sum(map(is_in_one_article, every)),
        len(every),
        max((cell.words for row in every for cell in row.cells), default=0) or 1,
    )


def list_sections(
    people: CoveragePeople,
    order: PeopleOrder,
    *,
    is_folded: bool = False,
    row_filter: RowFilter | None = None,
) -> tuple[PeopleSection, ...]:
    """Return the rows in sections that are not empty; other speakers are always last.

    Args:
        people: all of them.
        order: how they are ordered.
        is_folded: whether those whom one article alone names are left out.
        row_filter: the filter of the listed rows; None lists all.
    """

    def keep(rows: Iterable[PeopleRow]) -> tuple[PeopleRow, ...]:
        chosen = (
            row
            for row in rows
            if not (is_folded and is_in_one_article(row))
            and (row_filter is None or matches(row_filter, row))
        )
        return tuple(chosen)

    sections = (PeopleSection(heading, keep(rows)) for heading, rows in _divide(people, order))
    return tuple(section for section in sections if section.rows)


def _divide(people: CoveragePeople, order: PeopleOrder) -> list[tuple[str, tuple[PeopleRow, ...]]]:
    """Return the headings with all of their rows, in order."""
    perhaps = tuple(row for row in people.persons if row.may_be_heard)
    if order is PeopleOrder.NAME:
        return [(PERSONS, _sort_by_name(people.persons)), (OTHERS, _sort_by_name(people.others))]
    if order is PeopleOrder.ONE_ARTICLE:
        often = tuple(row for row in people.heard if len(row.heard_in) > 1)
        heard = [(HEARD_ONCE, people.heard_once), (HEARD_OFTEN, often)]
    else:
        heard = [(HEARD, people.heard)]
    return [*heard, (PERHAPS, perhaps), (SILENT, people.never_heard), (OTHERS, people.others)]


def _sort_by_name(rows: Iterable[PeopleRow]) -> tuple[PeopleRow, ...]:
    """Return rows by the surname, then by the rest of the name."""
    return tuple(sorted(rows, key=_name_key))


def _name_key(row: PeopleRow) -> tuple[str, str]:
    name = strip_accents(row.name.casefold())
    if row.kind is not SpeakerKind.PERSON:
        return name.removeprefix("the ").removeprefix("a "), name
    words = name.replace(", jr.", "").removesuffix(" jr.").removesuffix(" sr.").split()
    return (words[-1] if words else "", name)


def is_in_one_article(row: PeopleRow) -> bool:
    """Return whether one article alone names or quotes somebody."""
    return len(row.cells) == 1


def matches(row_filter: RowFilter, row: PeopleRow) -> bool:
    """Return whether a row has the words and the articles of a filter, and none it excludes."""
    named_in = frozenset(row.named_in)
    if not row_filter.articles <= named_in or row_filter.without_articles & named_in:
        return False
    text = searched_text(row)
    return all(word in text for word in row_filter.words) and not any(
        word in text for word in row_filter.without_words
    )


def searched_text(row: PeopleRow) -> str:
    """Return the text that a filter searches: names, kind, descriptions, verbs."""
    texts: list[str] = [row.name, row.kind.value]
    for cell in row.cells:
        texts += cell.names
        texts += (passage.text for passage in (*cell.titles, *cell.descriptions))
        texts += (verb.lemma for verb in cell.verbs)
    return strip_accents("\n".join(texts).casefold())
