"""Lowering links whose two ends state something that makes them two moments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.linking.arrays import Booleans
from reader.linking.article_sentences import ArticleSentences
from reader.linking.conflicts import Conflict, find_conflict_signs, find_separating_conflicts
from reader.linking.links import CONFLICT_CEILING, RELATED_FLOOR
from reader.linking.scored_links import LinkColumns
from reader.linking.speaker_conflicts import SpokenWords, find_speaker_conflict
from reader.linking.stated_facts import LANGUAGES_WITH_FACTS

Numbers = NDArray[np.integer[Any]]
Spoken = Mapping[tuple[int, int], Sequence[SpokenWords]]
"""What is quoted in sentences, by the position of the article and that of the sentence in it."""
_SPEAKER_SIGN = 1 << 7
"""The sign of a sentence with a quotation, beside those of `find_conflict_signs`."""


def limit_conflicting(
    links: LinkColumns,
    is_tied: Booleans,
    sentences: Sequence[ArticleSentences],
    languages: Sequence[str | None],
    spoken: Spoken,
) -> LinkColumns:
    """Find the conflicts of all links that are shown, and lower the scores of these.

    Args:
        links: the links.
        is_tied: for each whether a quotation ties its ends: then they are one moment.
        sentences: of every article.
        languages: ISO 639-1 code of every article, or None.
        spoken: what is quoted in the sentences.
    """
    is_read = np.array([language in LANGUAGES_WITH_FACTS for language in languages], bool)
    some = np.flatnonzero(
        (links.score >= RELATED_FLOOR)
        & ~is_tied
        & is_read[links.article_here]
        & is_read[links.article_there]
    )
    rows = _SentenceRows(sentences, spoken)
    here = rows.find(links.article_here, links.paragraph_here, links.sentence_here, some)
    there = rows.find(links.article_there, links.paragraph_there, links.sentence_there, some)
    signs = rows.read_signs(np.union1d(here, there))
    may_conflict = np.flatnonzero(signs[here] & signs[there])
    score, conflicts = links.score.copy(), links.conflicts.copy()
    for number in may_conflict.tolist():
        for conflict in rows.compare(int(here[number]), int(there[number])):
            conflicts[some[number]] |= conflict.kind.bit
    limited = np.where(conflicts > 0, np.minimum(score, CONFLICT_CEILING), score)
    return links._replace(score=limited.astype(score.dtype), conflicts=conflicts)


class _SentenceRows:
    """The sentences of all articles, counted through."""

    def __init__(self, sentences: Sequence[ArticleSentences], spoken: Spoken) -> None:
        self._sentences = sentences
        self._spoken = spoken
        self._read_rows: dict[int, tuple[str, Sequence[SpokenWords]]] = {}
        self._starts = np.concatenate(([0], np.cumsum([len(each) for each in sentences])))
        self._paragraphs = [np.array(each.paragraph, np.int64) for each in sentences]
        self._widest = 1 + max((int(each.max(initial=0)) for each in self._paragraphs), default=0)
        none = [np.zeros(0, np.int64)]
        self._keys = np.concatenate(
            none + [number * self._widest + each for number, each in enumerate(self._paragraphs)]
        )

    def find(
        self, article: Numbers, paragraph: Numbers, sentence: Numbers, some: Numbers
    ) -> Numbers:
        """The rows of some sentences, given by article, paragraph, and position in this."""
        key = article[some].astype(np.int64) * self._widest + paragraph[some]
        rows: Numbers = np.searchsorted(self._keys, key) + sentence[some].astype(np.int64)
        return rows

    def read_signs(self, rows: Numbers) -> Numbers:
        """For every row the bits of what it has that can conflict; 0 for rows not given."""
        signs = np.zeros(len(self._keys), np.uint8)
        for row in rows.tolist():
            text, spoken = self._read(row)
            signs[row] = find_conflict_signs(text) | (_SPEAKER_SIGN if spoken else 0)
        return signs

    def compare(self, here: int, there: int) -> Iterator[Conflict]:
        """Yield the conflicts of two rows."""
        (one, spoken), (other, spoken_there) = self._read(here), self._read(there)
        yield from find_separating_conflicts(one, other)
        conflict = find_speaker_conflict(one, spoken, other, spoken_there)
        if conflict is not None:
            yield conflict

    def _read(self, row: int) -> tuple[str, Sequence[SpokenWords]]:
        found = self._read_rows.get(row)
        if found is None:
            article = int(np.searchsorted(self._starts, row, "right")) - 1
            position = row - int(self._starts[article])
            spoken = self._spoken.get((article, position), ())
            found = self._read_rows[row] = self._sentences[article][position], spoken
        return found
