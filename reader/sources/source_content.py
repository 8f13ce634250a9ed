"""Reads the articles in the bytes of one source, by the kind of the content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.articles.article import Article
from reader.errors import SourceError
from reader.sources.formats.content_types import ContentKind, detect_content_kind
from reader.sources.special_names import DOSSIER_SUFFIX
from reader.text.cleaning import Clean

if TYPE_CHECKING:
    from reader.articles.furniture.classification import Progress
    from reader.sources.formats.decoding import Decoded
    from reader.sources.formats.dossiers import Dossier


@dataclass(frozen=True, slots=True)
class SourceContent:
    """The bytes of one source with their metadata."""

    data: bytes
    source: Clean
    """The path or address to show."""
    name: Clean
    """A short name."""
    suffix: str = ""
    """Of the name of its file, with the dot; it may be wrong."""
    address: str | None = None
    """Where it was fetched from, after redirects."""
    content_type: str | None = None
    charset: str | None = None
    """As the server names them."""
    notes: tuple[Clean, ...] = ()

    @property
    def kind(self) -> ContentKind:
        """Its kind; its own bytes decide where they leave no doubt."""
        if self.suffix.lower() == DOSSIER_SUFFIX:
            # Whatever a damaged one begins with, its articles are not to be read as words.
            return ContentKind.DOSSIER
        suffix = ".json" if self.suffix.lower() == ".jsonl" else self.suffix
        # The beginning is decisive, however much white space precedes it.
        return detect_content_kind(
            self.data.lstrip(), suffix=suffix, content_type=self.content_type
        )


def read_articles(
    content: SourceContent, *, on_progress: Progress | None = None
) -> tuple[Article, ...]:
    """Return the articles in one file, page or input; several only from article records
    and dossiers.

    Args:
        content: the bytes, already limited in number.
        on_progress: called with the share done in 0..1, often where it takes long; may raise to
            stop the work.

    Raises:
        SourceError: there is no article in it.
    """
    kind = content.kind
    if kind is ContentKind.DOSSIER:
        return read_dossier(content).articles
    if kind is ContentKind.TEXT:
        _refuse_data(content)
    if kind in (ContentKind.TEXT, ContentKind.MARKDOWN):
        return (_read_text(content, kind is ContentKind.MARKDOWN, on_progress),)
    if kind is ContentKind.JSON:
        from reader.sources.formats.article_records import parse_article_records

        return parse_article_records(_decode(content.data).text, source=content.source)
    if kind is ContentKind.FEED:
        raise SourceError(
            f"{content.source}: a feed, no article; name it after --feed to see what is in it"
        )
    if kind is ContentKind.MESSAGE:
        from reader.sources.formats.mail import read_message

        message = read_message(
            content.data, source=content.source, name=content.name, notes=content.notes
        )
        return (message,)
    if kind is ContentKind.PDF:
        from reader.sources.formats.pdf_documents import read_pdf

        return (
            read_pdf(content.data, source=content.source, name=content.name, notes=content.notes),
        )
    if kind is ContentKind.DOCUMENT:
        from reader.sources.formats.documents import read_document

        document = read_document(
            content.data, source=content.source, name=content.name, notes=content.notes
        )
        return (document,)
    if kind is ContentKind.SUBTITLES:
        from reader.sources.formats.subtitles import read_subtitles

        subtitles = read_subtitles(
            content.data, source=content.source, name=content.name, notes=content.notes
        )
        return (subtitles,)
    from reader.sources.formats.pages import read_page

    page = read_page(
        content.data,
        source=content.source,
        name=content.name,
        charset=content.charset,
        address=content.address,
        notes=content.notes,
    )
    return (page,)


def read_dossier(content: SourceContent) -> Dossier:
    """Return the content of a dossier; its notes are not checked yet.

    Raises:
        SourceError: it is damaged, or of a newer version.
    """
    from reader.sources.formats.dossiers import parse_dossier

    # A character a byte: the encoding of what should be ASCII is not guessed.
    return parse_dossier(content.data.decode("latin-1"), source=content.source)


def _refuse_data(content: SourceContent) -> None:
    from reader.sources.formats.text_data import find_text_data

    kind = find_text_data(
        content.data.lstrip(), suffix=content.suffix, content_type=content.content_type
    )
    if kind is not None:
        raise SourceError(f"{content.source}: {kind.name}; {kind.advice}")


def _read_text(content: SourceContent, markdown: bool, on_progress: Progress | None) -> Article:
    # Imported here: articles cached by an earlier start are not parsed.
    from reader.articles.parsing import parse_article

    decoded = _decode(content.data, content.charset)
    article = parse_article(
        decoded.text,
        source=content.source,
        name=content.name,
        encoding=decoded.encoding,
        notes=(*content.notes, *([decoded.note] if decoded.note else [])),
        markdown=markdown,
        on_progress=on_progress,
    )
    if not article.paragraphs:
        raise SourceError(f"{content.source}: the file holds no text")
    return article


def _decode(data: bytes, charset: str | None = None) -> Decoded:
    """Decode a text, by the charset that a server names for it where one does."""
    # Imported here: articles cached by an earlier start are not decoded.
    if charset:
        from reader.sources.formats.pages import decode_page

        return decode_page(data, charset)
    from reader.sources.formats.decoding import decode

    return decode(data)
