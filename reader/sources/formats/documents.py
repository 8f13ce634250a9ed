"""Reads office documents as articles.

A document is unpacked in the child process, see `document_unpacking`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from reader.articles.article import Article
from reader.articles.furniture.roles import PageRole
from reader.articles.metadata.bylines import find_byline
from reader.articles.metadata.date_forms import format_date
from reader.articles.metadata.dates import find_date
from reader.articles.parsing import MAX_PARAGRAPHS, article_from_paragraphs
from reader.errors import SourceError
from reader.processes.page_parser import PageParserError, parse_in_sandbox
from reader.sources.formats.pages import PAGE_ROLES
from reader.text.cleaning import Clean, clean_line
from reader.text.word_lists import WordLists

_FILE_AUTHORS = WordLists(__file__, "file_authors")


def read_document(
    data: bytes, *, source: Clean, name: Clean, notes: tuple[Clean, ...] = ()
) -> Article:
    """Return the article of a Word document or an OpenDocument text.

    What the text itself states takes precedence over the properties of its file, which may be
    those of a template: they serve where it states nothing, with a note.

    Args:
        data: the document, a ZIP archive.
        source: the path or address to show.
        name: a short name.
        notes: what is known of the source, one line each.

    Raises:
        SourceError: it is another kind of archive, damaged, or without text.
    """
    try:
        answer = parse_in_sandbox("document", data, {})
    except PageParserError as problem:
        raise SourceError(
            f"{source}: the document could not be read ({clean_line(str(problem))}); "
            "save its text as a .txt file"
        ) from problem
    if refusal := answer.get("refusal"):
        raise SourceError(f"{source}: {clean_line(str(refusal))}")
    return article_from_pieces(answer, source=source, name=name, notes=notes)


def article_from_pieces(
    answer: dict[str, object], *, source: Clean, name: Clean, notes: tuple[Clean, ...]
) -> Article:
    """Return the article of a document that is unpacked.

    Args:
        answer: of the child process, with `paragraphs` and `properties`.
        source: as for `read_document`, like `name` and `notes`.
        name: a short name.
        notes: what is known of the source.

    Raises:
        SourceError: there is no text in it, or too much.
    """
    pieces = _check_pieces(answer.get("paragraphs"))
    if len(pieces) > MAX_PARAGRAPHS:
        raise SourceError(
            f"{source}: more than the {MAX_PARAGRAPHS:,} paragraphs an article may have; "
            "split the document"
        )
    title = next((words for kind, words in pieces if kind == "title"), None)
    article = article_from_paragraphs(
        [(words, _role_of(kind, words)) for kind, words in pieces],
        source=source,
        name=name,
        stated={"title": title} if title else {},
        notes=notes,
        marks_story=title is not None,
    )
    if not article.paragraphs:
        raise SourceError(f"{source}: the document holds no text, only pictures or nothing")
    properties = answer.get("properties")
    return _add_properties(article, properties if isinstance(properties, dict) else {})


def _role_of(kind: str, words: str) -> PageRole | None:
    """Return the role that the style of a paragraph gives; some sign in that of the subtitle."""
    role = PAGE_ROLES.get(kind)
    if role is PageRole.STANDFIRST and (find_byline(words) or find_date(words)):
        return None
    return role


def _add_properties(article: Article, properties: dict[str, object]) -> Article:
    """Return the article with what only the properties of the file state."""
    author = personal_name(_string(properties, "author"))
    created = _string(properties, "created")
    title = None if article.title else _string(properties, "title")
    byline = None if article.byline or article.agency else author
    # The date in a template is the template's, and so is its author, who is no person then.
    is_dated = not article.published and (author or not _string(properties, "author"))
    published = format_date(created) if created and is_dated else None
    named = (("title", title), ("author", byline), ("date", published))
    if not (added := [field for field, value in named if value]):
        return article
    note = f"from the properties of the file, not from its text: {', '.join(added)}"
    return replace(
        article,
        title=clean_line(title) if title else article.title,
        byline=clean_line(byline) if byline else article.byline,
        published=clean_line(published) if published else article.published,
        notes=(*article.notes, clean_line(note)),
    )


def personal_name(author: str) -> str | None:
    """Return the author of a file where that is a person, not an account or a program."""
    is_name = len(author.split()) > 1 and author.lower() not in _no_persons()
    return author if is_name else None


@cache
def _no_persons() -> frozenset[str]:
    return frozenset(_FILE_AUTHORS.lines[""])


def _check_pieces(paragraphs: object) -> list[tuple[str, str]]:
    return [
        (entry[0], entry[1])
        for entry in (paragraphs if isinstance(paragraphs, list) else [])
        if isinstance(entry, list)
        and len(entry) == 2
        and all(isinstance(part, str) for part in entry)
    ]


def _string(properties: dict[str, object], field: str) -> str:
    value = properties.get(field)
    return value if isinstance(value, str) else ""
