"""Which passages are shared copy, and with which articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reader.articles import Passage
from reader.story.shared_copy.copy_runs import FEWEST_WORDS
from reader.story.shared_copy.shared_runs import SharedCopy
from reader.text.words import word_spans

_CopiedSpans = dict[tuple[int, int], set[int]]
"""Start and end of runs in a paragraph, with the articles that have them, too."""


class CopyFinder:
    """Finds with which articles passages share copy.

    Args:
        copies: what pairs of the articles share.
    """

    def __init__(self, copies: Iterable[SharedCopy]) -> None:
        # By article and number of a paragraph, the runs in it with the articles that have them.
        self._spans: dict[tuple[int, int], _CopiedSpans] = defaultdict(lambda: defaultdict(set))
        # Passages are shared by the runs of many articles: each is looked up by its identity.
        found: dict[int, tuple[Passage, set[int]]] = {}
        for copy in copies:
            here, there = copy.here, copy.there
            for run in copy.runs:
                for passage, article in ((run.here, there), (run.there, here)):
                    entry = found.get(id(passage))
                    if entry is None:
                        entry = found[id(passage)] = passage, set()
                    entry[1].add(article)
        for passage, articles in found.values():
            spans = self._spans[passage.article_position, passage.number]
            spans[passage.start, passage.end] |= articles

    def find(self, passages: Sequence[Passage]) -> tuple[int, ...]:
        """Return the positions of the articles that share a run of words in passages, in order.

        As everywhere a run has at least `FEWEST_WORDS` words; of one that begins before a
        passage or ends after it, those in the passage are counted.
        """
        found: set[int] = set()
        for passage in passages:
            text = passage.paragraph.text
            spans = self._spans.get((passage.article_position, passage.number), {})
            for (start, end), articles in spans.items():
                first, last = max(start, passage.start), min(end, passage.end)
                is_whole = (first, last) == (start, end)
                if is_whole or (first < last and _count_words(text, first, last) >= FEWEST_WORDS):
                    found |= articles
        return tuple(sorted(found))


def _count_words(text: str, start: int, end: int) -> int:
    return sum(1 for _ in word_spans(text, start, end))
