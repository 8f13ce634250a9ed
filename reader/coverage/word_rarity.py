"""How rare words are in the articles that are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from reader.text.stop_words import stop_words
from reader.text.words import stem_word, word_key, word_spans

if TYPE_CHECKING:
    from reader.articles import Article

SAMPLED_PARAGRAPHS = 240
"""The rarity of a word is estimated from so many paragraphs, spread evenly over the articles."""
SAMPLED_CHARACTERS = 600
"""And from so many characters of each."""
SHORT_WORD = 4
"""In letters: in a language whose stop words are not listed, only such words can be one."""
COMMON_SHARE = 0.3
"""A short word is a stop word if it is in this part of the sampled paragraphs, 0..1."""
FEWEST_COMMON = 3
"""And if it is in so many of them."""
RARE_ONE_IN = 12
"""A word is rare if it is in at most one of so many of the sampled paragraphs."""
RARE_PARAGRAPHS = 6
"""Or if it is in at most so many of them."""
MORE_PARAGRAPHS = 2
"""A word in one paragraph of every article and so many more belongs to the topic."""


class WordRarity:
    """The weight of a word in these articles: its inverse frequency in a sample of them.

    A sample, because evidence must be shown at once, and counting every word of a very large
    article would take seconds.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        paragraphs = [paragraph for article in articles for paragraph in article.paragraphs]
        step = -(-len(paragraphs) // SAMPLED_PARAGRAPHS) or 1
        self._sample = [p.text[:SAMPLED_CHARACTERS] for p in paragraphs[::step]]
        self._spread = Counter(stem for text in self._sample for stem in _read_stems(text))
        self._raw = "\n".join(self._sample)
        size = len(self._sample)
        self._step = step
        self._topical = len(articles) + MORE_PARAGRAPHS
        self._rare_weight = log((size + 1) / max(RARE_PARAGRAPHS, size / RARE_ONE_IN))
        self._weights: dict[str, float] = {}
        self._names: dict[str, bool] = {}
        self._common: dict[str | None, frozenset[str]] = {}

    def weight(self, key: str) -> float:
        """0 for a word of every paragraph, and the more the rarer the word is."""
        weight = self._weights.get(key)
        if weight is None:
            total = len(self._sample) + 1
            count = max(self._spread[stem_word(key)], 1)
            weight = self._weights[key] = log(total / count)
        return weight

    def common_words(self, language: str | None) -> frozenset[str]:
        """The stop words of a language and, unless it is English, of the sample."""
        common = self._common.get(language)
        if common is None:
            common = stop_words(language)
            if language != "en":
                common |= self._commonest_of_sample()
            self._common[language] = common
        return common

    def is_rare(self, key: str) -> bool:
        """Whether a word is in so few paragraphs that sharing it is evidence."""
        return self.weight(key) >= self._rare_weight

    def specificity(self, key: str) -> float:
        """How far a word that two paragraphs have says that both are on one thing, 0..1.

        1 for a word of these two alone, 0 for one of the topic, which many paragraphs have.
        """
        count = max(self._spread[stem_word(key)] * self._step, 2)
        return max(1.0 - log(count / 2) / log(max(self._topical, 3) / 2), 0.0)

    def is_name(self, printed: str) -> bool:
        """Whether a capitalised word is never printed without its capital."""
        is_name = self._names.get(printed)
        if is_name is None:
            is_name = self._names[printed] = f" {printed.lower()}" not in self._raw
        return is_name

    def _commonest_of_sample(self) -> set[str]:
        """Short words that are in a good part of the sampled paragraphs."""
        counts: Counter[str] = Counter()
        for text in self._sample:
            words = {word_key(text[start:end]) for start, end in word_spans(text)}
            counts.update(word for word in words if len(word) <= SHORT_WORD)
        least = max(FEWEST_COMMON, COMMON_SHARE * len(self._sample))
        return {word for word, count in counts.items() if count >= least}


def _read_stems(text: str) -> set[str]:
    return {stem_word(text[start:end]) for start, end in word_spans(text)}
