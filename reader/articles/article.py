"""The article: an immutable value, built once from cleaned text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from reader.articles.file_names import is_opaque_name
from reader.text.cleaning import Clean, clean_line
from reader.text.excerpts import excerpt
from reader.text.sentences import split_sentences

LONGEST_STANDFIRST = 2000
"""Characters."""
LONGEST_CORRECTION = 1200
"""Characters of a correction note."""

# Of a heading taken from the first words of the story: words; characters; characters read.
_HEADING_WORDS = 8
_LONGEST_HEADING = 80
_HEADING_REACH = 400
# Of a title that an article is called by: characters.
_LONGEST_LABEL = 60


class ParagraphKind(str, Enum):
    """The part that a paragraph plays in an article."""

    BODY = "body"
    """A paragraph of the story."""
    HEADING = "heading"
    """A section heading inside the story."""
    FURNITURE = "furniture"
    """A part of the site or the page: navigation, title, byline block, credits, captions."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text with its place in the article."""

    number: int
    """From 1, counting every paragraph of the source in order, furniture too."""
    kind: ParagraphKind
    text: Clean
    time: Clean | None = None
    """In a live blog, the time of its entry as printed."""

    @property
    def sentences(self) -> tuple[slice, ...]:
        """The sentences as slices of `text`, in order; `text[sentence]` gives the words."""
        return split_sentences(self.text)

    def __repr__(self) -> str:
        return f"<Paragraph {self.number}, {self.kind.value}: {excerpt(self.text)!r}>"


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one outlet, with what the text itself states of its origin.

    Everything but `source`, `name` and `paragraphs` is None or empty where the
    text does not state it; nothing is invented.
    """

    source: Clean
    """The path or address it came from, as it can be shown."""
    name: Clean
    """A short name for it: the file name without its suffix."""
    paragraphs: tuple[Paragraph, ...]
    title: Clean | None = None
    outlet: Clean | None = None
    agency: Clean | None = None
    byline: Clean | None = None
    """The writers as printed, without the word "By"."""
    dateline: Clean | None = None
    """The place the report was filed from, as printed."""
    published: Clean | None = None
    """Date, and time where stated, as printed; see `show_date`."""
    updated: Clean | None = None
    """Date of the last update, as printed."""
    corrected: Clean | None = None
    """Date on which the outlet corrected the text, as printed."""
    corrections: tuple[Clean, ...] = ()
    """Notes by which the outlet corrects or clarifies the text, as printed."""
    credits: tuple[Clean, ...] = ()
    """Reporting, writing, editing and photo credits, as printed."""
    standfirst: Clean | None = None
    """The text between headline and story; it is also the first paragraph of the article."""
    language: str | None = None
    """ISO 639-1 code where it is known or could be guessed."""
    encoding: str = "utf-8"
    """The encoding the source was read with; other than UTF-8 it is a guess unless declared."""
    notes: tuple[Clean, ...] = ()
    """Messages about the reading, in one line each ("7 hidden characters replaced")."""

    distinction: Clean | None = field(default=None, compare=False)
    """Words added to its label where several open articles have the same; see `name_articles`."""

    @property
    def label(self) -> Clean:
        """The name of the article wherever it is shown."""
        if self.distinction:
            return Clean(f"{self.base_label}, {self.distinction}")
        return self.base_label

    @property
    def base_label(self) -> Clean:
        """The outlet, joined with the agency where both are known; else the name.

        A name without a word in it, as that of a file called by a hash or a number, gives way
        to the title or the first words.
        """
        if self.outlet and self.agency and self.agency != self.outlet:
            return Clean(f"{self.outlet} · {self.agency}")
        if origin := self.outlet or self.agency:
            return origin
        return excerpt(self.heading, _LONGEST_LABEL) if self.is_called_by_heading else self.name

    @property
    def is_called_by_heading(self) -> bool:
        """Whether it is called by its title or its first words."""
        return not self.outlet and not self.agency and is_opaque_name(self.name)

    @property
    def heading(self) -> Clean:
        """The title, or else the first words of the story."""
        if self.title:
            return self.title
        for paragraph in self.paragraphs:
            if paragraph.kind is ParagraphKind.BODY:
                words = paragraph.text[:_HEADING_REACH].split()
                ellipsis = " …" if len(words) > _HEADING_WORDS else ""
                return clean_line(" ".join(words[:_HEADING_WORDS]) + ellipsis, _LONGEST_HEADING)
        return self.name

    def find_position(self, number: int) -> int | None:
        """Return the position, from 0, of the paragraph with a number; None without one."""
        numbers = (paragraph.number for paragraph in self.paragraphs)
        return next((at for at, each in enumerate(numbers) if each == number), None)

    @property
    def label_and_heading(self) -> Clean:
        """The label and the heading, once where they are the same."""
        if not self.is_called_by_heading:
            return Clean(f"{self.label}: {self.heading}")
        return Clean(f"{self.heading}, {self.distinction}") if self.distinction else self.heading

    def __repr__(self) -> str:
        count = len(self.paragraphs)
        paragraphs = "1 paragraph" if count == 1 else f"{count} paragraphs"
        return f"<Article {self.name}, {paragraphs}: {excerpt(self.heading)!r}>"


def list_dates(article: Article) -> tuple[tuple[str, Clean | None], ...]:
    """Return the names of the date fields of an article with their dates as printed."""
    return (
        ("published", article.published),
        ("updated", article.updated),
        ("corrected", article.corrected),
    )


def replace_kinds(article: Article, kinds: Mapping[int, ParagraphKind]) -> Article:
    """Return the article with other kinds for the paragraphs of the given numbers.

    Texts and numbers are unchanged, and so are the values read from the text (title, byline,
    language and the rest). Where nothing changes the article itself is returned.

    Raises:
        ValueError: the article has no paragraph of that number.
    """
    for number in kinds:
        if not 1 <= number <= len(article.paragraphs):
            raise ValueError(f"{article.name} has no paragraph {number}")
    paragraphs = list(article.paragraphs)
    for number, kind in kinds.items():
        paragraphs[number - 1] = replace(paragraphs[number - 1], kind=ParagraphKind(kind))
    corrected = tuple(paragraphs)
    return article if corrected == article.paragraphs else replace(article, paragraphs=corrected)
