"""Articles from records of news corpora: an object or a row for each article, with named fields.

A record is in this program's format (`reader-article/1`), or has the usual fields: a text, and
metadata of the article. It is as untrusted as any file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from reader.archive.article_dates import ArticleDate, DateSource, find_article_date, read_day
from reader.articles import Article
from reader.articles.line_unwrapping import unwrap_paragraphs
from reader.articles.parsing import MAX_PARAGRAPHS, article_from_paragraphs
from reader.errors import SourceError
from reader.sources.formats.article_records import FORMAT, parse_article_record
from reader.text.cleaning import clean, clean_line

FIELDS = {
    "text": "text maintext body content article article_text plain_text full_text story",
    "title": "title headline heading",
    "outlet": "outlet publication publisher source_name sitename site_name newspaper source",
    "domain": "domain source_domain site sourcedomain",
    "published": (
        "published date published_at publish_date date_publish publication_date date_published "
        "datepublished pub_date pubdate publishedat datetime timestamp date_download"
    ),
    "updated": "updated modified updated_at date_modify date_modified last_modified",
    "byline": "byline author authors writer",
    "address": "url link address uri permalink canonical_url source_url",
    "language": "language lang language_code",
    "id": "id guid uuid article_id docid doc_id",
}
"""The names under which a field of an article is looked for in a record, the first that has a
value; case, spaces and dashes don't matter."""

_NAMES = {field: names.split() for field, names in FIELDS.items()}
_SEPARATORS = re.compile(r"[\s-]+")
_LONGEST_TEXT = 8 * 1024 * 1024
_LONGEST_FIELD = 4096
"""Characters."""
_LANGUAGE_NAMES = {"english": "en", "german": "de", "french": "fr", "spanish": "es"}
_LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2,4})?", re.IGNORECASE)


class ReadArticle(NamedTuple):
    """An article that was read, with its address and origin."""

    article: Article
    date: ArticleDate
    address: str | None = None
    """Where it was on the web, if known."""
    origin: str | None = None
    """The address or path by which a later version of it is known, if there is one."""


def read_record(
    record: object, *, source: str, name: str, renamed: Mapping[str, str] | None = None
) -> ReadArticle:
    """Return the article of a record.

    Args:
        record: the value, as JSON or a table gives it.
        source: the file and place to show, as `news.jsonl, line 7`.
        name: a short name for the article.
        renamed: the names of fields of this file by the names in `FIELDS`.

    Raises:
        SourceError: it holds no article; the message says why, without the source.
    """
    if not isinstance(record, dict):
        raise SourceError("no object with named fields")
    if record.get("format") == FORMAT:
        return _read_own_record(record)
    fields = _read_fields(record, renamed or {})
    text = fields.pop("text", "")
    if not text.strip():
        names = (renamed or {}).get("text", "text, body or content")
        raise SourceError(f"no text in a field {clean_line(names)}")
    address = _read_address(fields.pop("address", ""))
    identity = fields.pop("id", "")
    fields["language"] = _read_language(fields.get("language", ""))
    article = article_from_paragraphs(
        ((paragraph, None) for paragraph in _split_text(text)),
        source=address or source,
        name=name,
        stated={key: value for key, value in fields.items() if value},
    )
    if not article.paragraphs:
        raise SourceError("there is no text in it")
    return ReadArticle(
        article,
        find_article_date(article, place=address or ""),
        address,
        address or (f"{source.partition(', ')[0]}#{identity}" if identity else None),
    )


def _split_text(text: str) -> list[str]:
    """Return the paragraphs of a text, wrapped lines joined."""
    paragraphs = [part.text for part in unwrap_paragraphs(clean(text).split("\n"))]
    if len(paragraphs) > MAX_PARAGRAPHS:
        raise SourceError(f"more than the {MAX_PARAGRAPHS:,} paragraphs an article may have")
    return paragraphs


def _read_own_record(record: Mapping[str, object]) -> ReadArticle:
    """Return the article of a record of this program, with what an export of an archive added."""
    article = parse_article_record(record)
    added = record.get("archive")
    known = added if isinstance(added, dict) else {}
    address = _read_address(str(known.get("address") or article.source))
    return ReadArticle(
        article,
        _read_known_date(known) or find_article_date(article, place=address or ""),
        address,
        address or clean_line(str(known.get("origin") or ""), _LONGEST_FIELD) or None,
    )


def _read_known_date(known: Mapping[str, object]) -> ArticleDate | None:
    try:
        source = DateSource(str(known.get("date_source")))
    except ValueError:
        return None
    day = read_day(str(known.get("date")))
    return ArticleDate(day, source) if day else None


def _read_fields(record: Mapping[object, object], renamed: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that have a value, by the names in `FIELDS`."""
    by_name = {
        _SEPARATORS.sub("_", str(key).strip().lower()): value for key, value in record.items()
    }
    fields: dict[str, str] = {}
    for field, names in _NAMES.items():
        given = renamed.get(field)
        values = [record.get(given)] if given is not None else [by_name.get(name) for name in names]
        limit = _LONGEST_TEXT if field == "text" else _LONGEST_FIELD
        value = next(filter(None, (_as_text(value, field)[:limit] for value in values)), "")
        if value:
            fields[field] = value
    return fields


def _as_text(value: object, field: str) -> str:
    """Return a value as text: several, as of authors, in a row; anything else has none."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list):
        joiner = "\n\n" if field == "text" else ", "
        return joiner.join(filter(None, (_as_text(each, field) for each in value[:10_000])))
    if isinstance(value, dict):
        # As `"source": {"id": …, "name": "The Herald"}`.
        return _as_text(value.get("name") or value.get("title"), field)
    return str(value) if isinstance(value, (int, float)) or hasattr(value, "isoformat") else ""


def _read_address(text: str) -> str | None:
    """Return a web address in the form in which it is requested; None for other text."""
    from reader.sources.web.addresses import AddressError, parse_address

    try:
        return str(parse_address(text.strip().partition("#")[0]))
    except AddressError:
        return None


def _read_language(text: str) -> str:
    known = _LANGUAGE_NAMES.get(text.strip().lower())
    if known:
        return known
    return text.strip().lower() if _LANGUAGE_CODE.fullmatch(text.strip()) else ""
