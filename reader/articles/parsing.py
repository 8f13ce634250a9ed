"""From raw text to an `Article`: paragraphs, their kinds, and what the text says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.articles.article import Article, Paragraph, ParagraphKind
from reader.articles.clean import Clean, clean_counted, clean_line


def parse_article(
    text: str,
    *,
    source: str,
    name: str,
    encoding: str = "utf-8",
    notes: Iterable[str] = (),
    markdown: bool = False,
    progress: Callable[[float], None] | None = None,
) -> Article:
    """Build an article from decoded, not yet cleaned text.

    Args:
        text: the whole text, raw.
        source: the path or address to show.
        name: a short name, for example the file name without its suffix.
        encoding: the encoding the text was read with.
        notes: what happened while reading, one line each.
        markdown: read `#`, emphasis, links and the like as Markdown.
        progress: called often with the share done in 0..1; may raise to stop the work.
    """
    cleaning = clean_counted(text)
    lines = [line.strip() for line in cleaning.text.split("\n")]
    paragraphs = tuple(
        Paragraph(number, ParagraphKind.BODY, Clean(line))
        for number, line in enumerate(filter(None, lines), 1)
    )
    if progress:
        progress(1.0)
    return Article(
        source=clean_line(source),
        name=clean_line(name),
        paragraphs=paragraphs,
        encoding=encoding,
        notes=tuple(clean_line(note) for note in notes),
    )
