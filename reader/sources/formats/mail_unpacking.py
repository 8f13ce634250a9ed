"""Unpacking of messages by the standard library. Runs in the child process only.

One part of a message is the article: the page with the most words, or else the plain text.
Attachments are not opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reader.articles.metadata.date_forms import format_date
from reader.sources.formats.pages import MAX_PAGE_BYTES, decode_page
from reader.sources.formats.tag_stripping import strip_tags
from reader.text.words import strip_accents

if TYPE_CHECKING:
    from email.message import Message

_MOST_PARTS = 500
# Parts of one kind whose words are counted, the longest first.
_MOST_CANDIDATES = 12
# Characters.
_LONGEST_HEADER = 4000
_WORD = re.compile(r"[^\W_]{1,80}")
# Letters of a word of a name by which a domain is recognised.
_SHORTEST_OUTLET_WORD = 3
_HEADERS = ("subject", "from", "date")
_ADDRESS_HEADERS = ("snapshot-content-location", "content-location")
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_READABLE_TYPES = ("text/html", "text/plain", "application/xhtml+xml")


def unpack_message(payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    """Return the part of a message that is the article, and the fields in its headers.

    Args:
        payload: the message.
        options: none are used.

    Returns `kind` (`html`, `text`), `text`, `encoding`, `note`, `address`; of mail, but
    not of a saved page, also `title`, `outlet` and `published`. Everything is raw.
    """
    from email import message_from_bytes
    from email.policy import compat32

    message = message_from_bytes(payload.removeprefix(b"\xef\xbb\xbf"), policy=compat32)
    answer: dict[str, object] = {"kind": "text", "text": ""}
    pages: list[Message] = []
    texts: list[Message] = []
    for part in _readable_parts(message):
        (pages if _media_type(part) in _PAGE_TYPES else texts).append(part)
    for parts, kind in ((pages, "html"), (texts, "text")):
        if chosen := _find_wordiest(parts, kind):
            answer.update(chosen, kind=kind)
            break
    address = next((str(message[key]) for key in _ADDRESS_HEADERS if message[key]), None)
    answer["address"] = address
    if not address and not str(message["from"] or "").startswith("<Saved by"):
        answer.update(_header_fields(message))
    return answer


def _readable_parts(message: Message) -> Iterator[Message]:
    for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False):
        disposition = str(part.get("Content-Disposition") or "").lower()
        if (
            not part.is_multipart()
            and not disposition.startswith("attachment")
            and _media_type(part).startswith(_READABLE_TYPES)
        ):
            yield part


def _media_type(part: Message) -> str:
    return part.get_content_type().lower()


def _find_wordiest(parts: list[Message], kind: str) -> dict[str, object]:
    """Return text, encoding and note of the part with the most words, nothing without words."""
    wordiest: dict[str, object] = {}
    most = 0
    parts = sorted(parts, key=lambda part: len(str(part.get_payload())), reverse=True)
    for part in parts[:_MOST_CANDIDATES]:
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        decoded = decode_page(content[:MAX_PAGE_BYTES], part.get_content_charset())
        words = _count_words(decoded.text, kind)
        if words > most:
            most = words
            wordiest = {"text": decoded.text, "encoding": decoded.encoding, "note": decoded.note}
    return wordiest


def _count_words(text: str, kind: str) -> int:
    if kind == "text":
        return len(text.split())
    return sum(len(words.split()) for _, words in strip_tags(text))


def _header_fields(message: Message) -> dict[str, object]:
    from email.utils import parseaddr, parsedate_to_datetime

    subject, sender, date = (_decode_header(message[name]) for name in _HEADERS)
    fields: dict[str, object] = {"title": subject}
    if _is_outlet(*parseaddr(sender)):
        fields["outlet"] = parseaddr(sender)[0]
    try:
        fields["published"] = format_date(parsedate_to_datetime(date).isoformat())
    except (TypeError, ValueError):
        fields["published"] = date
    return fields


def _is_outlet(name: str, address: str) -> bool:
    """Return whether the sender of a mail is called as the domain of its address is.

    Whoever else sends or forwards a text need not be its outlet: `Anna Bell <anna@mail.example>`.
    """
    _, _, domain = strip_accents(address.lower()).rpartition("@")
    words = _WORD.findall(strip_accents(name.lower()))
    longest = max(words, key=len, default="")
    return len(longest) >= _SHORTEST_OUTLET_WORD and longest in domain.replace("-", "")


def _decode_header(value: object) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    if value is None:
        return ""
    text = str(value)[:_LONGEST_HEADER]
    try:
        return str(make_header(decode_header(text)))
    except (HeaderParseError, LookupError, ValueError):
        return text
