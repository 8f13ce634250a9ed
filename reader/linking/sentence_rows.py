"""The sentences of all articles, counted through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.linking.article_sentences import ArticleSentences

Numbers = NDArray[np.integer[Any]]


class SentenceRows:
    """Numbers ("rows") of the sentences of all articles, and these by their rows.

    Args:
        sentences: of every article.
    """

    def __init__(self, sentences: Sequence[ArticleSentences]) -> None:
        self._sentences = sentences
        self._starts = np.concatenate(([0], np.cumsum([len(each) for each in sentences])))
        paragraphs = [np.array(each.paragraph, np.int64) for each in sentences]
        self._widest = 1 + max((int(each.max(initial=0)) for each in paragraphs), default=0)
        none = [np.zeros(0, np.int64)]
        self._keys = np.concatenate(
            none + [number * self._widest + each for number, each in enumerate(paragraphs)]
        )

    def __len__(self) -> int:
        return len(self._keys)

    def find(
        self, article: Numbers, paragraph: Numbers, sentence: Numbers, some: Numbers
    ) -> Numbers:
        """The rows of some sentences, given by article, paragraph, and position in this."""
        key = article[some].astype(np.int64) * self._widest + paragraph[some]
        rows: Numbers = np.searchsorted(self._keys, key) + sentence[some].astype(np.int64)
        return rows

    def locate(self, row: int) -> tuple[int, int]:
        """The article of a row and the position of the sentence in it."""
        article = int(np.searchsorted(self._starts, row, "right")) - 1
        return article, row - int(self._starts[article])

    def text(self, row: int) -> str:
        """The sentence of a row."""
        article, position = self.locate(row)
        return self._sentences[article][position]
