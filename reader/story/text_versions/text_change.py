"""What changed between two versions of one text: facts first, then quotations, then wording."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from reader.articles import Passage
from reader.text.cleaning import Clean

if TYPE_CHECKING:
    from reader.story.differences.difference import DifferenceKind


class ChangeKind(Enum):
    """What changed, in the order in which changes are listed. The values are stable."""

    FACT = "fact"
    """A number, sum, date, name or the like, or a negation."""
    HEADLINE = "headline"
    QUOTE = "quote"
    """Words between quotation marks."""
    ADDED = "added"
    """A paragraph of the later text only."""
    REMOVED = "removed"
    """A paragraph of the earlier text only."""
    WORDING = "wording"
    """Other, more or fewer words. Whether they say something else is not known."""
    MOVED = "moved"
    """A paragraph in another order, or words in another paragraph."""

    @property
    def rank(self) -> int:
        """Where it is listed, from 0."""
        return list(ChangeKind).index(self)


@dataclass(frozen=True, slots=True)
class TextChange:
    """One change from one version of a text to another."""

    kind: ChangeKind
    fact: DifferenceKind | None
    """What kind of fact; None of other changes."""
    here: tuple[Passage, ...]
    """The words of the one version, a passage for each paragraph; none where they are added."""
    there: tuple[Passage, ...]
    """The words of the other; none where they are removed."""
    old: Clean
    """The words of the one version as printed; empty where they are added."""
    new: Clean
    row: int | None
    """The position of the row of paragraphs that it is in; None of the headline."""
    note: Clean | None = None
    """The correction note that speaks of it, if one does."""


class RowEdit(NamedTuple):
    """Words of the one text in whose place the other has others, or none."""

    here: slice
    """Characters in the joined text of the one side."""
    there: slice


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """Paragraphs of two versions side by side, with their edits."""

    here_paragraphs: tuple[int, ...]
    """Positions in the one article, from 0; none where the other text adds the paragraph."""
    there_paragraphs: tuple[int, ...]
    """Positions in the other; none where the paragraph is removed."""
    is_moved: bool
    """Whether it is in another order among the others."""
    here: str
    """The text of the one side; paragraphs that were joined are on lines of their own."""
    there: str
    edits: tuple[RowEdit, ...]


@dataclass(frozen=True, slots=True)
class TextChanges:
    """Two versions of one text, and what changed between them."""

    here: int
    """The position of the one article; the earlier one where the order is known."""
    there: int
    rows: tuple[ComparedRow, ...]
    """All paragraphs of both, in the order of the other article."""
    changes: tuple[TextChange, ...]
    """Facts first; of one kind in the order of the other article."""
    loose_notes: tuple[Clean, ...]
    """Correction notes of one of the versions that speak of no change found here."""
