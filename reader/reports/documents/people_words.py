"""Phrases about the people of a report, shared by its formats."""

from __future__ import annotations

from reader.reports.place_names import name_article
from reader.story import PeopleCell, PeopleRow

NOT_NAMED, NOT_HEARD, PERHAPS_HEARD = "·", "○", "?"
PEOPLE_SIGNS = (
    f"{NOT_NAMED} not named, {NOT_HEARD} named and not heard, {PERHAPS_HEARD} perhaps heard; × is "
    "how often."
)


def list_called(row: PeopleRow) -> list[tuple[str, tuple[int, ...]]]:
    """Return the articles' descriptions of somebody, with article positions; equal words once."""
    called: dict[str, list[int]] = {}
    for cell in row.cells:
        if cell.called is not None:
            called.setdefault(" ".join(cell.called.text.split()), []).append(cell.article)
    return [(words, tuple(articles)) for words, articles in called.items()]


def describe_speech(cell: PeopleCell | None) -> str:
    """Describe how an article quotes somebody: `142 words quoted, 30 indirect, 5×`, or a sign."""
    if cell is None:
        return NOT_NAMED
    if not cell.is_heard:
        return PERHAPS_HEARD if cell.perhaps else f"{NOT_HEARD} {cell.mentions}×"
    counts = [(cell.quoted.words, "quoted"), (cell.indirect.words, "indirect")]
    said = [f"{words} {form}" for words, form in counts if words]
    if cell.indirect.uncounted:
        said.append(f"{cell.indirect.uncounted}× indirect, words not counted")
    return f"{', '.join(said)}, {cell.spoken.times}×"


def name_callers(articles: tuple[int, ...]) -> str:
    """Return the articles that call somebody so: `[1] [3]`."""
    return " ".join(map(name_article, articles))
