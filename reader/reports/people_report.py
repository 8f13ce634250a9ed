"""The people of a coverage for people: as lines of text, as tables on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.quotes import SpeakerKind
from reader.reports.place_names import name_article
from reader.story import CoveragePeople, PeopleCell, PeopleRow, SpeechCount
from reader.text.excerpts import excerpt

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

NOBODY_NAMED = "No people: the articles name nobody and quote nobody."
_KEY = (
    "words quoted / about words in indirect speech, + more, not counted · not named ○ named, not "
    "heard ? perhaps; ×: how often"
)
_NOT_NAMED, _NOT_HEARD = "·", "○"
_MOST_LISTED = 3
"""Articles whose quotations without a stated speaker are counted apart."""
_MOST_VERBS = 3
_MOST_CALLED = 40
"""Characters of a title or description in a table."""


def format_people_as_text(people: CoveragePeople) -> Iterator[str]:
    """Yield counts, then a line for every person and other speaker, its parts apart by tabs.

    The parts of a line: the number, the name, with its kind where it is no person's, and for each
    article that names it how often and with how many words it is quoted, with which verbs, and
    what it is called.
    """
    if not people.persons and not people.others:
        yield NOBODY_NAMED
        return
    yield from summarize_people(people)
    for heading, rows in list_groups(people):
        yield ""
        yield heading
        for row in rows:
            yield "\t".join([str(row.number), name_row(row), *map(describe_cell, row.cells)])


def name_row(row: PeopleRow) -> str:
    """Return the name of somebody, with its kind where it is no person's."""
    return row.name if row.kind is SpeakerKind.PERSON else f"{row.name} ({row.kind.value})"


def build_people_tables(people: CoveragePeople) -> Iterator[Table | Text]:
    """Yield counts, then tables: persons who are quoted, persons only named, other speakers."""
    from rich.text import Text

    if not people.persons and not people.others:
        yield Text(NOBODY_NAMED)
        return
    for position, article in enumerate(people.articles):
        yield Text(f"{name_article(position)} {article.label}")
    for line in summarize_people(people):
        yield Text(line)
    for heading, rows in list_groups(people):
        yield _build_table(heading, rows, len(people.articles))
    yield Text(_KEY)


def summarize_people(people: CoveragePeople) -> Iterator[str]:
    """Yield how many are quoted, how many are only named, and how much has no stated speaker."""
    heard, once = len(people.heard), len(people.heard_once)
    silent = len(people.never_heard)
    persons = "1 person" if heard == 1 else f"{heard} persons"
    alone = f", {once} in one article only" if len(people.articles) > 1 else ""
    yield f"{persons} heard{alone}; {silent} named and never heard."
    unknown = [
        f"{name_article(position)} {count.times}× {_count_words(count)}"
        for position, count in enumerate(people.unknown)
        if count
    ]
    if len(unknown) > _MOST_LISTED:
        every = sum(people.unknown, SpeechCount())
        total = f"{every.times}× {_count_words(every)} in {len(unknown)} articles"
        yield f"Speaker not stated: {total}."
    elif unknown:
        yield f"Speaker not stated: {', '.join(unknown)}."


def describe_cell(cell: PeopleCell) -> str:
    """Return in one line where and how an article names and quotes somebody."""
    return f"{_name_cell(cell)} {describe_part(cell)}"


def _name_cell(cell: PeopleCell) -> str:
    """Return the article and the paragraph in which it first quotes, or else names, somebody."""
    first = cell.first_spoken or cell.first
    return f"{name_article(cell.article)} ¶{first.number}"


def describe_part(cell: PeopleCell) -> str:
    """Return how an article names and quotes somebody, without its name."""
    counts = [
        f"{words} {count.times}× {about if count.words else ''}{_count_words(count)}"
        for words, about, count in (
            ("direct", "", cell.direct),
            ("in part", "", cell.partial),
            ("indirect", "about ", cell.indirect),
            ("perhaps", "", cell.perhaps),
        )
        if count
    ]
    parts = [", ".join(counts) or "not heard"]
    if cell.verbs:
        parts.append(", ".join(f"{verb.lemma} {verb.times}" for verb in cell.verbs))
    called = [passage.text for passage in (*cell.titles, *cell.descriptions)]
    if called:
        parts.append(" / ".join(f"“{words}”" for words in called))
    return "; ".join(parts)


def list_groups(people: CoveragePeople) -> list[tuple[str, Sequence[PeopleRow]]]:
    """Return the groups of rows that are not empty, with their headings."""
    heard = [row for row in people.persons if row.is_heard]
    perhaps = [row for row in people.persons if row.may_be_heard]
    groups = (
        ("heard", heard),
        ("perhaps heard", perhaps),
        ("named, never heard", people.never_heard),
        ("other speakers", people.others),
    )
    return [(heading, rows) for heading, rows in groups if rows]


def _build_table(heading: str, rows: Sequence[PeopleRow], count: int) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("", justify="right", no_wrap=True)
    table.add_column(heading, ratio=2, min_width=14)
    for position in range(count):
        table.add_column(name_article(position), justify="right", no_wrap=True)
    has_verbs = any(cell.verbs for row in rows for cell in row.cells)
    if has_verbs:
        table.add_column("verbs", ratio=1)
    has_kinds = heading == "other speakers"
    table.add_column("kind" if has_kinds else "called", ratio=2)
    for row in rows:
        cells = [Text(_show_cell(row.cell(position))) for position in range(count)]
        verbs = [Text(_list_verbs(row))] if has_verbs else []
        called = row.kind.value if has_kinds else _list_called(row)
        table.add_row(Text(str(row.number)), Text(row.name), *cells, *verbs, Text(called))
    return table


def _show_cell(cell: PeopleCell | None) -> str:
    """Return the words quoted and those in indirect speech, with how often."""
    if cell is None:
        return _NOT_NAMED
    if not cell.spoken:
        return "?" if cell.perhaps else f"{_NOT_HEARD} {cell.mentions}×"
    more = "+" if cell.indirect.uncounted else ""
    indirect = f"/{cell.indirect.words or ''}{more}" if cell.indirect else ""
    return f"{cell.quoted.words}{indirect} {cell.spoken.times}×"


def _list_verbs(row: PeopleRow) -> str:
    """Return the verbs of all articles, the most frequent first, those alike in all once."""
    uses: dict[str, int] = {}
    for cell in row.cells:
        for verb in cell.verbs:
            uses[verb.lemma] = uses.get(verb.lemma, 0) + verb.times
    return ", ".join(sorted(uses, key=lambda lemma: -uses[lemma])[:_MOST_VERBS])


def _list_called(row: PeopleRow) -> str:
    """Return each article's description of the person, equal words once."""
    called: dict[str, list[str]] = {}
    for cell in row.cells:
        if cell.called is not None:
            called.setdefault(cell.called.text, []).append(name_article(cell.article))
    return "; ".join(
        f"{''.join(names)} {excerpt(words, _MOST_CALLED)}" for words, names in called.items()
    )


def _count_words(count: SpeechCount) -> str:
    if not count.words:
        return "not counted"
    words = "1 word" if count.words == 1 else f"{count.words} words"
    return f"{words} ({count.uncounted}× not counted)" if count.uncounted else words
