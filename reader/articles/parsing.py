"""From raw text to an `Article`: paragraphs, their kinds, and what the text says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from reader.articles.article import Article, Paragraph
from reader.articles.furniture.classification import Role, assign_roles
from reader.articles.furniture.story_roles import roles_of_story
from reader.articles.markdown import Mark, MarkedParagraph, markdown_paragraphs
from reader.articles.metadata.agencies import agency_named
from reader.articles.metadata.extraction_rules import find_metadata
from reader.articles.paragraphs import split_paragraphs
from reader.errors import SourceError
from reader.text.cleaning import Clean, clean_counted, clean_line
from reader.text.languages import guess_language

Progress = Callable[[float], None]

MAX_PARAGRAPHS = 250_000
"""What has more is no article but a table or a list, and would take minutes to read."""

_PIECE = 512 * 1024
_CLEANING = 0.3
_ROLES = 0.9
_SAMPLE = 4000
_MARKS = {Mark.HEADING: Role.HEADING, Mark.FRONT_MATTER: Role.LABEL}
# Reading Markdown takes up to some 25 microseconds a character on hostile input.
_LONGEST_MARKDOWN = 256 * 1024


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

    Raises:
        SourceError: it has more than `MAX_PARAGRAPHS`.
    """
    step = progress or _unheard
    reading = _Reading()
    lines = reading.cleaned_lines(text, step)
    del text
    if markdown and (marked := reading.as_markdown(lines)) is not None:
        texts = [paragraph.text for paragraph in marked]
        roles_given = {
            at: _MARKS[paragraph.mark] for at, paragraph in enumerate(marked) if paragraph.mark
        }
    else:
        texts, roles_given = list(islice(split_paragraphs(lines), MAX_PARAGRAPHS + 1)), {}
    if len(texts) > MAX_PARAGRAPHS:
        raise SourceError(
            f"{clean_line(source)}: more than the {MAX_PARAGRAPHS:,} paragraphs an article may "
            "have; split the file"
        )
    del lines
    roles = assign_roles(
        texts, roles_given, lambda share: step(_CLEANING + (_ROLES - _CLEANING) * share)
    )
    metadata = find_metadata(texts, roles)
    step(_ROLES)
    paragraphs = tuple(
        Paragraph(number, role.kind, Clean(words))
        for number, (words, role) in enumerate(zip(texts, roles, strict=True), 1)
    )
    step(1.0)
    return Article(
        source=clean_line(source),
        name=clean_line(name),
        paragraphs=paragraphs,
        title=_line(metadata.title),
        outlet=_line(metadata.outlet),
        agency=_line(metadata.agency),
        byline=_line(metadata.byline),
        dateline=_line(metadata.dateline),
        published=_line(metadata.published),
        credits=tuple(clean_line(credit) for credit in metadata.credits),
        language=guess_language(_story_sample(texts, roles)),
        encoding=encoding,
        notes=tuple(clean_line(note) for note in (*notes, *reading.notes())),
    )


def article_from_paragraphs(
    paragraphs: Iterable[tuple[str, Role | None]],
    *,
    source: str,
    name: str,
    told: Mapping[str, str],
    encoding: str = "utf-8",
    notes: Iterable[str] = (),
) -> Article:
    """Build an article from paragraphs that its source has told apart already.

    Args:
        paragraphs: the words of each, raw, with its role where the source marks it.
        source: the path or address to show.
        name: a short name.
        told: what the source says of the article beside its text, raw, by the names of
            the fields `title`, `outlet`, `byline`, `published` and `language`; it wins
            over what the text says.
        encoding: the encoding the source was read with.
        notes: what happened while reading, one line each.

    A paragraph without a role is part of the story unless its own look says otherwise.
    """
    reading = _Reading()
    marked = [
        (words, role)
        for text, role in paragraphs
        if (words := " ".join(reading.cleaned(text).split()))
    ]
    texts = [words for words, _ in marked]
    roles = roles_of_story([role for _, role in marked], texts, told)
    metadata = find_metadata(texts, roles)
    language = guess_language(_story_sample(texts, roles)) or told.get("language")
    byline = told.get("byline") or metadata.byline
    agency = metadata.agency
    if byline and (signed := agency_named(byline)):
        byline, agency = None, agency or signed
    return Article(
        source=clean_line(source),
        name=clean_line(name),
        paragraphs=tuple(
            Paragraph(number, role.kind, Clean(words))
            for number, (words, role) in enumerate(zip(texts, roles, strict=True), 1)
        ),
        title=_line(told.get("title") or metadata.title),
        outlet=_line(told.get("outlet") or metadata.outlet),
        agency=_line(agency),
        byline=_line(byline),
        dateline=_line(metadata.dateline),
        published=_line(told.get("published") or metadata.published),
        credits=tuple(clean_line(credit) for credit in metadata.credits),
        language=language,
        encoding=encoding,
        notes=tuple(clean_line(note) for note in (*notes, *reading.notes())),
    )


class _Reading:
    """One text on its way in: what had to be done to it is counted."""

    def __init__(self) -> None:
        self._replaced = 0
        self._unstacked = 0
        self._too_long_for_markdown = False

    def cleaned(self, text: str) -> str:
        cleaning = clean_counted(text)
        self._replaced += cleaning.replaced
        self._unstacked += cleaning.unstacked
        return cleaning.text

    def cleaned_lines(self, text: str, step: Progress) -> list[str]:
        """The lines of the cleaned text, made a piece at a time so that `step` is heard often."""
        lines: list[str] = []
        start = 0
        while start < len(text):
            end = text.find("\n", start + _PIECE) + 1 or len(text)
            pieces = self.cleaned(text[start:end]).split("\n")
            # The line end that a piece ends with opens no line of its own.
            lines.extend(pieces[:-1] if end < len(text) else pieces)
            start = end
            step(_CLEANING * end / len(text))
        return lines

    def as_markdown(self, lines: list[str]) -> list[MarkedParagraph] | None:
        """The paragraphs of a Markdown text, or None if it is too long to be read as such."""
        text = "\n".join(lines)
        if len(text) > _LONGEST_MARKDOWN:
            self._too_long_for_markdown = True
            return None
        return [
            paragraph._replace(text=words)
            for paragraph in markdown_paragraphs(text)
            if (words := " ".join(self.cleaned(paragraph.text).split()))
        ]

    def notes(self) -> list[str]:
        notes = []
        if self._replaced:
            notes.append(f"{_counted(self._replaced, 'hidden character')} replaced")
        if self._unstacked:
            notes.append(f"{_counted(self._unstacked, 'stacked accent')} removed")
        if self._too_long_for_markdown:
            notes.append("too long for Markdown; read as plain text")
        return notes


def _story_sample(texts: Sequence[str], roles: Sequence[Role]) -> str:
    """The first words of the story, or of the page where there is no story."""
    story = [text for text, role in zip(texts, roles, strict=True) if role is Role.BODY] or texts
    return " ".join(text[:_SAMPLE] for text in story[:40])[:_SAMPLE]


def _line(value: str | None) -> Clean | None:
    return clean_line(value) if value else None


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _unheard(share: float) -> None:
    """What is told of the progress when nobody asked."""
