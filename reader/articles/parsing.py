"""From raw text to an `Article`: paragraphs, their kinds, and the metadata in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, repeat

from reader.articles.article import LONGEST_CORRECTION, LONGEST_STANDFIRST, Article, Paragraph
from reader.articles.block_quotes import mark_quoted_lines
from reader.articles.furniture.classification import Progress, assign_roles, ignore_progress
from reader.articles.furniture.roles import PageRole
from reader.articles.furniture.story_roles import assign_story_roles
from reader.articles.line_unwrapping import unwrap_paragraphs
from reader.articles.markdown import MarkdownElement, MarkdownParagraph, parse_markdown
from reader.articles.metadata.article_metadata import ArticleMetadata, extract_metadata
from reader.articles.metadata.correction_notes import find_correction_date
from reader.articles.metadata.outlets import is_same_outlet
from reader.articles.metadata.writer_names import parse_writers
from reader.articles.name_boxes import remove_name_boxes
from reader.articles.quote_tags import mark_quote_tags
from reader.errors import SourceError
from reader.text.cleaning import Clean, clean_counted, clean_line
from reader.text.languages import guess_language

MAX_PARAGRAPHS = 250_000
"""A text with more is a table or a list and no article, and would take minutes to read."""

# Characters that are cleaned between two reports of progress.
_CLEANING_STEP = 512 * 1024
# What printing programs put between pages, and the most pages that are distinguished.
_PAGE_BREAK = "\f"
_MOST_PAGES = 5000
_SOFT_BREAK = re.compile("\u00ad[ \t]{0,20}\r?\n[ \t]{0,200}(?=\\S)")
# Shares of the whole work that are done once the text is clean, and once it has its roles.
_CLEANED = 0.3
_ROLES_ASSIGNED = 0.9
# Characters and paragraphs of the story from which its language is guessed.
_LANGUAGE_SAMPLE = 4000
_LANGUAGE_PARAGRAPHS = 40
_ROLES_OF_ELEMENTS = {
    MarkdownElement.HEADING: PageRole.HEADING,
    MarkdownElement.FRONT_MATTER: PageRole.HEADER_FIELD,
}
# Characters. Reading Markdown takes up to some 25 microseconds for each on hostile input.
_LONGEST_MARKDOWN = 256 * 1024


def parse_article(
    text: str,
    *,
    source: str,
    name: str,
    encoding: str = "utf-8",
    notes: Iterable[str] = (),
    markdown: bool = False,
    on_progress: Progress | None = None,
) -> Article:
    """Build an article from decoded, not yet cleaned text.

    Args:
        text: the whole text, raw.
        source: the path or address to show.
        name: a short name, for example the file name without its suffix.
        encoding: the encoding the text was read with.
        notes: messages about the reading, one line each.
        markdown: read `#`, emphasis, links and the like as Markdown.
        on_progress: called often with the share done in 0..1; may raise to stop the work.

    Raises:
        SourceError: it has more than `MAX_PARAGRAPHS`.
    """
    report = on_progress or ignore_progress
    cleaner = _Cleaner()
    lines, page_starts = mark_quote_tags(
        cleaner.clean_lines(text, report), cleaner.page_starts, markdown=markdown
    )
    del text
    given_roles: dict[int, PageRole] = {}
    marked = _read_markdown(lines, cleaner) if markdown else None
    if marked is not None:
        texts = [cleaner.without_boxes(paragraph.text) for paragraph in marked]
        given_roles = {
            position: _ROLES_OF_ELEMENTS[paragraph.element]
            for position, paragraph in enumerate(marked)
            if paragraph.element
        }
    else:
        unwrapped = unwrap_paragraphs(mark_quoted_lines(lines), page_starts)
        paragraphs = list(islice(unwrapped, MAX_PARAGRAPHS + 1))
        texts = [cleaner.without_boxes(paragraph.text) for paragraph in paragraphs]
        given_roles = {
            position: PageRole.BOILERPLATE
            for position, paragraph in enumerate(paragraphs)
            if paragraph.is_page_matter
        }
    if len(texts) > MAX_PARAGRAPHS:
        raise SourceError(
            f"{clean_line(source)}: more than the {MAX_PARAGRAPHS:,} paragraphs an article may "
            "have; split the file"
        )
    del lines
    roles = assign_roles(
        texts,
        given_roles,
        lambda share: report(_CLEANED + (_ROLES_ASSIGNED - _CLEANED) * share),
    )
    metadata = extract_metadata(texts, roles)
    report(_ROLES_ASSIGNED)
    built = _build_paragraphs(texts, roles)
    report(1.0)
    return _build_article(
        built,
        metadata,
        source=source,
        name=name,
        language=guess_language(_language_sample(texts, roles)),
        encoding=encoding,
        notes=(*notes, *cleaner.notes()),
        standfirst=_join_standfirst(texts, roles),
    )


def article_from_paragraphs(
    paragraphs: Iterable[tuple[str, PageRole | None]],
    *,
    source: str,
    name: str,
    stated: Mapping[str, str],
    encoding: str = "utf-8",
    notes: Iterable[str] = (),
    marks_story: bool = True,
    times: Iterable[str] = (),
) -> Article:
    """Build an article from paragraphs that its source has separated already.

    A paragraph without a role is part of the story unless its words show otherwise.

    Args:
        paragraphs: the words of each, raw, with its role where the source marks it.
        source: the path or address to show.
        name: a short name.
        stated: metadata that the source states beside the text, raw, by the names of
            the fields `title`, `outlet`, `byline`, `published`, `updated`, `corrected`,
            `corrections` (one a line), `language` and `domain`. It takes precedence over what
            the text states, but for `corrections`, which are added, and `domain`, which is the
            outlet where nothing else states it.
        encoding: the encoding the source was read with.
        notes: what happened while reading, one line each.
        marks_story: whether the source separates the story from the page around it; otherwise the
            places of the paragraphs show it, as in a plain text.
        times: for each paragraph the time of its entry in a live blog, "" in no entry;
            missing ones are "".
    """
    cleaner = _Cleaner()
    marked = [
        (cleaner.without_boxes(words), role, time)
        for (text, role), time in zip(paragraphs, chain(times, repeat("")), strict=False)
        if (words := " ".join(cleaner.clean(text).split()))
    ]
    texts = [words for words, _, _ in marked]
    given_roles = [role for _, role, _ in marked]
    if marks_story:
        roles = assign_story_roles(given_roles, texts, stated)
    else:
        roles = assign_roles(texts, {at: role for at, role in enumerate(given_roles) if role})
    language = guess_language(_language_sample(texts, roles)) or stated.get("language")
    return _build_article(
        _build_paragraphs(texts, roles, [time for _, _, time in marked]),
        _merge_stated(extract_metadata(texts, roles), stated),
        source=source,
        name=name,
        language=language,
        encoding=encoding,
        notes=(*notes, *cleaner.notes()),
        standfirst=_join_standfirst(texts, roles),
    )


class _Cleaner:
    """Cleans the parts of one text and counts what was replaced in them."""

    def __init__(self) -> None:
        self._replaced = 0
        self._unstacked = 0
        self._boxes = 0
        self.is_too_long_for_markdown = False
        self.page_starts: list[int] = []
        """The lines with which pages after the first begin, of the lines that were cleaned."""

    def clean(self, text: str) -> str:
        cleaning = clean_counted(text)
        self._replaced += cleaning.replaced
        self._unstacked += cleaning.unstacked
        return cleaning.text

    def without_boxes(self, words: str) -> str:
        """Return a paragraph without the boxes of links at names in its sentences."""
        words, count = remove_name_boxes(words)
        self._boxes += count
        return words

    def clean_lines(self, text: str, report: Progress) -> list[str]:
        """Return the lines of the cleaned text, reporting progress after each step."""
        # A soft hyphen at the end of a line parts a word; alone, it would be taken away there.
        text = _SOFT_BREAK.sub("", text)
        lines: list[str] = []
        done = 0
        pages = text.split(_PAGE_BREAK)
        for page in pages if len(pages) <= _MOST_PAGES else [text]:
            if lines:
                self.page_starts.append(len(lines))
            for part in _split_at_lines(page, _CLEANING_STEP):
                lines.extend(self.clean(part).split("\n"))
                done += len(part)
                report(_CLEANED * done / len(text))
        return lines

    def notes(self) -> list[str]:
        notes = []
        if self._replaced:
            notes.append(f"{_format_count(self._replaced, 'hidden character')} replaced")
        if self._unstacked:
            notes.append(f"{_format_count(self._unstacked, 'stacked accent')} removed")
        if self._boxes:
            boxes = _format_count(self._boxes, "box", "boxes")
            notes.append(f"{boxes} of links at names left out of sentences")
        if self.is_too_long_for_markdown:
            notes.append("too long for Markdown; read as plain text")
        return notes


def _split_at_lines(text: str, size: int) -> Iterator[str]:
    """Yield parts of a text of at least `size` characters, without the line ends between them."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + size)
        yield text[start : end if end >= 0 else len(text)]
        start = end + 1 if end >= 0 else len(text)


