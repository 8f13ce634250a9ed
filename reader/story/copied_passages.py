"""Which passages are shared copy, and with which articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.articles import Passage, Place
from reader.story.copy_runs import FEWEST_WORDS
from reader.story.shared_copy import SharedCopy
from reader.text.words import word_spans


class _CopiedSpan(NamedTuple):
    """A run of words in a paragraph that another article has, too."""

    start: int
    end: int
    article: int
    """The position of the other article."""


class CopyFinder:
    """Finds with which articles passages share copy.

    Args:
        copies: what pairs of the articles share.
    """

    def __init__(self, copies: Iterable[SharedCopy]) -> None:
        self._spans: dict[Place, list[_CopiedSpan]] = defaultdict(list)
        for copy in copies:
            for run in copy.runs:
                for passage, other in ((run.here, copy.there), (run.there, copy.here)):
                    span = _CopiedSpan(passage.start, passage.end, other)
                    self._spans[passage.place].append(span)

    def find(self, passages: Sequence[Passage]) -> tuple[int, ...]:
        """Return the positions of the articles that share a run of words in passages, in order.

        As everywhere a run has at least `FEWEST_WORDS` words; of one that begins before a
        passage or ends after it, those in the passage are counted.
        """
        found: set[int] = set()
        for passage in passages:
            text = passage.paragraph.text
            for start, end, article in self._spans.get(passage.place, ()):
                if article in found:
                    continue
                first, last = max(start, passage.start), min(end, passage.end)
                is_whole = (first, last) == (start, end)
                if is_whole or (first < last and _count_words(text, first, last) >= FEWEST_WORDS):
                    found.add(article)
        return tuple(sorted(found))


@lru_cache(maxsize=4096)
def _count_words(text: str, start: int, end: int) -> int:
    return sum(1 for _ in word_spans(text, start, end))
