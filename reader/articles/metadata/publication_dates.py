"""The date of publication of a text among the dates around it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles.furniture.boilerplate import is_press_release_label
from reader.articles.furniture.roles import PageRole
from reader.articles.metadata.dates import DATE_WORDS, PrintedDate, find_date
from reader.articles.metadata.post_times import has_time_of_day

# Paragraphs of the story among which a date with a label is searched.
_LEAD_REACH = 4
_PUBLISHED_OPENINGS = ("published", "posted", "first published")
_HEADER_ROLES = (PageRole.BYLINE, PageRole.DATE, PageRole.BOILERPLATE)
_STORY_ROLES = (PageRole.BOILERPLATE, PageRole.DATE)


def find_publication_date(
    texts: Sequence[str], roles: Sequence[PageRole], start: int
) -> str | None:
    """Return the date of publication as printed, or else that of the last update, or None.

    Dates below the title, or the byline where there is no title, come first. One above may
    be that of the day on which the page was copied.

    Args:
        texts: the paragraphs of the page.
        roles: their roles.
        start: the position at which the story begins.
    """
    title = _find_reference_line(roles, start)
    updated: str | None = None
    order: list[int] = [*range(title, start), *range(title)]
    for position in order:
        text = texts[position]
        date = find_date(text) if roles[position] in _HEADER_ROLES else None
        if not date or (position < title and not _is_of_text(texts, position, title, date)):
            continue
        if DATE_WORDS.words["update labels"].isdisjoint(date.label.split()):
            return text[date.span]
        updated = updated or text[date.span]
    return _find_date_in_story(texts, roles, start) or updated


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


def _find_date_in_story(texts: Sequence[str], roles: Sequence[PageRole], start: int) -> str | None:
    """Return the first date with a label in the first lines or in a line `Published …`."""
    for position in range(start, len(texts)):
        if roles[position] not in _STORY_ROLES:
            continue
        text = texts[position]
        is_near = position <= start + _LEAD_REACH
        if not is_near and not text.lower().startswith(_PUBLISHED_OPENINGS):
            continue
        date = find_date(text)
        if date and date.label:
            return text[date.span]
    return None
