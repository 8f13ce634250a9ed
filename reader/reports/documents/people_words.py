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
    """Describe how an article quotes somebody, or return a sign.

    ("142 words quoted, 30 indirect (1× not counted), 5× in all")
    """
    if cell is None:
        return NOT_NAMED
    if not cell.is_heard:
        return PERHAPS_HEARD if cell.perhaps else f"{NOT_HEARD} {cell.mentions}×"
    said = [f"{cell.quoted.words} quoted"] if cell.quoted.words else []
    if cell.indirect.words:
        more = f" ({cell.indirect.uncounted}× not counted)" if cell.indirect.uncounted else ""
        said.append(f"{cell.indirect.words} indirect{more}")
    elif cell.indirect.uncounted:
        said.append("indirect, not counted")
    if said and said[0][0].isdigit():
        number, _, form = said[0].partition(" ")
        said[0] = f"{number} {'word' if number == '1' else 'words'} {form}"
    times = cell.spoken.times
    return f"{', '.join(said)}, {times}×{' in all' if len(said) > 1 else ''}"


def name_callers(articles: tuple[int, ...]) -> str:
    """Return the articles that call somebody so: `[1] [3]`."""
    return " ".join(map(name_article, articles))
