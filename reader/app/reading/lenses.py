"""Lenses: what is marked in the text of the panes beside the links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.app.themes.paragraph_style import LensMark

if TYPE_CHECKING:
    from reader.quotes import Quote

LensMarks = Mapping[int, tuple[LensMark, ...]]
"""What is marked in an article, by the position of the paragraph."""


@dataclass(frozen=True, slots=True)
class Lens:
    """One thing that can be marked in the text."""

    key: str
    """The key that chooses it, after `v`."""
    label: str
    find_marks: Callable[[Sequence[Quote]], LensMarks] | None = None
    """Returns what is marked in an article with these quotes; None: nothing is marked."""


def mark_quotes(quotes: Sequence[Quote]) -> LensMarks:
    """Return the quotes of an article: direct and partial ones, and words merely set off."""
    from reader.quotes import QuoteKind

    styles = {QuoteKind.DIRECT: "direct", QuoteKind.PARTIAL: "partial"}
    marks: dict[int, list[LensMark]] = defaultdict(list)
    for quote in quotes:
        style = styles.get(quote.kind, "set-off")
        if (words := quote.passage) is not None:
            marks[words.place.paragraph].append(LensMark(words.start, words.end, style))
    return {paragraph: tuple(found) for paragraph, found in marks.items()}


LENSES = (
    Lens("a", "plain text"),
    Lens("q", "quotations", mark_quotes),
)
