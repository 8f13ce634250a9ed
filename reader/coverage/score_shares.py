"""How much of the score of a link is due to which words of the two passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.coverage.passages import is_name_or_number
from reader.coverage.word_rarity import WordRarity
from reader.linking.feature_names import WORD_FEATURES
from reader.text.word_alignment import Word

FEATURES_OF_SYNONYMS = ("shared_words", "plain_words")
"""The features to which words of one synonym group contribute."""


class Synonyms(NamedTuple):
    """Two words of one synonym group, one of each passage."""

    here: Word
    there: Word
    weight: float


class ScoreShares:
    """Divides what the features of words added to a score among the words of both passages.

    Args:
        words: the words that both passages have.
        synonyms: the words of the same synonym groups.
        parts: what each feature added to the score.
        rarity: of the words.
    """

    def __init__(
        self,
        words: Iterable[Word],
        synonyms: Sequence[Synonyms],
        parts: dict[str, float],
        rarity: WordRarity,
    ) -> None:
        self._rarity = rarity
        self.synonyms = synonyms
        self._words = {word.key: word for word in words if not word.is_common}
        self._parts = parts
        self.whole = sum(parts.get(name, 0.0) for name in WORD_FEATURES)
        """What all features of words added to the score."""
        self._totals = self._weigh(self._words.values())
        for name in FEATURES_OF_SYNONYMS:
            self._totals[name] += sum(pair.weight for pair in synonyms)
        self.named: set[str] = set()
        """The keys of the words that a reason names."""

    def of_words(self, words: Iterable[Word]) -> float:
        """How much of the score is due to these words."""
        distinct = {word.key: word for word in words if not word.is_common}.values()
        weights = self._weigh(distinct)
        return sum(
            self._parts.get(name, 0.0) * min(1.0, weights[name] / total)
            for name, total in self._totals.items()
            if total > 0
        )

    def of_synonyms(self) -> float:
        """How much of the score is due to words of the same synonym groups."""
        weight = sum(pair.weight for pair in self.synonyms)
        return sum(
            self._parts.get(name, 0.0) * weight / self._totals[name]
            for name in FEATURES_OF_SYNONYMS
            if self._totals[name] > 0
        )

    def _weigh(self, words: Iterable[Word]) -> dict[str, float]:
        """Return the weight of those of some words to which each feature of words is due."""
        weights: list[float] = []
        names: list[float] = []
        plain: list[float] = []
        for word in words:
            weight = self._rarity.weight(word.key)
            weights.append(weight)
            (names if is_name_or_number(word) else plain).append(weight)
        found = {"shared_words": weights, "plain_words": plain, "names": names}
        return {name: sum(found[name]) for name in WORD_FEATURES}