def _read_markdown(lines: list[str], cleaner: _Cleaner) -> list[MarkdownParagraph] | None:
    """Return the paragraphs of a Markdown text, or None if it is too long to be read as such."""
    text = "\n".join(lines)
    if len(text) > _LONGEST_MARKDOWN:
        cleaner.is_too_long_for_markdown = True
        return None
    return [
        paragraph._replace(text=words)
        for paragraph in parse_markdown(text)
        if (words := " ".join(cleaner.clean(paragraph.text).split()))
    ]


def _merge_stated(metadata: ArticleMetadata, stated: Mapping[str, str]) -> ArticleMetadata:
    """Return the metadata of the text, overridden by the values that the source states.

    An agency in the byline becomes the agency.
    """
    byline, agency = stated.get("byline") or metadata.byline, metadata.agency
    if byline and (signing_agency := parse_writers(byline).agency):
        byline, agency = parse_writers(byline).names or None, agency or signing_agency
    corrections = _merge_corrections(metadata.corrections, stated.get("corrections", ""))
    dates = filter(None, map(find_correction_date, corrections))
    return replace(
        metadata,
        title=stated.get("title") or metadata.title,
        outlet=stated.get("outlet") or metadata.outlet or stated.get("domain"),
        published=stated.get("published") or metadata.published,
        updated=stated.get("updated") or metadata.updated,
        corrected=stated.get("corrected") or metadata.corrected or next(dates, None),
        corrections=corrections,
        byline=byline,
        agency=agency,
    )


