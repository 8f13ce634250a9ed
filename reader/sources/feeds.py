"""Feeds: RSS, Atom and JSON Feed, as lists of entries to choose from.

A feed is taken apart in the child process (`reader.processes.page_parser`); `parse_feed` is the
only part of this module that runs there. What a feed links to is as untrusted as what a
page redirects to.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import SourceError
from reader.text.cleaning import Clean, clean, clean_line

if TYPE_CHECKING:
    from reader.sources.web.fetching import FetchProgress

MAX_ENTRIES = 500
"""Of a longer feed only the first are listed."""

MAX_FEED_BYTES = 8 * 1024 * 1024

SECONDS_KEPT = 15 * 60
"""So long a feed that was fetched stays as it is, with the numbers of its entries; later it
is asked for anew, and what was kept serves only if it cannot be had."""

_LONGEST_TITLE = 300
_LONGEST_SUMMARY = 1000
# What is looked at of one field, with its markup.
_LONGEST_FIELD = 20_000
_REFERENCE = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_NUMBERED = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+))")
_KNOWN_TO_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed."""

    title: Clean
    """The title, or else the first words of the summary, or the address."""
    address: Clean
    """An http or https address, in the one form in which it would be asked for."""
    published: Clean | None = None
    """In universal time where the feed's date can be read, else as printed."""
    summary: Clean | None = None
    """In one line, without markup, cut where it is long."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries of a feed, in its order."""

    source: Clean
    """The path or address it came from, as it can be shown."""
    title: Clean | None
    entries: tuple[Entry, ...]
    typed: tuple[str, ...] = ()
    """The address the user typed, if it was one: its host alone may be a private one when
    entries are fetched. To be given to `reader.sources.web.fetching.fetch_all`."""
    notes: tuple[Clean, ...] = ()
    """What the reader should know about it, in one line each."""


