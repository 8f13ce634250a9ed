"""From the bytes of one source to the articles in it, by the kind of their content."""

from __future__ import annotations

from collections.abc import Callable

from reader.articles.article import Article
from reader.articles.clean import Clean
from reader.articles.parsing import parse_article
from reader.errors import SourceError
from reader.sources.decoding import decode

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})

Progress = Callable[[float], None]


def articles_in(
    data: bytes,
    *,
    source: Clean,
    name: Clean,
    suffix: str = "",
    progress: Progress | None = None,
) -> tuple[Article, ...]:
    """The articles in the content of one file, page or input.

    Args:
        data: the content, at most as long as its reader allows.
        source: the path or address to show.
        name: a short name.
        suffix: the suffix of the file, `.txt`; it may lie.
        progress: told the share done in 0..1, often; may raise to stop the work.

    Raises:
        SourceError: there is no article in it.
    """
    decoded = decode(data)
    article = parse_article(
        decoded.text,
        source=source,
        name=name,
        encoding=decoded.encoding,
        notes=(decoded.note,) if decoded.note else (),
        markdown=suffix.lower() in MARKDOWN_SUFFIXES,
        progress=progress,
    )
    if not article.paragraphs:
        raise SourceError(f"{source}: the file holds no text")
    return (article,)