def _merge_corrections(notes: tuple[str, ...], stated: str) -> tuple[str, ...]:
    """Return the notes of the text, and those of `stated`, one a line, that are not among them."""
    lines = [line for line in map(str.strip, stated.splitlines()) if line]
    return (*notes, *(line for line in lines if not any(line in note for note in notes)))


def _build_paragraphs(
    texts: Sequence[str], roles: Sequence[PageRole], times: Iterable[str] = ()
) -> tuple[Paragraph, ...]:
    parts = zip(texts, roles, chain(times, repeat("")), strict=False)
    return tuple(
        Paragraph(number, role.kind, Clean(words), clean_line(time) if time else None)
        for number, (words, role, time) in enumerate(parts, 1)
    )


def _join_standfirst(texts: Sequence[str], roles: Sequence[PageRole]) -> str | None:
    parts = (text for text, role in zip(texts, roles, strict=True) if role is PageRole.STANDFIRST)
    return " ".join(parts) or None


def _build_article(
    paragraphs: tuple[Paragraph, ...],
    metadata: ArticleMetadata,
    *,
    source: str,
    name: str,
    language: str | None,
    encoding: str,
    notes: Iterable[str],
    standfirst: str | None = None,
) -> Article:
    is_outlet_itself = is_same_outlet(metadata.byline, metadata.outlet)
    return Article(
        source=clean_line(source),
        name=clean_line(name),
        paragraphs=paragraphs,
        title=_clean_optional(metadata.title),
        outlet=_clean_optional(metadata.outlet),
        agency=_clean_optional(metadata.agency),
        byline=None if is_outlet_itself else _clean_optional(metadata.byline),
        dateline=_clean_optional(metadata.dateline),
        published=_clean_optional(metadata.published),
        updated=_clean_optional(metadata.updated),
        corrected=_clean_optional(metadata.corrected),
        corrections=tuple(clean_line(note, LONGEST_CORRECTION) for note in metadata.corrections),
        credits=tuple(clean_line(credit) for credit in metadata.credits),
        standfirst=clean_line(standfirst, LONGEST_STANDFIRST) if standfirst else None,
        language=language,
        encoding=encoding,
        notes=tuple(clean_line(note) for note in notes),
    )


def _language_sample(texts: Sequence[str], roles: Sequence[PageRole]) -> str:
    """Return the first words of the story, or of the page where there is no story."""
    story = [text for text, role in zip(texts, roles, strict=True) if role is PageRole.BODY]
    first = (story or texts)[:_LANGUAGE_PARAGRAPHS]
    return " ".join(text[:_LANGUAGE_SAMPLE] for text in first)[:_LANGUAGE_SAMPLE]


def _clean_optional(value: str | None) -> Clean | None:
    return clean_line(value) if value else None


def _format_count(count: int, noun: str, nouns: str = "") -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {nouns or noun + 's'}"
