"""`reader events`: finds the events of some days, prints them, or opens one."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from reader.cli.archive_progress import ArchiveProgress, stopping_on_interrupt
from reader.cli.commands import ReportForms, print_report
from reader.cli.console import print_message
from reader.cli.find_command import open_found
from reader.errors import NothingToReadError

if TYPE_CHECKING:
    from reader.archive.archive import Archive
    from reader.archive.archive_events import ArchiveEvent
    from reader.articles import Article
    from reader.reports.event_report import ListedEvent


def list_events(arguments: Namespace) -> int:
    """Find the events that the arguments ask for.

    Raises:
        ReaderError: the archive cannot be used, or the work was stopped.
    """
    from reader.archive.archive import Archive
    from reader.reports import event_report as report

    with Archive.open(arguments.archive) as archive:
        with ArchiveProgress() as progress, stopping_on_interrupt() as is_stopped:
            found = archive.events(
                arguments.since,
                arguments.until,
                outlets=arguments.outlets,
                on_progress=progress.show_articles("comparing"),
                is_cancelled=is_stopped,
            )
        if arguments.open is not None:
            return _open_event(archive, found.events, arguments.open)
        listed = [
            _list_event(archive, number, event)
            for number, event in enumerate(found.events[: arguments.top], 1)
        ]
    nothing = report.describe_nothing_found(found.articles_read, arguments.outlets)
    print_report(
        arguments,
        ReportForms(
            json=lambda: report.format_events_as_json(listed),
            tables=lambda: report.build_event_tables(listed, nothing),
            plain=lambda: report.format_events_as_text(listed, nothing),
            nothing=nothing,
        ),
    )
    more = len(found.events) - len(listed)
    if more > 0 and not arguments.json:
        print_message(f"{more:,} more; --top {len(found.events)} lists all")
    return 0


def _open_event(archive: Archive, events: tuple[ArchiveEvent, ...], number: int) -> int:
    if number > len(events):
        raise NothingToReadError(f"--open {number}: there are {len(events)} events in the list")
    articles = _read_articles(archive, events[number - 1])
    return open_found(None, articles, nothing="the event has no article that can be read")


def _list_event(archive: Archive, number: int, event: ArchiveEvent) -> ListedEvent:
    from reader.archive.archive_events import find_event_origins
    from reader.reports.event_report import ListedEvent

    return ListedEvent(number, event, find_event_origins(_read_articles(archive, event)))


def _read_articles(archive: Archive, event: ArchiveEvent) -> list[Article]:
    """Return the articles of an event in its order."""
    found = archive.store.read_articles(each.id for each in event.articles)
    return [found[each.id] for each in event.articles]
