"""Pages that are fetched for an archive: from addresses and from the entries of feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reader.archive.article_dates import read_day
from reader.archive.article_store import InputState
from reader.archive.reading_jobs import PageItem, ReadingJob
from reader.errors import SourceError
from reader.sources.callbacks import Cancelled, OnProblem
from reader.text.cleaning import Clean, clean_line

_PAGES_AT_ONCE = 8
"""Addresses that are fetched before the pages are read."""
_READ = InputState("page", 0, True)
TYPICAL_PAGE = 200_000
"""Bytes that a page is taken to have, for the progress."""


class WebPage(NamedTuple):
    """A page to be fetched."""

    address: str
    published: str | None = None
    """The date that a feed states, in ISO format; None if it states none."""
    typed: tuple[str, ...] | None = None
    """The addresses that the user typed, if not this one; see `fetch_all`."""


def list_feed_pages(name: str, *, is_cancelled: Cancelled, on_problem: OnProblem) -> list[WebPage]:
    """Return the pages that the entries of a feed lead to, none where it cannot be opened.

    Args:
        name: the address or file of the feed.
        is_cancelled: called often while it is fetched.
        on_problem: called where it cannot be opened.
    """
    from reader.sources.feeds import open_feed

    try:
        feed = open_feed(name, is_cancelled=is_cancelled)
    except SourceError as error:
        on_problem(error)
        return []
    return [
        WebPage(
            entry.address,
            entry.published if entry.published and read_day(entry.published) else None,
            feed.typed,
        )
        for entry in feed.entries
    ]


def fetch_pages(
    pages: Sequence[WebPage],
    *,
    refresh: bool,
    is_known: Callable[[str], bool],
    on_known: Callable[[], None],
    is_cancelled: Cancelled,
    on_problem: OnProblem,
) -> Iterator[ReadingJob]:
    """Fetch pages and yield the jobs that read them.

    Args:
        pages: the pages.
        refresh: whether to fetch known or cached pages, too.
        is_known: whether the archive has an article of an address.
        on_known: called for each page that is not fetched because it has.
        is_cancelled: called often; once it returns true the fetching ends.
        on_problem: called with each page that cannot be fetched.
    """
    from reader.sources.web.fetching import fetch_all

    new: list[WebPage] = []
    for page in _valid_pages(pages, on_problem):
        if not refresh and is_known(page.address):
            on_known()
        else:
            new.append(page)
    for first in range(0, len(new), _PAGES_AT_ONCE):
        part = new[first : first + _PAGES_AT_ONCE]
        typed = [name for page in part for name in (page.typed or (page.address,))]
        fetched = fetch_all(
            [page.address for page in part],
            typed=typed,
            refresh=refresh,
            is_cancelled=is_cancelled,
            on_problem=on_problem,
        )
        items = tuple(
            PageItem(
                address=answer.address,
                data=answer.data,
                content_type=answer.content_type,
                charset=answer.charset,
                captured=None,
                place="",
                listed=page.published,
                notes=(answer.note,) if answer.note else (),
                input_name=page.address,
            )
            for page, answer in zip(part, fetched, strict=True)
            if answer is not None
        )
        read = {item.input_name: _READ for item in items if item.input_name}
        yield ReadingJob(Clean("the web"), items, len(part) * TYPICAL_PAGE, read)


def _valid_pages(pages: Sequence[WebPage], on_problem: OnProblem) -> Iterator[WebPage]:
    """Yield each page once, with its address in the form in which it is requested."""
    from reader.sources.web.addresses import AddressError, parse_address

    seen: set[str] = set()
    for page in pages:
        try:
            address = str(parse_address(page.address))
        except AddressError as error:
            on_problem(SourceError(f"{clean_line(page.address)}: {error}"))
            continue
        if address not in seen:
            seen.add(address)
            yield page._replace(address=address)
