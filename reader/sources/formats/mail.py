"""Mail, and pages saved with their parts in one file (MHTML, RFC 2557).

The message is unpacked in the child process, see `mail_unpacking`.
"""

from __future__ import annotations

from dataclasses import replace

from reader.articles.article import Article
from reader.articles.parsing import parse_article
from reader.errors import SourceError
from reader.processes.page_parser import PageParserError, parse_in_sandbox
from reader.sources.formats.pages import article_from_page
from reader.text.cleaning import Clean, clean_line

_HEADER_FIELDS = ("title", "outlet", "published")


def read_message(
    data: bytes, *, source: Clean, name: Clean, notes: tuple[Clean, ...] = ()
) -> Article:
    """Return the article of a mail or of a page saved as MHTML.

    Args:
        data: the message with its headers.
        source: the path or address to show.
        name: a short name.
        notes: what is known of the source, one line each.

    Raises:
        SourceError: it cannot be unpacked, or there is no text in it.
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
    stated = {field: value for field in _HEADER_FIELDS if (value := _string(answer, field))}
    note = _string(answer, "note")
    all_notes = (*notes, note) if note else notes
    if kind == "html":
        return article_from_page(
            text,
            source=source,
            name=name,
            encoding=encoding,
            address=_string(answer, "address") or None,
            stated=stated,
            notes=all_notes,
        )
    article = parse_article(text, source=source, name=name, encoding=encoding, notes=all_notes)
    if not article.paragraphs:
        raise SourceError(f"{source}: the message holds no text")
    return _with_stated(article, stated)


def _with_stated(article: Article, stated: dict[str, str]) -> Article:
    fields = {field: clean_line(value) for field, value in stated.items()}
    return replace(
        article,
        title=fields.get("title", article.title),
        outlet=fields.get("outlet", article.outlet),
        published=fields.get("published", article.published),
    )


def _string(answer: dict[str, object], field: str) -> str:
    value = answer.get(field)
    return value if isinstance(value, str) else ""
