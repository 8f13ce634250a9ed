"""Links that the user rejects or adds, as a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.articles import Place
from reader.linking.link_table import LinkTable
from reader.linking.scored_links import ScoredPair

ADDED_SCORE = 1.0
"""The score of a link that the user added: it is as sure as a link can be."""

PlacePair = tuple[Place, Place]
"""The two ends of a link, paragraphs of two articles."""


def _ordered(pairs: Iterable[PlacePair]) -> frozenset[PlacePair]:
    """The pairs with the end in the earlier article first."""
    ordered = frozenset((Place(*min(pair)), Place(*max(pair))) for pair in pairs)
    if any(here.article == there.article for here, there in ordered):
        raise ValueError("a link is between two articles")
    return ordered


@dataclass(frozen=True, slots=True)
class LinkCorrections:
    """What the user knows better: pairs of paragraphs that are no link, and such that are one.

    Raises:
        ValueError: a pair is of one article, or both rejected and added.
    """

    rejected: frozenset[PlacePair] = field(default_factory=frozenset)
    """In either direction; a pair without a link changes nothing."""
    added: frozenset[PlacePair] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rejected", _ordered(self.rejected))
        object.__setattr__(self, "added", _ordered(self.added))
        if self.rejected & self.added:
            raise ValueError("a link cannot be rejected and added")

    def __bool__(self) -> bool:
        """Whether anything is corrected."""
        return bool(self.rejected or self.added)

    def is_added(self, here: Place, there: Place) -> bool:
        """Whether the user added this link, whichever its direction."""
        return (here, there) in self.added or (there, here) in self.added

    def apply(self, table: LinkTable) -> LinkTable:
        """Return a table without the rejected links and with the added ones.

        Raises:
            ValueError: an added link has an end that does not exist.
        """
        if not self:
            return table
        changed = self.rejected | self.added
        found = list(table.scored_pairs())
        width = len(found[0].parts) if found else 0
        links = [pair for pair in found if (pair.here, pair.there) not in changed]
        links += [
            ScoredPair(here, there, ADDED_SCORE, parts=bytes(width)) for here, there in self.added
        ]
        return LinkTable.build(table.paragraph_counts, links)
