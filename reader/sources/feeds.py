"""Feeds: RSS, Atom and JSON Feed, as lists of entries to choose from.

A feed is parsed in the child process, see `reader.processes.page_parser`. The links in a
feed are as untrusted as a redirect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import SourceError
from reader.sources.callbacks import Cancelled
from reader.sources.formats.feed_parsing import MAX_ENTRIES, MAX_FIELD_CHARACTERS
from reader.text.cleaning import Clean, clean, clean_line

if TYPE_CHECKING:
    from reader.sources.web.fetch_values import FetchProgress

MAX_FEED_BYTES = 8 * 1024 * 1024

MAX_FEED_AGE = 15 * 60
"""In seconds: for this time a fetched feed is reused, with the numbers of its entries. An
older one is fetched again, and serves only if that fails."""

# Characters.
_LONGEST_TITLE = 300
_LONGEST_SUMMARY = 1000
_LONGEST_DATE = 100
_LONGEST_SUBSTITUTE_TITLE = 80
_LONGEST_ADDRESS = 4096


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed."""

    title: Clean
    """The title, or else the first words of the summary, or the address."""
    address: Clean
    """An http or https address, in the form in which it would be requested."""
    published: Clean | None = None
    """In universal time where the feed's date can be parsed, else as printed."""
    summary: Clean | None = None
    """In one line, without markup, cut where it is long."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries of a feed, in its order."""

    source: Clean
    """The path or address it came from, as it can be shown."""
    title: Clean | None
    entries: tuple[FeedEntry, ...]
    typed: tuple[str, ...] = ()
    """The address the user typed, if it was one: its host alone may be a private one when
    entries are fetched. For `reader.sources.web.fetching.fetch_all`."""
    notes: tuple[Clean, ...] = ()
    """Messages for the user about it, in one line each."""


def open_feed(
    name: str,
    *,
    refresh: bool = False,
    on_progress: Callable[[FetchProgress], None] | None = None,
    is_cancelled: Cancelled | None = None,
) -> Feed:
    """Open the feed at an address or in a file.

    Args:
        name: as the user typed it.
        refresh: whether to fetch an address even where the answer is a few minutes old.
        on_progress: called with the progress of fetching.
        is_cancelled: called often while fetching; once it returns true, that ends.

    Raises:
        SourceError: it cannot be opened, or is no feed.
        StoppedError: `is_cancelled` returned true.
    """
    from reader.sources.files import format_path, opening_error, read_file
    from reader.sources.web.addresses import is_address

    if is_address(name):
        from reader.sources.web.fetching import fetch

        fetched = fetch(
            name,
            refresh=refresh,
            max_age=MAX_FEED_AGE,
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )
        return read_feed(
            fetched.data,
            source=clean_line(name.partition("#")[0]),
            address=fetched.address,
            charset=fetched.charset,
            typed=(name,),
            notes=(fetched.note,) if fetched.note else (),
        )
    try:
        data, _ = read_file(Path(name))
    except (OSError, ValueError) as error:
        raise opening_error(Path(name), error) from error
    return read_feed(data, source=format_path(name))


def read_feed(
    data: bytes,
    *,
    source: Clean,
    address: str | None = None,
    charset: str | None = None,
    typed: tuple[str, ...] = (),
    notes: tuple[Clean, ...] = (),
) -> Feed:
    """Return the feed in the bytes, in any of the usual forms.

    Args:
        data: the feed as it came.
        source: the path or address to show.
        address: where it was fetched from, for links that are relative to it.
        charset: from an HTTP header.
        typed: as in `Feed`.
        notes: as in `Feed`.

    Raises:
        SourceError: it is too large, is no feed, or has no entry.
    """
    from reader.processes.page_parser import PageParserError, parse_in_sandbox
    from reader.sources.formats.pages import decode_page

    if len(data) > MAX_FEED_BYTES:
        raise SourceError(f"{source}: more than the {MAX_FEED_BYTES >> 20} MB a feed may have")
    text = clean(decode_page(data, charset).text)
    try:
        answer = parse_in_sandbox("feed", text.encode(), {"address": address})
    except PageParserError as problem:
        raise SourceError(f"{source}: it could not be read as a feed ({problem})") from problem
    raw_entries = answer.get("entries")
    if not isinstance(raw_entries, list):
        raise SourceError(
            f"{source}: no feed (RSS, Atom or JSON Feed); to open an article name it without --feed"
        )
    by_address: dict[str, FeedEntry] = {}
    for entry in convert_entries(raw_entries):
        by_address.setdefault(entry.address, entry)
    entries = tuple(by_address.values())
    if not entries:
        raise SourceError(f"{source}: a feed without an entry that has an http address")
    total = answer.get("total")
    if isinstance(total, int) and total > len(entries):
        omitted = (
            f"{total - len(entries)} of {total} entries are left out: twice there, without an "
        )
        notes += (clean_line(f"{omitted}http address, or beyond the first {MAX_ENTRIES}"),)
    return Feed(source, _clean_field(answer.get("title"), _LONGEST_TITLE), entries, typed, notes)


def convert_entries(raw_entries: list[object]) -> Iterator[FeedEntry]:
    """Yield the valid entries among those of the child's answer, cleaned."""
    from reader.articles.metadata.date_forms import format_date
    from reader.sources.web.addresses import AddressError, parse_address

    for raw in raw_entries[:MAX_ENTRIES]:
        if not isinstance(raw, dict):
            continue
        link = raw.get("link")
        try:
            parsed = parse_address(
                link[:MAX_FIELD_CHARACTERS].strip() if isinstance(link, str) else ""
            )
        except AddressError:
            continue
        address = clean_line(str(parsed), _LONGEST_ADDRESS)
        title = _clean_field(raw.get("title"), _LONGEST_TITLE)
        summary = _clean_field(raw.get("summary"), _LONGEST_SUMMARY)
        published = _clean_field(raw.get("published"), _LONGEST_DATE)
        yield FeedEntry(
            title=title or clean_line(summary or address, _LONGEST_SUBSTITUTE_TITLE),
            address=address,
            published=clean_line(format_date(published)) if published else None,
            summary=summary,
        )


def _clean_field(value: object, limit: int) -> Clean | None:
    return (clean_line(value, limit) or None) if isinstance(value, str) else None
