"""Parsing of feeds: RSS, Atom and JSON Feed. Runs in the child process only."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

MAX_ENTRIES = 500
"""Of a longer feed only the first are listed."""

MAX_FIELD_CHARACTERS = 20_000
"""Of one field, its markup included."""

_NAMED_REFERENCE = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_NUMERIC_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+))")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_MOST_DIGITS = 8
_DATE_FIELDS = ("published", "updated", "created")


def parse_feed(payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    """Parse a feed.

    Args:
        payload: the feed in UTF-8.
        options: `address`, where it was fetched from, or None.

    Returns `entries` with `title`, `link`, `published` and `summary` each, raw but without
    markup; `title`; and `total`, the number of entries there were. Where it is no feed the
    result is empty.
    """
    text = payload.decode("utf-8", "replace").lstrip()
    address = str(options.get("address") or "")
    if text.startswith(("{", "[")):
        return _parse_json_feed(json.loads(text), address)
    text = _NAMED_REFERENCE.sub(_as_numeric_reference, text)
    return _parse_xml_feed(_NUMERIC_REFERENCE.sub(_valid_reference, text), address)


def _parse_xml_feed(text: str, address: str) -> dict[str, object]:
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
        "title": _plain_field(parsed.feed, "title"),
        "total": len(parsed.entries),
        "entries": [_convert_xml_entry(entry) for entry in parsed.entries[:MAX_ENTRIES]],
    }


def _convert_xml_entry(entry: Any) -> dict[str, object]:
    summary = _plain_field(entry, "summary")
    if not summary and entry.get("content"):
        summary = _plain_field({"content_detail": entry["content"][0]}, "content")
    return {
        "title": _plain_field(entry, "title"),
        "link": _string(entry.get("link")),
        "published": _publication_date(entry),
        "summary": summary,
    }


def _plain_field(holder: Any, field: str) -> str:
    """Return the words of a field without its markup."""
    detail = holder.get(f"{field}_detail") or {}
    value = _string(detail.get("value"))
    if detail.get("type") == "text/plain":
        return value
    return _without_tags(value)


def _publication_date(entry: Any) -> str:
    """Return the date of an entry: in ISO 8601 where it can be parsed, else as printed."""
    from time import strftime

    for field in _DATE_FIELDS:
        if entry.get(f"{field}_parsed"):
            with suppress(ValueError, OverflowError):
                return strftime("%Y-%m-%dT%H:%MZ", entry[f"{field}_parsed"])
        if entry.get(field):
            return _string(entry[field])
    return ""


def _parse_json_feed(feed: Any, address: str) -> dict[str, object]:
    """Parse a JSON Feed, https://www.jsonfeed.org/version/1.1/."""
    from urllib.parse import urljoin

    if not isinstance(feed, dict) or "jsonfeed.org/version" not in _string(feed.get("version")):
        return {}
    items = feed.get("items")
    items = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    entries: list[dict[str, object]] = []
    for item in items[:MAX_ENTRIES]:
        link = _string(item.get("url")) or _string(item.get("external_url"))
        words = _string(item.get("summary")) or _string(item.get("content_text"))
        entries.append({
            "title": _string(item.get("title")),
            "link": urljoin(address, link) if address else link,
            "published": _string(item.get("date_published")),
            "summary": words or _without_tags(_string(item.get("content_html"))),
        })  # fmt: skip
    return {"title": _string(feed.get("title")), "total": len(items), "entries": entries}


def _string(value: object) -> str:
    return value[:MAX_FIELD_CHARACTERS] if isinstance(value, str) else ""


def _without_tags(markup: str) -> str:
    from reader.sources.formats.tag_stripping import strip_tags

    return " ".join(text for _, text in strip_tags(markup))


def _valid_reference(match: re.Match[str]) -> str:
    """Return a numeric reference, that of the replacement character for an invalid number.

    The parser would reject the whole feed for a surrogate or a number beyond Unicode.
    """
    digits = match[1] or match[2]
    code = int(digits[: _MOST_DIGITS + 1], 16 if match[1] else 10)
    if len(digits) > _MOST_DIGITS or code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "&#65533"
    return match.group()


def _as_numeric_reference(match: re.Match[str]) -> str:
    """Return a reference by a name that HTML has and XML has not as numeric references."""
    from html.entities import html5

    name = match[1]
    characters = html5.get(f"{name};")
    if name in _XML_NAMES or characters is None:
        return match.group()
    return "".join(f"&#{ord(character)};" for character in characters)
