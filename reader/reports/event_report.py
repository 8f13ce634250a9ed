"""The events of an archive that several outlets report: JSON lines, lines of text, tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.reports.found_articles_report import add_ratio_column

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reader.archive.archive_events import ArchiveEvent
    from reader.story.shared_copy.origins import Origin

_MOST_OUTLETS = 6
"""Most outlets that lines and tables name."""


class ListedEvent(NamedTuple):
    """An event with its number in a list and its origins."""

    number: int
    """From 1."""
    event: ArchiveEvent
    origins: tuple[Origin, ...]
    """Which of its articles, by their position, carry one copy."""


def format_events_as_json(events: Sequence[ListedEvent]) -> Iterator[str]:
    """Yield an object for every event.

    The keys: `event`, its number; `label`; `first_day` and `last_day`; `outlets`; `articles`,
    each with `number`, `outlet`, `date`, `date_source`, `address` and `language`; `origins`, each
    with `articles` (numbers of the archive), `name` and `why`, the last two or null.
    """
    for number, event, origins in events:
        yield json.dumps(
            {
                "event": number,
                "label": event.label,
                "first_day": event.first_day.isoformat(),
                "last_day": event.last_day.isoformat(),
                "outlets": list(event.outlets),
                "articles": [
                    {
                        "number": each.id,
                        "outlet": each.outlet,
                        "date": each.date.isoformat() if each.date else None,
                        "date_source": each.date_source.value,
                        "address": each.address,
                        "language": each.language,
                    }
                    for each in event.articles
                ],
                "origins": [
                    {
                        "articles": [event.articles[at].id for at in origin.articles],
                        "name": origin.name,
                        "why": origin.reason,
                    }
                    for origin in origins
                ],
            }
        )


def format_events_as_text(events: Sequence[ListedEvent], nothing: str) -> Iterator[str]:
    """Yield three lines and more for every event, or `nothing`."""
    if not events:
        yield nothing
    for each in events:
        yield f"{each.number}. {each.event.label}"
        yield f"    {describe_days(each.event)}: {describe_size(each)}"
        yield f"    {describe_outlets(each.event)}"
        for line in describe_copies(each):
            yield f"    {line}"
        yield f"    {describe_numbers(each.event)}"


def build_event_tables(events: Sequence[ListedEvent], nothing: str) -> Iterator[RenderableType]:
    """Yield a table for a terminal, or `nothing`."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    if not events:
        yield Text(nothing)
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 1, 0))
    table.add_column("no.", justify="right", no_wrap=True)
    for name, ratio in (("days", 2), ("event", 4), ("outlets", 4)):
        add_ratio_column(table, name, ratio)
    for each in events:
        table.add_row(
            Text(str(each.number)),
            Text(describe_days(each.event)),
            Text.assemble((each.event.label, "bold"), "\n", describe_size(each)),
            Text(
                "\n".join(
                    (
                        describe_outlets(each.event),
                        *describe_copies(each),
                        describe_numbers(each.event),
                    )
                )
            ),
        )
    yield table


def describe_days(event: ArchiveEvent) -> str:
    """Return the first and the last day of an event."""
    first, last = event.first_day.isoformat(), event.last_day.isoformat()
    return first if first == last else f"{first} to {last}"


def describe_size(listed: ListedEvent) -> str:
    """Return how many articles and outlets report an event, and how many origins they have."""
    event = listed.event
    origins = len(listed.origins)
    return ", ".join(
        f"{count} {name}{'s' * (count != 1)}"
        for count, name in (
            (len(event.articles), "article"),
            (len(event.outlets), "outlet"),
            (origins, "origin"),
        )
    )


def describe_numbers(event: ArchiveEvent) -> str:
    """Return the numbers that the articles of an event have in the archive."""
    return f"in the archive: {', '.join(str(one.id) for one in event.articles)}"


def describe_nothing_found(articles_read: int, outlets: int) -> str:
    """Return why there is no event: no article of these days, or none of so many outlets."""
    if not articles_read:
        return "Nothing found: the archive has no article with a date of these days."
    plural = "s" * (articles_read != 1)
    return (
        f"Nothing found: {articles_read:,} article{plural} of these days compared, no event that "
        f"{outlets} outlet{'s' * (outlets != 1)} report."
    )


def describe_outlets(event: ArchiveEvent) -> str:
    """Return the outlets of an event, those with most articles first."""
    shown = ", ".join(event.outlets[:_MOST_OUTLETS])
    more = len(event.outlets) - _MOST_OUTLETS
    return f"{shown} and {more} more" if more > 0 else shown


def describe_copies(listed: ListedEvent) -> Iterator[str]:
    """Yield a line for every origin whose copy several articles carry."""
    for origin in listed.origins:
        if len(origin.articles) > 1:
            outlets = dict.fromkeys(
                listed.event.articles[at].outlet or "unknown outlet" for at in origin.articles
            )
            of = f" of {origin.name}" if origin.name else ""
            yield f"one copy{of} in {len(origin.articles)} articles: {', '.join(outlets)}"
