"""Saved and fetched pages: from their bytes to an article.

The page is decoded and made harmless here, its story found in the child process (see
`worker`, `extraction`), and where that fails the text between its tags is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reader.articles.article import Article
from reader.articles.furniture.roles import ParagraphRole
from reader.articles.parsing import article_from_paragraphs
from reader.errors import SourceError
from reader.processes.page_parser import PageParserError, parse_in_sandbox
from reader.sources.formats.charsets import codec_named, stated_codec
from reader.sources.formats.decoding import Decoded, decode
from reader.sources.formats.tag_stripping import strip_tags
from reader.text.cleaning import Clean, clean_counted

MAX_PAGE_BYTES = 8 * 1024 * 1024
"""A larger page is refused."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_WRONG_ALLOWED = 1 / 1000
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));?")
_EMPTY_ELEMENT = re.compile(
    r"<(script|style|iframe|textarea|title|div|span|p|a|i|b|em|strong)((?:\s[^<>]{0,1000})?)/>"
)
_ROLES = {
    "heading": ParagraphRole.HEADING,
    "title": ParagraphRole.TITLE,
    "caption": ParagraphRole.CAPTION,
    "chrome": ParagraphRole.BOILERPLATE,
    "row": ParagraphRole.BODY,
}
_FEWEST_WORDS = 25


def read_page(
    data: bytes,
    *,
    source: Clean,
    name: Clean,
    charset: str | None = None,
    address: str | None = None,
    notes: tuple[Clean, ...] = (),
) -> Article:
    """The article of a page.

    Args:
        data: the page as saved or sent.
        source: the path or address to show.
        name: a short name.
        charset: from an HTTP header.
        address: where the page was, if known; it is never fetched.
        notes: what is known of the source, one line each.

    Where no story can be told from the rest, all of the page's text is the article, and
    its notes say so.

    Raises:
        SourceError: the page is too large, or there is no word in it.
    """
    if len(data) > MAX_PAGE_BYTES:
        raise SourceError(
            f"{source}: {len(data) / 1024 / 1024:.0f} MB are more than the "
            f"{MAX_PAGE_BYTES // 1024 // 1024} MB a page may have; save its text as a .txt file"
        )
    decoded = decode_page(data, charset)
    return article_of_page(
        decoded.text,
        source=source,
        name=name,
        encoding=decoded.encoding,
        address=address,
        notes=(*notes, *((decoded.note,) if decoded.note else ())),
    )


def article_of_page(
    text: str,
    *,
    source: Clean,
    name: Clean,
    encoding: str,
    address: str | None = None,
    told: Mapping[str, str] = MappingProxyType({}),
    notes: tuple[str, ...] = (),
) -> Article:
    """The same for a page that is decoded already; `told` wins over what the page says."""
    page = _harmless(text)
    extracted = _extracted(page.text, address)
    fields = {**extracted.told, **told}
    if "published" in fields:
        fields["published"] = readable_date(fields["published"])
    article = article_from_paragraphs(
        ((words, _ROLES.get(kind)) for kind, words in extracted.paragraphs),
        source=source,
        name=name,
        stated=fields,
        encoding=encoding,
        notes=(*notes, *filter(None, (extracted.note, page.note(extracted)))),
    )
    if not article.paragraphs:
        raise SourceError(f"{source}: the page holds no text; save what it shows as a .txt file")
    return article


def decode_page(data: bytes, charset: str | None = None) -> Decoded:
    """Read a page as text; never fails.

    A byte order mark decides, then the HTTP header, then what the page says, where the
    bytes agree with it; then the content as for any text.
    """
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return decode(data)
    for codec in (codec_named(charset), stated_codec(data)):
        if codec is None:
            continue
        if codec != "utf-8" and _is_utf_8(data):
            break
        text = data.decode(codec, "replace")
        wrong = text.count("\ufffd")
        if wrong <= len(data) * _WRONG_ALLOWED:
            note = f"{wrong} bytes are not {_familiar(codec)} and were replaced" if wrong else None
            return Decoded(text, _familiar(codec), note)
    return decode(data)


