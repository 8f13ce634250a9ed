"""What two sentences that tell the same state of one thing, alike or each otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from reader.story.differences.difference import DifferenceKind


@dataclass(frozen=True, slots=True)
class Statement:
    """What one sentence states of a thing."""

    start: int
    """Offset in the text of the paragraph."""
    end: int
    value: str
    """In a form that can be compared, for reports."""


@dataclass(frozen=True, slots=True)
class StatedPair:
    """Two statements of one thing."""

    kind: DifferenceKind
    here: Statement
    there: Statement
    differs: bool
    """Whether both can't be true; else they say the same."""
    shared: float
    """The share, 0..1, of the words of the shorter sentence that the other has, too."""
    about: tuple[slice, ...]
    """The stretches of the first text around the statement that both share."""
