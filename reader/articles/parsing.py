"""From raw text to an `Article`: paragraphs, their kinds, and what the text says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.articles.article import Article, Paragraph
from reader.articles.clean import Clean, clean_counted, clean_line
from reader.articles.furniture import assign_roles
from reader.articles.language import guess_language
from reader.articles.metadata import find_metadata
from reader.articles.paragraphs import split_paragraphs

Progress = Callable[[float], None]

_PIECE = 512 * 1024
_CLEANING = 0.3


def parse_article(
    text: str,
    *,
    source: str,
    name: str,
    encoding: str = "utf-8",
    notes: Iterable[str] = (),
    markdown: bool = False,
    progress: Progress | None = None,
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
    step = progress or _unheard
    lines, replaced, unstacked = _clean_lines(text, step)
    texts = list(split_paragraphs(lines))
    del text, lines
    roles = assign_roles(texts, lambda share: step(_CLEANING + (1 - _CLEANING) * share))
    metadata = find_metadata(texts, roles)
    step(1.0)
    return Article(
        source=clean_line(source),
        name=clean_line(name),
        paragraphs=tuple(
            Paragraph(number, role.kind, Clean(words))
            for number, (words, role) in enumerate(zip(texts, roles, strict=True), 1)
        ),
        title=_line(metadata.title),
        outlet=_line(metadata.outlet),
        agency=_line(metadata.agency),
        byline=_line(metadata.byline),
        dateline=_line(metadata.dateline),
        published=_line(metadata.published),
        credits=tuple(clean_line(credit) for credit in metadata.credits),
        language=guess_language(" ".join(texts[:40])[:6000]),
        encoding=encoding,
        notes=(*(clean_line(note) for note in notes), *_cleaning_notes(replaced, unstacked)),
    )


def _line(value: str | None) -> Clean | None:
    return clean_line(value) if value else None


def _clean_lines(text: str, step: Progress) -> tuple[list[str], int, int]:
    """The cleaned lines, and what was replaced and unstacked, a piece of the text at a time."""
    lines: list[str] = []
    replaced = unstacked = start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        cleaning = clean_counted(text[start:end])
        pieces = cleaning.text.split("\n")
        # The line end that a piece ends with opens no line of its own.
        lines.extend(pieces[:-1] if end < len(text) else pieces)
        replaced += cleaning.replaced
        unstacked += cleaning.unstacked
        start = end
        step(_CLEANING * end / len(text))
    return lines, replaced, unstacked


def _cleaning_notes(replaced: int, unstacked: int) -> list[Clean]:
    notes = []
    if replaced:
        notes.append(f"{replaced} hidden {_plural('character', replaced)} replaced")
    if unstacked:
        notes.append(f"{unstacked} stacked {_plural('accent', unstacked)} removed")
    return [clean_line(note) for note in notes]


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"


def _unheard(share: float) -> None:
    """What is told of the progress when nobody asked."""
