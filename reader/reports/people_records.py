"""The people of a coverage for other programs: as JSON lines and as CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from reader.articles import Passage
from reader.reports.csv_rows import format_csv_row
from reader.story import CoveragePeople, PeopleCell, PeopleRow, SpeechCount

NOT_STATED = "not stated"
"""In CSV, the kind of the rows of quotations whose speaker no article states."""
SPEECH_COLUMNS = (
    "mentions", "first_paragraph", "names", "titles", "descriptions", "direct_times",
    "direct_words", "partial_times", "partial_words", "indirect_times", "indirect_words",
    "perhaps_times", "perhaps_words", "verbs", "first_spoken_paragraph", "confidence",
)  # fmt: skip
"""The columns of a table about one person in one article."""
_JOINT = "; "


def format_people_as_json(people: CoveragePeople) -> Iterator[str]:
    """Yield a JSON object for every person, then every other speaker, then what is unknown.

    The keys of docs/people.md.
    """
    names = [article.source for article in people.articles]
    for row in (*people.persons, *people.others):
        yield json.dumps(person_record(row, names))
    yield json.dumps({"unknown": list_unknown(people, names)})


def list_unknown(people: CoveragePeople, names: Sequence[str | int]) -> list[dict[str, Any]]:
    """Return, for each article by these names, the quotations without a stated speaker."""
    return [
        {"article": name, **_count_record(count)}
        for name, count in zip(names, people.unknown, strict=True)
    ]


def person_record(row: PeopleRow, names: Sequence[str | int]) -> dict[str, Any]:
    """Return a person, or another speaker, as plain values.

    Args:
        row: the person.
        names: the names of the articles, in their order: sources, or numbers.
    """
    return {
        "name": row.name,
        "kind": row.kind.value,
        "times": row.spoken.times,
        "words": row.spoken.words,
        "mentions": row.mentions,
        "heard_in": [names[position] for position in row.heard_in],
        "articles": [_cell_record(cell, names) for cell in row.cells],
    }


def format_people_as_csv(people: CoveragePeople) -> Iterator[str]:
    """Yield a heading, and a row for every article that names or quotes a person.

    The rows of other speakers follow, then one for each article about unknown speakers.
    """
    yield format_csv_row(("name", "kind", "article", *SPEECH_COLUMNS))
    for name, kind, position, fields in list_speech_rows(people):
        yield format_csv_row((name, kind, people.articles[position].source, *fields))


def list_speech_rows(
    people: CoveragePeople,
) -> Iterator[tuple[str, str, int, tuple[object, ...]]]:
    """Yield name, kind, position of an article, and the `SPEECH_COLUMNS`: persons first.

    Last come rows without a name, about unknown speakers in each article.
    """
    for row in (*people.persons, *people.others):
        for cell in row.cells:
            yield row.name, row.kind.value, cell.article, _list_fields(cell)
    for position, count in enumerate(people.unknown):
        if count:
            yield "", NOT_STATED, position, (*[None] * 11, count.times, count.words, *[None] * 3)


def _list_fields(cell: PeopleCell) -> tuple[object, ...]:
    return (
        cell.mentions,
        cell.first.number,
        _JOINT.join(cell.names),
        _JOINT.join(title.text for title in cell.titles),
        _JOINT.join(each.text for each in cell.descriptions),
        *(
            number
            for count in (cell.direct, cell.partial, cell.indirect, cell.perhaps)
            for number in (count.times, count.words if count.times > count.uncounted else None)
        ),
        _JOINT.join(f"{verb.lemma} {verb.times}" for verb in cell.verbs),
        cell.first_spoken.number if cell.first_spoken else None,
        f"{cell.confidence:.2f}" if cell.spoken else None,
    )


def _cell_record(cell: PeopleCell, names: Sequence[str | int]) -> dict[str, Any]:
    return {
        "article": names[cell.article],
        "mentions": cell.mentions,
        "first": _place_record(cell.first),
        "names": list(cell.names),
        "titles": [_words_record(title) for title in cell.titles],
        "descriptions": [_words_record(each) for each in cell.descriptions],
        "direct": _count_record(cell.direct),
        "partial": _count_record(cell.partial),
        "indirect": _count_record(cell.indirect),
        "perhaps": _count_record(cell.perhaps),
        "verbs": [
            {"verb": verb.lemma, "stance": verb.stance.value, "times": verb.times}
            for verb in cell.verbs
        ],
        "speeches": [
            {
                "form": speech.form.value,
                "stated": speech.is_stated,
                "words": speech.words,
                **_place_record(speech.passage),
            }
            for speech in cell.speeches
        ],
        "first_spoken": _place_record(cell.first_spoken) if cell.first_spoken else None,
        "confidence": cell.confidence if cell.spoken else None,
    }


def _count_record(count: SpeechCount) -> dict[str, int]:
    return {"times": count.times, "words": count.words, "uncounted": count.uncounted}


def _words_record(passage: Passage) -> dict[str, Any]:
    return {"text": passage.text, **_place_record(passage)}


def _place_record(passage: Passage) -> dict[str, int]:
    return {"paragraph": passage.number, "start": passage.start, "end": passage.end}
