"""The coverage matrix: which article reports which moment, in which form and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from reader.articles import Article, Passage
from reader.story.differences.difference import Difference
from reader.story.shared_copy.origins import Origin


class MomentForm(Enum):
    """How an article reports a moment. The values are stable: they are written to reports."""

    QUOTED = "quoted"
    """In the speaker's words, as a direct quotation."""
    PARTLY_QUOTED = "partly_quoted"
    """Some words of it in quotation marks."""
    INDIRECT = "indirect"
    """As indirect speech."""
    REPORTED = "reported"
    """As something that happened or is so."""
    PLANNED = "planned"
    """As something planned or expected."""
    MENTIONED = "mentioned"
    """In passing, in a sentence about something else."""


class ArticleSection(Enum):
    """Where in an article a moment stands. The values are stable: they are written to reports."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    FIRST_THIRD = "first_third"
    MIDDLE_THIRD = "middle_third"
    LAST_THIRD = "last_third"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How one article reports one moment."""

    article: int
    """The position of the article, from 0."""
    form: MomentForm
    """The form that says most: a quotation before indirect speech before a mention."""
    section: ArticleSection
    """Where its first passage stands."""
    passages: tuple[Passage, ...]
    """At least one, in the order of the article."""
    differs: bool
    """Whether it states a fact otherwise than another article of the moment."""
    copy: Sequence[int] = ()
    """The other articles, by position, with which its passages share a run of words."""

    @property
    def paragraph_numbers(self) -> tuple[int, ...]:
        """The numbers of its paragraphs, each once."""
        return tuple(dict.fromkeys(passage.number for passage in self.passages))


class Absences(NamedTuple):
    """The articles, by position, that are not known to report some passages."""

    left_out_by: tuple[int, ...]
    """Those that surely do not."""
    perhaps_in: tuple[int, ...]
    """Those that may, in other words, or in another language."""
    probably_in: tuple[int, ...]
    """Those of `perhaps_in` with a passage that a link calls *probably the same*, or *same* though
    it is in another moment."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One moment, or a paragraph that only one article has, over all articles."""

    number: int
    """From 1, in the story's order."""
    label: Passage
    """Printed words of one of its passages that name it."""
    cells: tuple[MatrixCell, ...]
    """Those of the articles that report it, in the order of the articles."""
    left_out_by: tuple[int, ...]
    """The articles, by position, that surely do not report it."""
    perhaps_in: tuple[int, ...]
    """The articles, by position, that may report it in other words, or in another language."""
    differences: tuple[Difference, ...]
    """What the articles state otherwise of it."""
    is_quotation: bool = False
    """Whether the label is words of a quotation; the label is without the quotation marks."""
    moment: int | None = None
    """The number of the moment among those of the coverage; None where one article reports it."""
    probably_in: tuple[int, ...] = ()
    """Those of `perhaps_in` with a passage that a link calls *probably the same* or *same*."""

    @property
    def is_in_one_article(self) -> bool:
        """Whether one article alone reports it."""
        return len(self.cells) == 1

    @property
    def is_only_here(self) -> bool:
        """Whether one article alone reports it, surely: no other may do so in other words."""
        return self.is_in_one_article and not self.perhaps_in

    def cell(self, article: int) -> MatrixCell | None:
        """The cell of an article, by position; None if it does not report the moment."""
        return next((cell for cell in self.cells if cell.article == article), None)


@dataclass(frozen=True, slots=True)
class CoverageMatrix:
    """Moments by articles."""

    articles: tuple[Article, ...]
    rows: tuple[MatrixRow, ...]
    """In the story's order: moments that several articles report, and those in one article only."""
    origins: tuple[Origin, ...] = ()
    """Which articles carry one copy; every article is in one."""

    def share_reported(self, article: int) -> float:
        """The share, 0..1, of all moments that an article reports; 0 where there is none."""
        reported = sum(row.cell(article) is not None for row in self.rows)
        return reported / len(self.rows) if self.rows else 0.0