def open_feed(
    name: str,
    *,
    refresh: bool = False,
    progress: Callable[[FetchProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Feed:
    """Open the feed at an address or in a file.

    Args:
        name: as the user typed it.
        refresh: whether to fetch an address even where the answer is a few minutes old.
        progress: told how far fetching has come.
        cancelled: asked often while fetching; once it says yes, that ends.

    Raises:
        SourceError: it cannot be had, or is no feed.
        StoppedError: `cancelled` said yes.
    """
    from reader.sources.files import read_file, refusal, shown
    from reader.sources.web.addresses import is_address

    if is_address(name):
        from reader.sources.web.fetching import fetch

        fetched = fetch(
            name,
            refresh=refresh,
            max_age=SECONDS_KEPT,
            progress=progress,
            cancelled=cancelled,
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
        raise refusal(Path(name), error) from error
    return read_feed(data, source=shown(name))


def read_feed(
    data: bytes,
    *,
    source: Clean,
    address: str | None = None,
    charset: str | None = None,
    typed: tuple[str, ...] = (),
    notes: tuple[Clean, ...] = (),
) -> Feed:
    """Read a feed of any of the usual forms.

    Args:
        data: the feed as it came.
        source: the path or address to show.
        address: where it was fetched from, for links that are relative to it.
        charset: from an HTTP header.
        typed: as in `Feed`.
        notes: as in `Feed`.

    Raises:
        SourceError: it is too large, is no feed, or lists nothing.
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
    raw = answer.get("entries")
    if not isinstance(raw, list):
        raise SourceError(
            f"{source}: no feed (RSS, Atom or JSON Feed); to open an article name it without --feed"
        )
    entries: dict[str, Entry] = {}
    for entry in _entries(raw):
        entries.setdefault(entry.address, entry)
    kept = tuple(entries.values())
    if not kept:
        raise SourceError(f"{source}: a feed without an entry that has an http address")
    total = answer.get("total")
    if isinstance(total, int) and total > len(kept):
        left_out = f"{total - len(kept)} of {total} entries are left out: twice there, without an "
        notes += (clean_line(f"{left_out}http address, or beyond the first {MAX_ENTRIES}"),)
    return Feed(source, _line(answer.get("title"), _LONGEST_TITLE), kept, typed, notes)


def parse_feed(payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    """Take a feed apart; runs in the child process.

    Args:
        payload: the feed in UTF-8.
        options: `address`, where it was fetched from, or None.

    Returns `entries` with `title`, `link`, `published` and `summary` each, raw but without
    markup; `title`; and `total`, the number of entries there were. Where it is no feed
    there is none of them.
    """
    text = payload.decode("utf-8", "replace").lstrip()
    address = str(options.get("address") or "")
    if text.startswith(("{", "[")):
        return _json_feed(json.loads(text), address)
    text = _NUMBERED.sub(_possible, _REFERENCE.sub(_numeric, text))
    return _xml_feed(text, address)


def _xml_feed(text: str, address: str) -> dict[str, object]:
    import feedparser

    parsed = feedparser.parse(
        # Never a string: it would be taken for an address or a path.
        io.BytesIO(text.encode()),
        response_headers={
            "content-type": "application/xml; charset=utf-8",
            "content-location": address,
        },
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.get("version") and not parsed.entries:
        return {}
    return {
        "title": _stripped(parsed.feed, "title"),
        "total": len(parsed.entries),
        "entries": [_xml_entry(entry) for entry in parsed.entries[:MAX_ENTRIES]],
    }


def _xml_entry(entry: Any) -> dict[str, object]:
    summary = _stripped(entry, "summary")
    if not summary and entry.get("content"):
        summary = _stripped({"content_detail": entry["content"][0]}, "content")
    return {
        "title": _stripped(entry, "title"),
        "link": _text(entry.get("link")),
        "published": _moment(entry),
        "summary": summary,
    }


def _stripped(holder: Any, field: str) -> str:
    """A field's words without its markup."""
    detail = holder.get(f"{field}_detail") or {}
    value = _text(detail.get("value"))
    if detail.get("type") == "text/plain":
        return value
    return _without_tags(value)


def _moment(entry: Any) -> str:
    """When an entry was published: as ISO 8601 where it can be read, else as printed."""
    from time import strftime

    for field in ("published", "updated", "created"):
        if entry.get(f"{field}_parsed"):
            with suppress(ValueError, OverflowError):
                return strftime("%Y-%m-%dT%H:%MZ", entry[f"{field}_parsed"])
        if entry.get(field):
            return _text(entry[field])
    return ""


def _json_feed(feed: Any, address: str) -> dict[str, object]:
    # https://www.jsonfeed.org/version/1.1/
    from urllib.parse import urljoin

    if not isinstance(feed, dict) or "jsonfeed.org/version" not in _text(feed.get("version")):
        return {}
    items = feed.get("items")
    items = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    entries: list[dict[str, object]] = []
    for item in items[:MAX_ENTRIES]:
        link = _text(item.get("url")) or _text(item.get("external_url"))
        words = _text(item.get("summary")) or _text(item.get("content_text"))
        entries.append({
            "title": _text(item.get("title")),
            "link": urljoin(address, link) if address else link,
            "published": _text(item.get("date_published")),
            "summary": words or _without_tags(_text(item.get("content_html"))),
        })  # fmt: skip
    return {"title": _text(feed.get("title")), "total": len(items), "entries": entries}


def _text(value: object) -> str:
    return value[:_LONGEST_FIELD] if isinstance(value, str) else ""


def _without_tags(markup: str) -> str:
    from reader.sources.formats.tag_stripping import strip_tags

    return " ".join(text for _, text in strip_tags(markup))


def _possible(match: re.Match[str]) -> str:
    """A reference by a number, that of the replacement character where there is no such one.

    The parser would give the whole feed up for a surrogate or a number beyond Unicode.
    """
    digits = match[1] or match[2]
    code = int(digits[:9], 16 if match[1] else 10)
    if len(digits) > 8 or code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "&#65533"
    return match.group()


def _numeric(match: re.Match[str]) -> str:
    """A reference by a name that HTML has and XML has not, as XML can hold it."""
    from html.entities import html5

    name = match[1]
    meant = html5.get(f"{name};")
    if name in _KNOWN_TO_XML or meant is None:
        return match.group()
    return "".join(f"&#{ord(character)};" for character in meant)


def _entries(raw: list[object]) -> Iterator[Entry]:
    """What the child's answer holds, as far as it is as it should be."""
    from reader.sources.formats.pages import readable_date
    from reader.sources.web.addresses import AddressError, parse_address

    for item in raw[:MAX_ENTRIES]:
        if not isinstance(item, dict):
            continue
        try:
            address = clean_line(str(parse_address(_text(item.get("link")).strip())), 4096)
        except AddressError:
            continue
        summary = _line(item.get("summary"), _LONGEST_SUMMARY)
        published = _line(item.get("published"), 100)
        yield Entry(
            title=_line(item.get("title"), _LONGEST_TITLE) or clean_line(summary or address, 80),
            address=address,
            published=clean_line(readable_date(published)) if published else None,
            summary=summary,
        )


def _line(value: object, limit: int) -> Clean | None:
    return (clean_line(value, limit) or None) if isinstance(value, str) else None
