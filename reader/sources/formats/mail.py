"""Mail, and pages saved with their parts in one file (MHTML, RFC 2557).

The parts are taken apart in the child process, by the standard library; one of them is
the article, the page with the most words or else the plain text. Attachments stay shut.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.article import Article
from reader.articles.parsing import parse_article
from reader.errors import SourceError
from reader.processes.page_parser import PageParserError, parse_in_sandbox
from reader.sources.formats.pages import MAX_PAGE_BYTES, article_of_page, decode_page, readable_date
from reader.sources.formats.tag_stripping import strip_tags
from reader.text.cleaning import Clean, clean_line

if TYPE_CHECKING:
    from email.message import Message

_MOST_PARTS = 500
_MOST_PAGES = 12
_HEADERS = ("subject", "from", "date")
_ADDRESS_HEADERS = ("snapshot-content-location", "content-location")


def read_message(
    data: bytes, *, source: Clean, name: Clean, notes: tuple[Clean, ...] = ()
) -> Article:
    """The article of a mail or of a page saved as MHTML.

    Args:
        data: the message with its headers.
        source: the path or address to show.
        name: a short name.
        notes: what is known of the source, one line each.

    Raises:
        SourceError: it cannot be taken apart, or there is no text in it.
    """
    try:
        answer = parse_in_sandbox("message", data, {})
    except PageParserError as problem:
        raise SourceError(
            f"{source}: the message could not be read ({clean_line(str(problem))}); "
            "save its text as a .txt file"
        ) from problem
    text, kind = _string(answer, "text"), _string(answer, "kind")
    if not text.strip():
        raise SourceError(f"{source}: the message holds no text, only attachments or nothing")
    encoding = _string(answer, "encoding") or "utf-8"
    headers = {field: _string(answer, field) for field in ("title", "outlet", "published")}
    told = {field: value for field, value in headers.items() if value}
    all_notes = (*notes, *filter(None, (_string(answer, "note"),)))
    if kind == "html":
        return article_of_page(
            text,
            source=source,
            name=name,
            encoding=encoding,
            address=_string(answer, "address") or None,
            told=told,
            notes=all_notes,
        )
    article = parse_article(text, source=source, name=name, encoding=encoding, notes=all_notes)
    if not article.paragraphs:
        raise SourceError(f"{source}: the message holds no text")
    return replace(
        article,
        title=clean_line(told["title"]) if "title" in told else article.title,
        outlet=clean_line(told["outlet"]) if "outlet" in told else article.outlet,
        published=clean_line(told["published"]) if "published" in told else article.published,
    )


def unpack_message(payload: bytes, options: Mapping[str, object]) -> dict[str, object]:
    """The child's side: the part that is the article, and what the headers tell.

    Returns `kind` (`html`, `text`), `text`, `encoding`, `note`, `address`; of mail, but
    not of a saved page, also `title`, `outlet` and `published`. Everything is raw.
    """
    from email import message_from_bytes
    from email.policy import compat32

    message = message_from_bytes(payload.removeprefix(b"\xef\xbb\xbf"), policy=compat32)
    found: dict[str, object] = {"kind": "text", "text": ""}
    pages: list[Message] = []
    texts: list[Message] = []
    for part in _readable_parts(message):
        (pages if _type(part) in ("text/html", "application/xhtml+xml") else texts).append(part)
    for parts, kind in ((pages, "html"), (texts, "text")):
        if chosen := _wordiest(parts, kind):
            found.update(chosen, kind=kind)
            break
    address = next((str(message[key]) for key in _ADDRESS_HEADERS if message[key]), None)
    found["address"] = address
    if not address and not str(message["from"] or "").startswith("<Saved by"):
        found.update(_mail_headers(message))
    return found


def _readable_parts(message: Message) -> Iterator[Message]:
    for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False):
        attached = str(part.get("Content-Disposition") or "").lower().startswith("attachment")
        if (
            not part.is_multipart()
            and not attached
            and _type(part).startswith(("text/html", "text/plain", "application/xhtml+xml"))
        ):
            yield part


def _type(part: Message) -> str:
    return part.get_content_type().lower()


def _wordiest(parts: list[Message], kind: str) -> dict[str, object]:
    best: dict[str, object] = {}
    most = 0
    parts = sorted(parts, key=lambda part: len(str(part.get_payload())), reverse=True)
    for part in parts[:_MOST_PAGES]:
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        decoded = decode_page(content[:MAX_PAGE_BYTES], part.get_content_charset())
        words = _word_count(decoded.text, kind)
        if words > most:
            most = words
            best = {"text": decoded.text, "encoding": decoded.encoding, "note": decoded.note}
    return best


def _word_count(text: str, kind: str) -> int:
    if kind == "text":
        return len(text.split())
    return sum(len(words.split()) for _, words in strip_tags(text))


def _mail_headers(message: Message) -> dict[str, object]:
    from email.utils import parseaddr, parsedate_to_datetime

    subject, sender, date = (_decoded_header(message[name]) for name in _HEADERS)
    fields: dict[str, object] = {"title": subject, "outlet": parseaddr(sender)[0]}
    try:
        fields["published"] = readable_date(parsedate_to_datetime(date).isoformat())
    except (TypeError, ValueError):
        fields["published"] = date
    return fields


def _decoded_header(value: object) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    if value is None:
        return ""
    text = str(value)[:4000]
    try:
        return str(make_header(decode_header(text)))
    except (HeaderParseError, LookupError, ValueError):
        return text


def _string(answer: dict[str, object], field: str) -> str:
    value = answer.get(field)
    return value if isinstance(value, str) else ""
