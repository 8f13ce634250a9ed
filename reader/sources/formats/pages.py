"""Reads saved and fetched pages as articles.

A page is decoded and sanitized here and its story extracted in the child process (see
`page_extraction`); where that fails, the article is the text between its tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reader.articles.article import Article
from reader.articles.furniture.prose import count_words
from reader.articles.furniture.roles import PageRole
from reader.articles.metadata.date_forms import format_date
from reader.articles.parsing import article_from_paragraphs
from reader.errors import SourceError
from reader.processes.page_parser import PageParserError, parse_in_sandbox
from reader.sources.formats.charsets import common_name, find_codec, find_declared_codec
from reader.sources.formats.decoding import Decoded, decode
from reader.sources.formats.extraction_cache import extract_cached
from reader.sources.formats.tag_stripping import PagePiece, strip_tags
from reader.text.cleaning import Clean, clean_counted, clean_line

MAX_PAGE_BYTES = 8 * 1024 * 1024
"""A larger page is refused."""

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# The share of bytes that may be wrong in a page that is taken to be in its declared encoding.
_TOLERATED_ERRORS = 1 / 1000
# A story with fewer words is doubted.
_FEWEST_WORDS = 25
# Characters in which a declaration of XHTML is searched.
_DECLARATION_REACH = 2000
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));?")
# `<!-- saved from url=(0024)https://… -->`, or `Page saved with SingleFile url: https://…`
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d{1,6}\)|\burl:\s{1,3})(https?://[^\s<>]{4,2000})")
_SAVED_FROM_REACH = 4000
_EMPTY_ELEMENT = re.compile(
    r"<(script|style|iframe|textarea|title|div|span|p|a|i|b|em|strong)((?:\s[^<>]{0,1000})?)/>"
)
PAGE_ROLES = {
    "heading": PageRole.HEADING,
    "title": PageRole.TITLE,
    "caption": PageRole.CAPTION,
    "boilerplate": PageRole.BOILERPLATE,
    "row": PageRole.BODY,
    "story": PageRole.BODY,
    "standfirst": PageRole.STANDFIRST,
    "time": PageRole.ENTRY_TIME,
}
"""The roles of paragraphs by their kinds (see `PagePiece`), where the kind decides."""


def read_page(
    data: bytes,
    *,
    source: Clean,
    name: Clean,
    charset: str | None = None,
    address: str | None = None,
    notes: tuple[Clean, ...] = (),
) -> Article:
    """Return the article of a page.

    Where no story is found, all of the page's text is the article, with a note.

    Args:
        data: the page as saved or sent.
        source: the path or address to show.
        name: a short name.
        charset: from an HTTP header.
        address: where the page was, if known; it is never fetched.
        notes: messages about the source, one line each.

    Raises:
        SourceError: the page is too large, or there is no word in it.
    """
    if len(data) > MAX_PAGE_BYTES:
        raise SourceError(
            f"{source}: {len(data) / 1024 / 1024:.0f} MB are more than the "
            f"{MAX_PAGE_BYTES // 1024 // 1024} MB a page may have; save its text as a .txt file"
        )
    decoded = decode_page(data, charset)
    return article_from_page(
        decoded.text,
        source=source,
        name=name,
        encoding=decoded.encoding,
        address=address,
        notes=(*notes, *((decoded.note,) if decoded.note else ())),
    )


def article_from_page(
    text: str,
    *,
    source: Clean,
    name: Clean,
    encoding: str,
    address: str | None = None,
    stated: Mapping[str, str] = MappingProxyType({}),
    notes: tuple[str, ...] = (),
) -> Article:
    """Return the article of a page that is decoded already.

    Args:
        text: the page.
        source: as for `read_page`, like `name`, `address` and `notes`.
        name: a short name.
        encoding: the encoding the page was read with.
        address: where the page was, if known.
        stated: fields stated outside of the page, which take precedence over its own.
        notes: what is known of the source, one line each.
    """
    page = _sanitize(text)
    story = _extract_story(page.text, address or _saved_address(page.text))
    fields = {**story.metadata, **stated}
    for field in ("published", "updated", "corrected"):
        if field in fields:
            fields[field] = format_date(fields[field])
    article = article_from_paragraphs(
        ((words, PAGE_ROLES.get(kind)) for kind, words in story.paragraphs),
        source=source,
        name=name,
        stated=fields,
        encoding=encoding,
        notes=(*notes, *story.notes, *filter(None, (_replacement_note(page, story),))),
        times=story.times,
    )
    if not article.paragraphs:
        raise SourceError(f"{source}: the page holds no text; save what it shows as a .txt file")
    return article


def decode_page(data: bytes, charset: str | None = None) -> Decoded:
    """Decode the bytes of a page; never fails.

    A byte order mark decides, then the HTTP header, then what the page declares, where the
    bytes agree with it; then the content as for any text.
    """
    if data.startswith(_BYTE_ORDER_MARKS):
        return decode(data)
    for codec in (find_codec(charset), find_declared_codec(data)):
        if codec is None:
            continue
        if codec != "utf-8" and _is_utf_8(data):
            break
        text = data.decode(codec, "replace")
        errors = text.count("\ufffd")
        if errors <= len(data) * _TOLERATED_ERRORS:
            name = common_name(codec)
            note = f"{errors} bytes are not {name} and were replaced" if errors else None
            return Decoded(text, name, note)
    return decode(data)


class _SanitizedPage(NamedTuple):
    """A page without characters that a parser fails on."""

    text: str
    replaced: int
    """Characters, and references to characters, that were replaced."""


class _Story(NamedTuple):
    """The paragraphs of a page, each with its kind, and the metadata that the page states."""

    paragraphs: list[PagePiece]
    metadata: dict[str, str]
    notes: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    """For each paragraph the time of its entry in a live blog, or empty."""


def _sanitize(text: str) -> _SanitizedPage:
    """Replace forbidden characters, and the references to them, by the signs for them."""
    cleaning = clean_counted(text)
    replaced = cleaning.replaced

    def replace_reference(match: re.Match[str]) -> str:
        nonlocal replaced
        code = int(match[1], 16) if match[1] else int(match[2])
        if 0x80 <= code <= 0x9F:
            # https://html.spec.whatwg.org/#numeric-character-reference-end-state
            return bytes((code,)).decode("cp1252", "replace")
        character = chr(code) if code <= 0x10FFFF else "\ufffd"
        cleaned = clean_counted(character)
        if cleaned.replaced or code > 0x10FFFF:
            replaced += 1
            return cleaned.text
        return match.group()

    page = _REFERENCE.sub(replace_reference, cleaning.text)
    start = page[:_DECLARATION_REACH]
    if start.lstrip().startswith("<?xml") or "http://www.w3.org/1999/xhtml" in start:
        page = _EMPTY_ELEMENT.sub(r"<\1\2></\1>", page)
    return _SanitizedPage(page, replaced)


def _replacement_note(page: _SanitizedPage, story: _Story) -> str | None:
    """Return the note with the number of replaced characters in the paragraphs, or None."""
    if not page.replaced:
        return None
    signs = sum(
        sum(map(words.count, "\ufffd\u2421")) + len(re.findall("[\u2400-\u241f]", words))
        for _, words in story.paragraphs
    )
    count = min(signs, page.replaced)
    return f"{count} hidden character{'' if count == 1 else 's'} replaced" if count else None


def _extract_story(page: str, address: str | None) -> _Story:
    """Return the story as the child finds it, or else the text between the tags."""
    try:
        options = {"address": address}
        answer = extract_cached("page", page.encode(), options, parse_in_sandbox)
        story = _check_answer(answer)
        reason = "no story was found in the page"
    except PageParserError as problem:
        story, reason = _Story([], {}), str(problem)
    words = _count_words(story.paragraphs)
    if words >= _FEWEST_WORDS:
        return story
    plain = strip_tags(page)
    if _count_words(plain) <= words:
        return story
    return _Story(plain, story.metadata, (f"plain extraction: {reason}",))


def _saved_address(page: str) -> str | None:
    """Return the address that a browser wrote into the page when it saved it, or None."""
    match = _SAVED_FROM.search(page[:_SAVED_FROM_REACH])
    return match[1] if match else None


def _check_answer(answer: dict[str, object]) -> _Story:
    """Return the parts of an answer that have the form they must have."""
    metadata = answer.get("metadata")
    packed = _as_list(answer.get("paragraphs"))
    columns = [text.split("\n") for text in packed if isinstance(text, str)]
    if len(columns) != 3 or len({len(column) for column in columns}) != 1:
        columns = [[], [], []]
    kinds, texts, times = columns
    return _Story(
        list(zip(kinds, texts, strict=True)),
        {
            field: value
            for field, value in (metadata.items() if isinstance(metadata, dict) else ())
            if isinstance(value, str)
        },
        tuple(clean_line(note) for note in _as_list(answer.get("notes")) if isinstance(note, str)),
        tuple(times),
    )


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _count_words(pieces: Iterable[PagePiece]) -> int:
    return sum(count_words(words) for _, words in pieces)


def _is_utf_8(data: bytes) -> bool:
    """Return whether it is UTF-8 beyond plain ASCII."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
