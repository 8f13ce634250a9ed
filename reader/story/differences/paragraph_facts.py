"""The names, negations and modal verbs of a paragraph, each kind read at its first use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reader.text.values import NumberValue, find_clauses, find_person_names

if TYPE_CHECKING:
    from reader.story.differences.sentence_pairs import TextSentence, TextToken
    from reader.text.values import ClauseMarker, PersonName

_AUXILIARIES = frozenset(
    {
        *("is", "are", "was", "were", "be", "been", "being", "has", "have", "had"),
        *("do", "does", "did", "done", "also", "'s", "'re", "'ve"),
        *("should", "would", "will", "can", "could", "must", "shall"),
    }
)


@dataclass(frozen=True)
class ParagraphFacts:
    """What is read of an English paragraph beside its sentences, each kind at its first use."""

    text: str

    @cached_property
    def names(self) -> tuple[PersonName, ...]:
        """The persons it names."""
        return tuple(find_person_names(self.text))

    @cached_property
    def markers(self) -> tuple[ClauseMarker, ...]:
        """The negations and modal verbs of its clauses."""
        return tuple(marker for clause in find_clauses(self.text) for marker in clause.markers)

    @cached_property
    def _plain(self) -> dict[int, tuple[bool, ...]]:
        """What `plain_words` returned, by where the sentences begin."""
        return {}

    def plain_words(self, sentence: TextSentence) -> tuple[bool, ...]:
        """Return whether each token is a word that denies and doubts nothing, and no number."""
        found = self._plain.get(sentence.start)
        if found is None:
            markers = [
                marker
                for marker in self.markers
                if marker.start < sentence.end and sentence.start < marker.end
            ]
            found = self._plain[sentence.start] = tuple(
                printed not in _AUXILIARIES
                and not isinstance(token.value, NumberValue)
                and not (markers and _are_at(markers, token))
                for token, printed in zip(sentence.tokens, sentence.words, strict=True)
            )
        return found


def _are_at(markers: Sequence[ClauseMarker], token: TextToken) -> bool:
    """Return whether one of several markers has a token, or a part of it."""
    return any(marker.start < token.end and token.start < marker.end for marker in markers)