def readable_date(stated: str) -> str:
    """A date as people write it, without the seconds, where it is given as ISO 8601."""
    match = re.fullmatch(
        r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?"
        r"\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
        stated.strip(),
    )
    if not match:
        return stated
    date, time, zone = match.groups()
    if not time:
        return date
    if zone in ("Z", "GMT", "+00:00", "+0000", "-00:00"):
        zone = "UTC"
    return f"{date} {time} {zone}" if zone else f"{date} {time}"


class _Harmless(NamedTuple):
    """A page in which nothing stands that a parser would choke on."""

    text: str
    replaced: int

    def note(self, extracted: _Extracted) -> str | None:
        """How many hidden characters were replaced in what is shown of the page."""
        if not self.replaced:
            return None
        shown = sum(
            sum(map(words.count, "\ufffd\u2421")) + len(re.findall("[\u2400-\u241f]", words))
            for _, words in extracted.paragraphs
        )
        count = min(shown, self.replaced)
        return f"{count} hidden character{'' if count == 1 else 's'} replaced" if count else None


class _Extracted(NamedTuple):
    paragraphs: list[tuple[str, str]]
    told: dict[str, str]
    note: str | None = None


def _harmless(text: str) -> _Harmless:
    """Replace what no text may hold, and the references to it, by the signs for it."""
    cleaning = clean_counted(text)
    replaced = cleaning.replaced

    def exchange(match: re.Match[str]) -> str:
        nonlocal replaced
        code = int(match[1], 16) if match[1] else int(match[2])
        if 0x80 <= code <= 0x9F:
            # https://html.spec.whatwg.org/#numeric-character-reference-end-state
            return bytes((code,)).decode("cp1252", "replace")
        character = chr(code) if code <= 0x10FFFF else "\ufffd"
        harmless = clean_counted(character)
        if harmless.replaced or code > 0x10FFFF:
            replaced += 1
            return harmless.text
        return match.group()

    page = _REFERENCE.sub(exchange, cleaning.text)
    start = page[:2000]
    if start.lstrip().startswith("<?xml") or "http://www.w3.org/1999/xhtml" in start:
        page = _EMPTY_ELEMENT.sub(r"<\1\2></\1>", page)
    return _Harmless(page, replaced)


def _extracted(page: str, address: str | None) -> _Extracted:
    """The story as the child finds it, or else the text between the tags."""
    try:
        answer = parse_in_sandbox("page", page.encode(), {"address": address})
        paragraphs, told = _checked(answer)
        reason = "no story was found in the page"
    except PageParserError as problem:
        paragraphs, told, reason = [], {}, str(problem)
    if _word_count(paragraphs) >= _FEWEST_WORDS:
        return _Extracted(paragraphs, told)
    plain = strip_tags(page)
    if _word_count(plain) <= _word_count(paragraphs):
        return _Extracted(paragraphs, told)
    return _Extracted(plain, told, f"plain extraction: {reason}")


def _checked(answer: dict[str, object]) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """The parts of an answer that have the form they must have."""
    paragraphs = answer.get("paragraphs")
    metadata = answer.get("metadata")
    return (
        [
            (entry[0], entry[1])
            for entry in (paragraphs if isinstance(paragraphs, list) else [])
            if isinstance(entry, list)
            and len(entry) == 2
            and all(isinstance(x, str) for x in entry)
        ],
        {
            field: value
            for field, value in (metadata.items() if isinstance(metadata, dict) else ())
            if isinstance(value, str)
        },
    )


def _word_count(paragraphs: Iterable[tuple[str, str]]) -> int:
    return sum(len(words.split()) for _, words in paragraphs)


def _is_utf_8(data: bytes) -> bool:
    """Is it UTF-8 beyond plain ASCII?"""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _familiar(codec: str) -> str:
    if codec.startswith("cp125"):
        return codec.replace("cp", "windows-")
    return {"cp932": "shift_jis", "cp949": "euc-kr", "big5hkscs": "big5"}.get(codec, codec)
