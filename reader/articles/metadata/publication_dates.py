"""The dates of publication, of the last update and of a correction among the dates of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.articles.furniture.boilerplate import is_press_release_label
from reader.articles.furniture.roles import PageRole
from reader.articles.metadata.dates import DATE_WORDS, PrintedDate, find_printed_dates
from reader.articles.metadata.post_times import has_time_of_day

# Paragraphs of the story among which a date with a label is searched.
_LEAD_REACH = 4
_PUBLISHED_OPENINGS = ("published", "posted", "first published")
_HEADER_ROLES = (PageRole.BYLINE, PageRole.DATE, PageRole.BOILERPLATE)
_STORY_ROLES = (PageRole.BOILERPLATE, PageRole.DATE)


class TextDates(NamedTuple):
    """The dates of a text as printed, each None where the text does not state it."""

    published: str | None = None
    updated: str | None = None
    corrected: str | None = None


def find_text_dates(
    texts: Sequence[str], roles: Sequence[PageRole], start: int, other_lines: frozenset[int]
) -> TextDates:
    """Return the dates that a page states of its text, each in its own field.

    Dates below the title, or the byline where there is no title, come first. One above may
    be that of the day on which the page was copied.

    Args:
        texts: the paragraphs of the page.
        roles: their roles.
        start: the position at which the story begins.
        other_lines: positions of lines whose dates are those of other things.
    """
    found: dict[str, str] = {}
    positions = [
        (position, date)
        for position, date in (
            *_find_header_dates(texts, roles, start),
            *_find_story_dates(texts, roles, start),
        )
        if position not in other_lines
    ]
    for position, date in positions:
        found.setdefault(_field_of(date), texts[position][date.span])
    return TextDates(**found)


def _field_of(date: PrintedDate) -> str:
    """Return the field of the date that its label names."""
    label = date.label.split()
    if not DATE_WORDS.words["correction labels"].isdisjoint(label):
        return "corrected"
    return "published" if DATE_WORDS.words["update labels"].isdisjoint(label) else "updated"


def _find_header_dates(
    texts: Sequence[str], roles: Sequence[PageRole], start: int
) -> Iterator[tuple[int, PrintedDate]]:
    """Yield the dates above the story, likeliest first, each with its position."""
    title = _find_reference_line(roles, start)
    for position in (*range(title, start), *range(title)):
        if roles[position] not in (*_HEADER_ROLES, PageRole.HEADER_FIELD):
            continue
        for date in find_printed_dates(texts[position]):
            if roles[position] is PageRole.HEADER_FIELD:
                # That of publication is a field by its name.
                if date.label and _field_of(date) != "published":
                    yield position, date
            elif position >= title or _is_of_text(texts, position, title, date):
                yield position, date


def _find_reference_line(roles: Sequence[PageRole], start: int) -> int:
    """Return the position of the title, else that of the byline, else `start`."""
    for reference in (PageRole.TITLE, PageRole.BYLINE):
        for position, role in enumerate(roles[:start]):
            if role is reference:
                return position
    return start


def _is_of_text(texts: Sequence[str], position: int, title: int, date: PrintedDate) -> bool:
    """Return whether a date above the title is that of the text and not of the page.

    It has a label, or belongs to a press release, or is beside the title and has a time of day.
    """
    if date.label:
        return True
    beside = texts[max(position - 1, 0) : position + 1]
    if any(is_press_release_label(text) for text in beside):
        return True
    return position == title - 1 and has_time_of_day(texts[position])


def _find_story_dates(
    texts: Sequence[str], roles: Sequence[PageRole], start: int
) -> Iterator[tuple[int, PrintedDate]]:
    """Yield the dates with a label in the first lines or in a line `Published …`."""
    for position in range(start, len(texts)):
        if roles[position] not in _STORY_ROLES:
            continue
        text = texts[position]
        is_near = position <= start + _LEAD_REACH
        if is_near or text.lower().startswith(_PUBLISHED_OPENINGS):
            yield from ((position, date) for date in find_printed_dates(text) if date.label)
